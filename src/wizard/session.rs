//! Whose session it is, whether it lives, and how it ends. The session id lives in memory only; `log_in` begins one.
use crate::billing::error::BillingError;
use crate::billing::http::{Caller, Pass, Reply};
use crate::billing::whoami::{self, WhoAmI};
use crate::billing::{keepalive, logon};
use crate::config::LogIn;

use super::effect::{Effect, Focus, Purpose};
use super::model::{Model, Session, Trouble};
use super::shelf::Vault;
use super::step::Step;
use super::submission::Submission;
use super::{cart, issue, log_in, order_form, payment, reconcile};

pub use super::log_in::errors;

/// Whether the page shown asks for the log-in instead.
pub fn is_asked(model: &Model) -> bool {
    let is_needed =
        model.place.needs_session() && !matches!(model.submission, Submission::Ordered(_)) || model.place == Step::Done;
    is_needed && model.pass().is_none()
}

/// Whether the log-in is under way.
pub fn is_busy(model: &Model) -> bool {
    [Purpose::LogIn, Purpose::Code, Purpose::WhoAmI].into_iter().any(|purpose| model.is_pending(purpose))
}

/// Whether it is being asked if the session still lives.
pub fn is_doubted(model: &Model) -> bool {
    matches!(model.session, Session::Doubted { .. })
}

/// Asks what the session needs: who the panel's cookie belongs to, and whether a doubted session lives.
pub fn drive(model: &mut Model, out: &mut Vec<Effect>) {
    match &model.session {
        Session::Guest { .. } if model.config.log_in == LogIn::Cookie && is_asked(model) => {
            log_in::check(model, out, Pass::Cookie);
        }
        Session::Doubted { id, .. } if !model.is_pending(Purpose::KeepAlive) => {
            let request = keepalive::request(&model.called_by(id));
            model.post(out, Purpose::KeepAlive, request);
        }
        _ => {}
    }
}

/// Whether `error` leaves open if the session has ended or the permission is missing: BILLmanager says `access` to both.
/// If so, that is asked, and until the answer comes no call is made. What failed stays failed; [`still_there`] takes it
/// up again after the log-in.
pub fn doubt(model: &mut Model, error: &BillingError) -> bool {
    if error.is_session_end()
        && let Session::In { id, user } = &model.session
    {
        model.session = Session::Doubted { id: id.clone(), user: user.clone() };
    }
    is_doubted(model)
}

/// The session lives, so that the operation is not permitted; or it has ended, and the log-in is asked for.
pub fn still_there(model: &mut Model, out: &mut Vec<Effect>, reply: Reply) {
    let Session::Doubted { id, user } = &model.session else { return };
    match keepalive::response(reply) {
        Err(error) if error.is_session_end() => ended(model, out),
        answer => {
            model.session = Session::In { id: id.clone(), user: user.clone() };
            model.continue_when_ready = false;
            if let Err(error) = answer {
                // Nothing is known of the permission: the words are about what went wrong last.
                match &mut model.submission {
                    Submission::CartFailed(trouble) => *trouble = Trouble::Billing(error),
                    _ => model.trouble = Some(Trouble::Billing(error)),
                }
            }
            out.push(Effect::Focus(Focus::Errors));
        }
    }
}

/// The session is over: the log-in is asked for, nothing else is lost, and what failed for that is begun again after it.
fn ended(model: &mut Model, out: &mut Vec<Effect>) {
    model.session = Session::Guest { ended: true };
    model.trouble = None;
    order_form::retry(model);
    cart::retry(model);
    reconcile::retry(model);
    issue::retry(model);
    out.push(Effect::Focus(Focus::Page));
}

/// Another tab may have changed who the panel's cookie belongs to: who it is now is asked before the cart is touched or paid.
/// A session of the form's own stays its customer's, so that nothing is asked.
pub fn identify(model: &mut Model, out: &mut Vec<Effect>) -> bool {
    let is_by_cookie = model.session_id() == Some(&Pass::Cookie);
    if is_by_cookie {
        let request = whoami::request(&model.caller());
        model.post(out, Purpose::SameCustomer, request);
    }
    is_by_cookie
}

/// The panel said whose the cookie is by now: the order goes on for this customer alone.
pub fn identified(model: &mut Model, out: &mut Vec<Effect>, reply: Reply) {
    let (Session::In { id, user } | Session::Doubted { id, user }) = &model.session else { return };
    let error = match whoami::response(reply) {
        Ok(WhoAmI::User(now)) if now.login == user.login => None,
        Ok(WhoAmI::User(now)) => return log_in::welcome(model, out, id.clone(), now),
        Ok(WhoAmI::SecondFactor) => return over(model, out),
        Err(error) if error.is_session_end() => return over(model, out),
        Err(error) => Some(error),
    };
    match &model.submission {
        Submission::Cart(..) => cart::identified(model, out, error),
        Submission::Paying(..) => payment::identified(model, out, error),
        _ => {}
    }
}

/// The panel's cookie is nobody's any more: cart or payment go no further, and after the log-in the cart is begun again.
fn over(model: &mut Model, out: &mut Vec<Effect>) {
    if matches!(model.submission, Submission::Paying(..)) {
        out.push(Effect::ReleaseLock);
    }
    if matches!(model.submission, Submission::Cart(..) | Submission::Paying(..)) {
        model.submission = Submission::Idle;
    }
    ended(model, out);
}

/// "Log out": the session ends, and the draft goes with it. The panel's own session is the panel's to end.
pub fn log_out(model: &mut Model, out: &mut Vec<Effect>) {
    let request = match model.pass() {
        Some(id @ Pass::Token(_)) => Some(logon::request(&model.called_by(id))),
        _ => None,
    };
    model.start_over();
    model.vault = Vault::default();
    model.session = Session::Guest { ended: false };
    model.owner = None;
    out.push(Effect::CloseVault);
    if let Some(request) = request {
        model.post(out, Purpose::LogOut, request);
    }
    out.push(Effect::ReleaseLock);
    out.push(Effect::DropDraft);
    out.push(Effect::Navigate { step: Step::Package, replace: false });
    out.push(Effect::Focus(Focus::Page));
}

impl Model {
    /// The session of a logged-in customer, also while it is in doubt.
    pub fn pass(&self) -> Option<&Pass> {
        match &self.session {
            Session::In { id, .. } | Session::Doubted { id, .. } => Some(id),
            _ => None,
        }
    }

    /// A call in the name of whoever has this session.
    pub(super) fn called_by<'a>(&'a self, id: &'a Pass) -> Caller<'a> {
        Caller { dialect: self.config.dialect, lang: self.lang.tag(), session: Some(id), project: self.project() }
    }
}
