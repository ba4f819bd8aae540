//! What went wrong outside the fields.
use super::Words;
use super::en;
use super::key::keys;
use super::speech::{Arg, Speech};
use crate::billing::error::{ApiError, BillingError, ErrorKind};
use crate::wizard::model::Trouble;

keys! {
    /// What went wrong; the English sentence beside each is its documentation: `en/troubles.rs`.
    pub enum Fault: Fault, en::troubles::fault {
        // Of this form.
        NoWayForOwnRequest,
        NoMethodAllowed,
        ForeignRequest,
        RowNotFound,
        RowGone,
        Locked,
        TotalChanged,
        NotLoggedIn,
        Captcha,
        TooLittleMoney,
        PayerIncomplete,
        OtherAccount,
        DraftDropped,
        KeyLost,
        // Of the way to the billing system.
        Unreachable,
        Offline,
        Refused,
        TimedOut,
        Html,
        Truncated,
        Long,
        NotReadable,
        NothingOnSale,
        StatusFirewall,
        StatusTimedOut,
        StatusTooLong,
        StatusTooMany,
        StatusDown,
        StatusOther,
        // What the billing system refuses. Its own words come after these.
        StillRunning,
        Access,
        ValueOfPayer,
        Value,
        ValueOf,
        Missed,
        Exists,
        EmailExists,
        ExtraConfirm,
        Limit,
        Licence,
        WizardUnavailable,
        PromocodeNotUse,
        MinEmailSendTimeout,
        WaitSeconds,
        MaxEmailSendTime,
        Check,
        Client,
        BadResponse,
        NoSuitableModule,
        ApiError,
        Xml,
        NoReason,
        NoReasonBut,
        Unknown,
        UnknownBut,
        OfType,
        OfObject,
        OfBoth,
        Said,
        // Why it let nobody in.
        BadPassword,
        BadIp,
        BlockedLogin,
        BlockedIp,
        BlockedCountry,
        NoLogIn,
    }
}

impl Speech {
    /// What went wrong outside the fields, and what to do.
    pub fn trouble(&self, trouble: &Trouble) -> Words {
        self.say(match trouble {
            Trouble::Billing(error) => return self.billing(error),
            Trouble::PayerIncomplete(said) => return self.fill(Fault::PayerIncomplete, &[Arg::Text(said)]),
            Trouble::NoWayForOwnRequest => Fault::NoWayForOwnRequest,
            Trouble::NoMethodAllowed => Fault::NoMethodAllowed,
            Trouble::ForeignRequest => Fault::ForeignRequest,
            Trouble::RowNotFound => Fault::RowNotFound,
            Trouble::RowGone => Fault::RowGone,
            Trouble::Locked => Fault::Locked,
            Trouble::TotalChanged => Fault::TotalChanged,
            Trouble::NotLoggedIn => Fault::NotLoggedIn,
            Trouble::Captcha => Fault::Captcha,
            Trouble::TooLittleMoney => Fault::TooLittleMoney,
            Trouble::OtherAccount => Fault::OtherAccount,
            Trouble::DraftDropped => Fault::DraftDropped,
            Trouble::KeyLost => Fault::KeyLost,
        })
    }

    fn billing(&self, error: &BillingError) -> Words {
        self.say(match error {
            BillingError::Api(api) => return self.refused(api),
            BillingError::Status(status) => {
                return self.fill(of_status(*status), &[Arg::Text(&status.to_string())]);
            }
            BillingError::Unreachable => Fault::Unreachable,
            BillingError::Offline => Fault::Offline,
            BillingError::Refused => Fault::Refused,
            BillingError::TimedOut => Fault::TimedOut,
            BillingError::Html => Fault::Html,
            BillingError::Truncated => Fault::Truncated,
            BillingError::Long(_) => Fault::Long,
            BillingError::NotJson | BillingError::Unexpected(_) => Fault::NotReadable,
            BillingError::NothingOnSale => Fault::NothingOnSale,
        })
    }

    /// What the billing system itself refuses: its own words come last.
    fn refused(&self, api: &ApiError) -> Words {
        if api.is_still_running() {
            return self.say(Fault::StillRunning);
        }
        let words = match &api.kind {
            ErrorKind::Auth => return self.not_let_in(api),
            ErrorKind::Access => return self.say(Fault::Access),
            ErrorKind::Other(name) => self.unknown(api, name),
            ErrorKind::Value if !api.object.is_empty() && !is_payers(&api.object) => {
                self.fill(Fault::ValueOf, &[Arg::Text(&api.object)])
            }
            kind => self.say(of_kind(kind, &api.object)),
        };
        let said = if api.message.is_empty() { Words::default() } else { self.said(api) };
        let parts = [&*words, &*self.waiting(api), &*said];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(" ").into()
    }

