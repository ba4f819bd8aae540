//! How the CA checks the names: the billing system's own list, DNS first, a file never for wildcards.
use cert_order::billing::assumed::method::MethodKind;
use cert_order::domain::problem::Problem;
use cert_order::wizard::effect::Purpose;
use cert_order::wizard::field::Field;
use cert_order::wizard::message::Msg;
use cert_order::wizard::step::Step;
use cert_order::wizard::steps::{self, validation};
use serde_json::json;

use crate::support::shop::{MULTI, WILDCARD};
use crate::support::visit::Visit;

const METHODS: [&str; 4] = ["auth_email", "auth_http", "auth_dnstxt", "phone_call"];

/// A shop that offers these methods, with or without rules of its own.
fn offering(rules: bool) -> Visit {
    let mut visit = Visit::new();
    let hide = |method: &str| json!({"$value": method, "$hide": "approver_email_1"});
    let rules = if rules { json!([hide("auth_dnstxt"), hide("auth_http"), hide("phone_call")]) } else { json!([]) };
    visit.shop.late.select("approver_method", "Validation method", &METHODS);
    visit.shop.late.add("approver_method", "Validation method", "select", json!({"if": rules}));
    visit
}

fn offered(visit: &Visit) -> Vec<String> {
    let form = visit.model.discovery.form().unwrap();
    form.methods.iter().map(|method| method.value.clone()).collect()
}

fn sent(visit: &Visit, name: &str) -> Option<String> {
    visit.shop.last("param").field(name).map(str::to_owned)
}

#[test]
fn a_record_comes_first_and_needs_no_mailbox() {
    for rules in [true, false] {
        let mut visit = offering(rules);
        visit.reach_validation();
        assert_eq!(offered(&visit), ["auth_dnstxt", "auth_email", "auth_http", "phone_call"]);
        assert_eq!(validation::method(&visit.model).unwrap().value, "auth_dnstxt");
        visit.go_on();
        assert_eq!(visit.place(), Step::Review);
        assert_eq!(sent(&visit, "approver_method").as_deref(), Some("auth_dnstxt"));
        assert_eq!(sent(&visit, "approver_email_1"), None);
        visit.send(Msg::Order);
        assert_eq!(visit.place(), Step::Done);
    }
}

#[test]
fn a_message_needs_its_mailbox() {
    for rules in [true, false] {
        let mut visit = offering(rules);
        visit.reach_validation();
        visit.enter(Field::Method, "auth_email");
        visit.go_on();
        assert_eq!(visit.place(), Step::Validation, "an address is missing");
        visit.approve("admin@example.com");
        assert_eq!(visit.place(), Step::Review);
        assert_eq!(sent(&visit, "approver_method").as_deref(), Some("auth_email"));
        assert_eq!(sent(&visit, "approver_email_1").as_deref(), Some("admin@example.com"));
    }
}

#[test]
fn what_a_method_needs_that_nobody_knows_the_rules_say() {
    for (rules, place) in [(true, Step::Review), (false, Step::Validation)] {
        let mut visit = offering(rules);
        visit.reach_validation();
        visit.enter(Field::Method, "phone_call");
        visit.go_on();
        assert_eq!(visit.place(), place);
    }
}

#[test]
fn a_file_is_not_offered_where_a_name_is_a_wildcard() {
    let mut visit = offering(true);
    visit.choose(WILDCARD);
    visit.name("*.example.com");
    visit.save_key();
    visit.log_in();
    visit.enter_contacts();
    visit.go_on();
    assert_eq!(offered(&visit), ["auth_dnstxt", "auth_email", "phone_call"]);
    visit.enter(Field::Method, "auth_http");
    let errors = steps::errors(&visit.model, Step::Validation);
    assert_eq!((errors[0].field, &errors[0].problem), (Field::Method, &Problem::NotOffered));
}

#[test]
fn one_method_is_for_all_names() {
    let mut visit = offering(false);
    visit.choose(MULTI);
    visit.enter(Field::FurtherNames, "www.example.com\nexample.org");
    visit.name("example.com");
    visit.save_key();
    visit.log_in();
    visit.enter_contacts();
    visit.go_on();
    visit.go_on();
    assert_eq!(visit.place(), Step::Review);
    let call = visit.shop.last("param");
    assert!(call.fields.iter().all(|(name, _)| !name.starts_with("approver_email_")));
}

#[test]
fn a_refused_method_is_said_where_it_is_chosen() {
    let mut visit = offering(true);
    visit.reach_validation();
    visit.shop.refuse("param", "value", "approver_method", "Not for this name");
    visit.go_on();
    assert_eq!(visit.place(), Step::Validation);
    let errors = steps::errors(&visit.model, Step::Validation);
    assert_eq!((errors[0].field, &errors[0].problem), (Field::Method, &Problem::Billing("Not for this name".into())));
    visit.enter(Field::Method, "auth_email");
    visit.approve("admin@example.com");
    assert_eq!(visit.place(), Step::Review);
}

#[test]
fn after_the_order_the_record_is_shown_once_it_is_told_and_can_be_copied() {
    let mut visit = offering(true);
    visit.reach_validation();
    visit.go_on();
    visit.send(Msg::Order);
    let kind = |visit: &Visit| visit.order().unwrap().method_kind(&visit.model.config.assumed);
    assert_eq!(kind(&visit), Some(MethodKind::Dns));
    let record = |visit: &Visit| visit.model.watch.row.as_ref().and_then(|row| row.record.clone());
    assert_eq!(record(&visit), None);
    visit.send(Msg::CopyRecord);
    assert_eq!(visit.model.copied, None);

    visit.shop.certificates[0].record = "2026-abc";
    visit.send(Msg::CheckNow);
    assert_eq!(record(&visit).unwrap().value, "2026-abc");
    visit.send(Msg::CopyRecord);
    assert_eq!(visit.model.copied, Some(Purpose::CopyRecord));
    visit.reload();
    visit.log_in();
    assert_eq!((kind(&visit), record(&visit).unwrap().value.as_str()), (Some(MethodKind::Dns), "2026-abc"));
}
