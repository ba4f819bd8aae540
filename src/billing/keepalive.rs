//! Is the session still there? (API reference 2.4)
use super::doc::read_done;
use super::error::BillingError;
use super::http::{Caller, HttpRequest, Reply};

/// Asks; the session's hour begins anew.
pub fn request(caller: &Caller<'_>) -> HttpRequest {
    HttpRequest::new(caller, "keepalive")
}

/// That it is there. This call tells an ended session from a missing permission, since it needs none.
///
/// # Errors
/// `Api` of kind `Access` when the session has ended.
pub fn response(reply: Reply) -> Result<(), BillingError> {
    read_done(reply)
}
