//! Faults between the form and the billing system, before and after the call has taken effect.
use serde_json::json;

use crate::matrix::{OPERATIONS, everywhere, plain, run};

#[test]
fn whatever_stands_in_the_place_of_the_call() {
    everywhere(&plain(), &["bad_gateway", "forbidden", "blocked_460", "html"]);
}

#[test]
fn whatever_is_lost_after_the_effect() {
    everywhere(&plain(), &["bad_gateway_after", "gateway_time_out", "truncated", "connection_lost"]);
}

#[test]
fn whatever_takes_long_or_for_ever() {
    everywhere(&plain(), &["time_out", "time_out_after", "long_operation", "in_process"]);
    for operation in &OPERATIONS {
        run(&plain(), "latency", &json!({"millis": 25}), operation);
    }
}
