//! Cookie mode: whoever is logged in to the panel orders and pays, and another tab may change who that is. Before the cart is
//! touched and before anything is paid, it is asked anew.
use cert_order::billing::error::BillingError;
use cert_order::billing::http::TransportError;
use cert_order::wizard::draft::Drafts;
use cert_order::wizard::effect::Focus;
use cert_order::wizard::field::{ContactField, Field, Who};
use cert_order::wizard::message::Msg;
use cert_order::wizard::model::{Session, Trouble};
use cert_order::wizard::session;
use cert_order::wizard::step::Step;
use cert_order::wizard::submission::Submission;
use serde_json::json;

use crate::support::shop::{OTHER_USER, Script, USER};
use crate::support::steps::DOMAIN;
use crate::support::visit::{Visit, by_the_panels_cookie};
use crate::support::wire::doc;

/// On "validation", by the panel's cookie.
fn on_validation() -> Visit {
    let mut visit = Visit::with(by_the_panels_cookie());
    visit.shop.panel = Some(USER);
    visit.shop.open_order(8);
    visit.reach_key();
    visit.save_key();
    visit.enter_contacts();
    visit.go_on();
    assert_eq!((visit.place(), visit.shop.count("whoami")), (Step::Validation, 1));
    visit
}

/// On "review", with a quote.
fn on_review() -> Visit {
    let mut visit = on_validation();
    visit.approve("admin@example.com");
    assert_eq!((visit.total(), visit.shop.count("whoami")), (1_500, 2));
    visit
}

/// Nothing was ordered or paid, by whatever way.
fn nothing_moved(visit: &Visit) {
    for operation in ["pay", "basket.free", "basket.add"] {
        assert_eq!(visit.shop.count(operation), 0, "{operation}");
    }
    assert!(visit.shop.payments.is_empty() && visit.order().is_none() && !visit.browser.holds_lock);
}

/// The form begins anew for someone else, who sees nothing of the first customer's order.
fn started_over(visit: &Visit) {
    assert_eq!((visit.place(), visit.trouble()), (Step::Package, Some(&Trouble::OtherAccount)));
    assert_eq!((&visit.model.drafts, &visit.model.submission), (&Drafts::default(), &Submission::Idle));
    assert_eq!(visit.model.owner.as_deref(), Some(OTHER_USER));
    assert_eq!(visit.model.user().unwrap().login, OTHER_USER);
    assert!(!visit.browser.draft.as_ref().unwrap().text.contains(DOMAIN));
}

#[test]
fn the_right_customer_is_asked_about_before_the_cart_and_before_paying_and_pays_once() {
    let mut visit = on_review();
    let before = visit.shop.calls.len();
    visit.send(Msg::Order);
    let calls: Vec<&str> = visit.shop.calls.iter().skip(before).map(|call| call.operation).collect();
    assert_eq!(calls.iter().take(4).copied().collect::<Vec<_>>(), ["whoami", "certificate", "basket", "pay"]);
    assert_eq!((visit.place(), visit.shop.payments.as_slice()), (Step::Done, &[1_500][..]));
    assert_eq!((visit.shop.count("whoami"), visit.shop.count("pay")), (3, 1));
}

#[test]
fn someone_else_in_the_panel_neither_orders_nor_pays_by_the_first_customers_button() {
    let ways: [&[(Field, &str)]; 5] = [
        &[(Field::PayBy, "balance")],
        &[(Field::PayBy, "order"), (Field::OpenOrder, "8")],
        &[(Field::PayBy, "bill")],
        &[(Field::PayBy, "bill"), (Field::PayNow, "on"), (Field::PayMethod, "3")],
        &[(Field::PromotionCode, "FREE100")],
    ];
    for way in ways {
        let mut visit = on_validation();
        for (field, text) in way {
            visit.enter(*field, text);
        }
        visit.approve("admin@example.com");
        let lists = visit.shop.count("certificate");
        visit.shop.panel = Some(OTHER_USER);
        visit.send(Msg::Order);
        nothing_moved(&visit);
        started_over(&visit);
        assert_eq!((visit.shop.count("certificate"), visit.browser.releases), (lists, 1), "{way:?}");
    }
}

#[test]
fn someone_else_in_the_panel_gets_nothing_into_the_cart() {
    let mut visit = on_validation();
    visit.shop.panel = Some(OTHER_USER);
    visit.approve("admin@example.com");
    started_over(&visit);
    nothing_moved(&visit);
    assert_eq!((visit.shop.count("basket"), visit.shop.count("param"), visit.shop.cart.len()), (0, 0, 0));
}

#[test]
fn a_changed_order_goes_into_the_cart_of_the_same_customer_only() {
    let mut visit = on_review();
    visit.shop.panel = Some(OTHER_USER);
    let added = visit.shop.count("param");
    visit.send(Msg::Change(Step::Contacts));
    visit.enter(Field::Contact(Who::Admin, ContactField::FirstName), "Eve");
    visit.go_on();
    started_over(&visit);
    assert_eq!((visit.shop.count("param"), visit.shop.cart.len()), (added, 1));
}

