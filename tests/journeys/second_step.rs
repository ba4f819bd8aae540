//! The one-time code, logging in by the panel's cookie, and calls that are not permitted.
use cert_order::billing::error::{BillingError, ErrorKind};
use cert_order::billing::http::{Credentials, Pass, TransportError};
use cert_order::domain::problem::Problem;
use cert_order::domain::secret::Secret;
use cert_order::wizard::effect::Focus;
use cert_order::wizard::field::Field;
use cert_order::wizard::message::Msg;
use cert_order::wizard::model::{Session, Trouble};
use cert_order::wizard::session;
use cert_order::wizard::step::Step;
use cert_order::words::Speech;

use crate::support::shop::{CODE, CODE_USER, OTHER_USER, PASSWORD, Script, USER};
use crate::support::steps::DOMAIN;
use crate::support::visit::{Visit, by_the_panels_cookie};
use crate::support::wire::error;

/// As far as the page that asks for the code.
fn asked_for_the_code() -> Visit {
    let mut visit = Visit::new();
    visit.reach_key();
    visit.save_key();
    visit.log_in_as(CODE_USER, PASSWORD);
    visit
}

fn give_code(visit: &mut Visit, code: &str) {
    visit.send(Msg::CodeEdited(Secret::new(code.to_owned())));
    visit.send(Msg::LogIn);
}

fn problems(visit: &Visit) -> Vec<(Field, Problem)> {
    session::errors(&visit.model).into_iter().map(|error| (error.field, error.problem)).collect()
}

#[test]
fn an_account_with_a_second_step_is_asked_for_the_code_and_then_goes_on() {
    let mut visit = asked_for_the_code();
    assert!(session::is_asked(&visit.model) && !visit.model.log_in_tried);
    assert_eq!((visit.model.session_id(), &visit.model.password), (None, &Secret::default()));
    give_code(&mut visit, CODE);
    assert_eq!((visit.place(), visit.trouble()), (Step::Contacts, None));
    assert_eq!(visit.model.user().unwrap().login, CODE_USER);
    assert_eq!(visit.model.code, Secret::default());
    // The temporary session is of no further use: a new one came with the answer.
    let temporary = visit.shop.last("totp.confirm").field("auth").map(str::to_owned);
    assert_ne!(visit.shop.last("csr").field("auth").map(str::to_owned), temporary);
    assert_eq!(visit.shop.count("whoami"), 2);
}

#[test]
fn a_wrong_code_is_told_at_its_field_and_the_right_one_still_counts() {
    let mut visit = asked_for_the_code();
    visit.send(Msg::LogIn);
    assert_eq!(problems(&visit), [(Field::Code, Problem::Missing)]);
    give_code(&mut visit, "000000");
    assert_eq!(problems(&visit), [(Field::Code, Problem::WrongCode)]);
    assert!(visit.model.log_in_tried && visit.model.code.is_empty());
    assert_eq!((visit.browser.focus, visit.trouble()), (Some(Focus::Errors), None));
    visit.send(Msg::CodeEdited(Secret::new("3".to_owned())));
    assert_eq!(problems(&visit), []);
    give_code(&mut visit, CODE);
    assert_eq!(visit.place(), Step::Contacts);
    assert!(!session::is_asked(&visit.model));
}

#[test]
fn another_account_can_be_used_instead_of_giving_the_code() {
    let mut visit = asked_for_the_code();
    visit.shop.script("totp.confirm", Script::Late);
    give_code(&mut visit, CODE);
    visit.send(Msg::LogInAnew);
    assert_eq!(visit.model.session, Session::Guest { ended: false });
    assert!(visit.model.code.is_empty());
    visit.late_answers_arrive();
    assert_eq!(visit.model.session, Session::Guest { ended: false }, "a late answer logged someone in");
    visit.log_in();
    assert_eq!(visit.model.user().unwrap().login, USER);
}

#[test]
fn a_code_that_cannot_be_checked_can_be_given_again() {
    let mut visit = asked_for_the_code();
    visit.shop.script("totp.confirm", Script::Lost(TransportError::TimedOut));
    give_code(&mut visit, CODE);
    assert_eq!(visit.trouble(), Some(&Trouble::Billing(BillingError::TimedOut)));
    give_code(&mut visit, CODE);
    assert_eq!((visit.place(), session::is_asked(&visit.model)), (Step::Contacts, false));
}

