//! Errors of every type, of types that nobody knows, and of objects that fit nothing.
use serde_json::json;

use crate::matrix::{OPERATIONS, plain, run};

fn at_every_call(texts: &[&str]) {
    for text in texts {
        for operation in &OPERATIONS {
            run(&plain(), "error", &json!({ "text": text }), operation);
        }
    }
}

#[test]
fn errors_of_what_was_sent() {
    at_every_call(&["value/CN", "value/adm_email", "missed/billorder"]);
}

#[test]
fn errors_of_the_installation() {
    at_every_call(&["wizard_unavailable/certificate.order.param", "process/", "moon/cheese"]);
}
