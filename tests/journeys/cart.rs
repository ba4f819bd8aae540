//! The cart on review: what it costs, what else lies there, and what changes.
use cert_order::domain::problem::Problem;
use cert_order::wizard::effect::Focus;
use cert_order::wizard::field::{ContactField, Field, Who};
use cert_order::wizard::message::Msg;
use cert_order::wizard::model::Trouble;
use cert_order::wizard::step::Step;
use cert_order::wizard::steps;
use cert_order::wizard::submission::Submission;

use cert_order::billing::http::TransportError;

use crate::support::browser::Port;
use crate::support::shop::Script;
use crate::support::visit::Visit;
use crate::support::wire::{cell, doc};

const PHONE: Field = Field::Contact(Who::Admin, ContactField::Phone);

#[test]
fn review_shows_the_billing_systems_own_figures() {
    let mut visit = Visit::new();
    let row = serde_json::json!({"id": cell(501), "desc": cell("example.com"), "setup_cost": cell("20.00")});
    let members = serde_json::json!({"billorder": cell(12), "total_sum": cell("34.20"), "tax": cell("5.70"),
        "full_discount": cell("1.50"), "currency": cell("EUR"), "list": [{"$name": "itemlist", "elem": [row]}]});
    visit.shop.script("basket", Script::AsUsual);
    visit.shop.script("basket", Script::Answer(doc("basket", members)));
    visit.reach_review();
    let quote = visit.quote().unwrap();
    let minor = |money: &Option<cert_order::domain::money::Money>| money.as_ref().map(|money| money.minor);
    assert_eq!((minor(&quote.total), minor(&quote.tax), minor(&quote.discount)), (Some(3_420), Some(570), Some(150)));
    assert_eq!(minor(&quote.row.setup), Some(2_000));
    assert_eq!(quote.billorder, "12");
}

#[test]
fn nothing_is_put_into_the_cart_before_review() {
    let mut visit = Visit::new();
    visit.reach_validation();
    assert_eq!(visit.shop.count("param") + visit.shop.count("basket"), 0);
}

#[test]
fn a_change_from_review_comes_back_and_puts_our_row_in_anew() {
    let mut visit = Visit::new();
    visit.shop.put_into_cart("Hosting", 500);
    visit.reach_review();
    let first = visit.quote().unwrap().row.id.clone();
    visit.send(Msg::Change(Step::Contacts));
    visit.enter(PHONE, "+49 30 1234567");
    visit.go_on();
    assert_eq!(visit.place(), Step::Review);
    assert_eq!(visit.shop.last("basket.delete").field("id"), Some(first.as_str()));
    assert_ne!(visit.quote().unwrap().row.id, first);
    assert_eq!(visit.shop.cart.len(), 2);
    assert_eq!(visit.shop.last("param").field("adm_phone"), Some("+49 (301) 234567"));
}

#[test]
fn a_change_of_the_subject_is_signed_anew_and_comes_back_to_review() {
    let mut visit = Visit::new();
    visit.reach_review();
    visit.send(Msg::Change(Step::Subject));
    visit.enter(Field::Company, "Example");
    visit.go_on();
    assert_eq!(visit.place(), Step::Review);
    assert_eq!(visit.shop.last("param").field("O"), Some("Example"));
    assert_eq!(visit.shop.cart.len(), 1);
}

#[test]
fn looking_back_without_a_change_leaves_the_cart_alone() {
    let mut visit = Visit::new();
    visit.reach_review();
    visit.send(Msg::Change(Step::Contacts));
    visit.go_on();
    visit.send(Msg::AddressChanged(Some(Step::Package)));
    visit.send(Msg::AddressChanged(Some(Step::Review)));
    assert_eq!((visit.shop.count("param"), visit.shop.count("basket.delete")), (1, 0));
    assert_eq!(visit.total(), 1_500);
}

#[test]
fn a_reload_on_review_leaves_one_row_of_ours() {
    let mut visit = Visit::new();
    visit.shop.put_into_cart("Hosting", 500);
    visit.reach_review();
    for _ in 0..3 {
        visit.reload();
        visit.log_in();
        assert_eq!(visit.shop.cart.len(), 2);
    }
    assert_eq!(visit.total(), 2_000);
}

#[test]
fn a_row_added_by_a_call_without_an_answer_is_found_and_not_doubled() {
    let mut visit = Visit::new();
    visit.shop.put_into_cart("Renewal of example.com", 500);
    visit.shop.script("param", Script::Forgotten(TransportError::TimedOut));
    visit.reach_review();
    assert!(matches!(visit.trouble(), Some(Trouble::Billing(_))));
    assert_eq!(visit.shop.cart.len(), 2);
    visit.shop.put_into_cart("Hosting for example.com.evil.example and www.example.com", 300);
    visit.send(Msg::Retry);
    let texts: Vec<&str> = visit.shop.cart.iter().map(|row| row.text.as_str()).collect();
    assert!(texts[0].starts_with("Renewal") && texts[1].starts_with("Hosting"), "{texts:?}");
    assert_eq!((texts.len(), visit.total()), (3, 2_300));
}