    /// How long the next e-mail has to wait: the second parameter, if it is a number (API reference 2.6).
    fn waiting(&self, api: &ApiError) -> Words {
        let seconds = api.params.get(1).and_then(|(_, value)| value.parse::<u32>().ok());
        match (&api.kind, seconds) {
            (ErrorKind::MinEmailSendTimeout, Some(seconds)) => {
                self.fill(Fault::WaitSeconds, &[Arg::Text(&seconds.to_string())])
            }
            _ => Words::default(),
        }
    }

    /// An error of a type that this form does not know, whole but for its parameters: they may repeat what was sent.
    fn unknown(&self, api: &ApiError, name: &str) -> Words {
        let named = match (name.is_empty(), api.object.is_empty()) {
            (true, true) => None,
            (false, true) => Some(self.fill(Fault::OfType, &[Arg::Text(name)])),
            (true, false) => Some(self.fill(Fault::OfObject, &[Arg::Text(&api.object)])),
            (false, false) => Some(self.fill(Fault::OfBoth, &[Arg::Text(name), Arg::Text(&api.object)])),
        };
        match (named, api.message.is_empty()) {
            (None, true) => self.say(Fault::NoReason),
            (Some(named), true) => self.fill(Fault::NoReasonBut, &[Arg::Words(&named)]),
            (None, false) => self.say(Fault::Unknown),
            (Some(named), false) => self.fill(Fault::UnknownBut, &[Arg::Words(&named)]),
        }
    }

    /// Why the billing system let nobody in (API reference 2.1, 3.2).
    fn not_let_in(&self, api: &ApiError) -> Words {
        self.say(match api.object.as_str() {
            "badpassword" => Fault::BadPassword,
            "badip" => Fault::BadIp,
            "blocklogon" => Fault::BlockedLogin,
            "blocked_ip" => Fault::BlockedIp,
            "blockgeoip" => Fault::BlockedCountry,
            _ if api.message.is_empty() => Fault::NoLogIn,
            _ => return self.said(api),
        })
    }

    fn said(&self, api: &ApiError) -> Words {
        self.fill(Fault::Said, &[Arg::Text(&api.message)])
    }
}

/// What a status other than 200 says: it comes from a server in front of the billing system.
fn of_status(status: u16) -> Fault {
    match status {
        403 | 460 => Fault::StatusFirewall,
        408 | 504 => Fault::StatusTimedOut,
        413 => Fault::StatusTooLong,
        429 => Fault::StatusTooMany,
        500..=599 => Fault::StatusDown,
        _ => Fault::StatusOther,
    }
}

/// What an error of this kind means, what is kept, and what to do. It is complete without the billing system's words.
fn of_kind(kind: &ErrorKind, object: &str) -> Fault {
    match kind {
        ErrorKind::Value if is_payers(object) => Fault::ValueOfPayer,
        ErrorKind::Value => Fault::Value,
        ErrorKind::Missed => Fault::Missed,
        ErrorKind::Exists => Fault::Exists,
        ErrorKind::EmailExists => Fault::EmailExists,
        ErrorKind::ExtraConfirm => Fault::ExtraConfirm,
        ErrorKind::Limit => Fault::Limit,
        ErrorKind::Licence => Fault::Licence,
        ErrorKind::WizardUnavailable => Fault::WizardUnavailable,
        ErrorKind::PromocodeNotUse => Fault::PromocodeNotUse,
        ErrorKind::MinEmailSendTimeout => Fault::MinEmailSendTimeout,
        ErrorKind::MaxEmailSendTime => Fault::MaxEmailSendTime,
        ErrorKind::Check(_) => Fault::Check,
        ErrorKind::Client => Fault::Client,
        ErrorKind::BadResponse => Fault::BadResponse,
        ErrorKind::NoSuitableModule => Fault::NoSuitableModule,
        ErrorKind::ApiError => Fault::ApiError,
        ErrorKind::Xml => Fault::Xml,
        ErrorKind::Process => Fault::StillRunning,
        ErrorKind::Access => Fault::Access,
        ErrorKind::Auth => Fault::NoLogIn,
        ErrorKind::Other(_) => Fault::Unknown,
    }
}

