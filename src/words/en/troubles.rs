//! English: what went wrong outside the fields.
use crate::billing::error::{ApiError, BillingError, ErrorKind};
use crate::config::{ConfigError, ConfigReason};
use crate::wizard::model::Trouble;
use crate::words::Words;

pub(in crate::words) fn trouble(trouble: &Trouble) -> Words {
    match trouble {
        Trouble::Billing(error) => billing(error),
        Trouble::NoWayForOwnRequest => "The billing system does not say how to order with your own request. To keep your private key here, the order stops at this point. Please tell support.".into(),
        Trouble::ForeignRequest => "The billing system answered with a request for another key. The order stops here: please tell support, and do not order by another way until it is cleared up.".into(),
        Trouble::RowNotFound => "The order was sent to the cart, but it cannot be told apart from what else is there. Nothing was paid. Look into the cart in the customer area.".into(),
        Trouble::RowGone => "Your order was not in the cart any more: it may have been ordered or removed from another page. Look into the customer area before you order again. From here nothing was paid.".into(),
        Trouble::Locked => "Another tab of this browser is placing an order. Finish it there, or close that tab and try again.".into(),
        Trouble::TotalChanged => "Your cart has changed since the total was shown. Nothing was paid. Check the total and order again.".into(),
        Trouble::NotLoggedIn => "The customer area does not know you in this browser yet. Log in there, then come back and press the button again.".into(),
        Trouble::Captcha => "The billing system wants to see that you are not a robot, which this form cannot show. Log in to the customer area first, then try again here. What you entered is kept.".into(),
        Trouble::TooLittleMoney => "There is not enough money on your account, and nothing was paid. Top it up in the customer area, or choose another way to pay. What you entered is kept.".into(),
        Trouble::PayerIncomplete(said) => format!("Your billing details are not complete, so nothing was paid. Complete them in the customer area, then come back and order here; nothing you entered is lost. The billing system says: {said}").into(),
        Trouble::OtherAccount => "You logged in as someone else, so the order that was begun here has been removed from this page.".into(),
        Trouble::DraftDropped => "The order that was begun here earlier was older than 7 days or of another version and was removed.".into(),
        Trouble::KeyLost => "The private key of the earlier request is not in this browser any more, so that request cannot be ordered. A new key is made on the private key page.".into(),
    }
}

fn billing(error: &BillingError) -> Words {
    match error {
        BillingError::Unreachable => "The billing system cannot be reached. Check your connection and try again; nothing you entered is lost.",
        BillingError::Offline => "You are offline. Nothing you entered is lost, and the order goes on when the connection is back.",
        BillingError::Refused => "The billing system answers, but this page may not read it. Try again; if it happens again, tell support. Nothing you entered is lost.",
        BillingError::TimedOut => "The billing system took too long to answer. Try again in a moment; nothing you entered is lost.",
        BillingError::Status(status) => return http_status(*status),
        BillingError::Html => "A page came instead of the billing system’s answer, perhaps a firewall or a robot check. Open the customer area once, then try again here; nothing you entered is lost.",
        BillingError::Truncated => "The connection broke off in the middle of the answer. Try again; nothing you entered is lost.",
        BillingError::Long(_) => "The billing system needs longer than usual for this. Wait a minute, then try again; nothing you entered is lost.",
        BillingError::NotJson | BillingError::Unexpected(_) => "The billing system gave an answer that this form cannot read. Try again; if it happens again, tell support.",
        BillingError::Api(api) => return refused(api),
    }
    .into()
}

/// What a status other than 200 says: it comes from a server in front of the billing system.
fn http_status(status: u16) -> Words {
    let said = match status {
        403 | 460 => "A firewall in front of the billing system turned this page away",
        408 | 504 => "The billing system took too long to answer",
        413 => "What was sent is too long for the server in front of the billing system",
        429 => "The billing system gets too many requests at the moment",
        500..=599 => "The billing system is not available at the moment",
        _ => "The billing system did not answer as it should",
    };
    let next = match status {
        403 | 460 => "Try another network, or ask support",
        413 => "Make it shorter, or tell support",
        429 => "Wait a minute, then try again",
        408 | 500..=599 => "Try again in a moment",
        _ => "Try again; if it happens again, tell support",
    };
    format!("{said} (status {status}). {next}; nothing you entered is lost.").into()
}

