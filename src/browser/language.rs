//! The language of one form: chosen when it starts, and again by the customer at any time.
use std::sync::Arc;

use leptos::prelude::*;

use super::ports::address::Address;
use super::ports::{asset, intl, language};
use super::ui::Ui;
use crate::config::Config;
use crate::domain::lang::Lang;
use crate::wizard::message::Msg;
use crate::words::{Pack, Speech};

/// What is spoken, what can be, and whether the last choice could be had.
#[derive(Clone, Copy)]
pub struct Language {
    /// The language in use.
    pub speech: RwSignal<Speech>,
    /// All that can be chosen.
    pub offered: StoredValue<Vec<Lang>>,
    /// The words of the language that was chosen last are being loaded, or could not be.
    pub state: RwSignal<State>,
}

/// How far a change of the language is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Nothing is under way.
    Still,
    /// The words are being loaded.
    Loading(Lang),
    /// They could not be had.
    Failed,
}

/// The language to start in, with what can be chosen.
pub async fn choose(config: Option<&Config>, address: &Address) -> (Speech, Vec<Lang>) {
    let offered = config.map_or_else(|| Lang::ALL.to_vec(), |config| config.languages.clone());
    let offered = language::speakable(&offered);
    let wanted = language::wanted(address, config.and_then(|config| config.language));
    let lang = Lang::choose(wanted.iter().map(String::as_str), &offered);
    let speech = load(lang).await.unwrap_or_else(english);
    language::show(address, speech.lang(), false);
    (speech, offered)
}

fn english() -> Speech {
    Speech::ENGLISH.with(intl::FORMATS)
}

/// A language with its words; `None` where they cannot be had.
async fn load(lang: Lang) -> Option<Speech> {
    if lang == Lang::En {
        return Some(english());
    }
    let pack = Pack::parse(&asset::text(&language::file(lang)).await.ok()?)?;
    Some(Speech::of(lang, Some(Arc::new(pack))).with(intl::FORMATS))
}

impl Language {
    /// For one form.
    pub fn new(speech: Speech, offered: Vec<Lang>) -> Self {
        let state = RwSignal::new(State::Still);
        Self { speech: RwSignal::new(speech), offered: StoredValue::new(offered), state }
    }

    /// The customer chose `lang`. Until its words are here, and where they cannot be had, everything stays as it is.
    pub async fn change(self, ui: Ui, lang: Lang) {
        if self.state.try_get_untracked().is_none_or(|state| matches!(state, State::Loading(_))) {
            return;
        }
        self.state.set(State::Loading(lang));
        let Some(speech) = load(lang).await else {
            self.state.set(State::Failed);
            return;
        };
        ui.send(Msg::Language(lang));
        self.state.set(State::Still);
        ui.speaks(lang);
        self.speech.set(speech);
        ui.focus_language();
    }
}
