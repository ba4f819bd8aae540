//! What can happen to the form.
use crate::billing::http::Reply;
use crate::domain::lang::Lang;
use crate::domain::problem::NotRequest;
use crate::domain::secret::Secret;
use crate::request::csr::Verdict;
use crate::request::fingerprint::Fingerprint;
use crate::request::lint::Rule;

use super::ask_once::Source;
use super::copy_check::CopyCheck;
use super::effect::QuestionNo;
use super::field::{Field, PassphraseOf};
use super::keys::Hold;
use super::remedy::Remedy;
use super::shelf::{Done, Shelf, Storage, VaultError};
use super::step::Step;

/// One event. `Debug` shows no secret: passwords and keys are [`Secret`], replies redact themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Msg {
    /// The page speaks another language from now on.
    Language(Lang),
    /// The page has started.
    Started(Box<Start>),
    /// The customer changed a field; check boxes give `on` or nothing.
    Edited(Field, String),
    /// A text field got the focus.
    Entered(Field),
    /// A text field was left.
    Left(Field),
    /// The customer changed the password.
    PasswordEdited(Secret),
    /// Something was pasted or typed in place of an existing request; nobody knows yet what.
    RequestGiven(Secret),
    /// A file was chosen or dropped; the browser holds it.
    FileChosen,
    /// The customer changed the one-time code.
    CodeEdited(Secret),
    /// The page's address was changed from outside: Back, Forward, a link, a typed address.
    AddressChanged(Option<Step>),
    /// "Continue" was pressed on this page.
    Continue(Step),
    /// "Change" was pressed on review.
    Change(Step),
    /// An offer of the form at this field was taken.
    Apply(Field, Remedy),
    /// What was said before is taken back, or taken once more.
    Take(Source),
    /// A finding of the request is left as it is.
    Leave(Rule),
    /// "Log in" was pressed.
    LogIn,
    /// "Use another account" was pressed instead of giving the one-time code.
    LogInAnew,
    /// "Log out" was pressed.
    LogOut,
    /// "Try again" was pressed beside a general problem.
    Retry,
    /// The browser is online again.
    Online,
    /// "Make another key" was pressed.
    NewKey,
    /// "Cancel" was pressed while the key is being made.
    CancelKey,
    /// "Show" was pressed.
    ShowKey,
    /// "Hide" was pressed, or the page lost focus, is printed or hidden.
    HideKey,
    /// "Copy" was pressed at the private key.
    CopyKey,
    /// "Download" was pressed at the private key.
    DownloadKey,
    /// "Download encrypted" was pressed at the private key.
    DownloadKeyEncrypted,
    /// "Protect with this passphrase" was pressed at the private key.
    ProtectKey,
    /// "Open the vault" was pressed at the private key.
    UnlockKey,
    /// A file was chosen to be compared with the private key; the browser holds it.
    CopyChosen,
    /// Something on the page of the kept keys, or in a field for a passphrase.
    Vault(VaultMsg),
    /// "Copy" was pressed at the request.
    CopyRequest,
    /// "Download" was pressed at the request.
    DownloadRequest,
    /// The order button was pressed.
    Order,
    /// "Look again" was pressed after an unclear end.
    LookAgain,
    /// The customer names the order that is theirs: the certificate's id.
    Adopt(String),
    /// The customer confirmed that the order did not go through and wants to try again.
    TryAgain,
    /// "Check now" was pressed on the last page.
    CheckNow,
    /// "Copy" was pressed at the DNS record.
    CopyRecord,
    /// "Download" was pressed at the certificate.
    DownloadCertificate,
    /// "Download" was pressed at the receipt.
    DownloadReceipt,
    /// "Order another certificate" was pressed.
    StartOver,
    /// "Forget everything on this device" was pressed.
    ForgetEverything,
    /// The order is open in another tab, or was taken over there.
    Elsewhere,
    /// "Take over here" was pressed.
    TakeOver,
    /// The answer to a question.
    Answered(QuestionNo, Answer),
}

/// What the page knows when it starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Start {
    /// The page named in the address.
    pub address: Option<Step>,
    /// The stored draft.
    pub draft: Option<StoredDraft>,
    /// Milliseconds since 1970.
    pub now_ms: u64,
    /// Whether the browser can make keys here (a secure context with WebCrypto).
    pub can_make_keys: bool,
    /// Whether this browser stores anything for this page.
    pub can_store: bool,
}

/// A draft as it was stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredDraft {
    /// When, in milliseconds since 1970.
    pub saved_ms: u64,
    /// What.
    pub text: String,
}

/// The answer to a [`super::effect::Question`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// To `Http`.
    Http(Reply),
    /// To `MakeKey`; `None` when the browser refused.
    KeyMade(Option<MadeKey>),
    /// To `Sign`: the signature as WebCrypto gives it.
    Signed(Option<Vec<u8>>),
    /// To `RevealKey`.
    Revealed(Option<Secret>),
    /// To `ReadFile`.
    FileRead(Result<Secret, NotRequest>),
    /// To `CheckRequest`.
    Checked(Checked),
    /// To `ToAscii`: each name in A-labels, in the order asked; `None` for what is no name.
    Ascii(Vec<Option<String>>),
    /// To `Load`: the file's text; `None` where it cannot be had, or is not the one that belongs to this page.
    Asset(Option<String>),
    /// To `KeepKey`.
    Kept(Result<Storage, VaultError>),
    /// To `LoadKey`.
    Loaded(Loaded),
    /// To `CheckCopy`.
    CopyChecked(CopyCheck),
    /// To `Vault`.
    Vault(Result<(Done, Shelf), VaultError>),
    /// To everything that works or does not.
    Done(bool),
}

/// A kept key was looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Loaded {
    /// Whether it can be used now: live, locked, or gone.
    pub hold: Hold,
    /// What the browser promises of it.
    pub storage: Option<Storage>,
}

/// One event on the page `#/keys`, or in a field for a passphrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VaultMsg {
    /// The page's address was opened.
    Shown,
    /// "Back to the order" was pressed.
    Left,
    /// The customer changed a passphrase.
    Edited(PassphraseOf, Secret),
    /// "Show" or "Hide" was pressed at a passphrase.
    ReadableToggled,
    /// "Open", or "Set the passphrase" where there is no vault.
    Open,
    /// "Close" was pressed.
    Close,
    /// "Rename" was pressed at a key.
    RenameBegun(Fingerprint),
    /// The name is being typed.
    NameEdited(String),
    /// The name is to be kept.
    Rename,
    /// "Delete" was pressed and confirmed.
    Delete(Fingerprint),
    /// "Download" was pressed.
    Download(Fingerprint),
    /// "Download encrypted" was pressed.
    DownloadEncrypted(Fingerprint),
    /// "Change the passphrase" was pressed.
    Change,
    /// "Export" was pressed.
    Export,
    /// A vault file was chosen; the browser holds it.
    FileChosen,
}

/// A request was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// SHA-256 of its `SubjectPublicKeyInfo`; `None` where the browser computes none.
    pub fingerprint: Option<Fingerprint>,
    /// Whether its signature is good.
    pub verdict: Verdict,
}

/// A key pair was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MadeKey {
    /// `SubjectPublicKeyInfo` in DER.
    pub subject_public_key_info: Vec<u8>,
    /// SHA-256 of it.
    pub fingerprint: Fingerprint,
}
