//! No order without a key in the customer's hands.
use cert_order::domain::problem::Problem;
use cert_order::request::algorithm::KeyType;
use cert_order::request::read;
use cert_order::request::vault::Guard;
use cert_order::wizard::effect::{Effect, Focus};
use cert_order::wizard::field::Field;
use cert_order::wizard::keys::{Hold, Kept, KeyState};
use cert_order::wizard::message::Msg;
use cert_order::wizard::model::Trouble;
use cert_order::wizard::shelf::VaultError;
use cert_order::wizard::step::Step;
use cert_order::wizard::steps;

use crate::support::browser::Port;
use crate::support::visit::Visit;

/// As far as review, without having saved the key.
fn unsaved() -> Visit {
    let mut visit = Visit::new();
    visit.reach_key();
    visit.go_on();
    visit.log_in();
    visit.enter_contacts();
    visit.go_on();
    visit.approve("admin@example.com");
    assert_eq!(visit.place(), Step::Review);
    visit
}

fn refuses(visit: &mut Visit) -> bool {
    visit.send(Msg::Order);
    let errors = steps::errors(&visit.model, Step::Review);
    visit.place() == Step::Review
        && visit.shop.count("pay") == 0
        && errors.iter().any(|error| error.problem == Problem::KeyNotSafe)
}

#[test]
fn the_order_button_refuses_a_key_that_only_this_browser_has() {
    let mut visit = unsaved();
    assert_eq!(visit.key().kept, Kept::Yes(Guard::Browser));
    assert!(refuses(&mut visit));
    assert_eq!(visit.browser.focus, Some(Focus::Errors));
}

#[test]
fn a_tick_without_a_download_does_not_count() {
    let mut visit = unsaved();
    visit.enter(Field::KeyAttested, "on");
    assert!(!visit.key().attested);
    assert!(refuses(&mut visit));
}

#[test]
fn a_download_without_the_tick_does_not_count() {
    let mut visit = unsaved();
    visit.send(Msg::DownloadKey);
    assert!(refuses(&mut visit));
    visit.enter(Field::KeyAttested, "on");
    visit.enter(Field::KeyAttested, "");
    assert!(refuses(&mut visit));
}

#[test]
fn a_download_that_failed_does_not_count() {
    let mut visit = unsaved();
    visit.browser.downloading = Port::Fails;
    visit.send(Msg::DownloadKey);
    visit.enter(Field::KeyAttested, "on");
    assert!(refuses(&mut visit));
}

#[test]
fn download_and_tick_together_let_the_order_through() {
    let mut visit = unsaved();
    visit.send(Msg::DownloadKey);
    visit.enter(Field::KeyAttested, "on");
    visit.send(Msg::Order);
    assert_eq!(visit.place(), Step::Done);
}

#[test]
fn another_key_must_be_saved_anew_and_the_old_copy_goes() {
    let mut visit = Visit::new();
    visit.reach_key();
    visit.send(Msg::DownloadKey);
    visit.enter(Field::KeyAttested, "on");
    let old = visit.key().fingerprint;
    visit.send(Msg::NewKey);
    assert_ne!(visit.key().fingerprint, old);
    assert!(!visit.key().downloaded && !visit.key().attested);
    assert!(visit.browser.kept.iter().all(|(name, _)| *name != old));
    assert_eq!(read::request_public_key(visit.csr()).unwrap(), visit.key().subject_public_key_info);
}

#[test]
fn another_key_type_makes_another_key() {
    let mut visit = Visit::new();
    visit.reach_key();
    visit.send(Msg::Change(Step::Subject));
    visit.enter(Field::KeyType, KeyType::P384.id());
    visit.go_on();
    assert_eq!((visit.place(), visit.key().key_type), (Step::Key, KeyType::P384));
    assert_eq!(visit.browser.kept.len(), 1);
}

#[test]
fn a_changed_name_gets_another_request_with_the_same_key() {
    let mut visit = Visit::new();
    visit.reach_key();
    let (key, csr) = (visit.key().fingerprint, visit.csr().to_owned());
    visit.send(Msg::Change(Step::Subject));
    visit.enter(Field::Domain, "shop.example.com");
    visit.go_on();
    assert_eq!((visit.place(), visit.key().fingerprint), (Step::Key, key));
    assert_ne!(visit.csr(), csr);
}

#[test]
fn a_request_for_what_was_typed_before_is_never_ordered() {
    let mut visit = Visit::new();
    visit.reach_review();
    visit.browser.signing = Port::Silent;
    visit.enter(Field::Domain, "shop.example.com");
    assert_eq!(visit.place(), Step::Key);
    visit.send(Msg::Order);
    visit.send(Msg::AddressChanged(Some(Step::Review)));
    assert_eq!(visit.place(), Step::Key);
    assert_eq!(visit.shop.count("pay"), 0);
}

#[test]
fn clearing_the_box_deletes_the_copy_and_ticking_it_keeps_it_again() {
    let mut visit = Visit::new();
    visit.reach_key();
    assert_eq!(visit.browser.kept.len(), 1);
    visit.enter(Field::KeepKey, "");
    assert!(visit.browser.kept.is_empty());
    assert_eq!(visit.key().kept, Kept::No);
    visit.enter(Field::KeepKey, "on");
    assert_eq!((visit.browser.kept.len(), visit.key().kept), (1, Kept::Yes(Guard::Browser)));
}

#[test]
fn a_browser_that_cannot_keep_the_key_says_so_and_the_file_suffices() {
    let mut visit = Visit::new();
    visit.browser.keeping = Port::Fails;
    visit.reach_key();
    assert_eq!(visit.key().kept, Kept::Failed(VaultError::Failed));
    visit.save_key();
    assert_eq!(visit.place(), Step::Contacts);
}

