//! The keys that this browser keeps: the page `#/keys`, and the vault's passphrase wherever it is asked for.
//!
//! The page stands beside the journey: it is there without an order, and while another tab has the order. What it does is
//! done to what is stored at that moment, so that two tabs cannot spoil each other's work.
use crate::domain::problem::Problem;
use crate::domain::secret::Secret;
use crate::request::fingerprint::Fingerprint;
use crate::request::vault::{Entry, Guard, name_of};

use super::effect::{Effect, Focus, Purpose, Question};
use super::field::PassphraseOf;
use super::journey;
use super::keys::{self, Hold, Kept, KeyState};
use super::message::VaultMsg;
use super::model::Model;
use super::passphrases;
use super::shelf::{Deed, Done, Shelf, Storage, VaultError};
use super::step::Step;
use super::submission::Submission;

/// Looks what is kept where a page needs it, and writes the order's number beside its key.
pub fn drive(model: &mut Model, out: &mut Vec<Effect>) {
    if !model.can_store {
        return;
    }
    let is_kept = matches!(&model.key, KeyState::Ready(key) if matches!(key.kept, Kept::Yes(_)));
    let is_of_key =
        !super::existing::is_chosen(model) && (model.place == Step::Key || model.place == Step::Review && is_kept);
    let asks = [Purpose::VaultLook, Purpose::VaultDeed].into_iter().any(|purpose| model.is_pending(purpose));
    if (model.vault.is_shown || is_of_key) && model.vault.is_stale && !asks {
        look(model, out);
    }
    note(model, out);
}

/// The order's number, and that its certificate is there: from then on a key without a passphrase lives 30 days.
fn note(model: &mut Model, out: &mut Vec<Effect>) {
    let (Submission::Ordered(order), KeyState::Ready(key)) = (&model.submission, &model.key) else { return };
    let number = order.certificate_id.as_ref().unwrap_or(&order.intent.billorder);
    let noted = (number.clone(), model.watch.files.is_some());
    if matches!(key.kept, Kept::Yes(_)) && model.vault.noted.as_ref() != Some(&noted) {
        out.push(Effect::NoteKey { key: key.fingerprint, order: noted.0.clone(), is_issued: noted.1 });
        model.vault.noted = Some(noted);
    }
}

/// Something on the page `#/keys`, or with a passphrase.
pub fn handle(model: &mut Model, out: &mut Vec<Effect>, msg: VaultMsg) {
    match msg {
        VaultMsg::Shown => show(model, out),
        VaultMsg::Left => leave(model, out),
        VaultMsg::Edited(field, secret) => passphrases::edited(model, field, secret),
        VaultMsg::ReadableToggled => model.vault.is_readable = !model.vault.is_readable,
        _ if !model.vault.is_shown => {}
        // One deed after the other: what is pressed meanwhile comes next.
        next if model.is_pending(Purpose::VaultDeed) => model.vault.next = Some(next),
        VaultMsg::Open => open(model, out),
        VaultMsg::Close => ask(model, out, Deed::Close),
        VaultMsg::RenameBegun(key) => {
            let entry = entry(model, key).map(|entry| (key, entry.title().to_owned()));
            model.vault.renaming = entry;
        }
        VaultMsg::NameEdited(name) => {
            if let Some((_, typed)) = &mut model.vault.renaming {
                *typed = name;
            }
        }
        VaultMsg::Rename => {
            if let Some((key, name)) = model.vault.renaming.take() {
                ask(model, out, Deed::Rename(key, name_of(&name)));
            }
        }
        VaultMsg::Delete(key) => ask(model, out, Deed::Delete(key)),
        VaultMsg::Download(key) => download(model, out, key, None),
        VaultMsg::DownloadEncrypted(key) => {
            if let Some(passphrase) = passphrases::new(model, out, PassphraseOf::File) {
                download(model, out, key, Some(passphrase));
            }
        }
        VaultMsg::Change => change(model, out),
        VaultMsg::Export => {
            if let Some(passphrase) = passphrases::new(model, out, PassphraseOf::File) {
                ask(model, out, Deed::Export(passphrase));
            }
        }
        VaultMsg::FileChosen => {
            if let Some(passphrase) = passphrases::typed(model, out, PassphraseOf::File) {
                ask(model, out, Deed::Import(passphrase));
            }
        }
    }
}

fn show(model: &mut Model, out: &mut Vec<Effect>) {
    if !model.vault.is_shown {
        keys::hide(model);
        model.vault.forget_passphrases();
        model.vault.is_shown = true;
        out.push(Effect::Focus(Focus::Page));
    }
    out.push(Effect::ShowKeys);
    look(model, out);
}

fn leave(model: &mut Model, out: &mut Vec<Effect>) {
    if model.vault.is_shown {
        left(model);
        out.push(Effect::Navigate { step: model.place, replace: false });
        out.push(Effect::Focus(Focus::Page));
    }
}

/// Another page is shown.
pub fn left(model: &mut Model) {
    model.vault.is_shown = false;
    model.vault.said = None;
    model.vault.renaming = None;
    model.vault.next = None;
    model.vault.continue_when_kept = false;
    model.vault.forget_passphrases();
}

