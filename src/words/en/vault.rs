//! English: kept keys, passphrases, copies in files.
use crate::domain::passphrase::Strength;
use crate::request::keyfile::NotKeyFile;
use crate::request::vault::{Guard, NotVault};
use crate::wizard::copy_check::CopyCheck;
use crate::wizard::shelf::{Done, VaultError};
use crate::words::Words;
use crate::words::vault::VaultText;

#[allow(clippy::too_many_lines, reason = "one exhaustive match is how a missing sentence does not compile")]
pub(super) fn text(text: VaultText) -> Words {
    let words: &'static str = match text {
        VaultText::Title => "Private keys in this browser",
        VaultText::Lead => {
            "These keys were made here and are on this device only: no server has them. With a passphrase they lie in a vault, encrypted; without one this browser remembers them."
        }
        VaultText::BackToOrder => "Back to the order",
        VaultText::Reading => "Looking what this browser keeps…",
        VaultText::NoKeys => "This browser keeps no private key for this page.",
        VaultText::ListTitle => "Keys",
        VaultText::StorageDenied => {
            "This browser stores nothing for this page, as in some private windows and frames. Keys must be downloaded."
        }
        VaultText::StorageInFrame => {
            "This form stands inside a page of another site. What is kept here is found again only inside that same page. For a vault that lasts, open the form in a tab of its own."
        }
        VaultText::StorageMayGo => {
            "This browser may delete what it keeps when room runs short, or after weeks without a visit. Download each key as well."
        }
        VaultText::StorageLasts => "This browser has promised to delete nothing by itself.",
        VaultText::PassphraseTitle => "Passphrase of the vault",
        VaultText::VaultNone => {
            "There is no passphrase yet. With one, the keys are encrypted, and nobody who reads the files of this computer can use them. Nobody can restore a lost passphrase: download each key as well."
        }
        VaultText::VaultLocked => "The vault is closed. Open it to download its keys.",
        VaultText::VaultOpen => "The vault is open in this page. New keys are put into it.",
        VaultText::SetPassphrase => "Set the passphrase",
        VaultText::OpenVault => "Open the vault",
        VaultText::CloseVault => "Close the vault",
        VaultText::ChangeTitle | VaultText::Change => "Change the passphrase",
        VaultText::Kept => "Kept since",
        VaultText::Order => "Order",
        VaultText::KeptHow => "Protection",
        VaultText::KeptBy(Guard::Passphrase) => "In the vault, encrypted with your passphrase",
        VaultText::KeptBy(Guard::Browser) => "Remembered by this browser: protects against other sites only",
        VaultText::EndsOn(date) => {
            return format!("This copy is deleted on {date}, 30 days after the certificate was issued.").into();
        }
        VaultText::Rename => "Rename",
        VaultText::NewName => "Name of this key",
        VaultText::SaveName => "Save the name",
        VaultText::Delete => "Delete",
        VaultText::DeleteAsk(name) => {
            return format!(
                "The copy of the private key “{name}” in this browser is deleted. Without a file of your own, its certificate can no longer be used."
            )
            .into();
        }
        VaultText::DownloadEncrypted => "Download encrypted",
        VaultText::FilesTitle => "Take the keys to another browser",
        VaultText::FilesLead => {
            "All keys in one file, encrypted with a passphrase that you choose for it, and back from such a file. The vault has to be open."
        }
        VaultText::Export => "Export all keys",
        VaultText::ChooseVaultFile => "Import: choose the file with the keys",
        VaultText::Said(done) => return said(done),
        VaultText::Failed(error) => failed(error),
        VaultText::PassphraseHint => {
            "At least 10 characters. Several words that have nothing to do with each other are easy to keep in mind."
        }
        VaultText::StrengthIs(strength) => match strength {
            Strength::Refused => "Too short: at least 10 characters.",
            Strength::Weak => "Easy to guess. Add words that have nothing to do with each other.",
            Strength::Fair => "Fair. Another word makes it good.",
            Strength::Good => "Good.",
            Strength::Strong => "Strong.",
        },
        VaultText::ShowPassphrase => "Show the passphrase",
        VaultText::HidePassphrase => "Hide the passphrase",
        VaultText::ProtectLead => {
            "Better with a passphrase: the copy is then encrypted, and nobody who reads the files of this computer can use it. Nobody can restore a lost passphrase."
        }
        VaultText::Protect => "Protect with this passphrase",
        VaultText::ProtectInVault => "You have a vault in this browser. Its passphrase puts this key into it.",
        VaultText::PutIntoVault => "Put the key into the vault",
        VaultText::Remembered => {
            "Remembered by this browser: the key is still here after a reload. That protects against other sites only."
        }
        VaultText::InVault => "In the vault: encrypted with your passphrase, and read back to be sure.",
        VaultText::NotKept(error) => match error {
            VaultError::NoRoom => "This browser has no room for the key. Download it before you go on.",
            VaultError::Gone => {
                "The copy in this browser is gone: deleted, or removed by the browser. Download the key before you go on."
            }
            VaultError::WrongPassphrase => {
                "The key was not put into the vault: the passphrase is not that of the vault."
            }
            _ => "This browser could not keep the key. Download it before you go on.",
        },
        VaultText::KeyLocked => {
            "The private key is in the vault. Open it with your passphrase to show, download or use the key."
        }
        VaultText::EncryptedTitle => "Download it encrypted",
        VaultText::EncryptedLead => {
            "The file opens with a passphrase only. Web servers and openssl read it; some control panels take plain keys only."
        }
        VaultText::CopyTitle => "Check my copy",
        VaultText::CopyLead => {
            "Choose the file that you downloaded. Its key is compared with this one in this browser; nothing is uploaded."
        }
        VaultText::ChooseCopy => "Choose the file with the private key",
        VaultText::CopyIs(verdict) => copy_is(verdict),
        VaultText::SafeInVault => "The private key is in the vault, encrypted with your passphrase.",
        VaultText::CardFingerprint => "Key fingerprint",
    };
    words.into()
}

