//! The check for secrets that runs after every message sees what it looks for.
use std::panic::{AssertUnwindSafe, catch_unwind};

use cert_order::billing::http::Pass;
use cert_order::billing::{auth, logon, whoami};
use cert_order::domain::problem::Problem;
use cert_order::domain::secret::Secret;
use cert_order::wizard::effect::{Effect, Question};
use cert_order::wizard::field::Field;
use cert_order::wizard::first;
use cert_order::wizard::message::Msg;
use cert_order::wizard::model::Model;
use cert_order::wizard::update::update;

use crate::support::audit;
use crate::support::browser::pem;
use crate::support::shop::{PASSWORD, SESSION};
use crate::support::visit::Visit;

/// Whether the check ends the test when this message has led to this model and these effects.
fn is_seen(visit: &Visit, model: &Model, msg: &Msg, effects: &[Effect]) -> bool {
    let secrets = audit::Secrets::of(&visit.browser, &visit.customer);
    let check = || audit::check(model, msg, &visit.model.submission, effects, &secrets);
    catch_unwind(AssertUnwindSafe(check)).is_err()
}

/// A visit with a session, and its key as a file.
fn logged_in() -> (Visit, String) {
    let mut visit = Visit::new();
    visit.reach_contacts();
    let file = pem(&visit.browser.made[0].1).expose().to_owned();
    (visit, file)
}

#[test]
fn a_secret_in_the_draft_or_the_model_is_seen() {
    let (visit, file) = logged_in();
    for text in [file.as_str(), PASSWORD, &format!("{SESSION}0001"), "-----BEGIN RSA PRIVATE KEY-----"] {
        let mut model = visit.model.clone();
        model.drafts.set(Field::Company, text.to_owned());
        assert!(is_seen(&visit, &model, &Msg::Retry, &[]), "{text}");
    }
    assert!(!is_seen(&visit, &visit.model, &Msg::Retry, &[]));
}

#[test]
fn a_secret_in_a_file_a_text_or_a_message_is_seen() {
    let (visit, file) = logged_in();
    let middle = file.lines().nth(2).unwrap().to_owned();
    let download =
        Effect::Download { file_name: "receipt.json".to_owned(), media_type: "application/json", text: middle.clone() };
    let copy = Effect::Ask { number: 1, question: Question::CopyText(middle.clone()) };
    let save = Effect::SaveDraft(middle.clone());
    for effect in [download, copy, save] {
        assert!(is_seen(&visit, &visit.model, &Msg::Retry, std::slice::from_ref(&effect)), "{effect:?}");
    }
    assert!(is_seen(&visit, &visit.model, &Msg::Adopt(middle), &[]));
}

#[test]
fn a_secret_in_a_field_of_a_call_that_is_not_its_own_is_seen() {
    let (visit, _) = logged_in();
    let secret = Secret::new(format!("{SESSION}0001"));
    let session = Pass::Token(secret.clone());
    let mut caller = visit.model.guest();
    caller.session = Some(&session);
    let password = Secret::new(PASSWORD.to_owned());
    for (request, is_leak) in [
        (auth::request(&caller, "demo", &password), false),
        (whoami::request(&caller), false),
        (auth::request(&caller, PASSWORD, &password), true),
        (auth::request(&caller, "demo", &secret), true),
        (logon::request(&cert_order::billing::Caller { lang: PASSWORD, ..caller }), true),
    ] {
        let call = Effect::Ask { number: 1, question: Question::Http { request, timeout_ms: 1, after_ms: 0 } };
        assert_eq!(is_seen(&visit, &visit.model, &Msg::Retry, &[call]), is_leak);
    }
}

#[test]
fn a_payment_that_nobody_pressed_for_is_seen() {
    let (visit, _) = logged_in();
    let mut paid = Visit::new();
    paid.reach_done();
    assert!(is_seen(&visit, &paid.model, &Msg::Retry, &[]));
}

#[test]
fn a_private_key_in_a_field_for_something_else_is_kept_nowhere_and_said() {
    let (mut visit, file) = logged_in();
    visit.shop.late.line("note", "Note", 10_000);
    visit.shop.late.require("note");
    visit.enter_contacts();
    visit.go_on();
    let boxes = [Field::RequestMethod, Field::ExistingRequest, Field::KeepKey, Field::TechIsAdmin, Field::OtherRows];
    let texts =
        Field::drafted().chain([Field::Question(0)]).filter(|field| !boxes.contains(field) && *field != Field::PayNow);
    for field in texts {
        let mut model = visit.model.clone();
        let effects = update(&mut model, Msg::Edited(field, file.clone()));
        assert!(!format!("{model:?} {effects:?}").contains("PRIVATE KEY"), "{field:?}");
        let said = model.billing_errors.iter().find(|error| error.field == field).map(|error| &error.problem);
        assert_eq!(said, Some(&Problem::PrivateKey), "{field:?}");
        update(&mut model, Msg::Edited(field, "something else".to_owned()));
        assert!(model.billing_errors.iter().all(|error| error.field != field), "{field:?}");
    }
}

#[test]
fn the_first_page_keeps_no_private_key_either() {
    let visit = Visit::new();
    let text = "-----BEGIN EC PRIVATE KEY-----".to_owned();
    let (mut alone, mut whole) = (visit.model.clone(), visit.model.clone());
    let effects = first::update(&mut alone, Msg::Edited(Field::PromotionCode, text.clone())).unwrap();
    assert_eq!(effects, update(&mut whole, Msg::Edited(Field::PromotionCode, text)));
    assert_eq!(format!("{alone:?}"), format!("{whole:?}"));
    assert!(!format!("{alone:?} {effects:?}").contains("PRIVATE KEY"));
}
