//! Which errors the page says now: none before "Continue" was pressed; then what was wrong, judged anew when its field is left,
//! not at every key. What was right is judged by the next "Continue".
use super::field::Field;
use super::model::{FieldError, Model};
use super::{passphrases, phones, session, steps};

/// What is remembered of errors that were said.
#[derive(Debug, Clone, Default)]
pub struct Shown {
    /// Fields that were said to be wrong.
    once_wrong: Vec<Field>,
    /// Fields that became wrong by being changed, and were not said to be wrong before.
    hushed: Vec<Field>,
    /// The text field that has the focus.
    typing: Option<Typing>,
}

/// A text field that is being typed into.
#[derive(Debug, Clone)]
struct Typing {
    field: Field,
    /// What was said of it, which stands until it is left.
    said: Vec<FieldError>,
    /// How many errors stand before.
    before: usize,
    /// It began with no code of a country when it got the focus.
    without_code: bool,
}

/// The errors that the page says: after "Continue", or because the billing system named them.
pub fn errors(model: &Model) -> Vec<FieldError> {
    let mut all = judged(model);
    if let Some(typing) = &model.shown.typing {
        all.retain(|error| error.field != typing.field);
        let rest = all.split_off(typing.before.min(all.len()));
        all.extend(typing.said.iter().cloned().chain(rest));
    }
    all
}

/// As if no field had the focus.
fn judged(model: &Model) -> Vec<FieldError> {
    let mut all = wrong(model);
    all.retain(|error| !model.shown.hushed.contains(&error.field));
    all
}

/// What is wrong with the page's fields, where that is said at all.
fn wrong(model: &Model) -> Vec<FieldError> {
    if model.vault.is_shown {
        return passphrases::errors(model);
    }
    if session::is_asked(model) {
        let is_said = model.log_in_tried && !session::is_busy(model);
        return if is_said { session::errors(model) } else { Vec::new() };
    }
    if model.errors_shown.contains(&model.place) { steps::errors(model, model.place) } else { Vec::new() }
}

/// A text field has got the focus.
pub(super) fn entered(model: &mut Model, field: Field) {
    model.shown.typing = None;
    let all = judged(model);
    let before = all.iter().position(|error| error.field == field).unwrap_or_default();
    let said = all.into_iter().filter(|error| error.field == field).collect();
    let without_code = phones::begun(model, field).is_none();
    model.shown.typing = Some(Typing { field, said, before, without_code });
}

/// It is left, and judged anew.
pub(super) fn left(model: &mut Model, field: Field) {
    if model.shown.typing.as_ref().is_some_and(|typing| typing.field == field) {
        model.shown.typing = None;
    }
}

/// Does what the customer changes: whatever becomes wrong by it and was not said to be wrong before is not said now.
pub(super) fn change<T>(model: &mut Model, edit: impl FnOnce(&mut Model) -> T) -> T {
    for error in errors(model) {
        model.shown.was_wrong(error.field);
    }
    let done = edit(model);
    let new: Vec<Field> = wrong(model).into_iter().map(|error| error.field).collect();
    let shown = &mut model.shown;
    shown.hushed.extend(new.into_iter().filter(|field| !shown.once_wrong.contains(field)));
    done
}

impl Shown {
    /// Whether `field` has the focus, and began with no code of a country when it got it.
    pub(super) fn entered_without_code(&self, field: Field) -> bool {
        self.typing.as_ref().is_some_and(|typing| typing.field == field && typing.without_code)
    }

    /// "Continue", or another button that leads on: everything that is wrong is said.
    pub(super) fn tried(&mut self) {
        self.hushed.clear();
        self.typing = None;
    }

    /// What is wrong with `field` is said at once.
    pub(super) fn say(&mut self, field: Field) {
        self.was_wrong(field);
        self.typing = None;
    }

    fn was_wrong(&mut self, field: Field) {
        if !self.once_wrong.contains(&field) {
            self.once_wrong.push(field);
        }
    }
}