fn look(model: &mut Model, out: &mut Vec<Effect>) {
    if model.can_store && !model.is_pending(Purpose::VaultDeed) {
        model.vault.is_stale = false;
        model.ask(out, Purpose::VaultLook, Question::Vault(Deed::Look));
    }
}

fn ask(model: &mut Model, out: &mut Vec<Effect>, deed: Deed) {
    model.cancel(Purpose::VaultLook);
    model.vault.said = None;
    model.vault.problem = None;
    model.ask(out, Purpose::VaultDeed, Question::Vault(deed));
}

/// A deed was done, or not; the next one begins.
pub fn answered(model: &mut Model, out: &mut Vec<Effect>, answer: Result<(Done, Shelf), VaultError>) {
    ended(model, out, answer);
    if let Some(next) = model.vault.next.take() {
        handle(model, out, next);
    }
}

fn ended(model: &mut Model, out: &mut Vec<Effect>, answer: Result<(Done, Shelf), VaultError>) {
    let end = match answer {
        Ok((done, shelf)) => {
            model.vault.storage = Some(shelf.storage);
            keys::seen(model, &shelf.entries);
            model.vault.shelf = Some(shelf);
            Ok(done)
        }
        Err(error) => Err(error),
    };
    if end == Ok(Done::Looked) {
        return;
    }
    if end == Err(VaultError::WrongPassphrase) {
        let field = if model.vault.passphrase.is_empty() { PassphraseOf::File } else { PassphraseOf::Vault };
        return passphrases::refuse(model, out, field, Problem::WrongPassphrase);
    }
    if matches!(end, Ok(Done::Opened)) && !model.vault.is_shown {
        unlocked(model, out);
    }
    if end.is_ok() {
        model.vault.forget_passphrases();
    }
    model.vault.said = Some(end);
}

/// The vault was opened on the key's own page: the key is read from it.
fn unlocked(model: &mut Model, out: &mut Vec<Effect>) {
    if let KeyState::Ready(key) = &mut model.key
        && key.hold == Hold::Locked
    {
        key.hold = Hold::Loading;
        let question = Question::LoadKey { key: key.fingerprint, key_type: key.key_type };
        model.ask(out, Purpose::LoadKey, question);
    }
}

fn entry(model: &Model, key: Fingerprint) -> Option<&Entry> {
    model.vault.shelf.as_ref()?.entries.iter().find(|entry| entry.key == key)
}

fn download(model: &mut Model, out: &mut Vec<Effect>, key: Fingerprint, passphrase: Option<Secret>) {
    let Some(entry) = entry(model, key) else { return };
    let file_name = key.key_file_name(&entry.domain, passphrase.is_some());
    ask(model, out, Deed::Download { key, file_name, passphrase });
}

/// "Open".
pub fn open(model: &mut Model, out: &mut Vec<Effect>) {
    if let Some(passphrase) = passphrases::of_vault(model, out) {
        ask(model, out, Deed::Open(passphrase));
    }
}

fn change(model: &mut Model, out: &mut Vec<Effect>) {
    if let Some(old) = passphrases::typed(model, out, PassphraseOf::Vault)
        && let Some(new) = passphrases::new(model, out, PassphraseOf::NextVault)
    {
        ask(model, out, Deed::Change { old, new });
    }
}

/// The key of this order is kept now.
pub(super) fn kept(model: &mut Model, out: &mut Vec<Effect>, guard: Guard, storage: Storage) {
    model.vault.storage = Some(storage);
    model.vault.is_stale = true;
    if guard == Guard::Passphrase {
        model.vault.forget_passphrases();
    }
    if std::mem::take(&mut model.vault.continue_when_kept) && model.place == Step::Key {
        journey::proceed(model, out);
    }
}

/// It is not.
pub(super) fn not_kept(model: &mut Model, out: &mut Vec<Effect>, guard: Guard, error: VaultError) {
    model.vault.continue_when_kept = false;
    if guard == Guard::Passphrase && model.place == Step::Key {
        let problem = match error {
            VaultError::WrongPassphrase => Problem::WrongPassphrase,
            VaultError::NoRoom => Problem::NoRoom,
            _ => Problem::NotKept,
        };
        passphrases::refuse(model, out, PassphraseOf::Vault, problem);
    }
}

/// Whether "Continue" on the key's page may go on: a passphrase that was typed is used first.
pub(super) fn may_continue(model: &mut Model, out: &mut Vec<Effect>) -> bool {
    model.vault.problem = None;
    let KeyState::Ready(key) = &model.key else { return true };
    let is_typed = !model.vault.passphrase.is_empty() && !model.drafts.do_not_keep_key;
    match key.kept {
        Kept::Yes(Guard::Passphrase) => true,
        _ if !is_typed || key.hold != Hold::Live => true,
        Kept::Saving(Guard::Passphrase) => {
            model.vault.continue_when_kept = true;
            false
        }
        _ => {
            keys::protect(model, out);
            model.vault.continue_when_kept = model.vault.problem.is_none();
            false
        }
    }
}
