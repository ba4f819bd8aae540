//! What can go wrong with a call (API reference 3).
use std::fmt;

use super::doc::{Object, cell, many, shown, text};
use super::http::TransportError;
use super::plain::plain;
use crate::domain::json::Json;
use crate::domain::secret::Secret;

pub use super::error_kind::ErrorKind;

/// Why an operation gave no result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BillingError {
    /// No connection, or one that broke off.
    Unreachable,
    /// The browser itself is offline.
    Offline,
    /// The billing system answers, but not to this page: CORS, or a firewall in between.
    Refused,
    /// No answer in time.
    TimedOut,
    /// An HTTP status other than 200: a proxy speaks.
    Status(u16),
    /// A page instead of JSON: a proxy, a firewall or a robot check speaks.
    Html,
    /// JSON that ends too early: the connection broke off.
    Truncated,
    /// Anything else that is not JSON.
    NotJson,
    /// The panel's page for an operation that takes long; the link gives the answer later (API reference 1.6).
    ///
    /// Whoever has the link gets the answer, so it is kept like a session.
    Long(Secret),
    /// JSON of another shape; what was missing.
    Unexpected(&'static str),
    /// The price list came, and nothing in it can be ordered here.
    NothingOnSale,
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

impl BillingError {
    /// After a call that changes something: whether it may have happened all the same. Then lists are compared
    /// before anything is sent again.
    ///
    /// A status from 400 to 499 is a refusal before the billing system, but for 408 (RFC 9110 15.5.9).
    pub fn is_unclear(&self) -> bool {
        match self {
            Self::Status(status) => *status == 408 || !(400..500).contains(status),
            // What stands behind the billing system may have done it all the same.
            Self::Api(error) => error.is_still_running() || error.kind == ErrorKind::BadResponse,
            Self::Unreachable
            | Self::Offline
            | Self::Refused
            | Self::TimedOut
            | Self::Html
            | Self::Truncated
            | Self::NotJson
            | Self::Long(_)
            | Self::Unexpected(_)
            | Self::NothingOnSale => true,
        }
    }

    /// Whether an earlier call of the same kind has not ended: ask again a little later.
    pub fn is_still_running(&self) -> bool {
        matches!(self, Self::Api(error) if error.is_still_running())
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
            TransportError::Offline => Self::Offline,
            TransportError::Refused => Self::Refused,
            TransportError::TimedOut => Self::TimedOut,
        }
    }
}

/// Texts that tell more than the type beside them, in English and Russian (API reference 3.3).
const STILL_RUNNING: [&str; 2] = ["Request in process", "Ваш запрос обрабатывается"];
const NOT_ALLOWED: [&str; 2] = ["Insufficient privileges to perform", "У вас недостаточно прав на выполнение функции"];
const IP_DENIED: &str = "Access from this IP denied";

impl ApiError {
    /// Reads an `error` element; one of an unknown shape still is an error.
    pub(super) fn read(error: &Json) -> Self {
        let read = match error.as_object() {
            Some(error) => Self::read_element(error),
            None => Self {
                kind: ErrorKind::Other(String::new()),
                object: String::new(),
                message: plain(&text(Some(error))),
                params: Vec::new(),
            },
        };
        read.known_by_its_text()
    }

    fn read_element(error: &Object) -> Self {
        let message = ["msg", "detail", ""].iter().map(|name| cell(error, name)).find(|text| !text.is_empty());
        let mut read = Self {
            kind: ErrorKind::from_type(&cell(error, "type")),
            object: cell(error, "object"),
            message: plain(&message.unwrap_or_default()),
            params: many(error.get("param")).iter().filter_map(param).collect(),
        };
        let code = cell(error, "code");
        if read.kind == ErrorKind::Other(String::new()) && !code.is_empty() {
            read.add_legacy(&code, cell(error, "obj"), cell(error, "val"));
        }
        if read.kind == ErrorKind::ApiError {
            read.add_response();
        }
        read
    }

    /// What older builds say: a number, an entity, and a value; of a wrong field the value is its name.
    fn add_legacy(&mut self, code: &str, object: String, value: String) {
        self.kind = ErrorKind::from_code(code);
        if self.kind == ErrorKind::Value && !value.is_empty() {
            self.object = value;
            return;
        }
        self.object = object;
        if !value.is_empty() {
            self.params.push(("value".to_owned(), value));
        }
    }

    /// The CA's own words, which the message may leave out.
    fn add_response(&mut self) {
        let response = self.param("response").map(plain).unwrap_or_default();
        if self.message.is_empty() || self.message == "api_error" {
            self.message = response;
        } else if !self.message.contains(&response) {
            self.message = [self.message.as_str(), &response].join("\n");
        }
    }

