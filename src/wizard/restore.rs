//! The stored draft: everything typed, what is known of the key, the cart and the order; never a secret.
use serde::{Deserialize, Serialize};

use crate::request::algorithm::KeyType;
use crate::request::fingerprint::Fingerprint;
use crate::request::read;

use super::draft::{Drafts, SubjectDraft};
use super::effect::{Effect, Purpose, Question};
use super::keys::{Hold, Kept, Key, KeyState, RequestState};
use super::message::Start;
use super::model::{Model, Trouble};
use super::payment::{Intent, PayStage};
use super::reconcile::Search;
use super::step::Step;
use super::submission::{CartMark, Order, Submission};
use super::{journey, steps};

/// The version of what is stored; another one is not read.
const VERSION: u32 = 1;
/// A draft is kept for 7 days.
const LIFE_MS: u64 = 7 * 24 * 60 * 60 * 1000;

/// What is stored.
#[derive(Debug, Serialize, Deserialize)]
struct Stored {
    version: u32,
    owner: Option<String>,
    drafts: Drafts,
    key: Option<StoredKey>,
    cart: Option<CartMark>,
    intent: Option<Intent>,
    order: Option<Order>,
}

/// The public side of a key and its request.
#[derive(Debug, Serialize, Deserialize)]
struct StoredKey {
    key_type: KeyType,
    fingerprint: Fingerprint,
    kept: bool,
    downloaded: bool,
    attested: bool,
    csr: String,
    subject: SubjectDraft,
}

/// The draft as JSON.
pub fn snapshot(model: &Model) -> String {
    let intent = match &model.submission {
        Submission::Paying(_, PayStage::Saving(intent) | PayStage::Sent(intent)) => Some(intent.clone()),
        Submission::Unclear(intent, _) => Some((**intent).clone()),
        _ => None,
    };
    let stored = Stored {
        version: VERSION,
        owner: model.owner.clone(),
        drafts: model.drafts.clone(),
        key: stored_key(&model.key),
        cart: model.cart_mark.clone(),
        intent,
        order: steps::done::order(model).cloned(),
    };
    serde_json::to_string(&stored).unwrap_or_default()
}

fn stored_key(state: &KeyState) -> Option<StoredKey> {
    let KeyState::Ready(key) = state else { return None };
    let RequestState::Made { subject, csr } = &key.request else { return None };
    Some(StoredKey {
        key_type: key.key_type,
        fingerprint: key.fingerprint,
        kept: key.kept == Kept::Yes,
        downloaded: key.downloaded,
        attested: key.attested,
        csr: csr.clone(),
        subject: subject.clone(),
    })
}

/// The page starts: what was typed comes back, and with it the place.
pub fn start(model: &mut Model, out: &mut Vec<Effect>, start: Start) {
    model.started = true;
    model.can_make_keys = start.can_make_keys;
    model.can_store = start.can_store;
    if let Some(draft) = start.draft {
        let age = start.now_ms.saturating_sub(draft.saved_ms);
        match serde_json::from_str::<Stored>(&draft.text) {
            Ok(stored) if stored.version == VERSION && age <= LIFE_MS => take(model, out, stored),
            _ => {
                model.trouble = Some(Trouble::DraftDropped);
                out.push(Effect::DropDraft);
            }
        }
    }
    let wanted = start.address.unwrap_or(Step::Package);
    model.place = journey::resolve(model, wanted);
    if start.address != Some(model.place) {
        out.push(Effect::Navigate { step: model.place, replace: true });
    }
}

fn take(model: &mut Model, out: &mut Vec<Effect>, stored: Stored) {
    model.owner = stored.owner;
    model.drafts = stored.drafts;
    model.cart_mark = stored.cart;
    if let Some(key) = stored.key {
        take_key(model, out, key);
    }
    if let Some(order) = stored.order {
        model.submission = Submission::Ordered(Box::new(order));
    } else if let Some(intent) = stored.intent {
        model.submission = Submission::Unclear(Box::new(intent), Search::default());
    }
}

/// A request whose key is neither kept here nor in the customer's hands must never be ordered: it is forgotten.
fn take_key(model: &mut Model, out: &mut Vec<Effect>, stored: StoredKey) {
    let Some(subject_public_key_info) = read::request_public_key(&stored.csr) else { return };
    let is_in_hand = stored.downloaded && stored.attested;
    if !stored.kept && !is_in_hand {
        model.trouble = Some(Trouble::KeyLost);
        return;
    }
    let (fingerprint, key_type) = (stored.fingerprint, stored.key_type);
    model.key = KeyState::Ready(Box::new(Key {
        key_type,
        fingerprint,
        subject_public_key_info,
        hold: if stored.kept { Hold::Loading } else { Hold::Gone },
        kept: if stored.kept { Kept::Yes } else { Kept::No },
        downloaded: stored.downloaded,
        attested: stored.attested,
        request: RequestState::Made { subject: stored.subject, csr: stored.csr },
    }));
    if stored.kept {
        model.ask(out, Purpose::LoadKey, Question::LoadKey { key: fingerprint, key_type });
    }
}
