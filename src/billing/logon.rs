//! Log-out: `func=logon` ends the session (API reference 2.4).
use super::doc::read_done;
use super::error::BillingError;
use super::http::{Caller, HttpRequest, Reply};

/// Ends the caller's session.
pub fn request(caller: &Caller<'_>) -> HttpRequest {
    HttpRequest::new(caller, "logon")
}

/// That the session has ended.
///
/// # Errors
/// As any call; the session may live on until its hour is over.
pub fn response(reply: Reply) -> Result<(), BillingError> {
    read_done(reply)
}
