//! The flat dialect, operation by operation, along a whole order.

use serde_json::{Value, json};

use crate::support::{GERMANY, Order, Shop, body, payment};

fn post(shop: &Shop, func: &str, more: &[(&str, &str)]) -> Value {
    let steering = [("func", func), ("out", "bjson"), ("auth", &shop.token)];
    let form = steering.into_iter().chain(more.iter().copied());
    let answer = shop.agent.post(shop.url("/billmgr")).send_form(form).unwrap();
    serde_json::from_str(&body(answer)).unwrap()
}

fn send(shop: &Shop, func: &str, order: &Order) -> Value {
    let values = order.values();
    let values: Vec<_> = values.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    post(shop, func, &values)
}

fn names(answer: &Value) -> Vec<&str> {
    answer.as_object().unwrap().keys().map(String::as_str).collect()
}

fn list<'a>(answer: &'a Value, kind: &str, name: &str) -> &'a Value {
    answer[kind].as_array().unwrap().iter().find(|list| list["name"] == name).unwrap()
}

#[test]
fn logging_in_and_looking_around() {
    let mut shop = Shop::open();
    let answer = post(&shop, "auth", &[("username", "demo"), ("password", "demo-password")]);
    let id = answer["model"]["auth"].as_str().unwrap().to_owned();
    assert_eq!(answer, json!({"model": {"auth": id}}));
    shop.token = id;
    let whoami = post(&shop, "whoami", &[]);
    assert_eq!((names(&whoami), &whoami["user"]["realname"]), (vec!["user"], &"Dana Demo".into()));
    assert_eq!(post(&shop, "keepalive", &[]), json!({"ok": {}}));
    assert_eq!(post(&shop, "subaccount", &[])["elem"][0]["balance"], "500.00");
    let package = post(&shop, "pricelist.export", &[("pricelist", "104")])["pricelist"][0].take();
    assert_eq!((&package["id"], &package["itemtype_info"]["intname"]), (&"104".into(), &"certificate".into()));
    let year = json!({"type": "month", "length": "12", "cost": "119.0000", "setup": "20.0000"});
    assert_eq!((&package["price"]["currency"], &package["price"]["period"][1]), (&"EUR".into(), &year));
    assert_eq!(post(&shop, "logon", &[]), json!({"ok": {}}));
    let refused = post(&shop, "keepalive", &[]);
    assert_eq!(names(&refused), ["error"]);
    assert_eq!((&refused["error"]["type"], &refused["error"]["lang"]), (&"access".into(), &"en".into()));
    assert_eq!(refused["error"]["param"][1], json!({"name": "value", "value": "keepalive"}));
    assert!(refused["error"]["msg"].as_str().unwrap().starts_with("Insufficient privileges"));
}

#[test]
fn a_temporary_session_says_what_is_to_come() {
    let mut shop = Shop::open();
    shop.token = shop.log_in("demo2fa", "demo-password");
    assert_eq!(post(&shop, "whoami", &[]), json!({"ok": {"type": "form", "value": "func=totp.confirm"}}));
    let whole = post(&shop, "totp.confirm", &[("qrcode", "246810")]);
    assert!(whole["model"]["auth"].is_string());
}

#[test]
fn the_wizards_forms() {
    let shop = Shop::open();
    let first = post(&shop, "certificate.order", &[]);
    assert_eq!(list(&first, "list", "tariflist")["elem"][0]["pricelist"], "101");
    assert_eq!(list(&first, "slist", "period")["val"][1], json!({"key": "12", "value": "12 months"}));
    assert_eq!(first["model"]["period"], "12");
    let order = Order::dv("shop.example");
    let second = send(&shop, "certificate.order.csr", &order);
    let countries = list(&second, "slist", "field_country")["val"].as_array().unwrap();
    let germany = countries.iter().find(|country| country["key"] == GERMANY).unwrap();
    assert_eq!(*germany, json!({"key": GERMANY, "value": "Germany", "image": "/manimg/common/flag/DE.png"}));
    for func in ["certificate.order.csr", "certificate.order.param"] {
        let sok = if func == "certificate.order.csr" { "ok" } else { "" };
        let third = send(&shop, func, &order.clone().set("sok", sok));
        assert_eq!(names(&third), ["messages", "metadata", "model", "slist", "tparams"]);
        assert_eq!(third["model"]["csr"], order.get("csr").trim());
        assert_eq!(third["tparams"]["period"], "12");
        assert_eq!(third["messages"]["msg"]["adm_fname"], "First name");
        let field = &third["metadata"]["form"]["page"][0]["field"][0];
        let input = json!([{"name": "adm_fname", "type": "text", "required": "yes"}]);
        assert_eq!((&field["name"], &field["input"]), (&"adm_fname".into(), &input));
        assert_eq!(list(&third, "slist", "approver_email_1")["val"][0]["key"], "admin@shop.example");
    }
}

