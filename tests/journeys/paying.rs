//! The other ways to pay: into an open order, as a new bill for later or now, and for nothing.
use cert_order::billing::http::TransportError;
use cert_order::domain::problem::Problem;
use cert_order::wizard::effect::Focus;
use cert_order::wizard::field::Field;
use cert_order::wizard::message::Msg;
use cert_order::wizard::model::Trouble;
use cert_order::wizard::step::Step;
use cert_order::wizard::steps::{self, done, review};
use cert_order::wizard::submission::CodeRefusal;
use cert_order::wizard::way::{Outcome, Way};

use crate::support::shop::{SESSION, Script};
use crate::support::visit::Visit;
use crate::support::wire::{cell, doc, error};

const MINUTE_MS: u64 = 60_000;

/// What each way needs to be chosen, and the call that places the order by it.
fn ways() -> Vec<(&'static [(Field, &'static str)], &'static str)> {
    vec![
        (&[(Field::PayBy, "balance")], "pay"),
        (&[(Field::PayBy, "order"), (Field::OpenOrder, "8")], "basket.add"),
        (&[(Field::PayBy, "bill"), (Field::PayNow, "on"), (Field::PayMethod, "3")], "pay"),
        (&[(Field::PromotionCode, "FREE100")], "basket.free"),
    ]
}

/// On review, with this way chosen and two open orders.
fn chosen(way: &[(Field, &str)]) -> Visit {
    let mut visit = Visit::new();
    visit.shop.open_order(7);
    visit.shop.open_order(8);
    for (field, text) in way {
        visit.enter(*field, text);
    }
    visit.reach_review();
    visit
}

fn outcome(visit: &Visit) -> &Outcome {
    &visit.order().unwrap_or_else(|| panic!("not ordered: {:?}", visit.model.submission)).outcome
}

/// What is told where the order was found, but its answer, and so a link, was lost.
fn found(operation: &str, way: &[(Field, &str)]) -> Outcome {
    match operation {
        "basket.add" => Outcome::AddedTo("A-8".to_owned()),
        "pay" if way.len() > 1 => Outcome::Later,
        _ => Outcome::Paid,
    }
}

fn errors(visit: &Visit) -> Vec<(Field, Problem)> {
    steps::errors(&visit.model, Step::Review).into_iter().map(|error| (error.field, error.problem)).collect()
}

fn receipt(visit: &Visit) -> serde_json::Value {
    serde_json::from_str(&done::receipt(&visit.model).unwrap()).unwrap()
}

fn now(method: &'static str) -> Visit {
    chosen(&[(Field::PayBy, "bill"), (Field::PayNow, "on"), (Field::PayMethod, method)])
}

#[test]
fn the_current_account_is_chosen_at_first_only_where_it_suffices() {
    for (balance, wanted) in [(1_500, "balance"), (1_499, "")] {
        let mut visit = Visit::new();
        visit.shop.balance = balance;
        visit.reach_review();
        assert_eq!(review::pay_by(&visit.model, visit.quote().unwrap()), wanted);
        visit.enter(Field::PayBy, "balance");
        assert_eq!(review::pay_by(&visit.model, visit.quote().unwrap()), wanted, "it cannot be chosen either");
    }
}

#[test]
fn with_too_little_on_the_account_another_way_has_to_be_chosen_and_works() {
    let mut visit = Visit::new();
    visit.shop.balance = 1_000;
    visit.reach_review();
    assert_eq!(visit.quote().unwrap().missing().unwrap().minor, 500);
    visit.send(Msg::Order);
    assert_eq!(errors(&visit), [(Field::PayBy, Problem::Missing)]);
    assert_eq!((visit.browser.focus, visit.browser.holds_lock), (Some(Focus::Errors), false));
    visit.enter(Field::PayBy, "bill");
    visit.send(Msg::Order);
    assert_eq!((visit.place(), outcome(&visit)), (Step::Done, &Outcome::Later));
    assert_eq!((visit.shop.payments.len(), visit.shop.count("pay")), (0, 0));
}

#[test]
fn into_an_open_order_goes_the_cart_and_no_money_moves() {
    let mut visit = chosen(&[(Field::PayBy, "order")]);
    let offered: Vec<&str> = visit.quote().unwrap().open_orders.iter().map(|order| order.id.as_str()).collect();
    assert_eq!(offered, ["7", "8"], "the cart's own order is not one to add to");
    visit.send(Msg::Order);
    assert_eq!(errors(&visit), [(Field::OpenOrder, Problem::Missing)]);
    visit.enter(Field::OpenOrder, "8");
    visit.send(Msg::Order);
    let call = visit.shop.last("basket.add");
    assert_eq!((call.field("id"), call.field("billorder")), (Some("12"), Some("8")));
    assert_eq!(outcome(&visit), &Outcome::AddedTo("A-8".to_owned()));
    assert_eq!((visit.shop.open_orders[1].1.len(), visit.shop.balance), (1, 50_000));
    assert_eq!(
        (&receipt(&visit)["state"], &receipt(&visit)["added_to"]),
        (&"added to an open order".into(), &"A-8".into())
    );
}

