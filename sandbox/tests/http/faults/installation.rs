//! Installations that differ as a whole: other origins, pages of other origins with the cookie, the new cart.

use serde_json::json;
use ureq::http::Response;

use super::{bitten, once, stored, switch};
use crate::support::{Order, Shop, body, error, text};

const FORM: &str = "https://shop.example";

fn allowed(answer: &Response<ureq::Body>) -> Option<&str> {
    answer.headers().get("access-control-allow-origin").map(|value| value.to_str().unwrap())
}

fn from(shop: &Shop, origin: &str) -> Response<ureq::Body> {
    let form = [("func", "whoami"), ("out", "json"), ("auth", &shop.token)];
    shop.agent.post(shop.url("/billmgr")).header("Origin", origin).send_form(form).unwrap()
}

#[test]
fn one_other_origin_may_read_the_answers() {
    let shop = Shop::open();
    assert_eq!(allowed(&from(&shop, FORM)), None);
    switch(&shop, &[json!({"fault": "cors", "text": FORM})]);
    let answer = from(&shop, FORM);
    assert_eq!(allowed(&answer), Some(FORM));
    assert_eq!(answer.headers()["vary"], "Origin");
    assert!(answer.headers().get("access-control-allow-credentials").is_none());
    for origin in ["https://shop.example:8443", "http://shop.example", "null", ""] {
        let answer = from(&shop, origin);
        assert_eq!(allowed(&answer), None, "{origin}");
        assert_eq!(answer.headers()["vary"], "Origin");
    }
    switch(&shop, &[json!({"fault": "cors", "text": FORM}), once("bad_gateway")]);
    assert_eq!(allowed(&from(&shop, FORM)), Some(FORM));
    for elsewhere in ["forbidden", "blocked_460"] {
        switch(&shop, &[json!({"fault": "cors", "text": FORM}), once(elsewhere)]);
        assert_eq!(allowed(&from(&shop, FORM)), None, "{elsewhere}");
    }
}

#[test]
fn a_preflight_is_answered_exactly() {
    let shop = Shop::open();
    let preflight = |origin: &str| {
        let request = shop.agent.options(shop.url("/billmgr")).header("Origin", origin);
        request.header("Access-Control-Request-Method", "POST").call().unwrap()
    };
    assert_eq!(preflight(FORM).status(), 405);
    switch(&shop, &[json!({"fault": "cors", "text": FORM})]);
    let answer = preflight(FORM);
    assert_eq!(answer.status(), 204);
    let headers =
        ["origin", "methods", "headers"].map(|part| answer.headers()[format!("access-control-allow-{part}")].clone());
    assert_eq!(headers, [FORM, "GET, POST", "Content-Type"]);
    assert!(answer.headers().get("access-control-allow-credentials").is_none());
    let foreign = preflight("https://other.example");
    assert_eq!(foreign.status(), 204);
    assert!(foreign.headers().keys().all(|name| !name.as_str().starts_with("access-control")));
}

#[test]
fn the_result_of_a_long_operation_may_be_read_too() {
    let shop = Shop::open();
    let fault = json!({"fault": "long_operation", "times": 1, "skip_polls": 0});
    switch(&shop, &[json!({"fault": "cors", "text": FORM}), fault]);
    let page = body(from(&shop, FORM));
    let link = page.split('"').find(|part| part.starts_with("long/")).unwrap();
    let answer = shop.agent.get(shop.url(&format!("/{link}"))).header("Origin", FORM).call().unwrap();
    assert_eq!(allowed(&answer), Some(FORM));
    assert!(body(answer).contains("Dana Demo"));
}

