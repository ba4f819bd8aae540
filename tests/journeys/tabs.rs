//! Two tabs with one order: only one goes on, and a payment is never sent twice.
use cert_order::wizard::field::Field;
use cert_order::wizard::message::Msg;
use cert_order::wizard::step::Step;

use crate::support::shop::Script;
use crate::support::steps::DOMAIN;
use crate::support::visit::Visit;

#[test]
fn a_tab_whose_order_is_open_elsewhere_does_nothing_until_it_takes_over() {
    let mut visit = Visit::new();
    visit.reach_validation();
    visit.send(Msg::Elsewhere);
    let (stored, calls) = (visit.browser.draft.clone(), visit.shop.calls.len());
    visit.enter(Field::Domain, "lost.example");
    for msg in [Msg::LogOut, Msg::StartOver, Msg::ForgetEverything, Msg::Order, Msg::Retry] {
        visit.send(msg);
    }
    visit.go_on();
    assert_eq!((&visit.browser.draft, visit.shop.calls.len()), (&stored, calls));
    assert!(visit.model.elsewhere);
    visit.send(Msg::TakeOver);
    assert!(!visit.model.elsewhere && visit.model.pass().is_none());
    assert_eq!((visit.place(), visit.model.drafts.text(Field::Domain)), (Step::Validation, DOMAIN));
    visit.log_in();
    visit.approve("admin@example.com");
    assert_eq!(visit.total(), 1_500);
}

#[test]
fn a_tab_that_opens_while_the_order_is_open_elsewhere_begins_with_what_is_stored_then() {
    let mut visit = Visit::new();
    visit.reach_key();
    let stored = visit.browser.draft.clone();
    let mut second = Visit::closed(visit.model.config.clone());
    second.send(Msg::Elsewhere);
    second.send(Msg::AddressChanged(Some(Step::Review)));
    assert!(second.model.elsewhere && second.shop.calls.is_empty());
    second.browser.draft = stored;
    second.browser.kept.clone_from(&visit.browser.kept);
    second.send(Msg::TakeOver);
    assert_eq!(second.model.drafts, visit.model.drafts);
}

#[test]
fn a_payment_that_was_not_sent_yet_is_not_sent_after_another_tab_took_over() {
    for operation in ["certificate", "basket"] {
        let mut visit = Visit::new();
        visit.reach_review();
        visit.shop.script(operation, Script::Late);
        visit.send(Msg::Order);
        visit.send(Msg::Elsewhere);
        visit.late_answers_arrive();
        assert_eq!(visit.shop.count("pay"), 0, "{operation}");
        assert!(!visit.browser.holds_lock);
        visit.send(Msg::TakeOver);
        visit.log_in();
        assert_eq!(visit.total(), 1_500);
        visit.send(Msg::Order);
        assert_eq!(visit.shop.payments.len(), 1);
    }
}

#[test]
fn a_payment_that_was_sent_is_found_by_the_tab_that_takes_over() {
    let mut visit = Visit::new();
    visit.reach_review();
    visit.shop.script("pay", Script::Late);
    visit.send(Msg::Order);
    visit.send(Msg::Elsewhere);
    visit.late_answers_arrive();
    visit.send(Msg::TakeOver);
    assert!(visit.unclear().is_some());
    visit.log_in();
    assert_eq!((visit.place(), visit.shop.count("pay")), (Step::Done, 1));
}
