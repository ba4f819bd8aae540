//! The private key and its request: made, signed, kept, shown, saved.
use crate::domain::secret::Secret;
use crate::request::algorithm::KeyType;
use crate::request::build;
use crate::request::fingerprint::Fingerprint;
use crate::request::vault::{Entry, Guard};

use super::copy_check::CopyCheck;
use super::draft::SubjectDraft;
use super::effect::{Effect, Purpose, Question};
use super::field::PassphraseOf;
use super::journey;
use super::message::{Answer, Loaded, MadeKey};
use super::model::{Model, Trouble};
use super::passphrases;
use super::shelf::{Storage, VaultError};
use super::step::Step;
use super::steps::subject::{self, SubjectChoice};
use super::vault;

/// A shown key is hidden again after this many milliseconds.
const SHOWN_MS: u32 = 60_000;

/// The private key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyState {
    /// Not made.
    None,
    /// Being made.
    Making(KeyType),
    /// The browser could not make or use it.
    Failed,
    /// Made.
    Ready(Box<Key>),
}

/// A key that was made. The key itself is in the browser's hands; this is what is known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// Its type.
    pub key_type: KeyType,
    /// Its name.
    pub fingerprint: Fingerprint,
    /// Its public half, in DER.
    pub subject_public_key_info: Vec<u8>,
    /// Whether it can be used.
    pub hold: Hold,
    /// Whether this browser keeps it.
    pub kept: Kept,
    /// It was given to the customer as a file.
    pub downloaded: bool,
    /// The customer says: I have the file.
    pub attested: bool,
    /// The customer chose the file again, and whether it holds this key.
    pub copy: CopyCheck,
    /// The request made with it.
    pub request: RequestState,
}

/// Whether the page can use the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hold {
    /// Yes.
    Live,
    /// It is being read from this browser's storage after a reload.
    Loading,
    /// Not before the vault is opened.
    Locked,
    /// No: it is only in the customer's file.
    Gone,
}

/// Whether this browser keeps the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// No.
    No,
    /// It is being written and read back.
    Saving(Guard),
    /// Yes: it was read back.
    Yes(Guard),
    /// It could not be.
    Failed(VaultError),
}

/// The request made with the key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RequestState {
    /// Not made.
    None,
    /// Being signed.
    Signing {
        /// What it is made for.
        subject: SubjectDraft,
        /// `CertificationRequestInfo` in DER.
        to_be_signed: Vec<u8>,
    },
    /// Made.
    Made {
        /// What it was made for.
        subject: SubjectDraft,
        /// PEM.
        csr: String,
    },
}

impl Key {
    /// Whether the customer has a file with it: the file was chosen again and compared, or was downloaded and the customer
    /// says so.
    pub fn is_in_hand(&self) -> bool {
        self.copy == CopyCheck::Same || self.downloaded && self.attested
    }
}

/// Whether the order may be sent: the customer has the file, or the vault keeps the key under a passphrase, in a page of its
/// own, and the browser has promised to delete nothing. (A copy that this browser remembers without a passphrase protects
/// against a reload, not against a lost browser profile, and does not count.)
pub fn is_safe(model: &Model) -> bool {
    let KeyState::Ready(key) = &model.key else { return false };
    key.is_in_hand() || key.kept == Kept::Yes(Guard::Passphrase) && model.vault.storage.is_some_and(Storage::is_lasting)
}

/// Whether leaving the page now would leave an unsafe key behind.
pub fn is_at_risk(model: &Model) -> bool {
    matches!(model.key, KeyState::Ready(_)) && !super::existing::is_chosen(model) && !model.elsewhere && !is_safe(model)
}

/// What is needed on the key page: a key of the chosen type, and a request for what the subject says.
pub fn drive(model: &mut Model, out: &mut Vec<Effect>) {
    if model.place != Step::Key || !model.can_make_keys {
        return;
    }
    let Ok(choice) = subject::parse(model) else { return };
    match &model.key {
        KeyState::None => make(model, out, choice.key_type),
        KeyState::Ready(key) if key.key_type != choice.key_type => make(model, out, choice.key_type),
        KeyState::Ready(key) => match (&key.request, key.hold) {
            (RequestState::Made { subject, .. } | RequestState::Signing { subject, .. }, _)
                if *subject == model.drafts.subject => {}
            (_, Hold::Live) => sign(model, out, &choice),
            (_, Hold::Loading | Hold::Locked) => {}
            (_, Hold::Gone) => {
                model.trouble = Some(Trouble::KeyLost);
                make(model, out, choice.key_type);
            }
        },
        KeyState::Making(_) | KeyState::Failed => {}
    }
}

