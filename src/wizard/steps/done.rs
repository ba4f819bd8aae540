//! Page "done": the order and its receipt.
use serde_json::json;

use crate::wizard::keys::{KeyState, RequestState};
use crate::wizard::model::Model;
use crate::wizard::submission::{Order, Submission};

/// The placed order.
pub fn order(model: &Model) -> Option<&Order> {
    match &model.submission {
        Submission::Ordered(order) => Some(order),
        _ => None,
    }
}

/// The receipt as JSON: what was ordered and paid, and which key it is for. No secret is in it.
pub fn receipt(model: &Model) -> Option<String> {
    let order = order(model)?;
    let KeyState::Ready(key) = &model.key else { return None };
    let csr = match &key.request {
        RequestState::Made { csr, .. } => Some(csr),
        _ => None,
    };
    let names: Option<Vec<String>> = crate::wizard::steps::subject::parse(model)
        .ok()
        .map(|choice| choice.subject.names().map(ToString::to_string).collect());
    let intent = &order.intent;
    let receipt = json!({
        "order": intent.billorder,
        "payment": order.payment_id,
        "certificate": order.certificate_id,
        "customer": model.owner,
        "package": intent.package,
        "period_months": intent.months,
        "names": names,
        "total": intent.total.to_decimal(),
        "currency": intent.total.currency,
        "key_type": key.key_type.id(),
        "public_key_sha256": key.fingerprint.to_text(),
        "request": csr,
    });
    serde_json::to_string_pretty(&receipt).ok()
}
