//! What the billing system refuses, and when the form itself stops.
use cert_order::domain::problem::Problem;
use cert_order::wizard::effect::Focus;
use cert_order::wizard::field::{ContactField, Field, OrgField, Who};
use cert_order::wizard::message::Msg;
use cert_order::wizard::model::Trouble;
use cert_order::wizard::order_form::Discovery;
use cert_order::wizard::step::Step;
use cert_order::wizard::steps;

use crate::support::crypto::NativeKey;
use crate::support::shop::{DV, OV, Script};
use crate::support::steps::DOMAIN;
use crate::support::visit::Visit;
use crate::support::wire::{choices, countries, doc, metadata};

const REASON: &str = "has an invalid value";

/// An order with an organization, up to review, where `operation` refuses the field that it calls `object`.
fn refused(operation: &'static str, object: &str) -> Visit {
    let mut visit = Visit::new();
    visit.shop.refuse(operation, "value", object, REASON);
    visit.choose(OV);
    visit.name(DOMAIN);
    visit.save_key();
    visit.log_in();
    visit.enter_contacts();
    visit.go_on();
    if visit.place() == Step::Organization {
        visit.enter_organization();
        visit.go_on();
        visit.approve("admin@example.com");
    }
    visit
}

fn shows(visit: &Visit, field: Field) -> bool {
    let shown = steps::errors(&visit.model, visit.place());
    shown.iter().any(|error| error.field == field && error.problem == Problem::Billing(REASON.to_owned()))
}

/// Presses what leads on, and chooses a mailbox where one is asked for, until the order is placed.
fn to_the_end(visit: &mut Visit) {
    for _ in 0..12 {
        match visit.place() {
            Step::Done => return,
            Step::Review => visit.send(Msg::Order),
            Step::Organization => {
                visit.enter_organization();
                visit.go_on();
            }
            Step::Validation => {
                let form = visit.model.discovery.form();
                let first = form.and_then(|form| form.approvers[0].addresses.first().cloned());
                visit.approve(&first.unwrap_or_default());
            }
            _ => visit.go_on(),
        }
    }
    panic!("stuck on {:?}: {:?}", visit.place(), visit.trouble());
}

#[test]
fn a_refused_field_is_shown_on_its_page_and_the_order_goes_on_once_it_is_changed() {
    use ContactField as C;
    for (operation, object, field, text) in [
        ("csr.next", "CN", Field::Domain, "shop.example.com"),
        ("csr.next", "O", Field::Company, "Example"),
        ("csr.next", "ST", Field::State, "Vermont"),
        ("csr.next", "emailAddress", Field::SubjectEmail, "ann@example.com"),
        ("param", "adm_phone", Field::Contact(Who::Admin, C::Phone), "+49 30 1234567"),
        ("param", "tech_email", Field::Contact(Who::Tech, C::Email), "bob@example.org"),
        ("param", "org_phone", Field::Org(OrgField::Phone), "+49 30 1234567"),
        ("csr.next", "field_country", Field::Country, "DE"),
        ("csr.next", "L", Field::City, "Albany"),
        ("csr.next", "OU", Field::CompanyUnit, "Web"),
        ("param", "adm_fname", Field::Contact(Who::Admin, C::FirstName), "Bob"),
        ("param", "adm_lname", Field::Contact(Who::Admin, C::LastName), "Bob"),
        ("param", "adm_jtitle", Field::Contact(Who::Admin, C::JobTitle), "CEO"),
        ("param", "adm_email", Field::Contact(Who::Admin, C::Email), "bob@example.org"),
        ("param", "tech_phone", Field::Contact(Who::Tech, C::Phone), "+49 30 1234567"),
        ("param", "org_name", Field::Org(OrgField::Name), "Example"),
        ("param", "org_country", Field::Org(OrgField::Country), "DE"),
        ("param", "org_state", Field::Org(OrgField::State), "Vermont"),
        ("param", "org_city", Field::Org(OrgField::City), "Albany"),
        ("param", "org_address", Field::Org(OrgField::Address), "2 Main Street"),
        ("param", "org_postcode", Field::Org(OrgField::Postcode), "14850"),
        ("param", "approver_email_1", Field::Approver(0), "webmaster@example.com"),
        ("param", "CN", Field::Domain, "shop.example.com"),
    ] {
        let mut visit = refused(operation, object);
        assert_eq!(Some(visit.place()), field.step(), "{operation} {object}");
        assert!(shows(&visit, field), "{operation} {object}");
        assert_eq!(visit.browser.focus, Some(Focus::Errors), "{operation} {object}");
        let place = visit.place();
        visit.go_on();
        assert_eq!(visit.place(), place, "unchanged, {object} is refused again");
        visit.enter(field, text);
        assert!(!shows(&visit, field), "{operation} {object}");
        to_the_end(&mut visit);
        assert_eq!(visit.shop.payments.len(), 1, "{operation} {object}");
    }
}

