//! Orders past the old cart, by the operator's choice: paid at once, or into the newer cart that the panel pays.
use cert_order::billing::http::TransportError;
use cert_order::config::{self, Config};
use cert_order::wizard::field::Field;
use cert_order::wizard::message::Msg;
use cert_order::wizard::model::Trouble;
use cert_order::wizard::step::Step;
use cert_order::wizard::steps;
use cert_order::wizard::submission::Submission;
use cert_order::wizard::way::Outcome;

use crate::support::shop::Script;
use crate::support::visit::Visit;

const MINUTE_MS: u64 = 60_000;

fn with_cart(cart: &str) -> Config {
    let text = format!(r#"{{"billing_url": "/billmgr", "cart": "{cart}", "default_key_type": "p-256"}}"#);
    config::parse(&text).unwrap()
}

fn on_review(cart: &str) -> Visit {
    let mut visit = Visit::with(with_cart(cart));
    visit.enter(Field::PromotionCode, "WELCOME10");
    visit.reach_review();
    visit
}

fn outcome(visit: &Visit) -> &Outcome {
    &visit.order().unwrap().outcome
}

#[test]
fn past_the_cart_an_order_is_paid_at_once_and_only_when_the_button_is_pressed() {
    let mut visit = on_review("skipbasket");
    let quote = visit.quote().unwrap();
    assert_eq!((quote.said.as_str(), &quote.total), ("Total amount: 1 names", &None));
    assert_eq!((visit.shop.count("param"), visit.shop.count("basket")), (0, 0));
    visit.send(Msg::Order);
    assert_eq!((visit.place(), outcome(&visit)), (Step::Done, &Outcome::Paid));
    let call = visit.shop.last("param");
    assert_eq!((call.field("skipbasket"), call.field("promocode")), (Some("on"), None));
    assert_eq!((visit.shop.count("param"), visit.shop.payments.as_slice()), (1, &[1_500][..]));
    assert_eq!(visit.shop.count("basket"), 0);
    visit.reload();
    visit.log_in();
    assert_eq!((visit.place(), outcome(&visit)), (Step::Done, &Outcome::Paid));
    assert!(steps::done::receipt(&visit.model).unwrap().contains(r#""total": null"#));
}

#[test]
fn into_the_newer_cart_an_order_is_put_once_and_nothing_is_paid() {
    let mut visit = on_review("quickbasket");
    visit.send(Msg::Order);
    assert_eq!((visit.place(), outcome(&visit)), (Step::Done, &Outcome::InCart));
    let call = visit.shop.last("param");
    assert_eq!(call.field("clicked_button"), Some("quickbasket"));
    assert_eq!(call.field("force_use_new_cart"), Some("on"));
    assert_eq!((visit.shop.new_cart.as_slice(), visit.shop.payments.len()), (&["example.com".to_owned()][..], 0));
    visit.reload();
    visit.log_in();
    assert_eq!(outcome(&visit), &Outcome::InCart);
}

#[test]
fn a_price_that_changed_needs_a_fresh_press() {
    let mut visit = on_review("skipbasket");
    let body = r#"{"doc": {"metadata": {}, "orderinfo": {"$": "Total amount: 99.00 EUR"}}}"#;
    visit.shop.script("preview", Script::Answer(body.to_owned()));
    visit.send(Msg::Order);
    assert_eq!((visit.trouble(), visit.shop.count("param")), (Some(&Trouble::TotalChanged), 0));
    assert!(visit.quote().is_some() && !visit.browser.holds_lock);
}

#[test]
fn an_unclear_end_is_looked_up_and_nothing_is_sent_twice() {
    for cart in ["skipbasket", "quickbasket"] {
        let mut visit = on_review(cart);
        visit.shop.script("param", Script::Lost(TransportError::TimedOut));
        visit.send(Msg::Order);
        assert!(matches!(visit.model.submission, Submission::Unclear(..)), "{cart}");
        visit.time_passes(MINUTE_MS);
        assert_eq!((visit.shop.count("param"), visit.shop.count("basket")), (1, 0), "{cart}");
        visit.send(Msg::TryAgain);
        visit.send(Msg::Order);
        assert_eq!((visit.place(), visit.shop.count("param")), (Step::Done, 2), "{cart}");
    }
}

#[test]
fn an_order_that_was_paid_without_an_answer_is_found() {
    let mut visit = on_review("skipbasket");
    visit.shop.script("param", Script::Forgotten(TransportError::TimedOut));
    visit.send(Msg::Order);
    assert_eq!((visit.place(), outcome(&visit)), (Step::Done, &Outcome::Paid));
    assert_eq!((visit.shop.count("param"), visit.shop.payments.len()), (1, 1));
}

#[test]
fn what_cannot_be_sent_any_more_is_not_said_to_be_ordered() {
    for operation in ["certificate", "preview"] {
        let mut visit = on_review("skipbasket");
        visit.shop.script(operation, Script::Late);
        visit.send(Msg::Order);
        // Whatever a page sends late: from now on the form of other answers is asked for.
        visit.shop.script("csr", Script::Silent);
        visit.enter(Field::Period, "6");
        visit.late_answers_arrive();
        assert!(visit.order().is_none() && !visit.browser.holds_lock, "{operation}");
        assert_eq!((visit.shop.count("param"), visit.shop.payments.len()), (0, 0), "{operation}");
    }
}

#[test]
fn a_refused_field_leads_to_its_page_and_too_little_money_is_said() {
    let mut visit = on_review("skipbasket");
    visit.shop.refuse("param", "value", "adm_email", "No such address");
    visit.send(Msg::Order);
    assert_eq!(visit.place(), Step::Contacts);
    assert!(!visit.browser.holds_lock);

    let mut visit = on_review("skipbasket");
    visit.shop.balance = 100;
    visit.send(Msg::Order);
    assert!(visit.trouble() == Some(&Trouble::TooLittleMoney) && visit.quote().is_some());
    assert_eq!(visit.shop.payments.len(), 0);
    visit.shop.balance = 50_000;
    visit.send(Msg::Order);
    assert_eq!((visit.place(), visit.shop.payments.len()), (Step::Done, 1));
}
