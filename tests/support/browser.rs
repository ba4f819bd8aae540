//! The browser's ports, played natively: keys by `RustCrypto`, storage in a map, downloads in a list.
use cert_order::domain::problem::NotRequest;
use cert_order::domain::secret::Secret;
use cert_order::request::csr::Verdict;
use cert_order::request::fingerprint::Fingerprint;
use cert_order::request::{given, keyfile};
use cert_order::wizard::effect::{Asset, Effect, Focus, Question};
use cert_order::wizard::message::{Answer, Checked, MadeKey, StoredDraft};
use cert_order::wizard::step::Step;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::crypto::NativeKey;
use super::vault::{Played, key_file};
use super::verify;

/// How a port behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Port {
    /// As it should.
    #[default]
    Works,
    /// It says no.
    Fails,
    /// It says nothing yet.
    Silent,
}

/// Part of the list of public suffixes.
pub const SUFFIXES: &str = "ck !www *\ncom\nde\norg\nuk ac co\n";

/// What `URL` makes of a name: UTS #46, non-transitional, without rules for the letters of ASCII.
pub fn to_ascii(name: &str) -> Option<String> {
    idna::domain_to_ascii_cow(name.as_bytes(), idna::AsciiDenyList::URL).ok().map(Into::into)
}

fn all_to_ascii(names: &[String]) -> Answer {
    Answer::Ascii(names.iter().map(|name| to_ascii(name)).collect())
}

/// A key with its name.
pub type Named = (Fingerprint, NativeKey);

/// The browser.
#[derive(Default)]
pub struct Browser {
    /// The page's address, once one was shown.
    pub address: Option<Step>,
    /// The address is that of the kept keys.
    pub shows_keys: bool,
    /// Where the focus went last.
    pub focus: Option<Focus>,
    /// The stored draft.
    pub draft: Option<StoredDraft>,
    /// Keys in the page's hands.
    pub live: Vec<Named>,
    /// Keys that storage keeps.
    pub kept: Vec<Named>,
    /// What storage knows of them, and the vault.
    pub vault: Played,
    /// Every key ever made.
    pub made: Vec<Named>,
    /// A line from the middle of each of their files: whoever has it has seen the private half.
    pub secrets: Vec<String>,
    /// Public files given to the customer: name and text.
    pub downloads: Vec<(String, String)>,
    /// Key files given to the customer: name and text.
    pub key_files: Vec<(String, Secret)>,
    /// Whether this page holds the lock.
    pub holds_lock: bool,
    /// How often the lock was let go.
    pub releases: usize,
    /// Makes keys.
    pub making: Port,
    /// Signs.
    pub signing: Port,
    /// Keeps keys and loads them.
    pub keeping: Port,
    /// Gives files.
    pub downloading: Port,
    /// The lock.
    pub locking: Port,
    /// What the file that was chosen last holds.
    pub file: Vec<u8>,
    /// Reads files.
    pub reading: Port,
    /// Checks requests.
    pub checking: Port,
    /// Reads names in letters of any alphabet.
    pub naming: Port,
    /// Loads files that only some orders need.
    pub loading: Port,
}

/// SHA-256 of the public key.
pub fn fingerprint(key: &NativeKey) -> Fingerprint {
    Fingerprint(Sha256::digest(key.subject_public_key_info()).into())
}

/// The private key as a PEM file's text.
pub fn pem(key: &NativeKey) -> Secret {
    keyfile::to_pem(&Zeroizing::new(key.pkcs8()))
}

pub(super) fn find(keys: &[Named], name: Fingerprint) -> Option<&NativeKey> {
    keys.iter().find(|(known, _)| *known == name).map(|(_, key)| key)
}

impl Port {
    /// What a port answers that works, or that says no.
    fn answer(self, works: impl FnOnce() -> Answer, fails: Answer) -> Option<Answer> {
        match self {
            Self::Works => Some(works()),
            Self::Fails => Some(fails),
            Self::Silent => None,
        }
    }

    /// The answer of a port that works, if this one does.
    fn done(self, works: impl FnOnce() -> bool) -> Option<Answer> {
        match self {
            Self::Works => Some(Answer::Done(works())),
            Self::Fails => Some(Answer::Done(false)),
            Self::Silent => None,
        }
    }
}

