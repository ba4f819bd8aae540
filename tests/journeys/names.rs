//! Which names a package takes, what more of them cost, and what the form offers where they do not fit.
use cert_order::config;
use cert_order::domain::money::Money;
use cert_order::domain::problem::Problem;
use cert_order::wizard::effect::Focus;
use cert_order::wizard::field::Field;
use cert_order::wizard::message::Msg;
use cert_order::wizard::names::{self, Count, NameCost};
use cert_order::wizard::remedy::{Remedy, Switch, remedies};
use cert_order::wizard::step::Step;
use cert_order::wizard::steps;
use cert_order::words::{Speech, Text};

use crate::support::shop::{DV, MULTI, OV, WILDCARD};
use crate::support::steps::DOMAIN;
use crate::support::visit::Visit;

fn eur(minor: i64) -> Money {
    Money { minor, currency: "EUR".to_owned() }
}

/// On page "subject" with this package for a year and this domain.
fn named(package: &str, domain: &str) -> Visit {
    let mut visit = Visit::new();
    visit.choose(package);
    visit.name(domain);
    visit
}

fn problem(visit: &Visit) -> Option<Problem> {
    let errors = steps::errors(&visit.model, Step::Subject);
    errors.into_iter().find(|error| error.field == Field::Domain).map(|error| error.problem)
}

fn apply(visit: &mut Visit, remedy: &Remedy) {
    visit.send(Msg::Apply(Field::Domain, remedy.clone()));
}

/// The packages offered: id, difference, setup fee.
fn switches(visit: &Visit) -> Vec<(String, Option<i64>, Option<i64>)> {
    let all = remedies(&visit.model, Field::Domain).into_iter();
    let switch = |remedy| match remedy {
        Remedy::Switch(to) => {
            let Switch { id, difference, setup, .. } = *to;
            Some((id, difference.map(|money| money.minor), setup.map(|money| money.minor)))
        }
        _ => None,
    };
    all.filter_map(switch).collect()
}

#[test]
fn a_plain_domain_in_a_wildcard_package_becomes_a_wildcard_by_one_press() {
    let mut visit = named(WILDCARD, DOMAIN);
    assert_eq!((visit.place(), problem(&visit)), (Step::Subject, Some(Problem::WildcardNeeded)));
    let offered = remedies(&visit.model, Field::Domain);
    assert_eq!(offered[0], Remedy::UseName("*.example.com".to_owned()));
    apply(&mut visit, &offered[0]);
    assert_eq!(visit.browser.focus, Some(Focus::Field(Field::Domain)), "the button is gone, the field is there");
    assert_eq!((visit.model.drafts.text(Field::Domain), problem(&visit)), ("*.example.com", None));
    assert!(remedies(&visit.model, Field::Domain).is_empty());
    visit.go_on();
    assert_eq!(visit.place(), Step::Key);
}

#[test]
fn another_package_is_offered_with_the_difference_in_price_for_the_chosen_period() {
    let mut visit = named(DV, "*.example.com");
    assert_eq!(problem(&visit), Some(Problem::WildcardNotSold));
    assert_eq!(switches(&visit), [("102".to_owned(), Some(8_400), None)], "the likest is the cheapest too");
    visit.enter(Field::Package, OV);
    assert_eq!(
        switches(&visit),
        [("105".to_owned(), Some(14_000), None), ("102".to_owned(), Some(-2_000), None)],
        "the likest, and the cheapest"
    );
    visit.enter(Field::Period, "6");
    assert_eq!(switches(&visit)[0], ("105".to_owned(), Some(7_000), None));
    visit.enter(Field::Package, DV);
    let switch = remedies(&visit.model, Field::Domain).remove(1);
    apply(&mut visit, &switch);
    assert_eq!((visit.model.drafts.text(Field::Package), problem(&visit)), (WILDCARD, None));
    visit.go_on();
    assert_eq!(visit.place(), Step::Key);
}

