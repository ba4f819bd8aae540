//! Input that no honest client sends is answered, and the next request works.

use std::io::{Read as _, Write as _};
use std::net::{Shutdown, TcpStream};
use std::time::{Duration, Instant};

use crate::support::{Shop, error, text};

/// Sends bytes as they are and returns the answer's status line.
fn raw(shop: &Shop, bytes: &[u8]) -> String {
    let mut stream = TcpStream::connect(shop.sandbox.address()).unwrap();
    stream.write_all(bytes).unwrap();
    let mut answer = Vec::new();
    // The server may close without reading all that was sent.
    let _ = stream.read_to_end(&mut answer);
    let answer = String::from_utf8_lossy(&answer).into_owned();
    answer.lines().next().unwrap_or_default().to_owned()
}

fn post(body: &[u8]) -> Vec<u8> {
    let head = format!(
        "POST /billmgr HTTP/1.1\r\nHost: sandbox\r\nConnection: close\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat()
}

#[test]
fn broken_encodings_are_answered() {
    let shop = Shop::open();
    for body in [
        &b"func=%zz&out=json"[..],
        b"func=auth&out=json&username=%ff%fe&password=\xc3\x28",
        b"func=auth&out=json&username=a%00b&password=%00",
        b"func=auth&func=whoami&out=json&out=json",
        b"&&==&=&out=json",
        b"\x00\x01\x02",
        b"",
    ] {
        assert_eq!(raw(&shop, &post(body)), "HTTP/1.1 200 OK");
    }
    assert!(shop.call("keepalive", &[])["ok"].is_object());
}

#[test]
fn a_body_over_one_mebibyte_is_refused() {
    let shop = Shop::open();
    let just_fits = vec![b'x'; 1024 * 1024];
    assert_eq!(raw(&shop, &post(&just_fits)), "HTTP/1.1 200 OK");
    let answer = raw(&shop, &post(&vec![b'x'; 1024 * 1024 + 1]));
    assert_eq!(answer, "HTTP/1.1 413 Payload Too Large");
    assert!(shop.call("keepalive", &[])["ok"].is_object());
}

#[test]
fn requests_that_are_no_http_do_not_stop_the_server() {
    let shop = Shop::open();
    for bytes in [
        &b"\r\n\r\n"[..],
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /%00%ff/../.. HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        b"POST /billmgr HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        b"POST /billmgr HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ] {
        let mut stream = TcpStream::connect(shop.sandbox.address()).unwrap();
        stream.write_all(bytes).unwrap();
        // The server may already have closed; and it would wait for the rest of a half-sent request.
        let _ = stream.shutdown(Shutdown::Write);
        let _ = stream.read_to_end(&mut Vec::new());
    }
    assert!(shop.call("keepalive", &[])["ok"].is_object());
}

#[test]
fn a_request_that_never_ends_does_not_keep_the_server_from_stopping() {
    let shop = Shop::open();
    let mut stream = TcpStream::connect(shop.sandbox.address()).unwrap();
    let head = b"POST /billmgr HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n";
    stream.write_all(head).unwrap();
    assert!(shop.call("keepalive", &[])["ok"].is_object());
    let started = Instant::now();
    drop(shop);
    assert!(started.elapsed() < Duration::from_secs(20));
}

/// Parameters that functions read.
const NAMES: [&str; 17] = [
    "elid",
    "id",
    "billorder",
    "pricelist",
    "period",
    "p_num",
    "p_cnt",
    "CN",
    "csr",
    "field_country",
    "altname_input",
    "amount",
    "profile",
    "promocode",
    "clicked_button",
    "approver_email_1",
    "sv_field",
];

/// What nobody expects in them.
const VALUES: [&str; 10] = [
    "-1",
    "0",
    "18446744073709551616",
    "1e9",
    "\0",
    "'; DROP TABLE item; --",
    "%",
    "é",
    "\u{202e}",
    "-----BEGIN CERTIFICATE REQUEST-----\n\n-----END CERTIFICATE REQUEST-----",
];

#[test]
fn strange_values_reach_every_function_unharmed() {
    let shop = Shop::open();
    for func in [
        "certificate",
        "certificate.file",
        "certificate.order",
        "certificate.order.csr",
        "certificate.order.param",
        "basket",
        "payment.add",
        "payment.add.method",
        "order",
        "pricelist.export",
    ] {
        for value in VALUES {
            let mut form = vec![("crt_type", "exist"), ("pricelist", "103"), ("period", "12")];
            form.extend(NAMES.map(|name| (name, value)));
            for sok in ["", "ok"] {
                form.push(("sok", sok));
                let doc = shop.call(func, &form);
                assert_ne!(error(&doc).0, "process", "{func} {value}");
            }
        }
    }
    assert_eq!(shop.balance(), "500.00");
}

#[test]
fn what_is_sent_comes_back_as_text_only() {
    let shop = Shop::open();
    let sent = [("pricelist", "101"), ("period", "12"), ("O", "<script>\"x\"</script>")];
    let form = shop.call("certificate.order.csr", &sent);
    assert_eq!(text(&form["O"]), "<script>\"x\"</script>");
}

#[test]
fn other_formats_and_functions_are_named_in_the_error() {
    let shop = Shop::open();
    let doc = shop.json("/billmgr?out=devel&func=whoami")["doc"].take();
    assert_eq!(error(&doc), ("value", "out"));
    for func in ["", "certificate.reissue", "<b>"] {
        assert_eq!(error(&shop.call(func, &[])), ("missed", "func"));
    }
    for out in ["xjson", "sjson"] {
        let doc = shop.json(&format!("/billmgr?out={out}&func=whoami"));
        assert_eq!(error(&doc["doc"]).0, "access");
    }
}
