//! What the form says of a request that was brought along, and what can be done about it by one press.
use std::fs;
use std::path::Path;

use cert_order::domain::problem::Problem;
use cert_order::request::cleaned::Cleaned;
use cert_order::request::lint::{Rule, Severity};
use cert_order::wizard::draft::GENERATE;
use cert_order::wizard::effect::Focus;
use cert_order::wizard::field::Field;
use cert_order::wizard::findings::{Offer, shown};
use cert_order::wizard::message::Msg;
use cert_order::wizard::remedy::{Remedy, Switch};
use cert_order::wizard::step::Step;
use cert_order::wizard::{existing, restore, steps};
use rcgen::DnType;

use crate::support::browser::Port;
use crate::support::requests;
use crate::support::shop::{DV, MULTI, OV, WILDCARD};
use crate::support::visit::Visit;

/// A visit at page "request" with this request for this package.
fn bring(package: &str, request: &str) -> Visit {
    let mut visit = Visit::new();
    visit.enter(Field::Package, package);
    visit.enter(Field::Period, "12");
    visit.go_on();
    visit.bring(request);
    visit
}

/// The request among the linter's fixtures that breaks this rule.
fn breaking(rule: Rule) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/requests/rules");
    let text = fs::read_to_string(folder.join(format!("{}.pem", rule.id()))).unwrap();
    text.split_once("\nNearly does:").unwrap().0.to_owned()
}

fn rules(visit: &Visit) -> Vec<Rule> {
    shown(&visit.model).into_iter().map(|(finding, _)| finding.rule).collect()
}

fn offers(visit: &Visit, rule: Rule) -> Vec<Offer> {
    let of_rule = shown(&visit.model).into_iter().find(|(finding, _)| finding.rule == rule);
    of_rule.unwrap_or_else(|| panic!("{} is not said: {:?}", rule.id(), rules(visit))).1
}

fn take(visit: &mut Visit, offer: &Offer) {
    visit.send(match offer.clone() {
        Offer::Edit(remedy) => Msg::Apply(Field::ExistingRequest, remedy),
        Offer::Leave(rule) => Msg::Leave(rule),
    });
}

#[test]
fn errors_hold_the_customer_back_and_warnings_and_notes_do_not() {
    for rule in Rule::ALL {
        // What depends on the package or on lists is looked at below, and in `request_lint`.
        if rule.id().starts_with("package.")
            || matches!(rule, Rule::NameWildcardSuffix | Rule::NameSuffix | Rule::SubjectBeyondDomain)
        {
            continue;
        }
        let mut visit = bring(OV, &breaking(*rule));
        if *rule != Rule::SignatureUnchecked && *rule != Rule::NameSuffixUnknown {
            assert!(rules(&visit).contains(rule), "{}: {:?}", rule.id(), rules(&visit));
        }
        let is_error = shown(&visit.model).iter().any(|(finding, _)| finding.rule.severity() == Severity::Error);
        assert!(is_error || rule.severity() != Severity::Error, "{}", rule.id());
        visit.go_on();
        assert_eq!(
            visit.place() == Step::Request,
            is_error,
            "{}: {:?}",
            rule.id(),
            steps::errors(&visit.model, Step::Request)
        );
        if is_error {
            assert_eq!(visit.browser.focus, Some(Focus::Errors));
        }
    }
}

#[test]
fn an_error_without_a_sentence_of_its_own_points_to_the_findings() {
    let visit = bring(OV, &breaking(Rule::RsaRoca));
    let errors = steps::errors(&visit.model, Step::Request);
    assert_eq!(errors.iter().map(|error| &error.problem).collect::<Vec<_>>(), [&Problem::Faults(1)]);
}

