//! Random fields, messages, answers and ends of calls.
use cert_order::billing::http::{HttpResponse, TransportError};
use cert_order::domain::lang::Lang;
use cert_order::domain::secret::Secret;
use cert_order::request::csr::Verdict;
use cert_order::request::fingerprint::Fingerprint;
use cert_order::request::lint::Rule;
use cert_order::wizard::copy_check::CopyCheck;
use cert_order::wizard::field::{ContactField, Field, OrgField, PassphraseOf, Who};
use cert_order::wizard::keys::Hold;
use cert_order::wizard::message::{Answer, Checked, Loaded, MadeKey, Msg, Start, StoredDraft, VaultMsg};
use cert_order::wizard::remedy::{Remedy, Switch};
use cert_order::wizard::shelf::{Storage, VaultError};
use cert_order::wizard::step::Step;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::shop::Script;
use super::vault::{OTHER_PASSPHRASE, PASSPHRASE};
use super::wire::{doc, error, no_session};

/// Texts that mean something in some field, and any other.
pub fn texts() -> impl Strategy<Value = String> {
    let known = [
        "",
        "on",
        "101",
        "102",
        "103",
        "104",
        "12",
        "6",
        "WELCOME10",
        "NOPE",
        "example.com",
        "*.example.com",
        "www.example.com *.example.org",
        "müller.de",
        "*.пример.com xn--mller-kva.de",
        "*.co.uk",
        "https://example.com/x",
        "Zażółć",
        "US",
        "FR",
        "New York",
        "p-384",
        "p-256",
        "rsa-1",
        "ann@example.com",
        "admin@example.com",
        "+1 202 555 0175",
        "demo",
        "existing",
        "existing",
        "generate",
    ];
    prop_oneof![4 => select(known.to_vec()).prop_map(str::to_owned), 1 => ".{0,40}"]
}

/// Every field.
pub fn fields() -> impl Strategy<Value = Field> {
    use Field as F;
    let mut all = vec![
        F::Package,
        F::Period,
        F::PromotionCode,
        F::RequestMethod,
        F::ExistingRequest,
        F::Domain,
        F::FurtherNames,
        F::Country,
        F::State,
        F::City,
        F::Company,
        F::CompanyUnit,
        F::SubjectEmail,
        F::KeyType,
        F::KeepKey,
        F::KeyAttested,
        F::TechIsAdmin,
        F::Approver(0),
        F::Approver(1),
        F::Approver(255),
        F::PayBy,
        F::OtherRows,
        F::UserName,
        F::Password,
    ];
    all.extend(
        ContactField::ALL.into_iter().flat_map(|field| [Who::Admin, Who::Tech].map(|who| F::Contact(who, field))),
    );
    all.extend(OrgField::ALL.map(F::Org));
    select(all)
}

/// Every page.
pub fn steps() -> impl Strategy<Value = Step> {
    select(&Step::ALL[..])
}

/// A start of the page, with whatever is stored.
pub fn started() -> impl Strategy<Value = Msg> {
    let draft = option::of((any::<u64>(), texts()).prop_map(|(saved_ms, text)| StoredDraft { saved_ms, text }));
    (option::of(steps()), draft, any::<u64>(), any::<bool>(), any::<bool>()).prop_map(
        |(address, draft, now_ms, can_make_keys, can_store)| {
            Msg::Started(Box::new(Start { address, draft, now_ms, can_make_keys, can_store }))
        },
    )
}

/// Every offer.
fn remedies() -> impl Strategy<Value = Remedy> {
    let switch =
        |id| Remedy::Switch(Box::new(Switch { id, name: "DV wildcard".to_owned(), difference: None, setup: None }));
    prop_oneof![
        texts().prop_map(Remedy::UseName),
        texts().prop_map(switch),
        texts().prop_map(Remedy::AddName),
        texts().prop_map(Remedy::DropName),
        texts().prop_map(Remedy::UseText),
        (texts(), texts()).prop_map(|(word, name)| Remedy::UseInstead(word, name)),
        Just(Remedy::AdminEverywhere),
        Just(Remedy::GenerateHere),
        texts().prop_map(Remedy::UseCountry),
    ]
}

/// Whatever happens on the page of the kept keys, or in a field for a passphrase.
fn vault() -> impl Strategy<Value = Msg> {
    let key = Fingerprint([7; 32]);
    let pressed = select(vec![
        VaultMsg::Shown,
        VaultMsg::Shown,
        VaultMsg::Left,
        VaultMsg::ReadableToggled,
        VaultMsg::Open,
        VaultMsg::Close,
        VaultMsg::RenameBegun(key),
        VaultMsg::NameEdited("Shop".to_owned()),
        VaultMsg::Rename,
        VaultMsg::Delete(key),
        VaultMsg::Download(key),
        VaultMsg::DownloadEncrypted(key),
        VaultMsg::Change,
        VaultMsg::Export,
        VaultMsg::FileChosen,
    ]);
    let fields = select(vec![PassphraseOf::Vault, PassphraseOf::NextVault, PassphraseOf::File]);
    let texts = select(vec![PASSPHRASE, PASSPHRASE, OTHER_PASSPHRASE, "short", ""]);
    let typed = (fields, texts).prop_map(|(field, text)| VaultMsg::Edited(field, Secret::new(text.to_owned())));
    prop_oneof![pressed, typed].prop_map(Msg::Vault)
}

