//! A second fault on the way out of the first: in taking our row away, in telling a lost session from a missing permission,
//! and in looking for what became of a payment.
use serde_json::{Value, json};

use crate::matrix::{Operation, Wish, does, plain, run, shows};
use crate::ways::{FAULTS, each_fault};

/// A wish on whose way this fails once.
fn after(first: Value) -> Wish {
    Wish { standing: vec![first], ..plain() }
}

#[test]
fn while_the_row_of_the_first_try_is_removed() {
    for fault in ["truncated", "connection_lost"] {
        let first = json!({"fault": fault, "func": "certificate.order.param", "submits": true, "times": 1});
        each_fault(&after(first), &[does("basket", "delete")]);
    }
}

#[test]
fn while_it_is_asked_whether_the_session_lives() {
    let first = json!({"fault": "access", "func": "payment.add.method", "times": 1});
    each_fault(&after(first), &[shows("keepalive", 0)]);
}

/// The search for what became of a payment fails; `first` is what happened to the payment.
fn while_searching(first: &str, operations: &[Operation]) {
    for name in FAULTS {
        for operation in operations {
            let first = json!({"fault": first, "func": "payment.add.method", "times": 1});
            run(&after(first), name, &json!({}), operation);
        }
    }
}

#[test]
fn while_a_payment_that_was_made_is_looked_for() {
    while_searching("connection_lost", &[shows("certificate", 1)]);
}

#[test]
fn while_a_payment_that_was_not_made_is_looked_for() {
    while_searching("html", &[shows("certificate", 1), shows("certificate", 2), shows("basket", 3)]);
}

#[test]
fn while_an_order_that_is_said_to_be_gone_is_looked_for() {
    let gone = json!({"fault": "error", "text": "missed/billorder", "func": "payment.add.method", "times": 1});
    each_fault(&after(gone), &[shows("certificate", 1)]);
}
