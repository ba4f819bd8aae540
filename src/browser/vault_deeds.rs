//! What is done with the kept keys: each deed, and how its end is called.
use wasm_bindgen::JsValue;

use super::deeds::PEM;
use super::ports::crypto::Crypto;
use super::ports::js::{Js, milliseconds, name_of};
use super::ports::store::{KEYS, Store};
use super::ports::{files, keep, key_file, space, vault, vault_file};
use super::runtime::Runtime;
use crate::domain::secret::Secret;
use crate::request::algorithm::KeyType;
use crate::request::fingerprint::Fingerprint;
use crate::request::vault::{Entry, Guard, LIMIT, NotVault, VaultFile};
use crate::wizard::copy_check::CopyCheck;
use crate::wizard::keys::Hold;
use crate::wizard::message::Loaded;
use crate::wizard::shelf::{Deed, Done, Shelf, Storage, VaultError};

/// How an exception of the browser is called.
pub fn vault_error(exception: &JsValue) -> VaultError {
    match name_of(exception).as_str() {
        // What AES in GCM mode says to a key that does not fit.
        "OperationError" => VaultError::WrongPassphrase,
        "QuotaExceededError" => VaultError::NoRoom,
        _ if exception.is_undefined() => VaultError::Gone,
        _ => VaultError::Failed,
    }
}

type End<T> = Result<T, VaultError>;

fn end<T>(done: Js<T>) -> End<T> {
    done.map_err(|exception| vault_error(&exception))
}

/// What is known of a key that is to be kept.
pub fn entry(key: Fingerprint, key_type: KeyType, domain: String, guard: Guard) -> Entry {
    let created_ms = milliseconds(js_sys::Date::now());
    let (name, order) = (String::new(), String::new());
    Entry { key, key_type, guard, name, domain, order, created_ms, issued_ms: None }
}

impl Runtime {
    /// Keeps a key; a vault is made or opened first, if that is wanted.
    pub(super) async fn keep(&self, entry: Entry, passphrase: Option<&Secret>) -> Result<Storage, VaultError> {
        let crypto = self.crypto.as_ref().ok_or(VaultError::Failed)?;
        let store = self.store.as_ref().ok_or(VaultError::Denied)?;
        let kept = async {
            if let Some(passphrase) = passphrase {
                // The customer has just pressed a button: the moment at which browsers listen to such a wish.
                space::wish();
                vault::open(crypto, store, passphrase).await?;
            }
            keep::keep(crypto, store, &keep::known(store, entry).await?).await
        };
        kept.await.map_err(|error| vault_error(&error))?;
        Ok(space::facts().await)
    }

    /// Reads a kept key after a reload.
    pub(super) async fn load_key(&self, key: Fingerprint, key_type: KeyType) -> Loaded {
        let (Some(crypto), Some(store)) = (&self.crypto, &self.store) else {
            return Loaded { hold: Hold::Gone, storage: None };
        };
        let hold = keep::load(crypto, store, key, key_type).await.unwrap_or(Hold::Gone);
        Loaded { hold, storage: Some(space::facts().await) }
    }

    /// Compares the key in the file that was chosen last.
    pub(super) async fn compare(&self, key_type: KeyType, public: &[u8], passphrase: Option<&Secret>) -> CopyCheck {
        let file = self.file.borrow().clone();
        match &self.crypto {
            Some(crypto) => key_file::compare(crypto, &file, key_type, public, passphrase).await,
            None => CopyCheck::Unreadable,
        }
    }

    /// Closes the vault in this page.
    pub(super) fn close_vault(&self) {
        if let Some(crypto) = &self.crypto {
            crypto.close_vault();
        }
    }

    /// Does `deed`, and looks at what is kept then.
    pub(super) async fn do_in_vault(&self, deed: Deed) -> End<(Done, Shelf)> {
        let store = self.store.as_ref().ok_or(VaultError::Denied)?;
        let done = match &self.crypto {
            Some(crypto) => self.do_it(crypto, store, deed).await?,
            // Outside a secure context nothing can be opened, but what there is can be seen.
            None if deed == Deed::Look => Done::Looked,
            None => return Err(VaultError::Failed),
        };
        end(keep::sweep(store).await)?;
        if let Some(crypto) = &self.crypto {
            // A vault that another tab has deleted is not open here either.
            let _ = vault::current(crypto, store).await;
        }
        let now = Shelf {
            entries: end(keep::list(store).await)?,
            has_vault: end(vault::is_there(store).await)?,
            is_open: self.crypto.as_ref().is_some_and(Crypto::has_vault),
            storage: space::facts().await,
        };
        Ok((done, now))
    }