/// Every message.
pub fn messages() -> impl Strategy<Value = Msg> {
    let pressed = select(vec![
        Msg::LogIn,
        Msg::LogOut,
        Msg::Retry,
        Msg::NewKey,
        Msg::CancelKey,
        Msg::ShowKey,
        Msg::HideKey,
        Msg::CopyKey,
        Msg::DownloadKey,
        Msg::CopyRequest,
        Msg::DownloadRequest,
        Msg::Order,
        Msg::Leave(Rule::SubjectUnit),
        Msg::Leave(Rule::SignatureBad),
        Msg::LookAgain,
        Msg::TryAgain,
        Msg::CheckNow,
        Msg::DownloadCertificate,
        Msg::DownloadReceipt,
        Msg::StartOver,
        Msg::ForgetEverything,
        Msg::FileChosen,
        Msg::DownloadKeyEncrypted,
        Msg::ProtectKey,
        Msg::UnlockKey,
        Msg::CopyChosen,
    ]);
    prop_oneof![
        8 => (fields(), texts()).prop_map(|(field, text)| Msg::Edited(field, text)),
        8 => pressed,
        2 => (fields(), remedies()).prop_map(|(field, remedy)| Msg::Apply(field, remedy)),
        2 => texts().prop_map(|text| Msg::PasswordEdited(Secret::new(text))),
        3 => given().prop_map(|text| Msg::RequestGiven(Secret::new(text))),
        3 => option::of(steps()).prop_map(Msg::AddressChanged),
        4 => steps().prop_map(Msg::Continue),
        3 => steps().prop_map(Msg::Change),
        1 => select(vec!["501", "502", ""]).prop_map(|id| Msg::Adopt(id.to_owned())),
        1 => select(Lang::ALL.to_vec()).prop_map(Msg::Language),
        4 => vault(),
        1 => started(),
        2 => (any::<u64>(), answers()).prop_map(|(number, answer)| Msg::Answered(number, answer)),
        2 => (0_u64..60, answers()).prop_map(|(number, answer)| Msg::Answered(number, answer)),
    ]
}

/// What may stand in place of a request: a good one, one for a name that no certificate has, part of one, any other text.
fn given() -> impl Strategy<Value = String> {
    let whole = super::requests::of(&["example.com", "www.example.com"], "US");
    let odd = super::requests::of(&["a_b.example.com"], "");
    let part = whole[..200].to_owned();
    prop_oneof![4 => select(vec![whole, odd, part, String::new()]), 1 => ".{0,40}"]
}

/// Bodies of answers that mean something somewhere, and any other.
pub fn bodies() -> impl Strategy<Value = String> {
    let paid = serde_json::json!({"payment_id": {"$": "1"}, "ok": {"$": "func=order"}});
    let known = vec![
        doc("payment.add.method", paid),
        doc("basket", serde_json::json!({"total_sum": {"$": "1.00"}, "list": []})),
        doc(
            "certificate",
            serde_json::json!({"p_num": {"$": "1"}, "p_cnt": {"$": "1"}, "p_elems": {"$": "5"}, "elem": []}),
        ),
        error("value", "CN", "Wrong"),
        error("value", "approver_email_9", "Wrong"),
        error("missed", "x", "Gone"),
        no_session("x"),
        "<html>".to_owned(),
    ];
    prop_oneof![4 => select(known), 1 => ".{0,40}"]
}

/// Every way to get no answer.
const LOST: [TransportError; 4] =
    [TransportError::TimedOut, TransportError::Unreachable, TransportError::Offline, TransportError::Refused];

/// Every kind of answer, fitting or not.
pub fn answers() -> impl Strategy<Value = Answer> {
    let made = MadeKey { subject_public_key_info: vec![0x30, 0], fingerprint: Fingerprint([7; 32]) };
    let reply = |(status, body)| Answer::Http(Ok(HttpResponse { status, body }));
    prop_oneof![
        6 => (select(vec![200, 200, 200, 302, 403, 500]), bodies()).prop_map(reply),
        2 => select(LOST.to_vec()).prop_map(|error| Answer::Http(Err(error))),
        3 => any::<bool>().prop_map(Answer::Done),
        1 => option::of(Just(made)).prop_map(Answer::KeyMade),
        1 => select(vec![Err(VaultError::NoRoom), Err(VaultError::WrongPassphrase), Ok(Storage::default())])
            .prop_map(Answer::Kept),
        1 => select(vec![Hold::Live, Hold::Locked, Hold::Gone])
            .prop_map(|hold| Answer::Loaded(Loaded { hold, storage: None })),
        1 => select(vec![CopyCheck::Same, CopyCheck::Other, CopyCheck::Locked, CopyCheck::WrongPassphrase])
            .prop_map(Answer::CopyChecked),
        1 => select(vec![VaultError::Denied, VaultError::WrongPassphrase, VaultError::Gone])
            .prop_map(|error| Answer::Vault(Err(error))),
        1 => option::of(vec(any::<u8>(), 0..80)).prop_map(Answer::Signed),
        1 => select(vec![Verdict::Good, Verdict::Bad, Verdict::Unknown])
            .prop_map(|verdict| Answer::Checked(Checked { fingerprint: None, verdict })),
        1 => given().prop_map(|text| Answer::FileRead(Ok(Secret::new(text)))),
        1 => vec(option::of(texts()), 0..3).prop_map(Answer::Ascii),
        1 => option::of(texts()).prop_map(Answer::Asset),
        1 => option::of("[a-z]{0,9}").prop_map(|text| Answer::Revealed(text.map(Secret::new))),
    ]
}

/// How a call may end other than by itself.
pub fn scripts() -> impl Strategy<Value = Script> {
    prop_oneof![
        1 => select(LOST.to_vec()).prop_map(Script::Lost),
        1 => Just(Script::Forgotten(TransportError::Unreachable)),
        1 => Just(Script::Silent),
        1 => Just(Script::Late),
        1 => Just(Script::Status(502)),
        2 => bodies().prop_map(Script::Answer),
    ]
}
