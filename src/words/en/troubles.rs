//! English: what went wrong outside the fields.
use crate::words::trouble::Fault;

#[allow(
    clippy::too_many_lines,
    clippy::match_same_arms,
    reason = "one exhaustive match is how a missing sentence does not compile"
)]
pub(in crate::words) fn fault(key: Fault) -> &'static str {
    match key {
        // Of this form.
        Fault::NoWayForOwnRequest => {
            "The billing system does not say how to order with your own request. To keep your private key here, the order stops at this point. Please tell support."
        }
        Fault::ForeignRequest => {
            "The billing system answered with a request for another key. The order stops here: please tell support, and do not order by another way until it is cleared up."
        }
        Fault::RowNotFound => {
            "The order was sent to the cart, but it cannot be told apart from what else is there. Nothing was paid. Look into the cart in the customer area."
        }
        Fault::RowGone => {
            "Your order was not in the cart any more: it may have been ordered or removed from another page. Look into the customer area before you order again. From here nothing was paid."
        }
        Fault::Locked => {
            "Another tab of this browser is placing an order. Finish it there, or close that tab and try again."
        }
        Fault::TotalChanged => {
            "Your cart has changed since the total was shown. Nothing was paid. Check the total and order again."
        }
        Fault::NotLoggedIn => {
            "The customer area does not know you in this browser yet. Log in there, then come back and press the button again."
        }
        Fault::Captcha => {
            "The billing system wants to see that you are not a robot, which this form cannot show. Log in to the customer area first, then try again here. What you entered is kept."
        }
        Fault::TooLittleMoney => {
            "There is not enough money on your account, and nothing was paid. Top it up in the customer area, or choose another way to pay. What you entered is kept."
        }
        Fault::PayerIncomplete => {
            "Your billing details are not complete, so nothing was paid. Complete them in the customer area, then come back and order here; nothing you entered is lost. The billing system says: {0}"
        }
        Fault::OtherAccount => {
            "You logged in as someone else, so the order that was begun here has been removed from this page."
        }
        Fault::DraftDropped => {
            "The order that was begun here earlier was older than 7 days or of another version and was removed."
        }
        Fault::KeyLost => {
            "The private key of the earlier request is not in this browser any more, so that request cannot be ordered. A new key is made on the private key page."
        }
        // Of the way to the billing system.
        Fault::Unreachable => {
            "The billing system cannot be reached. Check your connection and try again; nothing you entered is lost."
        }
        Fault::Offline => {
            "You are offline. Nothing you entered is lost, and the order goes on when the connection is back."
        }
        Fault::Refused => {
            "The billing system answers, but this page may not read it. Try again; if it happens again, tell support. Nothing you entered is lost."
        }
        Fault::TimedOut => {
            "The billing system took too long to answer. Try again in a moment; nothing you entered is lost."
        }
        Fault::Html => {
            "A page came instead of the billing system’s answer, perhaps a firewall or a robot check. Open the customer area once, then try again here; nothing you entered is lost."
        }
        Fault::Truncated => {
            "The connection broke off in the middle of the answer. Try again; nothing you entered is lost."
        }
        Fault::Long => {
            "The billing system needs longer than usual for this. Wait a minute, then try again; nothing you entered is lost."
        }
        Fault::NotReadable => {
            "The billing system gave an answer that this form cannot read. Try again; if it happens again, tell support."
        }
        Fault::StatusFirewall => {
            "A firewall in front of the billing system turned this page away (status {0}). Try another network, or ask support; nothing you entered is lost."
        }
        Fault::StatusTimedOut => {
            "The billing system took too long to answer (status {0}). Try again in a moment; nothing you entered is lost."
        }
        Fault::StatusTooLong => {
            "What was sent is too long for the server in front of the billing system (status {0}). Make it shorter, or tell support; nothing you entered is lost."
        }
        Fault::StatusTooMany => {
            "The billing system gets too many requests at the moment (status {0}). Wait a minute, then try again; nothing you entered is lost."
        }
        Fault::StatusDown => {
            "The billing system is not available at the moment (status {0}). Try again in a moment; nothing you entered is lost."
        }
        Fault::StatusOther => {
            "The billing system did not answer as it should (status {0}). Try again; if it happens again, tell support; nothing you entered is lost."
        }
        // What the billing system refuses. Its own words come after these.
        Fault::StillRunning => {
            "The billing system is still busy with what was sent before. Wait a moment, then try again; nothing you entered is lost."
        }
        Fault::Access => {
            "The billing system does not allow this to your account. Nothing you entered is lost. Please ask support, or log in with another account."
        }
        Fault::ValueOfPayer => {
            "Your payer details are not complete or not right. Nothing was paid. Correct them in the customer area, then try again here."
        }
        Fault::Value => {
            "The billing system does not accept something in the order. Nothing you entered is lost. Correct it and try again."
        }
        Fault::ValueOf => {
            "The billing system does not accept the field “{0}”. Nothing you entered is lost. Correct it and try again, or tell support."
        }
        Fault::Missed => {
            "The billing system does not find what this is about; it may have been removed or changed. Nothing you entered is lost. Try again."
        }
        Fault::Exists => {
            "The billing system has this already. Nothing you entered is lost. Look into the customer area before you try again."
        }
        Fault::EmailExists => {
            "There is an account with this e-mail address already. Log in with it, or use another address."
        }
        Fault::ExtraConfirm => {
            "The billing system wants the one-time code of your account for this. Nothing you entered is lost. Log in again with the code."
        }
        Fault::Limit => {
            "A limit of your account or of the package is reached. Nothing you entered is lost. Choose another package, or ask support."
        }
        Fault::Licence => {
            "The billing system may not do this by its own licence. Nothing you entered is lost. Please tell support."
        }
        Fault::WizardUnavailable => {
            "The package or this step of the order is not available any more. Nothing you entered is lost. Choose the package again."
        }
        Fault::PromocodeNotUse => "The promotion code is not for this order. Remove it, or enter another one.",
        Fault::MinEmailSendTimeout => {
            "An e-mail was sent a short while ago, and the next one has to wait. Try again later."
        }
        Fault::WaitSeconds => "It may be sent in {0} s.",
        Fault::MaxEmailSendTime => "Too many e-mails were sent. Try again later, or ask support.",
        Fault::Check => {
            "A check of the order failed in the billing system. Nothing you entered is lost. Try again; if it happens again, tell support."
        }
        Fault::Client => {
            "The billing system could not work with what this form sent. Nothing you entered is lost. Please tell support."
        }
        Fault::BadResponse => {
            "A service behind the billing system gave a wrong answer. Nothing you entered is lost. Try again in a few minutes."
        }
        Fault::NoSuitableModule => {
            "This package cannot be ordered at the moment. Nothing you entered is lost. Choose another package, or tell support."
        }
        Fault::ApiError => {
            "The certificate authority does not accept the order. Nothing you entered is lost. Check the request and the names, then try again."
        }
        Fault::Xml => {
            "Something went wrong inside the billing system. Nothing you entered is lost. Try again in a moment; if it happens again, tell support."
        }
        Fault::NoReason => {
            "The billing system refused this without giving a reason. Nothing you entered is lost. Please tell support."
        }
        Fault::NoReasonBut => {
            "The billing system refused this without giving a reason ({0}). Nothing you entered is lost. Please tell support."
        }
        Fault::Unknown => {
            "The billing system refused this. Nothing you entered is lost. If it happens again, tell support."
        }
        Fault::UnknownBut => {
            "The billing system refused this ({0}). Nothing you entered is lost. If it happens again, tell support."
        }
        Fault::OfType => "type “{0}”",
        Fault::OfObject => "object “{0}”",
        Fault::OfBoth => "type “{0}”, object “{1}”",
        Fault::Said => "The billing system says: {0}",
        // Why it let nobody in.
        Fault::BadPassword => "The user name or the password is wrong.",
        Fault::BadIp => {
            "This account does not allow a log-in from your network address. Use a network that it allows, or change that in the customer area."
        }
        Fault::BlockedLogin => {
            "Logging in is blocked for this account, perhaps after too many tries. Wait a while, or ask support."
        }
        Fault::BlockedIp => {
            "Logging in from your network address is blocked for a while. Try again later, or from another network."
        }
        Fault::BlockedCountry => {
            "This account does not allow a log-in from the country you are in. Change that in the customer area, or ask support."
        }
        Fault::NoLogIn => "The billing system does not let you in and gives no reason. Please ask support.",
        // What is wrong with config.json; {0} is the field, or the file.
        Fault::ConfigNotJson => "The file is not JSON (line {0}, column {1}).",
        Fault::ConfigNotObject => "{0} must be an object.",
        Fault::ConfigNotList => "{0} must be a list.",
        Fault::ConfigNotText => "{0} must be a text.",
        Fault::ConfigMissing => "{0} is missing.",
        Fault::ConfigUnknown => "{0} is not a known field.",
        Fault::ConfigNotOneOf => "{0} must be one of: {1}.",
        Fault::ConfigNotOwnOrigin => "{0} must be a path that begins with /, since log_in is cookie.",
        Fault::ConfigBadAddress => "{0} must be an https: address, or a path that begins with /.",
        Fault::ConfigForbidden => "{0} must not let the server make the private key.",
        Fault::ConfigEmpty => "{0} must not be empty.",
        Fault::ConfigNotInList => "{0} must be one of key_types.",
        Fault::TheFile => "The file",
    }
}
