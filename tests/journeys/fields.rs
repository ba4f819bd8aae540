//! Contacts, phones, organization and mailboxes: what is asked once and used twice, and what can be taken back.
use cert_order::domain::country::CountryCode;
use cert_order::domain::problem::Problem;
use cert_order::wizard::approvers::{admin_everywhere, groups};
use cert_order::wizard::field::{ContactField, Field, OrgField, Who};
use cert_order::wizard::message::Msg;
use cert_order::wizard::model::FieldError;
use cert_order::wizard::order_form::price_text;
use cert_order::wizard::remedy::Remedy;
use cert_order::wizard::step::Step;
use cert_order::wizard::{phones, steps};
use serde_json::json;

use crate::support::shop::{MULTI, OV, Script};
use crate::support::steps::DOMAIN;
use crate::support::visit::Visit;
use crate::support::wire::{choices, doc, metadata};

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
    assert_eq!(steps::errors(&visit.model, Step::Validation).len(), 2, "one error a choice");
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
    let errors = steps::errors(&visit.model, Step::Validation);
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

/// Where the order's form has a list of countries beside each phone number.
fn before_phone_lists() -> Visit {
    let mut visit = Visit::new();
    let names = ["adm_phone_country", "tech_phone_country"];
    let list = |name: &&str| {
        json!({"$name": name, "val": [
            {"$key": "9", "$": "Canada", "$image": "/CA.png", "$phonecode": "1"},
            {"$key": "41", "$": "USA", "$image": "/US.png", "$phonecode": "1", "$phoneformat": "(999) 999-9999"},
            {"$key": "182", "$": "Russia (+7)", "$image": "/RU.png"},
        ]})
    };
    let mut lists: Vec<_> = names.iter().map(list).collect();
    lists.push(choices("approver_email_1", &["admin@example.com"]));
    let fields = metadata(&[names[0].to_owned(), names[1].to_owned(), "approver_email_1".to_owned()]);
    let form = json!({"metadata": fields, "slist": lists, "adm_phone_country": {"$": "9"}});
    visit.shop.script("csr.next", Script::Answer(doc("certificate.order.param", form)));
    visit
}

/// As [`before_phone_lists`], on page "contacts".
fn at_phone_lists() -> Visit {
    let mut visit = before_phone_lists();
    visit.reach_contacts();
    visit
}

/// As [`at_phone_lists`], with the page filled in.
fn with_phone_lists() -> Visit {
    let mut visit = at_phone_lists();
    visit.enter_contacts();
    visit
}

#[test]
fn a_phone_goes_in_the_billing_systems_mask_with_its_country() {
    for (typed, phone, country) in [
        ("+1 202 555 0175", "+1 (202) 555-0175", Some("41")),
        ("12025550175", "+1 (202) 555-0175", Some("41")),
        ("74950000000", "+7 (495) 0000000", Some("182")),
        ("+49 30 1234567", "+49 (301) 234567", None),
    ] {
        let mut visit = with_phone_lists();
        visit.enter(Field::Contact(Who::Admin, ContactField::Phone), typed);
        visit.go_on();
        visit.go_on();
        let order = visit.shop.last("param");
        for [number, list] in [["adm_phone", "adm_phone_country"], ["tech_phone", "tech_phone_country"]] {
            assert_eq!((order.field(number), order.field(list)), (Some(phone), country), "{typed}");
        }
    }
}

#[test]
fn a_phone_without_its_country_code_is_told_the_code_of_the_chosen_country() {
    let mut visit = with_phone_lists();
    let phone = Field::Contact(Who::Admin, ContactField::Phone);
    let country = CountryCode::parse("US").unwrap();
    assert_eq!(phones::hint(&visit.model, phone), Some((country, "1".to_owned())));
    for typed in ["202 555 0175", "(202) 555-0175", "8 (495) 000-00-00"] {
        visit.enter(phone, typed);
        visit.go_on();
        let errors = steps::errors(&visit.model, Step::Contacts);
        let wanted = FieldError { field: phone, problem: Problem::PhoneCode(Some("1".to_owned())) };
        assert_eq!(errors, [wanted], "{typed}");
    }
    let mut visit = Visit::new();
    visit.reach_contacts();
    assert_eq!(phones::hint(&visit.model, phone), None, "a form without the list tells no code");
}

#[test]
fn a_phone_begins_with_the_code_of_the_country_until_that_is_taken_away() {
    let mut visit = at_phone_lists();
    let phone = Field::Contact(Who::Admin, ContactField::Phone);
    assert_eq!(phones::begun(&visit.model, phone).as_deref(), Some("+1 "));
    visit.go_on();
    assert_eq!(steps::errors(&visit.model, Step::Contacts).len(), 10, "a code alone is no number");
    visit.enter(phone, "");
    assert_eq!(phones::begun(&visit.model, phone), None);
    visit.reload();
    assert_eq!(visit.model.drafts.contacts.admin.phone.as_deref(), Some(""), "also after a reload");
    let mut visit = with_phone_lists();
    visit.enter(Field::TechIsAdmin, "");
    let phone = Field::Contact(Who::Tech, ContactField::Phone);
    assert_eq!(phones::begun(&visit.model, phone), None, "a copy of the other contact");
}

#[test]
fn a_code_that_comes_late_does_not_move_what_is_being_typed() {
    let mut visit = before_phone_lists();
    visit.shop.script("csr", Script::Late);
    visit.reach_contacts();
    let phone = Field::Contact(Who::Admin, ContactField::Phone);
    visit.send(Msg::Entered(phone));
    visit.late_answers_arrive();
    assert!(phones::hint(&visit.model, phone).is_some(), "the list is there");
    assert_eq!((phones::begun(&visit.model, phone), phones::offer(&visit.model, phone)), (None, None));
    visit.send(Msg::Left(phone));
    assert_eq!(phones::begun(&visit.model, phone).as_deref(), Some("+1 "));
    visit.send(Msg::Entered(phone));
    assert_eq!(phones::begun(&visit.model, phone).as_deref(), Some("+1 "), "what stood there stays");
}

#[test]
fn a_whole_number_pasted_behind_the_code_is_the_number() {
    let phone = Field::Contact(Who::Admin, ContactField::Phone);
    for (typed, kept) in [
        ("+1 +49 30 1234567", "+49 30 1234567"),
        ("+1  0049 30 1234567", "0049 30 1234567"),
        ("+1 +", "+"),
        ("+1 202 555 0175", "+1 202 555 0175"),
        ("+49 +1 202 555 0175", "+49 +1 202 555 0175"),
    ] {
        let mut visit = at_phone_lists();
        visit.enter(phone, typed);
        assert_eq!(visit.model.drafts.contacts.admin.phone.as_deref(), Some(kept), "{typed}");
    }
}

#[test]
fn a_refused_phone_country_is_told_at_the_phone() {
    let mut visit = with_phone_lists();
    visit.shop.refuse("param", "value", "tech_phone_country", "Another country");
    visit.go_on();
    visit.go_on();
    assert_eq!(visit.place(), Step::Contacts);
    let errors = steps::errors(&visit.model, Step::Contacts);
    assert_eq!(errors[0].field, Field::Contact(Who::Tech, ContactField::Phone));
}
