//! Names in letters of any alphabet. The browser says by which A-labels a request names them (`URL`, UTS #46); its answers
//! are kept beside what was typed, also across a reload, so that the place in the form does not depend on a question.
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::effect::{Effect, Purpose, Question};
use super::field::Field;
use super::keys::{KeyState, RequestState};
use super::model::Model;
use super::{existing, restore};
use crate::domain::hostname::{DOTS, Hostname, Letters, check, has_a_label, to_unicode};
use crate::domain::json::Json;
use crate::domain::problem::{HostnameProblem, Problem};

/// So many names are asked about at once: more than any request holds.
const MOST: usize = 200;

/// What the browser said of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AsciiName {
    /// The name in the letters it is read in, without `*.`.
    pub unicode: String,
    /// The same in A-labels; `None` where it is no name.
    pub ascii: Option<String>,
}

/// A name as it was typed, in small letters of ASCII.
struct Typed {
    /// Without `*.`.
    plain: String,
    is_wildcard: bool,
    /// What the browser is asked about: the name with its A-labels decoded, so that what they stand for is checked.
    unicode: Option<String>,
}

/// Reads `word` as far as the core can.
fn read(word: &str) -> Result<Typed, Problem> {
    let word = word.trim();
    if word.is_empty() {
        return Err(Problem::Missing);
    }
    // A name of 253 octets has fewer letters than that, and a letter up to four octets.
    if word.len() > 1024 {
        return Err(Problem::Hostname(HostnameProblem::TooLong));
    }
    let name = word.to_ascii_lowercase().replace(DOTS, ".");
    check(&name, Letters::Any).map_err(Problem::Hostname)?;
    let plain = name.strip_prefix("*.");
    let (plain, is_wildcard) = (plain.unwrap_or(&name), plain.is_some());
    let needs_browser = !plain.is_ascii() || has_a_label(plain);
    let unicode = needs_browser.then(|| to_unicode(plain)).transpose().map_err(Problem::Hostname)?;
    // What an A-label stands for is held to the same rules as what is typed.
    check(unicode.as_deref().unwrap_or(plain), Letters::Any).map_err(Problem::Hostname)?;
    Ok(Typed { plain: plain.to_owned(), is_wildcard, unicode })
}

/// Whether `word` may be a name, as far as the core can tell.
pub fn is_likely(word: &str) -> bool {
    read(word).is_ok()
}

/// The host name that was typed.
///
/// # Errors
/// `Missing`, or `Hostname` with the reason; `Unread` while the browser has not answered.
pub fn hostname(model: &Model, word: &str) -> Result<Hostname, Problem> {
    let typed = read(word)?;
    let Some(unicode) = &typed.unicode else { return Hostname::parse(word) };
    let wrong = |reason| Err(Problem::Hostname(reason));
    let known = model.drafts.ascii.iter().find(|known| known.unicode == *unicode);
    let ascii = match known.map(|known| &known.ascii) {
        None => return wrong(HostnameProblem::Unread),
        Some(None) => return wrong(HostnameProblem::NotIdn),
        Some(Some(ascii)) => ascii,
    };
    if !is_round_trip(&typed.plain, ascii) {
        return wrong(HostnameProblem::NotIdn);
    }
    let star = if typed.is_wildcard { "*." } else { "" };
    Hostname::parse(&format!("{star}{ascii}"))
}

/// Whether each A-label that was typed is the one that its letters are written by: others look alike and are not the same.
fn is_round_trip(typed: &str, ascii: &str) -> bool {
    let mut labels = ascii.split('.');
    typed.split('.').all(|typed| {
        let label = labels.next();
        !has_a_label(typed) || label == Some(typed)
    })
}

/// The domain typed, or the one that an existing request names, which counts as it stands there.
///
/// # Errors
/// As [`hostname`].
pub fn domain(model: &Model) -> Result<Hostname, Problem> {
    let text = model.drafts.text(Field::Domain);
    if existing::says(model, Field::Domain) { Hostname::parse(text) } else { hostname(model, text) }
}

/// The names in a text: by lines, blanks or commas, also those of Chinese and Japanese.
pub fn words(raw: &str) -> impl Iterator<Item = &str> {
    let is_gap = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '\u{3001}' | '\u{ff0c}' | '\u{ff1b}');
    raw.split(is_gap).filter(|word| !word.is_empty())
}

/// Every name that the browser has to read.
fn needed(model: &Model) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for field in [Field::Domain, Field::FurtherNames] {
        if existing::says(model, field) {
            continue;
        }
        for word in words(model.drafts.text(field)).take(MOST) {
            if let Ok(Typed { unicode: Some(unicode), .. }) = read(word)
                && !found.contains(&unicode)
            {
                found.push(unicode);
            }
        }
    }
    found
}

/// Asks the browser for what it has not read yet; after a reload, for everything once more.
pub fn drive(model: &mut Model, out: &mut Vec<Effect>) {
    let needed = needed(model);
    let is_known = |name: &String| model.drafts.ascii.iter().any(|known| known.unicode == *name);
    let is_waiting = model.is_pending(Purpose::ToAscii);
    if needed.is_empty() || model.names_asked == needed && (is_waiting || needed.iter().all(is_known)) {
        return;
    }
    model.names_asked.clone_from(&needed);
    model.ask(out, Purpose::ToAscii, Question::ToAscii(needed));
}

/// The browser has read the names it was asked for. One that reads a name in another way than the one before a reload
/// (a new version, or a store that was tampered with) makes the request void: it is signed anew.
pub fn answered(model: &mut Model, out: &mut Vec<Effect>, answers: Vec<Option<String>>) {
    let answers = answers.into_iter().chain(std::iter::repeat(None));
    let read = |(unicode, ascii): (&String, _)| AsciiName { unicode: unicode.clone(), ascii };
    let names: Vec<AsciiName> = model.names_asked.iter().zip(answers).map(read).collect();
    let old = std::mem::replace(&mut model.drafts.ascii, names);
    let differs = |old: &AsciiName| {
        let mut new = model.drafts.ascii.iter().filter(|new| new.unicode == old.unicode);
        new.any(|new| new.ascii.is_some() && old.ascii.is_some() && new.ascii != old.ascii)
    };
    if let (true, KeyState::Ready(key)) = (old.iter().any(differs), &mut model.key) {
        key.request = RequestState::None;
    }
    out.push(Effect::SaveDraft(restore::snapshot(model)));
}

impl AsciiName {
    /// Takes back what was stored.
    pub(super) fn from_json(value: &Json) -> Self {
        let text = |name| value.get(name).and_then(Json::as_text).map(str::to_owned);
        Self { unicode: text("unicode").unwrap_or_default(), ascii: text("ascii") }
    }
}

impl Serialize for AsciiName {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("unicode", &self.unicode)?;
        map.serialize_entry("ascii", &self.ascii)?;
        map.end()
    }
}
