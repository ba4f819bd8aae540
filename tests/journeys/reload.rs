//! A reload on any page comes back to it, and what is not to be trusted is dropped.
use cert_order::wizard::field::{ContactField, Field, Who};
use cert_order::wizard::message::{Msg, StoredDraft};
use cert_order::wizard::model::Trouble;
use cert_order::wizard::session;
use cert_order::wizard::step::Step;

use crate::support::shop::{DV, OV};
use crate::support::steps::DOMAIN;
use crate::support::visit::{Visit, configured};

const DAY_MS: u64 = 24 * 60 * 60 * 1_000;

/// Runs an order for a package that has all pages, and looks at each page as it is reached.
fn on_each_page(look: &mut dyn FnMut(&mut Visit)) {
    let mut visit = Visit::new();
    visit.shop.late.line("note", "Note", 20);
    visit.shop.late.require("note");
    look(&mut visit);
    visit.enter(Field::Package, OV);
    visit.enter(Field::Period, "12");
    visit.go_on();
    look(&mut visit);
    visit.go_on();
    look(&mut visit);
    visit.name(DOMAIN);
    look(&mut visit);
    visit.save_key();
    visit.log_in();
    look(&mut visit);
    visit.enter_contacts();
    visit.go_on();
    look(&mut visit);
    visit.enter(Field::Question(0), "Blue");
    visit.go_on();
    look(&mut visit);
    visit.enter_organization();
    visit.go_on();
    look(&mut visit);
    visit.approve("admin@example.com");
    look(&mut visit);
    visit.send(Msg::Order);
    look(&mut visit);
}

#[test]
fn a_reload_on_each_page_returns_to_it_after_the_log_in() {
    let mut pages = Vec::new();
    on_each_page(&mut |visit| {
        let (place, drafts, csr) = (visit.place(), visit.model.drafts.clone(), request_of(visit));
        visit.reload();
        if session::is_asked(&visit.model) {
            assert!(place.needs_session());
            visit.log_in();
        }
        assert_eq!(visit.place(), place);
        assert_eq!((&visit.model.drafts, request_of(visit)), (&drafts, csr), "{place:?}");
        assert_eq!(visit.trouble(), None, "{place:?}");
        pages.push(place);
    });
    assert_eq!(pages, Step::ALL);
}

fn request_of(visit: &Visit) -> Option<String> {
    (visit.place() >= Step::Key).then(|| visit.csr().to_owned())
}

#[test]
fn a_reload_without_the_price_list_trusts_the_choice() {
    let mut visit = Visit::new();
    visit.reach_key();
    visit.shop.script("pricelist.export", crate::support::shop::Script::Status(503));
    visit.reload();
    assert_eq!(visit.place(), Step::Key);
}

#[test]
fn a_package_that_is_no_longer_on_sale_is_asked_again() {
    let mut visit = Visit::new();
    visit.enter(Field::Package, "999");
    visit.enter(Field::Period, "12");
    visit.go_on();
    assert_eq!(visit.place(), Step::Package);
}

#[test]
fn whatever_was_typed_survives_each_key_stroke() {
    let mut visit = Visit::new();
    visit.choose(DV);
    visit.enter(Field::Domain, "not a name");
    visit.enter(Field::Contact(Who::Admin, ContactField::LastName), "O'Neil \u{1f600}");
    visit.reload();
    assert_eq!(visit.place(), Step::Subject);
    assert_eq!(visit.model.drafts.text(Field::Domain), "not a name");
    assert_eq!(visit.model.drafts.contacts.admin.last_name, "O'Neil \u{1f600}");
}

#[test]
fn a_draft_lives_for_seven_days() {
    for (age, is_there) in [(7 * DAY_MS, true), (7 * DAY_MS + 1, false)] {
        let mut visit = Visit::new();
        visit.reach_key();
        visit.time_passes(age);
        visit.reload();
        assert_eq!(visit.place() == Step::Key, is_there, "{age}");
        assert_eq!(visit.trouble() == Some(&Trouble::DraftDropped), !is_there);
        assert_eq!(visit.browser.draft.is_some(), is_there);
    }
}

#[test]
fn a_draft_of_another_version_or_of_no_kind_is_dropped() {
    let mut visit = Visit::new();
    visit.reach_key();
    let good = visit.browser.draft.take().unwrap().text;
    let other_version = good.replacen("\"version\":2", "\"version\":3", 1);
    assert_ne!(good, other_version);
    let cut = good[..good.len() / 2].to_owned();
    let wrong_type = good.replacen("\"drafts\":{", "\"drafts\":[{", 1);
    for text in [other_version, cut, wrong_type, String::new(), "[]".to_owned(), "null".to_owned()] {
        let mut visit = Visit::closed(configured(cert_order::request::algorithm::KeyType::P256));
        visit.browser.draft = Some(StoredDraft { saved_ms: visit.now_ms, text: text.clone() });
        visit.browser.address = Some(Step::Key);
        visit.start();
        assert_eq!((visit.place(), visit.trouble()), (Step::Package, Some(&Trouble::DraftDropped)), "{text}");
        assert!(visit.browser.draft.is_none());
    }
}

#[test]
fn a_draft_with_a_broken_request_goes_back_to_the_key() {
    let mut visit = Visit::new();
    visit.reach_key();
    visit.save_key();
    let draft = visit.browser.draft.as_mut().unwrap();
    draft.text = draft.text.replace("BEGIN CERTIFICATE REQUEST", "BEGIN SOMETHING");
    visit.reload();
    assert_eq!(visit.place(), Step::Key);
}

#[test]
fn an_address_beyond_what_is_complete_leads_to_the_first_gap() {
    for (address, place) in [(Step::Subject, Step::Package), (Step::Review, Step::Package), (Step::Done, Step::Package)]
    {
        let mut visit = Visit::closed(configured(cert_order::request::algorithm::KeyType::P256));
        visit.browser.address = Some(address);
        visit.start();
        assert_eq!(visit.place(), place);
        assert_eq!(visit.browser.address, Some(place));
    }
}

#[test]
fn back_and_forward_move_within_what_is_complete() {
    let mut visit = Visit::new();
    visit.reach_key();
    for (wish, place) in [
        (Some(Step::Package), Step::Package),
        (Some(Step::Subject), Step::Subject),
        (None, Step::Package),
        (Some(Step::Done), Step::Contacts),
    ] {
        visit.send(Msg::AddressChanged(wish));
        assert_eq!(visit.place(), place, "{wish:?}");
    }
}

#[test]
fn after_the_order_every_address_leads_to_the_last_page() {
    let mut visit = Visit::new();
    visit.reach_done();
    for step in Step::ALL {
        visit.send(Msg::AddressChanged(Some(step)));
        assert_eq!(visit.place(), Step::Done);
    }
    visit.reload();
    assert_eq!(visit.place(), Step::Done);
    assert_eq!(visit.order().unwrap().intent.domain, DOMAIN);
}

#[test]
fn a_second_start_changes_nothing() {
    let mut visit = Visit::new();
    visit.reach_key();
    visit.browser.draft = None;
    visit.browser.address = None;
    visit.start();
    assert_eq!(visit.place(), Step::Key);
}
