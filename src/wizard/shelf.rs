//! What is kept on this browser's shelf, what can be done with it, and how that can end.
use crate::domain::secret::Secret;
use crate::request::fingerprint::Fingerprint;
use crate::request::vault::{Entry, NotVault};

use super::field::PassphraseOf;
use super::message::VaultMsg;
use super::model::FieldError;

/// What this browser promises about what it stores.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Storage {
    /// It deletes nothing by itself when room runs short.
    pub is_persistent: bool,
    /// The form is a page of its own, not a frame in another site's page, where storage is a separate one.
    pub is_top_level: bool,
}

impl Storage {
    /// Whether what is stored is there as long as the customer wants it.
    pub fn is_lasting(self) -> bool {
        self.is_persistent && self.is_top_level
    }
}

/// What is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shelf {
    /// The keys, the newest first.
    pub entries: Vec<Entry>,
    /// There is a vault with a passphrase.
    pub has_vault: bool,
    /// This page has opened it.
    pub is_open: bool,
    /// What is promised.
    pub storage: Storage,
}

/// What can be done with what is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// Read what there is; keys whose time is over go.
    Look,
    /// Open the vault; where there is none, make one with this passphrase. Keys that are only remembered are put into it.
    Open(Secret),
    /// Forget the opened vault's key.
    Close,
    /// Give a key a name.
    Rename(Fingerprint, String),
    /// Delete a key.
    Delete(Fingerprint),
    /// Give a key to the customer as a file, encrypted where there is a passphrase.
    Download {
        /// The key.
        key: Fingerprint,
        /// File name.
        file_name: String,
        /// Of the file.
        passphrase: Option<Secret>,
    },
    /// Another passphrase for the vault.
    Change {
        /// The passphrase until now.
        old: Secret,
        /// From now on.
        new: Secret,
    },
    /// Everything as one file, encrypted.
    Export(Secret),
    /// Take in the keys of such a file: the one that was chosen last.
    Import(Secret),
}

/// Why a deed was not done. Nothing was changed then, and no key was lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VaultError {
    /// It opens nothing.
    WrongPassphrase,
    /// The vault is not open in this page.
    Locked,
    /// There is no room.
    NoRoom,
    /// This browser stores nothing for this page.
    Denied,
    /// The key, or the vault, is not there any more.
    Gone,
    /// The file is no vault.
    NotVault(NotVault),
    /// The file could not be read.
    Unreadable,
    /// Something else.
    Failed,
}

/// What was done, for the words about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// It was looked.
    Looked,
    /// The vault is open.
    Opened,
    /// The vault is closed.
    Closed,
    /// The key has another name.
    Renamed,
    /// The key is deleted.
    Deleted,
    /// The file was handed to the browser's downloads.
    Downloaded,
    /// The passphrase is another one.
    Changed,
    /// The file with everything was handed to the browser's downloads.
    Exported {
        /// In it.
        keys: usize,
        /// Not in it, since they are damaged here.
        damaged: usize,
    },
    /// Keys came from a file.
    Imported {
        /// That were not there before.
        new: usize,
        /// That were there already.
        known: usize,
    },
}

/// All that the form knows of the vault.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[allow(clippy::struct_excessive_bools, reason = "independent facts, each read by itself")]
pub struct Vault {
    /// The page `#/keys` is shown.
    pub is_shown: bool,
    /// What is kept, once it was looked.
    pub shelf: Option<Shelf>,
    /// What is kept may have changed since it was looked.
    pub is_stale: bool,
    /// What the browser promises, once it was asked.
    pub storage: Option<Storage>,
    /// The vault's passphrase, being typed.
    pub passphrase: Secret,
    /// The vault's next passphrase, being typed.
    pub new_passphrase: Secret,
    /// A file's passphrase, being typed.
    pub file_passphrase: Secret,
    /// What is typed of the passphrases can be read.
    pub is_readable: bool,
    /// The key that is being renamed, and its name.
    pub renaming: Option<(Fingerprint, String)>,
    /// What is wrong with a field of the vault.
    pub problem: Option<FieldError>,
    /// How the last deed ended.
    pub said: Option<Result<Done, VaultError>>,
    /// "Continue" was pressed while the key was being put into the vault.
    pub continue_when_kept: bool,
    /// What was pressed while a deed was being done.
    pub(super) next: Option<VaultMsg>,
    /// What was written beside the order's key: the order's number, and whether its certificate is there.
    pub(super) noted: Option<(String, bool)>,
}

impl Vault {
    /// Whether this page has opened the vault.
    pub fn is_open(&self) -> bool {
        self.shelf.as_ref().is_some_and(|shelf| shelf.is_open)
    }

    /// Whether there is a vault with a passphrase.
    pub fn is_there(&self) -> bool {
        self.shelf.as_ref().is_some_and(|shelf| shelf.has_vault)
    }

    /// What is typed leaves memory.
    pub fn forget_passphrases(&mut self) {
        self.passphrase = Secret::default();
        self.new_passphrase = Secret::default();
        self.file_passphrase = Secret::default();
        self.is_readable = false;
        self.problem = None;
    }

    /// What is typed into a field of a passphrase.
    pub fn typed(&self, of: PassphraseOf) -> &Secret {
        match of {
            PassphraseOf::Vault => &self.passphrase,
            PassphraseOf::NextVault => &self.new_passphrase,
            PassphraseOf::File => &self.file_passphrase,
        }
    }

    pub(super) fn place_of(&mut self, of: PassphraseOf) -> &mut Secret {
        match of {
            PassphraseOf::Vault => &mut self.passphrase,
            PassphraseOf::NextVault => &mut self.new_passphrase,
            PassphraseOf::File => &mut self.file_passphrase,
        }
    }
}