#[test]
fn a_refusal_of_something_the_form_does_not_show_is_told_as_it_is() {
    let mut visit = Visit::new();
    visit.shop.refuse("csr.next", "value", "csr", REASON);
    visit.reach_contacts();
    assert!(matches!(visit.trouble(), Some(Trouble::Billing(_))), "{:?}", visit.trouble());
    assert!(steps::errors(&visit.model, Step::Contacts).iter().all(|error| error.problem == Problem::Missing));
    let mut visit = refused("param", "csr");
    assert!(matches!(visit.trouble(), Some(Trouble::Billing(_))), "{:?}", visit.trouble());
    visit.send(Msg::Retry);
    to_the_end(&mut visit);
}

#[test]
fn a_country_that_the_billing_system_does_not_list_is_told_at_the_country() {
    let mut visit = Visit::new();
    visit.reach_contacts();
    visit.send(Msg::Change(Step::Subject));
    visit.enter(Field::Country, "FR");
    visit.go_on();
    visit.go_on();
    assert_eq!(visit.place(), Step::Subject);
    let errors = steps::errors(&visit.model, Step::Subject);
    assert!(errors.iter().any(|e| e.field == Field::Country && e.problem == Problem::CountryNotOffered), "{errors:?}");
    visit.enter(Field::Country, "DE");
    visit.go_on();
    visit.enter_contacts();
    to_the_end(&mut visit);
    assert_eq!(visit.shop.last("param").field("field_country"), Some("5"));
}

#[test]
fn an_organization_in_a_country_that_is_not_listed_is_told_and_never_left_out() {
    let mut visit = Visit::new();
    visit.reach_organization();
    visit.enter(Field::Org(OrgField::Country), "FR");
    visit.enter_organization();
    visit.go_on();
    visit.approve("admin@example.com");
    assert!(visit.shop.calls.iter().all(|call| call.operation != "param" || call.field("org_country").is_some()));
    assert_eq!(visit.place(), Step::Organization);
    let errors = steps::errors(&visit.model, Step::Organization);
    assert_eq!((errors[0].field, &errors[0].problem), (Field::Org(OrgField::Country), &Problem::CountryNotOffered));
}

#[test]
fn without_exactly_one_way_for_an_own_request_the_order_stops() {
    for ways in [&["generate"][..], &[], &["exist", "file"], &["GENERATE", "generate", ""]] {
        let mut visit = Visit::new();
        visit.shop.crt_types = ways.to_vec();
        visit.reach_contacts();
        assert_eq!(visit.trouble(), Some(&Trouble::NoWayForOwnRequest), "{ways:?}");
        visit.enter_contacts();
        visit.go_on();
        assert_eq!((visit.place(), visit.trouble()), (Step::Contacts, Some(&Trouble::NoWayForOwnRequest)), "{ways:?}");
        assert_eq!((visit.shop.count("csr.next"), visit.shop.count("param")), (0, 0), "{ways:?}");
    }
}

#[test]
fn an_echoed_request_of_another_key_stops_the_order() {
    let foreign = foreign_request();
    for echo in
        [foreign.as_str(), "-----BEGIN CERTIFICATE REQUEST-----\nMIIC\n-----END CERTIFICATE REQUEST-----\n", "?"]
    {
        let mut visit = Visit::new();
        visit.shop.echoed = Some(echo.to_owned());
        visit.reach_contacts();
        visit.enter_contacts();
        visit.go_on();
        assert_eq!((visit.place(), visit.trouble()), (Step::Contacts, Some(&Trouble::ForeignRequest)), "{echo}");
        assert!(matches!(visit.model.discovery, Discovery::Failed(_)));
        assert_eq!(visit.shop.count("param"), 0);
        visit.shop.echoed = None;
        visit.go_on();
        assert_eq!(visit.place(), Step::Validation);
    }
}

