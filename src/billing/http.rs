//! A call as data: what is posted, and what came back.
use std::borrow::Cow;
use std::fmt;

use super::assumed::{Assumed, Fact};
use super::doc::Dialect;
use super::link;
use crate::domain::secret::{Secret, names_private_key};

/// A POST to the billing URL, `application/x-www-form-urlencoded` (API reference 1.2), or a GET of a link that it gave.
///
/// Values are kept as secrets, whatever they are: passwords, sessions and personal data all pass here.
#[derive(Clone, PartialEq, Eq)]
pub struct HttpRequest {
    func: &'static str,
    fields: Vec<(Cow<'static, str>, Secret)>,
    credentials: Credentials,
    /// What to GET instead.
    address: Option<String>,
}

/// The `credentials` of the browser's `fetch`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Credentials {
    /// No cookie goes out and none is kept.
    Omit,
    /// Cookies of this origin go along: cookie mode, on the panel's own origin.
    SameOrigin,
}

/// What the fetch port brought.
pub type Reply = Result<HttpResponse, TransportError>;

/// An answer, whatever its status.
#[derive(Clone, PartialEq, Eq)]
pub struct HttpResponse {
    /// HTTP status; the billing system says 200 even for its errors.
    pub status: u16,
    /// The body as text.
    pub body: String,
}

/// Why there was no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TransportError {
    /// No connection, or one that broke off.
    Unreachable,
    /// The browser itself is offline.
    Offline,
    /// The server answers, but not to this page: CORS, or a firewall in between.
    Refused,
    /// No answer in time.
    TimedOut,
}

/// What a call shows to say who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pass {
    /// A session id of our own, in the body.
    Token(Secret),
    /// The panel's cookie, on the panel's own origin.
    Cookie,
}

/// Who asks, and how the answer shall come.
#[derive(Debug, Clone, Copy)]
pub struct Caller<'a> {
    /// `out`.
    pub dialect: Dialect,
    /// `lang`: language of messages, such as `en`.
    pub lang: &'a str,
    /// Whose session; `None` for guests.
    pub session: Option<&'a Pass>,
    /// Id of the provider (brand), where the billing system serves several (API reference 4.3).
    pub project: Option<&'a str>,
}

impl<'a> Caller<'a> {
    /// As this caller, for answers that are forms: those of `bjson` are described nowhere, so that another dialect is asked
    /// for in its place (Q11, Q15).
    pub(super) fn for_forms(self, assumed: &Assumed) -> Caller<'a> {
        let dialect = match self.dialect {
            Dialect::Bjson => Dialect::from_text(assumed.of(Fact::FormsOut)).unwrap_or_default(),
            other => other,
        };
        Caller { dialect, ..self }
    }
}

impl HttpRequest {
    /// `func` with the parameters every call has (API reference 1.3).
    pub(super) fn new(caller: &Caller<'_>, func: &'static str) -> Self {
        let request = Self { func, fields: Vec::new(), credentials: Credentials::Omit, address: None }
            .with("out", caller.dialect.as_str())
            .with("lang", caller.lang);
        match caller.session {
            Some(Pass::Token(session)) => request.with("auth", session.expose()),
            Some(Pass::Cookie) => request.by_cookie(),
            None => request,
        }
    }

    /// Adds a field.
    pub(super) fn with(self, name: &'static str, value: &str) -> Self {
        self.push(Cow::Borrowed(name), value)
    }

    /// Names the provider, unless the billing system's own form did.
    pub(super) fn of_project(self, caller: &Caller<'_>) -> Self {
        let is_there = self.fields.iter().any(|(name, _)| name == "project");
        self.with_some("project", caller.project.filter(|_| !is_there))
    }