/// Makes a new key; the copy that this browser keeps of the old one goes with it.
pub fn make(model: &mut Model, out: &mut Vec<Effect>, key_type: KeyType) {
    if let KeyState::Ready(old) = &model.key {
        out.push(Effect::ForgetKey(old.fingerprint));
    }
    for purpose in [Purpose::Sign, Purpose::KeepKey, Purpose::LoadKey, Purpose::DownloadKey, Purpose::CheckCopy] {
        model.cancel(purpose);
    }
    hide(model);
    model.key = KeyState::Making(key_type);
    model.ask(out, Purpose::MakeKey, Question::MakeKey(key_type));
}

/// "Cancel": the browser cannot stop, so its answer is dropped when it comes. The page before takes another key type.
pub fn cancel(model: &mut Model, out: &mut Vec<Effect>) {
    if matches!(model.key, KeyState::Making(_)) {
        model.cancel(Purpose::MakeKey);
        model.key = KeyState::None;
        journey::go(model, out, Step::Subject, false);
    }
}

/// The browser made the key.
pub fn made(model: &mut Model, out: &mut Vec<Effect>, made: Option<MadeKey>) {
    let KeyState::Making(key_type) = model.key else { return };
    let Some(MadeKey { subject_public_key_info, fingerprint }) = made else {
        model.key = KeyState::Failed;
        return;
    };
    model.key = KeyState::Ready(Box::new(Key {
        key_type,
        fingerprint,
        subject_public_key_info,
        hold: Hold::Live,
        kept: Kept::No,
        downloaded: false,
        attested: false,
        copy: CopyCheck::None,
        request: RequestState::None,
    }));
    if model.can_store && !model.drafts.do_not_keep_key {
        keep(model, out);
    }
}

/// Keeps the key in this browser: in the vault where that is open, else as the browser can.
pub fn keep(model: &mut Model, out: &mut Vec<Effect>) {
    let guard = if model.vault.is_open() { Guard::Passphrase } else { Guard::Browser };
    keep_by(model, out, guard, None);
}

/// Keeps the key in the vault, which `passphrase` opens; where there is no vault yet, it is the passphrase of the new one.
pub fn protect(model: &mut Model, out: &mut Vec<Effect>) {
    let passphrase = if model.vault.is_open() { None } else { passphrases::of_vault(model, out) };
    if passphrase.is_some() || model.vault.is_open() {
        keep_by(model, out, Guard::Passphrase, passphrase);
    }
}

fn keep_by(model: &mut Model, out: &mut Vec<Effect>, guard: Guard, passphrase: Option<Secret>) {
    let domain = model.drafts.subject.domain.trim().to_lowercase();
    let KeyState::Ready(key) = &mut model.key else { return };
    if key.hold != Hold::Live {
        return;
    }
    key.kept = Kept::Saving(guard);
    let question = Question::KeepKey { key: key.fingerprint, key_type: key.key_type, domain, guard, passphrase };
    model.ask(out, Purpose::KeepKey, question);
}

/// The box was cleared: this browser forgets its copy.
pub fn forget(model: &mut Model, out: &mut Vec<Effect>) {
    model.cancel(Purpose::KeepKey);
    if let KeyState::Ready(key) = &mut model.key {
        key.kept = Kept::No;
        out.push(Effect::ForgetKey(key.fingerprint));
    }
}

/// The copy was written and read back, or not. What was kept before stays kept.
pub fn kept(model: &mut Model, out: &mut Vec<Effect>, answer: Result<Storage, VaultError>) {
    let KeyState::Ready(key) = &mut model.key else { return };
    let Kept::Saving(guard) = key.kept else { return };
    match answer {
        Ok(storage) => {
            key.kept = Kept::Yes(guard);
            vault::kept(model, out, guard, storage);
        }
        Err(error) => {
            key.kept = Kept::Failed(error);
            vault::not_kept(model, out, guard, error);
        }
    }
}

