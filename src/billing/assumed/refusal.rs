//! What refusals mean where no document tells.
use super::{Assumed, Fact};
use crate::billing::error::{ApiError, ErrorKind};

/// Whether a promotion code is refused because its time is over.
pub fn is_expired_code(api: &ApiError, assumed: &Assumed) -> bool {
    let param = assumed.of(Fact::ExpiredParam);
    api.kind == ErrorKind::PromocodeNotUse && api.params.iter().any(|(name, _)| name == param)
}

/// Whether the log-in wants to see a human being.
pub fn is_captcha(api: &ApiError, assumed: &Assumed) -> bool {
    api.kind == ErrorKind::Auth && api.object == assumed.of(Fact::CaptchaObject)
}

/// Whether the old cart is not there, since this installation has the newer one (Q16).
pub fn is_no_old_cart(api: &ApiError, assumed: &Assumed) -> bool {
    api.kind == ErrorKind::Missed && api.object == assumed.of(Fact::NewCartObject)
}

/// Whether the balance does not suffice.
pub fn is_poor(api: &ApiError, assumed: &Assumed) -> bool {
    api.kind == ErrorKind::Limit && api.object == assumed.of(Fact::BalanceObject)
}
