//! Answers that come late, from somewhere else, in part, or not at all.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::{bitten, form, once, order, raw, stored, switch};
use crate::support::{Order, Shop, body};

/// Sends an order over a connection of its own.
fn send(shop: &Shop) -> TcpStream {
    let mut body = form_urlencoded::Serializer::new(String::new());
    body.extend_pairs(form(shop, &Order::dv("shop.example")));
    let body = body.finish();
    let head = format!("POST /billmgr HTTP/1.1\r\nHost: sandbox\r\nContent-Length: {}\r\n\r\n", body.len());
    let mut stream = TcpStream::connect(shop.sandbox.address()).unwrap();
    stream.write_all((head + &body).as_bytes()).unwrap();
    stream
}

/// Asks until it is so, for ten seconds at most.
fn comes_true(mut is_so: impl FnMut() -> bool) -> bool {
    let end = Instant::now() + Duration::from_secs(10);
    while Instant::now() < end {
        if is_so() {
            return true;
        }
        std::thread::yield_now();
    }
    false
}

#[test]
fn pages_of_proxies_come_in_the_place_of_the_answer_before_or_after_the_effect() {
    for (fault, status, effect) in [
        ("bad_gateway", 502, 0),
        ("forbidden", 403, 0),
        ("blocked_460", 460, 0),
        ("html", 200, 0),
        ("bad_gateway_after", 502, 1),
        ("gateway_time_out", 504, 1),
    ] {
        let shop = Shop::open();
        switch(&shop, &[once(fault)]);
        let answer = order(&shop);
        assert_eq!(answer.status(), status, "{fault}");
        assert!(answer.headers()["content-type"].to_str().unwrap().starts_with("text/html"), "{fault}");
        assert!(body(answer).contains("<html>"), "{fault}");
        assert_eq!(stored(&shop), effect, "{fault}");
        assert_eq!(order(&shop).status(), 200, "{fault} bites once");
        assert_eq!(stored(&shop), effect + 1);
    }
}

#[test]
fn the_latency_is_waited_for() {
    let shop = Shop::open();
    switch(&shop, &[json!({"fault": "latency", "millis": 300, "func": "whoami"})]);
    let start = Instant::now();
    assert!(raw(&shop, "whoami").contains("Dana Demo"));
    assert!(start.elapsed() >= Duration::from_millis(300));
}

#[test]
fn an_answer_that_never_comes_has_taken_effect_or_not() {
    for (fault, effect) in [("time_out", 0), ("time_out_after", 1)] {
        let shop = Shop::open();
        switch(&shop, &[once(fault)]);
        let mut stream = send(&shop);
        assert!(comes_true(|| bitten(&shop, 0) == 1 && stored(&shop) == effect), "{fault}");
        stream.set_read_timeout(Some(Duration::from_millis(200))).unwrap();
        let silence = stream.read(&mut [0]).unwrap_err();
        assert!(matches!(silence.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut), "{silence}");
        assert_eq!(stored(&shop), effect, "{fault}");
    }
}

#[test]
fn a_request_that_hangs_does_not_keep_the_sandbox_from_stopping() {
    let shop = Shop::open();
    switch(&shop, &[once("time_out")]);
    let hanging = send(&shop);
    assert!(comes_true(|| bitten(&shop, 0) == 1));
    let start = Instant::now();
    drop(shop);
    assert!(start.elapsed() < Duration::from_secs(8));
    drop(hanging);
}

#[test]
fn a_lost_connection_is_closed_without_a_byte_and_the_order_is_there() {
    let shop = Shop::open();
    switch(&shop, &[once("connection_lost")]);
    let mut stream = send(&shop);
    let mut answer = Vec::new();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    let end = stream.read_to_end(&mut answer);
    assert!(end.is_ok_and(|length| length == 0), "{}", String::from_utf8_lossy(&answer));
    assert_eq!(stored(&shop), 1);
}

#[test]
fn half_an_answer_is_no_json_and_the_order_is_there() {
    let shop = Shop::open();
    switch(&shop, &[once("truncated")]);
    let answer = order(&shop);
    assert_eq!(answer.headers()["content-type"], "application/json; charset=utf-8");
    let text = body(answer);
    assert!(text.starts_with("{\"doc\""), "{text}");
    assert!(serde_json::from_str::<Value>(&text).is_err(), "{text}");
    assert_eq!(stored(&shop), 1);
}

/// The address in the page's link.
fn link(page: &str) -> String {
    page.split('"').find(|part| part.starts_with("long/") && part.ends_with("/billmgr")).unwrap().to_owned()
}

#[test]
fn a_long_operation_is_fetched_by_its_link() {
    let shop = Shop::open();
    switch(&shop, &[json!({"fault": "long_operation", "times": 1, "skip_polls": 2})]);
    let first = order(&shop);
    assert!(first.headers()["content-type"].to_str().unwrap().starts_with("text/html"));
    let link = link(&body(first));
    assert_eq!(stored(&shop), 1, "the effect does not wait");
    let id = link.split('/').nth(1).unwrap();
    assert!(id.len() >= 32);
    shop.control("/sandbox/session/expire", "");
    // Below the folder of /billmgr, and below /billmgr as if it were a folder.
    assert!(body(shop.get(&format!("/{link}"))).contains(&link));
    let again = shop.agent.post(shop.url(&format!("/billmgr/{link}"))).send("").unwrap();
    assert!(body(again).contains(&link));
    for _ in 0..2 {
        // A link on the page that came from the link itself.
        let answer = shop.json(&format!("/long/{id}/{link}"));
        assert!(answer["doc"]["billorder"]["$"].is_string(), "{answer}");
    }
    shop.control("/sandbox/reset", "");
    assert_eq!(shop.get(&format!("/{link}")).status(), 404);
    assert_eq!(shop.get("/long/0123456789abcdef0123456789abcdef01234567/billmgr").status(), 404);
}

#[test]
fn unless_told_otherwise_the_page_comes_once_more() {
    let shop = Shop::open();
    switch(&shop, &[once("long_operation")]);
    let first = order(&shop);
    assert_eq!(first.headers()["cache-control"], "no-store");
    let link = link(&body(first));
    let polls = [(); 2].map(|()| body(shop.get(&format!("/{link}"))));
    assert!(polls[0].contains(&link) && polls[1].contains("billorder"), "{polls:?}");
}
