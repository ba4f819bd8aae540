//! The vault, played natively: what the form sees of it, without its cryptography, which `tests/browser/` has.
use cert_order::domain::secret::Secret;
use cert_order::request::fingerprint::Fingerprint;
use cert_order::request::keyfile::{self, KeyFile};
use cert_order::request::vault::{Entry, Guard};
use cert_order::wizard::copy_check::CopyCheck;
use cert_order::wizard::effect::Question;
use cert_order::wizard::keys::Hold;
use cert_order::wizard::message::{Answer, Loaded};
use cert_order::wizard::shelf::{Deed, Done, Shelf, Storage, VaultError};

use super::browser::{Browser, Port, find, pem};
use super::crypto::NativeKey;

/// A passphrase that is taken.
pub const PASSPHRASE: &str = "correct horse battery staple";
/// Another one.
pub const OTHER_PASSPHRASE: &str = "yellow teapot under seven rivers";

/// What storage knows.
#[derive(Default)]
pub struct Played {
    /// Of each kept key.
    pub entries: Vec<Entry>,
    /// The passphrase, once there is a vault.
    pub passphrase: Option<Secret>,
    /// This page has opened it.
    pub is_open: bool,
    /// What the browser promises.
    pub storage: Storage,
    /// Why nothing can be kept.
    pub refuses: Option<VaultError>,
    /// Vault files given to the customer: their passphrases, and how many keys are in each.
    pub exports: Vec<(Secret, usize)>,
    /// Deeds that were asked for.
    pub deeds: Vec<Deed>,
}

impl Played {
    fn open(&mut self, passphrase: &Secret) -> Result<(), VaultError> {
        if self.passphrase.get_or_insert_with(|| passphrase.clone()) != passphrase {
            return Err(VaultError::WrongPassphrase);
        }
        self.is_open = true;
        for entry in &mut self.entries {
            entry.guard = Guard::Passphrase;
        }
        Ok(())
    }

    /// Writes the order's number beside a key.
    pub fn note(&mut self, key: Fingerprint, order: &str, is_issued: bool) {
        for entry in self.entries.iter_mut().filter(|entry| entry.key == key) {
            order.clone_into(&mut entry.order);
            entry.issued_ms = entry.issued_ms.or(is_issued.then_some(1));
        }
    }

    fn entry(&mut self, key: Fingerprint) -> Result<&mut Entry, VaultError> {
        self.entries.iter_mut().find(|entry| entry.key == key).ok_or(VaultError::Gone)
    }
}

/// A file as it is given to the customer. An encrypted one is made up: its passphrase, then the key.
pub fn key_file(key: &NativeKey, passphrase: Option<&Secret>) -> Secret {
    let text = pem(key);
    match passphrase {
        Some(passphrase) => Secret::new(format!("encrypted by {}\n{}", passphrase.expose(), text.expose())),
        None => text,
    }
}

impl Browser {
    /// Storage has lost a key, or deletes it.
    pub fn forget(&mut self, name: Fingerprint) {
        self.kept.retain(|(known, _)| *known != name);
        self.vault.entries.retain(|entry| entry.key != name);
    }

    /// To `KeepKey`.
    pub fn keep(&mut self, question: &Question) -> Option<Answer> {
        let Question::KeepKey { key, key_type, domain, guard, passphrase } = question else { return None };
        let kept = match (self.keeping, self.vault.refuses) {
            (Port::Silent, _) => return None,
            (Port::Fails, _) => Err(VaultError::Failed),
            (_, Some(error)) => Err(error),
            (Port::Works, None) => Ok(()),
        };
        let kept = kept.and_then(|()| match passphrase {
            Some(passphrase) => self.vault.open(passphrase),
            None if *guard == Guard::Passphrase && !self.vault.is_open => Err(VaultError::Locked),
            None => Ok(()),
        });
        let kept = kept.and_then(|()| find(&self.live, *key).cloned().ok_or(VaultError::Failed));
        Some(Answer::Kept(kept.map(|pair| {
            self.forget(*key);
            self.kept.push((*key, pair));
            self.vault.entries.push(Entry {
                key: *key,
                key_type: *key_type,
                guard: *guard,
                name: String::new(),
                domain: domain.clone(),
                order: String::new(),
                created_ms: 1_790_000_000_000,
                issued_ms: None,
            });
            self.vault.storage
        })))
    }

