//! Page "done": the order and its receipt.
use serde::Serialize;

use crate::domain::money::Money;
use crate::wizard::model::Model;
use crate::wizard::requested;
use crate::wizard::submission::{Order, Submission};
use crate::wizard::way::Outcome;

/// What a receipt tells, in this order.
#[derive(Serialize)]
struct Receipt<'a> {
    order: &'a str,
    state: &'a str,
    added_to: Option<&'a str>,
    pay_at: Option<&'a str>,
    payment: Option<&'a str>,
    certificate: Option<&'a str>,
    customer: Option<&'a str>,
    package: &'a str,
    period_months: u16,
    names: Option<Vec<String>>,
    total: Option<String>,
    currency: Option<&'a str>,
    key_type: String,
    public_key_sha256: Option<String>,
    request: Option<&'a str>,
}

/// The placed order.
pub fn order(model: &Model) -> Option<&Order> {
    match &model.submission {
        Submission::Ordered(order) => Some(order),
        _ => None,
    }
}

/// Whether it lies in the cart of the customer area, and is no order yet.
pub fn is_in_cart(model: &Model) -> bool {
    order(model).is_some_and(|order| order.outcome == Outcome::InCart)
}

/// The receipt as JSON: what was ordered, whether it is paid, and which key it is for. No secret is in it.
pub fn receipt(model: &Model) -> Option<String> {
    let order = order(model)?;
    let key_type = requested::key_id(model)?;
    let names: Option<Vec<String>> = crate::wizard::steps::subject::parse(model)
        .ok()
        .map(|choice| choice.subject.names().map(ToString::to_string).collect());
    let intent = &order.intent;
    let detail = |is_it: bool| order.outcome.detail().filter(|_| is_it);
    let receipt = Receipt {
        order: &intent.billorder,
        state: order.outcome.name(),
        added_to: detail(matches!(order.outcome, Outcome::AddedTo(_))),
        pay_at: detail(matches!(order.outcome, Outcome::PayAt(_))),
        payment: order.payment_id.as_deref(),
        certificate: order.certificate_id.as_deref(),
        customer: model.owner.as_deref(),
        package: &intent.package,
        period_months: intent.months,
        names,
        total: intent.total.as_ref().map(Money::to_decimal),
        currency: intent.total.as_ref().map(|total| total.currency.as_str()),
        key_type,
        public_key_sha256: requested::fingerprint(model).map(|fingerprint| fingerprint.to_text()),
        request: requested::text(model),
    };
    serde_json::to_string_pretty(&receipt).ok()
}