fn said(done: Done) -> Words {
    let words = match done {
        Done::Looked => "",
        Done::Opened => "The vault is open. Keys that were only remembered are in it now.",
        Done::Closed => "The vault is closed.",
        Done::Renamed => "The name is saved.",
        Done::Deleted => "The copy of the key is deleted from this browser.",
        Done::Downloaded => "The file is in your downloads.",
        Done::Changed => "The passphrase is changed. Files exported before keep theirs.",
        Done::Exported { keys, damaged } => return exported(keys, damaged).into(),
        Done::Imported { new, known } => return imported(new, known).into(),
    };
    words.into()
}

fn keys(count: usize) -> String {
    if count == 1 { "1 key".to_owned() } else { format!("{count} keys") }
}

fn exported(count: usize, damaged: usize) -> String {
    let file = "The file is in your downloads, with";
    let opens = "It opens with the passphrase that you chose for it.";
    match damaged {
        0 => format!("{file} {}. {opens}", keys(count)),
        _ => format!("{file} {}; {} could not be read here and is not in it. {opens}", keys(count), keys(damaged)),
    }
}

fn imported(new: usize, known: usize) -> String {
    match (new, known) {
        (0, 0) => "There is no key in the file.".to_owned(),
        (new, 0) => format!("{} taken from the file.", keys(new)),
        (0, known) => format!("Nothing new: {} from the file, and all are here already.", keys(known)),
        (new, known) => format!("{} taken from the file; {} were here already.", keys(new), keys(known)),
    }
}

fn failed(error: VaultError) -> &'static str {
    match error {
        VaultError::WrongPassphrase => "The passphrase is wrong. Nothing was changed.",
        VaultError::Locked => "The vault is closed. Open it first.",
        VaultError::NoRoom => {
            "This browser has no room left. Nothing was changed; remove what you no longer need, or download the keys."
        }
        VaultError::Denied => "This browser stores nothing for this page, as in some private windows and frames.",
        VaultError::Gone => "It is not there any more: deleted in another tab, or removed by the browser.",
        VaultError::NotVault(NotVault::Other) => "That file is no export of this page.",
        VaultError::NotVault(NotVault::Later) => "That file was made by a later version of this page.",
        VaultError::NotVault(NotVault::Broken) => {
            "That file is an export, but cut short or damaged. Nothing was taken from it."
        }
        VaultError::NotVault(NotVault::TooBig) => "That file is too big to be an export of this page.",
        VaultError::Unreadable => "The file could not be read. Choose it again.",
        VaultError::Failed => "This browser could not do that. Nothing was changed.",
    }
}

fn copy_is(verdict: CopyCheck) -> &'static str {
    match verdict {
        CopyCheck::None => "",
        CopyCheck::Checking => "Comparing…",
        CopyCheck::Same => "Your file holds this private key.",
        CopyCheck::Other => {
            "Your file holds another private key. Look for the file whose name has the fingerprint shown below, or download the key again."
        }
        CopyCheck::Locked => {
            "Your file is encrypted. Enter its passphrase below “Download it encrypted”, then choose the file again."
        }
        CopyCheck::WrongPassphrase => "The passphrase does not open your file.",
        CopyCheck::NotKeyFile(NotKeyFile::NoKey) => "There is no private key in that file.",
        CopyCheck::NotKeyFile(NotKeyFile::OtherForm) => {
            "That file holds a private key in another form than the one you downloaded here, and cannot be compared."
        }
        CopyCheck::NotKeyFile(NotKeyFile::Broken) => {
            "The private key in that file is cut short or damaged. Download it again."
        }
        CopyCheck::Unreadable => "The file could not be read. Choose it again.",
    }
}
