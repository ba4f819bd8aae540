//! Kept keys: the passphrase on the key's page, when the vault makes a key safe, the page `#/keys`, copies in files.
use cert_order::domain::problem::Problem;
use cert_order::domain::secret::Secret;
use cert_order::request::keyfile::NotKeyFile;
use cert_order::request::vault::Guard;
use cert_order::wizard::copy_check::CopyCheck;
use cert_order::wizard::field::{Field, PassphraseOf};
use cert_order::wizard::keys::{self, Hold, Kept};
use cert_order::wizard::message::{Msg, VaultMsg};
use cert_order::wizard::shelf::{Done, Storage, VaultError};
use cert_order::wizard::step::Step;
use cert_order::wizard::steps;

use crate::support::browser::Port;
use crate::support::vault::{OTHER_PASSPHRASE, PASSPHRASE};
use crate::support::visit::Visit;

const LASTING: Storage = Storage { is_persistent: true, is_top_level: true };

fn type_in(visit: &mut Visit, of: PassphraseOf, text: &str) {
    visit.send(Msg::Vault(VaultMsg::Edited(of, Secret::new(text.to_owned()))));
}

fn vault(visit: &mut Visit, msg: VaultMsg) {
    visit.send(Msg::Vault(msg));
}

/// On the key's page, with the key in the vault.
fn protected(storage: Storage) -> Visit {
    let mut visit = Visit::new();
    visit.browser.vault.storage = storage;
    visit.reach_key();
    type_in(&mut visit, PassphraseOf::Vault, PASSPHRASE);
    visit.send(Msg::ProtectKey);
    assert_eq!(visit.key().kept, Kept::Yes(Guard::Passphrase));
    visit
}

fn to_review(visit: &mut Visit) {
    visit.go_on();
    visit.log_in();
    visit.enter_contacts();
    visit.go_on();
    visit.approve("admin@example.com");
    assert_eq!(visit.place(), Step::Review);
}

fn problem(visit: &Visit) -> Option<Problem> {
    visit.model.vault.problem.as_ref().map(|said| said.problem.clone())
}

#[test]
fn a_key_in_a_lasting_vault_may_be_ordered_without_a_file() {
    let mut visit = protected(LASTING);
    to_review(&mut visit);
    visit.send(Msg::Order);
    assert_eq!(visit.place(), Step::Done);
    let entry = &visit.browser.vault.entries[0];
    assert_eq!((entry.domain.as_str(), entry.order.is_empty()), ("example.com", false));
}

#[test]
fn a_vault_that_may_go_or_stands_in_a_frame_does_not_make_a_key_safe() {
    for storage in [
        Storage::default(),
        Storage { is_persistent: true, is_top_level: false },
        Storage { is_persistent: false, is_top_level: true },
    ] {
        let mut visit = protected(storage);
        to_review(&mut visit);
        visit.send(Msg::Order);
        assert_eq!((visit.place(), visit.shop.count("pay")), (Step::Review, 0), "{storage:?}");
        let errors = steps::errors(&visit.model, Step::Review);
        assert!(errors.iter().any(|error| error.problem == Problem::KeyNotSafe), "{storage:?}");
    }
}

#[test]
fn a_vault_that_lost_the_key_before_the_order_does_not_make_it_safe() {
    let mut visit = protected(LASTING);
    let key = visit.key().fingerprint;
    visit.browser.forget(key);
    to_review(&mut visit);
    assert_eq!(visit.key().kept, Kept::Failed(VaultError::Gone));
    visit.send(Msg::Order);
    assert_eq!((visit.place(), visit.shop.count("pay")), (Step::Review, 0));
}

#[test]
fn a_browser_that_promises_later_is_asked_again_on_review() {
    let mut visit = protected(Storage { is_persistent: false, is_top_level: true });
    visit.browser.vault.storage = LASTING;
    to_review(&mut visit);
    assert!(keys::is_safe(&visit.model));
}

#[test]
fn a_passphrase_that_is_short_or_easy_is_refused_and_stays_typed() {
    let mut visit = Visit::new();
    visit.reach_key();
    for (text, expected) in [
        ("", Problem::Missing),
        ("short", Problem::ShortPassphrase { least: 10 }),
        ("passwordpassword", Problem::WeakPassphrase),
    ] {
        type_in(&mut visit, PassphraseOf::Vault, text);
        visit.send(Msg::ProtectKey);
        assert_eq!(problem(&visit), Some(expected));
        assert_eq!(visit.model.vault.passphrase.expose(), text);
        assert_eq!(visit.key().kept, Kept::Yes(Guard::Browser));
        assert!(visit.browser.vault.passphrase.is_none());
    }
}

