//! No private key gets in: not in any form, not in any part of a request.

use std::fmt::Write as _;

use rcgen::KeyPair;
use serde_json::Value;

use crate::support::{Order, Shop, error};

fn key() -> String {
    KeyPair::generate().unwrap().serialize_pem()
}

#[test]
fn a_key_field_on_a_certificate_function_is_refused() {
    let shop = Shop::open();
    let order = Order::dv("shop.example").set("sok", "ok").set("key", "x");
    let answer = shop.send("certificate.order.param", &order);
    assert_eq!(error(&answer), ("value", "key"));
    assert_eq!(shop.json("/sandbox/orders"), serde_json::json!([]));
    let report = shop.json("/sandbox/violations");
    assert_eq!(report["count"], 1);
    assert_eq!(report["violations"][0]["func"], "certificate.order.param");

    let order = Order::dv("shop.example").set("sok", "ok").set("key", "");
    assert!(shop.send("certificate.order.param", &order)["ok"].is_object());
    assert_eq!(shop.violations(), 1);
}

#[test]
fn every_kind_of_pem_private_key_is_seen_in_a_body() {
    let shop = Shop::open();
    let labels = [
        "PRIVATE KEY",
        "RSA PRIVATE KEY",
        "EC PRIVATE KEY",
        "ENCRYPTED PRIVATE KEY",
        "OPENSSH PRIVATE KEY",
        "private key",
    ];
    for (label, count) in labels.into_iter().zip(1..) {
        let pem = format!("-----BEGIN {label}-----\nAAAA\n-----END {label}-----\n");
        let order = Order::dv("shop.example").set("OU", &pem).set("sok", "ok");
        let answer = shop.send("certificate.order.param", &order);
        assert_eq!(error(&answer), ("value", "key"), "{label}");
        assert_eq!(shop.violations(), count);
    }
    let public = "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----";
    shop.call("whoami", &[("note", public)]);
    assert_eq!(shop.violations(), 6);
}

#[test]
fn any_path_method_header_and_encoding_is_watched() {
    let shop = Shop::open();
    let pem = key();
    let once = percent(&pem);
    let twice = percent(&once);
    let line = pem.lines().collect::<String>();
    let send = |method: &str, path: &str, header: &str, body: &str| {
        let request = ureq::http::Request::builder()
            .method(method)
            .uri(shop.url(path))
            .header("X-Note", header)
            .body(body.to_owned())
            .unwrap();
        shop.agent.run(request).unwrap().status().as_u16()
    };
    let requests = [
        ("POST", "/", "", pem.as_str()),
        ("PUT", "/billmgr", "", &once),
        ("POST", "/sandbox/timer", "", &twice),
        ("GET", "/", &line, ""),
        ("GET", &format!("/{once}"), "", ""),
        ("GET", &format!("/billmgr?q={twice}"), "", ""),
        ("POST", "/beacon", "", &format!("{{\"key\":\"{}\"}}", pem.replace('\n', "\\n"))),
    ];
    for ((method, path, header, body), count) in requests.into_iter().zip(1..) {
        let status = send(method, path, header, body);
        assert_eq!(shop.violations(), count, "{method} {count}");
        assert_eq!(status, if path.starts_with("/billmgr") { 200 } else { 400 });
    }
    let report = shop.json("/sandbox/violations").to_string();
    let secret = pem.lines().nth(1).unwrap();
    assert!(!report.contains(secret), "key material was stored");
}

#[test]
fn a_key_in_a_body_that_is_too_long_is_seen_too() {
    let shop = Shop::open();
    let body = format!("{}{}", key(), "x".repeat(2 * 1024 * 1024));
    // The server may answer before all is sent; what counts is what it saw.
    let _ = shop.agent.post(shop.url("/billmgr")).send(&body);
    assert_eq!(shop.violations(), 1);
}

#[test]
fn a_key_in_place_of_the_operation_is_not_recorded() {
    let shop = Shop::open();
    let pem = key();
    let form = [("func", pem.as_str()), ("out", "json")];
    let mut answer = shop.agent.post(shop.url("/billmgr")).send_form(form).unwrap();
    let body = answer.body_mut().read_to_string().unwrap();
    assert!(!body.contains("PRIVATE KEY"));
    let body: Value = serde_json::from_str(&body).unwrap();
    assert_eq!(error(&body["doc"]), ("value", "key"));
    assert_eq!(shop.json("/sandbox/violations")["violations"][0]["func"], "");
}

fn percent(text: &str) -> String {
    text.bytes().fold(String::new(), |mut escaped, byte| {
        write!(escaped, "%{byte:02X}").unwrap();
        escaped
    })
}