#[test]
fn a_panels_session_that_is_over_is_asked_for_and_the_order_goes_on_to_one_payment() {
    let second_step = doc("whoami", json!({"ok": {"$type": "form", "$": "func=totp.confirm"}}));
    for script in [Script::SessionEnds, Script::Answer(second_step)] {
        for is_paying in [false, true] {
            let mut visit = if is_paying { on_review() } else { on_validation() };
            visit.shop.script("whoami", script.clone());
            visit.shop.panel = None;
            let calls = visit.shop.calls.len();
            if is_paying {
                visit.send(Msg::Order);
            } else {
                visit.approve("admin@example.com");
            }
            nothing_moved(&visit);
            assert_eq!((&visit.model.session, visit.place(), visit.trouble()), (&Session::Nobody, Step::Review, None));
            assert!(session::is_asked(&visit.model));
            assert!(
                visit.shop.calls.iter().skip(calls).all(|call| ["whoami", "csr", "csr.next"].contains(&call.operation))
            );
            visit.shop.panel = Some(USER);
            visit.send(Msg::LogIn);
            assert_eq!(visit.total(), 1_500);
            visit.send(Msg::Order);
            assert_eq!((visit.place(), visit.shop.payments.as_slice()), (Step::Done, &[1_500][..]));
        }
    }
}

#[test]
fn someone_else_who_logs_in_after_the_panels_session_was_over_starts_over() {
    let mut visit = on_review();
    visit.shop.end_session();
    visit.send(Msg::Order);
    visit.shop.panel = Some(OTHER_USER);
    visit.send(Msg::LogIn);
    nothing_moved(&visit);
    started_over(&visit);
}

#[test]
fn where_the_panel_does_not_say_who_it_is_nothing_is_sent_and_the_words_say_why() {
    let said = [
        (Script::Lost(TransportError::TimedOut), BillingError::TimedOut),
        (Script::Status(502), BillingError::Status(502)),
        (Script::Answer(doc("whoami", json!({}))), BillingError::Unexpected("user")),
    ];
    for (script, error) in said {
        let trouble = Trouble::Billing(error);
        let mut visit = on_validation();
        visit.shop.script("whoami", script.clone());
        visit.approve("admin@example.com");
        assert_eq!((visit.trouble(), visit.shop.count("basket")), (Some(&trouble), 0));
        visit.send(Msg::Retry);
        assert_eq!((visit.trouble(), visit.total()), (None, 1_500));
        visit.shop.script("whoami", script);
        visit.send(Msg::Order);
        nothing_moved(&visit);
        assert_eq!((visit.trouble(), visit.total()), (Some(&trouble), 1_500));
        assert_eq!((visit.place(), visit.browser.focus), (Step::Review, Some(Focus::Errors)));
        visit.send(Msg::Order);
        assert_eq!((visit.place(), visit.shop.payments.as_slice()), (Step::Done, &[1_500][..]));
    }
}

#[test]
fn a_second_press_while_it_is_asked_who_it_is_pays_once() {
    let mut visit = on_review();
    visit.shop.script("whoami", Script::Late);
    visit.send(Msg::Order);
    for msg in [Msg::Order, Msg::LogIn, Msg::StartOver, Msg::ForgetEverything, Msg::Retry] {
        visit.send(msg);
    }
    nothing_yet(&visit);
    let late = visit.late.clone();
    visit.late_answers_arrive();
    assert_eq!((visit.place(), visit.shop.payments.as_slice()), (Step::Done, &[1_500][..]));
    // The same answer once more is nobody's.
    visit.late = late;
    visit.late_answers_arrive();
    assert_eq!((visit.place(), visit.shop.count("pay")), (Step::Done, 1));
}

/// The answer is awaited, and until then nothing is sent.
fn nothing_yet(visit: &Visit) {
    assert!(visit.browser.holds_lock && matches!(visit.model.submission, Submission::Paying(..)));
    assert_eq!((visit.shop.count("pay"), visit.shop.count("whoami")), (0, 3));
}

#[test]
fn an_answer_about_an_order_that_was_given_up_does_nothing() {
    let mut visit = on_validation();
    visit.shop.script("whoami", Script::Late);
    visit.approve("admin@example.com");
    visit.send(Msg::StartOver);
    visit.shop.panel = Some(OTHER_USER);
    visit.late_answers_arrive();
    assert_eq!((visit.place(), visit.trouble(), visit.shop.count("basket")), (Step::Package, None, 0));
    assert_eq!(visit.model.submission, Submission::Idle);
}

#[test]
fn of_two_answers_about_the_customer_only_the_later_counts() {
    let mut visit = on_validation();
    visit.shop.script("whoami", Script::Late);
    visit.approve("admin@example.com");
    let first = visit.late.pop().unwrap();
    visit.enter(Field::PromotionCode, "WELCOME10");
    visit.send(first.clone());
    let adds = visit.shop.count("param");
    visit.send(first);
    assert_eq!((visit.shop.count("param"), visit.shop.count("whoami")), (adds, 3));
    assert_eq!(visit.shop.cart.len(), 1);
}

#[test]
fn while_it_is_in_doubt_whether_the_session_lives_the_cart_waits() {
    let mut visit = on_validation();
    visit.shop.script("whoami", Script::Late);
    visit.approve("admin@example.com");
    // Another package has to be asked about, and that is refused.
    visit.shop.script("keepalive", Script::Late);
    visit.shop.refuse("csr", "access", "", "");
    visit.send(Msg::Change(Step::Package));
    visit.enter(Field::Period, "6");
    visit.go_on();
    assert!(session::is_doubted(&visit.model));
    let late = std::mem::take(&mut visit.late);
    let [whoami, keepalive] = late.try_into().unwrap();
    let calls = visit.shop.calls.len();
    visit.send(whoami);
    assert_eq!((visit.shop.calls.len(), &visit.model.submission), (calls, &Submission::Idle));
    visit.send(keepalive);
    assert!(visit.persist().is_some());
    assert_eq!((visit.place(), visit.shop.payments.len()), (Step::Done, 1));
}

#[test]
fn with_a_log_in_of_the_forms_own_nobody_asks_again() {
    let mut visit = Visit::new();
    visit.reach_done();
    assert_eq!((visit.shop.count("whoami"), visit.shop.payments.len()), (1, 1));
}
