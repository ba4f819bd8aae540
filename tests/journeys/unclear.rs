//! After a payment without a clear answer: the lists tell, and nothing is sent again by itself.
use cert_order::billing::http::TransportError;
use cert_order::wizard::message::Msg;
use cert_order::wizard::reconcile::SearchState;
use cert_order::wizard::step::Step;
use cert_order::wizard::submission::Submission;
use cert_order::wizard::way::Outcome;

use crate::support::shop::{OTHER_USER, PASSWORD, Script};
use crate::support::steps::DOMAIN;
use crate::support::visit::Visit;
use crate::support::wire::{doc, error};

const MINUTE_MS: u64 = 60_000;

/// The order button was pressed, and the payment ended like this.
fn after(script: Script) -> Visit {
    let mut visit = Visit::new();
    visit.reach_review();
    visit.shop.script("pay", script);
    visit.send(Msg::Order);
    visit
}

fn state(visit: &Visit) -> &SearchState {
    match &visit.model.submission {
        Submission::Unclear(_, search) => &search.state,
        other => panic!("not unclear: {other:?}"),
    }
}

/// Ends after which nobody knows whether the payment was taken.
fn unclear_answers() -> Vec<Script> {
    let long = "<html>Your request is processed, please wait</html>".to_owned();
    vec![
        Script::Lost(TransportError::TimedOut),
        Script::Lost(TransportError::Unreachable),
        Script::Lost(TransportError::Offline),
        Script::Lost(TransportError::Refused),
        Script::Status(502),
        Script::Status(504),
        Script::Answer(long),
        Script::Answer("{\"doc\": {\"ok\":".to_owned()),
        Script::Answer("Please wait".to_owned()),
        Script::Answer(doc("payment.add.method", serde_json::json!({"metadata": {}}))),
        Script::Answer(error("xml", "", "Request in process, please wait")),
        Script::Answer(error("missed", "billorder", "No such order")),
        Script::Answer(
            serde_json::json!({"doc": {"payment_id": {"$": "7"}, "ok": {"$": "https://pay.example.com/7"}}})
                .to_string(),
        ),
    ]
}

#[test]
fn after_every_kind_of_unclear_end_the_lists_are_read_and_nothing_is_sent_again() {
    for script in unclear_answers() {
        let visit = after(script.clone());
        assert_eq!((visit.place(), state(&visit)), (Step::Review, &SearchState::Waiting), "{script:?}");
        assert_eq!(visit.shop.count("pay"), 1, "{script:?}");
        assert_eq!((visit.shop.count("certificate"), visit.shop.count("basket")), (2, 4), "{script:?}");
        assert_eq!(visit.unclear().unwrap().domain, DOMAIN);
    }
}

#[test]
fn a_clear_refusal_goes_back_to_the_quote() {
    for script in [
        Script::Answer(error("limit", "balance", "Insufficient funds")),
        Script::Answer(error("value", "amount", "Wrong")),
        Script::Status(403),
    ] {
        let visit = after(script.clone());
        assert!(visit.quote().is_some() && visit.trouble().is_some() && !visit.browser.holds_lock, "{script:?}");
    }
}

#[test]
fn a_payment_that_was_taken_though_its_answer_was_lost_is_found_and_paid_once() {
    let visit = after(Script::Forgotten(TransportError::TimedOut));
    assert_eq!(visit.place(), Step::Done);
    assert_eq!(visit.shop.payments, [1_500]);
    let order = visit.order().unwrap();
    assert_eq!(order.certificate_id, Some(visit.shop.certificates[0].id.to_string()));
    assert!(!visit.browser.holds_lock);
}

#[test]
fn a_certificate_that_appears_only_at_the_second_look_is_found() {
    let mut visit = after(Script::Lost(TransportError::TimedOut));
    visit.shop.add_certificate(DOMAIN);
    visit.time_passes(MINUTE_MS - 1);
    assert_eq!(visit.place(), Step::Review);
    visit.time_passes(1);
    assert_eq!((visit.place(), visit.shop.count("pay")), (Step::Done, 1));
}