#[test]
fn an_order_that_is_not_offered_any_more_is_not_chosen() {
    let mut visit = chosen(&[(Field::PayBy, "order"), (Field::OpenOrder, "6")]);
    visit.send(Msg::Order);
    assert_eq!((errors(&visit), visit.shop.count("basket.add")), (vec![(Field::OpenOrder, Problem::Missing)], 0));
}

#[test]
fn where_open_orders_cannot_be_read_or_there_are_none_the_other_ways_remain() {
    for script in [Script::Status(502), Script::Answer(error("missed", "func", "order")), Script::AsUsual] {
        let mut visit = Visit::new();
        visit.shop.script("order", script);
        visit.enter(Field::PayBy, "order");
        visit.reach_review();
        assert!(visit.quote().unwrap().open_orders.is_empty());
        assert_eq!(review::pay_by(&visit.model, visit.quote().unwrap()), "");
        visit.enter(Field::PayBy, "balance");
        visit.send(Msg::Order);
        assert_eq!(visit.shop.payments, [1_500]);
    }
}

#[test]
fn a_bill_for_later_sends_nothing_and_lies_unpaid_in_the_account() {
    let mut visit = chosen(&[(Field::PayBy, "bill")]);
    visit.send(Msg::Order);
    assert_eq!((visit.place(), outcome(&visit)), (Step::Done, &Outcome::Later));
    assert_eq!((visit.shop.count("pay"), visit.shop.cart.len(), visit.shop.balance), (0, 1, 50_000));
    assert!(!visit.browser.holds_lock);
    assert_eq!((&receipt(&visit)["state"], &receipt(&visit)["order"]), (&"to be paid".into(), &"12".into()));
    // The next order finds it and asks; it does not take it out.
    visit.send(Msg::StartOver);
    assert_eq!(visit.shop.cart.len(), 1);
}

#[test]
fn a_bill_to_pay_now_gives_the_payment_page_to_press() {
    let mut visit = now("3");
    visit.send(Msg::Order);
    let call = visit.shop.last("pay");
    assert_eq!(
        (call.field("paymethod"), call.field("amount"), call.field("billorder")),
        (Some("3"), Some("15.00"), Some("12"))
    );
    assert_eq!(outcome(&visit), &Outcome::PayAt("https://pay.example.com/78".to_owned()));
    assert_eq!(visit.order().unwrap().payment_id.as_deref(), Some("78"));
    assert_eq!((visit.shop.announced.clone(), visit.shop.payments.len()), (vec![1_500], 0));
    assert_eq!(receipt(&visit)["pay_at"], "https://pay.example.com/78");
}

#[test]
fn a_method_is_asked_for_and_one_that_takes_only_more_is_not_chosen() {
    for (months, method, is_taken) in
        [("12", "3", true), ("6", "3", false), ("6", "2", true), ("12", "1", false), ("12", "", false)]
    {
        let mut visit = now(method);
        visit.send(Msg::Change(Step::Package));
        visit.enter(Field::Period, months);
        visit.go_on();
        visit.send(Msg::Order);
        assert_eq!(visit.place() == Step::Done, is_taken, "{months} {method}");
        if !is_taken {
            assert_eq!((errors(&visit), visit.shop.count("pay")), (vec![(Field::PayMethod, Problem::Missing)], 0));
        }
    }
}

#[test]
fn a_payment_page_that_is_not_safe_is_refused_and_the_order_is_placed_all_the_same() {
    let with_session = format!("https://pay.example.com/?auth={SESSION}0001");
    let with_session: &'static str = Box::leak(with_session.into_boxed_str());
    for page in
        ["javascript:alert(1)", "http://pay.example.com/78", "//evil.example/78", "data:text/html,x", with_session]
    {
        let mut visit = now("2");
        visit.shop.payment_page = page;
        visit.send(Msg::Order);
        assert_eq!((visit.place(), outcome(&visit)), (Step::Done, &Outcome::LinkRefused), "{page}");
        let stored = &visit.browser.draft.as_ref().unwrap().text;
        assert!(!stored.contains(page), "{page} is stored");
    }
}

