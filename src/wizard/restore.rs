//! The stored draft: everything typed, what is known of the key, the cart and the order; never a secret.
use std::sync::Arc;

use serde::Serialize;

use crate::domain::json::{self, Json};
use crate::domain::money::Money;
use crate::request::algorithm::KeyType;
use crate::request::fingerprint::Fingerprint;
use crate::request::read;
use crate::request::vault::Guard;

use super::copy_check::CopyCheck;
use super::draft::Drafts;
use super::effect::{Effect, Purpose, Question};
use super::keys::{Hold, Kept, Key, KeyState, RequestState};
use super::message::Start;
use super::model::{Model, Trouble};
use super::payment::{Intent, PayStage};
use super::reconcile::Search;
use super::step::Step;
use super::submission::{CartMark, Order, Submission};
use super::way::{Outcome, Way};
use super::{existing, journey, steps};

/// The version of what is stored; another one is not read.
const VERSION: i64 = 2;
/// A draft is kept for 7 days.
const LIFE_MS: u64 = 7 * 24 * 60 * 60 * 1000;

/// What is stored.
#[derive(Serialize)]
struct Stored<'a> {
    version: i64,
    owner: Option<&'a str>,
    drafts: &'a Drafts,
    key: Option<StoredKey<'a>>,
    cart: Option<&'a CartMark>,
    intent: Option<&'a Intent>,
    order: Option<&'a Order>,
}

/// The public side of a key and its request.
#[derive(Serialize)]
struct StoredKey<'a> {
    key_type: &'a str,
    fingerprint: String,
    kept: Option<&'a str>,
    downloaded: bool,
    attested: bool,
    compared: bool,
    csr: &'a str,
    subject: Drafts,
}

/// The draft as JSON.
pub fn snapshot(model: &Model) -> String {
    let intent = match &model.submission {
        Submission::Paying(_, PayStage::Saving(intent) | PayStage::Sent(intent)) | Submission::Unclear(intent, _) => {
            Some(&**intent)
        }
        _ => None,
    };
    let stored = Stored {
        version: VERSION,
        owner: model.owner.as_deref(),
        drafts: &model.drafts,
        key: stored_key(&model.key),
        cart: model.cart_mark.as_ref(),
        intent,
        order: steps::done::order(model),
    };
    // Texts, flags and whole numbers can always be written; a draft that could not be would be dropped at the next start.
    serde_json::to_string(&stored).unwrap_or_default()
}

fn stored_key(state: &KeyState) -> Option<StoredKey<'_>> {
    let KeyState::Ready(key) = state else { return None };
    let RequestState::Made { subject, csr } = &key.request else { return None };
    Some(StoredKey {
        key_type: key.key_type.id(),
        fingerprint: key.fingerprint.to_text(),
        kept: match key.kept {
            Kept::Yes(guard) => Some(guard.id()),
            _ => None,
        },
        downloaded: key.downloaded,
        attested: key.attested,
        compared: key.copy == CopyCheck::Same,
        csr,
        subject: Drafts { subject: subject.clone(), ..Drafts::default() },
    })
}

/// The page starts: what was typed comes back, and with it the place.
pub fn start(model: &mut Model, out: &mut Vec<Effect>, start: &Start) {
    if let Some(draft) = &start.draft {
        let age = start.now_ms.saturating_sub(draft.saved_ms);
        let stored = json::read(&draft.text).unwrap_or(Json::Null);
        if stored.get("version").and_then(Json::as_i64) == Some(VERSION) && age <= LIFE_MS {
            take(model, out, &stored);
        } else {
            model.trouble = Some(Trouble::DraftDropped);
            out.push(Effect::DropDraft);
        }
    }
    arrive(model, out, start);
}

/// The page has started, with what is typed by now: it shows what its address names, or as much of that as can be shown.
pub fn arrive(model: &mut Model, out: &mut Vec<Effect>, start: &Start) {
    model.started = true;
    model.can_make_keys = start.can_make_keys;
    model.can_store = start.can_store;
    model.drafts.request.is_existing |= !model.can_make_keys;
    let wanted = start.address.unwrap_or(Step::Package);
    model.place = journey::resolve(model, wanted);
    if start.address != Some(model.place) {
        out.push(Effect::Navigate { step: model.place, replace: true });
    }
}

