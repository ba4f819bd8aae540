//! Logging in: name and password, a one-time code where the account wants one, and then who it is. In cookie mode the panel
//! has done all that, and only the last is asked.
use crate::billing::auth;
use crate::billing::error::{BillingError, ErrorKind};
use crate::billing::http::{Pass, Reply};
use crate::billing::totp_confirm;
use crate::billing::whoami::{self, User, WhoAmI};
use crate::config::LogIn;
use crate::domain::problem::Problem;
use crate::domain::secret::Secret;

use super::effect::{Effect, Focus, Purpose};
use super::field::Field;
use super::model::{FieldError, Model, Session, Trouble};
use super::restore;
use super::session;
use super::step::Step;

/// The most characters of a name, a password or a code: what is longer was pasted by mistake, and is not sent.
const LIMIT: usize = 1_000;

/// What is missing in the log-in, or cannot be meant.
pub fn errors(model: &Model) -> Vec<FieldError> {
    let error = |field, problem: Option<Problem>| problem.map(|problem| FieldError { field, problem });
    let found = match &model.session {
        Session::Coding { refused: true, .. } => [error(Field::Code, Some(Problem::WrongCode)), None],
        Session::Coding { .. } => [error(Field::Code, wrong(model.code.expose())), None],
        _ => [
            error(Field::UserName, wrong(model.user_name.trim())),
            error(Field::Password, wrong(model.password.expose())),
        ],
    };
    found.into_iter().flatten().collect()
}

/// Whatever else is wrong with a name, a password or a code, the billing system says.
fn wrong(text: &str) -> Option<Problem> {
    match text {
        "" => Some(Problem::Missing),
        text if text.chars().count() > LIMIT => Some(Problem::TooLong { limit: LIMIT, count: text.chars().count() }),
        text if text.chars().any(char::is_control) => Some(Problem::ControlCharacter),
        _ => None,
    }
}

/// "Log in": with name and password, with the one-time code, or "I have logged in" in the panel.
pub fn log_in(model: &mut Model, out: &mut Vec<Effect>) {
    if session::is_busy(model) || model.pass().is_some() {
        return;
    }
    model.log_in_tried = true;
    model.shown.tried();
    model.trouble = None;
    if model.config.log_in == LogIn::Cookie {
        return check(model, out, Pass::Cookie);
    }
    if !errors(model).is_empty() {
        out.push(Effect::Focus(Focus::Errors));
        return;
    }
    if let Session::Coding { id, .. } = &model.session {
        let request = totp_confirm::request(&model.called_by(id), &model.code);
        model.post(out, Purpose::Code, request);
    } else {
        let request = auth::request(&model.guest(), model.user_name.trim(), &model.password);
        model.post(out, Purpose::LogIn, request);
    }
}

/// The customer changed the one-time code.
pub fn code_edited(model: &mut Model, code: Secret) {
    if let Session::Coding { refused, .. } = &mut model.session {
        *refused = false;
        model.code = code;
    }
}

/// "Use another account" instead of the one-time code.
pub fn anew(model: &mut Model, out: &mut Vec<Effect>) {
    if matches!(model.session, Session::Coding { .. }) {
        model.cancel(Purpose::Code);
        out_again(model, false);
        model.trouble = None;
        out.push(Effect::Focus(Focus::Page));
    }
}

/// Back to name and password; neither password nor code is kept.
fn out_again(model: &mut Model, ended: bool) {
    model.session = Session::Guest { ended };
    model.code = Secret::default();
    model.log_in_tried = false;
}

/// Asks who the session belongs to.
pub fn check(model: &mut Model, out: &mut Vec<Effect>, id: Pass) {
    let request = whoami::request(&model.called_by(&id));
    model.session = Session::Checking(id);
    model.post(out, Purpose::WhoAmI, request);
}

/// The billing system said whether the password is right. It is wiped once it was right.
pub fn logged_in(model: &mut Model, out: &mut Vec<Effect>, reply: Reply) {
    match auth::response(reply) {
        Ok(id) => {
            model.password = Secret::default();
            check(model, out, Pass::Token(id));
        }
        Err(error) => failed(model, out, error),
    }
}

/// The billing system said whether the one-time code is right. It is wiped either way: it counts once.
pub fn confirmed(model: &mut Model, out: &mut Vec<Effect>, reply: Reply) {
    let Session::Coding { refused, .. } = &mut model.session else { return };
    model.code = Secret::default();
    match totp_confirm::response(reply) {
        Ok(id) => check(model, out, Pass::Token(id)),
        Err(error) if error.is_session_end() => {
            out_again(model, true);
            out.push(Effect::Focus(Focus::Page));
        }
        Err(BillingError::Api(api)) if api.kind != ErrorKind::Auth || api.object == "badpassword" => {
            *refused = true;
            model.log_in_tried = true;
            out.push(Effect::Focus(Focus::Errors));
        }
        Err(error) => {
            model.log_in_tried = false;
            model.trouble = Some(Trouble::of(error, &model.config.assumed));
            out.push(Effect::Focus(Focus::Errors));
        }
    }
}

/// The billing system said who it is.
pub fn known(model: &mut Model, out: &mut Vec<Effect>, reply: Reply) {
    let Session::Checking(id) = &model.session else { return };
    let id = id.clone();
    match (whoami::response(reply), &id) {
        (Ok(WhoAmI::User(user)), _) => welcome(model, out, id, user),
        (Ok(WhoAmI::SecondFactor), Pass::Token(_)) => {
            model.session = Session::Coding { id, refused: false };
            model.log_in_tried = false;
            out.push(Effect::Focus(Focus::Page));
        }
        (Err(error), Pass::Token(_)) => failed(model, out, error),
        (answer, Pass::Cookie) => nobody(model, out, answer.err()),
    }
}

/// A draft of someone else is not shown to this customer.
pub fn welcome(model: &mut Model, out: &mut Vec<Effect>, id: Pass, user: User) {
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

/// The panel's cookie is nobody's, or it could not be asked. After a press of the button the page says so.
fn nobody(model: &mut Model, out: &mut Vec<Effect>, error: Option<BillingError>) {
    model.session = Session::Nobody;
    model.trouble = match error.filter(|error| !error.is_session_end()) {
        Some(error) => Some(Trouble::of(error, &model.config.assumed)),
        None => model.log_in_tried.then_some(Trouble::NotLoggedIn),
    };
    model.log_in_tried = false;
    out.push(Effect::Focus(if model.trouble.is_some() { Focus::Errors } else { Focus::Page }));
}

fn failed(model: &mut Model, out: &mut Vec<Effect>, error: BillingError) {
    model.session = Session::Guest { ended: false };
    model.trouble = Some(Trouble::of(error, &model.config.assumed));
    out.push(Effect::Focus(Focus::Errors));
}