    /// Adds a field where there is a value.
    pub(super) fn with_some(self, name: &'static str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// Adds a field that the billing system named.
    pub(super) fn with_named(self, name: &str, value: &str) -> Self {
        self.push(Cow::Owned(name.to_owned()), value)
    }

    /// The only way in, and so the last line of defence: what may never be sent is left out.
    fn push(mut self, name: Cow<'static, str>, value: &str) -> Self {
        if !is_forbidden(&name, value) {
            self.fields.push((name, Secret::new(value.to_owned())));
        }
        self
    }

    /// Lets the panel's cookie say who asks. A request with a token or a password stays as it is: BILLmanager would
    /// let the cookie beat it.
    #[must_use]
    pub fn by_cookie(mut self) -> Self {
        self.credentials = Credentials::SameOrigin;
        self
    }

    /// A GET of the link that came instead of an answer to this call ([`BillingError::Long`](super::BillingError::Long)):
    /// it alone, without the session, and with the panel's cookie where this call went with it. `None` where the link
    /// leaves the origin of `billing_url`.
    pub fn follow(&self, billing_url: &str, link: &str) -> Option<Self> {
        let address = link::own_address(billing_url, link)?;
        Some(Self { func: self.func, fields: Vec::new(), credentials: self.credentials(), address: Some(address) })
    }

    /// The call without what it sends: enough to follow a link that came instead of its answer.
    #[must_use]
    pub fn bare(&self) -> Self {
        let (func, credentials, address) = (self.func, self.credentials(), self.address.clone());
        Self { func, fields: Vec::new(), credentials, address }
    }

    /// What to GET; `None` for a POST to the billing URL.
    pub fn address(&self) -> Option<&str> {
        self.address.as_deref()
    }

    /// The operation, such as `certificate.order.csr`.
    pub fn func(&self) -> &'static str {
        self.func
    }

    /// Whether cookies go along.
    pub fn credentials(&self) -> Credentials {
        if self.fields.iter().any(|(name, _)| name == "auth" || name == "password") {
            return Credentials::Omit;
        }
        self.credentials
    }

    /// The body: UTF-8, form-encoded (WHATWG URL 5.2), `func` first. A GET has none.
    pub fn body(&self) -> Secret {
        if self.address.is_some() {
            return Secret::default();
        }
        Secret::new(self.encoded(|_| false))
    }

    /// The body to be shown: the same bytes, with [`MASK`] where a secret stands.
    pub fn masked_body(&self) -> String {
        self.encoded(|name| SECRETS.contains(&name))
    }

    fn encoded(&self, is_masked: impl Fn(&str) -> bool) -> String {
        // Room for every byte as %XX: a text that grows would leave copies of secrets in memory.
        let room: usize = self.fields.iter().map(|(name, value)| name.len() + value.expose().len() + 2).sum();
        let mut body = String::with_capacity(3 * room + 3 * self.func.len() + 5);
        body.push_str("func=");
        encode(&mut body, self.func);
        for (name, value) in &self.fields {
            body.push('&');
            encode(&mut body, name);
            body.push('=');
            if is_masked(name) {
                body.push_str(MASK);
            } else {
                encode(&mut body, value.expose());
            }
        }
        body
    }
}

/// What stands for a secret in a body that is shown.
pub const MASK: &str = "••••";

/// Fields whose values are nobody's but the billing system's (API reference 2.1, 2.3): session, password, one-time code.
const SECRETS: [&str; 3] = ["auth", "password", "qrcode"];

/// A private key in any form, and the wish that the server make one (API reference 0.5, Q1).
fn is_forbidden(name: &str, value: &str) -> bool {
    name.trim().eq_ignore_ascii_case("key")
        || (name == "crt_type" && value.trim().eq_ignore_ascii_case("generate"))
        || names_private_key(value)
}

fn encode(out: &mut String, text: &str) {
    const HEX: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    let digit = |n: u8| HEX.get(usize::from(n)).copied().unwrap_or('0');
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'*' | b'-' | b'.' | b'_' => out.push(char::from(byte)),
            b' ' => out.push('+'),
            _ => out.extend(['%', digit(byte >> 4), digit(byte & 15)]),
        }
    }
}

impl fmt::Debug for HttpRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.fields.iter().map(|(name, _)| name.as_ref()).collect();
        f.debug_struct("HttpRequest").field("func", &self.func).field("fields", &names).finish_non_exhaustive()
    }
}

