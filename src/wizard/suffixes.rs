//! The list of public suffixes: loaded when a name with `*.` is typed, since most orders do without. Without it nothing is
//! refused: the billing system decides then.
use std::sync::Arc;

use super::effect::{Asset, Effect, Purpose, Question};
use super::field::Field;
use super::idn;
use super::model::Model;
use super::step::Step;
use super::steps;
use crate::domain::hostname::Hostname;
use crate::domain::suffix::SuffixList;

/// The list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Suffixes {
    /// Not here; it is asked for when somebody needs it.
    None,
    /// Here.
    Ready(Arc<SuffixList>),
    /// It could not be loaded.
    Failed,
}

/// Whether a name begins with `*.`.
pub fn is_wanted(model: &Model) -> bool {
    let is_wildcard = |field| idn::words(model.drafts.text(field)).any(|word| word.starts_with("*."));
    is_wildcard(Field::Domain) || is_wildcard(Field::FurtherNames)
}

/// Asks for the list once it is needed.
pub fn drive(model: &mut Model, out: &mut Vec<Effect>) {
    if model.suffixes == Suffixes::None && !model.is_pending(Purpose::Suffixes) && is_wanted(model) {
        model.ask(out, Purpose::Suffixes, Question::Load(Asset::Suffixes));
    }
}

/// The list came, or did not. A name that it refuses leads back to its page, which says so.
pub fn loaded(model: &mut Model, text: Option<&str>) {
    let list = text.and_then(SuffixList::read);
    model.suffixes = list.map_or(Suffixes::Failed, |list| Suffixes::Ready(Arc::new(list)));
    if model.place > Step::Subject && steps::subject::parse(model).is_err() {
        model.show_errors(Step::Subject);
    }
}

/// What has failed is tried again.
pub fn retry(model: &mut Model) {
    if model.suffixes == Suffixes::Failed {
        model.suffixes = Suffixes::None;
    }
}

/// Whether the list is known to forbid the name.
pub fn forbid(model: &Model, name: &Hostname) -> bool {
    match (&model.suffixes, name.as_str().strip_prefix("*.")) {
        (Suffixes::Ready(list), Some(plain)) => !list.takes_wildcard(plain),
        _ => false,
    }
}
