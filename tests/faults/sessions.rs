//! Sessions that end, and accounts that want a code: one order all the same.
use serde_json::json;

use crate::installation::{BALANCE, Installation, amounts, payments};
use crate::matrix::{persist, plain};

#[test]
fn a_session_that_ends_at_any_call_leads_to_one_order() {
    let mut calls = 0;
    loop {
        let at = format!("session_end at call {calls}");
        let installation = Installation::standard();
        installation.switch_on(&json!([{"fault": "session_end", "skip": calls, "times": 1}]));
        let mut visit = installation.visit(plain().config);
        persist(&installation, &mut visit, &at);
        installation.the_one_order(&at);
        if installation.bitten() == 0 {
            break;
        }
        calls += 1;
    }
    assert!(calls >= 14, "{calls}");
}

#[test]
fn a_session_that_ends_at_every_third_call_leads_to_one_order() {
    let installation = Installation::standard();
    let ends: Vec<_> = (1..8).map(|n| json!({"fault": "session_end", "skip": 4 * n, "times": 1})).collect();
    installation.switch_on(&json!(ends));
    let mut visit = installation.visit(plain().config);
    persist(&installation, &mut visit, "again and again");
    installation.the_one_order("again and again");
}

#[test]
fn a_customer_with_a_code_orders_once() {
    let installation = Installation::standard();
    let mut visit = installation.visit(plain().config);
    "demo2fa".clone_into(&mut visit.customer.user);
    persist(&installation, &mut visit, "demo2fa");
    let orders = installation.orders();
    assert_eq!((orders.len(), amounts(&payments(&orders[0]))), (1, vec![1_800]));
    assert_eq!(installation.balance("demo2fa"), BALANCE - 1_800);
    assert_eq!(installation.balance("demo"), BALANCE);
}