#[test]
fn an_offer_that_does_not_stand_now_changes_nothing() {
    let mut visit = named(WILDCARD, DOMAIN);
    let stale = remedies(&visit.model, Field::Domain);
    visit.enter(Field::Domain, "shop.example.org");
    apply(&mut visit, &stale[0]);
    assert_eq!(visit.model.drafts.text(Field::Domain), "shop.example.org");
    let standing = remedies(&visit.model, Field::Domain);
    visit.enter(Field::Domain, "*.example.org");
    visit.go_on();
    assert_eq!(visit.place(), Step::Key);
    for remedy in stale.iter().chain(&standing) {
        apply(&mut visit, remedy);
    }
    assert_eq!((visit.model.drafts.text(Field::Domain), visit.place()), ("*.example.org", Step::Key));
}

#[test]
fn another_package_chosen_on_review_leads_back_to_a_domain_that_does_not_fit() {
    let mut visit = Visit::new();
    visit.reach_review();
    visit.send(Msg::Change(Step::Package));
    visit.enter(Field::Package, WILDCARD);
    visit.go_on();
    assert_eq!((visit.place(), problem(&visit)), (Step::Subject, Some(Problem::WildcardNeeded)));
    assert!(visit.model.errors_shown.contains(&Step::Subject), "what is wrong is said at once");
    assert_eq!(visit.shop.count("pay"), 0);
}

#[test]
fn where_nobody_tells_what_a_package_is_for_the_billing_system_decides() {
    let text = r#"{"billing_url": "/b", "default_key_type": "p-256", "packages": {"102": {"names": "unknown"}, "101": {"names": "wildcard"}}}"#;
    let mut visit = Visit::with(config::parse(text).unwrap());
    visit.choose(WILDCARD);
    visit.name(DOMAIN);
    assert_eq!(visit.place(), Step::Key, "nothing is refused");
    visit.send(Msg::AddressChanged(Some(Step::Subject)));
    visit.enter(Field::Package, DV);
    assert_eq!(problem(&visit), Some(Problem::WildcardNeeded), "the operator knows better than the name");
    let mut visit = named(MULTI, "*.example.com");
    assert_eq!(visit.place(), Step::Key, "packages for several names may take wildcards");
    visit.shop.refuse("csr.next", "value", "CN", "No star");
    visit.save_key();
    visit.log_in();
    assert_eq!((visit.place(), problem(&visit)), (Step::Subject, Some(Problem::Billing("No star".to_owned()))));
    assert_eq!(remedies(&visit.model, Field::Domain)[0], Remedy::UseName("example.com".to_owned()));
}

#[test]
fn further_names_that_are_not_sold_are_answered_with_a_package_that_takes_them() {
    let mut visit = named(DV, DOMAIN);
    visit.send(Msg::AddressChanged(Some(Step::Subject)));
    visit.enter(Field::FurtherNames, "shop.example.com");
    visit.go_on();
    visit.save_key();
    visit.log_in();
    assert_eq!(visit.place(), Step::Subject);
    let errors = steps::errors(&visit.model, Step::Subject);
    assert_eq!((errors[0].field, &errors[0].problem), (Field::FurtherNames, &Problem::FurtherNamesNotSold));
    let switch = remedies(&visit.model, Field::FurtherNames).remove(0);
    visit.send(Msg::Apply(Field::FurtherNames, switch));
    assert_eq!(visit.model.drafts.text(Field::Package), MULTI);
    visit.go_on();
    assert_eq!(visit.place(), Step::Contacts);
}

