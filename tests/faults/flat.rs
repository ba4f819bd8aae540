//! The flat dialect, with and without flat forms: the same faults come to the same.
use serde_json::json;

use crate::installation::configured;
use crate::matrix::{everywhere, usual};

#[test]
fn faults_in_the_flat_dialect() {
    let wish = usual(configured(&json!({"dialect": "bjson"})));
    everywhere(&wish, &["access", "gateway_time_out"]);
}

#[test]
fn faults_in_the_flat_dialect_with_flat_forms() {
    let wish = usual(configured(&json!({"dialect": "bjson", "assumed": {"forms_out": "bjson"}})));
    everywhere(&wish, &["session_end", "in_process", "truncated"]);
}
