//! Errors as the billing system reports them: HTTP 200, one error per answer.

use std::error::Error;
use std::fmt;

use serde_json::{Value, json};

use super::json::{Element, element, text};
use super::labels::label;

/// How much of a refused value is repeated in the answer, in characters.
const ECHO_LIMIT: usize = 200;

/// The error's `$type`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// No session, or not allowed.
    Access,
    /// Log-in failed.
    Auth,
    /// A second factor is still to come.
    ExtraConfirm,
    /// A limit is exceeded; assumed for a balance that is too small.
    Limit,
    /// An object, a function or a promotion code does not exist.
    Missed,
    /// Something broke in the server itself.
    Process,
    /// The promotion code exists but cannot be used on this cart.
    PromocodeNotUse,
    /// A form field is wrong or empty; the object is the field's name.
    Value,
    /// A wizard step was opened without what earlier steps collect.
    WizardUnavailable,
    /// Any other type, as only faults give it.
    Other(Box<str>),
}

impl Kind {
    fn wire(&self) -> &str {
        match self {
            Self::Access => "access",
            Self::Auth => "auth",
            Self::ExtraConfirm => "extraconfirm",
            Self::Limit => "limit",
            Self::Missed => "missed",
            Self::Process => "process",
            Self::PromocodeNotUse => "promocode_not_use",
            Self::Value => "value",
            Self::WizardUnavailable => "wizard_unavailable",
            Self::Other(kind) => kind,
        }
    }
}

/// One error for the customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiError {
    /// What kind of error.
    pub kind: Kind,
    /// The field or entity it is about.
    pub object: String,
    /// The offending value; never a secret.
    pub value: String,
    /// The English sentence.
    pub message: String,
    /// A further parameter: its name and value.
    pub further: Option<Box<(&'static str, String)>>,
}

impl ApiError {
    fn new(kind: Kind, object: &str, value: &str, message: String) -> Self {
        Self {
            kind,
            object: object.to_owned(),
            value: value.chars().take(ECHO_LIMIT).collect(),
            message,
            further: None,
        }
    }

    /// The field `field` has a wrong value; `reason` is a whole sentence.
    pub fn value(field: &str, value: &str, reason: &str) -> Self {
        let message = format!("The '{}' field has invalid value. {reason}", label(field));
        Self::new(Kind::Value, field, value, message)
    }

    /// The field `field` must not be empty.
    pub fn empty(field: &str) -> Self {
        Self::value(field, "", "The value cannot be empty.")
    }

    /// The object `object` with the id or code `value` does not exist (for this customer).
    pub fn missed(object: &str, value: &str) -> Self {
        let message = format!("The object '{object}' does not exist.");
        Self::new(Kind::Missed, object, value, message)
    }

    /// No session, or an expired one: one and the same answer.
    pub fn access(func: &str) -> Self {
        let message = format!("Insufficient privileges to perform '{func}'.");
        Self::new(Kind::Access, "", func, message)
    }

    /// The session is good for the one-time code alone.
    pub fn extra_confirm() -> Self {
        Self::new(Kind::ExtraConfirm, "", "", "Confirm the log-in with a one-time code first.".to_owned())
    }

    /// Wrong user name or password.
    pub fn bad_password() -> Self {
        let message = "The user name or password is wrong.".to_owned();
        Self::new(Kind::Auth, "badpassword", "", message)
    }

    /// The balance does not cover `total`. Assumed (Q12): no public source names the type.
    pub fn balance(total: impl fmt::Display) -> Self {
        let message = "There are not enough funds on the account.".to_owned();
        Self::new(Kind::Limit, "balance", &total.to_string(), message)
    }

    /// The step `step` needs values of earlier steps.
    pub fn wizard_unavailable(step: &str, title: &str) -> Self {
        let message = format!("You are trying to access the '{title}' step that is currently not available.");
        Self::new(Kind::WizardUnavailable, step, "", message)
    }