#[test]
fn www_is_offered_beside_a_bare_name_and_said_to_cost_once_the_included_names_are_used_up() {
    let mut visit = named(MULTI, DOMAIN);
    visit.send(Msg::AddressChanged(Some(Step::Subject)));
    let cost = |visit: &Visit| names::www(&visit.model).map(|offer| offer.cost);
    assert_eq!(cost(&visit), Some(NameCost::Included));
    visit.enter(Field::FurtherNames, "a.example.com b.example.com");
    assert_eq!(cost(&visit), Some(NameCost::Price(eur(900))), "the fourth name of three");
    visit.enter(Field::FurtherNames, "a.example.com b.example.com www.example.com");
    assert_eq!(cost(&visit), Some(NameCost::Price(eur(900))), "ticked or not, it costs the same");
    visit.enter(Field::FurtherNames, "a.example.com b.example.com c.example.com d.example.com");
    assert_eq!(cost(&visit), None, "the package takes no sixth name");
    visit.enter(Field::FurtherNames, "");
    for domain in ["www.example.com", "*.example.com", "not a name", ""] {
        visit.enter(Field::Domain, domain);
        assert_eq!(cost(&visit), None, "{domain:?}");
    }
    for package in [DV, WILDCARD, OV] {
        assert_eq!(cost(&named(package, DOMAIN)), None, "{package}: not sold");
    }
    let text = r#"{"billing_url": "/b", "packages": {"104": {"names": "multi-domain"}}}"#;
    let mut visit = Visit::with(config::parse(text).unwrap());
    visit.choose(OV);
    visit.enter(Field::Domain, DOMAIN);
    assert_eq!(cost(&visit), Some(NameCost::Unknown), "the catalogue has no price for it");
}

#[test]
fn www_goes_in_and_out_of_the_further_names_and_never_twice() {
    let mut visit = named(MULTI, DOMAIN);
    visit.send(Msg::AddressChanged(Some(Step::Subject)));
    let name = || "www.example.com".to_owned();
    let press = |visit: &mut Visit, remedy| visit.send(Msg::Apply(Field::FurtherNames, remedy));
    visit.enter(Field::FurtherNames, "shop.example.com, Mail.example.com");
    press(&mut visit, Remedy::AddName(name()));
    let all = "shop.example.com\nMail.example.com\nwww.example.com";
    assert_eq!(visit.model.drafts.text(Field::FurtherNames), all);
    press(&mut visit, Remedy::AddName(name()));
    press(&mut visit, Remedy::AddName("other.example.com".to_owned()));
    assert_eq!(visit.model.drafts.text(Field::FurtherNames), all);
    assert!(names::www(&visit.model).unwrap().is_on);
    visit.enter(Field::FurtherNames, "WWW.example.com shop.example.com www.example.com");
    press(&mut visit, Remedy::DropName(name()));
    assert_eq!(visit.model.drafts.text(Field::FurtherNames), "shop.example.com");
    assert!(!names::www(&visit.model).unwrap().is_on);
}

#[test]
fn the_names_typed_are_counted_against_those_included() {
    let mut visit = named(MULTI, DOMAIN);
    visit.send(Msg::AddressChanged(Some(Step::Subject)));
    let count = |visit: &Visit| names::count(&visit.model);
    visit.enter(Field::FurtherNames, "a.example.com b.example.com example.com c.example.com a.example.com");
    assert_eq!(count(&visit), Some(Count { included: 3, entered: 4, each: Some(eur(900)) }));
    visit.enter(Field::Period, "6");
    assert_eq!(count(&visit).unwrap().each, Some(eur(500)));
    visit.enter(Field::FurtherNames, "a_b");
    assert_eq!(count(&visit), None);
    assert_eq!(count(&named(DV, DOMAIN)), None);
}

#[test]
fn a_choice_for_many_names_tells_three_of_them_and_how_many_more() {
    for (count, words) in [
        (0, "Confirmation email"),
        (1, "Confirmation email for n1.example.com"),
        (2, "Confirmation email for n1.example.com, n2.example.com"),
        (3, "Confirmation email for n1.example.com, n2.example.com, n3.example.com"),
        (4, "Confirmation email for n1.example.com, n2.example.com, n3.example.com and 1 more"),
        (100, "Confirmation email for n1.example.com, n2.example.com, n3.example.com and 97 more"),
    ] {
        let names = (1..=count).map(|i| format!("n{i}.example.com")).collect();
        assert_eq!(Speech::ENGLISH.text(Text::ConfirmFor(names)), words);
    }
}
