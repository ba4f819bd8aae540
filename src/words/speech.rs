//! A language in use: its sentences, and how it writes numbers and lists.
use std::sync::Arc;

use super::Words;
use super::key::{Family, Key};
use super::pack::Pack;
use super::say::Say;
use super::template;
use crate::domain::lang::Lang;

/// What a sentence is filled in with.
#[derive(Debug, Clone, Copy)]
pub enum Arg<'a> {
    /// A name, a code, a text of somebody else's: kept apart from the sentence where the directions of writing differ.
    Text(&'a str),
    /// Words of this language.
    Words(&'a str),
    /// A whole number.
    Number(usize),
    /// A whole number that is written without groups, such as the bits of a key.
    Figures(usize),
}

/// What can be said: the name of a sentence, or a text that depends on something. Each kind is said by itself, so that a
/// page has in it only the sentences that it can say.
pub trait Said {
    /// The words.
    fn said(self, speech: &Speech) -> Words;
}

impl<K: Key> Said for K {
    fn said(self, speech: &Speech) -> Words {
        speech.say(self)
    }
}

/// How numbers and lists are written; the browser knows better than this form (`Intl`).
#[derive(Debug, Clone, Copy)]
pub struct Formats {
    /// A whole number.
    pub number: fn(Lang, usize) -> String,
    /// `a, b and c`.
    pub list: fn(Lang, &[String]) -> String,
}

impl Formats {
    /// Figures without groups, and commas.
    pub const PLAIN: Self = Self { number: |_, number| number.to_string(), list: |_, items| items.join(", ") };
}

/// A language in use; cheap to clone.
#[derive(Debug, Clone)]
pub struct Speech {
    lang: Lang,
    pack: Option<Arc<Pack>>,
    formats: Formats,
}

impl Speech {
    /// English, with plain numbers.
    pub const ENGLISH: Self = Self { lang: Lang::En, pack: None, formats: Formats::PLAIN };

    /// A language with its file of words; without one, its plurals and formats with English sentences.
    pub fn of(lang: Lang, pack: Option<Arc<Pack>>) -> Self {
        Self { lang, pack, formats: Formats::PLAIN }
    }

    /// The same, with numbers and lists written by `formats`.
    #[must_use]
    pub fn with(self, formats: Formats) -> Self {
        Self { formats, ..self }
    }

    /// Which language it is.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// A sentence with nothing to be filled in.
    pub fn say<K: Key>(&self, key: K) -> Words {
        self.sentence((K::FAMILY, key.index()), key.english())
    }

    /// A sentence with `args` filled in.
    pub fn fill<K: Key>(&self, key: K, args: &[Arg<'_>]) -> Words {
        self.filled((K::FAMILY, key.index()), key.english(), args)
    }

    /// A list such as `a, b and c`.
    pub fn list(&self, items: &[String]) -> String {
        (self.formats.list)(self.lang, items)
    }

    /// One after the other, without an "and".
    pub(super) fn joined(&self, items: &[String]) -> String {
        let joined = items.iter().map(|item| self.foreign(item));
        joined
            .reduce(|all, item| self.fill(Say::Joined, &[Arg::Words(&all), Arg::Words(&item)]).into_owned())
            .unwrap_or_default()
    }

    /// A text of somebody else's that stands beside words of this language.
    pub fn foreign(&self, text: &str) -> String {
        let mut words = String::new();
        self.push_foreign(text, &mut words);
        words
    }

    pub(super) fn number(&self, number: usize) -> String {
        (self.formats.number)(self.lang, number)
    }

    /// A text of somebody else's, kept from mixing its direction with the sentence's (Unicode's isolates).
    pub(super) fn push_foreign(&self, text: &str, words: &mut String) {
        if self.lang.is_rtl() && !text.is_empty() {
            words.push('\u{2068}');
            words.push_str(text);
            words.push('\u{2069}');
        } else {
            words.push_str(text);
        }
    }

    fn sentence(&self, (family, index): (Family, usize), english: &'static str) -> Words {
        match self.pack.as_ref().and_then(|pack| pack.sentence(family, index)) {
            Some(words) => words.to_owned().into(),
            None => english.into(),
        }
    }

    fn filled(&self, place: (Family, usize), english: &'static str, args: &[Arg<'_>]) -> Words {
        template::fill(self, &self.sentence(place, english), args).into()
    }
}
