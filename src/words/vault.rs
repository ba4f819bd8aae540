//! The sentences about kept keys: the page `#/keys`, the vault's passphrase, copies in files.
use crate::domain::passphrase::Strength;
use crate::request::vault::Guard;
use crate::wizard::copy_check::CopyCheck;
use crate::wizard::shelf::{Done, VaultError};

/// A piece of text about kept keys.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the English sentence beside each is its documentation: `en/vault.rs`")]
pub enum VaultText {
    // The page.
    Title,
    Lead,
    BackToOrder,
    Reading,
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
    KeptBy(Guard),
    EndsOn(String),
    Rename,
    NewName,
    SaveName,
    Delete,
    DeleteAsk(String),
    DownloadEncrypted,
    FilesTitle,
    FilesLead,
    Export,
    ChooseVaultFile,
    Said(Done),
    Failed(VaultError),
    // Passphrases.
    PassphraseHint,
    StrengthIs(Strength),
    ShowPassphrase,
    HidePassphrase,
    // The key's own page.
    ProtectLead,
    Protect,
    ProtectInVault,
    PutIntoVault,
    Remembered,
    InVault,
    NotKept(VaultError),
    KeyLocked,
    EncryptedTitle,
    EncryptedLead,
    CopyTitle,
    CopyLead,
    ChooseCopy,
    CopyIs(CopyCheck),
    // Review.
    SafeInVault,
    CardFingerprint,
}