/// After a payment without an answer: the cart is empty, and no certificate is listed yet.
fn left_the_cart() -> Visit {
    let mut visit = Visit::new();
    visit.reach_review();
    visit.shop.script("pay", Script::Forgotten(TransportError::TimedOut));
    visit.shop.script("certificate", Script::AsUsual);
    let none =
        doc("certificate", serde_json::json!({"p_num": {"$": "1"}, "p_cnt": {"$": "10"}, "p_elems": {"$": "0"}}));
    for _ in 0..2 {
        visit.shop.script("certificate", Script::Answer(none.clone()));
    }
    visit
}

#[test]
fn what_has_left_the_cart_is_searched_among_the_orders() {
    for (is_paid, outcome) in [(true, Outcome::Paid), (false, Outcome::Later)] {
        let mut visit = left_the_cart();
        let billorder = visit.quote().unwrap().billorder.clone();
        let cells = serde_json::json!({"id": {"$": billorder}, "status": {"$": "some"}});
        let other = serde_json::json!({"elem": [{"id": {"$": "3"}}], "p_num": {"$": "1"}, "p_cnt": {"$": "1"}, "p_elems": {"$": "2"}});
        let open = serde_json::json!({"list": [{"$name": "openlist", "elem": [cells]}], "p_num": {"$": "2"}});
        let paid =
            serde_json::json!({"elem": [cells], "p_num": {"$": "2"}, "p_cnt": {"$": "1"}, "p_elems": {"$": "2"}});
        visit.shop.script("order", Script::Answer(doc("order", other)));
        visit.shop.script("order", Script::Answer(doc("order", if is_paid { paid } else { open })));
        visit.send(Msg::Order);
        assert_eq!((visit.place(), &visit.order().unwrap().outcome), (Step::Done, &outcome));
        assert_eq!(visit.shop.count("pay"), 1);
    }
}

#[test]
fn what_has_left_the_cart_and_is_nowhere_is_not_said_to_be_unpaid() {
    let mut visit = left_the_cart();
    visit.send(Msg::Order);
    visit.time_passes(MINUTE_MS);
    assert_eq!(state(&visit), &SearchState::NotFound);
    let Submission::Unclear(_, search) = &visit.model.submission else { panic!("it is clear") };
    assert!(search.is_gone);

    let mut visit = after(Script::Lost(TransportError::TimedOut));
    visit.time_passes(MINUTE_MS);
    let Submission::Unclear(_, search) = &visit.model.submission else { panic!("it is clear") };
    assert!(!search.is_gone && search.state == SearchState::NotFound, "it still lies in the cart");
}

#[test]
fn certificates_that_were_there_before_are_not_taken_for_the_order() {
    let mut visit = Visit::new();
    visit.shop.page_size = 2;
    for _ in 0..5 {
        visit.shop.add_certificate(DOMAIN);
    }
    visit.reach_review();
    visit.shop.script("pay", Script::Lost(TransportError::TimedOut));
    visit.send(Msg::Order);
    assert_eq!(visit.unclear().unwrap().certificates_before.len(), 5);
    assert_eq!(state(&visit), &SearchState::Waiting);
    let new = visit.shop.add_certificate(DOMAIN);
    visit.time_passes(MINUTE_MS);
    assert_eq!(visit.order().unwrap().certificate_id, Some(new.to_string()));
}

#[test]
fn a_certificate_that_waits_unpaid_for_its_cart_is_not_an_order() {
    let mut visit = Visit::new();
    visit.reach_review();
    // Some installations list what lies in the cart, under the number it will keep.
    let item = visit.quote().unwrap().row.item_id.parse().unwrap();
    visit.shop.add_certificate(DOMAIN);
    let listed = visit.shop.certificates.last_mut().unwrap();
    (listed.id, listed.status) = (item, ["1", ""]);
    visit.shop.script("pay", Script::Lost(TransportError::TimedOut));
    visit.send(Msg::Order);
    assert_eq!(state(&visit), &SearchState::Waiting);
    visit.shop.certificates.last_mut().unwrap().status = ["5", "3"];
    visit.time_passes(MINUTE_MS);
    assert_eq!(visit.order().unwrap().certificate_id, Some(item.to_string()));
}

