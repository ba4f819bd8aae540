//! When errors are said: none before "Continue"; a field that was wrong is judged anew when it is left; what was right waits for
//! the next "Continue".
use cert_order::domain::secret::Secret;
use cert_order::wizard::field::{ContactField, Field, PassphraseOf, Who};
use cert_order::wizard::message::{Msg, VaultMsg};
use cert_order::wizard::remedy::Remedy;
use cert_order::wizard::shown;
use cert_order::wizard::step::Step;
use cert_order::wizard::update::update;

use crate::support::shop::DV;
use crate::support::visit::Visit;

/// The fields whose errors the page says.
fn said(visit: &Visit) -> Vec<Field> {
    shown::errors(&visit.model).into_iter().map(|error| error.field).collect()
}

/// Into the field, and what is typed there letter by letter.
fn type_into(visit: &mut Visit, field: Field, text: &str) {
    visit.send(Msg::Entered(field));
    for end in 0..=text.len() {
        visit.send(Msg::Edited(field, text[..end].to_owned()));
    }
}

fn at_subject() -> Visit {
    let mut visit = Visit::new();
    visit.choose(DV);
    assert_eq!(visit.place(), Step::Subject);
    visit
}

const ALL: [Field; 5] = [Field::Domain, Field::Country, Field::State, Field::City, Field::Company];

#[test]
fn nothing_is_said_of_a_field_that_is_left_before_continue() {
    let mut visit = at_subject();
    type_into(&mut visit, Field::Domain, "https://");
    visit.send(Msg::Left(Field::Domain));
    assert!(said(&visit).is_empty());
    visit.go_on();
    assert_eq!(said(&visit), ALL);
}

#[test]
fn an_error_stands_while_its_field_is_typed_into_and_is_judged_when_that_is_left() {
    let mut visit = at_subject();
    visit.go_on();
    let first = shown::errors(&visit.model);
    type_into(&mut visit, Field::State, "New York");
    assert_eq!(shown::errors(&visit.model), first, "also in its place");
    visit.send(Msg::Left(Field::State));
    assert_eq!(said(&visit), [Field::Domain, Field::Country, Field::City, Field::Company]);
    // Wrong in another way, it says so only when it is left.
    type_into(&mut visit, Field::Domain, "https://example.com");
    assert_eq!(shown::errors(&visit.model).first(), first.first());
    visit.send(Msg::Left(Field::Domain));
    assert_eq!(said(&visit).first(), Some(&Field::Domain));
    assert_ne!(shown::errors(&visit.model).first(), first.first());
    // Once wrong, it is judged at each leaving.
    type_into(&mut visit, Field::State, "");
    assert!(!said(&visit).contains(&Field::State));
    visit.send(Msg::Left(Field::State));
    assert!(said(&visit).contains(&Field::State));
}

#[test]
fn what_was_right_is_judged_by_the_next_continue_alone() {
    let mut visit = at_subject();
    visit.enter(Field::State, "New York");
    visit.go_on();
    assert!(!said(&visit).contains(&Field::State));
    type_into(&mut visit, Field::State, "");
    visit.send(Msg::Left(Field::State));
    assert!(!said(&visit).contains(&Field::State));
    visit.go_on();
    assert_eq!(said(&visit), ALL);
}

#[test]
fn fields_that_come_by_a_change_are_not_wrong_before_continue() {
    let mut visit = Visit::new();
    visit.reach_contacts();
    visit.enter(Field::TechIsAdmin, "on");
    visit.go_on();
    assert_eq!(said(&visit).len(), 5);
    visit.enter(Field::TechIsAdmin, "");
    assert_eq!(said(&visit).len(), 5, "nothing is said of the technical contact");
    visit.go_on();
    assert_eq!(said(&visit).len(), 10);
}

#[test]
fn enter_in_a_field_judges_it_at_once() {
    let mut visit = at_subject();
    visit.go_on();
    type_into(&mut visit, Field::State, "New York");
    visit.go_on();
    assert!(!said(&visit).contains(&Field::State), "without having been left");
}

#[test]
fn an_offer_under_an_error_serves_at_once() {
    let mut visit = at_subject();
    visit.enter(Field::Domain, "https://example.com/");
    visit.go_on();
    visit.send(Msg::Apply(Field::Domain, Remedy::UseName("example.com".to_owned())));
    assert!(!said(&visit).contains(&Field::Domain));
}

#[test]
fn a_private_key_in_a_field_for_something_else_is_said_at_once_and_nothing_but_that() {
    let mut visit = at_subject();
    // Without the audit, which would see it in the message.
    for msg in [Msg::Entered(Field::Company), Msg::Edited(Field::Company, "-----BEGIN PRIVATE KEY-----".to_owned())] {
        update(&mut visit.model, msg);
    }
    assert_eq!(said(&visit), [Field::Company]);
}

#[test]
fn the_log_in_is_judged_like_a_page() {
    let mut visit = Visit::new();
    visit.choose(DV);
    visit.name("example.com");
    visit.save_key();
    visit.send(Msg::Entered(Field::UserName));
    visit.send(Msg::Left(Field::UserName));
    assert!(said(&visit).is_empty());
    visit.send(Msg::LogIn);
    assert_eq!(said(&visit), [Field::UserName, Field::Password]);
    visit.send(Msg::Entered(Field::Password));
    visit.send(Msg::PasswordEdited(Secret::new("x".to_owned())));
    assert_eq!(said(&visit), [Field::UserName, Field::Password]);
    visit.send(Msg::Left(Field::Password));
    assert_eq!(said(&visit), [Field::UserName]);
}

#[test]
fn a_passphrase_is_judged_like_a_page() {
    let mut visit = Visit::new();
    let field = Field::Passphrase(PassphraseOf::Vault);
    visit.send(Msg::Vault(VaultMsg::Shown));
    visit.send(Msg::Vault(VaultMsg::Open));
    assert_eq!(said(&visit), [field]);
    visit.send(Msg::Entered(field));
    let typed = Secret::new("correct horse battery staple".to_owned());
    visit.send(Msg::Vault(VaultMsg::Edited(PassphraseOf::Vault, typed)));
    assert_eq!(said(&visit), [field]);
    visit.send(Msg::Left(field));
    assert!(said(&visit).is_empty());
}

#[test]
fn another_page_knows_nothing_of_what_was_typed_here() {
    let mut visit = Visit::new();
    visit.reach_contacts();
    let name = Field::Contact(Who::Admin, ContactField::FirstName);
    visit.go_on();
    type_into(&mut visit, name, "Ann");
    visit.send(Msg::AddressChanged(Some(Step::Subject)));
    visit.send(Msg::Left(name));
    assert!(said(&visit).is_empty());
}
