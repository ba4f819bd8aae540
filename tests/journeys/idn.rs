//! Names in letters of any alphabet: read by the browser, ordered by their A-labels, kept as they were typed.
use cert_order::domain::problem::{HostnameProblem as H, Problem as P};
use cert_order::domain::script::Script;
use cert_order::wizard::field::Field;
use cert_order::wizard::message::{Answer, Msg};
use cert_order::wizard::name_notes::{Note, notes};
use cert_order::wizard::remedy::{Remedy, remedies};
use cert_order::wizard::step::Step;
use cert_order::wizard::steps::{self, subject};
use cert_order::words::{Speech, Text};

use crate::support::browser::Port;
use crate::support::requests;
use crate::support::shop::{DV, MULTI, WILDCARD};
use crate::support::steps::DOMAIN;
use crate::support::visit::Visit;

const TYPED: &str = "Müller.de";
const JAPANESE: &str = "東京タワーx.jp stands in the certificate as xn--x-1fuyg1b378u9b5a.jp";
const WIRE: &str = "xn--mller-kva.de";

/// On page "subject" with this package.
fn at_subject(package: &str) -> Visit {
    let mut visit = Visit::new();
    visit.choose(package);
    visit
}

fn problems(visit: &Visit, field: Field) -> Vec<P> {
    let errors = steps::errors(&visit.model, Step::Subject).into_iter();
    errors.filter(|error| error.field == field).map(|error| error.problem).collect()
}

fn wrong(reason: H) -> Vec<P> {
    vec![P::Hostname(reason)]
}

#[test]
fn an_order_names_by_a_labels_what_was_typed_in_other_letters() {
    let mut visit = at_subject(MULTI);
    visit.enter(Field::FurtherNames, "*.müller.de, ПРИМЕР.рф münchen.example.org xn--fa-hia.de");
    visit.name(TYPED);
    assert_eq!(visit.place(), Step::Key);
    visit.save_key();
    visit.log_in();
    visit.enter_contacts();
    visit.go_on();
    assert_eq!(visit.place(), Step::Validation);
    let sent = visit.shop.last("csr.next");
    let further = ["*.xn--mller-kva.de", "xn--e1afmkfd.xn--p1ai", "xn--mnchen-3ya.example.org", "xn--fa-hia.de"];
    assert_eq!(sent.field("CN"), Some(WIRE));
    assert_eq!(sent.field("altname").unwrap().split_whitespace().collect::<Vec<_>>(), further);
    let names = cert_order::request::given::read(visit.csr()).unwrap();
    assert_eq!(names.all_names(), [&[WIRE][..], &further].concat());
    assert_eq!(visit.model.drafts.text(Field::Domain), TYPED, "what was typed stays");
    assert!(visit.browser.draft.unwrap().text.contains(TYPED));
}

#[test]
fn after_a_reload_the_place_does_not_wait_for_the_browser_to_read_the_names() {
    let mut visit = at_subject(DV);
    visit.name("faß.de");
    visit.save_key();
    visit.log_in();
    visit.enter_contacts();
    visit.go_on();
    visit.approve("admin@xn--fa-hia.de");
    assert_eq!(visit.place(), Step::Review);
    visit.browser.naming = Port::Silent;
    visit.reload();
    visit.log_in();
    assert_eq!(visit.place(), Step::Review);
    let (number, _) = visit.unanswered.pop().unwrap();
    visit.send(Msg::Answered(number, Answer::Ascii(vec![Some("xn--fa-hia.de".to_owned())])));
    assert_eq!(visit.place(), Step::Review);
    visit.send(Msg::Order);
    assert_eq!(visit.shop.certificates[0].domain, "xn--fa-hia.de");
}

