//! What must hold after every message of every test: no secret is seen where it has no business, the page shown is one
//! that may be shown, what is stored can be read again, and money moves only after a press of the button.
use cert_order::billing::http::HttpRequest;
use cert_order::config::Cart;
use cert_order::wizard::effect::{Effect, Question};
use cert_order::wizard::journey;
use cert_order::wizard::message::{Msg, Start, StoredDraft};
use cert_order::wizard::model::{Model, Trouble};
use cert_order::wizard::payment::PayStage;
use cert_order::wizard::reconcile::SearchState;
use cert_order::wizard::restore;
use cert_order::wizard::submission::{CartWork, Submission};
use cert_order::wizard::update::update;
use serde_json::Value;

use super::browser::Browser;
use super::customer::Customer;
use super::vault::{OTHER_PASSPHRASE, PASSPHRASE};
use super::wire::fields;

/// What must not be seen.
pub struct Secrets<'a> {
    customer: &'a Customer,
    /// A line of every private key.
    keys: &'a [String],
}

impl<'a> Secrets<'a> {
    /// Those of this customer, before this browser.
    pub fn of(browser: &'a Browser, customer: &'a Customer) -> Self {
        Self { customer, keys: &browser.secrets }
    }

    /// All of them, each with the field of the call in which alone it may be sent: name and function, any where empty.
    fn all(&self) -> impl Iterator<Item = (&str, [&str; 2])> {
        let customer = self.customer;
        let fixed = [
            (customer.password.as_str(), ["password", "auth"]),
            (customer.code.as_str(), ["qrcode", "totp.confirm"]),
            ("PRIVATE KEY", [""; 2]),
            (PASSPHRASE, [""; 2]),
            (OTHER_PASSPHRASE, [""; 2]),
        ];
        let sessions = customer.sessions.iter().map(|id| (id.as_str(), ["auth", ""]));
        fixed.into_iter().chain(sessions).chain(self.keys.iter().map(|line| (line.as_str(), [""; 2])))
    }
}

/// Checks the form after a message and the effects it asked for; `before` is how far the order had come.
pub fn check(model: &Model, msg: &Msg, before: &Submission, effects: &[Effect], secrets: &Secrets<'_>) {
    clean(secrets, "a message", &format!("{msg:?}"));
    clean(secrets, "the model", &format!("{model:?}"));
    clean(secrets, "the effects", &format!("{effects:?}"));
    clean(secrets, "the draft", &restore::snapshot(model));
    for effect in effects {
        match effect {
            Effect::SaveDraft(text) | Effect::Ask { question: Question::SaveDraft(text), .. } => {
                clean(secrets, "a stored draft", text);
                restores(model, text);
            }
            Effect::Download { file_name, text, .. } => clean(secrets, file_name, text),
            Effect::Ask { question: Question::CopyText(text), .. } => clean(secrets, "the clipboard", text),
            Effect::Ask { question: Question::Http { request, .. }, .. } => harmless(secrets, model, request),
            _ => {}
        }
    }
    assert_eq!(model.place, journey::resolve(model, model.place), "a page is shown that may not be: {msg:?}");
    money(model, msg, before, effects);
    marked(model, before, effects);
}

/// A row is sent to the cart only after the mark that tells it from other rows was stored.
fn marked(model: &Model, before: &Submission, effects: &[Effect]) {
    use Submission::Cart;
    let adds = |effect: &&Effect| match effect {
        Effect::Ask { question: Question::Http { request, .. }, .. } => {
            let is_finished = |(name, value): &(String, String)| name == "clicked_button" && value == "finish";
            let fields = fields(request.body().expose());
            request.func() == "certificate.order.param" && fields.iter().any(is_finished) && !places(request)
        }
        _ => false,
    };
    let is_sent = matches!((before, &model.submission), (Cart(_, CartWork::Marking), Cart(_, CartWork::Adding)));
    assert_eq!(effects.iter().filter(adds).count(), usize::from(is_sent), "after {before:?}");
}

