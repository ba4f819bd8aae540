//! What is brought in place of a request, and requests that no authority takes.
use cert_order::domain::problem::{HostnameProblem, NotRequest, Problem};
use cert_order::domain::secret::Secret;
use cert_order::request::algorithm::KeyType;
use cert_order::request::{given, pem};
use cert_order::wizard::effect::Focus;
use cert_order::wizard::field::Field;
use cert_order::wizard::message::{Answer, Checked, Msg};
use cert_order::wizard::step::Step;
use cert_order::wizard::{restore, steps};

use crate::issue::certificate;
use crate::support::browser::{self, Port};
use crate::support::crypto::NativeKey;
use crate::support::requests;
use crate::support::shop::DV;
use crate::support::visit::Visit;

/// A visit at page "request", for an existing one.
fn at_request() -> Visit {
    let mut visit = Visit::new();
    visit.enter(Field::Package, DV);
    visit.enter(Field::Period, "12");
    visit.go_on();
    visit.bring("");
    visit
}

fn problems(visit: &Visit) -> Vec<Problem> {
    steps::errors(&visit.model, Step::Request).into_iter().map(|error| error.problem).collect()
}

fn good() -> String {
    requests::of(&["example.com"], "US")
}

#[test]
fn nothing_is_said_of_an_empty_field_before_it_is_needed() {
    let mut visit = at_request();
    assert!(visit.model.errors_shown.is_empty());
    visit.go_on();
    assert_eq!((visit.place(), problems(&visit)), (Step::Request, vec![Problem::Missing]));
    assert_eq!(visit.browser.focus, Some(Focus::Errors));
}