impl fmt::Debug for HttpResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let length = self.body.len();
        f.debug_struct("HttpResponse").field("status", &self.status).field("bytes", &length).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn caller(session: Option<&Pass>) -> Caller<'_> {
        Caller { dialect: Dialect::Json, lang: "en", session, project: None }
    }

    #[test]
    fn a_body_is_form_encoded_with_the_operation_first() {
        let request = HttpRequest::new(&caller(None), "f.x").with("a b", "é+/=&\n *-._~");
        assert_eq!(request.body().expose(), "func=f.x&out=json&lang=en&a+b=%C3%A9%2B%2F%3D%26%0A+*-._%7E");
    }

    #[test]
    fn a_private_key_or_its_making_never_enters_a_request() {
        let plain = HttpRequest::new(&caller(None), "f").body();
        let pem = "-----BEGIN RSA PRIVATE KEY-----\nAA==";
        for (name, value) in
            [("key", "x"), ("key", ""), ("KEY ", "x"), ("crt_type", "generate"), ("crt_type", " Generate"), ("ST", pem)]
        {
            assert_eq!(HttpRequest::new(&caller(None), "f").with_named(name, value).body(), plain, "{name}");
        }
    }

    #[test]
    fn a_cookie_never_joins_a_token_or_a_password() {
        let session = Pass::Token(Secret::new("5e55".into()));
        assert_eq!(HttpRequest::new(&caller(None), "f").credentials(), Credentials::Omit);
        let by_cookie = HttpRequest::new(&caller(Some(&Pass::Cookie)), "f");
        assert_eq!(by_cookie.credentials(), Credentials::SameOrigin);
        assert_eq!(by_cookie.with("password", "p").credentials(), Credentials::Omit);
        assert_eq!(HttpRequest::new(&caller(None), "f").by_cookie().credentials(), Credentials::SameOrigin);
        assert_eq!(HttpRequest::new(&caller(Some(&session)), "f").by_cookie().credentials(), Credentials::Omit);
        let login = HttpRequest::new(&caller(None), "auth").with("password", "p");
        assert_eq!(login.by_cookie().credentials(), Credentials::Omit);
    }

    #[test]
    fn a_link_is_followed_without_body_and_session_on_the_billing_systems_origin() {
        let (url, session) = ("https://billing.example.com/my/billmgr", Pass::Token(Secret::new("5e55".into())));
        let by_token = HttpRequest::new(&caller(Some(&session)), "f").with("a", "b");
        let by_cookie = HttpRequest::new(&caller(Some(&Pass::Cookie)), "f");
        for (request, credentials) in [(by_token, Credentials::Omit), (by_cookie, Credentials::SameOrigin)] {
            assert_eq!(request.address(), None);
            let followed = request.follow(url, "long/7/billmgr").unwrap();
            assert_eq!(followed.address(), Some("https://billing.example.com/my/long/7/billmgr"));
            assert_eq!((followed.credentials(), followed.func()), (credentials, "f"));
            assert!(followed.body().is_empty());
            assert_eq!(followed.follow(url, "/long/8/billmgr").unwrap().credentials(), credentials);
            assert_eq!(request.follow(url, "https://evil.example/long/billmgr"), None);
            let shown = format!("{followed:?}");
            assert!(!shown.contains("long/7") && !shown.contains("auth"), "{shown}");
        }
        let login = HttpRequest::new(&caller(None), "auth").with("password", "p").by_cookie();
        assert_eq!(login.follow(url, "long/7/billmgr").unwrap().credentials(), Credentials::Omit);
    }

    #[test]
    fn debug_output_names_fields_and_never_their_values() {
        let session = Pass::Token(Secret::new("5e55".into()));
        let caller = caller(Some(&session));
        let request = HttpRequest::new(&caller, "f").with("password", "hunter2");
        let response = HttpResponse { status: 200, body: "5e55".into() };
        let shown = format!("{caller:?} {request:?} {response:?}");
        assert!(shown.contains("password") && shown.contains("auth"), "{shown}");
        assert!(!shown.contains("5e55") && !shown.contains("hunter2"), "{shown}");
    }
}