#[test]
fn a_page_on_the_billing_systems_own_origin_is_taken_from_its_address() {
    for (page, wanted) in [
        ("/sandbox/pay/78", "/sandbox/pay/78"),
        ("func=payment.add.pay&elid=78", "/billmgr?func=payment.add.pay&elid=78"),
    ] {
        let mut visit = now("2");
        visit.shop.payment_page = page;
        visit.send(Msg::Order);
        assert_eq!(outcome(&visit), &Outcome::PayAt(wanted.to_owned()));
    }
}

#[test]
fn a_bank_transfer_without_a_page_is_to_be_paid_in_the_customer_area() {
    let mut visit = now("2");
    visit.shop.payment_page = "func=order";
    visit.send(Msg::Order);
    assert_eq!(outcome(&visit), &Outcome::Later);
}

#[test]
fn what_costs_nothing_is_ordered_without_a_way_to_pay() {
    let mut visit = chosen(&[(Field::PromotionCode, "FREE100")]);
    assert_eq!((visit.total(), visit.shop.count("payment.add"), visit.shop.count("order")), (0, 0, 0));
    visit.send(Msg::Order);
    assert_eq!((visit.place(), outcome(&visit)), (Step::Done, &Outcome::Paid));
    assert_eq!((visit.shop.count("basket.free"), visit.shop.count("pay"), visit.shop.balance), (1, 0, 50_000));
}

#[test]
fn every_way_holds_the_lock_and_stores_its_intent_before_anything_is_sent() {
    for (way, operation) in ways() {
        let mut visit = chosen(way);
        visit.shop.script(operation, Script::Silent);
        visit.send(Msg::Order);
        assert_eq!(visit.shop.calls.last().unwrap().operation, operation);
        let stored: serde_json::Value = serde_json::from_str(&visit.browser.draft.as_ref().unwrap().text).unwrap();
        assert_eq!(
            stored["intent"]["way"],
            ["balance", "8:A-8", "now:3", "free"][ways().iter().position(|known| known.0 == way).unwrap()]
        );
        assert!(visit.browser.holds_lock);
        for _ in 0..3 {
            visit.send(Msg::Order);
        }
        assert_eq!(visit.shop.count(operation), 1, "{operation}");
    }
}

#[test]
fn in_every_way_a_lost_answer_is_searched_for_and_nothing_is_sent_again() {
    for (way, operation) in ways() {
        let mut visit = chosen(way);
        visit.shop.script(operation, Script::Forgotten(TransportError::TimedOut));
        visit.send(Msg::Order);
        assert_eq!((visit.place(), visit.shop.count(operation)), (Step::Done, 1), "{operation}");
        assert_eq!(outcome(&visit), &found(operation, way));
        assert!(visit.order().unwrap().certificate_id.is_some());
    }
}

#[test]
fn in_every_way_a_call_that_had_no_effect_may_be_made_again_after_two_looks() {
    for (way, operation) in ways() {
        let mut visit = chosen(way);
        visit.shop.script(operation, Script::Lost(TransportError::Unreachable));
        visit.send(Msg::Order);
        visit.time_passes(MINUTE_MS);
        visit.send(Msg::TryAgain);
        assert_eq!((visit.place(), visit.shop.count(operation)), (Step::Review, 1), "{operation}");
        visit.send(Msg::Order);
        assert_eq!((visit.place(), visit.shop.count(operation)), (Step::Done, 2), "{operation}");
        assert!(visit.shop.cart.is_empty());
    }
}

#[test]
fn in_every_way_a_refusal_goes_back_to_the_quote_with_words() {
    for (way, operation) in ways() {
        let mut visit = chosen(way);
        visit.shop.refuse(operation, "value", "profile", "The payer is not complete");
        visit.send(Msg::Order);
        assert!(visit.quote().is_some() && matches!(visit.trouble(), Some(Trouble::PayerIncomplete(_))), "{operation}");
        assert!(!visit.browser.holds_lock);
        visit.send(Msg::Order);
        assert_eq!((visit.place(), visit.shop.count(operation)), (Step::Done, 2), "{operation}");
    }
}

#[test]
fn in_every_way_a_crash_after_sending_leads_to_the_search() {
    for (way, operation) in ways() {
        let mut visit = chosen(way);
        visit.shop.script(operation, Script::Late);
        visit.send(Msg::Order);
        visit.reload();
        assert!(visit.unclear().is_some(), "{operation}");
        visit.log_in();
        assert_eq!((visit.place(), visit.shop.count(operation)), (Step::Done, 1), "{operation}");
        assert_eq!(outcome(&visit), &found(operation, way));
    }
}