#[test]
fn a_temporary_session_that_ends_leads_back_to_the_password() {
    let mut visit = asked_for_the_code();
    visit.shop.script("totp.confirm", Script::Answer(error("access", "", "")));
    give_code(&mut visit, CODE);
    assert_eq!(visit.model.session, Session::Guest { ended: true });
    visit.log_in();
    assert_eq!(visit.place(), Step::Contacts);
}

#[test]
fn each_reason_not_to_let_in_has_words_of_its_own_and_loses_nothing() {
    let mut said = Vec::new();
    for object in ["badpassword", "badip", "blocklogon", "blocked_ip", "blockgeoip", "captcha", "else"] {
        let mut visit = Visit::new();
        visit.reach_key();
        visit.save_key();
        visit.shop.refuse("auth", "auth", object, "In words of its own");
        visit.log_in();
        said.push(Speech::ENGLISH.trouble(visit.trouble().unwrap()).into_owned());
        assert_eq!(visit.model.drafts.text(Field::Domain), DOMAIN);
        visit.log_in();
        assert_eq!((visit.place(), visit.trouble()), (Step::Contacts, None), "{object}");
    }
    assert_eq!(said.pop().unwrap(), "The billing system says: In words of its own");
    said.sort();
    said.dedup();
    assert_eq!(said.len(), 6);
}

/// What each call of an order is refused with when the account may not do it.
const CALLS: [&str; 11] = [
    "csr",
    "csr.next",
    "basket",
    "param",
    "basket",
    "payment.add",
    "subaccount",
    "certificate",
    "basket",
    "pay",
    "certificate",
];

#[test]
fn what_an_account_may_not_do_is_said_in_words_without_a_log_in_or_a_circle() {
    for operation in CALLS.iter().take(10) {
        let mut visit = Visit::new();
        for _ in 0..40 {
            visit.shop.refuse(operation, "access", "", "Insufficient privileges");
        }
        visit.reach_contacts();
        visit.enter_contacts();
        visit.go_on();
        if visit.place() == Step::Validation {
            visit.approve("admin@example.com");
            visit.send(Msg::Order);
        }
        assert!(visit.model.session_id().is_some(), "{operation}: logged out");
        let is_access = |error: &BillingError| matches!(error, BillingError::Api(api) if api.kind == ErrorKind::Access);
        assert!(matches!(visit.trouble(), Some(Trouble::Billing(error)) if is_access(error)), "{operation}");
        assert_eq!(visit.browser.focus, Some(Focus::Errors), "{operation}");
        assert!(visit.shop.count(operation) <= 3, "{operation} is called again and again");
        assert_eq!(visit.shop.count("auth"), 1);
        assert!(visit.browser.draft.as_ref().unwrap().text.contains("ann@example.org"));
        assert!(visit.shop.payments.is_empty() && !visit.browser.holds_lock);
        let asked = visit.shop.count(operation);
        visit.send(Msg::Retry);
        assert!(visit.model.session_id().is_some() && visit.shop.count(operation) <= asked + 1);
    }
}

#[test]
fn a_doubt_that_cannot_be_cleared_up_can_be_tried_again() {
    let mut visit = Visit::new();
    visit.reach_validation();
    visit.shop.refuse("basket", "access", "", "");
    visit.shop.script("keepalive", Script::Status(502));
    visit.approve("admin@example.com");
    assert!(visit.model.session_id().is_some());
    assert_eq!(visit.trouble(), Some(&Trouble::Billing(BillingError::Status(502))));
    visit.send(Msg::Retry);
    assert_eq!(visit.total(), 1_500);
}

#[test]
fn no_call_is_made_while_it_is_in_doubt_whether_the_session_lives() {
    let mut visit = Visit::new();
    visit.reach_review();
    visit.shop.script("certificate", Script::SessionEnds);
    visit.shop.script("keepalive", Script::Late);
    visit.send(Msg::Order);
    assert!(session::is_doubted(&visit.model) && !session::is_asked(&visit.model));
    let count = visit.shop.calls.len();
    for msg in [Msg::Order, Msg::Retry, Msg::LogIn, Msg::LookAgain, Msg::CheckNow, Msg::Continue(Step::Review)] {
        visit.send(msg);
    }
    assert_eq!(visit.shop.calls.len(), count);
    visit.late_answers_arrive();
    assert!(session::is_asked(&visit.model) && visit.trouble().is_none());
    visit.log_in();
    assert_eq!(visit.total(), 1_500);
}