#[test]
fn continue_uses_a_passphrase_that_was_typed() {
    let mut visit = Visit::new();
    visit.reach_key();
    type_in(&mut visit, PassphraseOf::Vault, "short");
    visit.go_on();
    assert_eq!((visit.place(), problem(&visit)), (Step::Key, Some(Problem::ShortPassphrase { least: 10 })));
    type_in(&mut visit, PassphraseOf::Vault, PASSPHRASE);
    visit.go_on();
    assert_eq!((visit.place(), visit.key().kept), (Step::Contacts, Kept::Yes(Guard::Passphrase)));
    assert!(visit.model.vault.passphrase.is_empty(), "the passphrase stays in memory");
}

#[test]
fn continue_waits_for_the_vault_and_a_refusal_keeps_the_customer_there() {
    let mut visit = Visit::new();
    visit.reach_key();
    visit.browser.vault.refuses = Some(VaultError::NoRoom);
    type_in(&mut visit, PassphraseOf::Vault, PASSPHRASE);
    visit.go_on();
    assert_eq!((visit.place(), problem(&visit)), (Step::Key, Some(Problem::NoRoom)));
    type_in(&mut visit, PassphraseOf::Vault, "");
    visit.go_on();
    assert_eq!(visit.place(), Step::Contacts, "Continue is blocked for good");
}

#[test]
fn a_wrong_passphrase_for_the_vault_changes_nothing() {
    let mut visit = Visit::new();
    visit.browser.vault.passphrase = Some(Secret::new(OTHER_PASSPHRASE.to_owned()));
    visit.reach_key();
    assert!(visit.model.vault.is_there());
    type_in(&mut visit, PassphraseOf::Vault, PASSPHRASE);
    visit.send(Msg::ProtectKey);
    assert_eq!(problem(&visit), Some(Problem::WrongPassphrase));
    assert_eq!(visit.browser.kept.len(), 1, "the remembered copy is gone");
    type_in(&mut visit, PassphraseOf::Vault, OTHER_PASSPHRASE);
    visit.send(Msg::ProtectKey);
    assert_eq!(visit.key().kept, Kept::Yes(Guard::Passphrase));
}

#[test]
fn with_the_vault_open_the_next_key_goes_straight_into_it() {
    let mut visit = protected(LASTING);
    visit.send(Msg::NewKey);
    assert_eq!(visit.key().kept, Kept::Yes(Guard::Passphrase));
    assert_eq!(visit.browser.vault.entries.len(), 1);
}

#[test]
fn after_a_reload_the_key_waits_in_the_vault_and_the_order_can_go_on_without_it() {
    let mut visit = protected(LASTING);
    let csr = visit.csr().to_owned();
    visit.reload();
    assert_eq!((visit.place(), visit.key().hold), (Step::Key, Hold::Locked));
    assert_eq!(visit.csr(), csr);
    to_review(&mut visit);
    visit.send(Msg::Order);
    assert_eq!(visit.place(), Step::Done);
}

#[test]
fn a_locked_key_is_used_again_once_the_vault_is_open() {
    let mut visit = protected(LASTING);
    visit.reload();
    visit.send(Msg::DownloadKey);
    assert!(visit.browser.key_files.is_empty());
    type_in(&mut visit, PassphraseOf::Vault, OTHER_PASSPHRASE);
    visit.send(Msg::UnlockKey);
    assert_eq!((problem(&visit), visit.key().hold), (Some(Problem::WrongPassphrase), Hold::Locked));
    type_in(&mut visit, PassphraseOf::Vault, PASSPHRASE);
    visit.send(Msg::UnlockKey);
    assert_eq!(visit.key().hold, Hold::Live);
    visit.send(Msg::DownloadKey);
    assert_eq!(visit.browser.key_files.len(), 1);
}

#[test]
fn a_changed_name_waits_for_the_vault_and_is_then_signed_by_the_same_key() {
    let mut visit = protected(LASTING);
    let key = visit.key().fingerprint;
    visit.reload();
    visit.send(Msg::Change(Step::Subject));
    visit.enter(Field::Domain, "shop.example.com");
    visit.go_on();
    assert_eq!((visit.place(), visit.key().hold), (Step::Key, Hold::Locked));
    visit.go_on();
    assert_eq!(visit.place(), Step::Key, "a request for other names went on");
    type_in(&mut visit, PassphraseOf::Vault, PASSPHRASE);
    visit.send(Msg::UnlockKey);
    assert_eq!(visit.key().fingerprint, key);
    visit.go_on();
    assert_eq!(visit.place(), Step::Contacts);
}