impl Browser {
    /// The page is closed: what it held in memory is gone.
    pub fn close_page(&mut self) {
        self.live.clear();
        self.vault.is_open = false;
        self.holds_lock = false;
    }

    /// What needs no answer.
    pub fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Navigate { step, .. } => {
                self.address = Some(step);
                self.shows_keys = false;
            }
            Effect::Focus(focus) => self.focus = Some(focus),
            Effect::DropDraft => self.draft = None,
            Effect::ForgetKey(name) => self.forget(name),
            Effect::ForgetAllKeys => {
                self.kept.clear();
                self.vault = Played { storage: self.vault.storage, ..Played::default() };
            }
            Effect::NoteKey { key, order, is_issued } => self.vault.note(key, &order, is_issued),
            Effect::CloseVault => self.vault.is_open = false,
            Effect::ShowKeys => self.shows_keys = true,
            Effect::Download { file_name, text, .. } => self.downloads.push((file_name, text)),
            Effect::ReleaseLock => {
                self.holds_lock = false;
                self.releases += 1;
            }
            Effect::Ask { .. } | Effect::SaveDraft(_) | Effect::TakeOver => unreachable!("the visit sees to this"),
        }
    }

    /// The answer to anything but calls, waits and drafts; `None` when it does not come yet.
    pub fn answer(&mut self, question: &Question) -> Option<Answer> {
        let making = self.making;
        match question {
            Question::MakeKey(key_type) => {
                let make = || Answer::KeyMade(Some(self.make(NativeKey::make(*key_type, self.made.len() as u64))));
                making.answer(make, Answer::KeyMade(None))
            }
            Question::Sign { key, bytes, .. } => {
                let sign = || Answer::Signed(find(&self.live, *key).map(|key| key.sign(bytes)));
                self.signing.answer(sign, Answer::Signed(None))
            }
            Question::KeepKey { .. } => self.keep(question),
            Question::LoadKey { key, .. } => self.load(*key),
            Question::CheckCopy { key, passphrase, .. } => self.compare(*key, passphrase.as_ref()),
            Question::Vault(deed) => self.do_in_vault(deed),
            Question::RevealKey(key) => Some(Answer::Revealed(find(&self.live, *key).map(pem))),
            Question::CopyKey(key) => Some(Answer::Done(find(&self.live, *key).is_some())),
            Question::DownloadKey { key, file_name, passphrase } => self.downloading.done(|| {
                let text = find(&self.live, *key).map(|key| key_file(key, passphrase.as_ref()));
                self.key_files.extend(text.clone().map(|text| (file_name.clone(), text)));
                text.is_some()
            }),
            Question::TakeLock => {
                let taken = self.locking.done(|| true);
                self.holds_lock |= taken == Some(Answer::Done(true));
                taken
            }
            Question::ReadFile => {
                let read = || Answer::FileRead(Ok(given::text_of_file(&self.file)));
                self.reading.answer(read, Answer::FileRead(Err(NotRequest::Unreadable)))
            }
            Question::CheckRequest(request) => match self.checking {
                Port::Works => Some(Answer::Checked(Checked {
                    fingerprint: Some(Fingerprint(Sha256::digest(&request.subject_public_key_info).into())),
                    verdict: verify::check(request),
                })),
                Port::Fails => Some(Answer::Checked(Checked { fingerprint: None, verdict: Verdict::Unknown })),
                Port::Silent => None,
            },
            Question::ToAscii(names) => self.naming.answer(|| all_to_ascii(names), Answer::Ascii(Vec::new())),
            Question::Load(Asset::Suffixes) => {
                self.loading.answer(|| Answer::Asset(Some(SUFFIXES.to_owned())), Answer::Asset(None))
            }
            Question::CopyText(_) => Some(Answer::Done(true)),
            Question::Http { .. } | Question::Wait(_) | Question::SaveDraft(_) => {
                unreachable!("the visit sees to this")
            }
        }
    }

    fn make(&mut self, key: NativeKey) -> MadeKey {
        let made = MadeKey { subject_public_key_info: key.subject_public_key_info(), fingerprint: fingerprint(&key) };
        let file = pem(&key);
        let lines: Vec<&str> = file.expose().lines().collect();
        self.secrets.push(lines[lines.len() / 2].to_owned());
        self.live.push((made.fingerprint, key.clone()));
        self.made.push((made.fingerprint, key));
        made
    }
}
