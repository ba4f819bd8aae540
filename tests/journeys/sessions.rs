//! Logging in and out, sessions that end, and whose draft it is.
use cert_order::billing::error::{BillingError, ErrorKind};
use cert_order::domain::problem::Problem;
use cert_order::domain::secret::Secret;
use cert_order::wizard::draft::Drafts;
use cert_order::wizard::effect::Focus;
use cert_order::wizard::field::Field;
use cert_order::wizard::message::Msg;
use cert_order::wizard::model::{Session, Trouble};
use cert_order::wizard::session;
use cert_order::wizard::step::Step;

use crate::support::shop::{OTHER_USER, PASSWORD, Script, USER};
use crate::support::steps::DOMAIN;
use crate::support::visit::Visit;

fn is_guest(visit: &Visit, ended: bool) -> bool {
    visit.model.session == Session::Guest { ended }
}

#[test]
fn prices_are_shown_and_the_key_is_made_before_anyone_logs_in() {
    let mut visit = Visit::new();
    visit.reach_key();
    visit.save_key();
    assert_eq!(visit.place(), Step::Contacts);
    assert!(session::is_asked(&visit.model));
    let calls: Vec<&str> = visit.shop.calls.iter().map(|call| call.operation).collect();
    assert_eq!(calls, ["pricelist.export"]);
}

#[test]
fn a_wrong_password_is_told_and_the_right_one_goes_on_from_the_same_page() {
    let mut visit = Visit::new();
    visit.reach_key();
    visit.save_key();
    visit.log_in_as(USER, "wrong");
    let Some(Trouble::Billing(BillingError::Api(error))) = visit.trouble() else { panic!("{:?}", visit.trouble()) };
    assert_eq!((&error.kind, error.object.as_str()), (&ErrorKind::Auth, "badpassword"));
    assert_eq!(visit.browser.focus, Some(Focus::Errors));
    assert_eq!(visit.model.user_name, USER);
    visit.log_in();
    assert_eq!((visit.place(), visit.trouble()), (Step::Contacts, None));
    assert_eq!(visit.model.user().unwrap().name, "Ann O'Neil");
}

#[test]
fn an_empty_log_in_asks_for_what_is_missing_without_a_call() {
    let mut visit = Visit::new();
    visit.reach_key();
    visit.save_key();
    visit.send(Msg::LogIn);
    let missing: Vec<(Field, Problem)> =
        session::errors(&visit.model).into_iter().map(|error| (error.field, error.problem)).collect();
    assert_eq!(missing, [(Field::UserName, Problem::Missing), (Field::Password, Problem::Missing)]);
    assert_eq!(visit.shop.count("auth"), 0);
}

#[test]
fn the_password_is_wiped_once_it_was_right() {
    let mut visit = Visit::new();
    visit.reach_contacts();
    assert_eq!(visit.model.password, Secret::default());
    assert_eq!(visit.shop.last("auth").field("password"), Some(PASSWORD));
    assert_eq!(visit.shop.last("whoami").field("password"), None);
}

#[test]
fn two_presses_of_log_in_are_one_log_in() {
    let mut visit = Visit::new();
    visit.reach_key();
    visit.save_key();
    visit.shop.script("auth", Script::Late);
    visit.log_in();
    visit.send(Msg::LogIn);
    assert_eq!(visit.shop.count("auth"), 1);
    visit.late_answers_arrive();
    assert!(visit.model.session_id().is_some());
    visit.send(Msg::LogIn);
    assert_eq!(visit.shop.count("auth"), 1);
}

#[test]
fn a_session_that_ends_asks_for_the_log_in_on_the_same_page_and_loses_nothing() {
    let mut visit = Visit::new();
    visit.reach_validation();
    visit.shop.end_session();
    visit.approve("admin@example.com");
    assert!(is_guest(&visit, true) && session::is_asked(&visit.model));
    assert_eq!(visit.place(), Step::Review);
    visit.log_in();
    assert_eq!((visit.place(), visit.total()), (Step::Review, 1_500));
    assert_eq!(visit.shop.last("param").field("adm_fname"), Some("Ann"));
}