/// The kept copy was read after a reload, or could not be.
pub fn loaded(model: &mut Model, loaded: Loaded) {
    model.vault.storage = loaded.storage.or(model.vault.storage);
    let KeyState::Ready(key) = &mut model.key else { return };
    key.hold = loaded.hold;
    if loaded.hold != Hold::Gone {
        return;
    }
    key.kept = Kept::Failed(VaultError::Gone);
    if !key.is_in_hand() {
        model.key = KeyState::None;
        model.trouble = Some(Trouble::KeyLost);
    }
}

/// What is kept was looked at: the copy may be gone by now, or have come under the passphrase.
pub(super) fn seen(model: &mut Model, entries: &[Entry]) {
    let KeyState::Ready(key) = &mut model.key else { return };
    let Kept::Yes(_) = key.kept else { return };
    match entries.iter().find(|entry| entry.key == key.fingerprint) {
        Some(entry) => key.kept = Kept::Yes(entry.guard),
        None if key.hold == Hold::Live => key.kept = Kept::Failed(VaultError::Gone),
        None => loaded(model, Loaded { hold: Hold::Gone, storage: None }),
    }
}

fn sign(model: &mut Model, out: &mut Vec<Effect>, choice: &SubjectChoice) {
    let subject = model.drafts.subject.clone();
    let carried = model.config.subject_in_request;
    let KeyState::Ready(key) = &mut model.key else { return };
    let (fingerprint, key_type) = (key.fingerprint, key.key_type);
    let Ok(bytes) = build::to_be_signed(&choice.subject, carried, key_type, &key.subject_public_key_info) else {
        model.key = KeyState::Failed;
        return;
    };
    key.request = RequestState::Signing { subject, to_be_signed: bytes.clone() };
    model.ask(out, Purpose::Sign, Question::Sign { key: fingerprint, key_type, bytes });
}

/// The browser signed the request.
pub fn signed(model: &mut Model, signature: Option<&[u8]>) {
    let KeyState::Ready(key) = &mut model.key else { return };
    let RequestState::Signing { subject, to_be_signed } = &key.request else { return };
    match signature.map(|signature| build::assemble(to_be_signed, key.key_type, signature)) {
        Some(Ok(csr)) => key.request = RequestState::Made { subject: subject.clone(), csr },
        _ => model.key = KeyState::Failed,
    }
}

/// "Show".
pub fn show(model: &mut Model, out: &mut Vec<Effect>) {
    if let Some(fingerprint) = live(model) {
        model.ask(out, Purpose::Reveal, Question::RevealKey(fingerprint));
    }
}

/// The key's text is here: it stays for a minute.
pub fn revealed(model: &mut Model, out: &mut Vec<Effect>, text: Option<Secret>) {
    model.revealed = text;
    if model.revealed.is_some() {
        model.ask(out, Purpose::HideLater, Question::Wait(SHOWN_MS));
    }
}

/// The key's text goes.
pub fn hide(model: &mut Model) {
    model.cancel(Purpose::Reveal);
    model.cancel(Purpose::HideLater);
    model.revealed = None;
}

/// "Copy".
pub fn copy(model: &mut Model, out: &mut Vec<Effect>) {
    if let Some(fingerprint) = live(model) {
        model.ask(out, Purpose::CopyKey, Question::CopyKey(fingerprint));
    }
}

/// "Download".
pub fn download(model: &mut Model, out: &mut Vec<Effect>) {
    download_as(model, out, None);
}

/// "Download encrypted".
pub fn download_encrypted(model: &mut Model, out: &mut Vec<Effect>) {
    if let Some(passphrase) = passphrases::new(model, out, PassphraseOf::File) {
        download_as(model, out, Some(passphrase));
    }
}

fn download_as(model: &mut Model, out: &mut Vec<Effect>, passphrase: Option<Secret>) {
    let Some(key) = live(model) else { return };
    let Ok(choice) = subject::parse(model) else { return };
    let file_name = key.key_file_name(choice.subject.domain.as_str(), passphrase.is_some());
    model.ask(out, Purpose::DownloadKey, Question::DownloadKey { key, file_name, passphrase });
}

/// The file was handed to the browser's downloads, or not.
pub fn downloaded(model: &mut Model, answer: &Answer) {
    if let (KeyState::Ready(key), Answer::Done(true)) = (&mut model.key, answer) {
        key.downloaded = true;
        model.vault.forget_passphrases();
    }
}

pub(super) fn live(model: &Model) -> Option<Fingerprint> {
    match &model.key {
        KeyState::Ready(key) if key.hold == Hold::Live => Some(key.fingerprint),
        _ => None,
    }
}