/// Whether a field is one of the payer's, who is kept in the customer area (API reference 5.4).
fn is_payers(field: &str) -> bool {
    ["profile", "profiletype", "person", "eu_vat", "vatnum", "inn", "country"].contains(&field)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::secret::Secret;

    /// What may have been typed; never shown.
    const TYPED: &str = "hunter2";

    fn api(kind: ErrorKind, object: &str, message: &str) -> ApiError {
        let params = [("value", TYPED), ("desc", TYPED)].map(|(name, value)| (name.to_owned(), value.to_owned()));
        ApiError { kind, object: object.to_owned(), message: message.to_owned(), params: params.to_vec() }
    }

    /// Each kind with an object, and a word by which its sentence is known.
    fn kinds() -> Vec<(ErrorKind, &'static str, &'static str)> {
        use ErrorKind as K;
        vec![
            (K::Value, "", "something in the order"),
            (K::Value, "adm_fax", "the field “adm_fax”"),
            (K::Value, "eu_vat", "payer details"),
            (K::Missed, "item", "does not find"),
            (K::Exists, "item", "has this already"),
            (K::EmailExists, "user", "account with this e-mail"),
            (K::Access, "", "does not allow this"),
            (K::Auth, "badip", "network address"),
            (K::ExtraConfirm, "", "one-time code"),
            (K::Limit, "domains", "limit of your account"),
            (K::Licence, "", "licence"),
            (K::WizardUnavailable, "step", "not available any more"),
            (K::PromocodeNotUse, "", "promotion code"),
            (K::MinEmailSendTimeout, "", "has to wait"),
            (K::MaxEmailSendTime, "", "Too many e-mails"),
            (K::Check(2), "", "A check of the order"),
            (K::Client, "", "what this form sent"),
            (K::BadResponse, "", "behind the billing system"),
            (K::NoSuitableModule, "", "Choose another package"),
            (K::ApiError, "", "certificate authority"),
            (K::Xml, "", "inside the billing system"),
            (K::Process, "", "still busy"),
            (K::Other("moon".into()), "cheese", "(type “moon”, object “cheese”)"),
            (K::Other(String::new()), "", "without giving a reason."),
        ]
    }

    #[test]
    fn each_kind_has_a_sentence_that_is_complete_without_the_billing_systems_own() {
        for (kind, object, mark) in kinds() {
            let words = Speech::ENGLISH.refused(&api(kind.clone(), object, ""));
            assert!(words.contains(mark) && words.ends_with('.') && !words.contains('!'), "{kind:?}: {words}");
            assert!(!words.contains(TYPED), "{words}");
        }
    }

    #[test]
    fn the_billing_systems_own_words_come_last() {
        let own = [ErrorKind::Access, ErrorKind::Process];
        for (kind, object, _) in
            kinds().into_iter().filter(|(kind, object, _)| !own.contains(kind) && *object != "badip")
        {
            let words = Speech::ENGLISH.refused(&api(kind.clone(), object, "In words of its own"));
            assert!(words.ends_with("The billing system says: In words of its own"), "{kind:?}: {words}");
            assert!(!words.contains(TYPED), "{words}");
        }
        let running = Speech::ENGLISH.refused(&api(ErrorKind::Xml, "", "Request in process, please wait"));
        assert_eq!(running, Speech::ENGLISH.refused(&api(ErrorKind::Process, "", "")));
    }

    #[test]
    fn the_time_until_the_next_e_mail_is_told_where_it_is_a_number() {
        let mut error = api(ErrorKind::MinEmailSendTimeout, "", "");
        assert!(!Speech::ENGLISH.refused(&error).contains("may be sent in"));
        error.params = vec![("object".into(), String::new()), ("value".into(), "90".into())];
        assert!(Speech::ENGLISH.refused(&error).ends_with("It may be sent in 90 s."));
        error.message = "Too soon".into();
        assert!(Speech::ENGLISH.refused(&error).ends_with("It may be sent in 90 s. The billing system says: Too soon"));
    }

    #[test]
    fn what_is_no_answer_of_the_billing_system_has_words_of_its_own() {
        let mut said = Vec::new();
        for (error, mark) in [
            (BillingError::Unreachable, "cannot be reached"),
            (BillingError::Offline, "You are offline"),
            (BillingError::Refused, "may not read it"),
            (BillingError::TimedOut, "took too long"),
            (BillingError::Status(403), "firewall in front of the billing system turned this page away (status 403)"),
            (BillingError::Status(460), "turned this page away (status 460). Try another network"),
            (BillingError::Status(504), "took too long to answer (status 504)"),
            (BillingError::Status(408), "took too long to answer (status 408)"),
            (BillingError::Status(502), "not available at the moment (status 502)"),
            (BillingError::Status(503), "not available at the moment (status 503)"),
            (BillingError::Status(413), "too long"),
            (BillingError::Status(429), "Wait a minute"),
            (BillingError::Status(404), "did not answer as it should (status 404)"),
            (BillingError::Html, "A page came instead"),
            (BillingError::Truncated, "broke off"),
            (BillingError::Long(Secret::new(TYPED.into())), "needs longer"),
            (BillingError::NotJson, "cannot read"),
        ] {
            let words = Speech::ENGLISH.billing(&error).into_owned();
            assert!(words.contains(mark) && words.ends_with('.') && !words.contains('!'), "{error:?}: {words}");
            assert!(!words.contains(TYPED), "{words}");
            said.push(words);
        }
        let count = said.len();
        said.sort();
        said.dedup();
        assert_eq!(said.len(), count);
    }
}