#[test]
fn someone_else_who_logs_in_starts_over_and_sees_nothing_of_the_first() {
    let mut visit = Visit::new();
    visit.reach_review();
    visit.reload();
    assert_eq!(visit.place(), Step::Review);
    visit.log_in_as(OTHER_USER, PASSWORD);
    assert_eq!((visit.place(), visit.trouble()), (Step::Package, Some(&Trouble::OtherAccount)));
    assert_eq!(visit.model.drafts, Drafts::default());
    assert_eq!(visit.model.owner.as_deref(), Some(OTHER_USER));
    assert!(!visit.browser.draft.as_ref().is_some_and(|draft| draft.text.contains(DOMAIN)));
}

#[test]
fn the_draft_belongs_to_the_customer_from_the_log_in_on() {
    let mut visit = Visit::new();
    visit.reach_contacts();
    visit.reload();
    visit.log_in_as(OTHER_USER, PASSWORD);
    assert_eq!(visit.trouble(), Some(&Trouble::OtherAccount));
}

#[test]
fn the_same_customer_goes_on_after_a_reload() {
    let mut visit = Visit::new();
    visit.reach_review();
    visit.reload();
    visit.log_in();
    assert_eq!((visit.place(), visit.trouble()), (Step::Review, None));
    assert_eq!(visit.total(), 1_500);
}

#[test]
fn logging_out_ends_the_session_and_drops_the_draft() {
    let mut visit = Visit::new();
    visit.reach_review();
    visit.send(Msg::LogOut);
    assert_eq!(visit.shop.count("logon"), 1);
    assert!(visit.shop.last("logon").field("auth").is_some());
    assert!(is_guest(&visit, false) && visit.browser.draft.is_none());
    visit.reload();
    assert_eq!((visit.place(), visit.model.owner.clone()), (Step::Package, None));
    assert_eq!(visit.model.drafts.text(Field::Domain), "");
}

#[test]
fn forgetting_everything_removes_draft_key_and_session() {
    let mut visit = Visit::new();
    visit.reach_review();
    visit.send(Msg::ForgetEverything);
    assert!(visit.browser.kept.is_empty() && visit.browser.draft.is_none());
    assert!(is_guest(&visit, false));
    assert_eq!(visit.shop.count("logon"), 1);

    let mut guest = Visit::new();
    guest.reach_key();
    guest.send(Msg::ForgetEverything);
    assert!(guest.browser.kept.is_empty() && guest.browser.draft.is_none());
    assert_eq!((guest.place(), guest.shop.count("logon")), (Step::Package, 0));
}

#[test]
fn neither_log_out_nor_log_in_interrupts_a_payment_under_way() {
    for msg in [Msg::LogOut, Msg::StartOver, Msg::ForgetEverything, Msg::LogIn] {
        let mut visit = Visit::new();
        visit.reach_review();
        visit.shop.script("pay", Script::Late);
        visit.send(Msg::Order);
        visit.enter(Field::UserName, OTHER_USER);
        visit.send(Msg::PasswordEdited(Secret::new(PASSWORD.to_owned())));
        visit.send(msg.clone());
        visit.late_answers_arrive();
        assert_eq!(visit.place(), Step::Done, "{msg:?}");
        assert!(visit.order().is_some() && !visit.browser.holds_lock, "{msg:?}");
    }
}

#[test]
fn whoever_leaves_after_an_unclear_end_lets_the_lock_go() {
    let mut visit = Visit::new();
    visit.reach_review();
    visit.shop.script("pay", Script::Status(502));
    visit.send(Msg::Order);
    assert!(visit.unclear().is_some() && visit.browser.holds_lock);
    visit.shop.script("certificate", Script::SessionEnds);
    visit.time_passes(60_000);
    assert!(is_guest(&visit, true));
    visit.log_in_as(OTHER_USER, PASSWORD);
    assert_eq!(visit.trouble(), Some(&Trouble::OtherAccount));
    assert!(!visit.browser.holds_lock);
}

#[test]
fn starting_over_forgets_the_order_and_not_the_customer() {
    let mut visit = Visit::new();
    visit.reach_review();
    visit.send(Msg::StartOver);
    assert_eq!((visit.place(), &visit.model.drafts), (Step::Package, &Drafts::default()));
    assert!(visit.model.session_id().is_some() && visit.browser.kept.is_empty());
    assert!(!visit.browser.draft.as_ref().unwrap().text.contains("ann@example.org"));
    visit.reach_key();
    visit.save_key();
    visit.enter_contacts();
    visit.go_on();
    visit.approve("admin@example.com");
    let quote = visit.quote().unwrap();
    assert!(quote.other_rows.is_empty(), "the row of the order that was given up lies in the cart");
    assert_eq!(visit.shop.cart.len(), 1);
}