#[test]
fn a_reload_brings_a_kept_key_back_and_it_signs_again() {
    let mut visit = Visit::new();
    visit.reach_key();
    let (key, csr) = (visit.key().fingerprint, visit.csr().to_owned());
    visit.reload();
    assert_eq!((visit.place(), visit.key().fingerprint, visit.key().hold), (Step::Key, key, Hold::Live));
    assert_eq!(visit.csr(), csr);
    visit.send(Msg::Change(Step::Subject));
    visit.enter(Field::Domain, "shop.example.com");
    visit.go_on();
    assert_eq!(visit.key().fingerprint, key);
    assert_ne!(visit.csr(), csr);
}

#[test]
fn a_key_neither_kept_nor_in_hand_goes_back_to_its_page_after_a_reload_and_is_never_ordered() {
    let mut visit = Visit::new();
    visit.reach_key();
    visit.enter(Field::KeepKey, "");
    let lost = visit.key().fingerprint;
    visit.send(Msg::DownloadKey);
    visit.go_on();
    visit.log_in();
    visit.enter_contacts();
    visit.go_on();
    visit.approve("admin@example.com");
    let csr = visit.csr().to_owned();
    visit.reload();
    assert_eq!((visit.place(), visit.trouble()), (Step::Key, Some(&Trouble::KeyLost)));
    assert_ne!(visit.key().fingerprint, lost);
    assert_ne!(visit.csr(), csr);
    visit.send(Msg::AddressChanged(Some(Step::Review)));
    visit.log_in();
    visit.send(Msg::Order);
    assert_eq!(visit.shop.count("pay"), 0);
}

#[test]
fn a_key_in_the_customers_hands_alone_can_still_be_ordered_after_a_reload() {
    let mut visit = Visit::new();
    visit.reach_key();
    visit.enter(Field::KeepKey, "");
    visit.save_key();
    let csr = visit.csr().to_owned();
    visit.reload();
    assert_eq!((visit.place(), visit.key().hold), (Step::Contacts, Hold::Gone));
    assert_eq!(visit.csr(), csr);
    visit.log_in();
    visit.enter_contacts();
    visit.go_on();
    visit.approve("admin@example.com");
    visit.send(Msg::Order);
    assert_eq!(visit.place(), Step::Done);
}

#[test]
fn a_changed_name_needs_another_key_when_the_first_is_only_in_the_customers_file() {
    let mut visit = Visit::new();
    visit.reach_key();
    visit.enter(Field::KeepKey, "");
    visit.save_key();
    let old = visit.key().fingerprint;
    visit.reload();
    visit.send(Msg::Change(Step::Subject));
    visit.enter(Field::Domain, "shop.example.com");
    visit.go_on();
    assert_eq!((visit.place(), visit.trouble()), (Step::Key, Some(&Trouble::KeyLost)));
    assert_ne!(visit.key().fingerprint, old);
    assert!(!visit.key().attested);
}

#[test]
fn a_kept_key_that_cannot_be_loaded_is_lost_unless_the_customer_has_it() {
    for (is_in_hand, place) in [(false, Step::Key), (true, Step::Contacts)] {
        let mut visit = Visit::new();
        visit.reach_key();
        if is_in_hand {
            visit.send(Msg::DownloadKey);
            visit.enter(Field::KeyAttested, "on");
        }
        visit.go_on();
        let old = visit.key().fingerprint;
        visit.browser.kept.clear();
        visit.reload();
        assert_eq!(visit.place(), place);
        assert_eq!(visit.trouble() == Some(&Trouble::KeyLost), !is_in_hand);
        assert_eq!(visit.key().fingerprint == old, is_in_hand);
    }
}

#[test]
fn a_browser_that_makes_or_signs_nothing_says_so_and_try_again_works() {
    let spoil: [fn(&mut Visit, Port); 2] = [|v, port| v.browser.making = port, |v, port| v.browser.signing = port];
    for set in spoil {
        let mut visit = Visit::new();
        set(&mut visit, Port::Fails);
        visit.reach_key();
        assert_eq!(visit.model.key, KeyState::Failed);
        visit.go_on();
        assert_eq!(visit.place(), Step::Key);
        set(&mut visit, Port::Works);
        visit.send(Msg::Retry);
        assert!(visit.csr().contains("CERTIFICATE REQUEST"));
    }
}

#[test]
fn a_shown_key_is_hidden_when_the_page_is_left() {
    for leave in
        [Msg::Continue(Step::Key), Msg::Change(Step::Subject), Msg::AddressChanged(Some(Step::Package)), Msg::NewKey]
    {
        let mut visit = Visit::new();
        visit.reach_key();
        visit.send(Msg::ShowKey);
        assert!(visit.model.revealed.is_some());
        visit.send(leave.clone());
        assert_eq!(visit.model.revealed, None, "{leave:?}");
    }
}

#[test]
fn the_request_can_be_copied_and_downloaded() {
    let mut visit = Visit::new();
    visit.reach_key();
    visit.send(Msg::DownloadRequest);
    let (name, text) = visit.browser.downloads.last().unwrap();
    assert!(name.starts_with("example.com.") && name.ends_with(".csr.pem"), "{name}");
    assert_eq!(text, visit.csr());
    let effects = cert_order::wizard::update::update(&mut visit.model, Msg::CopyRequest);
    assert!(matches!(effects.as_slice(), [Effect::Ask { .. }]), "{effects:?}");
}
