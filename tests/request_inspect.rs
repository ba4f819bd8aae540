//! What `examples/inspect` prints, and how it ends.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may end here; the lints exempt only the test functions themselves"
)]

#[path = "support/openssl.rs"]
mod openssl;
#[path = "../examples/inspect/report.rs"]
mod report;
#[path = "support/verify.rs"]
mod verify;

use cert_order::request::lint::Rule;
use openssl::openssl;
use serde_json::Value;

fn inspect(input: &[u8]) -> (Value, u8) {
    let report = report::run(&[], input);
    (serde_json::from_str(&report.text).unwrap(), report.status)
}

/// A request for this test, by a new key of `openssl genpkey` with these options.
fn request(test: &str, options: &[&str]) -> String {
    let scratch = openssl::Scratch::new(&format!("inspect-{test}"));
    let path = scratch.write("key.pem", &openssl(&[&["genpkey"], options].concat(), ""));
    let subject = "/C=US/O=Example & Sons/OU=Web/CN=example.com";
    let names = "subjectAltName=DNS:example.com,DNS:www.example.com,IP:192.0.2.1";
    openssl(&["req", "-new", "-key", &path, "-subj", subject, "-addext", names], "")
}

#[test]
fn a_good_request_is_described_and_ends_well() {
    let text = request("good", &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"]);
    let (said, status) = inspect(format!("Hello\n{text}").as_bytes());
    assert_eq!(status, 0, "{said:#}");
    assert_eq!(said["subject"][1], serde_json::json!({ "oid": "2.5.4.10", "value": "Example & Sons" }));
    assert_eq!(said["names"], serde_json::json!(["example.com", "www.example.com"]));
    assert_eq!(said["other_names"], serde_json::json!(["192.0.2.1"]));
    assert_eq!((&said["key"]["kind"], &said["signature"]["verdict"]), (&"p-256".into(), &"good".into()));
    assert_eq!(said["cleaned"], serde_json::json!(["text before or after the request"]));
    let finding = said["findings"].as_array().unwrap().iter().find(|finding| finding["id"] == "subject.unit").unwrap();
    assert_eq!((&finding["severity"], &finding["about"]), (&"warning".into(), &"Web".into()));
    assert_eq!(finding["source"], Rule::SubjectUnit.source());
    assert!(finding["sentence"].as_str().unwrap().contains("(OU: Web)"));
}

#[test]
fn errors_end_with_one_and_what_was_not_checked_is_said() {
    let (said, status) = inspect(request("error", &["-algorithm", "ED25519"]).as_bytes());
    let ids: Vec<&str> = said["findings"].as_array().unwrap().iter().map(|f| f["id"].as_str().unwrap()).collect();
    assert_eq!((status, ids[0]), (1, "key.edwards"), "{said:#}");
    assert!(ids.contains(&"signature.not_checked"));
    assert_eq!((&said["signature"]["verdict"], &said["unjudged"]), (&"not checked".into(), &1.into()));
}

#[test]
fn what_is_no_request_ends_with_two_and_a_private_key_is_not_printed() {
    let key = openssl(&["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"], "");
    let long = "a".repeat(70_000);
    for (input, error) in [
        (key.as_bytes(), "private_key"),
        (b"hello", "other"),
        (b"", "other"),
        (b"-----BEGIN CERTIFICATE REQUEST-----\nMIIB\n", "broken"),
        (long.as_bytes(), "too_big"),
    ] {
        let report = report::run(&[], input);
        let said: Value = serde_json::from_str(&report.text).unwrap();
        assert_eq!((report.status, &said["error"]), (2, &error.into()));
        assert!(said["sentence"].as_str().unwrap().len() > 20);
        assert!(!report.text.contains(key.lines().nth(1).unwrap()));
    }
}

#[test]
fn all_rules_are_listed() {
    let report = report::run(&["--rules".to_owned()], b"");
    let rules: Vec<Value> = serde_json::from_str(&report.text).unwrap();
    assert_eq!((report.status, rules.len()), (0, Rule::ALL.len()));
    let first = &rules[0];
    assert_eq!((&first["id"], &first["severity"]), (&"signature.bad".into(), &"error".into()));
    assert!(rules.iter().all(|rule| !rule["sentence"].as_str().unwrap().contains('{')));
}

#[test]
fn help_is_given_and_a_wrong_option_ends_with_two() {
    let help = report::run(&["--help".to_owned()], b"");
    assert!(help.status == 0 && help.text.contains("--rules"));
    assert_eq!(report::run(&["--wrong".to_owned()], b"").status, 2);
}
