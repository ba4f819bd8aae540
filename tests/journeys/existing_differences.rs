//! What a request that was brought along and the order form say differently.
use cert_order::wizard::differences::{Difference, differences};
use cert_order::wizard::field::{ContactField, Field, OrgField, Who};
use cert_order::wizard::message::Msg;
use cert_order::wizard::step::Step;
use rcgen::DnType;

use crate::support::requests;
use crate::support::shop::{DV, OV};
use crate::support::visit::Visit;

fn bring(package: &str, request: &str) -> Visit {
    let mut visit = Visit::new();
    visit.enter(Field::Package, package);
    visit.enter(Field::Period, "12");
    visit.go_on();
    visit.bring(request);
    visit.go_on();
    visit
}

fn found(visit: &Visit) -> Vec<(Field, String, String)> {
    let all = differences(&visit.model).into_iter();
    all.map(|Difference { field, request, form }| (field, request, form)).collect()
}

fn difference(field: Field, request: &str, form: &str) -> (Field, String, String) {
    (field, request.to_owned(), form.to_owned())
}

#[test]
fn a_request_that_says_it_all_differs_in_nothing() {
    let mut visit = bring(DV, &requests::of(&["Example.com"], "US"));
    assert_eq!((visit.place(), found(&visit)), (Step::Contacts, vec![]));
    visit.log_in();
    visit.enter_contacts();
    visit.go_on();
    visit.approve("admin@example.com");
    assert_eq!((visit.place(), found(&visit)), (Step::Review, vec![]));
}

#[test]
fn what_is_typed_because_the_request_lacks_it_or_says_it_unfit_stands_beside_it() {
    let parts = [(DnType::OrganizationName, "Пример"), (DnType::OrganizationalUnitName, "Отдел")];
    let mut visit = bring(DV, &requests::with(&["example.com"], "US", 3, &parts));
    assert_eq!(visit.place(), Step::Subject);
    visit.enter(Field::Company, "Primer LLC");
    let expected = [difference(Field::Company, "Пример", "Primer LLC"), difference(Field::CompanyUnit, "Отдел", "")];
    assert_eq!(found(&visit), expected);
    let mut visit = bring(DV, &requests::of(&["example.com"], ""));
    visit.enter(Field::City, "Ulm");
    assert_eq!(found(&visit), [difference(Field::City, "", "Ulm")]);
    let visit = bring(DV, &requests::with(&["example.com"], "US", 3, &[(DnType::CountryName, "UK")]));
    assert_eq!(found(&visit), [difference(Field::Country, "UK", "GB")]);
}

#[test]
fn names_that_are_ordered_stand_beside_those_of_the_request() {
    let mut visit = bring(DV, &requests::of(&[], "US"));
    visit.enter(Field::Domain, "example.com");
    assert_eq!(found(&visit), [difference(Field::Domain, "", "example.com")]);
}

#[test]
fn organization_and_contact_are_compared_with_the_request_too() {
    let email = [(DnType::CustomDnType(vec![1, 2, 840, 113_549, 1, 9, 1]), "web@example.com")];
    let mut visit = bring(OV, &requests::with(&["example.com"], "US", 5, &email));
    visit.log_in();
    visit.enter_contacts();
    let admin = Field::Contact(Who::Admin, ContactField::Email);
    visit.enter(admin, "ann@example.org");
    visit.go_on();
    assert_eq!(visit.place(), Step::Organization);
    assert_eq!(found(&visit), [difference(admin, "web@example.com", "ann@example.org")]);
    visit.enter(Field::Org(OrgField::Name), "Another Inc");
    visit.enter(Field::Org(OrgField::City), "austin");
    let name = difference(Field::Org(OrgField::Name), "Brought Along Inc", "Another Inc");
    assert_eq!(found(&visit), [name, difference(admin, "web@example.com", "ann@example.org")]);
    visit.enter(admin, "web@example.com");
    assert_eq!(found(&visit).len(), 1);
}

#[test]
fn a_request_that_is_made_here_is_never_compared() {
    let mut visit = bring(DV, &requests::of(&["example.com"], ""));
    visit.enter(Field::City, "Ulm");
    assert_eq!(found(&visit).len(), 1);
    visit.send(Msg::Change(Step::Request));
    visit.enter(Field::RequestMethod, cert_order::wizard::draft::GENERATE);
    assert_eq!(found(&visit), []);
}
