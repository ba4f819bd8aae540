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
        Trouble::Locked => "Another tab of this browser is placing an order. Finish it there, or close that tab and try again.".into(),
        Trouble::TotalChanged => "Your cart has changed since the total was shown. Nothing was paid. Check the total and order again.".into(),
        Trouble::NotLoggedIn => "The customer area does not know you in this browser yet. Log in there, then come back and press the button again.".into(),
        Trouble::PayerIncomplete(said) => format!("Your billing details are not complete, so nothing was paid. Complete them in the customer area, then come back and order here; nothing you entered is lost. The billing system says: {said}").into(),
        Trouble::OtherAccount => "You logged in as someone else, so the order that was begun here has been removed from this page.".into(),
        Trouble::DraftDropped => "The order that was begun here earlier was older than 7 days or of another version and was removed.".into(),
        Trouble::KeyLost => "The private key of the earlier request is not in this browser any more, so that request cannot be ordered. A new key is made on the private key page.".into(),
    }
}

fn billing(error: &BillingError) -> Words {
    match error {
        BillingError::Unreachable => "The billing system cannot be reached. Check your connection and try again; nothing you entered is lost.".into(),
        BillingError::TimedOut => "The billing system took too long to answer. Try again in a moment; nothing you entered is lost.".into(),
        BillingError::Status(status) => format!("The billing system is not available at the moment (status {status}). Try again in a moment; nothing you entered is lost.").into(),
        BillingError::NotJson | BillingError::Unexpected(_) => "The billing system gave an answer that this form cannot read. Try again; if it happens again, tell support.".into(),
        BillingError::Api(api) => match api.kind {
            ErrorKind::Auth => log_in(api),
            ErrorKind::Access => "The billing system does not allow this to your account. Nothing you entered is lost. Please ask support, or log in with another account.".into(),
            _ if api.message.is_empty() => "The billing system refused this without giving a reason. Please tell support.".into(),
            _ => said(api),
        },
    }
}

/// Why the billing system let nobody in (API reference 2.1, 3.2).
fn log_in(api: &ApiError) -> Words {
    match api.object.as_str() {
        "badpassword" => "The user name or the password is wrong.",
        "badip" => "This account does not allow a log-in from your network address. Use a network that it allows, or change that in the customer area.",
        "blocklogon" => "Logging in is blocked for this account, perhaps after too many tries. Wait a while, or ask support.",
        "blocked_ip" => "Logging in from your network address is blocked for a while. Try again later, or from another network.",
        "blockgeoip" => "This account does not allow a log-in from the country you are in. Change that in the customer area, or ask support.",
        "captcha" => "The billing system wants to see that you are not a robot, which this form cannot show. Log in to the customer area first, then try again here.",
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