/// A page that starts with what was stored would store the same: typed texts, owner, cart, intent and order.
fn restores(model: &Model, text: &str) {
    let mut again = Model::new(model.config.clone());
    let draft = StoredDraft { saved_ms: 1, text: text.to_owned() };
    let start = Start { address: None, draft: Some(draft), now_ms: 2, can_make_keys: true, can_store: true };
    update(&mut again, Msg::Started(Box::new(start)));
    let parse = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    let (stored, again) = (parse(text), parse(&restore::snapshot(&again)));
    for part in ["drafts", "owner", "cart", "intent", "order"] {
        assert_eq!(stored[part], again[part], "{part} does not come back as it was stored");
    }
}

/// A payment is sent only after its intent was stored, one at a time; what was sent or placed is not forgotten.
fn money(model: &Model, msg: &Msg, before: &Submission, effects: &[Effect]) {
    use Submission as S;
    let is_pay = |effect: &&Effect| match effect {
        Effect::Ask { question: Question::Http { request, .. }, .. } => places(request),
        _ => false,
    };
    let after = &model.submission;
    let is_sending = matches!((before, after), (S::Paying(_, PayStage::Saving(_)), S::Paying(_, PayStage::Sent(_))));
    assert_eq!(effects.iter().filter(is_pay).count(), usize::from(is_sending), "{msg:?} after {before:?}");
    let is_leaving = matches!(msg, Msg::LogOut | Msg::ForgetEverything | Msg::TakeOver)
        || model.trouble == Some(Trouble::OtherAccount);
    let is_answer = matches!(msg, Msg::Answered(..));
    let is_good = match (before, after) {
        // Another tab took over, and this one reads what is stored.
        (S::Paying(..) | S::Ordered(_), S::Idle) if *msg == Msg::TakeOver => true,
        (S::Paying(_, PayStage::Sent(_)), S::Paying(_, PayStage::Sent(_)) | S::Unclear(..) | S::Ordered(_))
        | (S::Unclear(..), S::Unclear(..) | S::Ordered(_))
        | (S::Ordered(_), S::Ordered(_)) => true,
        (S::Paying(_, PayStage::Sent(_)), S::Quoted(_) | S::Idle) => is_answer,
        (S::Paying(..), after) => matches!(after, S::Paying(..) | S::Quoted(_)) || is_answer,
        (S::Unclear(_, search), _) if search.state == SearchState::NotFound => *msg == Msg::TryAgain || is_leaving,
        (S::Unclear(..), _) => is_leaving,
        (S::Ordered(_), _) => *msg == Msg::StartOver || is_leaving,
        (_, S::Unclear(..) | S::Ordered(_)) => matches!(msg, Msg::Started(_)),
        (before, S::Paying(..)) => matches!(before, S::Quoted(_)) && *msg == Msg::Order,
        _ => true,
    };
    assert!(is_good, "{msg:?} led from {before:?} to {after:?}");
}

/// Whether this call places an order, whatever the way to pay.
fn places(request: &HttpRequest) -> bool {
    let fields = fields(request.body().expose());
    let button = fields.iter().find(|(name, _)| name == "clicked_button").map(|(_, value)| value.as_str());
    // A link that came instead of an answer only asks for it.
    let is_call = request.address().is_none();
    is_call && request.func() == "payment.add.method"
        || matches!(button, Some("free" | "addtoorder" | "quickbasket"))
        || fields.iter().any(|(name, _)| name == "skipbasket")
}

fn clean(secrets: &Secrets<'_>, what: &str, text: &str) {
    for (secret, _) in secrets.all() {
        assert!(!text.contains(secret), "a secret is in {what}: {text}");
    }
}

/// The password and the code go only into the log-in, the session only into `auth`, a key nowhere, and nothing asks for one.
fn harmless(secrets: &Secrets<'_>, model: &Model, request: &HttpRequest) {
    let body = request.body();
    for (name, value) in fields(body.expose()) {
        for (secret, [field, func]) in secrets.all() {
            let is_its_place = name == field && (func.is_empty() || request.func() == func);
            assert!(is_its_place || !value.contains(secret), "a secret is in {name} of {request:?}");
        }
        assert!(!name.eq_ignore_ascii_case("key"), "{request:?}");
        assert!(name != "crt_type" || !value.trim().eq_ignore_ascii_case("generate"), "{request:?}");
        assert!(name != "skipbasket" || model.config.cart == Cart::SkipBasket, "{request:?}");
    }
}
