//! Pays a cart (API reference 5.4).
use super::doc::{has_ok, instruction, read, some_cell};
use super::error::BillingError;
use super::http::{Caller, HttpRequest, Reply};
use super::link::is_safe;
use super::payment_add::{PaymentForm, PaymentMethod};
use crate::domain::money::Money;

pub use super::link::address;

/// A payment that the billing system took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paid {
    /// Id of the payment.
    pub payment_id: Option<String>,
    /// What follows.
    pub next: Next,
}

/// What follows a payment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// Nothing: it is paid.
    Finished,
    /// The payment page, for the customer to open: an `https:` address, or one relative to the billing URL.
    Link(String),
    /// A page that is not safe to open; the payment itself was taken.
    Unsafe,
}

/// Pays `billorder` by `method`, from the payer of `form`. This moves money when the method is the balance.
pub fn request(
    caller: &Caller<'_>,
    billorder: &str,
    form: &PaymentForm,
    method: &PaymentMethod,
    amount: &Money,
) -> HttpRequest {
    let filled = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    HttpRequest::new(caller, "payment.add.method")
        .with("sok", "ok")
        .with("billorder", billorder)
        .with("amount", &amount.to_decimal())
        .with_some("profile", filled(&form.profile).as_deref())
        .with_some("payment_currency", filled(&form.currency_id).as_deref())
        .with("paymethod", &method.id)
        .with_some("clicked_button", filled(&method.button).as_deref())
}

/// That the payment was taken.
///
/// # Errors
/// `Api` of kind `Missed` when the cart is gone or paid, `Value` on a field (a payer's data may be incomplete),
/// `Limit` when the balance does not suffice (inferred, Q12).
pub fn response(reply: Reply) -> Result<Paid, BillingError> {
    let doc = read(reply)?;
    let payment_id = some_cell(&doc, "payment_id");
    if payment_id.is_none() && !has_ok(&doc) {
        return Err(BillingError::Unexpected("ok"));
    }
    Ok(Paid { payment_id, next: next(&instruction(&doc)).unwrap_or(Next::Unsafe) })
}

/// `func=order` means the end; any other `func=…` is a page of the panel.
fn next(ok: &str) -> Option<Next> {
    if ok.is_empty() || ok == "func=order" || ok.starts_with("func=order&") {
        return Some(Next::Finished);
    }
    let link = if ok.starts_with("func=") { format!("?{ok}") } else { ok.to_owned() };
    is_safe(&link).then_some(Next::Link(link))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_safe_links_are_handed_on() {
        let link = |text: &str| Some(Next::Link(text.to_owned()));
        for (ok, wanted) in [
            ("func=order", Some(Next::Finished)),
            ("func=order&elid=5", Some(Next::Finished)),
            ("", Some(Next::Finished)),
            ("func=payment.add.redirect&elid=5", link("?func=payment.add.redirect&elid=5")),
            ("https://pay.example.com/x?a=b", link("https://pay.example.com/x?a=b")),
            ("/billmgr?func=payment.add.pay", link("/billmgr?func=payment.add.pay")),
            ("billmgr?back=https://x", link("billmgr?back=https://x")),
            ("//evil.example", None),
            ("/\\evil.example", None),
            ("http://pay.example.com", None),
            ("https:///x", None),
            ("https:evil.example", None),
            ("javascript:alert(1)", None),
            ("java\tscript:alert(1)", None),
            ("data:text/html,x", None),
        ] {
            assert_eq!(next(ok), wanted, "{ok:?}");
        }
    }
}