#[test]
fn a_reload_while_the_row_was_being_added_leaves_one_row() {
    let mut visit = Visit::new();
    visit.shop.put_into_cart("Hosting", 500);
    visit.shop.script("param", Script::Late);
    visit.reach_review();
    assert_eq!(visit.shop.cart.len(), 2);
    visit.reload();
    visit.log_in();
    assert_eq!((visit.shop.cart.len(), visit.total()), (2, 2_000));
}

#[test]
fn a_row_that_vanished_before_it_was_removed_is_as_good_as_removed() {
    let mut visit = Visit::new();
    visit.reach_review();
    visit.send(Msg::Change(Step::Contacts));
    visit.enter(PHONE, "+49 30 1234567");
    visit.shop.refuse("basket.delete", "missed", "basket", "No such item");
    visit.shop.cart.clear();
    visit.go_on();
    assert_eq!(visit.total(), 1_500);
}

#[test]
fn other_rows_are_shown_and_paid_only_with_consent() {
    let mut visit = Visit::new();
    visit.shop.put_into_cart("Hosting", 500);
    visit.reach_review();
    assert_eq!(visit.quote().unwrap().other_rows[0].description, "Hosting");
    visit.send(Msg::Order);
    let errors = steps::errors(&visit.model, Step::Review);
    assert_eq!((errors[0].field, &errors[0].problem), (Field::OtherRows, &Problem::OtherRowsNotAgreed));
    assert_eq!((visit.browser.focus, visit.shop.count("pay")), (Some(Focus::Errors), 0));
    visit.enter(Field::OtherRows, "on");
    visit.send(Msg::Order);
    assert_eq!(visit.shop.payments, [2_000]);
}

#[test]
fn consent_to_other_rows_does_not_outlive_the_cart_it_was_given_for() {
    let mut visit = Visit::new();
    visit.shop.put_into_cart("Hosting", 500);
    visit.reach_review();
    visit.enter(Field::OtherRows, "on");
    visit.shop.put_into_cart("A rack of servers", 90_000);
    visit.send(Msg::Order);
    assert_eq!(visit.trouble(), Some(&Trouble::TotalChanged));
    assert!(!visit.model.drafts.other_rows);
    visit.send(Msg::Order);
    assert_eq!(visit.shop.count("pay"), 0);
}

#[test]
fn a_total_that_changed_since_it_was_shown_needs_a_fresh_press() {
    let mut visit = Visit::new();
    visit.reach_review();
    visit.shop.cart[0].cost = 1_700;
    visit.send(Msg::Order);
    assert_eq!((visit.place(), visit.trouble()), (Step::Review, Some(&Trouble::TotalChanged)));
    assert_eq!(visit.shop.count("pay"), 0);
    assert!(!visit.browser.holds_lock);
    let total = visit.total();
    visit.send(Msg::Order);
    assert_eq!(visit.shop.payments, [total]);
}

#[test]
fn a_row_swapped_for_another_at_the_same_price_needs_a_fresh_press_too() {
    let mut visit = Visit::new();
    visit.reach_review();
    visit.shop.cart.clear();
    visit.shop.put_into_cart("Something else", 1_500);
    visit.send(Msg::Order);
    assert_eq!((visit.trouble(), visit.shop.count("pay")), (Some(&Trouble::RowGone), 0));
}

#[test]
fn a_balance_that_does_not_suffice_says_how_much_is_missing_and_refuses() {
    for (balance, missing) in [(1_499, Some(1)), (0, Some(1_500)), (-100, Some(1_600)), (1_500, None)] {
        let mut visit = Visit::new();
        visit.shop.balance = balance;
        visit.reach_review();
        assert_eq!(visit.quote().unwrap().missing().map(|money| money.minor), missing);
        visit.send(Msg::Order);
        assert_eq!(visit.shop.count("pay"), usize::from(missing.is_none()), "{balance}");
    }
}

#[test]
fn a_balance_that_shrank_meanwhile_is_the_billing_systems_refusal() {
    let mut visit = Visit::new();
    visit.reach_review();
    visit.shop.balance = 0;
    visit.send(Msg::Order);
    assert_eq!(visit.trouble(), Some(&Trouble::TooLittleMoney));
    assert!(visit.quote().is_some() && !visit.browser.holds_lock);
    visit.shop.balance = 5_000;
    visit.send(Msg::Order);
    assert_eq!(visit.shop.payments, [1_500]);
}