#[test]
fn a_new_key_is_made_here_by_one_press() {
    let mut visit = bring(OV, &breaking(Rule::RsaFermat));
    assert_eq!(offers(&visit, Rule::RsaFermat), [Offer::Edit(Remedy::GenerateHere)]);
    take(&mut visit, &Offer::Edit(Remedy::GenerateHere));
    assert!(!existing::is_chosen(&visit.model) && rules(&visit).is_empty());
    assert_eq!(visit.browser.focus, Some(Focus::Field(Field::RequestMethod)));
    visit.go_on();
    assert_eq!(visit.place(), Step::Subject);
    // What was pasted is there again after another change of mind.
    visit.send(Msg::Change(Step::Request));
    visit.enter(Field::RequestMethod, cert_order::wizard::draft::EXISTING);
    assert!(rules(&visit).contains(&Rule::RsaFermat));
    // It is an offer of this page, and only where keys can be made.
    let mut other = Visit::new();
    other.send(Msg::Apply(Field::ExistingRequest, Remedy::GenerateHere));
    assert_ne!(other.model.drafts.text(Field::RequestMethod), GENERATE);
    let mut visit = Visit::closed(Visit::new().model.config);
    visit.start_where(false);
    visit.enter(Field::Package, OV);
    visit.enter(Field::Period, "12");
    visit.go_on();
    visit.bring(&breaking(Rule::RsaFermat));
    assert_eq!(offers(&visit, Rule::RsaFermat), []);
    visit.send(Msg::Apply(Field::ExistingRequest, Remedy::GenerateHere));
    assert!(existing::is_chosen(&visit.model));
}

#[test]
fn what_is_left_as_it_is_is_said_no_more_and_errors_cannot_be_left() {
    let mut visit = bring(DV, &breaking(Rule::SubjectUnit));
    let before = rules(&visit);
    let offer = offers(&visit, Rule::SubjectUnit).remove(0);
    take(&mut visit, &offer);
    assert_eq!(rules(&visit), before.into_iter().filter(|rule| *rule != Rule::SubjectUnit).collect::<Vec<_>>());
    // Another request is judged anew.
    visit.bring(&breaking(Rule::SubjectUnit));
    assert!(rules(&visit).contains(&Rule::SubjectUnit));
    let mut visit = bring(DV, &breaking(Rule::KeyDsa));
    visit.send(Msg::Leave(Rule::KeyDsa));
    visit.send(Msg::Leave(Rule::SubjectUnit));
    assert!(rules(&visit).contains(&Rule::KeyDsa));
}

#[test]
fn a_package_that_suits_the_names_is_offered_and_taken_by_one_press() {
    for (package, names, rule, is_error) in [
        (DV, &["*.example.com"][..], Rule::PackageNoWildcard, true),
        (DV, &["example.com", "shop.example.com"], Rule::PackageNames, false),
    ] {
        let mut visit = bring(package, &requests::of(names, "US"));
        visit.go_on();
        assert_eq!(visit.place() == Step::Request, is_error, "{names:?}");
        visit.send(Msg::AddressChanged(Some(Step::Request)));
        let offers = offers(&visit, rule);
        let Some(Offer::Edit(Remedy::Switch(switch))) = offers.first() else { panic!("{offers:?}") };
        assert!(switch.difference.is_some(), "{switch:?}");
        let switch = switch.clone();
        take(&mut visit, &offers[0]);
        assert_eq!(visit.model.drafts.text(Field::Package), switch.id);
        assert!(!rules(&visit).contains(&rule), "{names:?}");
        visit.go_on();
        assert_ne!(visit.place(), Step::Request);
    }
    // A package that is not offered is not taken.
    let mut visit = bring(DV, &requests::of(&["*.example.com"], "US"));
    let switch = Switch { id: MULTI.to_owned(), name: "Made up".to_owned(), difference: None, setup: None };
    visit.send(Msg::Apply(Field::ExistingRequest, Remedy::Switch(Box::new(switch))));
    assert_eq!(visit.model.drafts.text(Field::Package), DV);
}

#[test]
fn another_package_changes_what_is_said_of_the_request() {
    let mut visit = bring(OV, &requests::of(&["*.example.com"], "US"));
    let at_first = rules(&visit);
    visit.send(Msg::AddressChanged(Some(Step::Package)));
    visit.enter(Field::Package, DV);
    visit.go_on();
    assert_eq!(visit.place(), Step::Request);
    assert!(rules(&visit).contains(&Rule::PackageNoWildcard), "{:?} {at_first:?}", rules(&visit));
}

