//! What is found out of an installation, and what its operator sets right.
use cert_order::config::{self, Config};
use cert_order::domain::problem::Problem;
use cert_order::wizard::field::Field;
use cert_order::wizard::message::Msg;
use cert_order::wizard::model::Trouble;
use cert_order::wizard::questions;
use cert_order::wizard::step::Step;
use cert_order::wizard::steps;
use serde_json::json;

use crate::support::visit::Visit;

fn assuming(assumed: &str) -> Config {
    let text = format!(r#"{{"billing_url": "/billmgr", "default_key_type": "p-256", "assumed": {assumed}}}"#);
    config::parse(&text).unwrap()
}

fn sent(visit: &Visit, operation: &str, name: &str) -> Option<String> {
    visit.shop.last(operation).field(name).map(str::to_owned)
}

#[test]
fn the_way_for_an_own_request_is_found_whatever_it_is_called() {
    let mut visit = Visit::new();
    visit.shop.crt_types = vec!["own_csr", "generate"];
    visit.reach_done();
    assert_eq!(sent(&visit, "param", "crt_type").as_deref(), Some("own_csr"));
}

#[test]
fn of_several_ways_or_none_the_operator_names_one() {
    for crt_types in [vec!["generate", "exist", "import"], vec!["generate"]] {
        let mut visit = Visit::new();
        visit.shop.crt_types.clone_from(&crt_types);
        visit.reach_contacts();
        assert_eq!(visit.trouble(), Some(&Trouble::NoWayForOwnRequest));

        let mut visit = Visit::with(assuming(r#"{"crt_type": "import"}"#));
        visit.shop.crt_types = crt_types;
        visit.reach_done();
        assert_eq!(sent(&visit, "param", "crt_type").as_deref(), Some("import"));
    }
}

#[test]
fn a_field_that_the_way_hides_is_not_asked() {
    let mut visit = Visit::new();
    let rule = json!({"if": [{"$value": "exist", "$hide": "keysize"}, {"$value": "generate", "$hide": "csr"}]});
    visit.shop.early.add("crt_type", "How", "select", rule);
    visit.shop.early.add("keysize", "Size of the key", "select", json!({"$required": "yes"}));
    visit.reach_review();
    assert!(questions::asked(&visit.model).is_empty());
}

#[test]
fn a_period_that_is_no_longer_offered_is_said_on_its_page() {
    let mut visit = Visit::new();
    visit.shop.early.select("period", "Period", &["6", "24"]);
    visit.reach_contacts_page();
    assert_eq!(visit.place(), Step::Package);
    let errors = steps::errors(&visit.model, Step::Package);
    assert_eq!((errors[0].field, &errors[0].problem), (Field::Period, &Problem::NotOffered));
    visit.enter(Field::Period, "6");
    visit.go_on();
    assert_eq!(visit.shop.count("csr.next"), 1);
}

#[test]
fn the_operators_ids_of_countries_go_before_the_forms() {
    let mut visit = Visit::with(assuming(r#"{"countries": {"US": "9001"}}"#));
    visit.reach_done();
    assert_eq!(sent(&visit, "param", "field_country").as_deref(), Some("9001"));
}

#[test]
fn the_last_form_can_be_asked_for_itself() {
    let mut visit = Visit::with(assuming(r#"{"order_form": "param"}"#));
    visit.reach_done();
    assert_eq!((visit.shop.count("csr.next"), visit.shop.count("preview")), (0, 1));
    assert_eq!((sent(&visit, "preview", "sok"), sent(&visit, "preview", "csr").is_some()), (None, true));
}

#[test]
fn the_callers_own_reference_is_sent_where_the_operator_wants_it() {
    let mut visit = Visit::new();
    visit.reach_done();
    assert_eq!(sent(&visit, "param", "remoteid"), None);
    let mut visit = Visit::with(assuming(r#"{"remoteid": "on"}"#));
    visit.reach_done();
    assert_eq!(sent(&visit, "param", "remoteid"), Some(visit.key().fingerprint.to_text()));
}

#[test]
fn other_names_of_what_is_assumed_are_used() {
    let mut visit = Visit::with(assuming(r#"{"method_field": "dcv", "method_dns": "record"}"#));
    visit.shop.late.select("dcv", "Check", &["by_mail", "by_record"]);
    visit.reach_validation();
    visit.go_on();
    assert_eq!(sent(&visit, "param", "dcv").as_deref(), Some("by_record"));
    assert_eq!(sent(&visit, "param", "approver_email_1"), None);
    visit.send(Msg::Order);
    assert_eq!(visit.place(), Step::Done);
}
