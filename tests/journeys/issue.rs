//! After the order: watched with patience, fetched, and held against our key.
use cert_order::billing::certificate::CertificateStatus;
use cert_order::request::algorithm::KeyType;
use cert_order::wizard::message::Msg;
use cert_order::wizard::session;

use crate::support::browser::pem;
use crate::support::crypto::NativeKey;
use crate::support::openssl::{Scratch, openssl};
use crate::support::shop::Script;
use crate::support::visit::Visit;

const MINUTE_MS: u64 = 60_000;

/// The shop issues the order's certificate, for this key.
pub fn issue(visit: &mut Visit, key: &NativeKey) {
    let listed = visit.shop.certificates.last_mut().unwrap();
    (listed.status, listed.pem) = (["2", "5"], certificate(key));
}

/// A certificate of this key.
pub fn certificate(key: &NativeKey) -> String {
    let scratch = Scratch::new(&format!("issue-{:?}", std::thread::current().id()));
    let path = scratch.write("key.pem", pem(key).expose());
    openssl(&["req", "-x509", "-new", "-subj", "/CN=example.com", "-days", "1", "-key", &path], "")
}

fn looks(visit: &Visit) -> usize {
    // One page of the list is read before the payment.
    visit.shop.count("certificate") - 1
}

#[test]
fn the_state_is_looked_up_at_once_and_then_less_and_less_often() {
    let mut visit = Visit::new();
    visit.reach_done();
    assert_eq!(visit.model.watch.row.as_ref().unwrap().status, CertificateStatus::Processing);
    let mut waits = Vec::new();
    for _ in 0..8 {
        let (before, mut seconds) = (looks(&visit), 0);
        while looks(&visit) == before {
            visit.time_passes(1_000);
            seconds += 1;
        }
        waits.push(seconds);
    }
    assert_eq!(waits, [5, 10, 15, 20, 25, 30, 30, 30]);
}

#[test]
fn the_page_stops_asking_after_fifteen_minutes_without_input_and_goes_on_with_it() {
    let mut visit = Visit::new();
    visit.reach_done();
    visit.time_passes(15 * MINUTE_MS);
    assert!(visit.model.watch.stopped);
    let looked = looks(&visit);
    assert!((20..60).contains(&looked), "{looked}");
    visit.time_passes(120 * MINUTE_MS);
    assert_eq!(looks(&visit), looked);
    visit.send(Msg::CopyRequest);
    assert!(!visit.model.watch.stopped);
    visit.time_passes(MINUTE_MS);
    assert!(looks(&visit) > looked);
}

#[test]
fn input_keeps_the_page_asking() {
    let mut visit = Visit::new();
    visit.reach_done();
    for _ in 0..10 {
        visit.time_passes(10 * MINUTE_MS);
        visit.send(Msg::CopyRequest);
        assert!(!visit.model.watch.stopped);
    }
}

#[test]
fn an_issued_certificate_of_our_key_is_fetched_and_can_be_downloaded() {
    let mut visit = Visit::new();
    visit.reach_done();
    let key = visit.browser.made[0].1.clone();
    issue(&mut visit, &key);
    visit.send(Msg::CheckNow);
    assert_eq!(visit.model.watch.is_ours, Some(true));
    let calls = visit.shop.calls.len();
    visit.time_passes(60 * MINUTE_MS);
    assert_eq!(visit.shop.calls.len(), calls, "there is nothing left to ask");
    visit.send(Msg::DownloadCertificate);
    let (name, text) = visit.browser.downloads.last().unwrap();
    assert!(name.starts_with("example.com.") && name.ends_with(".crt.pem"), "{name}");
    assert_eq!(text, &visit.shop.certificates[0].pem);
}

#[test]
fn a_certificate_of_another_key_is_told() {
    let mut visit = Visit::new();
    visit.reach_done();
    issue(&mut visit, &NativeKey::make(KeyType::P256, 4_711));
    visit.send(Msg::CheckNow);
    assert_eq!(visit.model.watch.is_ours, Some(false));
}

#[test]
fn a_refused_certificate_ends_the_waiting() {
    let mut visit = Visit::new();
    visit.reach_done();
    visit.shop.certificates[0].status = ["5", "6"];
    visit.time_passes(5_000);
    assert_eq!(visit.model.watch.row.as_ref().unwrap().status, CertificateStatus::Failed);
    let looked = looks(&visit);
    visit.time_passes(60 * MINUTE_MS);
    assert_eq!(looks(&visit), looked);
}

#[test]
fn a_look_that_fails_is_told_and_the_next_one_heals_it() {
    let mut visit = Visit::new();
    visit.reach_done();
    visit.shop.script("certificate", Script::Status(502));
    visit.time_passes(5_000);
    assert!(visit.model.watch.failed.is_some());
    visit.time_passes(MINUTE_MS);
    assert_eq!(visit.model.watch.failed, None);
}

#[test]
fn the_certificate_is_found_on_whichever_page_of_the_list() {
    let mut visit = Visit::new();
    visit.shop.page_size = 2;
    for n in 0..5 {
        visit.shop.add_certificate(&format!("host-{n}.example.org"));
    }
    visit.reach_done();
    assert_eq!(visit.model.watch.row.as_ref().unwrap().cn, "example.com");
}

#[test]
fn after_a_reload_the_password_is_asked_and_the_watch_goes_on() {
    let mut visit = Visit::new();
    visit.reach_done();
    visit.reload();
    assert!(session::is_asked(&visit.model));
    let looked = looks(&visit);
    visit.time_passes(60 * MINUTE_MS);
    assert_eq!(looks(&visit), looked);
    visit.log_in();
    assert!(visit.model.watch.row.is_some());
    visit.send(Msg::DownloadReceipt);
    assert_eq!(visit.browser.downloads.len(), 1);
}

#[test]
fn a_session_that_ends_while_waiting_is_asked_for_and_the_watch_goes_on() {
    for operation in ["certificate", "certificate.file"] {
        let mut visit = Visit::new();
        visit.reach_done();
        let key = visit.browser.made[0].1.clone();
        issue(&mut visit, &key);
        visit.shop.script(operation, Script::SessionEnds);
        visit.send(Msg::CheckNow);
        assert!(session::is_asked(&visit.model), "{operation}");
        visit.log_in();
        visit.time_passes(MINUTE_MS);
        assert_eq!(visit.model.watch.is_ours, Some(true), "{operation}");
    }
}