#[test]
fn not_found_twice_a_minute_apart_the_customer_may_try_again_with_a_fresh_press() {
    let mut visit = after(Script::Lost(TransportError::TimedOut));
    visit.send(Msg::TryAgain);
    assert_eq!(state(&visit), &SearchState::Waiting, "one look is not enough");
    visit.time_passes(MINUTE_MS);
    assert_eq!(state(&visit), &SearchState::NotFound);
    visit.time_passes(60 * MINUTE_MS);
    assert_eq!(visit.shop.count("pay"), 1);
    visit.send(Msg::Order);
    assert_eq!(visit.shop.count("pay"), 1, "only the confirmation leads back to the button");
    visit.send(Msg::TryAgain);
    assert_eq!(visit.shop.count("pay"), 1, "the confirmation alone pays nothing");
    assert_eq!((visit.total(), visit.shop.cart.len()), (1_500, 1));
    assert!(!visit.browser.holds_lock);
    visit.send(Msg::Order);
    assert_eq!((visit.place(), visit.shop.payments.clone()), (Step::Done, vec![1_500]));
}

#[test]
fn looking_again_in_between_finds_but_does_not_count() {
    let mut visit = after(Script::Lost(TransportError::TimedOut));
    for _ in 0..3 {
        visit.send(Msg::LookAgain);
        assert_eq!(state(&visit), &SearchState::Waiting);
    }
    visit.shop.add_certificate(DOMAIN);
    visit.send(Msg::LookAgain);
    assert_eq!(visit.place(), Step::Done);
}

#[test]
fn looks_that_fail_do_not_count() {
    let mut visit = Visit::new();
    visit.reach_review();
    visit.shop.script("pay", Script::Status(502));
    visit.shop.script("certificate", Script::AsUsual);
    visit.shop.script("certificate", Script::Status(502));
    visit.send(Msg::Order);
    assert!(matches!(state(&visit), SearchState::Failed(_)));
    visit.shop.script("basket", Script::Status(502));
    visit.send(Msg::LookAgain);
    assert!(matches!(state(&visit), SearchState::Failed(_)), "half an answer is none");
    visit.send(Msg::LookAgain);
    assert_eq!(state(&visit), &SearchState::Waiting);
    visit.shop.script("certificate", Script::Status(502));
    visit.time_passes(MINUTE_MS);
    assert!(matches!(state(&visit), SearchState::Failed(_)));
    visit.send(Msg::LookAgain);
    assert_eq!(state(&visit), &SearchState::Waiting, "the second look that counts is a minute away again");
    visit.time_passes(MINUTE_MS);
    assert_eq!(state(&visit), &SearchState::NotFound);
}

#[test]
fn an_answer_of_the_look_before_does_not_end_the_look_that_counts() {
    let mut visit = after(Script::Lost(TransportError::TimedOut));
    visit.shop.script("basket", Script::Late);
    visit.send(Msg::LookAgain);
    visit.shop.script("certificate", Script::Late);
    visit.shop.add_certificate(DOMAIN);
    visit.time_passes(MINUTE_MS);
    visit.late_answers_arrive();
    assert_eq!(visit.place(), Step::Done);
}

#[test]
fn of_several_certificates_the_customer_chooses_among_those_shown() {
    let mut visit = after(Script::Lost(TransportError::TimedOut));
    let ids = [visit.shop.add_certificate(DOMAIN), visit.shop.add_certificate(DOMAIN)].map(|id| id.to_string());
    visit.shop.add_certificate("other.example.org");
    visit.time_passes(MINUTE_MS);
    let SearchState::Several(rows) = state(&visit) else { panic!("{:?}", state(&visit)) };
    assert_eq!(rows.iter().map(|row| row.id.clone()).collect::<Vec<_>>(), ids);
    visit.send(Msg::Adopt("999".to_owned()));
    assert!(visit.unclear().is_some());
    visit.send(Msg::Adopt(ids[1].clone()));
    assert_eq!(visit.order().unwrap().certificate_id.as_ref(), Some(&ids[1]));
    assert_eq!(visit.shop.count("pay"), 1);
}

