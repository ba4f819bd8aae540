//! Ways to pay a cart (API reference 5.4).
use super::assumed::Assumed;
use super::doc::{Object, cell, inner_rows, objects, read};
use super::error::BillingError;
use super::form::choices;
use super::http::{Caller, HttpRequest, Reply};
use super::money::money;
use super::plain::plain;
use crate::domain::money::Money;

/// What the payment form offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaymentForm {
    /// What has to be paid.
    pub amount: Option<Money>,
    /// Id of the currency; may be empty.
    pub currency_id: String,
    /// Id of the payer: the one chosen, else the only one; empty where that leaves a question.
    pub profile: String,
    /// Ways to pay.
    pub methods: Vec<PaymentMethod>,
}

/// A way to pay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaymentMethod {
    /// Id (`paymethod`).
    pub id: String,
    /// Name.
    pub name: String,
    /// Description as text; may be empty.
    pub description: String,
    /// The smallest amount it takes; `None` where it takes any.
    pub min_amount: Option<Money>,
    /// Whether it is the balance.
    pub kind: MethodKind,
    /// The button to send as `clicked_button`; may be empty.
    pub button: String,
}

/// Where the money comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MethodKind {
    /// The customer's balance: paid at once.
    Balance,
    /// Any other way: the billing system's own payment page follows.
    Other,
}

/// Asks how `billorder` can be paid.
pub fn request(caller: &Caller<'_>, assumed: &Assumed, billorder: &str) -> HttpRequest {
    HttpRequest::new(&caller.for_forms(assumed), "payment.add").with("billorder", billorder)
}

/// The ways to pay. `currency` (ISO 4217) is that of the cart.
///
/// # Errors
/// `Api` of kind `Missed` when the cart is gone or paid.
pub fn response(reply: Reply, currency: &str) -> Result<PaymentForm, BillingError> {
    let doc = read(reply)?;
    if !doc.contains_key("list") && cell(&doc, "func") != "payment.add" {
        return Err(BillingError::Unexpected("methodlist"));
    }
    Ok(PaymentForm {
        amount: money(&doc, "amount", currency),
        currency_id: cell(&doc, "payment_currency"),
        profile: profile(&doc),
        methods: inner_rows(&doc, "methodlist").into_iter().map(|row| method(row, currency)).collect(),
    })
}

fn profile(doc: &Object) -> String {
    let chosen = cell(doc, "profile");
    match choices(doc, "profile").as_slice() {
        [only] if chosen.is_empty() => only.key.clone(),
        _ => chosen,
    }
}

fn method(row: &Object, currency: &str) -> PaymentMethod {
    let buttons = objects(row.get("action")).flat_map(|action| objects(action.get("button")));
    let button = buttons.map(|button| cell(button, "name")).find(|name| !name.is_empty()).unwrap_or_default();
    let is_balance = cell(row, "paymethod_type") == "0" || button == "fromsubaccount";
    PaymentMethod {
        id: cell(row, "paymethod"),
        name: plain(&cell(row, "name")),
        description: plain(&cell(row, "desc")),
        min_amount: money(row, "payment_minamount", currency).filter(|least| least.minor > 0),
        kind: if is_balance { MethodKind::Balance } else { MethodKind::Other },
        button,
    }
}
