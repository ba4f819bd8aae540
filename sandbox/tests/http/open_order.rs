//! Adding the cart to an order that is open already (assumed).

use serde_json::{Value, json};

use crate::support::{Order, Shop, error, text};

/// The order that is open on the first day.
const SEEDED: &str = "11";

fn add(shop: &Shop, cart: &str, order: &str) -> Value {
    let button = ("clicked_button", "addtoorder");
    shop.call("basket", &[("sok", "ok"), button, ("id", cart), ("billorder", order)])
}

fn open_total(shop: &Shop, id: &str) -> Option<String> {
    let list = shop.call("order", &[])["list"][0]["elem"].take();
    let rows = list.as_array().cloned().unwrap_or_default();
    rows.iter().find(|row| text(&row["id"]) == id).map(|row| text(&row["total"]))
}

#[test]
fn the_cart_joins_an_open_order_at_the_price_it_had_and_no_money_moves() {
    let shop = Shop::open();
    let cart = shop.put_into_cart(&Order::dv("shop.example"));
    shop.call("basket", &[("sok", "ok"), ("clicked_button", "setpromocode"), ("promocode", "WELCOME10")]);
    assert_eq!(add(&shop, &cart, SEEDED)["ok"]["$"], "func=order");
    assert_eq!(open_total(&shop, SEEDED), Some("30.60".to_owned()));
    assert_eq!(open_total(&shop, &cart), None);
    assert!(shop.call("basket", &[])["billorder"].is_null());
    assert_eq!(shop.balance(), "500.00");
    let stored = shop.json("/sandbox/orders")[0].take();
    assert_eq!((&stored["billorder"], &stored["state"]), (&json!(11), &json!("unpaid")));
    assert_eq!(stored["price"]["total_minor"], 1620);
    let row = shop.call("certificate", &[])["elem"][0].take();
    assert_eq!(text(&row["status_msg"]), "Ordered, waiting for payment");
    assert_eq!(shop.pay(SEEDED, "30.60")["ok"]["$"], "func=order");
    assert_eq!(shop.balance(), "469.40");
}

#[test]
fn a_cart_that_joined_already_cannot_join_again() {
    let shop = Shop::open();
    let cart = shop.put_into_cart(&Order::dv("shop.example"));
    assert!(add(&shop, &cart, SEEDED)["ok"].is_object());
    assert_eq!(error(&add(&shop, &cart, SEEDED)), ("missed", "billorder"));
    assert_eq!(open_total(&shop, SEEDED), Some("32.40".to_owned()));
}

#[test]
fn orders_that_are_paid_or_another_customers_or_the_cart_itself_are_refused() {
    let mut shop = Shop::open();
    let paid = shop.put_into_cart(&Order::dv("paid.example"));
    shop.pay(&paid, "18.00");
    let cart = shop.put_into_cart(&Order::dv("shop.example"));
    for order in [paid.as_str(), cart.as_str(), "999999", ""] {
        assert_eq!(error(&add(&shop, &cart, order)), ("missed", "order"), "{order}");
    }
    assert_eq!(error(&add(&shop, "999999", SEEDED)), ("missed", "billorder"));
    shop.token = shop.log_in("trial", "trial-password");
    let own = shop.put_into_cart(&Order::dv("trial.example"));
    assert_eq!(error(&add(&shop, &own, SEEDED)), ("missed", "order"));
    assert_eq!(error(&add(&shop, &cart, SEEDED)), ("missed", "billorder"));
}