    fn known_by_its_text(mut self) -> Self {
        let begins = |text: &&str| self.message.starts_with(*text);
        let is_vague = matches!(self.kind, ErrorKind::Other(_) | ErrorKind::Xml);
        if begins(&IP_DENIED) {
            (self.kind, self.object) = (ErrorKind::Auth, "badip".to_owned());
        } else if is_vague && NOT_ALLOWED.iter().any(begins) {
            self.kind = ErrorKind::Access;
        }
        self
    }

    /// The value of parameter `name`.
    pub fn param(&self, name: &str) -> Option<&str> {
        self.params.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// "Request in process, please wait": an earlier call of the same kind has not ended (API reference 1.6, 3.3).
    pub fn is_still_running(&self) -> bool {
        self.kind == ErrorKind::Process || STILL_RUNNING.iter().any(|text| self.message.starts_with(text))
    }
}

fn param(param: &Json) -> Option<(String, String)> {
    Some((cell(param.as_object()?, "name"), shown(Some(param))))
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
    fn the_numbers_of_older_builds_are_read() {
        for (error, kind, object, value) in [
            (json!({"$code": "1", "$": "Internal"}), ErrorKind::Xml, "", None),
            (json!({"$code": "2", "$obj": "user", "$val": "ann"}), ErrorKind::Exists, "user", Some("ann")),
            (json!({"code": 3, "obj": "item", "val": 7}), ErrorKind::Missed, "item", Some("7")),
            (json!({"$code": "4", "$obj": "domain", "$val": "CN"}), ErrorKind::Value, "CN", None),
            (json!({"$code": "4", "$obj": "domain"}), ErrorKind::Value, "domain", None),
            (json!({"$code": "5", "$obj": "balance"}), ErrorKind::Limit, "balance", None),
            (json!({"$code": "6"}), ErrorKind::Access, "", None),
            (json!({"$code": "7"}), ErrorKind::Licence, "", None),
            (json!({"$code": "8"}), ErrorKind::Other("8".into()), "", None),
        ] {
            let read = ApiError::read(&from_serde(&error));
            assert_eq!(
                (read.kind.clone(), read.object.as_str(), read.param("value")),
                (kind, object, value),
                "{error}"
            );
        }
        assert_eq!(ApiError::read(&from_serde(&json!({"$code": "1", "$": "Internal"}))).message, "Internal");
    }

    #[test]
    fn the_cas_own_words_are_part_of_the_message() {
        for (message, wanted) in [
            ("", "The key is weak"),
            ("api_error", "The key is weak"),
            ("The CA says: The key is weak", "The CA says: The key is weak"),
            ("The CA refuses", "The CA refuses\nThe key is weak"),
        ] {
            let response = json!({"$name": "response", "$": "The <b>key</b> is weak"});
            let error = json!({"$type": "api_error", "param": [{"$name": "x"}, response], "msg": message});
            assert_eq!(ApiError::read(&from_serde(&error)).message, wanted, "{message}");
        }
        assert_eq!(ApiError::read(&from_serde(&json!({"type": "api_error", "msg": "No"}))).message, "No");
    }

    #[test]
    fn some_texts_tell_more_than_their_type() {
        for (error, kind, object) in [
            (json!({"$type": "access", "msg": "Access from this IP denied"}), ErrorKind::Auth, "badip"),
            (json!("Access from this IP denied."), ErrorKind::Auth, "badip"),
            (json!({"$type": "xml", "msg": "Insufficient privileges to perform 'x'"}), ErrorKind::Access, ""),
            (json!({"msg": "У вас недостаточно прав на выполнение функции 'x'"}), ErrorKind::Access, ""),
            (json!({"$type": "limit", "msg": "Insufficient privileges to perform 'x'"}), ErrorKind::Limit, ""),
        ] {
            let read = ApiError::read(&from_serde(&error));
            assert_eq!((read.kind, read.object.as_str()), (kind, object), "{error}");
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
            (BillingError::Offline, true),
            (BillingError::Refused, true),
            (BillingError::Html, true),
            (BillingError::Truncated, true),
            (BillingError::NotJson, true),
            (BillingError::Long(Secret::default()), true),
            (BillingError::Unexpected("ok"), true),
            (BillingError::Status(502), true),
            (BillingError::Status(302), true),
            (BillingError::Status(408), true),
            (BillingError::Status(403), false),
            (BillingError::Status(460), false),
            (api(&json!({"$type": "value"})), false),
            (api(&json!({"$type": "access"})), false),
            (api(&json!({"$type": "process"})), true),
            (api(&json!({"$type": "bad_response"})), true),
            (api(&running), true),
            (api(&json!({"type": "xml", "msg": "Ваш запрос обрабатывается…"})), true),
        ] {
            assert_eq!(error.is_unclear(), unclear, "{error:?}");
            let is_api = matches!(error, BillingError::Api(_));
            let is_module = matches!(&error, BillingError::Api(api) if api.kind == ErrorKind::BadResponse);
            assert_eq!(error.is_still_running(), unclear && is_api && !is_module, "{error:?}");
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