/// What the billing system itself refuses: its own words come last.
fn refused(api: &ApiError) -> Words {
    if api.is_still_running() {
        return "The billing system is still busy with what was sent before. Wait a moment, then try again; nothing you entered is lost.".into();
    }
    let words = match &api.kind {
        ErrorKind::Auth => return log_in(api),
        ErrorKind::Access => return "The billing system does not allow this to your account. Nothing you entered is lost. Please ask support, or log in with another account.".into(),
        ErrorKind::Other(name) => return unknown(api, name),
        kind => of_kind(kind, &api.object),
    };
    let waiting = waiting(api);
    let said = if api.message.is_empty() { Words::default() } else { said(api) };
    let parts = [&*words, &*waiting, &*said];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" ").into()
}

/// What an error of this kind means, what is kept, and what to do. It is complete without the billing system's words.
fn of_kind(kind: &ErrorKind, object: &str) -> Words {
    match kind {
        ErrorKind::Value if is_payers(object) => "Your payer details are not complete or not right. Nothing was paid. Correct them in the customer area, then try again here.",
        ErrorKind::Value if object.is_empty() => "The billing system does not accept something in the order. Nothing you entered is lost. Correct it and try again.",
        ErrorKind::Value => return format!("The billing system does not accept the field “{object}”. Nothing you entered is lost. Correct it and try again, or tell support.").into(),
        ErrorKind::Missed => "The billing system does not find what this is about; it may have been removed or changed. Nothing you entered is lost. Try again.",
        ErrorKind::Exists => "The billing system has this already. Nothing you entered is lost. Look into the customer area before you try again.",
        ErrorKind::EmailExists => "There is an account with this e-mail address already. Log in with it, or use another address.",
        ErrorKind::ExtraConfirm => "The billing system wants the one-time code of your account for this. Nothing you entered is lost. Log in again with the code.",
        ErrorKind::Limit => "A limit of your account or of the package is reached. Nothing you entered is lost. Choose another package, or ask support.",
        ErrorKind::Licence => "The billing system may not do this by its own licence. Nothing you entered is lost. Please tell support.",
        ErrorKind::WizardUnavailable => "The package or this step of the order is not available any more. Nothing you entered is lost. Choose the package again.",
        ErrorKind::PromocodeNotUse => "The promotion code is not for this order. Remove it, or enter another one.",
        ErrorKind::MinEmailSendTimeout => "An e-mail was sent a short while ago, and the next one has to wait. Try again later.",
        ErrorKind::MaxEmailSendTime => "Too many e-mails were sent. Try again later, or ask support.",
        ErrorKind::Check(_) => "A check of the order failed in the billing system. Nothing you entered is lost. Try again; if it happens again, tell support.",
        ErrorKind::Client => "The billing system could not work with what this form sent. Nothing you entered is lost. Please tell support.",
        ErrorKind::BadResponse => "A service behind the billing system gave a wrong answer. Nothing you entered is lost. Try again in a few minutes.",
        ErrorKind::NoSuitableModule => "This package cannot be ordered at the moment. Nothing you entered is lost. Choose another package, or tell support.",
        ErrorKind::ApiError => "The certificate authority does not accept the order. Nothing you entered is lost. Check the request and the names, then try again.",
        ErrorKind::Xml => "Something went wrong inside the billing system. Nothing you entered is lost. Try again in a moment; if it happens again, tell support.",
        ErrorKind::Auth | ErrorKind::Access | ErrorKind::Process | ErrorKind::Other(_) => "",
    }
    .into()
}

/// Whether a field is one of the payer's, who is kept in the customer area (API reference 5.4).
fn is_payers(field: &str) -> bool {
    ["profile", "profiletype", "person", "eu_vat", "vatnum", "inn", "country"].contains(&field)
}

