//! What comes instead of an answer while the billing system is still at it, and the connection that comes and goes.
use cert_order::billing::BillingError;
use cert_order::billing::http::TransportError;
use cert_order::config;
use cert_order::wizard::message::Msg;
use cert_order::wizard::model::{Loading, Trouble};
use cert_order::wizard::step::Step;

use crate::support::shop::{Script, Shop};
use crate::support::visit::Visit;

const PAGE: &str = "<html><a href='long/5a7f/billmgr'>Please wait</a></html>";
const BUSY: &str = r#"{"doc": {"error": {"$type": "xml", "msg": {"$": "Request in process, please wait"}}}}"#;
const SECOND_MS: u64 = 1_000;
const MINUTE_MS: u64 = 60 * SECOND_MS;

fn page(shop: &mut Shop, operation: &'static str) {
    shop.script(operation, Script::Answer(PAGE.to_owned()));
}

fn busy(shop: &mut Shop, operation: &'static str, times: usize) {
    for _ in 0..times {
        shop.script(operation, Script::Answer(BUSY.to_owned()));
    }
}

#[test]
fn a_long_operation_is_followed_by_its_link_alone_until_its_answer_comes() {
    let mut visit = Visit::new();
    visit.reach_validation();
    page(&mut visit.shop, "param");
    page(&mut visit.shop, "long");
    let added = visit.shop.done_later("param");
    visit.approve("admin@example.com");
    assert_eq!((visit.place(), visit.quote().is_none()), (Step::Review, true));
    visit.time_passes(2 * SECOND_MS);
    assert_eq!((visit.shop.count("long"), visit.quote().is_none()), (1, true));
    visit.shop.script("long", Script::Answer(added));
    visit.time_passes(2 * SECOND_MS);
    assert_eq!((visit.shop.count("long"), visit.shop.count("param")), (2, 1));
    assert!(visit.shop.last("long").fields.is_empty(), "the link goes alone");
    assert_eq!((visit.shop.cart.len(), visit.total()), (1, 1_500));
}

#[test]
fn a_payment_behind_a_link_is_paid_once_or_looked_up() {
    for is_answered in [true, false] {
        let mut visit = Visit::new();
        visit.reach_review();
        page(&mut visit.shop, "pay");
        let paid = visit.shop.done_later("pay");
        visit.shop.script("long", if is_answered { Script::Answer(paid) } else { Script::Status(404) });
        visit.send(Msg::Order);
        assert_eq!(visit.place(), Step::Review);
        visit.time_passes(2 * SECOND_MS);
        assert_eq!((visit.place(), visit.shop.payments.as_slice()), (Step::Done, &[1_500][..]), "{is_answered}");
        assert_eq!(visit.shop.count("pay"), 1);
    }
}

#[test]
fn a_link_that_never_answers_is_given_up_in_words() {
    let mut visit = Visit::new();
    for _ in 0..100 {
        page(&mut visit.shop, "long");
    }
    page(&mut visit.shop, "csr");
    visit.reach_contacts();
    visit.time_passes(3 * MINUTE_MS);
    assert!(matches!(visit.trouble(), Some(Trouble::Billing(BillingError::Long(_)))), "{:?}", visit.trouble());
    assert!(visit.shop.count("long") <= 60);
}

#[test]
fn a_link_to_another_place_is_not_followed() {
    let mut visit = Visit::new();
    let page = "<html><a href='https://evil.example/long/billmgr'>Please wait</a></html>";
    visit.shop.script("csr", Script::Answer(page.to_owned()));
    visit.reach_contacts();
    visit.time_passes(MINUTE_MS);
    assert_eq!(visit.shop.count("long"), 0);
    assert!(matches!(visit.trouble(), Some(Trouble::Billing(BillingError::Long(_)))), "{:?}", visit.trouble());
}

