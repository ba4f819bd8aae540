//! The page is loaded again while a call is under way whose answer never comes: nothing typed is lost, nothing placed twice.
use cert_order::wizard::effect::Question;
use cert_order::wizard::field::Field;
use cert_order::wizard::message::{Answer, Msg};
use cert_order::wizard::step::Step;
use serde_json::json;

use crate::installation::{Installation, silent, typed};
use crate::matrix::{OPERATIONS, does, persist, plain};
use crate::support::visit::Visit;

/// Acts until a call stays without an answer.
fn until_silence(visit: &mut Visit, at: &str) {
    for _ in 0..60 {
        if !visit.unanswered.is_empty() {
            return;
        }
        visit.act();
    }
    panic!("{at}: every call was answered");
}

#[test]
fn a_page_that_is_loaded_again_under_way_leads_to_one_order() {
    for (number, operation) in OPERATIONS.iter().enumerate() {
        for fault in ["connection_lost", "time_out"] {
            let at = format!("{fault} at {operation:?}");
            let installation = Installation::standard();
            installation.switch_on(&json!([operation.fault(fault, &json!({}))]));
            let mut visit = silent(plain().config, installation.connect());
            if number > 0 {
                visit.enter(Field::PromotionCode, "WELCOME10");
            }
            until_silence(&mut visit, &at);
            let before = typed(&visit);
            visit.reload();
            assert_eq!(typed(&visit), before, "{at}");
            persist(&installation, &mut visit, &at);
            assert_eq!(installation.bitten(), 1, "{at}");
            installation.the_one_order(&at);
        }
    }
}

#[test]
fn a_payment_without_an_answer_is_found_after_the_log_in() {
    for fault in ["connection_lost", "time_out_after"] {
        let installation = Installation::standard();
        installation.switch_on(&json!([does("payment.add.method", "fromsubaccount").fault(fault, &json!({}))]));
        let mut visit = silent(plain().config, installation.connect());
        until_silence(&mut visit, fault);
        let paid = installation.the_one_order(fault);
        visit.reload();
        assert!(visit.unclear().is_some() && visit.place() == Step::Review, "{fault}");
        visit.log_in();
        assert_eq!((visit.place(), visit.browser.made.len()), (Step::Done, 1), "{fault}");
        assert_eq!(visit.order().unwrap().certificate_id.clone(), Some(paid["id"].to_string()), "{fault}");
        installation.the_one_order(fault);
    }
}

#[test]
fn the_order_button_pressed_again_at_every_call_pays_once() {
    for operation in [OPERATIONS[12], OPERATIONS[13], OPERATIONS[14]] {
        let at = format!("{operation:?}");
        let installation = Installation::standard();
        installation.switch_on(&json!([operation.fault("time_out", &json!({}))]));
        let mut visit = silent(plain().config, installation.connect());
        visit.enter(Field::PromotionCode, "WELCOME10");
        until_silence(&mut visit, &at);
        visit.send(Msg::Order);
        visit.send(Msg::Order);
        // The fault is over: the very call that hung goes through now.
        let (number, question) = visit.unanswered.remove(0);
        let Question::Http { request, .. } = question else { panic!("{at}: {question:?}") };
        let reply = installation.connect().call(&request);
        visit.send(Msg::Order);
        visit.send(Msg::Answered(number, Answer::Http(reply)));
        visit.send(Msg::Order);
        assert!(visit.order().is_some() && visit.unanswered.is_empty(), "{at}: {:?}", visit.model.submission);
        installation.the_one_order(&at);
    }
}

#[test]
fn back_after_paying_shows_the_order_and_sends_nothing() {
    let installation = Installation::standard();
    let mut visit = installation.visit(plain().config);
    persist(&installation, &mut visit, "back");
    let paid = installation.the_one_order("back");
    for step in [Step::Review, Step::Validation, Step::Contacts, Step::Key, Step::Package] {
        visit.send(Msg::AddressChanged(Some(step)));
        visit.send(Msg::Continue(step));
        visit.send(Msg::Order);
        visit.send(Msg::Retry);
        visit.send(Msg::TryAgain);
        assert_eq!(visit.place(), Step::Done, "{step:?}");
    }
    visit.reload();
    visit.send(Msg::AddressChanged(Some(Step::Review)));
    visit.send(Msg::Order);
    visit.log_in();
    visit.send(Msg::Order);
    assert_eq!(visit.place(), Step::Done);
    assert_eq!(installation.the_one_order("back"), paid);
}
