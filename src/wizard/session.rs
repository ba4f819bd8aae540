//! Logging in and out. The session id lives in memory only.
use crate::billing::error::BillingError;
use crate::billing::http::{Caller, Reply};
use crate::billing::whoami::{self, WhoAmI};
use crate::billing::{auth, logon};
use crate::domain::problem::Problem;
use crate::domain::secret::Secret;

use super::catalogue::LANG;
use super::effect::{Effect, Focus, Purpose};
use super::field::Field;
use super::model::{FieldError, Model, Session, Trouble};
use super::restore;
use super::step::Step;
use super::submission::Submission;

/// What is missing in the log-in.
pub fn errors(model: &Model) -> Vec<FieldError> {
    let missing = |field, empty: bool| empty.then_some(FieldError { field, problem: Problem::Missing });
    let name = missing(Field::UserName, model.user_name.trim().is_empty());
    let password = missing(Field::Password, model.password.is_empty());
    name.into_iter().chain(password).collect()
}

/// Whether the page shown asks for the log-in instead.
pub fn is_asked(model: &Model) -> bool {
    model.place.needs_session() && model.session_id().is_none() && !matches!(model.submission, Submission::Ordered(_))
        || model.place == Step::Done && model.session_id().is_none()
}

/// Whether the log-in is under way.
pub fn is_busy(model: &Model) -> bool {
    model.is_pending(Purpose::LogIn) || model.is_pending(Purpose::WhoAmI)
}

/// "Log in".
pub fn log_in(model: &mut Model, out: &mut Vec<Effect>) {
    if is_busy(model) || model.session_id().is_some() {
        return;
    }
    model.log_in_tried = true;
    model.trouble = None;
    if !errors(model).is_empty() {
        out.push(Effect::Focus(Focus::Errors));
        return;
    }
    let request = auth::request(&model.guest(), model.user_name.trim(), &model.password);
    model.post(out, Purpose::LogIn, request);
}

/// The billing system said whether the password is right. It is wiped either way once it was right.
pub fn logged_in(model: &mut Model, out: &mut Vec<Effect>, reply: Reply) {
    match auth::response(reply) {
        Ok(id) => {
            let caller = Caller { dialect: model.config.dialect, lang: LANG, session: Some(&id) };
            let request = whoami::request(&caller);
            model.session = Session::Checking(id);
            model.password = Secret::default();
            model.post(out, Purpose::WhoAmI, request);
        }
        Err(error) => failed(model, out, Trouble::Billing(error)),
    }
}

/// The billing system said who it is. A draft of someone else is not shown to this customer.
pub fn known(model: &mut Model, out: &mut Vec<Effect>, reply: Reply) {
    let Session::Checking(id) = &model.session else { return };
    let id = id.clone();
    match whoami::response(reply) {
        Ok(WhoAmI::User(user)) => {
            let login = user.login.clone();
            model.session = Session::In { id, user };
            model.log_in_tried = false;
            if model.owner.as_ref().is_some_and(|owner| *owner != login) {
                model.start_over();
                model.place = Step::Package;
                model.trouble = Some(Trouble::OtherAccount);
                out.push(Effect::ReleaseLock);
                out.push(Effect::Navigate { step: Step::Package, replace: true });
            }
            model.owner = Some(login);
            // From now on the draft is this customer's: the next one must not find it without an owner.
            out.push(Effect::SaveDraft(restore::snapshot(model)));
            out.push(Effect::Focus(Focus::Page));
        }
        Ok(WhoAmI::SecondFactor) => failed(model, out, Trouble::SecondFactor),
        Err(error) => failed(model, out, Trouble::Billing(error)),
    }
}

fn failed(model: &mut Model, out: &mut Vec<Effect>, trouble: Trouble) {
    model.session = Session::Guest { ended: false };
    model.trouble = Some(trouble);
    out.push(Effect::Focus(Focus::Errors));
}

/// "Log out": the session ends, and the draft goes with it.
pub fn log_out(model: &mut Model, out: &mut Vec<Effect>) {
    let request = logon::request(&model.caller());
    model.start_over();
    model.session = Session::Guest { ended: false };
    model.owner = None;
    model.post(out, Purpose::LogOut, request);
    out.push(Effect::ReleaseLock);
    out.push(Effect::DropDraft);
    out.push(Effect::Navigate { step: Step::Package, replace: false });
    out.push(Effect::Focus(Focus::Page));
}

/// Whether `error` means that the session is over; if so, the log-in is asked for, and nothing else is lost.
pub fn ended(model: &mut Model, error: &BillingError) -> bool {
    let over = error.is_session_end() && model.session_id().is_some();
    if over {
        model.session = Session::Guest { ended: true };
    }
    over
}
