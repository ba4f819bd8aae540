//! How this browser keeps the order's key, and the way into the vault: on the key's page, and on review until it is safe.
use super::{notice, passphrase};
use crate::browser::html::{View, all, el, live, live_text, nothing};
use crate::browser::ui::{Ui, t};
use crate::request::vault::Guard;
use crate::wizard::field::PassphraseOf;
use crate::wizard::keys::{Hold, Kept, KeyState};
use crate::wizard::message::Msg;
use crate::wizard::model::Model;
use crate::wizard::shelf::Storage;
use crate::words::Say;
use crate::words::vault::{VaultSay, VaultText};

/// What the way into the vault has to offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Offer {
    /// Nothing: there is no copy, or it is in the vault.
    Nothing,
    /// A passphrase of one's own.
    New,
    /// The passphrase of the vault that there is.
    There,
    /// One press, since the vault is open.
    Open,
}

fn kept(model: &Model) -> Kept {
    match &model.key {
        KeyState::Ready(key) => key.kept,
        _ => Kept::No,
    }
}

fn offer(model: &Model) -> Offer {
    let is_live = matches!(&model.key, KeyState::Ready(key) if key.hold == Hold::Live);
    let is_in = matches!(kept(model), Kept::Yes(Guard::Passphrase));
    match () {
        () if !is_live || is_in || !model.can_store || model.drafts.do_not_keep_key => Offer::Nothing,
        () if model.vault.is_open() => Offer::Open,
        () if model.vault.is_there() => Offer::There,
        () => Offer::New,
    }
}

/// The state of the copy, what the browser promises of it, and the passphrase.
pub fn state(ui: Ui) -> View {
    let kept = ui.memo(kept);
    let words = live_text(move || {
        let words = match kept.get() {
            Kept::No => t(Say::KeepOff),
            Kept::Saving(_) => t(Say::KeepSaving),
            Kept::Yes(Guard::Browser) => t(VaultSay::Remembered),
            Kept::Yes(Guard::Passphrase) => t(VaultSay::InVault),
            Kept::Failed(error) => t(VaultText::NotKept(error)),
        };
        words.into_owned()
    });
    all([el("p", "status said").attr("role", "status").add(words).into(), promise(ui), protect(ui)])
}

/// What the browser promises of a copy in the vault.
fn promise(ui: Ui) -> View {
    let storage = ui.memo(|model| model.vault.storage.filter(|_| matches!(kept(model), Kept::Yes(Guard::Passphrase))));
    live(move || storage.get().map_or_else(nothing, said))
}

/// What the browser promises.
pub fn said(storage: Storage) -> View {
    match storage {
        Storage { is_top_level: false, .. } => warning(VaultSay::StorageInFrame),
        Storage { is_persistent: false, .. } => warning(VaultSay::StorageMayGo),
        _ => notice::notice("success", &t(VaultSay::StorageLasts)),
    }
}

fn warning(words: VaultSay) -> View {
    notice::notice("warning", &t(words))
}

fn protect(ui: Ui) -> View {
    let offer = ui.memo(offer);
    live(move || {
        let (lead, label) = match offer.get() {
            Offer::Nothing => return nothing(),
            Offer::New => (VaultSay::ProtectLead, VaultSay::Protect),
            Offer::There | Offer::Open => (VaultSay::ProtectInVault, VaultSay::PutIntoVault),
        };
        let lead = el("p", "").text(&t(lead)).into();
        if offer.get() == Offer::Open {
            let press = super::page::button(ui, "button", &t(label), Msg::ProtectKey);
            return el("div", "actions").add(press).into();
        }
        let is_new = offer.get() == Offer::New;
        all([lead, passphrase::passphrase(ui, PassphraseOf::Vault, is_new, (label, Msg::ProtectKey))])
    })
}

/// In the place of the key, while it lies in a vault that is closed.
pub fn locked(ui: Ui) -> View {
    let failed = ui.memo(|model| model.vault.said.and_then(Result::err));
    let failed = live(move || match failed.get() {
        Some(error) => notice::notice("error", &t(VaultText::Failed(error))),
        None => nothing(),
    });
    let note = notice::notice("info", &t(VaultSay::KeyLocked));
    let open = (VaultSay::OpenVault, Msg::UnlockKey);
    all([note, failed, passphrase::passphrase(ui, PassphraseOf::Vault, false, open)])
}
