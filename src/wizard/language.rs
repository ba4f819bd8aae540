//! The language that the form speaks, and that it asks the billing system for.
use crate::domain::lang::Lang;

use super::model::{Loading, Model};
use super::step::Step;

/// The customer chose another language: what the billing system says in its own words is asked for anew, and nothing that
/// was typed is touched.
pub fn changed(model: &mut Model, lang: Lang) {
    model.lang = lang;
}

/// Whether the packages are here, but in another language.
pub(super) fn is_catalogue_foreign(model: &Model) -> bool {
    matches!(model.catalogue, Loading::Ready(_)) && model.catalogue_lang != model.lang
}

/// The language in which the billing system's form is wanted. From the review on it stays that of the order in the cart: asking
/// anew would take the order out and put it in again.
pub(super) fn of_form(model: &Model) -> Lang {
    let before = model.discovery.asked().map(|asked| asked.lang);
    before.filter(|_| model.place >= Step::Review).unwrap_or(model.lang)
}
