//! What the billing system itself refuses, once.
use serde_json::json;

use crate::matrix::{OPERATIONS, Operation, everywhere, plain, run};

#[test]
fn the_session_or_the_permission() {
    everywhere(&plain(), &["session_end", "access"]);
}

#[test]
fn whatever_the_order_is_refused_for() {
    everywhere(&plain(), &["no_suitable_module", "api_error", "limit"]);
}

fn at(func: &str, button: &str) -> &'static Operation {
    OPERATIONS.iter().find(|operation| operation.func == func && operation.button == button).unwrap()
}

#[test]
fn log_in_code_and_payer() {
    for name in ["badip", "blocklogon", "blocked_ip", "blockgeoip", "captcha", "one_time_code"] {
        run(&plain(), name, &json!({}), at("auth", ""));
    }
    for name in ["promo_unknown", "promo_expired", "promo_unfit"] {
        run(&plain(), name, &json!({}), at("basket", "setpromocode"));
    }
    for name in ["insufficient_funds", "payer_incomplete"] {
        run(&plain(), name, &json!({}), at("payment.add.method", "fromsubaccount"));
    }
}