#[test]
fn in_every_way_a_total_that_changed_needs_a_fresh_press() {
    for (way, operation) in ways().into_iter().chain([(&[(Field::PayBy, "bill")][..], "none")]) {
        let mut visit = chosen(way);
        match operation {
            "basket.free" => visit.shop.put_into_cart("Something else", 100),
            _ => visit.shop.cart[0].cost += 1,
        }
        visit.send(Msg::Order);
        assert_eq!((visit.place(), visit.trouble()), (Step::Review, Some(&Trouble::TotalChanged)), "{operation}");
        assert_eq!((visit.shop.count(operation), visit.browser.holds_lock), (0, false));
    }
}

#[test]
fn in_every_way_other_rows_are_asked_about() {
    for (way, operation) in ways().into_iter().chain([(&[(Field::PayBy, "bill")][..], "none")]) {
        let mut visit = Visit::new();
        visit.shop.open_order(8);
        visit.shop.put_into_cart("Hosting", 500);
        for (field, text) in way {
            visit.enter(*field, text);
        }
        visit.reach_review();
        visit.send(Msg::Order);
        assert_eq!(errors(&visit), [(Field::OtherRows, Problem::OtherRowsNotAgreed)], "{operation}");
        assert_eq!((visit.place(), visit.shop.count(operation)), (Step::Review, 0), "{operation}");
        visit.enter(Field::OtherRows, "on");
        visit.send(Msg::Order);
        assert_eq!(visit.place(), Step::Done, "{operation}");
    }
}

#[test]
fn after_a_reload_every_outcome_is_told_again_and_the_watch_goes_on() {
    let refused: fn(&mut Visit) = |visit| visit.shop.payment_page = "javascript:x";
    let ways = ways().into_iter().map(|(way, _)| (way, (|_: &mut Visit| {}) as fn(&mut Visit)));
    let later: &[(Field, &str)] = &[(Field::PayBy, "bill")];
    let bank: &[(Field, &str)] = &[(Field::PayBy, "bill"), (Field::PayNow, "on"), (Field::PayMethod, "2")];
    for (way, prepare) in ways.chain([(later, (|_: &mut Visit| {}) as fn(&mut Visit)), (bank, refused)]) {
        let mut visit = chosen(way);
        prepare(&mut visit);
        visit.send(Msg::Order);
        let before = visit.order().unwrap().clone();
        visit.reload();
        let again = visit.order().unwrap();
        assert_eq!((&again.outcome, &again.intent.way), (&before.outcome, &before.intent.way));
        assert_eq!(again.payment_id, before.payment_id);
        visit.log_in();
        let looks = visit.shop.count("certificate");
        visit.time_passes(MINUTE_MS);
        assert!(visit.shop.count("certificate") > looks, "{way:?}");
    }
}

#[test]
fn a_draft_from_before_there_were_ways_was_paid_from_the_balance() {
    let mut visit = Visit::new();
    visit.reach_done();
    let stored = visit.browser.draft.as_mut().unwrap();
    let mut value: serde_json::Value = serde_json::from_str(&stored.text).unwrap();
    value["order"].as_object_mut().unwrap().remove("outcome");
    value["order"]["intent"].as_object_mut().unwrap().remove("way");
    stored.text = value.to_string();
    visit.reload();
    assert_eq!((outcome(&visit), &visit.order().unwrap().intent.way), (&Outcome::Paid, &Way::Balance));
}

#[test]
fn codes_that_do_not_count_are_told_apart_and_block_nothing() {
    let fits = "This code cannot be used for the order".to_owned();
    for (code, wanted) in
        [("NOSUCH", CodeRefusal::Unknown), ("EXPIRED", CodeRefusal::Expired), ("OVONLY", CodeRefusal::DoesNotFit(fits))]
    {
        let mut visit = Visit::new();
        visit.enter(Field::PromotionCode, code);
        visit.reach_review();
        assert_eq!(visit.quote().unwrap().code_refused, Some(wanted), "{code}");
        visit.send(Msg::Change(Step::Package));
        visit.go_on();
        visit.send(Msg::Order);
        assert_eq!((visit.place(), visit.shop.payments.clone()), (Step::Done, vec![1_500]), "{code}");
    }
}

#[test]
fn a_cart_without_a_method_of_its_own_can_still_be_paid_later() {
    let mut visit = Visit::new();
    visit.shop.script("payment.add", Script::Answer(doc("payment.add", serde_json::json!({"amount": cell("15.00")}))));
    for (field, text) in [(Field::PayBy, "bill"), (Field::PayNow, "on")] {
        visit.enter(field, text);
    }
    visit.reach_review();
    visit.send(Msg::Order);
    assert_eq!(outcome(&visit), &Outcome::Later);
}
