//! The payment page: announced payments, credited once.

use serde_json::{Value, json};

use crate::support::{Order, Shop, body, error, payment, text};

/// Announces a payment of `bill` by the method with this id.
fn announce(shop: &Shop, bill: &str, amount: &str, method: &str) -> Value {
    let mut form = payment(bill, amount).to_vec();
    form.extend([("paymethod", method), ("clicked_button", "")]);
    shop.call("payment.add.method", &form)
}

fn link(answer: &Value) -> String {
    assert_eq!(answer["ok"]["$type"], "url", "{answer}");
    text(&answer["ok"])
}

#[test]
fn a_card_payment_is_announced_and_credited_on_its_page() {
    let shop = Shop::open();
    let bill = shop.put_into_cart(&Order::dv("shop.example"));
    let answer = announce(&shop, &bill, "18.00", "3");
    let page = link(&answer);
    assert_eq!(page, format!("/sandbox/pay/{}", text(&answer["payment_id"])));
    let shown = shop.get(&page);
    assert_eq!(shown.status(), 200);
    assert!(body(shown).contains("Pay 18.00 EUR"));
    let stored = shop.json("/sandbox/orders")[0].take();
    assert_eq!((&stored["state"], &stored["payments"][0]["status"]), (&json!("unpaid"), &json!(1)));

    assert_eq!(shop.control(&page, ""), 200);
    let stored = shop.json("/sandbox/orders")[0].take();
    assert_eq!((&stored["state"], &stored["payments"][0]["status"]), (&json!("paid"), &json!(4)));
    assert_eq!(stored["payments"][0]["method"], 3);
    assert_eq!(shop.balance(), "500.00");
    assert_eq!(shop.control(&page, ""), 409, "paid once");
    assert_eq!(shop.get(&page).status(), 409);
}

#[test]
fn a_method_is_refused_below_its_smallest_amount() {
    let shop = Shop::open();
    let bill = shop.put_into_cart(&Order::dv("shop.example").set("period", "6"));
    assert_eq!(error(&announce(&shop, &bill, "10.80", "3")), ("value", "paymethod"));
    assert_eq!(text(&shop.call("basket", &[])["billorder"]), bill);
    link(&announce(&shop, &bill, "10.80", "2"));
}

#[test]
fn a_second_announcement_of_the_same_is_the_first_one() {
    let shop = Shop::open();
    let bill = shop.put_into_cart(&Order::dv("shop.example"));
    let first = link(&announce(&shop, &bill, "18.00", "2"));
    assert_eq!(link(&announce(&shop, &bill, "18.00", "2")), first);
    let payments = shop.json("/sandbox/orders")[0]["payments"].take();
    assert_eq!(payments.as_array().unwrap().len(), 1);
}

#[test]
fn a_payment_whose_bill_was_paid_or_grew_meanwhile_is_not_credited() {
    let shop = Shop::open();
    let bill = shop.put_into_cart(&Order::dv("shop.example"));
    let page = link(&announce(&shop, &bill, "18.00", "2"));
    let cart = shop.put_into_cart(&Order::dv("more.example"));
    let button = ("clicked_button", "addtoorder");
    shop.call("basket", &[("sok", "ok"), button, ("id", &cart), ("billorder", &bill)]);
    assert_eq!(shop.control(&page, ""), 409);
    assert_eq!(shop.pay(&bill, "36.00")["ok"]["$"], "func=order");
    assert_eq!(shop.control(&page, ""), 409);
    assert_eq!(shop.balance(), "464.00");
    assert_eq!(shop.get("/sandbox/pay/999999").status(), 409);
}
