//! Every sentence of the form: the core names them, one exhaustive `match` per language writes them.
mod en;
pub mod vault;

use std::borrow::Cow;

use crate::billing::assumed::method::MethodKind;
use crate::config::ConfigError;
use crate::domain::problem::Problem;
use crate::request::algorithm::KeyType;
use crate::request::cleaned::Cleaned;
use crate::request::csr::Verdict;
use crate::request::lint::{Finding, Fix, Rule, Severity};
use crate::wizard::field::Field;
use crate::wizard::model::Trouble;
use crate::wizard::name_notes::Note;
use crate::wizard::step::Step;

/// Words that need no memory of their own unless something is filled in.
pub type Words = Cow<'static, str>;

/// A piece of text on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the English sentence beside each is its documentation: `en/mod.rs`")]
pub enum Text {
    // The frame.
    PageTitle {
        step: Words,
        operator: String,
        wrong: bool,
    },
    StepOf {
        number: usize,
        count: usize,
    },
    Steps,
    StepDone,
    Back,
    Continue,
    /// Button: stop what is being done.
    Cancel,
    Optional,
    ThereIsAProblem,
    TryAgain,
    Loading,
    OrderingAs(String),
    LogOut,
    LinkTerms,
    LinkPrivacy,
    LinkSupport,
    LinkPanel,
    OpenPanel,
    ForgetEverything,
    ForgetAsk,
    StartOver,
    StartOverAsk,
    StorageOff,
    // Packages.
    LeadPackage,
    PackageFrom(String),
    SetupFeeOnce(String),
    NamesIncluded {
        included: u32,
        further: Option<String>,
    },
    Months(u16),
    PlanInCertificates {
        months: u16,
        certificates: u16,
    },
    // Request.
    LeadRequest,
    Generate,
    GenerateHint,
    Existing,
    ExistingHint,
    ChooseFile,
    Signature(Verdict),
    PartUnreadable,
    PartSurname,
    PartGivenName,
    PartSerialNumber,
    /// What was put right of the text, joined.
    Cleaned(String),
    FindingsCounted {
        errors: usize,
        warnings: usize,
        unjudged: usize,
    },
    FindingNotes(usize),
    FindingSource(&'static str),
    // What request and form say differently.
    DifferencesTitle,
    DifferencesLead,
    DifferencesWhat,
    InRequest,
    InForm,
    WhatIsARequest,
    WhatIsARequestAnswer,
    NoKeysHere,
    // Subject.
    LeadSubject {
        latin: bool,
    },
    LeadMissing,
    NamesTitle,
    CompanyTitle,
    KeyTypeName(KeyType),
    KeyTypeHint(KeyType),
    CountryOption {
        code: String,
        name: String,
    },
    ChooseCountry,
    ChooseAddress,
    KeyWillBeReplaced,
    AlsoProtect(String),
    NameIncluded,
    NameCosts(String),
    NameCostsUnknown,
    NamesCounted {
        included: u32,
        entered: u32,
        each: Option<String>,
    },
    UseName(String),
    UseText(String),
    NameNote(Note),
    BothForms(String),
    /// A code that is not the standard's, and what it is read as.
    CountryRead {
        typed: String,
        code: String,
        name: String,
    },
    CountriesByCode,
    CountriesByName,
    SwitchTo {
        package: String,
        difference: Option<String>,
        setup: Option<String>,
    },
    // Key.
    LeadKey,
    MakingKey(KeyType),
    SigningRequest,
    KeyFailed,
    KeyReady(KeyType),
    PrivateKey,
    RequestCsr,
    Show,
    Hide,
    Copy,
    Copied,
    Download,
    Downloaded,
    KeyHidden,
    KeyShownNote,
    Fingerprint,
    FingerprintHint,
    KeepSaving,
    KeepOff,
    KeyLoading,
    KeyInFileOnly,
    NewKey,
    NewKeyNote,
    DownloadFirst,
    /// About kept keys.
    Vault(vault::VaultText),
    // Log-in.
    LeadLogIn,
    SessionEnded,
    LogIn,
    LoggingIn,
    CreateAccount,
    LeadCode,
    UseOtherAccount,
    LeadPanelLogIn,
    HaveLoggedIn,
    CheckingSession,
    // What comes after the first page could not be loaded.
    MissingTitle,
    MissingNote,
    // Another tab.
    ElsewhereTitle,
    ElsewhereNote,
    TakeOver,
    // Contacts, organization, validation.
    LeadContacts,
    CallingCode {
        country: String,
        code: String,
    },
    AdminTitle,
    TechTitle,
    LeadQuestions,
    Yes,
    No,
    ChooseAnswer,
    LeadOrganization,
    AskingBilling,
    LeadValidation,
    LeadMethods,
    MethodHint(MethodKind),
    ConfirmFor(Vec<String>),
    AdminEverywhere,
    AdminChosen,
    BillingSays(String),
    ReceiveMail,
    EmailEnds,
    // Review.
    LeadReview,
    PreparingOrder,
    ReviewNames,
    ReviewRequest,
    Change,
    ChangeWhat(Words),
    SameAsAdmin,
    NotProvided,
    Price,
    SetupFee,
    Cost,
    CostWithSetup,
    Discount,
    Tax,
    Total,
    DiscountBy(String),
    CodeUnknown,
    CodeExpired,
    CodeDoesNotFit(String),
    CodeRefused(String),
    OtherRowsTitle,
    OtherRowsNote,
    CurrentAccount,
    Balance(String),
    BalanceTooSmall {
        balance: String,
        missing: String,
    },
    NoBalanceMethod,
    AddToOrder,
    AddToOrderHint,
    ChooseOrder,
    NewAccount,
    NewAccountHint,
    AtLeast(String),
    TermsNote,
    KeySafeTitle,
    KeySafeNote,
    KeyIsSafe,
    OrderAndPay(String),
    OrderFree,
    OrderAtOnce,
    AtOnceNote,
    OrderIntoCart,
    IntoCartNote,
    OrderAndAdd,
    OrderAndPayLater,
    OrderAndGoToPayment,
    Paying,
    DoNotClose,
    // After an unclear end.
    UnclearTitle,
    UnclearLooking,
    UnclearWaiting,
    UnclearFailed,
    UnclearSeveral,
    UnclearNotFound,
    UnclearInCart,
    UnclearGone,
    UnclearConfirm,
    ThisOne,
    LookAgain,
    // Done.
    LeadDone,
    LeadDoneFree,
    LeadDoneAdded,
    TitleInCart,
    LeadDoneInCart,
    LeadDoneUnpaid,
    PaymentTitle,
    PaidWithOrder,
    PayInCustomerArea,
    OrderInCart,
    PayOnPage,
    PayLinkRefused,
    OpenPaymentPage,
    OrderNumber,
    CertificateNumber,
    PaymentNumber,
    WhatNext,
    NextConfirm,
    NextRecord,
    NextRecordLater,
    NextFile,
    NextAsTold,
    RecordTitle,
    NextInstall,
    StateTitle,
    StateOrdered,
    StateProcessing,
    StateIssued,
    StateFailed,
    StateUnknown(String),
    StillWatching,
    WatchStopped,
    WatchFailed,
    CheckNow,
    IssuedOurs,
    IssuedForeign,
    CertificateFile,
    Receipt,
    ReceiptNote,
    KeyReminder,
    OrderAnother,
    // The card.
    YourOrder,
    TotalOnReview,
    Trust,
    TrustExisting,
    // A wrong config.json.
    ConfigTitle,
    ConfigNote,
    ConfigMissing,
}

/// The words for `text`.
pub fn text(text: Text) -> Words {
    en::text(text)
}

/// The heading of a page.
pub fn title(step: Step) -> Words {
    en::labels::title(step).into()
}

/// The name of a page in the list of steps.
pub fn step_name(step: Step) -> Words {
    en::labels::step_name(step).into()
}

/// A field's label.
pub fn label(field: Field) -> Words {
    en::labels::label(field).into()
}

/// What helps to fill a field in; empty where nothing is needed.
pub fn hint(field: Field) -> Words {
    en::labels::hint(field).into()
}

/// What is wrong with a field, and what to do.
pub fn problem(field: Field, problem: &Problem) -> Words {
    en::problems::problem(field, problem)
}

/// What went wrong outside the fields, and what to do.
pub fn trouble(trouble: &Trouble) -> Words {
    en::troubles::trouble(trouble)
}

/// What a finding says.
pub fn finding(finding: &Finding) -> Words {
    en::findings::finding(finding)
}

/// The sentence of a rule, with a `%` where it says what it is about.
pub fn rule(rule: Rule) -> Words {
    en::findings::sentence(rule).into()
}

/// How bad a finding is.
pub fn severity(severity: Severity) -> Words {
    en::findings::severity(severity).into()
}

/// The button of what can be done about a finding.
pub fn fix(fix: Fix) -> Words {
    en::findings::fix(fix).into()
}

/// What was put right of the text that was given.
pub fn cleaned(cleaned: Cleaned) -> Words {
    en::findings::cleaned(cleaned).into()
}

/// What is wrong with `config.json`.
pub fn config_error(error: &ConfigError) -> Words {
    en::troubles::config_error(error)
}
