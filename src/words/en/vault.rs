//! English: kept keys, passphrases, copies in files.
use crate::words::vault::VaultSay;

#[allow(
    clippy::too_many_lines,
    clippy::match_same_arms,
    reason = "one exhaustive match is how a missing sentence does not compile"
)]
pub(in crate::words) fn vault(key: VaultSay) -> &'static str {
    match key {
        // The page.
        VaultSay::Title => "Private keys in this browser",
        VaultSay::Lead => {
            "These keys were made here and are on this device only: no server has them. With a passphrase they lie in a vault, encrypted; without one this browser remembers them."
        }
        VaultSay::BackToOrder => "Back to the order",
        VaultSay::Reading => "Looking what this browser keeps…",
        VaultSay::NoKeys => "This browser keeps no private key for this page.",
        VaultSay::ListTitle => "Keys",
        VaultSay::StorageDenied => {
            "This browser stores nothing for this page, as in some private windows and frames. Keys must be downloaded."
        }
        VaultSay::StorageInFrame => {
            "This form stands inside a page of another site. What is kept here is found again only inside that same page. For a vault that lasts, open the form in a tab of its own."
        }
        VaultSay::StorageMayGo => {
            "This browser may delete what it keeps when room runs short, or after weeks without a visit. Download each key as well."
        }
        VaultSay::StorageLasts => "This browser has promised to delete nothing by itself.",
        VaultSay::PassphraseTitle => "Passphrase of the vault",
        VaultSay::VaultNone => {
            "There is no passphrase yet. With one, the keys are encrypted, and nobody who reads the files of this computer can use them. Nobody can restore a lost passphrase: download each key as well."
        }
        VaultSay::VaultLocked => "The vault is closed. Open it to download its keys.",
        VaultSay::VaultOpen => "The vault is open in this page. New keys are put into it.",
        VaultSay::SetPassphrase => "Set the passphrase",
        VaultSay::OpenVault => "Open the vault",
        VaultSay::CloseVault => "Close the vault",
        VaultSay::ChangeTitle => "Change the passphrase",
        VaultSay::Change => "Change the passphrase",
        VaultSay::Kept => "Kept since",
        VaultSay::Order => "Order",
        VaultSay::KeptHow => "Protection",
        VaultSay::Rename => "Rename",
        VaultSay::NewName => "Name of this key",
        VaultSay::SaveName => "Save the name",
        VaultSay::Delete => "Delete",
        VaultSay::DownloadEncrypted => "Download encrypted",
        VaultSay::FilesTitle => "Take the keys to another browser",
        VaultSay::FilesLead => {
            "All keys in one file, encrypted with a passphrase that you choose for it, and back from such a file. The vault has to be open."
        }
        VaultSay::Export => "Export all keys",
        VaultSay::ChooseVaultFile => "Import: choose the file with the keys",
        // Passphrases.
        VaultSay::PassphraseHint => {
            "At least 10 characters. Several words that have nothing to do with each other are easy to keep in mind."
        }
        VaultSay::ShowPassphrase => "Show the passphrase",
        VaultSay::HidePassphrase => "Hide the passphrase",
        // The key's own page.
        VaultSay::ProtectLead => {
            "Better with a passphrase: the copy is then encrypted, and nobody who reads the files of this computer can use it. Nobody can restore a lost passphrase."
        }
        VaultSay::Protect => "Protect with this passphrase",
        VaultSay::ProtectInVault => "You have a vault in this browser. Its passphrase puts this key into it.",
        VaultSay::PutIntoVault => "Put the key into the vault",
        VaultSay::Remembered => {
            "Remembered by this browser: the key is still here after a reload. That protects against other sites only."
        }
        VaultSay::InVault => "In the vault: encrypted with your passphrase, and read back to be sure.",
        VaultSay::KeyLocked => {
            "The private key is in the vault. Open it with your passphrase to show, download or use the key."
        }
        VaultSay::EncryptedTitle => "Download it encrypted",
        VaultSay::EncryptedLead => {
            "The file opens with a passphrase only. Web servers and openssl read it; some control panels take plain keys only."
        }
        VaultSay::CopyTitle => "Check my copy",
        VaultSay::CopyLead => {
            "Choose the file that you downloaded. Its key is compared with this one in this browser; nothing is uploaded."
        }
        VaultSay::ChooseCopy => "Choose the file with the private key",
        // Review.
        VaultSay::SafeInVault => "The private key is in the vault, encrypted with your passphrase.",
        VaultSay::CardFingerprint => "Key fingerprint",
        // What is filled in.
        VaultSay::EndsOn => "This copy is deleted on {0}, 30 days after the certificate was issued.",
        VaultSay::DeleteAsk => {
            "The copy of the private key “{0}” in this browser is deleted. Without a file of your own, its certificate can no longer be used."
        }
        VaultSay::Exported => {
            "The file is in your downloads, with {0, plural, one {# key} other {# keys}}. It opens with the passphrase that you chose for it."
        }
        VaultSay::ExportedDamaged => {
            "The file is in your downloads, with {0, plural, one {# key} other {# keys}}; {1, plural, one {# key} other {# keys}} could not be read here and is not in it. It opens with the passphrase that you chose for it."
        }
        VaultSay::ImportedNothing => "There is no key in the file.",
        VaultSay::ImportedNew => "{0, plural, one {# key} other {# keys}} taken from the file.",
        VaultSay::ImportedKnown => {
            "Nothing new: {0, plural, one {# key} other {# keys}} from the file, and all are here already."
        }
        VaultSay::ImportedBoth => {
            "{0, plural, one {# key} other {# keys}} taken from the file; {1, plural, one {# key was} other {# keys were}} here already."
        }
        // How a key is kept.
        VaultSay::ByPassphrase => "In the vault, encrypted with your passphrase",
        VaultSay::ByBrowser => "Remembered by this browser: protects against other sites only",
        // How hard a passphrase is to guess.
        VaultSay::StrengthRefused => "Too short: at least 10 characters.",
        VaultSay::StrengthWeak => "Easy to guess. Add words that have nothing to do with each other.",
        VaultSay::StrengthFair => "Fair. Another word makes it good.",
        VaultSay::StrengthGood => "Good.",
        VaultSay::StrengthStrong => "Strong.",
        // What was done.
        VaultSay::Opened => "The vault is open. Keys that were only remembered are in it now.",
        VaultSay::Closed => "The vault is closed.",
        VaultSay::Renamed => "The name is saved.",
        VaultSay::Deleted => "The copy of the key is deleted from this browser.",
        VaultSay::Downloaded => "The file is in your downloads.",
        VaultSay::Changed => "The passphrase is changed. Files exported before keep theirs.",
        // What could not be done.
        VaultSay::KeyNoRoom => "This browser has no room for the key. Download it before you go on.",
        VaultSay::KeyGone => {
            "The copy in this browser is gone: deleted, or removed by the browser. Download the key before you go on."
        }
        VaultSay::KeyWrongPassphrase => "The key was not put into the vault: the passphrase is not that of the vault.",
        VaultSay::KeyNotKept => "This browser could not keep the key. Download it before you go on.",
        VaultSay::WrongPassphrase => "The passphrase is wrong. Nothing was changed.",
        VaultSay::Locked => "The vault is closed. Open it first.",
        VaultSay::NoRoom => {
            "This browser has no room left. Nothing was changed; remove what you no longer need, or download the keys."
        }
        VaultSay::Denied => "This browser stores nothing for this page, as in some private windows and frames.",
        VaultSay::Gone => "It is not there any more: deleted in another tab, or removed by the browser.",
        VaultSay::FileOther => "That file is no export of this page.",
        VaultSay::FileLater => "That file was made by a later version of this page.",
        VaultSay::FileBroken => "That file is an export, but cut short or damaged. Nothing was taken from it.",
        VaultSay::FileTooBig => "That file is too big to be an export of this page.",
        VaultSay::FileUnreadable => "The file could not be read. Choose it again.",
        VaultSay::Failed => "This browser could not do that. Nothing was changed.",
        // What the comparison of a file with the key says.
        VaultSay::CopyChecking => "Comparing…",
        VaultSay::CopySame => "Your file holds this private key.",
        VaultSay::CopyOther => {
            "Your file holds another private key. Look for the file whose name has the fingerprint shown below, or download the key again."
        }
        VaultSay::CopyLocked => {
            "Your file is encrypted. Enter its passphrase below “Download it encrypted”, then choose the file again."
        }
        VaultSay::CopyWrongPassphrase => "The passphrase does not open your file.",
        VaultSay::CopyNoKey => "There is no private key in that file.",
        VaultSay::CopyOtherForm => {
            "That file holds a private key in another form than the one you downloaded here, and cannot be compared."
        }
        VaultSay::CopyBroken => "The private key in that file is cut short or damaged. Download it again.",
    }
}
