//! Errors in the place of the function: nothing else happens.

use serde_json::json;

use super::{bitten, once, stored, switch};
use crate::support::{Order, Shop, error, payment, text};

const CODE: [(&str, &str); 3] = [("sok", "ok"), ("clicked_button", "setpromocode"), ("promocode", "WELCOME10")];

const LOG_IN: [(&str, &str); 3] = [("func", "auth"), ("username", "demo"), ("password", "demo-password")];

#[test]
fn a_log_in_is_refused_for_each_reason() {
    let shop = Shop::open();
    for object in ["badip", "blocklogon", "blocked_ip", "blockgeoip", "captcha"] {
        switch(&shop, &[once(object)]);
        assert_eq!(error(&shop.call("whoami", &[])), ("", ""), "{object} is for the log-in alone");
        assert_eq!(error(&shop.post(&LOG_IN)), ("auth", object));
        assert_eq!(error(&shop.post(&LOG_IN)), ("", ""), "{object}");
    }
}

#[test]
fn money_and_cart_refuse_for_each_reason() {
    let shop = Shop::open();
    let bill = shop.put_into_cart(&Order::dv("shop.example"));
    let pay = payment(&bill, "18.00");
    for (fault, func, form, expected) in [
        ("promo_unknown", "basket", &CODE[..], ("missed", "promocode")),
        ("promo_expired", "basket", &CODE, ("promocode_not_use", "promocode")),
        ("promo_unfit", "basket", &CODE, ("promocode_not_use", "promocode")),
        ("insufficient_funds", "payment.add.method", &pay, ("limit", "balance")),
        ("payer_incomplete", "payment.add.method", &pay, ("value", "person")),
        ("no_suitable_module", "payment.add.method", &pay, ("no_suitable_module", "")),
        ("api_error", "payment.add.method", &pay, ("api_error", "")),
        ("limit", "payment.add.method", &pay, ("limit", "certificate")),
        ("access", "payment.add.method", &pay, ("access", "")),
        ("in_process", "payment.add.method", &pay, ("xml", "")),
    ] {
        switch(&shop, &[once(fault)]);
        let answer = shop.call(func, form);
        assert_eq!(error(&answer), expected, "{fault}");
        let named = |name: &str| answer["error"]["param"].as_array().unwrap().iter().any(|p| p["$name"] == name);
        assert_eq!(named("expired"), fault == "promo_expired", "{answer}");
        assert_eq!(named("response"), fault == "api_error", "{answer}");
        assert_eq!(bitten(&shop, 0), 1, "{fault}");
        assert_eq!(shop.balance(), "500.00", "{fault}");
        assert_eq!(text(&shop.call("basket", &[])["full_discount"]), "0.00", "{fault}");
    }
    assert_eq!(shop.pay(&bill, "18.00")["ok"]["$"], "func=order");
    assert_eq!(shop.balance(), "482.00");
}

#[test]
fn what_is_free_needs_no_money_and_the_balance_comes_back() {
    let shop = Shop::open();
    let bill = shop.put_into_cart(&Order::dv("shop.example"));
    shop.call("basket", &[("sok", "ok"), ("promocode", "FREE100")]);
    switch(&shop, &[once("insufficient_funds")]);
    assert_eq!(shop.pay(&bill, "0.00")["ok"]["$"], "func=order");
    assert_eq!((bitten(&shop, 0), shop.balance()), (1, "500.00".to_owned()));
    let at_once = Order::dv("shop.example").set("sok", "ok").set("skipbasket", "on");
    switch(&shop, &[once("insufficient_funds")]);
    assert_eq!(error(&shop.send("certificate.order.param", &at_once)), ("limit", "balance"));
    assert_eq!(stored(&shop), 1);
}

#[test]
fn any_error_can_be_had_by_its_name() {
    let shop = Shop::open();
    switch(
        &shop,
        &[json!({"fault": "error", "text": "check_2/client", "func": "certificate.order.param", "submits": true})],
    );
    assert_eq!(error(&shop.send("certificate.order.param", &Order::dv("shop.example"))), ("", ""), "only with sok");
    let order = Order::dv("shop.example").set("sok", "ok");
    assert_eq!(error(&shop.send("certificate.order.param", &order)), ("check_2", "client"));
    assert_eq!(stored(&shop), 0);
}

#[test]
fn a_button_has_faults_of_its_own() {
    let shop = Shop::open();
    shop.put_into_cart(&Order::dv("shop.example"));
    switch(&shop, &[json!({"fault": "limit", "func": "basket", "button": "setpromocode"})]);
    assert_eq!(error(&shop.call("basket", &[])), ("", ""));
    assert_eq!(error(&shop.call("basket", &CODE)).0, "limit");
}

#[test]
fn a_session_that_ends_stays_ended_and_one_without_permission_lives() {
    let shop = Shop::open();
    switch(&shop, &[once("access")]);
    assert_eq!(error(&shop.call("basket", &[])).0, "access");
    assert!(shop.call("keepalive", &[])["ok"].is_object());
    switch(&shop, &[once("session_end")]);
    assert_eq!(error(&shop.call("basket", &[])).0, "access");
    assert_eq!(error(&shop.call("keepalive", &[])).0, "access");
    assert_eq!(bitten(&shop, 0), 1);
}

#[test]
fn without_a_session_that_is_what_the_answer_says() {
    let mut shop = Shop::open();
    shop.token.clear();
    switch(&shop, &[once("limit")]);
    assert_eq!(error(&shop.call("basket", &[])).0, "access");
    assert_eq!(bitten(&shop, 0), 0);
}

#[test]
fn everybody_is_asked_for_a_one_time_code() {
    let mut shop = Shop::open();
    switch(&shop, &[once("one_time_code")]);
    shop.token = shop.log_in("demo", "demo-password");
    assert_eq!(shop.call("whoami", &[])["ok"]["$"], "func=totp.confirm");
    assert_eq!(error(&shop.call("basket", &[])).0, "extraconfirm");
    assert_eq!(error(&shop.call("totp.confirm", &[("qrcode", "111111")])), ("value", "qrcode"));
    let doc = shop.call("totp.confirm", &[("qrcode", "246810")]);
    doc["auth"]["$id"].as_str().unwrap().clone_into(&mut shop.token);
    assert_eq!(shop.call("whoami", &[])["user"]["$name"], "demo");
    shop.token = shop.log_in("demo", "demo-password");
    assert_eq!(shop.call("whoami", &[])["user"]["$name"], "demo", "only once");
}

#[test]
fn a_private_key_is_refused_before_any_fault() {
    let shop = Shop::open();
    switch(&shop, &["html", "time_out", "connection_lost", "access"].map(once));
    let order = Order::dv("shop.example").set("sok", "ok").set("key", "x");
    assert_eq!(error(&shop.send("certificate.order.param", &order)), ("value", "key"));
    assert_eq!(shop.violations(), 1);
    assert!((0..4).all(|index| bitten(&shop, index) == 0));
}