/// The audit looks for a line of the key after every message: in the model, the stored draft and every effect.
#[test]
fn a_private_key_is_wiped_and_said_in_whatever_form_it_comes() {
    for key_type in [KeyType::P256, KeyType::Rsa2048] {
        let key = NativeKey::make(key_type, 9);
        let file = browser::pem(&key).expose().to_owned();
        let lines: Vec<&str> = file.lines().collect();
        let body = lines[1..lines.len() - 1].concat();
        let half: String = lines[..=lines.len() / 2].join("\n");
        let bundle = format!("{}{file}", good());
        for text in [&file, &file.replace('\n', "\r\n"), &body, &half, &bundle, &file.replace("PRIVATE", "RSA PRIVATE")]
        {
            let mut visit = at_request();
            visit.browser.secrets.push(lines[lines.len() / 2].to_owned());
            visit.bring(&good());
            visit.send(Msg::RequestGiven(Secret::new(text.clone())));
            assert_eq!(problems(&visit), [Problem::NotRequest(NotRequest::PrivateKey)], "{text}");
            assert!(visit.model.existing.text.is_empty(), "the field is wiped");
            visit.send(Msg::RequestGiven(Secret::default()));
            assert_eq!(problems(&visit), [Problem::NotRequest(NotRequest::PrivateKey)], "the wiping says nothing new");
            assert_eq!(visit.model.drafts.text(Field::ExistingRequest), "");
            visit.go_on();
            visit.reload();
            assert_eq!((visit.place(), problems(&visit)), (Step::Request, vec![Problem::Missing]));
        }
        let utf16: Vec<u8> = std::iter::once(0xfeff).chain(file.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        let damaged = utf16[..utf16.len() - 1].to_vec();
        for bytes in [key.pkcs8(), file.as_bytes().to_vec(), utf16, damaged] {
            let mut visit = at_request();
            visit.browser.secrets.push(lines[lines.len() / 2].to_owned());
            visit.browser.file = bytes;
            visit.send(Msg::FileChosen);
            assert_eq!(problems(&visit), [Problem::NotRequest(NotRequest::PrivateKey)]);
            assert_eq!((visit.browser.focus, visit.model.existing.text.is_empty()), (Some(Focus::Errors), true));
        }
    }
}

/// Part of a key that cannot be told from other Base64 stays in the field alone.
#[test]
fn what_is_no_request_is_not_stored() {
    let file = browser::pem(&NativeKey::make(KeyType::Rsa2048, 9)).expose().to_owned();
    let lines: Vec<&str> = file.lines().collect();
    let mut visit = at_request();
    visit.browser.secrets.push(lines[4].to_owned());
    visit.send(Msg::RequestGiven(Secret::new(lines[3..8].join("\n"))));
    assert_eq!(problems(&visit), [Problem::NotRequest(NotRequest::Other)]);
    assert!(visit.model.errors_shown.contains(&Step::Request), "it is said at once");
    assert!(!restore::snapshot(&visit.model).contains(lines[4]));
}

#[test]
fn what_it_is_instead_is_said() {
    let good = good();
    let der = pem::decode(&good, "CERTIFICATE REQUEST").unwrap();
    let certificate = certificate(&NativeKey::make(KeyType::P256, 7));
    let public = pem::encode("PUBLIC KEY", &NativeKey::make(KeyType::P256, 1).subject_public_key_info());
    let long = format!("{good}{}", " ".repeat(given::LIMIT));
    let cut = good.get(..good.len() - 60).unwrap().to_owned();
    for (text, what) in [
        ("hello".to_owned(), NotRequest::Other),
        (certificate, NotRequest::Certificate),
        (public, NotRequest::PublicKey),
        (cut, NotRequest::Broken),
        (pem::encode("CERTIFICATE REQUEST", &der[..der.len() - 9]), NotRequest::Broken),
        (long, NotRequest::TooBig),
    ] {
        let mut visit = at_request();
        visit.send(Msg::RequestGiven(Secret::new(text)));
        assert_eq!(problems(&visit), [Problem::NotRequest(what)]);
        visit.go_on();
        assert_eq!(visit.place(), Step::Request);
        visit.bring(&good);
        visit.go_on();
        assert_eq!(visit.place(), Step::Contacts);
    }
}

#[test]
fn a_signature_that_does_not_verify_leads_back_and_nothing_is_sent() {
    let mut der = pem::decode(&good(), "CERTIFICATE REQUEST").unwrap();
    let at = der.windows(6).position(|part| part == b"Austin").unwrap();
    der[at] = b'O';
    let forged = pem::encode("CERTIFICATE REQUEST", &der);
    let mut visit = at_request();
    visit.bring(&forged);
    assert_eq!(problems(&visit), [Problem::BadSignature]);
    visit.go_on();
    assert_eq!(visit.place(), Step::Request);
    // The answer may come after the customer has gone on, and after a reload.
    visit.browser.checking = Port::Silent;
    visit.bring(&forged);
    visit.go_on();
    assert_eq!(visit.place(), Step::Contacts);
    visit.browser.checking = Port::Works;
    visit.reload();
    assert_eq!((visit.place(), problems(&visit)), (Step::Request, vec![Problem::BadSignature]));
    assert!(visit.model.errors_shown.contains(&Step::Request));
    assert_eq!(visit.shop.count("csr"), 0);
}

#[test]
fn the_late_check_of_an_earlier_request_says_nothing_of_a_later_one() {
    let mut visit = at_request();
    visit.browser.checking = Port::Silent;
    visit.bring(&good());
    let (first, _) = visit.unanswered.last().unwrap().clone();
    visit.bring(&requests::of(&["example.org"], "US"));
    let bad = Checked { fingerprint: None, verdict: cert_order::request::csr::Verdict::Bad };
    visit.send(Msg::Answered(first, Answer::Checked(bad)));
    assert!(visit.model.existing.checked.is_none() && problems(&visit).is_empty());
}

#[test]
fn a_file_that_is_read_late_does_not_replace_what_was_pasted_since() {
    let mut visit = at_request();
    visit.browser.reading = Port::Silent;
    visit.send(Msg::FileChosen);
    let (number, _) = visit.unanswered.last().unwrap().clone();
    visit.bring(&good());
    visit.send(Msg::Answered(number, Answer::FileRead(Ok(Secret::new("late".to_owned())))));
    assert_eq!(visit.model.existing.text.expose(), good());
}

#[test]
fn der_from_a_file_is_shown_in_pem() {
    let mut visit = at_request();
    visit.browser.file = pem::decode(&good(), "CERTIFICATE REQUEST").unwrap();
    visit.send(Msg::FileChosen);
    assert_eq!(visit.model.existing.text.expose(), good());
    visit.browser.reading = Port::Fails;
    visit.send(Msg::FileChosen);
    assert_eq!(problems(&visit), [Problem::NotRequest(NotRequest::Unreadable)]);
    assert_eq!(visit.model.existing.text.expose(), "");
}

/// What an editor on Windows saves as "Unicode".
#[test]
fn a_file_of_utf16_is_a_request_like_any_other() {
    let mut visit = at_request();
    visit.browser.file = std::iter::once(0xfeff).chain(good().encode_utf16()).flat_map(u16::to_le_bytes).collect();
    visit.send(Msg::FileChosen);
    assert_eq!((visit.model.existing.text.expose(), problems(&visit)), (good().as_str(), vec![]));
    visit.go_on();
    assert_eq!(visit.place(), Step::Contacts);
    // Cut within a letter, it is refused, and nothing of it stays.
    visit.send(Msg::Change(Step::Request));
    visit.browser.file.pop();
    visit.send(Msg::FileChosen);
    assert_eq!(problems(&visit), [Problem::NotRequest(NotRequest::Broken)]);
    assert_eq!(visit.model.existing.text.expose(), "");
}

#[test]
fn names_that_no_certificate_carries_are_named() {
    for (name, reason) in [
        ("my_shop.example.com", HostnameProblem::Underscore),
        ("192.0.2.1", HostnameProblem::IsIp),
        ("intranet", HostnameProblem::NoDot),
    ] {
        let mut visit = at_request();
        visit.bring(&requests::of(&["example.com", name], "US"));
        assert_eq!(problems(&visit), [Problem::RequestName(name.to_owned(), reason)]);
    }
}

#[test]
fn a_refusal_of_what_the_request_says_stands_at_the_request() {
    for (object, message) in [("csr", "Signed with SHA-1"), ("O", "Not this company"), ("CN", "Not this name")] {
        let mut visit = at_request();
        visit.shop.refuse("csr.next", "value", object, message);
        visit.bring(&good());
        visit.go_on();
        visit.log_in();
        assert_eq!((visit.place(), problems(&visit)), (Step::Request, vec![Problem::Billing(message.to_owned())]));
        visit.bring(&requests::with(&["example.com"], "US", 11, &[]));
        visit.go_on();
        assert_eq!(visit.place(), Step::Contacts, "{object}");
    }
}

#[test]
fn a_country_that_the_shop_does_not_list_is_said_of_the_request() {
    let mut visit = at_request();
    visit.bring(&requests::of(&["example.com"], "AQ"));
    visit.go_on();
    visit.log_in();
    assert_eq!((visit.place(), problems(&visit)), (Step::Request, vec![Problem::CountryNotOffered]));
}

#[test]
fn text_and_files_for_a_request_count_only_where_they_are_asked_for() {
    let mut visit = Visit::new();
    visit.browser.file = good().into_bytes();
    for msg in [Msg::RequestGiven(Secret::new(good())), Msg::FileChosen] {
        visit.send(msg);
        assert!(visit.model.existing.read.is_none());
    }
    visit.enter(Field::ExistingRequest, &good());
    assert_eq!(visit.model.drafts.text(Field::ExistingRequest), "");
}
