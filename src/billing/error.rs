//! What can go wrong with a call (API reference 3).
use std::fmt;

use super::doc::{Object, cell, many, text};
use super::http::TransportError;
use super::plain::plain;
use crate::domain::json::Json;

/// Why an operation gave no result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BillingError {
    /// No connection.
    Unreachable,
    /// No answer in time.
    TimedOut,
    /// An HTTP status other than 200: a proxy speaks.
    Status(u16),
    /// The body is not JSON: a proxy's page, or the panel's "long operation" page (API reference 1.6).
    NotJson,
    /// JSON of another shape; what was missing.
    Unexpected(&'static str),
    /// The billing system itself refuses.
    Api(ApiError),
}

/// An error as the billing system words it (API reference 3.1).
///
/// `Debug` shows neither message nor parameter values: both may repeat what was sent.
#[derive(Clone, PartialEq, Eq)]
pub struct ApiError {
    /// What kind of error.
    pub kind: ErrorKind,
    /// For [`ErrorKind::Value`] the form field, else an entity; may be empty.
    pub object: String,
    /// The billing system's own words as plain text, in the language asked for.
    pub message: String,
    /// Further details: name and value.
    pub params: Vec<(String, String)>,
}

/// `type` of an error (API reference 3.2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ErrorKind {
    /// `value`: a field is wrong or empty.
    Value,
    /// `missed`: no such object; also an unknown promotion code.
    Missed,
    /// `exists`: a duplicate.
    Exists,
    /// `access`: no permission, or the session has ended.
    Access,
    /// `auth`: the log-in failed; `object` says why (`badpassword`, `badip` …).
    Auth,
    /// `limit`: a limit would be exceeded.
    Limit,
    /// `wizard_unavailable`: a step without its prerequisites.
    WizardUnavailable,
    /// `promocode_not_use`: the promotion code does not fit this cart.
    PromocodeNotUse,
    /// `api_error`: the CA refuses.
    ApiError,
    /// Any other type, as it came.
    Other(String),
}

impl BillingError {
    /// After a call that changes something: whether it may have happened all the same. Then lists are compared
    /// before anything is sent again.
    ///
    /// A status from 400 to 499 is a refusal before the billing system, but for 408 (RFC 9110 15.5.9).
    pub fn is_unclear(&self) -> bool {
        match self {
            Self::Unreachable | Self::TimedOut | Self::NotJson | Self::Unexpected(_) => true,
            Self::Status(status) => *status == 408 || !(400..500).contains(status),
            Self::Api(error) => error.is_still_running(),
        }
    }

    /// Whether the session may have ended. BILLmanager says the same for a missing permission;
    /// [`keepalive`](super::keepalive) tells them apart.
    pub fn is_session_end(&self) -> bool {
        matches!(self, Self::Api(ApiError { kind: ErrorKind::Access, .. }))
    }
}

impl From<TransportError> for BillingError {
    fn from(error: TransportError) -> Self {
        match error {
            TransportError::Unreachable => Self::Unreachable,
            TransportError::TimedOut => Self::TimedOut,
        }
    }
}

impl ApiError {
    /// Reads an `error` element; one of an unknown shape still is an error.
    pub(super) fn read(error: &Json) -> Self {
        let Some(error) = error.as_object() else {
            return Self {
                kind: ErrorKind::from_type(""),
                object: String::new(),
                message: plain(&text(Some(error))),
                params: Vec::new(),
            };
        };
        let message = Some(cell(error, "msg")).filter(|msg| !msg.is_empty()).unwrap_or_else(|| cell(error, "detail"));
        Self {
            kind: ErrorKind::from_type(&cell(error, "type")),
            object: cell(error, "object"),
            message: plain(&message),
            params: many(error.get("param")).iter().filter_map(Json::as_object).map(param).collect(),
        }
    }

    /// "Request in process, please wait": an earlier call of the same kind has not ended (API reference 1.6, 3.3).
    fn is_still_running(&self) -> bool {
        self.kind == ErrorKind::Other("process".to_owned())
            || self.message.starts_with("Request in process")
            || self.message.starts_with("Ваш запрос обрабатывается")
    }
}

