//! The list of public suffixes: loaded only when it is needed, refusing what no authority issues, and never in the way.
use cert_order::domain::problem::{HostnameProblem, Problem};
use cert_order::wizard::effect::{Asset, Question};
use cert_order::wizard::field::Field;
use cert_order::wizard::message::{Answer, Msg};
use cert_order::wizard::name_notes::{Note, notes};
use cert_order::wizard::step::Step;
use cert_order::wizard::steps;
use cert_order::wizard::suffixes::Suffixes;
use cert_order::words::Speech;

use crate::support::browser::{Port, SUFFIXES};
use crate::support::shop::{MULTI, WILDCARD};
use crate::support::steps::DOMAIN;
use crate::support::visit::Visit;

fn at_subject(loading: Port) -> Visit {
    let mut visit = Visit::new();
    visit.browser.loading = loading;
    visit.choose(WILDCARD);
    visit
}

fn problems(visit: &Visit, field: Field) -> Vec<Problem> {
    let errors = steps::errors(&visit.model, Step::Subject).into_iter();
    errors.filter(|error| error.field == field).map(|error| error.problem).collect()
}

#[test]
fn a_wildcard_on_a_public_suffix_is_refused_and_one_below_it_is_not() {
    let mut visit = at_subject(Port::Works);
    for (typed, is_refused) in [
        ("*.co.uk", true),
        ("*.CO.uk", true),
        ("*.any.ck", true),
        ("*.example.co.uk", false),
        ("*.www.ck", false),
        ("*.example.com", false),
        ("*.müller.de", false),
    ] {
        visit.enter(Field::Domain, typed);
        let refused = Problem::Hostname(HostnameProblem::PublicSuffix);
        assert_eq!(problems(&visit, Field::Domain), if is_refused { vec![refused] } else { vec![] }, "{typed}");
    }
    visit.enter(Field::Package, MULTI);
    visit.enter(Field::Domain, "co.uk.example.com");
    visit.enter(Field::FurtherNames, "co.uk *.co.uk");
    let refused = Problem::Name("*.co.uk".to_owned(), Box::new(Problem::Hostname(HostnameProblem::PublicSuffix)));
    assert_eq!(problems(&visit, Field::FurtherNames), [refused]);
}

#[test]
fn the_list_is_loaded_once_a_wildcard_is_typed_and_not_before() {
    let mut visit = at_subject(Port::Silent);
    visit.enter(Field::Domain, DOMAIN);
    assert_eq!((visit.unanswered.len(), &visit.model.suffixes), (0, &Suffixes::None));
    visit.enter(Field::Domain, "*.example.com");
    visit.enter(Field::Domain, "*.example.org");
    assert_eq!(visit.unanswered.len(), 1, "asked once");
    let (number, question) = visit.unanswered.pop().unwrap();
    assert_eq!(question, Question::Load(Asset::Suffixes));
    visit.send(Msg::Answered(number, Answer::Asset(Some(SUFFIXES.to_owned()))));
    assert!(matches!(visit.model.suffixes, Suffixes::Ready(_)));
    visit.send(Msg::StartOver);
    assert!(matches!(visit.model.suffixes, Suffixes::Ready(_)), "it is kept for the next order");
}

#[test]
fn a_list_that_comes_late_leads_back_to_the_name_that_it_refuses_and_to_no_other() {
    for (domain, place) in [("*.co.uk", Step::Subject), ("*.example.co.uk", Step::Key)] {
        let mut visit = at_subject(Port::Silent);
        visit.name(domain);
        assert_eq!(visit.place(), Step::Key, "nobody waits for it");
        let (number, _) = visit.unanswered.pop().unwrap();
        visit.send(Msg::Answered(number, Answer::Asset(Some(SUFFIXES.to_owned()))));
        assert_eq!(visit.place(), place, "{domain}");
        assert_eq!(visit.model.errors_shown.contains(&Step::Subject), place == Step::Subject);
        assert_eq!(visit.model.drafts.text(Field::Domain), domain);
    }
}

#[test]
fn without_the_list_it_is_said_that_nothing_is_checked_and_the_order_goes_on() {
    for text in [None, Some("<!doctype html>".to_owned())] {
        let mut visit = at_subject(Port::Silent);
        visit.enter(Field::Domain, "*.co.uk");
        let (number, _) = visit.unanswered.pop().unwrap();
        visit.send(Msg::Answered(number, Answer::Asset(text)));
        assert_eq!(notes(&visit.model, Field::Domain), [Note::Unchecked]);
        assert!(Speech::ENGLISH.note(&Note::Unchecked).contains("could not be loaded"));
        assert_eq!(notes(&visit.model, Field::FurtherNames), []);
        visit.name("*.co.uk");
        assert_eq!(visit.place(), Step::Key);
        visit.browser.loading = Port::Works;
        visit.send(Msg::Online);
        assert_eq!(visit.place(), Step::Subject, "with the connection the list is back, and what it says");
    }
}