    async fn do_it(&self, crypto: &Crypto, store: &Store, deed: Deed) -> End<Done> {
        match deed {
            Deed::Look => Ok(Done::Looked),
            Deed::Open(passphrase) => {
                space::wish();
                end(vault::open(crypto, store, &passphrase).await).map(|()| Done::Opened)
            }
            Deed::Close => {
                crypto.close_vault();
                Ok(Done::Closed)
            }
            Deed::Rename(key, name) => {
                let is_there = end(store.amend(KEYS, &keep::name(key), &[("name", name.as_str().into())]).await)?;
                if is_there { Ok(Done::Renamed) } else { Err(VaultError::Gone) }
            }
            Deed::Delete(key) => end(keep::forget(store, key).await).map(|()| Done::Deleted),
            Deed::Download { key, file_name, passphrase } => {
                download(crypto, store, key, &file_name, passphrase.as_ref()).await
            }
            Deed::Change { old, new } => end(vault::change(crypto, store, &old, &new).await).map(|()| Done::Changed),
            Deed::Export(passphrase) => export(crypto, store, &passphrase).await,
            Deed::Import(passphrase) => self.import(crypto, store, &passphrase).await,
        }
    }

    async fn import(&self, crypto: &Crypto, store: &Store, passphrase: &Secret) -> End<Done> {
        if !crypto.has_vault() {
            return Err(VaultError::Locked);
        }
        let file = self.file.borrow().clone();
        #[allow(clippy::cast_precision_loss, reason = "4 MB are far below 2^53")]
        let octets = files::octets(&file, LIMIT as f64).await.map_err(|_| VaultError::Unreadable)?;
        let octets = octets.ok_or(VaultError::NotVault(NotVault::TooBig))?;
        let text = std::str::from_utf8(&octets).map_err(|_| VaultError::NotVault(NotVault::Other))?;
        let file = VaultFile::read(text).map_err(VaultError::NotVault)?;
        let broken = VaultError::NotVault(NotVault::Broken);
        let opened = end(vault_file::open(crypto, &file, passphrase).await)?.ok_or(broken)?;
        // Inside a file that opened, whatever does not fit is damage, not a wrong passphrase.
        let imported = vault_file::import(crypto, store, &opened).await;
        let (new, known) = imported.map_err(|exception| match vault_error(&exception) {
            VaultError::NoRoom => VaultError::NoRoom,
            _ => broken,
        })?;
        Ok(Done::Imported { new, known })
    }
}

async fn download(
    crypto: &Crypto,
    store: &Store,
    key: Fingerprint,
    file_name: &str,
    passphrase: Option<&Secret>,
) -> End<Done> {
    let entry = keep::entry_of(store, key).await.map_err(|_| VaultError::Gone)?;
    if entry.guard == Guard::Passphrase && !crypto.has_vault() {
        return Err(VaultError::Locked);
    }
    let given = async {
        let pair = keep::open(crypto, store, key, entry.key_type, true).await?;
        match passphrase {
            Some(passphrase) => {
                let text = key_file::encrypted(crypto, pair.private(), passphrase).await?;
                files::download(file_name, PEM, &text)
            }
            None => files::download(file_name, PEM, crypto.text_of(pair.private()).await?.expose()),
        }
    };
    // A damaged entry says the same as a wrong passphrase, and nobody has typed one for it.
    given.await.map(|()| Done::Downloaded).map_err(|_| VaultError::Failed)
}

async fn export(crypto: &Crypto, store: &Store, passphrase: &Secret) -> End<Done> {
    if !crypto.has_vault() {
        return Err(VaultError::Locked);
    }
    let exported = async {
        let (text, keys, damaged) = vault_file::export(crypto, store, passphrase).await?;
        let today: String = js_sys::Date::new_0().to_iso_string().into();
        let today = today.split('T').next().unwrap_or_default();
        files::download(&format!("private-keys-{today}.json"), "application/json", &text)?;
        Ok(Done::Exported { keys, damaged })
    };
    exported.await.map_err(|_: JsValue| VaultError::Failed)
}
