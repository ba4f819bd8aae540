//! The cart: rows, promotion codes and their arithmetic.

use serde_json::Value;

use crate::support::{Order, Shop, error, text};

fn set_code(shop: &Shop, code: &str) -> Value {
    let button = ("clicked_button", "setpromocode");
    shop.call("basket", &[("sok", "ok"), button, ("promocode", code)])
}

fn row(cart: &Value, index: usize) -> &Value {
    &cart["list"][0]["elem"][index]
}

#[test]
fn an_empty_cart_has_no_rows_and_no_bill() {
    let shop = Shop::open();
    let cart = shop.call("basket", &[]);
    assert!(cart["list"][0]["elem"].is_null());
    assert!(cart["billorder"].is_null());
    assert_eq!(text(&cart["total_sum"]), "0.00");
    assert_eq!(error(&set_code(&shop, "WELCOME10")), ("value", "promocode"));
}

#[test]
fn a_code_takes_its_share_before_tax_and_setup_fee_included() {
    let shop = Shop::open();
    shop.put_into_cart(&Order::dv("shop.example").set("period", "6"));
    shop.put_into_cart(&Order::organization("104", "ov.example"));
    assert!(set_code(&shop, "WELCOME10")["ok"].is_object());
    let cart = shop.call("basket", &[]);
    // 9.00 - 0.90 = 8.10, + 1.62; 119.00 + 20.00 - 13.90 = 125.10, + 25.02.
    let cells = |index| {
        ["fullcost", "cost", "tax", "setup_cost", "discount_percent"].map(|cell| text(&row(&cart, index)[cell]))
    };
    assert_eq!(cells(0), ["9.00", "8.10", "1.62", "0.00", "10%"]);
    assert_eq!(cells(1), ["139.00", "125.10", "25.02", "20.00", "10%"]);
    assert_eq!(text(&cart["full_discount"]), "14.80");
    assert_eq!(text(&cart["tax"]), "26.64");
    assert_eq!(text(&cart["total_sum"]), "159.84");
    assert_eq!(text(&cart["promocode"]), "WELCOME10");
}

#[test]
fn the_discounted_total_is_what_is_charged() {
    let shop = Shop::open();
    let bill = shop.put_into_cart(&Order::dv("shop.example"));
    set_code(&shop, "WELCOME10");
    assert_eq!(error(&shop.pay(&bill, "18.00")), ("value", "amount"));
    assert_eq!(shop.pay(&bill, "16.20")["ok"]["$"], "func=order");
    let stored = shop.json("/sandbox/orders")[0].take();
    assert_eq!(stored["payments"][0]["amount_minor"], 1620);
    assert_eq!(stored["promocode"], "WELCOME10");
    assert_eq!(shop.balance(), "483.80");
}

#[test]
fn codes_that_do_not_fit_are_told_apart() {
    let shop = Shop::open();
    shop.put_into_cart(&Order::dv("shop.example"));
    for (code, kind) in [
        ("NOSUCH", "missed"),
        ("welcome10", "missed"),
        ("EXPIRED", "promocode_not_use"),
        ("OVONLY", "promocode_not_use"),
    ] {
        let answer = set_code(&shop, code);
        assert_eq!(error(&answer), (kind, "promocode"), "{code}");
        assert_eq!(answer["error"]["param"][1]["$"], code);
        let is_expired = answer["error"]["param"][2]["$name"] == "expired";
        assert_eq!(is_expired, code == "EXPIRED");
    }
    let cart = shop.call("basket", &[]);
    assert_eq!(text(&cart["promocode"]), "");
    assert_eq!(text(&cart["total_sum"]), "18.00");
}

