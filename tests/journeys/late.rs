//! Answers that nobody waits for, and messages at the wrong moment, change nothing.
use cert_order::billing::http::HttpResponse;
use cert_order::domain::secret::Secret;
use cert_order::request::algorithm::KeyType;
use cert_order::request::fingerprint::Fingerprint;
use cert_order::wizard::effect::{Effect, Question};
use cert_order::wizard::field::Field;
use cert_order::wizard::keys::{KeyState, RequestState};
use cert_order::wizard::message::{Answer, MadeKey, Msg};
use cert_order::wizard::model::{Loading, Model};
use cert_order::wizard::order_form::Discovery;
use cert_order::wizard::restore;
use cert_order::wizard::step::Step;
use cert_order::wizard::update::update;

use crate::support::browser::Port;
use crate::support::shop::{DV, Script};
use crate::support::steps::DOMAIN;
use crate::support::visit::{Visit, configured};
use crate::support::wire::doc;

/// Everything of the state but the numbering of questions.
fn shown(model: &Model) -> String {
    let text = format!("{model:?}");
    text.split(", last_question:").next().unwrap_or_default().to_owned()
}

fn answers() -> Vec<Answer> {
    let reply = |status, body: &str| Answer::Http(Ok(HttpResponse { status, body: body.to_owned() }));
    vec![
        reply(
            200,
            &doc("payment.add.method", serde_json::json!({"payment_id": {"$": "1"}, "ok": {"$": "func=order"}})),
        ),
        reply(200, "{}"),
        reply(500, ""),
        Answer::KeyMade(Some(MadeKey { subject_public_key_info: vec![0x30, 0], fingerprint: Fingerprint([7; 32]) })),
        Answer::Signed(Some(vec![1; 64])),
        Answer::Revealed(Some(Secret::new("-----BEGIN PRIVATE KEY-----".to_owned()))),
        Answer::Done(true),
        Answer::Done(false),
    ]
}

#[test]
fn an_answer_with_an_unknown_number_changes_nothing_at_any_time() {
    let stages: [fn(&mut Visit); 6] = [
        |_| (),
        Visit::reach_key,
        Visit::reach_contacts,
        Visit::reach_validation,
        Visit::reach_review,
        Visit::reach_done,
    ];
    for stage in stages {
        let mut visit = Visit::new();
        stage(&mut visit);
        for answer in answers() {
            for number in [0, 1, 2, 900, u64::MAX] {
                let before = (shown(&visit.model), restore::snapshot(&visit.model));
                let effects = update(&mut visit.model, Msg::Answered(number, answer.clone()));
                assert_eq!(effects, [], "{number} {answer:?}");
                assert_eq!(before, (shown(&visit.model), restore::snapshot(&visit.model)), "{number} {answer:?}");
            }
        }
    }
}

#[test]
fn the_second_answer_to_one_question_changes_nothing() {
    let mut visit = Visit::new();
    visit.reach_review();
    visit.shop.script("pay", Script::Late);
    visit.send(Msg::Order);
    let late = visit.late.clone();
    visit.late_answers_arrive();
    visit.late = late;
    let before = shown(&visit.model);
    visit.late_answers_arrive();
    assert_eq!(before, shown(&visit.model));
}

#[test]
fn a_cancelled_key_is_dropped_when_it_comes_and_another_type_can_be_made() {
    let mut visit = Visit::new();
    visit.browser.making = Port::Silent;
    visit.reach_key();
    let (number, _) = visit.unanswered.pop().unwrap();
    visit.send(Msg::CancelKey);
    assert_eq!((visit.place(), &visit.model.key), (Step::Subject, &KeyState::None));
    assert!(!visit.model.is_awaited(number));
    let late = MadeKey { subject_public_key_info: vec![0x30, 0], fingerprint: Fingerprint([7; 32]) };
    visit.send(Msg::Answered(number, Answer::KeyMade(Some(late))));
    assert_eq!(visit.model.key, KeyState::None);

    visit.browser.making = Port::Works;
    visit.enter(Field::KeyType, KeyType::P384.id());
    visit.go_on();
    assert_eq!((visit.place(), visit.key().key_type), (Step::Key, KeyType::P384));
    // Once it is made there is nothing to cancel.
    let before = shown(&visit.model);
    visit.send(Msg::CancelKey);
    assert_eq!(shown(&visit.model), before);
}

#[test]
fn the_key_of_a_question_that_was_given_up_is_not_taken() {
    let mut visit = Visit::new();
    visit.browser.making = Port::Silent;
    visit.reach_key();
    let (first, _) = visit.unanswered.pop().unwrap();
    visit.send(Msg::Change(Step::Subject));
    visit.enter(Field::KeyType, KeyType::P384.id());
    visit.send(Msg::StartOver);
    visit.browser.making = Port::Works;
    visit.reach_key();
    let ours = visit.key().fingerprint;
    let stray = MadeKey { subject_public_key_info: vec![0x30, 0], fingerprint: Fingerprint([7; 32]) };
    visit.send(Msg::Answered(first, Answer::KeyMade(Some(stray))));
    assert_eq!(visit.key().fingerprint, ours);
}