#[test]
fn a_crash_after_the_payment_was_sent_leads_to_the_search_and_never_to_a_second_payment() {
    for (script, is_paid) in [(Script::Late, true), (Script::Silent, false)] {
        let mut visit = after(script);
        visit.reload();
        assert_eq!((visit.place(), visit.unclear().is_some()), (Step::Review, true));
        visit.log_in();
        if !is_paid {
            assert_eq!(state(&visit), &SearchState::Waiting);
            visit.time_passes(MINUTE_MS);
            visit.send(Msg::TryAgain);
            assert_eq!(visit.shop.count("pay"), 1);
            visit.send(Msg::Order);
        }
        assert_eq!((visit.place(), visit.shop.payments.clone()), (Step::Done, vec![1_500]), "{is_paid}");
    }
}

#[test]
fn a_crash_before_the_payment_was_sent_leaves_nothing_to_search() {
    for operation in ["certificate", "basket"] {
        let mut visit = Visit::new();
        visit.reach_review();
        visit.shop.script(operation, Script::Silent);
        visit.send(Msg::Order);
        visit.reload();
        assert!(visit.unclear().is_none());
        visit.log_in();
        assert_eq!(visit.total(), 1_500);
        assert_eq!(visit.shop.count("pay"), 0);
        visit.send(Msg::Order);
        assert_eq!(visit.shop.payments, [1_500]);
    }
}

#[test]
fn the_intent_is_stored_before_the_payment_is_sent() {
    let mut visit = Visit::new();
    visit.reach_review();
    visit.shop.script("pay", Script::Silent);
    visit.send(Msg::Order);
    let stored = &visit.browser.draft.as_ref().unwrap().text;
    let intent = &serde_json::from_str::<serde_json::Value>(stored).unwrap()["intent"];
    assert_eq!((&intent["billorder"], &intent["domain"]), (&"12".into(), &DOMAIN.into()));
    assert_eq!(visit.shop.calls.last().unwrap().operation, "pay");
    assert!(visit.browser.holds_lock);
}

#[test]
fn a_reload_during_the_search_goes_on_searching() {
    let mut visit = after(Script::Lost(TransportError::TimedOut));
    for _ in 0..3 {
        visit.reload();
        visit.log_in();
        assert_eq!(state(&visit), &SearchState::Waiting, "looks before a reload do not count");
    }
    assert_eq!(visit.shop.count("pay"), 1);
}

#[test]
fn a_session_that_ends_during_the_search_is_asked_for_and_the_search_goes_on() {
    for operation in ["certificate", "basket"] {
        let mut visit = after(Script::Lost(TransportError::TimedOut));
        visit.shop.script(operation, Script::SessionEnds);
        visit.time_passes(MINUTE_MS);
        assert_eq!((visit.model.session_id(), state(&visit)), (None, &SearchState::Idle));
        visit.shop.add_certificate(DOMAIN);
        visit.log_in();
        assert_eq!(visit.place(), Step::Done, "{operation}");
    }
}

#[test]
fn no_new_order_begins_and_no_page_is_left_while_the_end_is_unclear() {
    let mut visit = after(Script::Lost(TransportError::TimedOut));
    visit.send(Msg::StartOver);
    for step in Step::ALL {
        visit.send(Msg::AddressChanged(Some(step)));
        visit.send(Msg::Change(step));
        visit.send(Msg::Continue(step));
    }
    assert_eq!((visit.place(), visit.unclear().is_some()), (Step::Review, true));
}

#[test]
fn the_payment_of_one_customer_is_never_searched_for_by_another() {
    let mut visit = after(Script::Lost(TransportError::TimedOut));
    visit.reload();
    visit.log_in_as(OTHER_USER, PASSWORD);
    assert_eq!((visit.place(), visit.unclear()), (Step::Package, None));
    assert!(!visit.browser.draft.as_ref().is_some_and(|draft| draft.text.contains(DOMAIN)));
}
