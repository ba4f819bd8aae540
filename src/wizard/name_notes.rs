//! What the page says of names while they are typed: nothing of it is wrong, and all of it is worth a look.
use super::field::Field;
use super::further;
use super::idn;
use super::model::Model;
use super::suffixes::{self, Suffixes};
use crate::domain::hostname::{Hostname, to_unicode};
use crate::domain::script::{self, Script};

/// So many notes of one kind are shown: a list of a hundred would hide what matters.
const SHOWN: usize = 10;

/// One note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// A name in both its forms.
    Both {
        /// In the letters that it is read in.
        unicode: String,
        /// As the request names it.
        ascii: String,
    },
    /// Letters of several alphabets in one part of a name: each alphabet with its letters.
    Mixed(String, Vec<(Script, String)>),
    /// A name in letters of one alphabet that all look like Latin ones: the name, the alphabet, and how it reads.
    ReadsAs(String, Script, String),
    /// Names that were typed more than once.
    Folded(Vec<String>),
    /// Whether `*.` may stand before the name is not checked here.
    Unchecked,
}

impl Note {
    /// Whether it warns.
    pub fn is_warning(&self) -> bool {
        matches!(self, Self::Mixed(..) | Self::ReadsAs(..))
    }
}

/// The notes under `field`.
pub fn notes(model: &Model, field: Field) -> Vec<Note> {
    let domain = idn::domain(model).ok();
    let (names, folded) = if field == Field::Domain {
        (domain.into_iter().collect(), Vec::new())
    } else {
        let further = further::read(model, domain.as_ref());
        (further.names, further.folded)
    };
    let mut notes: Vec<Note> = names.iter().filter_map(warning).take(SHOWN).collect();
    notes.extend(names.iter().filter_map(both).take(SHOWN));
    if !folded.is_empty() {
        let shown = |name: &Hostname| to_unicode(name.as_str()).unwrap_or_else(|_| name.to_string());
        notes.push(Note::Folded(folded.iter().take(SHOWN).map(shown).collect()));
    }
    let is_unchecked = model.suffixes == Suffixes::Failed && suffixes::is_wanted(model);
    if is_unchecked && names.iter().any(Hostname::is_wildcard) {
        notes.push(Note::Unchecked);
    }
    notes
}

fn both(name: &Hostname) -> Option<Note> {
    let ascii = name.to_string();
    let unicode = to_unicode(&ascii).ok().filter(|unicode| *unicode != ascii)?;
    Some(Note::Both { unicode, ascii })
}

/// Letters that may be meant to deceive.
fn warning(name: &Hostname) -> Option<Note> {
    let unicode = to_unicode(name.as_str()).ok().filter(|unicode| !unicode.is_ascii())?;
    let last = unicode.rsplit('.').next().and_then(|label| script::parts(label).into_iter().next());
    for label in unicode.split('.') {
        if script::is_mixed(label) {
            return Some(Note::Mixed(label.to_owned(), script::parts(label)));
        }
        // Under an ending of its own alphabet, nobody takes it for Latin.
        let own = script::parts(label).into_iter().next();
        if let (Some((script, _)), Some(latin)) = (&own, script::reads_as(label))
            && last.as_ref().is_none_or(|(of_last, _)| of_last != script)
        {
            let reads = unicode.replace(label, &latin);
            return Some(Note::ReadsAs(unicode.clone(), *script, reads));
        }
    }
    None
}