#[test]
fn from_the_cart_to_the_certificate() {
    let shop = Shop::open();
    let added = send(&shop, "certificate.order.param", &Order::dv("shop.example").set("sok", "ok"));
    let bill = added["model"]["billorder"].as_str().unwrap();
    assert_eq!(added, json!({"ok": {}, "model": {"billorder": bill}}));
    assert_eq!(post(&shop, "basket", &[("sok", "ok"), ("promocode", "WELCOME10")]), json!({"ok": {}}));
    let cart = post(&shop, "basket", &[]);
    assert_eq!((&cart["model"]["total_sum"], &cart["model"]["billorder"]), (&"16.20".into(), &bill.into()));
    assert_eq!(list(&cart, "list", "itemlist")["elem"][0]["item.period"], "12");
    let ways = post(&shop, "payment.add", &[("billorder", bill)]);
    let balance = &list(&ways, "list", "methodlist")["elem"][0];
    assert_eq!(
        (&balance["paymethod_type"], &balance["action"]["button"]["name"]),
        (&"0".into(), &"fromsubaccount".into())
    );
    let paid = post(&shop, "payment.add.method", &payment(bill, "16.20"));
    let payment = paid["model"]["payment_id"].as_str().unwrap();
    assert_eq!(paid, json!({"ok": "func=order", "model": {"payment_id": payment}}));
    let orders = post(&shop, "order", &[]);
    assert_eq!((&orders["elem"][0]["id"], &orders["elem"][0]["status"]), (&bill.into(), &"paid".into()));
    assert_eq!(list(&orders, "list", "openlist")["elem"][0]["total"], "14.40");
    let certificates = post(&shop, "certificate", &[]);
    assert_eq!((&certificates["p_elems"], &certificates["elem"][0]["CN"]), (&"1".into(), &"shop.example".into()));
    let id = certificates["elem"][0]["id"].as_str().unwrap();
    let files = post(&shop, "certificate.file", &[("elid", id)]);
    assert!(files["model"]["crt"].as_str().unwrap().starts_with("-----BEGIN CERTIFICATE-----"));
}

#[test]
fn an_order_paid_at_once_and_ways_to_pay_later() {
    let shop = Shop::open();
    let at_once = Order::dv("shop.example").set("sok", "ok").set("skipbasket", "on");
    let placed = send(&shop, "certificate.order.param", &at_once);
    assert_eq!((names(&placed), &placed["ok"]), (vec!["model", "ok"], &json!({})));
    assert!(placed["model"]["id"].is_string());
    let bill = shop.put_into_cart(&Order::dv("shop.example"));
    let open = shop.call("order", &[])["list"][0]["elem"].as_array().unwrap().last().unwrap()["id"]["$"].clone();
    let join = [("sok", "ok"), ("clicked_button", "addtoorder"), ("id", &bill), ("billorder", open.as_str().unwrap())];
    assert_eq!(post(&shop, "basket", &join), json!({"ok": "func=order"}));
    let later = shop.put_into_cart(&Order::dv("shop.example"));
    let card = [
        ("sok", "ok"),
        ("billorder", &later),
        ("amount", "18.00"),
        ("profile", "31"),
        ("payment_currency", "153"),
        ("paymethod", "3"),
    ];
    let announced = post(&shop, "payment.add.method", &card);
    assert_eq!(announced["ok"]["type"], "url");
    assert!(announced["ok"]["value"].as_str().unwrap().starts_with("/sandbox/pay/"));
}

#[test]
fn errors_of_fields_and_of_the_guard() {
    let shop = Shop::open();
    let empty =
        send(&shop, "certificate.order.param", &Order::dv("shop.example").set("adm_email", "").set("sok", "ok"));
    assert_eq!((&empty["error"]["type"], &empty["error"]["object"]), (&"value".into(), &"adm_email".into()));
    let key = send(&shop, "certificate.order.param", &Order::dv("shop.example").set("key", "x"));
    assert_eq!((&key["error"]["type"], &key["error"]["object"]), (&"value".into(), &"key".into()));
    assert_eq!(shop.violations(), 1);
}
