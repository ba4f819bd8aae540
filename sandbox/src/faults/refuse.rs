//! Faults in the place of the function: an error, and nothing else happens.

use super::fault::Fault;
use super::name::{Name, Stage};
use crate::billmgr::{Asked, Session};
use crate::db::sessions;
use crate::state::Shared;
use crate::wire::error::{ApiError, Failure};

/// Functions that answer without a session; all others are refused for want of it first.
const PUBLIC: [&str; 2] = ["auth", "pricelist.export"];

/// What the certificate authority says of a request it does not like.
const RESPONSE: &str = "CSR rejected: the organization name is not acceptable";

/// Lets the call pass, or refuses it.
///
/// # Errors
///
/// The error of the first fault that bites.
pub fn check(shared: &Shared, asked: &Asked, session: Option<&Session>) -> Result<(), Failure> {
    let func = asked.params.get("func");
    if session.is_none() && !PUBLIC.contains(&func) {
        return Ok(());
    }
    let foreign = session.is_some_and(|session| session.by_cookie) && !asked.from_own_page;
    if foreign && shared.faults().first(Stage::Foreign, &asked.params).is_some() {
        return Err(ApiError::access(func).into());
    }
    let Some(fault) = shared.faults().first(Stage::Refuse, &asked.params) else {
        return Ok(());
    };
    if fault.name == Name::SessionEnd
        && let Some(session) = session
    {
        shared.transaction(|db| sessions::end(db, &session.id))?;
    }
    Err(error(&fault, func, asked.params.get("promocode")).into())
}

fn error(fault: &Fault, func: &str, code: &str) -> ApiError {
    match fault.name {
        Name::SessionEnd | Name::Access => ApiError::access(func),
        Name::NewCart => ApiError::missed("func", func),
        Name::InProcess => ApiError::other("xml", "", "", "Request in process, please wait"),
        Name::BadIp => ApiError::log_in_refused("badip", "Access from this IP denied."),
        Name::BlockLogon => ApiError::log_in_refused("blocklogon", "Too many failed attempts. Log-in is blocked."),
        Name::BlockedIp => ApiError::log_in_refused("blocked_ip", "The IP address is blocked."),
        Name::BlockGeoIp => ApiError::log_in_refused("blockgeoip", "Log-in from this country is not allowed."),
        Name::Captcha => ApiError::log_in_refused("captcha", "Confirm that you are not a robot."),
        Name::PromoUnknown => ApiError::missed("promocode", code),
        Name::PromoExpired => ApiError::promocode_expired(code),
        Name::PromoUnfit => ApiError::promocode_not_use(code),
        Name::PayerIncomplete => ApiError::empty("person"),
        Name::Limit => ApiError::limit("certificate"),
        Name::NoSuitableModule => {
            ApiError::other("no_suitable_module", "", "", "There is no processing module for this product.")
        }
        Name::ApiError => {
            let error =
                ApiError::other("api_error", "", "", &format!("The certificate authority answered: {RESPONSE}"));
            ApiError { further: Some(Box::new(("response", RESPONSE.to_owned()))), ..error }
        }
        _ => {
            let (kind, object) = fault.text.split_once('/').unwrap_or((&fault.text, ""));
            ApiError::other(kind, object, "", "The operation failed.")
        }
    }
}
