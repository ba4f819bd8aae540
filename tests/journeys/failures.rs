//! Each call of a whole order fails once, in each way; the customer goes on and pays exactly once.
use cert_order::billing::http::TransportError;
use cert_order::request::algorithm::KeyType;
use cert_order::wizard::field::Field;
use cert_order::wizard::message::Msg;
use cert_order::wizard::model::Loading;

use crate::support::shop::Script;
use crate::support::steps::DOMAIN;
use crate::support::visit::{Visit, configured};
use crate::support::wire::error;

fn order_with(visit: &mut Visit) -> Option<()> {
    visit.enter(Field::PromotionCode, "WELCOME10");
    visit.persist()
}

/// How a call fails without having had an effect.
fn failures() -> Vec<Script> {
    vec![
        Script::Lost(TransportError::TimedOut),
        Script::Lost(TransportError::Unreachable),
        Script::Lost(TransportError::Offline),
        Script::Lost(TransportError::Refused),
        Script::Status(502),
        Script::Status(429),
        Script::Answer("<html>long operation</html>".to_owned()),
        Script::Answer("{}".to_owned()),
        Script::Answer("{\"doc\":".to_owned()),
        Script::Answer(error("other", "", "Something went wrong")),
        Script::Answer(error("missed", "", "There is no such thing")),
        Script::Answer(error("xml", "", "Request in process, please wait")),
    ]
}

fn is_refusal(script: &Script) -> bool {
    matches!(script, Script::Answer(body) if body.contains("missed"))
}

fn calls_of_an_order() -> Vec<&'static str> {
    let mut visit = Visit::new();
    order_with(&mut visit).unwrap();
    visit.shop.calls.iter().map(|call| call.operation).collect()
}

#[test]
fn an_order_makes_these_calls_in_this_order() {
    assert_eq!(
        calls_of_an_order(),
        [
            "pricelist.export",
            "auth",
            "whoami",
            "csr",
            "csr.next",
            "basket",
            "param",
            "basket.code",
            "basket",
            "payment.add",
            "subaccount",
            "order",
            "certificate",
            "basket",
            "pay",
            "certificate",
        ]
    );
}

#[test]
fn whichever_call_fails_in_whatever_way_the_order_is_paid_once_in_the_end() {
    for number in 0..calls_of_an_order().len() {
        for script in failures() {
            let mut visit = Visit::closed(configured(KeyType::P256));
            visit.shop.script_call(number, script.clone());
            visit.start();
            let end = order_with(&mut visit);
            let call = visit.shop.calls[number].operation;
            assert_eq!(end, Some(()), "stuck after {call} ended with {script:?}: {:?}", visit.model.submission);
            // A code that seemed unknown was told to the customer, who went on without it.
            let total = if call == "basket.code" && is_refusal(&script) { 1_500 } else { 1_350 };
            assert_eq!(visit.shop.payments, [total], "{call} {script:?}");
            assert_eq!(visit.shop.cart.len(), 0, "{call} {script:?}");
            assert!(!visit.browser.holds_lock, "{call} {script:?}");
        }
    }
}

#[test]
fn whichever_answer_is_lost_after_the_call_took_effect_the_order_is_paid_once_in_the_end() {
    for number in 1..calls_of_an_order().len() {
        let mut visit = Visit::new();
        visit.shop.script_call(number, Script::Forgotten(TransportError::TimedOut));
        let end = order_with(&mut visit);
        let call = visit.shop.calls[number].operation;
        assert_eq!((end, visit.shop.payments.len()), (Some(()), 1), "{call}");
        assert_eq!(visit.shop.cart.len(), 0, "{call}");
    }
}

#[test]
fn whichever_call_finds_the_session_ended_the_form_asks_for_the_log_in_and_goes_on() {
    let calls = calls_of_an_order();
    for number in 3..calls.len() {
        let mut visit = Visit::new();
        visit.shop.script_call(number, Script::SessionEnds);
        assert_eq!(order_with(&mut visit), Some(()), "{}", calls[number]);
        let log_ins = if number + 1 == calls.len() { 1 } else { 2 };
        assert_eq!(visit.shop.count("auth"), log_ins, "{}", calls[number]);
        assert_eq!(visit.shop.payments, [1_350], "{}", calls[number]);
        assert_eq!(visit.model.drafts.text(Field::Domain), DOMAIN);
    }
}

#[test]
fn a_reload_during_whichever_call_loses_nothing_and_pays_once() {
    for number in 1..calls_of_an_order().len() {
        for script in [Script::Silent, Script::Late] {
            let mut visit = Visit::new();
            visit.shop.script_call(number, script.clone());
            while visit.shop.calls.len() <= number {
                if visit.shop.calls.len() == 1 {
                    visit.enter(Field::PromotionCode, "WELCOME10");
                }
                visit.act();
            }
            visit.reload();
            let end = visit.persist();
            let call = visit.shop.calls[number].operation;
            assert_eq!((end, visit.shop.payments.len()), (Some(()), 1), "{call} {script:?}");
            assert_eq!(visit.shop.cart.len(), 0, "{call} {script:?}");
        }
    }
}

#[test]
fn a_price_list_that_does_not_come_is_asked_for_again_on_request() {
    let mut visit = Visit::closed(configured(KeyType::P256));
    visit.shop.script("pricelist.export", Script::Status(502));
    visit.start();
    assert!(matches!(visit.model.catalogue, Loading::Failed(_)));
    visit.send(Msg::Retry);
    assert!(matches!(visit.model.catalogue, Loading::Ready(_)));
}