fn take(model: &mut Model, out: &mut Vec<Effect>, stored: &Json) {
    let part = |name| stored.get(name).filter(|part| part.as_object().is_some());
    model.owner = some_text(stored, "owner");
    model.drafts = part("drafts").map(Drafts::from_json).unwrap_or_default();
    existing::restore(model, out);
    model.cart_mark = part("cart").map(cart_mark);
    if let Some(key) = part("key") {
        take_key(model, out, key);
    }
    if let Some(order) = part("order").and_then(order) {
        model.submission = Submission::Ordered(Box::new(order));
    } else if let Some(intent) = part("intent").and_then(intent) {
        model.submission = Submission::Unclear(Arc::new(intent), Search::default());
    }
}

/// A request whose key is neither kept here nor in the customer's hands must never be ordered: it is forgotten.
fn take_key(model: &mut Model, out: &mut Vec<Effect>, stored: &Json) {
    let is = |name| stored.get(name).and_then(Json::as_bool).unwrap_or_default();
    let csr = text(stored, "csr");
    let (Some(subject_public_key_info), Some(fingerprint), Some(key_type)) = (
        read::request_public_key(&csr),
        Fingerprint::from_text(&text(stored, "fingerprint")),
        KeyType::from_id(&text(stored, "key_type")),
    ) else {
        return;
    };
    let kept = stored.get("kept").and_then(Json::as_text).and_then(Guard::from_id);
    let (downloaded, attested, compared) = (is("downloaded"), is("attested"), is("compared"));
    let is_in_hand = compared || downloaded && attested;
    if kept.is_none() && !is_in_hand {
        // Whoever brings a request does not miss it.
        model.trouble = (!existing::is_chosen(model)).then_some(Trouble::KeyLost);
        return;
    }
    let subject = stored.get("subject").map(Drafts::from_json).unwrap_or_default().subject;
    model.key = KeyState::Ready(Box::new(Key {
        key_type,
        fingerprint,
        subject_public_key_info,
        hold: if kept.is_some() { Hold::Loading } else { Hold::Gone },
        kept: kept.map_or(Kept::No, Kept::Yes),
        downloaded,
        attested,
        copy: if compared { CopyCheck::Same } else { CopyCheck::None },
        request: RequestState::Made { subject, csr },
    }));
    if kept.is_some() {
        model.ask(out, Purpose::LoadKey, Question::LoadKey { key: fingerprint, key_type });
    }
}

fn cart_mark(stored: &Json) -> CartMark {
    CartMark {
        before: texts(stored, "before"),
        ours: some_text(stored, "ours"),
        domain: text(stored, "domain"),
        gone: stored.get("gone").and_then(Json::as_bool).unwrap_or_default(),
    }
}

fn order(stored: &Json) -> Option<Order> {
    Some(Order {
        intent: Arc::new(intent(stored.get("intent")?)?),
        outcome: Outcome::from_text(&text(stored, "outcome")),
        payment_id: some_text(stored, "payment_id"),
        certificate_id: some_text(stored, "certificate_id"),
    })
}

fn intent(stored: &Json) -> Option<Intent> {
    let total = stored.get("total");
    let total = total.and_then(|total| total.get("minor")?.as_i64()).zip(total.map(|total| text(total, "currency")));
    Some(Intent {
        way: Way::from_text(&text(stored, "way")),
        billorder: some_text(stored, "billorder")?,
        row: text(stored, "row"),
        item: text(stored, "item"),
        domain: some_text(stored, "domain")?,
        package: text(stored, "package"),
        method: text(stored, "method"),
        months: stored.get("months").and_then(Json::as_i64).and_then(|months| u16::try_from(months).ok())?,
        total: total.map(|(minor, currency)| Money { minor, currency }),
        certificates_before: texts(stored, "certificates_before"),
    })
}

fn some_text(stored: &Json, name: &str) -> Option<String> {
    stored.get(name).and_then(Json::as_text).map(str::to_owned)
}

fn text(stored: &Json, name: &str) -> String {
    some_text(stored, name).unwrap_or_default()
}

fn texts(stored: &Json, name: &str) -> Vec<String> {
    let list = stored.get(name).and_then(Json::as_list);
    list.into_iter().flatten().filter_map(|text| text.as_text().map(str::to_owned)).collect()
}
