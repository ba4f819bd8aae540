//! The second factor: a one-time code turns the temporary session into a whole one (API reference 2.3).
use super::auth;
use super::error::BillingError;
use super::http::{Caller, HttpRequest, Reply};
use crate::domain::secret::Secret;

/// Hands in the code, with the temporary session.
pub fn request(caller: &Caller<'_>, code: &Secret) -> HttpRequest {
    HttpRequest::new(caller, "totp.confirm")
        .with("qrcode", code.expose())
        .with("clicked_button", "ok")
        .with("sok", "ok")
}

/// The session id that counts from now on; the temporary one is of no further use.
///
/// # Errors
/// As any call. How a wrong code is refused no public source tells: any error but `access` is taken for it.
pub fn response(reply: Reply) -> Result<Secret, BillingError> {
    auth::response(reply)
}