#[test]
fn a_signature_for_the_subject_of_before_is_not_taken() {
    let mut visit = Visit::new();
    visit.browser.signing = Port::Silent;
    visit.reach_key();
    let (stale, question) = visit.unanswered.pop().unwrap();
    assert!(matches!(question, Question::Sign { .. }));
    visit.send(Msg::Change(Step::Subject));
    visit.enter(Field::Domain, "shop.example.com");
    visit.go_on();
    visit.send(Msg::Answered(stale, Answer::Signed(Some(vec![1; 64]))));
    assert!(matches!(visit.key().request, RequestState::Signing { .. }), "{:?}", visit.key());
    let (fresh, question) = visit.unanswered.pop().unwrap();
    let Some(Answer::Signed(signature)) = ({
        visit.browser.signing = Port::Works;
        visit.browser.answer(&question)
    }) else {
        panic!("no signature")
    };
    visit.send(Msg::Answered(fresh, Answer::Signed(signature)));
    let text = String::from_utf8_lossy(&pem::parse(visit.csr()).unwrap().into_contents()).into_owned();
    assert!(text.contains("shop.example.com"));
}

#[test]
fn a_key_that_comes_to_light_after_hide_is_not_shown() {
    let mut visit = Visit::new();
    visit.reach_key();
    let effects = update(&mut visit.model, Msg::ShowKey);
    let [Effect::Ask { number, .. }] = effects.as_slice() else { panic!("{effects:?}") };
    visit.send(Msg::HideKey);
    visit.send(Msg::Answered(*number, Answer::Revealed(Some(Secret::new("text".to_owned())))));
    assert_eq!(visit.model.revealed, None);
}

#[test]
fn a_form_for_the_package_of_before_is_not_taken() {
    let mut visit = Visit::new();
    visit.reach_key();
    visit.save_key();
    visit.shop.script("csr", Script::Late);
    visit.log_in();
    visit.send(Msg::Change(Step::Package));
    visit.enter(Field::Period, "6");
    let late = std::mem::take(&mut visit.late);
    visit.go_on();
    let before = visit.shop.count("csr.next");
    visit.late = late;
    visit.late_answers_arrive();
    assert_eq!(visit.shop.count("csr.next"), before);
    let Discovery::Ready(asked, ..) = &visit.model.discovery else { panic!("{:?}", visit.model.discovery) };
    assert_eq!(asked.period.months(), 6);
}

#[test]
fn of_two_calls_of_a_kind_only_the_answer_to_the_later_one_counts() {
    let mut visit = Visit::new();
    visit.reach_key();
    visit.save_key();
    visit.shop.script("csr", Script::Late);
    visit.log_in();
    let first = visit.late.pop().unwrap();
    visit.send(Msg::Change(Step::Package));
    visit.enter(Field::Period, "6");
    visit.shop.script("csr", Script::Late);
    visit.send(Msg::AddressChanged(Some(Step::Contacts)));
    assert!(matches!(visit.model.discovery, Discovery::AskingCsr(_)));
    let second = visit.late.pop().unwrap();
    visit.send(first);
    assert!(matches!(visit.model.discovery, Discovery::AskingCsr(_)), "{:?}", visit.model.discovery);
    visit.send(second);
    assert!(matches!(visit.model.discovery, Discovery::Ready(..)));
}

#[test]
fn nothing_happens_before_the_page_has_started() {
    let mut visit = Visit::closed(configured(KeyType::P256));
    for msg in [Msg::Continue(Step::Package), Msg::Edited(Field::Domain, DOMAIN.to_owned()), Msg::LogIn, Msg::Order] {
        assert_eq!(update(&mut visit.model, msg), []);
    }
    assert_eq!(visit.model.drafts.text(Field::Domain), "");
    assert_eq!(visit.model.catalogue, Loading::Waiting);
}

#[test]
fn buttons_of_other_pages_do_nothing() {
    let mut visit = Visit::new();
    visit.choose(DV);
    assert_eq!(visit.place(), Step::Subject);
    for msg in [
        Msg::Continue(Step::Package),
        Msg::Continue(Step::Review),
        Msg::Change(Step::Review),
        Msg::NewKey,
        Msg::ShowKey,
        Msg::CopyKey,
        Msg::DownloadKey,
        Msg::DownloadRequest,
        Msg::Order,
        Msg::LookAgain,
        Msg::TryAgain,
        Msg::Adopt("1".to_owned()),
        Msg::CheckNow,
        Msg::DownloadCertificate,
        Msg::DownloadReceipt,
        Msg::LogOut,
    ] {
        let before = shown(&visit.model);
        assert_eq!(update(&mut visit.model, msg.clone()), [], "{msg:?}");
        assert_eq!(before, shown(&visit.model), "{msg:?}");
    }
}
