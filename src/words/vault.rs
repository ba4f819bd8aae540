//! The sentences about kept keys: the page `#/keys`, the vault's passphrase, copies in files.
use super::Words;
use super::en;
use super::key::keys;
use super::speech::{Arg, Said, Speech};
use crate::domain::passphrase::Strength;
use crate::request::keyfile::NotKeyFile;
use crate::request::vault::{Guard, NotVault};
use crate::wizard::copy_check::CopyCheck;
use crate::wizard::shelf::{Done, VaultError};

keys! {
    /// A sentence about kept keys; the English one beside each is its documentation: `en/vault.rs`.
    pub enum VaultSay: Vault, en::vault::vault {
        // The page.
        Lead,
        BackToOrder,
        Reading,
        Working,
        NoKeys,
        ListTitle,
        StorageDenied,
        StorageInFrame,
        StorageMayGo,
        StorageLasts,
        PassphraseTitle,
        VaultNone,
        VaultLocked,
        VaultOpen,
        SetPassphrase,
        OpenVault,
        CloseVault,
        ChangeTitle,
        Change,
        Kept,
        Order,
        KeptHow,
        Rename,
        NewName,
        SaveName,
        Delete,
        DownloadEncrypted,
        FilesTitle,
        FilesLead,
        Export,
        ChooseVaultFile,
        // Passphrases.
        PassphraseHint,
        ShowPassphrase,
        HidePassphrase,
        // The key's own page.
        ProtectLead,
        Protect,
        ProtectInVault,
        PutIntoVault,
        Remembered,
        InVault,
        KeyLocked,
        EncryptedTitle,
        EncryptedLead,
        CopyTitle,
        CopyLead,
        ChooseCopy,
        // Review.
        SafeInVault,
        CardFingerprint,
        // What is filled in.
        EndsOn,
        DeleteAsk,
        Exported,
        ExportedDamaged,
        ImportedNothing,
        ImportedNew,
        ImportedKnown,
        ImportedBoth,
        // How a key is kept.
        ByPassphrase,
        ByBrowser,
        // How hard a passphrase is to guess.
        StrengthRefused,
        StrengthWeak,
        StrengthFair,
        StrengthGood,
        StrengthStrong,
        // What was done.
        Opened,
        Closed,
        Renamed,
        Deleted,
        Downloaded,
        Changed,
        // What could not be done.
        KeyNoRoom,
        KeyGone,
        KeyWrongPassphrase,
        KeyNotKept,
        WrongPassphrase,
        Locked,
        NoRoom,
        Denied,
        Gone,
        FileOther,
        FileLater,
        FileBroken,
        FileTooBig,
        FileUnreadable,
        Failed,
        // What the comparison of a file with the key says.
        CopyChecking,
        CopySame,
        CopyOther,
        CopyLocked,
        CopyWrongPassphrase,
        CopyNoKey,
        CopyOtherForm,
        CopyBroken,
    }
}

/// A piece of text about kept keys that depends on something.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the English sentences are its documentation: `en/vault.rs`")]
pub enum VaultText {
    Say(VaultSay),
    KeptBy(Guard),
    EndsOn(String),
    DeleteAsk(String),
    Said(Done),
    Failed(VaultError),
    StrengthIs(Strength),
    NotKept(VaultError),
    CopyIs(CopyCheck),
}

impl Said for VaultText {
    fn said(self, speech: &Speech) -> Words {
        speech.vault(&self)
    }
}

impl Speech {
    fn vault(&self, text: &VaultText) -> Words {
        match text {
            VaultText::Say(key) => self.say(*key),
            VaultText::EndsOn(date) => self.fill(VaultSay::EndsOn, &[Arg::Text(date)]),
            VaultText::DeleteAsk(name) => self.fill(VaultSay::DeleteAsk, &[Arg::Text(name)]),
            VaultText::KeptBy(Guard::Passphrase) => self.say(VaultSay::ByPassphrase),
            VaultText::KeptBy(Guard::Browser) => self.say(VaultSay::ByBrowser),
            VaultText::Said(done) => self.done(*done),
            VaultText::Failed(error) => self.say(failed(*error)),
            VaultText::NotKept(error) => self.say(not_kept(*error)),
            VaultText::StrengthIs(strength) => self.say(strength_is(*strength)),
            VaultText::CopyIs(verdict) => copy_is(*verdict).map_or_else(Words::default, |key| self.say(key)),
        }
    }