#[test]
fn an_evicted_vault_is_said_and_never_ordered_from() {
    let mut visit = protected(LASTING);
    visit.go_on();
    visit.browser.kept.clear();
    visit.browser.vault.entries.clear();
    visit.reload();
    assert_eq!(visit.place(), Step::Key);
    assert!(visit.trouble().is_some());
}

#[test]
fn the_encrypted_file_counts_like_the_plain_one_and_its_passphrase_is_forgotten() {
    let mut visit = Visit::new();
    visit.reach_key();
    visit.send(Msg::DownloadKeyEncrypted);
    assert_eq!((problem(&visit), visit.browser.key_files.len()), (Some(Problem::Missing), 0));
    type_in(&mut visit, PassphraseOf::File, PASSPHRASE);
    visit.send(Msg::DownloadKeyEncrypted);
    let (name, _) = &visit.browser.key_files[0];
    assert_eq!(*name, format!("example.com.{}.encrypted.key.pem", visit.key().fingerprint.short()));
    assert!(visit.key().downloaded && visit.model.vault.file_passphrase.is_empty());
}

#[test]
fn a_copy_that_was_compared_makes_the_key_safe_and_another_one_does_not() {
    let mut visit = Visit::new();
    visit.reach_key();
    visit.send(Msg::DownloadKey);
    let right = visit.browser.key_files[0].1.expose().as_bytes().to_vec();
    let cases = [
        (b"no key".to_vec(), CopyCheck::NotKeyFile(NotKeyFile::NoKey)),
        (right[..right.len() / 2].to_vec(), CopyCheck::NotKeyFile(NotKeyFile::Broken)),
    ];
    for (file, verdict) in cases {
        visit.browser.file = file;
        visit.send(Msg::CopyChosen);
        assert_eq!((visit.key().copy, keys::is_safe(&visit.model)), (verdict, false));
    }
    visit.browser.file = right.clone();
    visit.send(Msg::CopyChosen);
    assert_eq!((visit.key().copy, keys::is_safe(&visit.model)), (CopyCheck::Same, true));
    visit.reload();
    assert!(keys::is_safe(&visit.model), "what was compared is forgotten");
    visit.send(Msg::NewKey);
    assert!(!keys::is_safe(&visit.model), "another key is not in that file");
    visit.browser.file = right;
    visit.send(Msg::CopyChosen);
    assert_eq!(visit.key().copy, CopyCheck::Other);
}

#[test]
fn an_encrypted_copy_wants_its_passphrase() {
    let mut visit = Visit::new();
    visit.reach_key();
    type_in(&mut visit, PassphraseOf::File, PASSPHRASE);
    visit.send(Msg::DownloadKeyEncrypted);
    visit.browser.file = visit.browser.key_files[0].1.expose().as_bytes().to_vec();
    for (typed, verdict) in
        [("", CopyCheck::Locked), (OTHER_PASSPHRASE, CopyCheck::WrongPassphrase), (PASSPHRASE, CopyCheck::Same)]
    {
        type_in(&mut visit, PassphraseOf::File, typed);
        visit.send(Msg::CopyChosen);
        assert_eq!(visit.key().copy, verdict);
    }
}

#[test]
fn leaving_is_warned_of_while_the_key_is_nowhere_safe() {
    let mut visit = Visit::new();
    assert!(!keys::is_at_risk(&visit.model));
    visit.reach_key();
    assert!(keys::is_at_risk(&visit.model), "a remembered copy does not count");
    visit.send(Msg::DownloadKey);
    assert!(keys::is_at_risk(&visit.model));
    visit.enter(Field::KeyAttested, "on");
    assert!(!keys::is_at_risk(&visit.model));
    assert!(!keys::is_at_risk(&protected(LASTING).model));
}

#[test]
fn the_page_of_kept_keys_stands_beside_the_order() {
    let mut visit = protected(LASTING);
    vault(&mut visit, VaultMsg::Shown);
    assert!(visit.browser.shows_keys && visit.model.vault.is_shown);
    assert_eq!(visit.model.vault.shelf.as_ref().unwrap().entries.len(), 1);
    vault(&mut visit, VaultMsg::Left);
    assert!(!visit.model.vault.is_shown);
    assert_eq!((visit.place(), visit.browser.address), (Step::Key, Some(Step::Key)));
    vault(&mut visit, VaultMsg::Shown);
    visit.send(Msg::AddressChanged(Some(Step::Key)));
    assert!(!visit.model.vault.is_shown, "Back does not lead back");
}

