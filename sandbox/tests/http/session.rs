//! Logging in and out, and which session counts.

use serde_json::Value;

use crate::support::{Shop, error};

#[test]
fn logging_in_gives_a_token_and_the_panels_cookie() {
    let shop = Shop::open();
    let form = [("func", "auth"), ("out", "json"), ("username", "demo"), ("password", "demo-password")];
    let mut answer = shop.agent.post(shop.url("/billmgr")).send_form(form).unwrap();
    let cookie = answer.headers()["set-cookie"].to_str().unwrap().to_owned();
    let body: Value = serde_json::from_str(&answer.body_mut().read_to_string().unwrap()).unwrap();
    let auth = &body["doc"]["auth"];
    let id = auth["$id"].as_str().unwrap();
    assert!(id.len() >= 32);
    assert_eq!(auth["$"], auth["$id"]);
    assert_eq!(auth["$level"], "16");
    let expected = format!("billmgrses5={id}; Path=/; HttpOnly; SameSite=Strict");
    assert_eq!(cookie, expected);
}

#[test]
fn a_wrong_password_and_an_unknown_user_get_the_same_answer() {
    let shop = Shop::open();
    for (login, password) in
        [("demo", "wrong"), ("demo", ""), ("nobody", "demo-password"), ("", ""), ("demo\0", "demo-password")]
    {
        let form = [("func", "auth"), ("username", login), ("password", password)];
        assert_eq!(error(&shop.post(&form)), ("auth", "badpassword"), "{login}");
    }
}

#[test]
fn without_a_live_session_nothing_but_the_public_functions_answers() {
    let mut shop = Shop::open();
    for func in [
        "whoami",
        "keepalive",
        "subaccount",
        "logon",
        "certificate.order",
        "certificate.order.csr",
        "certificate.order.param",
        "basket",
        "payment.add",
        "payment.add.method",
        "order",
        "certificate",
        "certificate.file",
    ] {
        for auth in ["", "0123456789abcdef0123456789abcdef"] {
            let doc = shop.post(&[("func", func), ("auth", auth)]);
            assert_eq!(error(&doc).0, "access", "{func}");
            assert_eq!(doc["error"]["param"][1]["$"], func);
        }
    }
    assert!(shop.call("keepalive", &[])["ok"].is_object());
    shop.control("/sandbox/session/expire", "");
    assert_eq!(error(&shop.call("keepalive", &[])).0, "access");
    shop.token = shop.log_in("demo", "demo-password");
    assert!(shop.call("logon", &[])["ok"].is_object());
    assert_eq!(error(&shop.call("whoami", &[])).0, "access");
}

#[test]
fn a_cookie_beats_a_token_unless_it_is_dead() {
    let shop = Shop::open();
    let trial = shop.log_in("trial", "trial-password");
    let who = |cookie: &str| {
        let query = format!("/billmgr?out=json&func=whoami&auth={}", shop.token);
        let request = shop.agent.get(shop.url(&query));
        let mut answer = request.header("Cookie", cookie).call().unwrap();
        let body = answer.body_mut().read_to_string().unwrap();
        let body: Value = serde_json::from_str(&body).unwrap();
        body["doc"]["user"]["$name"].as_str().unwrap().to_owned()
    };
    assert_eq!(who(&format!("a=b; billmgrses5={trial}; c=d")), "trial");
    assert_eq!(who("billmgrses5=gone"), "demo");
    assert_eq!(who("billmgrses5"), "demo");
}

#[test]
fn the_customer_is_shown_with_their_balance() {
    let shop = Shop::open();
    let user = shop.call("whoami", &[])["user"].take();
    let parts = ["$name", "$realname", "$balance", "$email_verified"];
    let parts = parts.map(|name| user[name].as_str().unwrap().to_owned());
    assert_eq!(parts, ["demo", "Dana Demo", "500.00", "on"]);
    let account = shop.call("subaccount", &[])["elem"][0].take();
    assert_eq!(account["currency_id"]["$"], "153");
}

#[test]
fn a_customer_with_a_second_factor_gets_a_session_for_the_code_alone() {
    let mut shop = Shop::open();
    shop.token = shop.log_in("demo2fa", "demo-password");
    let asked = shop.call("whoami", &[]);
    assert_eq!(asked["ok"]["$"], "func=totp.confirm");
    assert!(asked["user"].is_null());
    for func in ["keepalive", "subaccount", "basket", "certificate.order.csr", "certificate", "logon"] {
        assert_eq!(error(&shop.call(func, &[])).0, "extraconfirm", "{func}");
    }
    for code in ["", "000000", "246811"] {
        let refused = shop.call("totp.confirm", &[("qrcode", code), ("sok", "ok")]);
        assert_eq!(error(&refused), ("value", "qrcode"), "{code}");
        assert!(!refused.to_string().contains("246811"));
    }
    let temporary = shop.token.clone();
    let doc = shop.call("totp.confirm", &[("qrcode", "246810"), ("clicked_button", "ok"), ("sok", "ok")]);
    doc["auth"]["$id"].as_str().unwrap().clone_into(&mut shop.token);
    assert_ne!(shop.token, temporary);
    assert_eq!(shop.call("whoami", &[])["user"]["$name"], "demo2fa");
    assert_eq!(error(&shop.post(&[("func", "whoami"), ("auth", &temporary)])).0, "access");
    assert_eq!(error(&shop.call("totp.confirm", &[("qrcode", "246810")])).0, "access");
}