    /// To `LoadKey`.
    pub fn load(&mut self, key: Fingerprint) -> Option<Answer> {
        let kept = match self.keeping {
            Port::Works => find(&self.kept, key).cloned(),
            Port::Fails => None,
            Port::Silent => return None,
        };
        let guard = self.vault.entry(key).map(|entry| entry.guard);
        let hold = match (kept, guard) {
            (Some(_), Ok(Guard::Passphrase)) if !self.vault.is_open => Hold::Locked,
            (Some(pair), Ok(_)) => {
                self.live.push((key, pair));
                Hold::Live
            }
            _ => Hold::Gone,
        };
        Some(Answer::Loaded(Loaded { hold, storage: Some(self.vault.storage) }))
    }

    /// To `CheckCopy`.
    pub fn compare(&mut self, key: Fingerprint, passphrase: Option<&Secret>) -> Option<Answer> {
        let verdict = match self.reading {
            Port::Works => self.compared(key, passphrase),
            Port::Fails => CopyCheck::Unreadable,
            Port::Silent => return None,
        };
        Some(Answer::CopyChecked(verdict))
    }

    fn compared(&self, key: Fingerprint, passphrase: Option<&Secret>) -> CopyCheck {
        let text = String::from_utf8_lossy(&self.file).into_owned();
        if let Some((first, _)) = text.split_once('\n').filter(|(first, _)| first.starts_with("encrypted by ")) {
            let Some(passphrase) = passphrase else { return CopyCheck::Locked };
            if first != format!("encrypted by {}", passphrase.expose()) {
                return CopyCheck::WrongPassphrase;
            }
        }
        match keyfile::read(&self.file) {
            Err(why) => CopyCheck::NotKeyFile(why),
            Ok(KeyFile::Encrypted(_)) => CopyCheck::Locked,
            Ok(KeyFile::Plain(pkcs8)) => {
                let ours = self.made.iter().find(|(name, _)| *name == key).map(|(_, key)| key.pkcs8());
                if ours.as_ref() == Some(&*pkcs8.0) { CopyCheck::Same } else { CopyCheck::Other }
            }
        }
    }

    /// To `Vault`.
    pub fn do_in_vault(&mut self, deed: &Deed) -> Option<Answer> {
        if self.keeping == Port::Silent {
            return None;
        }
        self.vault.deeds.push(deed.clone());
        let done = if self.keeping == Port::Fails { Err(VaultError::Failed) } else { self.done(deed) };
        Some(Answer::Vault(done.map(|done| {
            let now = Shelf {
                entries: self.vault.entries.clone(),
                has_vault: self.vault.passphrase.is_some(),
                is_open: self.vault.is_open,
                storage: self.vault.storage,
            };
            (done, now)
        })))
    }

    fn done(&mut self, deed: &Deed) -> Result<Done, VaultError> {
        let needs_open = matches!(deed, Deed::Export(_) | Deed::Import(_));
        if needs_open && !self.vault.is_open {
            return Err(VaultError::Locked);
        }
        Ok(match deed {
            Deed::Look => Done::Looked,
            Deed::Open(passphrase) => self.vault.open(passphrase).map(|()| Done::Opened)?,
            Deed::Close => {
                self.vault.is_open = false;
                Done::Closed
            }
            Deed::Rename(key, name) => {
                self.vault.entry(*key)?.name.clone_from(name);
                Done::Renamed
            }
            Deed::Delete(key) => {
                self.forget(*key);
                Done::Deleted
            }
            Deed::Download { key, file_name, passphrase } => {
                let is_closed = self.vault.entry(*key)?.guard == Guard::Passphrase && !self.vault.is_open;
                let pair = find(&self.kept, *key).filter(|_| !is_closed).ok_or(VaultError::Locked)?;
                let text = key_file(pair, passphrase.as_ref());
                self.key_files.push((file_name.clone(), text));
                Done::Downloaded
            }
            Deed::Change { old, new } => {
                if self.vault.passphrase.as_ref() != Some(old) {
                    return Err(VaultError::WrongPassphrase);
                }
                self.vault.passphrase = Some(new.clone());
                Done::Changed
            }
            Deed::Export(passphrase) => {
                self.vault.exports.push((passphrase.clone(), self.kept.len()));
                Done::Exported { keys: self.kept.len(), damaged: 0 }
            }
            Deed::Import(passphrase) => match self.vault.exports.last() {
                Some((right, _)) if right != passphrase => return Err(VaultError::WrongPassphrase),
                Some((_, count)) => Done::Imported { new: 0, known: *count },
                None => return Err(VaultError::NotVault(cert_order::request::vault::NotVault::Other)),
            },
        })
    }
}