/// How long the next e-mail has to wait: the second parameter, if it is a number (API reference 2.6).
fn waiting(api: &ApiError) -> Words {
    let seconds = api.params.get(1).and_then(|(_, value)| value.parse::<u32>().ok());
    match (&api.kind, seconds) {
        (ErrorKind::MinEmailSendTimeout, Some(seconds)) => format!("It may be sent in {seconds} s.").into(),
        _ => Words::default(),
    }
}

/// An error of a type that this form does not know, whole but for its parameters: they may repeat what was sent.
fn unknown(api: &ApiError, name: &str) -> Words {
    let mut named: Vec<String> = Vec::new();
    for (what, text) in [("type", name), ("object", &api.object)] {
        if !text.is_empty() {
            named.push(format!("{what} “{text}”"));
        }
    }
    let named = if named.is_empty() { String::new() } else { format!(" ({})", named.join(", ")) };
    if api.message.is_empty() {
        return format!("The billing system refused this without giving a reason{named}. Nothing you entered is lost. Please tell support.").into();
    }
    format!(
        "The billing system refused this{named}. Nothing you entered is lost. If it happens again, tell support. {}",
        said(api)
    )
    .into()
}

/// Why the billing system let nobody in (API reference 2.1, 3.2).
fn log_in(api: &ApiError) -> Words {
    match api.object.as_str() {
        "badpassword" => "The user name or the password is wrong.",
        "badip" => "This account does not allow a log-in from your network address. Use a network that it allows, or change that in the customer area.",
        "blocklogon" => "Logging in is blocked for this account, perhaps after too many tries. Wait a while, or ask support.",
        "blocked_ip" => "Logging in from your network address is blocked for a while. Try again later, or from another network.",
        "blockgeoip" => "This account does not allow a log-in from the country you are in. Change that in the customer area, or ask support.",
        _ if api.message.is_empty() => "The billing system does not let you in and gives no reason. Please ask support.",
        _ => return said(api),
    }
    .into()
}

fn said(api: &ApiError) -> Words {
    format!("The billing system says: {}", api.message).into()
}

pub(in crate::words) fn config_error(error: &ConfigError) -> Words {
    let reason: Words = match &error.reason {
        ConfigReason::NotJson { line, column } => format!("is not JSON (line {line}, column {column})").into(),
        ConfigReason::WrongType(wanted) => format!("must be {wanted}").into(),
        ConfigReason::Missing => "is missing".into(),
        ConfigReason::Unknown => "is not a known field".into(),
        ConfigReason::NotOneOf(values) => format!("must be one of: {}", values.join(", ")).into(),
        ConfigReason::NotOwnOrigin => "must be a path that begins with /, since log_in is cookie".into(),
        ConfigReason::BadAddress => "must be an https: address, or a path that begins with /".into(),
        ConfigReason::Forbidden => "must not let the server make the private key".into(),
        ConfigReason::Empty => "must not be empty".into(),
        ConfigReason::NotInList => "must be one of key_types".into(),
    };
    let field = if error.field.is_empty() { "The file".to_owned() } else { format!("“{}”", error.field) };
    format!("{field} {reason}.").into()
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
            let words = refused(&api(kind.clone(), object, ""));
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
            let words = refused(&api(kind.clone(), object, "In words of its own"));
            assert!(words.ends_with("The billing system says: In words of its own"), "{kind:?}: {words}");
            assert!(!words.contains(TYPED), "{words}");
        }
        let running = refused(&api(ErrorKind::Xml, "", "Request in process, please wait"));
        assert_eq!(running, refused(&api(ErrorKind::Process, "", "")));
    }

    #[test]
    fn the_time_until_the_next_e_mail_is_told_where_it_is_a_number() {
        let mut error = api(ErrorKind::MinEmailSendTimeout, "", "");
        assert!(!refused(&error).contains("may be sent in"));
        error.params = vec![("object".into(), String::new()), ("value".into(), "90".into())];
        assert!(refused(&error).ends_with("It may be sent in 90 s."));
        error.message = "Too soon".into();
        assert!(refused(&error).ends_with("It may be sent in 90 s. The billing system says: Too soon"));
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
            let words = billing(&error).into_owned();
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