/// What is offered of a country's code that the order has right.
const AFTER: [Offer; 2] = [Offer::Edit(Remedy::GenerateHere), Offer::Leave(Rule::CountryAlias)];

#[test]
fn the_right_code_of_a_country_is_offered_where_the_order_lacks_it() {
    let us = |code| requests::with(&["example.com"], "US", 3, &[(DnType::CountryName, code)]);
    let mut visit = bring(DV, &us("USA"));
    assert_eq!(existing::missing(&visit.model), [Field::Country]);
    assert_eq!(offers(&visit, Rule::CountryAlias), [Offer::Edit(Remedy::UseCountry("US".to_owned()))]);
    visit.send(Msg::Apply(Field::ExistingRequest, Remedy::UseCountry("DE".to_owned())));
    assert_eq!(visit.model.drafts.text(Field::Country), "", "only what is offered is taken");
    take(&mut visit, &Offer::Edit(Remedy::UseCountry("US".to_owned())));
    assert_eq!(visit.model.drafts.text(Field::Country), "US");
    assert_eq!(offers(&visit, Rule::CountryAlias), AFTER);
    // What people write for GB is taken for it without a question.
    let visit = bring(DV, &us("UK"));
    assert_eq!((visit.model.drafts.text(Field::Country), existing::missing(&visit.model)), ("GB", vec![]));
    assert_eq!(offers(&visit, Rule::CountryAlias), AFTER);
}

#[test]
fn the_signature_is_judged_when_the_browser_has_answered() {
    let mut visit = bring(DV, "");
    visit.browser.checking = Port::Silent;
    visit.bring(&breaking(Rule::SignatureBad));
    assert!(!rules(&visit).contains(&Rule::SignatureBad));
    visit.browser.checking = Port::Works;
    visit.bring(&breaking(Rule::SignatureBad));
    assert_eq!(rules(&visit).first(), Some(&Rule::SignatureBad));
}

#[test]
fn what_was_put_right_is_told_and_the_clean_request_is_stored() {
    let clean = requests::of(&["example.com"], "US");
    let messy = format!("Hello,\r\n\r\n{}", clean.replace("-----", "\u{2014}").replace('\n', "\r\n"));
    let mut visit = bring(DV, &messy);
    let cleaned = |visit: &Visit| existing::chosen_request(&visit.model).unwrap().cleaned.clone();
    assert_eq!(cleaned(&visit), [Cleaned::Dashes, Cleaned::TextAround, Cleaned::LineEnds]);
    assert!(restore::snapshot(&visit.model).contains("-----BEGIN CERTIFICATE REQUEST-----\\n"));
    visit.go_on();
    assert_eq!(visit.place(), Step::Contacts);
    visit.reload();
    assert_eq!((visit.model.existing.text.expose(), cleaned(&visit)), (clean.as_str(), vec![]));
    let whole = clean.replace("-----END CERTIFICATE REQUEST-----\n", "");
    let visit = bring(DV, &whole);
    assert_eq!(cleaned(&visit), [Cleaned::NoEnd], "all of it is there but the last line");
}

#[test]
fn a_wildcard_on_a_public_suffix_is_an_error_once_the_list_is_there() {
    let visit = bring(WILDCARD, &requests::of(&["*.co.uk"], "US"));
    assert_eq!(rules(&visit).first(), Some(&Rule::NameWildcardSuffix));
    let visit = bring(WILDCARD, &requests::of(&["*.example.co.uk"], "US"));
    assert!(!rules(&visit).iter().any(|rule| [Rule::NameWildcardSuffix, Rule::NameSuffixUnknown].contains(rule)));
    let mut visit = bring(WILDCARD, "");
    visit.browser.loading = Port::Fails;
    visit.bring(&requests::of(&["*.co.uk"], "US"));
    assert!(rules(&visit).contains(&Rule::NameSuffixUnknown));
    visit.go_on();
    assert_ne!(visit.place(), Step::Request, "the billing system decides");
}
