//! "Check my copy": the customer chooses the downloaded file again, and this browser compares its key with the order's.
use crate::domain::problem::Problem;
use crate::request::keyfile::NotKeyFile;

use super::effect::{Effect, Purpose, Question};
use super::field::PassphraseOf;
use super::keys::KeyState;
use super::model::Model;
use super::passphrases;

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CopyCheck {
    /// Nothing yet.
    #[default]
    None,
    /// The file is being read.
    Checking,
    /// The file holds this key.
    Same,
    /// It holds another key.
    Other,
    /// It is encrypted: its passphrase is wanted.
    Locked,
    /// The passphrase does not open it.
    WrongPassphrase,
    /// It is no file with a key that can be compared.
    NotKeyFile(NotKeyFile),
    /// The browser could not read it, or cannot compare.
    Unreadable,
}

/// A file was chosen; the browser holds it.
pub fn chosen(model: &mut Model, out: &mut Vec<Effect>) {
    let passphrase = model.vault.file_passphrase.clone();
    let KeyState::Ready(key) = &mut model.key else { return };
    key.copy = CopyCheck::Checking;
    let (key, key_type) = (key.fingerprint, key.key_type);
    let public = match &model.key {
        KeyState::Ready(key) => key.subject_public_key_info.clone(),
        _ => return,
    };
    let passphrase = (!passphrase.is_empty()).then_some(passphrase);
    model.ask(out, Purpose::CheckCopy, Question::CheckCopy { key, key_type, public, passphrase });
}

/// The browser has compared.
pub fn checked(model: &mut Model, out: &mut Vec<Effect>, verdict: CopyCheck) {
    let KeyState::Ready(key) = &mut model.key else { return };
    key.copy = verdict;
    match verdict {
        CopyCheck::Same => model.vault.forget_passphrases(),
        CopyCheck::WrongPassphrase => passphrases::refuse(model, out, PassphraseOf::File, Problem::WrongPassphrase),
        _ => {}
    }
}