    /// The code exists but does not fit this cart.
    pub fn promocode_not_use(code: &str) -> Self {
        let message = format!("The promotion code '{code}' cannot be used for this order.");
        Self::new(Kind::PromocodeNotUse, "promocode", code, message)
    }

    /// The code's time is over. Assumed: a parameter `expired` tells it from a code that does not fit.
    pub fn promocode_expired(code: &str) -> Self {
        let message = format!("The promotion code '{code}' has expired.");
        let error = Self::new(Kind::PromocodeNotUse, "promocode", code, message);
        Self { further: Some(Box::new(("expired", "on".to_owned()))), ..error }
    }

    /// An error of any type, with a whole sentence.
    pub fn other(kind: &str, object: &str, value: &str, message: &str) -> Self {
        Self::new(Kind::Other(kind.into()), object, value, message.to_owned())
    }

    /// The log-in is refused for the reason `object`.
    pub fn log_in_refused(object: &str, message: &str) -> Self {
        Self::new(Kind::Auth, object, "", message.to_owned())
    }

    /// More than the limit `object` allows.
    pub fn limit(object: &str) -> Self {
        Self::new(Kind::Limit, object, "", "The limit is exceeded.".to_owned())
    }

    fn process() -> Self {
        let message = "The request could not be processed. Please try again.".to_owned();
        Self::new(Kind::Process, "", "", message)
    }

    /// The members of `doc` for this error.
    pub fn into_doc(self, func: &str) -> Element {
        let named = |name: &str, value: String| Value::from(element([("$name", name.to_owned()), ("$", value)]));
        let mut params = vec![named("object", self.object.clone()), named("value", self.value)];
        params.extend(self.further.map(|further| named(further.0, further.1)));
        let error = json!({
            "$type": self.kind.wire(),
            "$object": self.object,
            "$lang": "en",
            "$report": "no",
            "param": params,
            "msg": text(self.message),
        });
        let mut doc = element([("$func", func.to_owned())]);
        doc.insert("error".to_owned(), error);
        doc
    }
}

/// Why a function gave no answer of its own.
#[derive(Debug)]
pub enum Failure {
    /// An error for the customer.
    Api(ApiError),
    /// A fault of the sandbox: database, certificate authority.
    Internal(Box<dyn Error + Send + Sync>),
}

impl Failure {
    /// A fault described in words.
    pub fn internal(what: impl Into<String>) -> Self {
        Self::Internal(what.into().into())
    }

    /// What the customer sees of it.
    pub fn into_api(self) -> ApiError {
        match self {
            Self::Api(error) => error,
            Self::Internal(_) => ApiError::process(),
        }
    }
}

impl From<ApiError> for Failure {
    fn from(error: ApiError) -> Self {
        Self::Api(error)
    }
}

impl From<rusqlite::Error> for Failure {
    fn from(error: rusqlite::Error) -> Self {
        Self::Internal(error.into())
    }
}

impl From<rcgen::Error> for Failure {
    fn from(error: rcgen::Error) -> Self {
        Self::Internal(error.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_has_the_documented_shape() {
        let doc = ApiError::empty("adm_email").into_doc("certificate.order.param");
        assert_eq!(
            Value::from(doc),
            json!({
                "$func": "certificate.order.param",
                "error": {
                    "$type": "value", "$object": "adm_email", "$lang": "en", "$report": "no",
                    "param": [{"$name": "object", "$": "adm_email"}, {"$name": "value", "$": ""}],
                    "msg": {"$": "The 'Email' field has invalid value. The value cannot be empty."},
                },
            })
        );
    }

    #[test]
    fn a_long_value_is_cut_and_a_fault_is_not_described() {
        let error = ApiError::value("CN", &"ж".repeat(500), "Too long.");
        assert_eq!(error.value.chars().count(), ECHO_LIMIT);
        let fault = Failure::internal("no such table: item").into_api();
        assert_eq!(fault.kind, Kind::Process);
        assert!(!fault.message.contains("table"));
    }
}
