//! Another language in the middle of an order: what the billing system says is asked for anew, and nothing is lost.
use cert_order::billing::http::TransportError;
use cert_order::domain::lang::Lang;
use cert_order::wizard::message::Msg;
use cert_order::wizard::model::Loading;
use cert_order::wizard::step::Step;

use crate::support::shop::Script;
use crate::support::visit::Visit;

/// Languages of the calls since `first`.
fn spoken(visit: &Visit, first: usize) -> Vec<String> {
    visit.shop.calls.iter().skip(first).map(|call| call.field("lang").unwrap_or_default().to_owned()).collect()
}

fn at(step: Step) -> Visit {
    let mut visit = Visit::new();
    match step {
        Step::Package => {}
        Step::Request => visit.choose(crate::support::shop::DV),
        Step::Key => visit.reach_key(),
        Step::Contacts => visit.reach_contacts(),
        Step::Validation => visit.reach_validation(),
        Step::Review => visit.reach_review(),
        other => panic!("no way to {other:?}"),
    }
    visit
}

#[test]
fn on_each_page_it_changes_what_is_asked_for_and_nothing_that_was_typed() {
    for step in [Step::Package, Step::Request, Step::Key, Step::Contacts, Step::Validation, Step::Review] {
        let mut visit = at(step);
        let (place, drafts, calls) = (visit.place(), visit.model.drafts.clone(), visit.shop.calls.len());
        visit.send(Msg::Language(Lang::Ru));
        assert_eq!(visit.place(), place, "{step:?}");
        assert_eq!(visit.model.drafts, drafts, "{step:?}");
        assert!(visit.shop.calls.len() > calls, "{step:?}: nothing is asked for");
        assert!(spoken(&visit, calls).iter().all(|lang| lang == "ru"), "{step:?}: {:?}", spoken(&visit, calls));
        visit.persist().unwrap_or_else(|| panic!("{step:?}: stuck on {:?}", visit.place()));
        assert_eq!(visit.shop.payments, [1_500], "{step:?}");
        assert!(spoken(&visit, calls).iter().all(|lang| lang == "ru"), "{step:?}");
    }
}

#[test]
fn an_order_in_the_cart_stays_as_it_is() {
    let mut visit = at(Step::Review);
    let added = visit.shop.count("param");
    visit.send(Msg::Language(Lang::De));
    assert_eq!((visit.shop.count("param"), visit.total()), (added, 1_500));
}

#[test]
fn going_back_and_forth_asks_no_more_than_is_needed() {
    let mut visit = Visit::new();
    for lang in [Lang::Ru, Lang::En, Lang::En] {
        visit.send(Msg::Language(lang));
    }
    assert_eq!(spoken(&visit, 0), ["en", "ru", "en"]);
}

#[test]
fn it_stays_when_the_order_begins_anew_and_when_somebody_else_logs_in() {
    let mut visit = at(Step::Contacts);
    visit.send(Msg::Language(Lang::Ru));
    let packages = visit.shop.count("pricelist.export");
    for msg in [Msg::StartOver, Msg::LogOut, Msg::ForgetEverything] {
        visit.send(msg);
        assert_eq!(visit.model.lang, Lang::Ru);
    }
    assert_eq!(visit.shop.count("pricelist.export"), packages);
}

#[test]
fn packages_that_cannot_be_had_in_the_other_language_stay_in_the_first() {
    let mut visit = Visit::new();
    visit.shop.script("pricelist.export", Script::Lost(TransportError::Unreachable));
    visit.send(Msg::Language(Lang::Es));
    assert_eq!(visit.shop.count("pricelist.export"), 2);
    assert!(matches!(visit.model.catalogue, Loading::Ready(_)));
    visit.persist().unwrap();
    assert_eq!(visit.shop.payments, [1_500]);
}

#[test]
fn a_form_that_starts_in_a_language_asks_in_it_from_the_first_call() {
    let mut visit = Visit::closed(crate::support::visit::configured(cert_order::request::algorithm::KeyType::P256));
    visit.send(Msg::Language(Lang::Ar));
    visit.start();
    visit.reach_done();
    assert!(spoken(&visit, 0).iter().all(|lang| lang == "ar"), "{:?}", spoken(&visit, 0));
}
