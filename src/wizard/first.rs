//! What the first page takes in by itself, before the rest of the form is there: the browser loads that only when somebody
//! begins to order. Never more, and never anything else, than [`super::update::update`] would do.
use crate::domain::problem::Problem;
use crate::domain::secret::names_private_key;

use super::effect::{Effect, Purpose};
use super::field::Field;
use super::keys::KeyState;
use super::message::{Answer, Msg};
use super::model::{FieldError, Loading, Model, Session};
use super::order_form::Discovery;
use super::step::Step;
use super::submission::Submission;
use super::suffixes::Suffixes;
use super::{catalogue, existing, language, restore, shown, transport};

/// What comes after the first page, to the customer who waits for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rest {
    /// Nobody waits for it, or it is here.
    Unasked,
    /// Somebody waits for it.
    Loading,
    /// It could not be loaded; what was pressed is done as soon as it is there.
    Missing,
}

/// Takes `msg` in.
///
/// # Errors
/// `msg` itself, with `model` as it was, where it takes the rest of the form.
pub fn update(model: &mut Model, msg: Msg) -> Result<Vec<Effect>, Msg> {
    let mut out = Vec::new();
    match msg {
        Msg::Started(start) if !model.started && !model.elsewhere && start.draft.is_none() => {
            restore::arrive(model, &mut out, &start);
        }
        Msg::Language(lang) if !model.started => {
            language::changed(model, lang);
            return Ok(out);
        }
        // The window may lose the focus before anything is there.
        Msg::HideKey if !model.started => return Ok(out),
        msg if !is_untouched(model) => return Err(msg),
        Msg::Edited(field, text) if field.step() == Some(Step::Package) => {
            shown::change(model, |model| edited(model, &mut out, field, text));
        }
        Msg::Entered(field) => shown::entered(model, field),
        Msg::Left(field) => shown::left(model, field),
        Msg::Answered(number, Answer::Http(reply)) if model.is_asked(number, Purpose::Catalogue) => {
            let asked = model.take_pending(number);
            if let Some(reply) = asked.and_then(|asked| transport::settled(model, &mut out, asked, reply)) {
                catalogue::loaded(model, reply);
            }
        }
        Msg::Language(lang) => language::changed(model, lang),
        Msg::Retry if matches!(model.catalogue, Loading::Failed(_)) => {
            model.trouble = None;
            catalogue::retry(model);
        }
        Msg::Online if catalogue::is_offline(model) => {
            model.trouble = None;
            catalogue::retry(model);
        }
        // Nothing waits for a connection.
        Msg::Online if model.trouble.is_none() => {}
        // Nothing is shown that could be hidden.
        Msg::HideKey => {}
        other => return Err(other),
    }
    catalogue::drive(model, &mut out);
    Ok(out)
}

/// Somebody waits for the rest.
pub fn wait(model: &mut Model) {
    model.rest = Rest::Loading;
}

/// The rest could not be loaded.
pub fn missing(model: &mut Model) {
    model.rest = Rest::Missing;
}

/// The rest is here.
pub fn arrived(model: &mut Model) {
    model.rest = Rest::Unasked;
}

/// Whether nothing has begun that goes on by itself: the page is the first, nobody is logged in, nothing is under way.
fn is_untouched(model: &Model) -> bool {
    model.started
        && !model.elsewhere
        && !model.vault.is_shown
        && model.place == Step::Package
        && model.session == Session::Guest { ended: false }
        && model.key == KeyState::None
        && model.revealed.is_none()
        // What is said of a request depends on the package.
        && model.existing.read.is_none()
        && model.discovery == Discovery::None
        && model.submission == Submission::Idle
        && model.suffixes != Suffixes::Failed
}

fn edited(model: &mut Model, out: &mut Vec<Effect>, field: Field, text: String) {
    retract(model, field);
    if !refuse_key(model, field, &text) {
        model.drafts.set(field, text);
        existing::edited(model, field);
    }
    out.push(Effect::SaveDraft(restore::snapshot(model)));
}

/// A private key that was pasted into a field for something else: it is kept nowhere, and the field says so.
pub(super) fn refuse_key(model: &mut Model, field: Field, text: &str) -> bool {
    let is_key = names_private_key(text);
    if let (true, Some(step)) = (is_key, field.step()) {
        model.drafts.set(field, String::new());
        model.billing_errors.push(FieldError { field, problem: Problem::PrivateKey });
        model.show_errors(step);
        model.shown.say(field);
    }
    is_key
}

/// A field is being edited: what the form has said of what stood there no longer holds. What a package does not take is
/// judged anew with another package.
pub(super) fn retract(model: &mut Model, field: Field) {
    model.copied = None;
    let is_of_package = |said: Field| field == Field::Package && matches!(said, Field::Domain | Field::FurtherNames);
    model.billing_errors.retain(|said| said.field != field && !is_of_package(said.field));
}
