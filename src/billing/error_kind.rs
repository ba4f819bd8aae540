//! The kinds of errors (API reference 3.2).

/// `type` of an error (API reference 3.2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ErrorKind {
    /// `value`: a field is wrong or empty.
    Value,
    /// `missed`: no such object; also an unknown promotion code.
    Missed,
    /// `exists`: a duplicate.
    Exists,
    /// `email_exists`: another account has this e-mail address.
    EmailExists,
    /// `access`: no permission, or the session has ended.
    Access,
    /// `auth`: the log-in failed; `object` says why (`badpassword`, `badip` …).
    Auth,
    /// `extraconfirm`: a second factor is wanted (older builds).
    ExtraConfirm,
    /// `limit`: a limit would be exceeded.
    Limit,
    /// Legacy code 7: the billing system's own licence.
    Licence,
    /// `wizard_unavailable`: a step without its prerequisites.
    WizardUnavailable,
    /// `promocode_not_use`: the promotion code does not fit this cart.
    PromocodeNotUse,
    /// `min_email_send_timeout`: the next e-mail has to wait.
    MinEmailSendTimeout,
    /// `max_email_send_time`: too many e-mails.
    MaxEmailSendTime,
    /// `check_2`, `check_3`: a check of a module or a payment.
    Check(u8),
    /// `client`: a module blames the call.
    Client,
    /// `bad_response`: a module got an answer of no use.
    BadResponse,
    /// `no_suitable_module`: the package has nothing that processes it.
    NoSuitableModule,
    /// `api_error`: the CA refuses.
    ApiError,
    /// `xml`: something went wrong inside.
    Xml,
    /// `process`: an earlier call has not ended.
    Process,
    /// Any other type, as it came.
    Other(String),
}

impl ErrorKind {
    /// The kind of this type.
    pub(super) fn from_type(name: &str) -> Self {
        let known = TYPES.iter().find(|(known, _)| *known == name).map(|(_, kind)| kind.clone());
        known.unwrap_or_else(|| Self::Other(name.to_owned()))
    }

    /// The codes of older builds (API reference 3.2).
    pub(super) fn from_code(code: &str) -> Self {
        match code {
            "1" => Self::Xml,
            "2" => Self::Exists,
            "3" => Self::Missed,
            "4" => Self::Value,
            "5" => Self::Limit,
            "6" => Self::Access,
            "7" => Self::Licence,
            other => Self::Other(other.to_owned()),
        }
    }
}

const TYPES: [(&str, ErrorKind); 20] = [
    ("value", ErrorKind::Value),
    ("missed", ErrorKind::Missed),
    ("exists", ErrorKind::Exists),
    ("email_exists", ErrorKind::EmailExists),
    ("access", ErrorKind::Access),
    ("auth", ErrorKind::Auth),
    ("extraconfirm", ErrorKind::ExtraConfirm),
    ("limit", ErrorKind::Limit),
    ("wizard_unavailable", ErrorKind::WizardUnavailable),
    ("promocode_not_use", ErrorKind::PromocodeNotUse),
    ("min_email_send_timeout", ErrorKind::MinEmailSendTimeout),
    ("max_email_send_time", ErrorKind::MaxEmailSendTime),
    ("check_2", ErrorKind::Check(2)),
    ("check_3", ErrorKind::Check(3)),
    ("client", ErrorKind::Client),
    ("bad_response", ErrorKind::BadResponse),
    ("no_suitable_module", ErrorKind::NoSuitableModule),
    ("api_error", ErrorKind::ApiError),
    ("xml", ErrorKind::Xml),
    ("process", ErrorKind::Process),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_type_has_a_kind_and_others_stay_as_they_came() {
        for (name, kind) in TYPES {
            assert_eq!(ErrorKind::from_type(name), kind);
            assert!(!matches!(kind, ErrorKind::Other(_)), "{name}");
        }
        for name in ["check_4", "Value", ""] {
            assert_eq!(ErrorKind::from_type(name), ErrorKind::Other(name.into()));
        }
    }
}
