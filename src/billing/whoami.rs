//! Who the session belongs to (API reference 2.3, 2.4).
use super::doc::{Object, cell, instruction, object, read};
use super::error::{BillingError, ErrorKind};
use super::http::{Caller, HttpRequest, Reply};
use super::plain::plain;

/// Whose session it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhoAmI {
    /// A customer.
    User(User),
    /// Nobody yet: the account asks for a second factor, and the session is good for that alone.
    SecondFactor,
}

/// A customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// Id of the user; what drafts belong to.
    pub id: String,
    /// Log-in name.
    pub login: String,
    /// Real name; may be empty.
    pub name: String,
    /// E-mail address; may be empty.
    pub email: String,
    /// The balance as the billing system words it; for reckoning there is [`subaccount`](super::subaccount).
    pub balance_text: String,
}

/// Asks who the session belongs to.
pub fn request(caller: &Caller<'_>) -> HttpRequest {
    HttpRequest::new(caller, "whoami")
}

/// The user, or that a second factor is wanted (older builds say so by an error of type `extraconfirm`).
///
/// # Errors
/// `Api` of kind `Access` when there is no session.
pub fn response(reply: Reply) -> Result<WhoAmI, BillingError> {
    let doc = match read(reply) {
        Ok(doc) => doc,
        Err(BillingError::Api(error)) if error.kind == ErrorKind::ExtraConfirm => {
            return Ok(WhoAmI::SecondFactor);
        }
        Err(error) => return Err(error),
    };
    if instruction(&doc).starts_with("func=totp.confirm") {
        return Ok(WhoAmI::SecondFactor);
    }
    let user = object(doc.get("user")).map(user);
    user.filter(|user| !user.login.is_empty()).map(WhoAmI::User).ok_or(BillingError::Unexpected("user"))
}

fn user(user: &Object) -> User {
    let email = cell(user, "email");
    // Customers log in by e-mail where the installation gives no separate name.
    let login = Some(cell(user, "name")).filter(|name| !name.is_empty()).unwrap_or_else(|| email.clone());
    User {
        id: cell(user, "id"),
        login,
        name: plain(&cell(user, "realname")),
        email,
        balance_text: plain(&cell(user, "balance")),
    }
}