#[test]
fn a_code_for_ov_reduces_ov_rows_only() {
    let shop = Shop::open();
    shop.put_into_cart(&Order::dv("shop.example"));
    shop.put_into_cart(&Order::organization("104", "ov.example"));
    shop.put_into_cart(&Order::organization("106", "ev.example"));
    assert!(set_code(&shop, "OVONLY")["ok"].is_object());
    let cart = shop.call("basket", &[]);
    let percents = [0, 1, 2].map(|index| text(&row(&cart, index)["discount_percent"]));
    assert_eq!(percents, ["0%", "15%", "0%"]);
    assert!(set_code(&shop, "")["ok"].is_object());
    assert_eq!(text(&shop.call("basket", &[])["full_discount"]), "0.00");
}

#[test]
fn rows_can_be_removed_one_by_one_or_all_at_once() {
    let shop = Shop::open();
    let bill = shop.put_into_cart(&Order::dv("a.example"));
    assert_eq!(shop.put_into_cart(&Order::dv("b.example")), bill);
    let cart = shop.call("basket", &[]);
    let first = text(&row(&cart, 0)["id"]);
    let act = |button, id: &str| shop.call("basket", &[("sok", "ok"), ("clicked_button", button), ("id", id)]);
    assert_eq!(error(&act("delete", "999999")), ("missed", "item"));
    assert!(act("delete", &first)["ok"].is_object());
    assert_eq!(error(&act("delete", &first)), ("missed", "item"));
    assert_eq!(text(&row(&shop.call("basket", &[]), 0)["desc"]), "<b>DV single</b><br/>b.example");
    assert_eq!(error(&act("clearbasket", "999999")), ("missed", "billorder"));
    assert!(act("clearbasket", &bill)["ok"].is_object());
    assert!(shop.call("basket", &[])["billorder"].is_null());
    assert_eq!(shop.json("/sandbox/orders"), serde_json::json!([]));
}

#[test]
fn a_cart_that_costs_something_is_not_free() {
    let shop = Shop::open();
    let free = [("sok", "ok"), ("clicked_button", "free")];
    assert_eq!(error(&shop.call("basket", &free)), ("missed", "billorder"));
    shop.put_into_cart(&Order::dv("shop.example"));
    assert_eq!(error(&shop.call("basket", &free)), ("value", "total_sum"));
}

#[test]
fn a_cart_that_costs_nothing_is_placed_without_money() {
    let shop = Shop::open();
    shop.put_into_cart(&Order::dv("shop.example"));
    assert!(set_code(&shop, "FREE100")["ok"].is_object());
    let free = [("sok", "ok"), ("clicked_button", "free")];
    assert_eq!(shop.call("basket", &free)["ok"]["$"], "func=order");
    assert_eq!(shop.balance(), "500.00");
    let stored = shop.json("/sandbox/orders")[0].take();
    assert_eq!(stored["state"], "paid");
    assert_eq!(stored["payments"][0]["amount_minor"], 0);
}

#[test]
fn another_customer_sees_and_touches_nothing() {
    let mut shop = Shop::open();
    let paid = shop.put_into_cart(&Order::dv("paid.example"));
    shop.pay(&paid, "18.00");
    let issued = text(&shop.call("certificate", &[])["elem"][0]["id"]);
    let bill = shop.put_into_cart(&Order::dv("shop.example"));
    let cart = shop.call("basket", &[]);
    let id = text(&row(&cart, 0)["id"]);
    shop.token = shop.log_in("trial", "trial-password");
    assert!(shop.call("basket", &[])["billorder"].is_null());
    let delete = [("sok", "ok"), ("clicked_button", "delete"), ("id", &id)];
    assert_eq!(error(&shop.call("basket", &delete)), ("missed", "item"));
    let add = shop.call("payment.add", &[("billorder", &bill)]);
    assert_eq!(error(&add), ("missed", "billorder"));
    let file = shop.call("certificate.file", &[("elid", &issued)]);
    assert_eq!(error(&file), ("missed", "certificate"));
    assert!(shop.call("certificate", &[])["elem"].is_null());
    assert!(shop.call("order", &[])["elem"].is_null());
}