/// A request for the same name, with a key that is not ours.
fn foreign_request() -> String {
    let mut other = Visit::new();
    other.browser.made.push((
        cert_order::request::fingerprint::Fingerprint([0; 32]),
        NativeKey::make(cert_order::request::algorithm::KeyType::P256, 99),
    ));
    other.reach_key();
    other.csr().to_owned()
}

#[test]
fn our_own_request_in_another_armour_is_no_stranger() {
    let mut visit = Visit::new();
    visit.reach_key();
    visit.shop.echoed = Some(visit.csr().replace('\n', "\r\n"));
    visit.save_key();
    visit.log_in();
    visit.enter_contacts();
    visit.go_on();
    assert_eq!(visit.place(), Step::Validation);
}

#[test]
fn a_form_that_takes_any_mailbox_can_be_filled() {
    let mut visit = Visit::new();
    let form =
        doc("certificate.order.param", serde_json::json!({"metadata": metadata(&["approver_email_1".to_owned()])}));
    visit.shop.script("csr.next", Script::Answer(form));
    visit.reach_validation();
    visit.approve("not an address");
    assert_eq!(visit.place(), Step::Validation);
    visit.approve("ann@example.com");
    assert_eq!(visit.place(), Step::Review);
    assert_eq!(visit.shop.last("param").field("approver_email_1"), Some("ann@example.com"));
}

#[test]
fn a_mailbox_that_is_not_offered_or_not_chosen_stops_the_page() {
    let mut visit = Visit::new();
    visit.reach_validation();
    for (text, problem) in [("", Problem::Missing), ("ann@example.com", Problem::NotOffered)] {
        visit.approve(text);
        assert_eq!(visit.place(), Step::Validation);
        assert_eq!(steps::errors(&visit.model, Step::Validation)[0].problem, problem);
    }
}

#[test]
fn a_single_mailbox_needs_no_choosing() {
    let mut visit = Visit::new();
    let lists = serde_json::json!([choices("approver_email_1", &["admin@example.com"]), countries("org_country")]);
    let form = serde_json::json!({"metadata": metadata(&["approver_email_1".to_owned()]), "slist": lists});
    visit.shop.script("csr.next", Script::Answer(doc("certificate.order.param", form)));
    visit.reach_validation();
    visit.go_on();
    assert_eq!(visit.place(), Step::Review);
}

#[test]
fn each_page_shows_all_that_is_missing_and_stays() {
    let mut visit = Visit::new();
    let stays = |visit: &mut Visit, place: Step, count: usize| {
        visit.go_on();
        assert_eq!((visit.place(), visit.browser.focus), (place, Some(Focus::Errors)));
        assert!(visit.model.errors_shown.contains(&place));
        assert_eq!(steps::errors(&visit.model, place).len(), count, "{place:?}");
    };
    stays(&mut visit, Step::Package, 1);
    visit.choose(OV);
    stays(&mut visit, Step::Subject, 5);
    visit.name(DOMAIN);
    visit.save_key();
    visit.log_in();
    stays(&mut visit, Step::Contacts, 10);
    visit.enter(Field::TechIsAdmin, "on");
    stays(&mut visit, Step::Contacts, 5);
    visit.enter_contacts();
    visit.go_on();
    // The phone is that of the administrative contact until another one is typed.
    stays(&mut visit, Step::Organization, 1);
    visit.enter_organization();
    visit.go_on();
    stays(&mut visit, Step::Validation, 1);
}

#[test]
fn a_package_that_is_withdrawn_under_way_is_told() {
    let mut visit = Visit::new();
    visit.shop.refuse("csr", "wizard_unavailable", "certificate.order.csr", "not available");
    visit.reach_contacts();
    assert!(matches!(visit.trouble(), Some(Trouble::Billing(_))));
    visit.shop.refuse("csr", "value", "pricelist", REASON);
    visit.send(Msg::Retry);
    assert_eq!(visit.place(), Step::Package);
    assert!(shows(&visit, Field::Package));
    visit.enter(Field::Package, DV);
    visit.go_on();
    assert_eq!((visit.place(), visit.trouble()), (Step::Contacts, None));
}
