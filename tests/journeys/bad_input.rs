//! What each field takes, what it refuses and why; and that nothing typed is lost by it.
use cert_order::domain::problem::{HostnameProblem as H, Problem as P};
use cert_order::domain::secret::Secret;
use cert_order::wizard::field::{ContactField as C, Field as F, OrgField as O, Who};
use cert_order::wizard::log_in;
use cert_order::wizard::message::Msg;
use cert_order::wizard::step::Step;
use cert_order::wizard::steps;

use crate::support::shop::{CODE, CODE_USER, DV, PASSWORD};
use crate::support::steps::DOMAIN;
use crate::support::visit::Visit;

/// What one input comes to.
type Row = (&'static str, Result<(), P>);

const ADMIN: fn(C) -> F = |field| F::Contact(Who::Admin, field);

/// What every line of text refuses, in whatever field it stands.
fn line_rows() -> Vec<Row> {
    vec![
        ("Ann\u{0}", Err(P::ControlCharacter)),
        ("two\nlines", Err(P::ControlCharacter)),
        ("a\u{202e}b", Err(P::ControlCharacter)),
        ("a\u{200f}b", Err(P::ControlCharacter)),
        ("zero\u{200b}width", Err(P::ControlCharacter)),
        ("<script>alert(1)</script>", Err(P::Markup)),
        ("Ann 🙂", Err(P::Emoji)),
        ("\u{410}nn", Err(P::Lookalike)),
        ("  blanks   around ", Ok(())),
        ("O'Neil & Sons, Ltd.", Ok(())),
    ]
}

fn email_rows() -> Vec<Row> {
    let wrong = || Err(P::Email);
    vec![
        ("ann", wrong()),
        ("ann@", wrong()),
        ("ann@example.com\u{202e}", wrong()),
        ("ann@ex\u{430}mple.com", wrong()),
        ("Ann <ann@example.com>", wrong()),
        ("ann@example.com, bob@example.com", wrong()),
        ("🙂@example.com", wrong()),
        ("ann\n@example.com", wrong()),
        ("a.n+n@Mail.Example.com ", Ok(())),
    ]
}

fn phone_rows() -> Vec<Row> {
    let wrong = || Err(P::Phone);
    vec![
        ("call me", wrong()),
        ("12345", wrong()),
        ("+7 495 000-00-00 ext. 3", wrong()),
        ("７４９５００００００００", wrong()),
        ("+7\u{202e}4950000000", wrong()),
        ("<b>+74950000000</b>", wrong()),
        ("☎ 74950000000", wrong()),
        ("74950000000", Ok(())),
        ("+7 (495) 000-00-00", Ok(())),
        ("0049 30 1234567", Ok(())),
    ]
}

/// For the subject, which takes Latin letters only.
fn latin_rows() -> Vec<Row> {
    let mut rows = line_rows();
    rows.extend([
        ("Köln", Err(P::NotLatin { letter: 'ö', can_be_written: true })),
        ("Москва", Err(P::NotLatin { letter: 'М', can_be_written: true })),
        ("東京", Err(P::NotLatin { letter: '東', can_be_written: false })),
        ("-", Err(P::Filler)),
        (".", Err(P::Filler)),
        ("n/a", Err(P::Filler)),
        ("None", Err(P::Filler)),
    ]);
    rows
}

fn name_rows() -> Vec<Row> {
    let mut rows = line_rows();
    rows.extend([("Анна-Мария", Ok(())), ("王小明", Ok(())), ("Søren", Ok(()))]);
    rows
}

fn hostname_rows() -> Vec<Row> {
    let wrong = |reason| Err(P::Hostname(reason));
    vec![
        ("https://example.com/", wrong(H::IsAddress)),
        ("ann@example.com", wrong(H::IsEmail)),
        ("192.0.2.1", wrong(H::IsIp)),
        ("localhost", wrong(H::NoDot)),
        ("example..com", wrong(H::EmptyLabel)),
        ("foo_bar.example.com", wrong(H::Underscore)),
        ("example.com.", wrong(H::TrailingDot)),
        ("example\u{202e}.com", wrong(H::NotIdn)),
        ("xn--a.example.com", wrong(H::NotIdn)),
        ("xn--fa-abc.de", wrong(H::NotIdn)),
        ("*.com", wrong(H::PublicSuffix)),
        ("ex\u{430}mple.com", Ok(())),
        ("müller.de", Ok(())),
        ("пример。рф", Ok(())),
        ("<b>.example.com", wrong(H::BadCharacter)),
        ("a\u{0}.example.com", wrong(H::BadCharacter)),
        ("-a.example.com", wrong(H::Hyphen)),
        ("a.*.example.com", wrong(H::Wildcard)),
        ("printer.local", wrong(H::NotPublic)),
        (" Shop.EXAMPLE.com ", Ok(())),
        ("xn--mller-kva.de", Ok(())),
    ]
}

/// Types each input into `field` of the page shown: the error is the one expected, and the text stays as it was typed.
fn refuses(visit: &mut Visit, field: F, rows: Vec<Row>) {
    for (input, expected) in rows {
        visit.enter(field, input);
        let errors = steps::errors(&visit.model, visit.place());
        let found = errors.iter().find(|error| error.field == field).map(|error| match error.problem.clone() {
            // One of several names.
            P::Name(_, inner) => *inner,
            problem => problem,
        });
        assert_eq!(found, expected.err(), "{field:?}: {input:?}");
        assert_eq!(visit.model.drafts.text(field), input, "{field:?} keeps what was typed");
    }
}

/// Ten megabytes: refused for their length, kept in the page, not stored, and nothing else is lost by them.
fn survives_a_large_paste(visit: &mut Visit, field: F, letter: &str) {
    let pasted = letter.repeat(10 * 1024 * 1024);
    visit.enter(field, &pasted);
    let errors = steps::errors(&visit.model, visit.place());
    assert!(errors.iter().any(|error| error.field == field), "{field:?} refuses ten megabytes");
    assert_eq!(visit.model.drafts.text(field).len(), pasted.len());
    let stored = visit.browser.draft.clone().unwrap().text;
    assert!(stored.len() < 100_000, "{field:?}: {} bytes are stored", stored.len());
    assert!(stored.contains(visit.model.drafts.text(F::Package)));
    visit.enter(field, "");
}

fn limited(visit: &mut Visit, field: F, limit: usize) {
    let fits: String = "a".repeat(limit);
    for (input, expected) in [(fits.clone(), None), (fits + "a", Some(P::TooLong { limit, count: limit + 1 }))] {
        visit.enter(field, &input);
        let errors = steps::errors(&visit.model, visit.place());
        let found = errors.into_iter().find(|error| error.field == field).map(|error| error.problem);
        assert_eq!(found, expected, "{field:?} with {} characters", input.len());
    }
}

#[test]
fn the_promotion_code_takes_a_line_or_nothing() {
    let mut visit = Visit::new();
    visit.enter(F::Package, DV);
    visit.enter(F::Period, "12");
    refuses(&mut visit, F::PromotionCode, line_rows());
    limited(&mut visit, F::PromotionCode, 64);
    refuses(&mut visit, F::PromotionCode, vec![("", Ok(())), ("   ", Ok(()))]);
    survives_a_large_paste(&mut visit, F::PromotionCode, "x");
}

#[test]
fn each_field_of_the_subject_takes_what_a_certificate_may_carry() {
    let mut visit = Visit::new();
    visit.choose(DV);
    for (field, limit) in [(F::State, 128), (F::City, 128), (F::Company, 64)] {
        refuses(&mut visit, field, latin_rows());
        refuses(&mut visit, field, vec![("", Err(P::Missing)), (" \t", Err(P::Missing))]);
        limited(&mut visit, field, limit);
        survives_a_large_paste(&mut visit, field, "я");
        visit.enter(field, "Example");
    }
    refuses(&mut visit, F::CompanyUnit, latin_rows());
    refuses(&mut visit, F::CompanyUnit, vec![("", Ok(()))]);
    limited(&mut visit, F::CompanyUnit, 64);
    refuses(&mut visit, F::SubjectEmail, email_rows());
    refuses(&mut visit, F::SubjectEmail, vec![("", Ok(()))]);
    survives_a_large_paste(&mut visit, F::SubjectEmail, "a");
    refuses(&mut visit, F::Country, vec![("", Err(P::Missing)), ("XX", Err(P::Country)), ("us", Ok(()))]);
}

#[test]
fn the_names_are_host_names_that_are_sold() {
    let mut visit = Visit::new();
    visit.choose(DV);
    for field in [F::Domain, F::FurtherNames] {
        refuses(&mut visit, field, hostname_rows());
        survives_a_large_paste(&mut visit, field, "a");
        visit.enter(field, "");
    }
    refuses(&mut visit, F::Domain, vec![("", Err(P::Missing)), (DOMAIN, Ok(()))]);
    refuses(&mut visit, F::FurtherNames, vec![("", Ok(())), ("a.example.com, b.example.com\nc.example.com", Ok(()))]);
}

#[test]
fn each_field_of_both_contacts_takes_names_in_any_script() {
    let mut visit = Visit::new();
    visit.reach_contacts();
    for who in [Who::Admin, Who::Tech] {
        for field in [C::FirstName, C::LastName, C::JobTitle] {
            let field = F::Contact(who, field);
            refuses(&mut visit, field, name_rows());
            refuses(&mut visit, field, vec![("", Err(P::Missing))]);
            limited(&mut visit, field, 64);
            survives_a_large_paste(&mut visit, field, "я");
            visit.enter(field, "Ann");
        }
        refuses(&mut visit, F::Contact(who, C::Email), email_rows());
        refuses(&mut visit, F::Contact(who, C::Phone), phone_rows());
        for field in [C::Email, C::Phone] {
            refuses(&mut visit, F::Contact(who, field), vec![("", Err(P::Missing))]);
            survives_a_large_paste(&mut visit, F::Contact(who, field), "1");
        }
    }
    assert_eq!(visit.model.drafts.text(ADMIN(C::FirstName)), "Ann");
}

#[test]
fn each_field_of_the_organization_takes_names_in_any_script() {
    let mut visit = Visit::new();
    visit.reach_organization();
    for field in [O::Name, O::State, O::City, O::Address] {
        refuses(&mut visit, F::Org(field), name_rows());
        refuses(&mut visit, F::Org(field), vec![("", Err(P::Missing))]);
        survives_a_large_paste(&mut visit, F::Org(field), "я");
        visit.enter(F::Org(field), "Example");
    }
    refuses(&mut visit, F::Org(O::Postcode), line_rows());
    refuses(&mut visit, F::Org(O::Postcode), vec![("", Ok(())), ("SW1A 1AA", Ok(()))]);
    refuses(&mut visit, F::Org(O::Phone), phone_rows());
    refuses(&mut visit, F::Org(O::Country), vec![("", Err(P::Missing)), ("XX", Err(P::Country)), ("US", Ok(()))]);
}

#[test]
fn the_log_in_takes_whatever_a_name_or_a_password_may_be() {
    let mut visit = Visit::new();
    visit.reach_key();
    visit.save_key();
    let long = "a".repeat(1_001);
    let huge = "x".repeat(10 * 1024 * 1024);
    let too_long = |text: &String| Some(P::TooLong { limit: 1_000, count: text.len() });
    for (text, expected) in [
        ("ann", None),
        ("  анна@пример.рф ", None),
        ("a<b>\u{202e}c", None),
        ("😀", None),
        (&long[..1_000], None),
        ("", Some(P::Missing)),
        ("a\u{0}b", Some(P::ControlCharacter)),
        ("a\nb", Some(P::ControlCharacter)),
        (&long, too_long(&long)),
        (&huge, too_long(&huge)),
    ] {
        for field in [F::UserName, F::Password] {
            let calls = visit.shop.count("auth");
            let (name, password) = if field == F::UserName { (text, "right") } else { ("ann", text) };
            visit.log_in_as(name, password);
            let problem = log_in::errors(&visit.model).into_iter().find(|error| error.field == field);
            assert_eq!(problem.map(|error| error.problem), expected, "{field:?}");
            assert_eq!(visit.shop.count("auth") - calls, usize::from(expected.is_none()), "{field:?}");
            assert_eq!(
                (visit.model.user_name.as_str(), visit.place()),
                (name, Step::Contacts),
                "nothing typed is lost"
            );
        }
    }
    visit.log_in();
    assert!(visit.model.pass().is_some());
}

#[test]
fn the_one_time_code_takes_whatever_may_be_one() {
    let mut visit = Visit::new();
    visit.reach_key();
    visit.save_key();
    visit.log_in_as(CODE_USER, PASSWORD);
    for (code, expected) in [
        (String::new(), P::Missing),
        ("12\u{7}34".to_owned(), P::ControlCharacter),
        ("1".repeat(10 * 1024 * 1024), P::TooLong { limit: 1_000, count: 10 * 1024 * 1024 }),
    ] {
        visit.send(Msg::CodeEdited(Secret::new(code)));
        visit.send(Msg::LogIn);
        let problems: Vec<_> = log_in::errors(&visit.model).into_iter().map(|error| error.problem).collect();
        assert_eq!(problems, [expected]);
    }
    visit.send(Msg::CodeEdited(Secret::new(CODE.to_owned())));
    visit.send(Msg::LogIn);
    assert!(visit.model.user().is_some());
}