#[test]
fn a_cookie_is_good_only_on_the_panels_own_pages() {
    let shop = Shop::open();
    switch(&shop, &[json!({"fault": "referer_check"})]);
    let own = shop.sandbox.url();
    let cookie = format!("billmgrses5={}", shop.token);
    let call = |headers: &[(&str, &str)]| {
        let mut request = shop.agent.post(shop.url("/billmgr")).header("Cookie", &cookie);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        body(request.send_form([("func", "whoami"), ("out", "json")]).unwrap())
    };
    for (headers, good) in [
        (&[][..], false),
        (&[("Origin", "https://other.example")], false),
        (&[("Referer", "https://other.example/billmgr")], false),
        (&[("Origin", "null")], false),
        (&[("Origin", "https://other.example"), ("Referer", own.as_str())], false),
        (&[("Origin", own.as_str())], true),
        (&[("Referer", &format!("{own}/order/?lang=en"))], true),
    ] {
        let answer = call(headers);
        assert_eq!(answer.contains("Dana Demo"), good, "{headers:?}");
        assert_eq!(answer.contains(r#""$type":"access""#), !good, "{headers:?}");
    }
    assert_eq!(bitten(&shop, 0), 5);
    assert_eq!(shop.call("whoami", &[])["user"]["$name"], "demo", "a token needs no page");
}

#[test]
fn with_the_new_cart_there_is_no_old_one_to_open() {
    let shop = Shop::open();
    switch(&shop, &[json!({"fault": "new_cart"})]);
    for func in ["basket", "payment.add", "payment.add.method", "payment.add.pay"] {
        assert_eq!(error(&shop.call(func, &[])), ("missed", "func"), "{func}");
    }
    // As ever, into the old cart.
    shop.put_into_cart(&Order::dv("lost.example"));
    let quick = Order::dv("shop.example").set("clicked_button", "quickbasket").set("force_use_new_cart", "on");
    let added = [(); 2].map(|()| shop.send("certificate.order.param", &quick.clone().set("sok", "ok")));
    let orders = shop.json("/sandbox/orders");
    for (answer, order) in added.iter().zip([&orders[1], &orders[2]]) {
        assert!(answer["ok"].is_object() && answer["billorder"].is_null(), "{answer}");
        assert_eq!(text(&answer["order"]), order["billorder"].to_string());
        assert_eq!(text(&answer["lineitem.id"]), order["id"].to_string());
    }
    let carts: Vec<_> = orders.as_array().unwrap().iter().map(|order| order["cart"].as_str()).collect();
    assert_eq!(carts, [None, Some("new"), Some("new")]);
    assert_eq!(orders[1]["billorder"], orders[2]["billorder"]);
    let wrong = quick.set("sok", "ok").set("adm_email", "");
    assert_eq!(error(&shop.send("certificate.order.param", &wrong)), ("value", "adm_email"));
    switch(&shop, &[]);
    assert_eq!(text(&shop.call("basket", &[])["total_sum"]), "18.00", "only the old cart's row");
    assert_eq!(stored(&shop), 3);
}

#[test]
fn the_new_cart_is_not_the_old_one_and_paying_at_once_needs_neither() {
    let shop = Shop::open();
    switch(&shop, &[json!({"fault": "new_cart"})]);
    let quick = Order::dv("shop.example").set("clicked_button", "quickbasket").set("force_use_new_cart", "on");
    let quick = quick.set("sok", "ok");
    shop.send("certificate.order.param", &quick);
    let paid = shop.send("certificate.order.param", &quick.set("skipbasket", "on"));
    assert!(paid["id"].is_object() && paid["lineitem.id"].is_null(), "{paid}");
    let orders = shop.json("/sandbox/orders");
    assert_eq!((&orders[0]["cart"], &orders[0]["state"]), (&"new".into(), &"cart".into()));
    assert_eq!((&orders[1]["cart"], &orders[1]["state"]), (&json!(null), &"paid".into()));
    switch(&shop, &[]);
    assert!(shop.call("basket", &[])["billorder"].is_null());
    shop.put_into_cart(&Order::dv("old.example"));
    assert_eq!(text(&shop.call("basket", &[])["total_sum"]), "18.00");
}
