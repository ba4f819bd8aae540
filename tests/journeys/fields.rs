//! Contacts, phones, organization and mailboxes: what is asked once and used twice, and what can be taken back.
use cert_order::wizard::approvers::{admin_everywhere, groups};
use cert_order::wizard::field::{ContactField, Field, OrgField, Who};
use cert_order::wizard::message::Msg;
use cert_order::wizard::order_form::price_text;
use cert_order::wizard::remedy::Remedy;
use cert_order::wizard::step::Step;

use crate::support::shop::{MULTI, OV};
use crate::support::steps::DOMAIN;
use crate::support::visit::Visit;

const TECH_NAME: Field = Field::Contact(Who::Tech, ContactField::FirstName);
const ADMIN_NAME: Field = Field::Contact(Who::Admin, ContactField::FirstName);

fn text(visit: &Visit, field: Field) -> &str {
    visit.model.drafts.text(field)
}

#[test]
fn technical_support_uses_the_administrative_contact_and_gets_back_what_was_typed() {
    let mut visit = Visit::new();
    visit.reach_contacts();
    visit.enter(TECH_NAME, "Bob");
    visit.enter_contacts();
    assert_eq!(text(&visit, TECH_NAME), "Ann");
    visit.enter(Field::TechIsAdmin, "");
    assert_eq!(text(&visit, TECH_NAME), "Bob");
    assert_eq!(text(&visit, Field::Contact(Who::Tech, ContactField::Email)), "", "only what was typed");
    visit.enter(Field::TechIsAdmin, "on");
    visit.go_on();
    visit.approve("admin@example.com");
    assert_eq!(visit.shop.last("param").field("tech_fname"), Some("Ann"));
}

#[test]
fn technical_support_that_was_never_typed_begins_as_a_copy_to_be_changed() {
    let mut visit = Visit::new();
    visit.reach_contacts();
    visit.enter_contacts();
    visit.enter(Field::TechIsAdmin, "");
    assert_eq!(text(&visit, TECH_NAME), "Ann");
    visit.enter(Field::TechIsAdmin, "on");
    visit.enter(ADMIN_NAME, "Anna");
    visit.enter(Field::TechIsAdmin, "");
    assert_eq!(text(&visit, TECH_NAME), "Anna", "a copy that nobody changed is made anew");
    visit.enter(TECH_NAME, "Bob");
    assert_eq!(text(&visit, ADMIN_NAME), "Anna");
    visit.reload();
    assert_eq!((text(&visit, TECH_NAME), text(&visit, ADMIN_NAME)), ("Bob", "Anna"));
    visit.log_in();
    visit.go_on();
    visit.approve("admin@example.com");
    let order = visit.shop.last("param");
    assert_eq!((order.field("tech_fname"), order.field("tech_lname")), (Some("Bob"), Some("O'Neil")));
}

#[test]
fn the_organization_begins_with_what_was_said_before_and_keeps_what_is_typed() {
    let mut visit = Visit::new();
    visit.choose(OV);
    visit.name(DOMAIN);
    visit.save_key();
    visit.log_in();
    visit.enter_contacts();
    visit.go_on();
    assert_eq!(visit.place(), Step::Organization);
    for (field, said) in [
        (OrgField::Name, "Example & Sons"),
        (OrgField::Country, "us"),
        (OrgField::State, "New York"),
        (OrgField::City, "Ithaca"),
        (OrgField::Phone, "+1 202 555 0175"),
    ] {
        assert_eq!(text(&visit, Field::Org(field)), said, "{field:?}");
        visit.enter(Field::Org(field), "");
        assert_eq!(text(&visit, Field::Org(field)), "", "{field:?}: emptied stays empty");
    }
    visit.reload();
    assert_eq!(text(&visit, Field::Org(OrgField::Phone)), "", "also after a reload");
}