#[test]
fn a_session_that_ends_at_any_call_is_asked_for_and_the_order_goes_on_to_one_payment() {
    for (number, operation) in CALLS.iter().enumerate() {
        let mut visit = Visit::new();
        let nth = CALLS.iter().take(number).filter(|before| *before == operation).count();
        for _ in 0..nth {
            visit.shop.script(operation, Script::AsUsual);
        }
        visit.shop.script(operation, Script::SessionEnds);
        assert!(visit.persist().is_some(), "{operation} {nth}");
        if session::is_asked(&visit.model) {
            visit.log_in();
        }
        visit.time_passes(30_000);
        if session::is_asked(&visit.model) {
            visit.log_in();
        }
        assert_eq!(visit.place(), Step::Done, "{operation} {nth}");
        assert_eq!(visit.shop.payments.len(), 1, "{operation} {nth}");
        assert_eq!(visit.shop.count("auth"), 2, "{operation} {nth}");
    }
}

fn cookie_mode() -> Visit {
    Visit::with(by_the_panels_cookie())
}

#[test]
fn whoever_is_logged_in_to_the_panel_is_known_here_by_the_cookie_alone() {
    let mut visit = cookie_mode();
    visit.shop.panel = Some(USER);
    visit.reach_key();
    assert_eq!(visit.shop.calls.len(), 1, "only the prices are asked for before the customer is needed");
    visit.save_key();
    assert_eq!(visit.place(), Step::Contacts);
    assert_eq!(visit.model.user().unwrap().name, "Ann O'Neil");
    assert_eq!(visit.model.session_id(), Some(&Pass::Cookie));
    visit.enter_contacts();
    visit.go_on();
    visit.approve("admin@example.com");
    visit.send(Msg::Order);
    assert_eq!((visit.place(), visit.shop.payments.len()), (Step::Done, 1));
    let is_by_token = |name: &str| visit.shop.calls.iter().any(|call| call.field(name).is_some());
    assert!(!is_by_token("auth") && !is_by_token("password"));
    assert_eq!(visit.shop.credentials.first(), Some(&Credentials::Omit), "prices need no cookie");
    assert!(visit.shop.credentials.iter().skip(1).all(|credentials| *credentials == Credentials::SameOrigin));
}

#[test]
fn a_token_never_goes_with_a_cookie() {
    let mut visit = Visit::new();
    visit.shop.panel = Some(OTHER_USER);
    visit.reach_done();
    assert!(visit.shop.credentials.iter().all(|credentials| *credentials == Credentials::Omit));
}

#[test]
fn a_panel_that_knows_nobody_is_asked_again_when_the_customer_says_so() {
    let mut visit = cookie_mode();
    visit.reach_key();
    visit.save_key();
    assert_eq!((&visit.model.session, visit.trouble()), (&Session::Nobody, None));
    assert!(session::is_asked(&visit.model));
    visit.send(Msg::LogIn);
    assert_eq!(visit.trouble(), Some(&Trouble::NotLoggedIn));
    visit.shop.script("whoami", Script::Status(502));
    visit.send(Msg::LogIn);
    assert_eq!(visit.trouble(), Some(&Trouble::Billing(BillingError::Status(502))));
    assert_eq!(visit.shop.count("whoami"), 3, "nothing is asked without a press of the button");
    visit.shop.panel = Some(USER);
    visit.send(Msg::LogIn);
    assert_eq!((visit.place(), visit.trouble()), (Step::Contacts, None));
    assert!(!session::is_asked(&visit.model) && visit.shop.count("auth") == 0);
}

#[test]
fn a_session_of_the_panel_that_ends_is_asked_for_and_the_order_goes_on() {
    let mut visit = cookie_mode();
    visit.shop.panel = Some(USER);
    visit.reach_key();
    visit.save_key();
    visit.enter_contacts();
    visit.go_on();
    visit.shop.end_session();
    visit.approve("admin@example.com");
    assert_eq!((&visit.model.session, visit.place()), (&Session::Nobody, Step::Review));
    visit.shop.panel = Some(USER);
    visit.send(Msg::LogIn);
    assert_eq!(visit.total(), 1_500);
}

#[test]
fn someone_else_in_the_panel_starts_over_and_forgetting_leaves_the_panels_session() {
    let mut visit = cookie_mode();
    visit.shop.panel = Some(USER);
    visit.reach_key();
    visit.save_key();
    visit.shop.panel = Some(OTHER_USER);
    visit.reload();
    assert_eq!((visit.place(), visit.trouble()), (Step::Package, Some(&Trouble::OtherAccount)));
    visit.send(Msg::ForgetEverything);
    assert_eq!((visit.shop.count("logon"), visit.model.owner.as_deref()), (0, None));
}