fn param(param: &Object) -> (String, String) {
    (cell(param, "name"), text(param.get("$").or_else(|| param.get("value"))))
}

impl ErrorKind {
    fn from_type(name: &str) -> Self {
        match name {
            "value" => Self::Value,
            "missed" => Self::Missed,
            "exists" => Self::Exists,
            "access" => Self::Access,
            "auth" => Self::Auth,
            "limit" => Self::Limit,
            "wizard_unavailable" => Self::WizardUnavailable,
            "promocode_not_use" => Self::PromocodeNotUse,
            "api_error" => Self::ApiError,
            other => Self::Other(other.to_owned()),
        }
    }
}

impl fmt::Debug for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let params: Vec<&str> = self.params.iter().map(|(name, _)| name.as_str()).collect();
        f.debug_struct("ApiError")
            .field("kind", &self.kind)
            .field("object", &self.object)
            .field("params", &params)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::domain::json::from_serde;

    fn api(error: &Value) -> BillingError {
        BillingError::Api(ApiError::read(&from_serde(error)))
    }

    #[test]
    fn both_shapes_of_an_error_are_read_alike() {
        let wanted = ApiError {
            kind: ErrorKind::Value,
            object: "adm_email".into(),
            message: "The 'E-mail' field has an invalid value".into(),
            params: vec![("value".into(), "ann@".into())],
        };
        let message = "The <b>'E-mail'</b> field has an&nbsp;invalid value";
        let (dollar, plain) = (json!({"$name": "value", "$": "ann@"}), json!({"name": "value", "value": "ann@"}));
        for error in [
            json!({"$type": "value", "$object": "adm_email", "param": [dollar], "msg": {"$": message}}),
            json!({"$type": "value", "$object": "adm_email", "param": dollar, "msg": message}),
            json!({"$type": "value", "$object": "adm_email", "param": dollar, "detail": {"$": message}}),
            json!({"type": "value", "object": "adm_email", "param": [plain], "msg": message}),
        ] {
            assert_eq!(ApiError::read(&from_serde(&error)), wanted, "{error}");
        }
    }

    #[test]
    fn an_error_without_its_usual_parts_is_an_error() {
        for error in [json!({}), json!(null), json!([]), json!({"msg": {}}), json!({"param": 7})] {
            assert_eq!(ApiError::read(&from_serde(&error)).kind, ErrorKind::Other(String::new()), "{error}");
        }
        assert_eq!(ApiError::read(&from_serde(&json!("Refused"))).message, "Refused");
    }

    #[test]
    fn unclear_is_what_may_have_happened() {
        let running = json!({"$type": "xml", "msg": "Request in process, please wait"});
        for (error, unclear) in [
            (BillingError::Unreachable, true),
            (BillingError::TimedOut, true),
            (BillingError::NotJson, true),
            (BillingError::Unexpected("ok"), true),
            (BillingError::Status(502), true),
            (BillingError::Status(302), true),
            (BillingError::Status(408), true),
            (BillingError::Status(403), false),
            (BillingError::Status(460), false),
            (api(&json!({"$type": "value"})), false),
            (api(&json!({"$type": "access"})), false),
            (api(&json!({"$type": "process"})), true),
            (api(&running), true),
        ] {
            assert_eq!(error.is_unclear(), unclear, "{error:?}");
        }
    }

    #[test]
    fn only_an_access_error_may_end_the_session() {
        assert!(api(&json!({"$type": "access"})).is_session_end());
        assert!(!api(&json!({"$type": "auth"})).is_session_end());
        assert!(!BillingError::Status(403).is_session_end());
    }

    #[test]
    fn debug_output_repeats_nothing_that_was_sent() {
        let error =
            json!({"$type": "value", "$object": "csr", "param": {"$name": "value", "$": "MIIC"}, "msg": "MIIC is bad"});
        let shown = format!("{:?}", api(&error));
        assert!(shown.contains("csr") && !shown.contains("MIIC"), "{shown}");
    }
}
