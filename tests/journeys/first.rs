//! The first page by itself, before the rest of the form is there. That it does nothing else than the whole form is checked
//! at every message of every journey, in `support::visit`.
use cert_order::wizard::field::Field;
use cert_order::wizard::first::{self, Rest};
use cert_order::wizard::message::Msg;
use cert_order::wizard::model::Loading;
use cert_order::wizard::step::Step;

use crate::support::shop::{DV, Script};
use crate::support::visit::Visit;

/// A package and a period, but not "Continue".
fn choose(visit: &mut Visit) {
    visit.enter(Field::Package, DV);
    visit.enter(Field::Period, "12");
}

/// How many messages the first page takes by itself while `act` is done.
fn taken(visit: &mut Visit, act: impl FnOnce(&mut Visit)) -> usize {
    let before = visit.taken_by_first;
    act(visit);
    visit.taken_by_first - before
}

#[test]
fn packages_come_and_are_chosen_without_the_rest() {
    let mut visit = Visit::new();
    // The start, and the packages.
    assert_eq!(visit.taken_by_first, 2);
    assert!(matches!(visit.model.catalogue, Loading::Ready(_)));
    let edits = taken(&mut visit, |visit| {
        choose(visit);
        visit.enter(Field::PromotionCode, "SPRING");
        visit.send(Msg::HideKey);
    });
    assert_eq!(edits, 4);
    assert!(visit.browser.draft.as_ref().unwrap().text.contains("SPRING"));
}

#[test]
fn packages_that_did_not_come_are_asked_for_again_without_the_rest() {
    let mut visit = Visit::closed(Visit::new().model.config);
    visit.shop.script("pricelist.export", Script::Status(502));
    visit.start();
    assert!(matches!(visit.model.catalogue, Loading::Failed(_)));
    assert_eq!(taken(&mut visit, |visit| visit.send(Msg::Retry)), 2);
    assert!(matches!(visit.model.catalogue, Loading::Ready(_)));
}

#[test]
fn a_window_that_loses_the_focus_before_the_start_does_not_load_the_rest() {
    let mut visit = Visit::closed(Visit::new().model.config);
    assert_eq!(taken(&mut visit, |visit| visit.send(Msg::HideKey)), 1);
}

#[test]
fn going_on_takes_the_rest_and_so_does_a_stored_draft() {
    let mut visit = Visit::new();
    choose(&mut visit);
    assert_eq!(taken(&mut visit, Visit::go_on), 0);
    assert_eq!(visit.place(), Step::Request);
    assert_eq!(taken(&mut visit, |visit| visit.enter(Field::PromotionCode, "LATE")), 0);
    assert_eq!(taken(&mut visit, Visit::reload), 0);
}

#[test]
fn on_the_first_page_again_with_a_key_the_rest_is_in_charge() {
    let mut visit = Visit::new();
    visit.reach_key();
    visit.send(Msg::AddressChanged(Some(Step::Package)));
    assert_eq!(taken(&mut visit, |visit| visit.enter(Field::PromotionCode, "LATE")), 0);
}

#[test]
fn what_cannot_be_loaded_is_said_and_nothing_typed_is_lost() {
    let mut visit = Visit::new();
    choose(&mut visit);
    let typed = visit.model.drafts.clone();
    first::wait(&mut visit.model);
    assert_eq!(visit.model.rest, Rest::Loading);
    first::missing(&mut visit.model);
    assert_eq!(visit.model.rest, Rest::Missing);
    // "Try again" cannot be done by the first page alone: it waits for the rest, which is what loads it.
    assert_eq!(first::update(&mut visit.model, Msg::Retry), Err(Msg::Retry));
    first::arrived(&mut visit.model);
    visit.go_on();
    assert_eq!((visit.place(), &visit.model.drafts), (Step::Request, &typed));
}