#[test]
fn without_a_way_to_pay_from_the_balance_nothing_is_paid() {
    let mut visit = Visit::new();
    let bank = serde_json::json!({"paymethod": cell(2), "name": cell("Bank transfer"), "paymethod_type": cell(14)});
    let list = serde_json::json!({"list": [{"$name": "methodlist", "elem": [bank]}]});
    visit.shop.script("payment.add", Script::Answer(doc("payment.add", list)));
    visit.reach_review();
    assert!(visit.quote().unwrap().balance_method().is_none());
    visit.send(Msg::Order);
    assert_eq!(visit.shop.count("pay"), 0);
}

#[test]
fn a_row_that_cannot_be_told_from_others_stops_with_words() {
    let mut visit = Visit::new();
    visit.shop.script("basket", Script::AsUsual);
    visit.shop.script("basket", Script::Answer(doc("basket", serde_json::json!({"list": []}))));
    visit.reach_review();
    assert_eq!(visit.trouble(), Some(&Trouble::RowNotFound));
    visit.send(Msg::Retry);
    assert_eq!(visit.total(), 1_500);
}

#[test]
fn while_another_page_submits_this_one_waits() {
    let mut visit = Visit::new();
    visit.reach_review();
    visit.browser.locking = Port::Fails;
    visit.send(Msg::Order);
    assert_eq!((visit.trouble(), visit.shop.count("pay")), (Some(&Trouble::Locked), 0));
    visit.browser.locking = Port::Works;
    visit.send(Msg::Order);
    assert_eq!(visit.shop.payments, [1_500]);
}

#[test]
fn many_presses_of_the_order_button_are_one_payment() {
    let mut visit = Visit::new();
    visit.reach_review();
    for operation in ["certificate", "basket", "pay"] {
        visit.shop.script(operation, Script::Late);
    }
    for _ in 0..4 {
        visit.send(Msg::Order);
        visit.send(Msg::Order);
        visit.late_answers_arrive();
    }
    assert_eq!((visit.place(), visit.shop.count("pay")), (Step::Done, 1));
}

#[test]
fn the_total_that_was_pressed_is_the_total_that_is_paid_even_when_texts_change_meanwhile() {
    let mut visit = Visit::new();
    visit.reach_review();
    visit.shop.script("certificate", Script::Late);
    visit.send(Msg::Order);
    visit.enter(Field::PromotionCode, "WELCOME10");
    assert!(matches!(visit.model.submission, Submission::Paying(..)));
    visit.late_answers_arrive();
    assert_eq!(visit.shop.payments, [1_500]);
}

#[test]
fn a_row_that_is_gone_is_not_put_in_anew_without_a_word() {
    // Paid from another page, before the button was pressed here.
    let mut visit = Visit::new();
    visit.reach_review();
    visit.shop.cart.clear();
    visit.send(Msg::Order);
    assert_eq!((visit.trouble(), visit.shop.count("pay")), (Some(&Trouble::RowGone), 0));
    assert!(visit.trouble().unwrap().leads_to_panel() && visit.quote().is_some());
    // Not even a second press orders it again, nor one after a reload: only the customer's word.
    for _ in 0..2 {
        visit.send(Msg::Order);
        let errors = steps::errors(&visit.model, Step::Review);
        assert_eq!((errors[0].field, &errors[0].problem), (Field::OrderAgain, &Problem::OrderAgainNotAgreed));
        assert_eq!(visit.shop.count("pay"), 0);
        visit.reload();
        visit.log_in();
    }
    visit.enter(Field::OrderAgain, "on");
    visit.send(Msg::Order);
    assert_eq!((visit.place(), visit.shop.count("pay")), (Step::Done, 1));
    // A payment that arrived only after both looks for it.
    let mut visit = Visit::new();
    visit.reach_review();
    visit.shop.script("pay", Script::Lost(TransportError::TimedOut));
    visit.send(Msg::Order);
    visit.time_passes(60_000);
    visit.shop.cart.clear();
    visit.send(Msg::TryAgain);
    assert_eq!((visit.trouble(), visit.shop.count("pay")), (Some(&Trouble::RowGone), 1));
    // What this form itself took out is not missed.
    let mut visit = Visit::new();
    visit.reach_review();
    visit.shop.script("param", Script::Lost(TransportError::TimedOut));
    visit.send(Msg::Change(Step::Contacts));
    visit.enter(PHONE, "+49 30 1234567");
    visit.go_on();
    visit.send(Msg::Retry);
    assert!(visit.quote().is_some() && visit.trouble().is_none());
}
