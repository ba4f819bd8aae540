//! Log-in: name and password against a session id (API reference 2.1).
use super::doc::{cell, member, object, read};
use super::error::BillingError;
use super::http::{Caller, HttpRequest, Reply};
use crate::domain::secret::Secret;

/// Asks for a session. The caller's own session is not sent: a new one is wanted.
pub fn request(caller: &Caller<'_>, username: &str, password: &Secret) -> HttpRequest {
    HttpRequest::new(&Caller { session: None, ..*caller }, "auth")
        .with("username", username)
        .with("password", password.expose())
        .of_project(caller)
}

/// The session id. It lives one hour after the last call; with a second factor it is a temporary one, which
/// [`whoami`](super::whoami) tells.
///
/// # Errors
/// `Api` of kind `Auth` with object `badpassword`, `badip`, `blocklogon` … when the log-in is refused.
pub fn response(reply: Reply) -> Result<Secret, BillingError> {
    let doc = read(reply)?;
    let id = object(member(&doc, "auth")).map(|auth| cell(auth, "id")).unwrap_or_default();
    let session = Secret::new(if id.is_empty() { cell(&doc, "auth") } else { id });
    if session.is_empty() { Err(BillingError::Unexpected("auth")) } else { Ok(session) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::billing::doc::Dialect;
    use crate::billing::http::{HttpResponse, Pass};

    #[test]
    fn the_old_session_does_not_go_with_a_log_in() {
        let old = Pass::Token(Secret::new("01d".into()));
        let caller = Caller { dialect: Dialect::Xjson, lang: "en", session: Some(&old), project: None };
        let body = request(&caller, "demo", &Secret::new("a&b".into())).body();
        assert_eq!(body.expose(), "func=auth&out=xjson&lang=en&username=demo&password=a%26b");
    }

    #[test]
    fn the_session_id_is_read_from_each_shape() {
        for body in [
            r#"{"doc": {"auth": {"$id": "5e55", "$level": "16", "$": "5e55"}}}"#,
            r#"{"doc": {"auth": {"$id": "5e55"}}}"#,
            r#"{"doc": {"auth": {"$": "5e55"}}}"#,
            r#"{"model": {"auth": "5e55"}}"#,
            r#"{"auth": {"id": "5e55", "level": "16", "value": "5e55"}}"#,
            r#"{"func": "auth", "auth": "5e55", "model": {}}"#,
        ] {
            let session = response(Ok(HttpResponse { status: 200, body: body.into() })).unwrap();
            assert_eq!(session.expose(), "5e55", "{body}");
        }
        let none = response(Ok(HttpResponse { status: 200, body: r#"{"doc": {"ok": {}}}"#.into() }));
        assert_eq!(none, Err(BillingError::Unexpected("auth")));
    }
}