    fn done(&self, done: Done) -> Words {
        let key = match done {
            Done::Looked => return Words::default(),
            Done::Opened => VaultSay::Opened,
            Done::Closed => VaultSay::Closed,
            Done::Renamed => VaultSay::Renamed,
            Done::Deleted => VaultSay::Deleted,
            Done::Downloaded => VaultSay::Downloaded,
            Done::Changed => VaultSay::Changed,
            Done::Exported { keys, damaged: 0 } => return self.fill(VaultSay::Exported, &[Arg::Number(keys)]),
            Done::Exported { keys, damaged } => {
                return self.fill(VaultSay::ExportedDamaged, &[Arg::Number(keys), Arg::Number(damaged)]);
            }
            Done::Imported { new: 0, known: 0 } => VaultSay::ImportedNothing,
            Done::Imported { new, known: 0 } => return self.fill(VaultSay::ImportedNew, &[Arg::Number(new)]),
            Done::Imported { new: 0, known } => return self.fill(VaultSay::ImportedKnown, &[Arg::Number(known)]),
            Done::Imported { new, known } => {
                return self.fill(VaultSay::ImportedBoth, &[Arg::Number(new), Arg::Number(known)]);
            }
        };
        self.say(key)
    }
}

fn strength_is(strength: Strength) -> VaultSay {
    match strength {
        Strength::Refused => VaultSay::StrengthRefused,
        Strength::Weak => VaultSay::StrengthWeak,
        Strength::Fair => VaultSay::StrengthFair,
        Strength::Good => VaultSay::StrengthGood,
        Strength::Strong => VaultSay::StrengthStrong,
    }
}

fn not_kept(error: VaultError) -> VaultSay {
    match error {
        VaultError::NoRoom => VaultSay::KeyNoRoom,
        VaultError::Gone => VaultSay::KeyGone,
        VaultError::WrongPassphrase => VaultSay::KeyWrongPassphrase,
        _ => VaultSay::KeyNotKept,
    }
}

fn failed(error: VaultError) -> VaultSay {
    match error {
        VaultError::WrongPassphrase => VaultSay::WrongPassphrase,
        VaultError::Locked => VaultSay::Locked,
        VaultError::NoRoom => VaultSay::NoRoom,
        VaultError::Denied => VaultSay::Denied,
        VaultError::Gone => VaultSay::Gone,
        VaultError::NotVault(NotVault::Other) => VaultSay::FileOther,
        VaultError::NotVault(NotVault::Later) => VaultSay::FileLater,
        VaultError::NotVault(NotVault::Broken) => VaultSay::FileBroken,
        VaultError::NotVault(NotVault::TooBig) => VaultSay::FileTooBig,
        VaultError::Unreadable => VaultSay::FileUnreadable,
        VaultError::Failed => VaultSay::Failed,
    }
}

fn copy_is(verdict: CopyCheck) -> Option<VaultSay> {
    Some(match verdict {
        CopyCheck::None => return None,
        CopyCheck::Checking => VaultSay::CopyChecking,
        CopyCheck::Same => VaultSay::CopySame,
        CopyCheck::Other => VaultSay::CopyOther,
        CopyCheck::Locked => VaultSay::CopyLocked,
        CopyCheck::WrongPassphrase => VaultSay::CopyWrongPassphrase,
        CopyCheck::NotKeyFile(NotKeyFile::NoKey) => VaultSay::CopyNoKey,
        CopyCheck::NotKeyFile(NotKeyFile::OtherForm) => VaultSay::CopyOtherForm,
        CopyCheck::NotKeyFile(NotKeyFile::Broken) => VaultSay::CopyBroken,
        CopyCheck::Unreadable => VaultSay::FileUnreadable,
    })
}
