//! What the core asks of the browser.
use std::sync::Arc;

use crate::billing::http::HttpRequest;
use crate::domain::secret::Secret;
use crate::request::algorithm::KeyType;
use crate::request::csr::ReadRequest;
use crate::request::fingerprint::Fingerprint;
use crate::request::vault::Guard;

use super::field::Field;
use super::shelf::Deed;
use super::step::Step;

/// The number of a question; its answer carries the same.
pub type QuestionNo = u64;

/// Something for the browser to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// To be answered by [`super::message::Msg::Answered`] with the same number.
    Ask {
        /// Comes back with the answer.
        number: QuestionNo,
        /// What is asked.
        question: Question,
    },
    /// Show this page's address; with `replace`, without a new entry in the history.
    Navigate {
        /// The page.
        step: Step,
        /// Replaces the current entry.
        replace: bool,
    },
    /// Show the address of the kept keys, `#/keys`.
    ShowKeys,
    /// Move the focus, once the page shows the new state.
    Focus(Focus),
    /// Store the draft (JSON, no secret), replacing the last.
    SaveDraft(String),
    /// Delete the stored draft.
    DropDraft,
    /// Delete the kept copy of this key.
    ForgetKey(Fingerprint),
    /// Write beside a kept key which order it is for.
    NoteKey {
        /// The key.
        key: Fingerprint,
        /// The order's number.
        order: String,
        /// Its certificate is there.
        is_issued: bool,
    },
    /// Let go of the opened vault.
    CloseVault,
    /// Delete every key that this browser keeps for this form, and let go of those in memory.
    ForgetAllKeys,
    /// Give a public text to the customer as a file.
    Download {
        /// File name.
        file_name: String,
        /// Media type.
        media_type: &'static str,
        /// Content.
        text: String,
    },
    /// Take the draft away from other tabs, read it, and start with it.
    TakeOver,
    /// Let other pages submit again.
    ReleaseLock,
}

/// Where the focus goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// The top of the page.
    Page,
    /// The summary of what is wrong.
    Errors,
    /// A field.
    Field(Field),
}

/// A question to the browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// Post to the billing system.
    Http {
        /// The request; its `Debug` shows no values.
        request: HttpRequest,
        /// Give up after so many milliseconds.
        timeout_ms: u32,
        /// Let so many milliseconds pass first.
        after_ms: u32,
    },
    /// Make a key pair.
    MakeKey(KeyType),
    /// Sign with a key made or loaded before.
    Sign {
        /// The key.
        key: Fingerprint,
        /// Its type.
        key_type: KeyType,
        /// The bytes to sign.
        bytes: Vec<u8>,
    },
    /// Keep the key in this browser, and read it back.
    KeepKey {
        /// The key.
        key: Fingerprint,
        /// Its type.
        key_type: KeyType,
        /// The domain it is for.
        domain: String,
        /// What shall keep it.
        guard: Guard,
        /// Opens the vault, or makes it; none where it is open, or not wanted.
        passphrase: Option<Secret>,
    },
    /// Load a key kept before.
    LoadKey {
        /// The key.
        key: Fingerprint,
        /// Its type.
        key_type: KeyType,
    },
    /// The key as a PEM file's text.
    RevealKey(Fingerprint),
    /// Put the key's PEM on the clipboard.
    CopyKey(Fingerprint),
    /// Give the key's PEM to the customer as a file.
    DownloadKey {
        /// The key.
        key: Fingerprint,
        /// File name.
        file_name: String,
        /// Of an encrypted file.
        passphrase: Option<Secret>,
    },
    /// Compare the key in the file that the customer chose last.
    CheckCopy {
        /// The key.
        key: Fingerprint,
        /// Its type.
        key_type: KeyType,
        /// Its public half, in DER.
        public: Vec<u8>,
        /// Opens an encrypted file.
        passphrase: Option<Secret>,
    },
    /// Do something with the kept keys.
    Vault(Deed),
    /// Put a public text on the clipboard.
    CopyText(String),
    /// Store the draft and answer when it is safe on disk.
    SaveDraft(String),
    /// Let so many milliseconds pass.
    Wait(u32),
    /// Keep other pages of this origin from submitting.
    TakeLock,
    /// Read the file that the customer chose last.
    ReadFile,
    /// Check an existing request's signature, and name its key.
    CheckRequest(Arc<ReadRequest>),
    /// By which A-labels a request names these, which are in letters of any alphabet (UTS #46, non-transitional).
    ToAscii(Vec<String>),
    /// Load a file of this site that only some orders need.
    Load(Asset),
}

/// A file that is loaded on demand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asset {
    /// The list of public suffixes.
    Suffixes,
}

impl Asset {
    /// Its name in the page: `data-suffixes` of the boot script.
    pub fn name(self) -> &'static str {
        match self {
            Self::Suffixes => "suffixes",
        }
    }
}

/// What the pending question is for; a new one of the same purpose makes the older answer void.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each names the step of a flow that is documented where it is asked")]
pub enum Purpose {
    Catalogue,
    LogIn,
    Code,
    WhoAmI,
    SameCustomer,
    KeepAlive,
    LogOut,
    ReadFile,
    CheckRequest,
    ToAscii,
    Suffixes,
    MakeKey,
    Sign,
    KeepKey,
    LoadKey,
    Reveal,
    HideLater,
    CopyKey,
    CopyRequest,
    CopyRecord,
    DownloadKey,
    CheckCopy,
    VaultLook,
    VaultDeed,
    CsrForm,
    OrderForm,
    Preview,
    CartLook,
    CartRemove,
    SaveMark,
    CartAdd,
    CartCode,
    CartRead,
    PaymentForm,
    Balance,
    OpenOrders,
    Lock,
    CertificatesBefore,
    CartRecheck,
    SaveIntent,
    Pay,
    CertificatesSearch,
    CartSearch,
    OrderSearch,
    SearchAgain,
    Watch,
    WatchLater,
    Files,
}
