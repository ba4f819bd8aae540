//! What comes while the billing system is still at it (API reference 1.6): a page whose link gives the answer later, or the
//! error that an earlier call has not ended.
use super::doc::read;
use super::error::BillingError;
use super::http::{HttpRequest, Reply};
use crate::domain::secret::Secret;

/// Why there is no answer yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Waiting {
    /// The link gives it later.
    Long(Secret),
    /// An earlier call has not ended: this one was not taken.
    Busy,
}

/// The longest answer that is looked at: both are short.
const LIMIT: usize = 64 * 1024;

/// Whether `reply` is no answer yet.
pub fn waiting(reply: &Reply) -> Option<Waiting> {
    let response = reply.as_ref().ok().filter(|response| response.status == 200 && response.body.len() <= LIMIT)?;
    let is_page = response.body.contains("billmgr") && response.body.contains("long");
    // The type, or the text in one of two languages; whether it is an error the reader says.
    let is_error = ["process", "обрабатывается"].iter().any(|mark| response.body.contains(mark));
    if !is_page && !is_error {
        return None;
    }
    match read(reply.clone()) {
        Err(BillingError::Long(link)) => Some(Waiting::Long(link)),
        Err(error) if error.is_still_running() => Some(Waiting::Busy),
        _ => None,
    }
}

/// What a followed link gave, as the answer to the call it stands for. A link goes without the session, and may be gone
/// when its answer was fetched by somebody else: neither says that the operation was refused.
///
/// # Errors
/// That there was no answer, also where there was one that says nothing of the operation.
pub fn followed(reply: Reply) -> Reply {
    let is_lost = match &reply {
        Ok(response) if response.status != 200 => true,
        Ok(_) => matches!(read(reply.clone()), Err(error) if error.is_session_end()),
        Err(_) => false,
    };
    if is_lost { Err(super::http::TransportError::TimedOut) } else { reply }
}

/// What is sent next: the link's GET, or the same call again where that does no harm. `None` where neither can be.
pub fn next(waiting: &Waiting, call: &HttpRequest, billing_url: &str, is_repeatable: bool) -> Option<HttpRequest> {
    match waiting {
        Waiting::Long(link) => call.follow(billing_url, link.expose()),
        Waiting::Busy => is_repeatable.then(|| call.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::billing::http::{HttpResponse, TransportError};

    fn answer(status: u16, body: &str) -> HttpResponse {
        HttpResponse { status, body: body.to_owned() }
    }

    #[test]
    fn only_what_is_no_answer_yet_is_waited_for() {
        let link = Some(Waiting::Long(Secret::new("long/7/billmgr".into())));
        let quoted = r#"{"doc": {"msg": "Request in process of billmgr, a long one"}}"#;
        for (reply, wanted) in [
            (Ok(answer(200, "<a href='long/7/billmgr'>wait</a>")), link),
            (Ok(answer(502, "<a href='long/7/billmgr'>wait</a>")), None),
            (Ok(answer(200, r#"{"doc": {"error": {"$type": "process"}}}"#)), Some(Waiting::Busy)),
            (
                Ok(answer(200, r#"{"error": {"type": "xml", "msg": "Request in process, please wait"}}"#)),
                Some(Waiting::Busy),
            ),
            (Ok(answer(200, r#"{"error": {"msg": "Ваш запрос обрабатывается"}}"#)), Some(Waiting::Busy)),
            (Ok(answer(200, quoted)), None),
            (Ok(answer(200, r#"{"doc": {"ok": {}}}"#)), None),
            (Ok(answer(200, &format!("{}<a href='long/7/billmgr'>", " ".repeat(LIMIT)))), None),
            (Err(TransportError::TimedOut), None),
        ] {
            assert_eq!(waiting(&reply), wanted, "{reply:?}");
        }
    }

    #[test]
    fn a_link_that_is_gone_refuses_nothing() {
        let lost = Err(TransportError::TimedOut);
        for (given, wanted) in [
            (Ok(answer(404, "")), lost.clone()),
            (Ok(answer(403, "")), lost.clone()),
            (Ok(answer(200, r#"{"doc": {"error": {"$type": "access"}}}"#)), lost),
            (
                Ok(answer(200, r#"{"doc": {"error": {"$type": "value"}}}"#)),
                Ok(answer(200, r#"{"doc": {"error": {"$type": "value"}}}"#)),
            ),
            (Ok(answer(200, r#"{"doc": {"ok": {}}}"#)), Ok(answer(200, r#"{"doc": {"ok": {}}}"#))),
            (Err(TransportError::Offline), Err(TransportError::Offline)),
        ] {
            assert_eq!(followed(given), wanted);
        }
    }
}