#[test]
fn what_the_page_can_do_is_done_and_said() {
    let mut visit = protected(LASTING);
    let key = visit.key().fingerprint;
    vault(&mut visit, VaultMsg::Shown);
    let said = |visit: &Visit| visit.model.vault.said;
    vault(&mut visit, VaultMsg::RenameBegun(key));
    vault(&mut visit, VaultMsg::NameEdited("  Shop \u{202e}".to_owned()));
    vault(&mut visit, VaultMsg::NameEdited("  Shop ".to_owned()));
    vault(&mut visit, VaultMsg::Rename);
    assert_eq!((said(&visit), visit.browser.vault.entries[0].title()), (Some(Ok(Done::Renamed)), "Shop"));
    vault(&mut visit, VaultMsg::Download(key));
    type_in(&mut visit, PassphraseOf::File, PASSPHRASE);
    vault(&mut visit, VaultMsg::DownloadEncrypted(key));
    assert_eq!((said(&visit), visit.browser.key_files.len()), (Some(Ok(Done::Downloaded)), 2));
    type_in(&mut visit, PassphraseOf::File, OTHER_PASSPHRASE);
    vault(&mut visit, VaultMsg::Export);
    assert_eq!(
        (said(&visit), visit.browser.vault.exports.len()),
        (Some(Ok(Done::Exported { keys: 1, damaged: 0 })), 1)
    );
    type_in(&mut visit, PassphraseOf::File, PASSPHRASE);
    vault(&mut visit, VaultMsg::FileChosen);
    assert_eq!(problem(&visit), Some(Problem::WrongPassphrase));
    type_in(&mut visit, PassphraseOf::File, OTHER_PASSPHRASE);
    vault(&mut visit, VaultMsg::FileChosen);
    assert_eq!(said(&visit), Some(Ok(Done::Imported { new: 0, known: 1 })));
    vault(&mut visit, VaultMsg::Close);
    assert!(!visit.model.vault.is_open());
    vault(&mut visit, VaultMsg::Download(key));
    assert_eq!(said(&visit), Some(Err(VaultError::Locked)));
}

#[test]
fn the_passphrase_is_changed_with_the_old_one_only() {
    let mut visit = protected(LASTING);
    vault(&mut visit, VaultMsg::Shown);
    for (old, new, expected) in [
        (OTHER_PASSPHRASE, OTHER_PASSPHRASE, Some(Problem::WrongPassphrase)),
        (PASSPHRASE, "short", Some(Problem::ShortPassphrase { least: 10 })),
        (PASSPHRASE, OTHER_PASSPHRASE, None),
    ] {
        type_in(&mut visit, PassphraseOf::Vault, old);
        type_in(&mut visit, PassphraseOf::NextVault, new);
        vault(&mut visit, VaultMsg::Change);
        assert_eq!(problem(&visit), expected);
    }
    assert_eq!(visit.browser.vault.passphrase.as_ref().unwrap().expose(), OTHER_PASSPHRASE);
    assert_eq!(visit.browser.kept.len(), 1);
}

#[test]
fn deleting_the_orders_own_copy_makes_it_unsafe_again() {
    let mut visit = protected(LASTING);
    let key = visit.key().fingerprint;
    vault(&mut visit, VaultMsg::Shown);
    vault(&mut visit, VaultMsg::Delete(key));
    assert_eq!(visit.model.vault.said, Some(Ok(Done::Deleted)));
    assert!(visit.browser.kept.is_empty());
    assert!(!keys::is_safe(&visit.model));
    assert_eq!(visit.key().hold, Hold::Live, "the page still holds the key itself");
}

#[test]
fn the_kept_keys_are_there_while_another_tab_has_the_order() {
    let mut visit = protected(LASTING);
    visit.send(Msg::Elsewhere);
    vault(&mut visit, VaultMsg::Shown);
    assert_eq!(visit.model.vault.shelf.as_ref().unwrap().entries.len(), 1);
    let key = visit.browser.vault.entries[0].key;
    vault(&mut visit, VaultMsg::Delete(key));
    assert!(visit.browser.kept.is_empty());
}

#[test]
fn logging_out_closes_the_vault_and_forgetting_everything_empties_it() {
    let mut visit = protected(LASTING);
    to_review(&mut visit);
    visit.send(Msg::LogOut);
    assert!(!visit.browser.vault.is_open && !visit.model.vault.is_open());
    assert!(visit.browser.vault.passphrase.is_some());
    visit.send(Msg::ForgetEverything);
    assert!(visit.browser.vault.passphrase.is_none() && visit.browser.kept.is_empty());
}

#[test]
fn a_browser_that_stores_nothing_says_so_on_the_page() {
    let mut visit = protected(LASTING);
    visit.browser.keeping = Port::Fails;
    vault(&mut visit, VaultMsg::Shown);
    assert_eq!(visit.model.vault.said, Some(Err(VaultError::Failed)));
}