#[test]
fn a_busy_billing_system_is_asked_again_and_each_time_later() {
    let mut visit = Visit::new();
    busy(&mut visit.shop, "csr", 3);
    visit.reach_contacts();
    for (seconds, calls) in [(0, 1), (1, 2), (1, 2), (1, 3), (3, 3), (1, 4)] {
        visit.time_passes(seconds * SECOND_MS);
        assert_eq!(visit.shop.count("csr"), calls, "after {seconds} s more");
    }
    assert!(visit.model.discovery.form().is_some());
}

#[test]
fn a_billing_system_that_stays_busy_is_given_up_in_words() {
    let mut visit = Visit::new();
    busy(&mut visit.shop, "csr", 20);
    visit.reach_contacts();
    visit.time_passes(10 * MINUTE_MS);
    assert_eq!(visit.shop.count("csr"), 6);
    assert!(visit.trouble().is_some());
}

#[test]
fn what_orders_or_pays_is_not_sent_again_when_the_billing_system_is_busy() {
    let mut visit = Visit::new();
    visit.reach_validation();
    busy(&mut visit.shop, "param", 1);
    visit.approve("admin@example.com");
    visit.time_passes(MINUTE_MS);
    assert_eq!(visit.shop.count("param"), 1);
    assert!(visit.trouble().is_some());

    let mut visit = Visit::new();
    visit.reach_review();
    busy(&mut visit.shop, "pay", 1);
    visit.send(Msg::Order);
    assert!(visit.unclear().is_some());
    visit.time_passes(10 * MINUTE_MS);
    assert_eq!(visit.shop.count("pay"), 1);
}

#[test]
fn once_the_connection_is_back_what_failed_for_want_of_it_goes_on() {
    let offline = || Script::Lost(TransportError::Offline);
    let mut visit = Visit::closed(crate::support::visit::configured(cert_order::request::algorithm::KeyType::P256));
    visit.shop.script("pricelist.export", offline());
    visit.start();
    assert_eq!(visit.model.catalogue, Loading::Failed(BillingError::Offline));
    visit.send(Msg::Online);
    assert!(matches!(visit.model.catalogue, Loading::Ready(_)));

    visit.shop.script("csr", offline());
    visit.reach_contacts();
    assert!(visit.trouble().is_some());
    visit.send(Msg::Online);
    assert!(visit.trouble().is_none() && visit.model.discovery.form().is_some());

    visit.enter_contacts();
    visit.go_on();
    visit.shop.script("basket", offline());
    visit.approve("admin@example.com");
    assert!(visit.trouble().is_some());
    visit.send(Msg::Online);
    assert!(visit.quote().is_some());

    visit.shop.script("pay", Script::Forgotten(TransportError::Offline));
    visit.shop.script("certificate", Script::AsUsual);
    visit.shop.script("certificate", offline());
    visit.send(Msg::Order);
    assert!(visit.unclear().is_some());
    visit.send(Msg::Online);
    assert_eq!((visit.place(), visit.shop.payments.len(), visit.shop.count("pay")), (Step::Done, 1, 1));
}

#[test]
fn a_connection_that_comes_back_presses_nothing() {
    let mut visit = Visit::new();
    visit.reach_validation();
    visit.shop.script("basket", Script::Lost(TransportError::TimedOut));
    visit.approve("admin@example.com");
    let calls = visit.shop.calls.len();
    visit.send(Msg::Online);
    assert_eq!(visit.shop.calls.len(), calls, "only what failed for want of a connection is tried again");
}

#[test]
fn forms_are_asked_for_in_the_dialect_that_is_described() {
    let text = r#"{"billing_url": "/billmgr", "dialect": "bjson", "default_key_type": "p-256"}"#;
    let mut visit = Visit::with(config::parse(text).unwrap());
    visit.reach_done();
    for (operation, out) in [
        ("pricelist.export", "bjson"),
        ("auth", "bjson"),
        ("csr", "json"),
        ("csr.next", "json"),
        ("param", "bjson"),
        ("basket", "json"),
        ("payment.add", "json"),
        ("pay", "bjson"),
        ("certificate", "bjson"),
    ] {
        assert_eq!(visit.shop.last(operation).field("out"), Some(out), "{operation}");
    }
}
