//! Every other way to place an order, and what happens in the cart besides: the placing call fails in each way.
use cert_order::wizard::field::Field;
use cert_order::wizard::reconcile::SearchState;
use cert_order::wizard::submission::Submission;
use serde_json::{Value, json};

use crate::installation::{BALANCE, Installation, amounts, configured, payments};
use crate::matrix::{Operation, Wish, does, plain, run, shows, usual};
use crate::support::visit::Visit;
use crate::words;

/// Each way in which a call can fail.
pub const FAULTS: [&str; 12] = [
    "time_out",
    "time_out_after",
    "bad_gateway",
    "bad_gateway_after",
    "html",
    "truncated",
    "connection_lost",
    "long_operation",
    "in_process",
    "session_end",
    "access",
    "limit",
];

/// The open order that the customer of the sandbox has from the first day.
const OPEN_ORDER: &str = "11";

/// Each of them at each of these calls.
pub fn each_fault(wish: &Wish, operations: &[Operation]) {
    for operation in operations {
        for name in FAULTS {
            run(wish, name, &json!({}), operation);
        }
    }
}

/// The one certificate, for which no money has moved yet.
fn unpaid(installation: &Installation, at: &str) -> Value {
    let mut orders = installation.orders();
    assert_eq!(orders.len(), 1, "{at}: {orders:?}");
    assert_eq!(installation.balance("demo"), BALANCE, "{at}");
    assert!(installation.is_clean(), "{at}");
    orders.remove(0)
}

#[test]
fn nothing_to_pay() {
    let wish = Wish { chosen: vec![(Field::PromotionCode, "FREE100")], ..plain() };
    each_fault(&wish, &[does("basket", "free")]);
}

#[test]
fn with_an_open_order() {
    let is_met = |installation: &Installation, at: &str| {
        let order = unpaid(installation, at);
        assert_eq!((order["billorder"].to_string().as_str(), &order["state"]), (OPEN_ORDER, &json!("unpaid")), "{at}");
        assert_eq!(payments(&order).len(), 0, "{at}");
    };
    let wish = Wish { chosen: vec![(Field::PayBy, "order"), (Field::OpenOrder, OPEN_ORDER)], is_met, ..plain() };
    each_fault(&wish, &[does("basket", "addtoorder")]);
}

#[test]
fn on_the_page_of_a_card_company() {
    let is_met = |installation: &Installation, at: &str| {
        let order = unpaid(installation, at);
        assert_eq!(order["state"], "unpaid", "{at}");
        assert_eq!(amounts(&payments(&order)), [order["price"]["total_minor"].as_i64().unwrap()], "{at}");
    };
    let chosen = vec![(Field::PayBy, "bill"), (Field::PayNow, "on"), (Field::PayMethod, "3")];
    each_fault(&Wish { chosen, is_met, ..plain() }, &[does("payment.add.method", "")]);
}

#[test]
fn past_the_cart_from_the_balance() {
    let wish = usual(configured(&json!({"cart": "skipbasket"})));
    each_fault(&wish, &[shows("certificate.order.param", 0), does("certificate.order.param", "")]);
}

/// What goes into the newer cart, which nobody but the panel can read.
fn for_the_newer_cart() -> Wish {
    let is_met = |installation: &Installation, at: &str| {
        let order = unpaid(installation, at);
        assert_eq!(order["cart"], "new", "{at}");
        assert_eq!(payments(&order).len(), 0, "{at}");
    };
    let config = configured(&json!({"cart": "quickbasket"}));
    Wish { standing: vec![json!({"fault": "new_cart"})], is_met, ..usual(config) }
}

const INTO_THE_NEWER_CART: Operation = does("certificate.order.param", "quickbasket");

#[test]
fn into_the_newer_cart() {
    let has_no_effect = ["time_out", "bad_gateway", "html", "long_operation", "in_process", "session_end", "access"];
    for name in has_no_effect {
        run(&for_the_newer_cart(), name, &json!({}), &INTO_THE_NEWER_CART);
    }
}

#[test]
fn what_may_lie_in_the_newer_cart_is_said_before_anything_is_sent_again() {
    for name in ["time_out_after", "bad_gateway_after", "gateway_time_out", "truncated", "connection_lost"] {
        let (installation, wish) = (Installation::standard(), for_the_newer_cart());
        installation.switch_on(&json!([{"fault": name, "button": "quickbasket", "times": 1}, wish.standing[0]]));
        let mut visit = installation.visit(wish.config.clone());
        let is_over = |visit: &Visit| match &visit.model.submission {
            Submission::Unclear(_, search) => search.state == SearchState::NotFound,
            _ => visit.order().is_some(),
        };
        while !is_over(&visit) {
            visit.act();
        }
        let said = words::said(&visit);
        assert!(said.iter().any(|words| words.contains("look there before you try again")), "{name}: {said:?}");
        (wish.is_met)(&installation, name);
    }
}
