//! What of the billing system's offer the operator shows: packages, methods, ways to pay, whose packages.
use cert_order::billing::error::BillingError;
use cert_order::config::{self, Config};
use cert_order::wizard::field::Field;
use cert_order::wizard::model::{Loading, Trouble};
use cert_order::wizard::step::Step;
use cert_order::wizard::steps::{review, validation};
use cert_order::wizard::submission::Submission;
use serde_json::{Value, json};

use crate::support::visit::Visit;

fn with(field: &str, value: &Value) -> Config {
    let mut file = json!({"billing_url": "/billmgr", "default_key_type": "p-256"});
    file[field] = value.clone();
    config::parse(&file.to_string()).unwrap()
}

fn packages(visit: &Visit) -> Vec<&str> {
    let Loading::Ready(packages) = &visit.model.catalogue else { panic!("no packages") };
    packages.iter().map(|package| package.id.as_str()).collect()
}

#[test]
fn the_packages_shown_are_the_operators_in_the_operators_order() {
    let mut visit = Visit::new();
    visit.start();
    let all: Vec<String> = packages(&visit).into_iter().map(str::to_owned).collect();
    let [first, second, ..] = all.as_slice() else { panic!("{all:?}") };

    let mut visit = Visit::with(with("packages_shown", &json!([second, "no such", first])));
    visit.start();
    assert_eq!(packages(&visit), [second, first]);

    let mut visit = Visit::with(with("packages_shown", &json!(["no such"])));
    visit.start();
    assert_eq!(visit.model.catalogue, Loading::Failed(BillingError::NothingOnSale));
}

#[test]
fn names_are_checked_as_the_operator_allows() {
    let methods = |visit: &Visit| -> Vec<String> {
        let form = visit.model.discovery.form().unwrap();
        form.methods.iter().map(|method| method.value.clone()).collect()
    };
    let offered = ["auth_email", "auth_http", "auth_dnstxt"];
    for (allowed, left) in
        [(json!(["email", "dns"]), vec!["auth_email", "auth_dnstxt"]), (json!(["http", "other"]), vec!["auth_http"])]
    {
        let mut visit = Visit::with(with("validation_methods", &allowed));
        visit.shop.late.select("approver_method", "Method", &offered);
        visit.reach_review();
        assert_eq!(methods(&visit), left);
        assert_eq!(validation::method(&visit.model).unwrap().value, left[0], "the operator's first comes first");
    }

    // Where the form leaves no choice there is nothing to allow.
    let mut visit = Visit::with(with("validation_methods", &json!(["dns"])));
    visit.reach_review();
    assert!(methods(&visit).is_empty());
}

#[test]
fn an_order_stops_where_none_of_the_methods_is_allowed() {
    let mut visit = Visit::with(with("validation_methods", &json!(["dns"])));
    visit.shop.late.select("approver_method", "Method", &["auth_email", "auth_http"]);
    visit.reach_contacts();
    assert_eq!((visit.place(), visit.trouble()), (Step::Contacts, Some(&Trouble::NoMethodAllowed)));
    assert_eq!(visit.shop.count("param"), 0, "nothing may be in the cart");
}

#[test]
fn only_the_ways_to_pay_on_offer_can_be_chosen() {
    for (ways, chosen_at_first, others) in [
        (json!(["bill"]), "", [review::BALANCE, review::ORDER]),
        (json!(["balance"]), review::BALANCE, [review::ORDER, review::BILL]),
    ] {
        let mut visit = Visit::with(with("ways_to_pay", &ways));
        visit.reach_review();
        let pay_by = |visit: &Visit| {
            let Submission::Quoted(quote) = &visit.model.submission else { panic!("no quote") };
            review::pay_by(&visit.model, quote)
        };
        assert_eq!(pay_by(&visit), chosen_at_first, "{ways}");
        for other in others {
            // Drafts of another day may name what is no longer offered.
            visit.enter(Field::PayBy, other);
            assert_ne!(pay_by(&visit), other, "{ways}");
        }
    }
}

#[test]
fn the_provider_is_named_with_each_call_that_takes_it() {
    let mut visit = Visit::with(with("project", &json!("2")));
    visit.reach_done();
    let mut named: Vec<&str> = Vec::new();
    for call in &visit.shop.calls {
        let project = call.field("project");
        assert!(project.is_none_or(|project| project == "2"), "{call:?}");
        named.extend(project.and(call.field("func")));
    }
    named.sort_unstable();
    named.dedup();
    assert_eq!(named, ["auth", "certificate.order.csr", "certificate.order.param", "pricelist.export"]);

    let mut visit = Visit::new();
    visit.reach_done();
    assert!(visit.shop.calls.iter().all(|call| call.field("project").is_none()));
}