/// On page "validation" with these names.
fn at_validation(names: &str) -> Visit {
    let mut visit = Visit::new();
    visit.choose(MULTI);
    visit.enter(Field::FurtherNames, names);
    visit.name(DOMAIN);
    visit.save_key();
    visit.log_in();
    visit.enter_contacts();
    visit.go_on();
    assert_eq!(visit.place(), Step::Validation);
    visit
}

fn members(visit: &Visit) -> Vec<Vec<u8>> {
    let form = visit.model.discovery.form().unwrap();
    groups(form).into_iter().map(|group| group.members).collect()
}

#[test]
fn names_with_the_same_mailboxes_are_confirmed_by_one_choice() {
    let mut visit = at_validation("*.example.com www.example.com *.www.example.com");
    assert_eq!(members(&visit), [vec![0, 1], vec![2, 3]]);
    visit.go_on();
    assert_eq!(cert_order::wizard::steps::errors(&visit.model, Step::Validation).len(), 2, "one error a choice");
    visit.enter(Field::Approver(0), "webmaster@example.com");
    assert_eq!(text(&visit, Field::Approver(2)), "webmaster@example.com", "proposed where it is offered too");
    visit.enter(Field::Approver(2), "admin@www.example.com");
    assert_eq!(text(&visit, Field::Approver(0)), "webmaster@example.com", "a choice made stays");
    visit.go_on();
    assert_eq!(visit.place(), Step::Review);
    let order = visit.shop.last("param");
    for (field, address) in [
        ("approver_email_1", "webmaster@example.com"),
        ("approver_email_2", "webmaster@example.com"),
        ("approver_email_3", "admin@www.example.com"),
        ("approver_email_4", "admin@www.example.com"),
    ] {
        assert_eq!(order.field(field), Some(address), "{field}");
    }
}

#[test]
fn a_mailbox_refused_for_one_name_is_told_at_the_choice_it_shares() {
    let mut visit = at_validation("*.example.com");
    visit.shop.refuse("param", "value", "approver_email_2", "Not there");
    visit.approve("admin@example.com");
    assert_eq!(visit.place(), Step::Validation);
    let errors = cert_order::wizard::steps::errors(&visit.model, Step::Validation);
    assert_eq!(errors.iter().map(|error| error.field).collect::<Vec<_>>(), [Field::Approver(0)]);
    visit.approve("webmaster@example.com");
    assert_eq!(visit.place(), Step::Review);
}

#[test]
fn admin_everywhere_chooses_for_all_and_can_be_chosen_anew() {
    let mut visit = at_validation("shop.example.org www.example.com");
    visit.send(Msg::Apply(Field::Approver(0), Remedy::AdminEverywhere));
    let chosen =
        |visit: &Visit| -> Vec<String> { (0..3).map(|i| text(visit, Field::Approver(i)).to_owned()).collect() };
    assert_eq!(chosen(&visit), ["admin@example.com", "admin@example.org", "admin@example.com"]);
    visit.enter(Field::Approver(1), "webmaster@shop.example.org");
    assert_eq!(chosen(&visit), ["admin@example.com", "webmaster@shop.example.org", "admin@example.com"]);
    visit.go_on();
    assert_eq!(visit.place(), Step::Review);
    assert_eq!(visit.shop.last("param").field("approver_email_2"), Some("webmaster@shop.example.org"));
}

#[test]
fn admin_everywhere_is_not_offered_for_one_choice() {
    let mut visit = at_validation("*.example.com");
    assert!(admin_everywhere(&visit.model).is_empty());
    visit.send(Msg::Apply(Field::Approver(0), Remedy::AdminEverywhere));
    assert_eq!(text(&visit, Field::Approver(0)), "");
}

#[test]
fn what_the_billing_system_says_of_the_price_is_shown_until_the_cart_says_it() {
    let mut visit = at_validation("shop.example.org");
    assert_eq!(price_text(&visit.model), Some("Total amount: 2 names"));
    visit.send(Msg::Apply(Field::Approver(0), Remedy::AdminEverywhere));
    visit.go_on();
    assert_eq!((visit.place(), price_text(&visit.model)), (Step::Review, None));
}