#[test]
fn a_browser_that_reads_a_name_in_another_way_than_before_makes_the_request_void() {
    let mut visit = at_subject(DV);
    visit.name("faß.de");
    let draft = visit.browser.draft.as_mut().unwrap();
    draft.text = draft.text.replace(r#""ascii":"xn--fa-hia.de""#, r#""ascii":"fass.de""#);
    visit.save_key();
    let text = visit.browser.draft.clone().unwrap().text;
    visit.browser.draft.as_mut().unwrap().text = text.replace(r#""ascii":"xn--fa-hia.de""#, r#""ascii":"fass.de""#);
    visit.reload();
    visit.send(Msg::AddressChanged(Some(Step::Key)));
    let request = cert_order::request::given::read(visit.csr()).unwrap();
    assert_eq!(request.all_names(), ["xn--fa-hia.de"]);
    assert_eq!(subject::names(&visit.model), ["xn--fa-hia.de"]);
}

#[test]
fn until_the_browser_answers_nothing_is_made_and_nothing_typed_is_lost() {
    let mut visit = at_subject(DV);
    visit.browser.naming = Port::Silent;
    visit.name(TYPED);
    assert_eq!((visit.place(), problems(&visit, Field::Domain)), (Step::Subject, wrong(H::Unread)));
    assert!(visit.browser.made.is_empty());
    let (first, _) = visit.unanswered.pop().unwrap();
    visit.enter(Field::Domain, "пример.рф");
    // The answer to what was typed before comes too late.
    visit.send(Msg::Answered(first, Answer::Ascii(vec![Some(WIRE.to_owned())])));
    assert_eq!(problems(&visit, Field::Domain), wrong(H::Unread));
    let (second, _) = visit.unanswered.pop().unwrap();
    visit.send(Msg::Answered(second, Answer::Ascii(vec![Some("xn--e1afmkfd.xn--p1ai".to_owned())])));
    assert_eq!(problems(&visit, Field::Domain), []);
    visit.go_on();
    assert_eq!(visit.place(), Step::Key);
    assert_eq!(subject::names(&visit.model), ["xn--e1afmkfd.xn--p1ai"]);
}

#[test]
fn what_the_browser_does_not_take_or_gives_back_as_no_name_is_refused() {
    let mut visit = at_subject(DV);
    visit.browser.naming = Port::Fails;
    visit.enter(Field::Domain, TYPED);
    assert_eq!(problems(&visit, Field::Domain), wrong(H::NotIdn));
    visit.browser.naming = Port::Silent;
    for (typed, answer, problem) in [
        ("ü_x.de", "xn--_x-wka.de", H::Underscore),
        ("１.２.３.４ü.de", "1.2.3.4", H::IsIp),
        ("ö.de", "%2a.de", H::BadCharacter),
        ("ü.example", "xn--tda.example", H::NotPublic),
        ("ü.de", "xn--tda.de.", H::TrailingDot),
        ("ä.de", &format!("{}.de", "a".repeat(64)), H::TooLong),
    ] {
        visit.enter(Field::Domain, typed);
        if let Some((number, _)) = visit.unanswered.pop() {
            visit.send(Msg::Answered(number, Answer::Ascii(vec![Some(answer.to_owned())])));
        }
        assert_eq!(problems(&visit, Field::Domain), wrong(problem), "{typed} {answer}");
        visit.enter(Field::Domain, "");
    }
}

#[test]
fn an_a_label_that_was_typed_must_be_the_one_of_its_letters() {
    let mut visit = at_subject(DV);
    // The last stands for a capital letter, which no name has; the one before for nothing.
    let capital = format!("xn--{}.de", idna::punycode::encode_str("mÜller").unwrap());
    for (typed, problem) in [
        (WIRE, None),
        ("xn--mller-kva.müller.de", None),
        ("XN--MLLER-KVA.de", None),
        ("xn--abc.de", Some(H::NotIdn)),
        (&capital, Some(H::NotIdn)),
        ("xn----eha.de", Some(H::Hyphen)),
        ("-ü.de", Some(H::Hyphen)),
    ] {
        visit.enter(Field::Domain, typed);
        assert_eq!(problems(&visit, Field::Domain), problem.map_or(vec![], wrong), "{typed}");
    }
}

#[test]
fn both_forms_and_what_may_deceive_are_said_while_a_name_is_typed() {
    let mut visit = at_subject(MULTI);
    let said = |visit: &Visit, field| -> Vec<String> {
        notes(&visit.model, field).into_iter().map(|note| Speech::ENGLISH.note(&note).into_owned()).collect()
    };
    for (typed, expected) in [
        ("example.com", &[][..]),
        ("*.Müller.de", &["*.müller.de stands in the certificate as *.xn--mller-kva.de"]),
        (WIRE, &["müller.de stands in the certificate as xn--mller-kva.de"]),
        ("пример.рф", &["пример.рф stands in the certificate as xn--e1afmkfd.xn--p1ai"]),
        ("東京タワーx.jp", &[JAPANESE]),
        (
            "pаypal.com",
            &[
                "“pаypal” mixes alphabets: Latin pyal, Cyrillic а. Some letters only look alike: check that this is the name you mean.",
                "pаypal.com stands in the certificate as xn--pypal-4ve.com",
            ],
        ),
        (
            "аррӏе.com",
            &[
                "“аррӏе.com” looks like “apple.com”, but its letters are Cyrillic. Check that this is the name you mean.",
                "аррӏе.com stands in the certificate as xn--80ak6aa92e.com",
            ],
        ),
        // All of its letters look like Latin ones, but its ending does not.
        ("рос.рф", &["рос.рф stands in the certificate as xn--n1ade.xn--p1ai"]),
    ] {
        visit.enter(Field::Domain, typed);
        assert_eq!(said(&visit, Field::Domain), expected, "{typed}");
    }
}

#[test]
fn names_that_were_typed_more_than_once_are_said_and_letters_of_further_names_too() {
    let mut visit = at_subject(MULTI);
    visit.enter(Field::Domain, TYPED);
    visit.enter(
        Field::FurtherNames,
        "www.müller.de xn--mller-kva.de WWW.müller.de a.example.com a.example.com b.example.com",
    );
    let folded = Note::Folded(["müller.de", "www.müller.de", "a.example.com"].map(str::to_owned).to_vec());
    assert_eq!(notes(&visit.model, Field::FurtherNames).last(), Some(&folded));
    assert_eq!(
        Speech::ENGLISH.note(&folded),
        "Entered more than once, ordered once: müller.de, www.müller.de, a.example.com."
    );
    let warning =
        Note::Mixed("зα".to_owned(), vec![(Script::Cyrillic, "з".to_owned()), (Script::Greek, "α".to_owned())]);
    visit.enter(Field::FurtherNames, "зα.com");
    assert_eq!(notes(&visit.model, Field::FurtherNames)[0], warning);
}

#[test]
fn names_are_shown_in_both_forms_and_alone_where_they_are_the_same() {
    for (ascii, shown) in
        [(WIRE, "müller.de (xn--mller-kva.de)"), (DOMAIN, "example.com"), ("xn--abc-.de", "xn--abc-.de")]
    {
        assert_eq!(Speech::ENGLISH.text(Text::BothForms(ascii.to_owned())), shown);
    }
}

#[test]
fn www_and_an_asterisk_are_offered_in_the_letters_of_the_name() {
    let mut visit = at_subject(WILDCARD);
    visit.enter(Field::Domain, TYPED);
    assert_eq!(remedies(&visit.model, Field::Domain)[0], Remedy::UseName("*.müller.de".to_owned()));
    visit.enter(Field::Package, MULTI);
    let name = cert_order::wizard::names::www(&visit.model).unwrap().name;
    assert_eq!(Speech::ENGLISH.text(Text::AlsoProtect(name.clone())), "Also protect www.müller.de");
    visit.send(Msg::Apply(Field::FurtherNames, Remedy::AddName(name.clone())));
    assert_eq!(visit.model.drafts.text(Field::FurtherNames), "www.müller.de");
    assert!(cert_order::wizard::names::www(&visit.model).unwrap().is_on);
    visit.send(Msg::Apply(Field::FurtherNames, Remedy::DropName(name)));
    assert_eq!(visit.model.drafts.text(Field::FurtherNames), "");
}

#[test]
fn what_was_pasted_instead_of_a_name_becomes_the_name_by_one_press() {
    for (typed, reason, name) in [
        ("https://Example.com/x?y#z", H::IsAddress, "example.com"),
        ("http://me:secret@example.com:8443/", H::IsAddress, "example.com"),
        ("example.com:443", H::IsAddress, "example.com"),
        ("example.com/path", H::IsAddress, "example.com"),
        ("ann@example.com", H::IsEmail, "example.com"),
        ("mailto:ann@müller.de", H::IsEmail, "müller.de"),
        ("example.com.", H::TrailingDot, "example.com"),
    ] {
        let mut visit = at_subject(MULTI);
        visit.enter(Field::Domain, typed);
        assert_eq!(problems(&visit, Field::Domain), wrong(reason), "{typed}");
        let offered = remedies(&visit.model, Field::Domain);
        assert_eq!(offered, [Remedy::UseName(name.to_owned())], "{typed}");
        visit.send(Msg::Apply(Field::Domain, offered[0].clone()));
        assert_eq!((visit.model.drafts.text(Field::Domain), problems(&visit, Field::Domain)), (name, vec![]));

        visit.enter(Field::FurtherNames, &format!("a.example.com {typed}"));
        let offered = remedies(&visit.model, Field::FurtherNames);
        assert_eq!(offered, [Remedy::UseInstead(typed.to_owned(), name.to_owned())], "{typed}");
        visit.send(Msg::Apply(Field::FurtherNames, offered[0].clone()));
        assert_eq!(visit.model.drafts.text(Field::FurtherNames), format!("a.example.com\n{name}"));
    }
    let mut visit = at_subject(MULTI);
    for typed in ["https://", "https://localhost/", "ann@", "http://[::1]/", "192.0.2.1:80", "."] {
        visit.enter(Field::Domain, typed);
        assert_eq!(remedies(&visit.model, Field::Domain), [], "{typed}");
    }
}

#[test]
fn each_wrong_name_is_told_by_name_and_how_many_more_there_are() {
    let mut visit = at_subject(MULTI);
    visit.enter(Field::Domain, DOMAIN);
    let named = |word: &str, reason| P::Name(word.to_owned(), Box::new(P::Hostname(reason)));
    visit.enter(Field::FurtherNames, "a.example.com a_b.example.com\nlocalhost, b.example.com;-x.example.com");
    let problems_now = problems(&visit, Field::FurtherNames);
    let expected =
        [named("a_b.example.com", H::Underscore), named("localhost", H::NoDot), named("-x.example.com", H::Hyphen)];
    assert_eq!(problems_now, expected);
    assert_eq!(
        Speech::ENGLISH.problem(Field::FurtherNames, &expected[1]),
        "“localhost”: Enter the full name with its ending, such as example.com"
    );
    visit.enter(Field::FurtherNames, "a b c d e f g");
    let problems_now = problems(&visit, Field::FurtherNames);
    assert_eq!((problems_now.len(), &problems_now[5]), (6, &P::MoreNames(2)));
    visit.enter(Field::FurtherNames, &"x".repeat(300));
    let shown = format!("{}…", "x".repeat(64));
    assert_eq!(problems(&visit, Field::FurtherNames), [named(&shown, H::NoDot)]);
    let mut visit = at_subject(DV);
    visit.enter(Field::FurtherNames, "*.example.com");
    let not_sold = P::Name("*.example.com".to_owned(), Box::new(P::WildcardNotSold));
    assert_eq!(problems(&visit, Field::FurtherNames), [not_sold]);
}

#[test]
fn the_limit_of_names_is_the_packages_where_it_tells_one_and_else_that_of_a_request() {
    let names = |count: usize| (1..=count).map(|i| format!("n{i}.example.com")).collect::<Vec<_>>().join(" ");
    let mut visit = at_subject(MULTI);
    visit.enter(Field::Domain, DOMAIN);
    visit.enter(Field::FurtherNames, &names(4));
    assert_eq!(problems(&visit, Field::FurtherNames), []);
    visit.enter(Field::FurtherNames, &names(6));
    let too_many = P::TooManyNames { limit: 5, entered: 7, of_package: true };
    assert_eq!(problems(&visit, Field::FurtherNames), std::slice::from_ref(&too_many));
    assert_eq!(
        Speech::ENGLISH.problem(Field::FurtherNames, &too_many),
        "This package takes at most 5 names, the domain among them; you have 7. Remove 2"
    );
    visit.enter(Field::Package, DV);
    visit.enter(Field::FurtherNames, &names(99));
    assert_eq!(problems(&visit, Field::FurtherNames), []);
    for (count, entered) in [(100, 101), (1_500, 1_501)] {
        visit.enter(Field::FurtherNames, &names(count));
        let too_many = P::TooManyNames { limit: 100, entered, of_package: false };
        assert_eq!(problems(&visit, Field::FurtherNames), [too_many]);
    }
    let doubles = "a.example.com\n".repeat(300);
    visit.enter(Field::FurtherNames, &doubles);
    assert_eq!(problems(&visit, Field::FurtherNames), [], "a name that is there many times is one name");
}

#[test]
fn an_existing_request_is_held_to_the_limit_of_the_package_and_shows_its_names_in_both_forms() {
    let mut visit = Visit::new();
    visit.enter(Field::Package, MULTI);
    visit.enter(Field::Period, "12");
    visit.go_on();
    let names = [WIRE, "a.example.com", "b.example.com", "c.example.com", "d.example.com", "e.example.com"];
    visit.bring(&requests::of(&names, "US"));
    let errors = steps::errors(&visit.model, Step::Request);
    let too_many = P::TooManyNames { limit: 5, entered: 6, of_package: true };
    assert_eq!((errors.len(), &errors[0].problem), (1, &too_many));
    assert_eq!(
        Speech::ENGLISH.problem(Field::ExistingRequest, &too_many),
        "This package takes at most 5 names, the domain among them; the request has 6. Make a request with fewer, or choose another package"
    );
    visit.bring(&requests::of(&names[..5], "US"));
    visit.go_on();
    assert_eq!(visit.place(), Step::Contacts, "the browser is not asked about what the request says");
    assert_eq!(subject::names(&visit.model), names[..5]);
}
