//! The list of switches itself.

use serde_json::{Value, json};

use super::{bitten, once, switch};
use crate::support::{Shop, body, error};
use sandbox::{Config, Fault};

#[test]
fn the_list_is_shown_replaced_and_cleared() {
    let shop = Shop::open();
    assert_eq!(shop.json("/sandbox/faults"), json!({"faults": []}));
    switch(&shop, &[json!({"fault": "access", "func": "whoami", "skip": 1, "times": 1}), once("in_process")]);
    let answers: Vec<Value> = (0..4).map(|_| shop.call("whoami", &[])).collect();
    let types: Vec<&str> = answers.iter().map(|answer| error(answer).0).collect();
    assert_eq!(types, ["xml", "access", "", ""], "the first in the list that bites takes the call");
    assert_eq!((bitten(&shop, 0), bitten(&shop, 1)), (1, 1));
    let first = shop.json("/sandbox/faults")["faults"][0].take();
    assert_eq!(first, json!({"fault": "access", "func": "whoami", "skip": 1, "times": 1, "bitten": 1}));
    switch(&shop, &[]);
    assert_eq!(shop.json("/sandbox/faults"), json!({"faults": []}));
}

#[test]
fn a_list_with_a_mistake_changes_nothing_and_says_what_is_known() {
    let shop = Shop::open();
    switch(&shop, &[once("access")]);
    for (list, part) in [
        (r#"{"faults":[{"fault":"html"},{"fault":"flood"}]}"#, "known are one_as_object, extra_fields"),
        (r#"{"faults":[{"fault":"html","path":"/"}]}"#, "it may have fault, func"),
        (r#"{"faults":{}}"#, "send {"),
        ("", "send {"),
    ] {
        let answer = shop.agent.post(shop.url("/sandbox/faults")).send(list).unwrap();
        assert_eq!(answer.status(), 400, "{list}");
        let reason: Value = serde_json::from_str(&body(answer)).unwrap();
        assert!(reason["error"].as_str().unwrap().contains(part), "{reason}");
    }
    assert_eq!(shop.json("/sandbox/faults")["faults"][0]["fault"], "access");
}

#[test]
fn a_reset_brings_back_the_faults_of_the_start() {
    let fault = Fault::parse(r#"{"fault":"captcha","func":"auth","skip":1}"#).unwrap();
    let shop = Shop::with(&Config { faults: vec![fault], ..Config::default() });
    let log_in = [("func", "auth"), ("username", "demo"), ("password", "demo-password")];
    assert_eq!(error(&shop.post(&log_in)), ("auth", "captcha"));
    switch(&shop, &[]);
    assert_eq!(error(&shop.post(&log_in)), ("", ""));
    shop.control("/sandbox/reset", "");
    assert_eq!((error(&shop.post(&log_in)).0, error(&shop.post(&log_in)).0), ("", "auth"));
}
