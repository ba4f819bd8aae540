//! Paying: exactly once, for the right amount, never more than there is.

use std::thread;

use crate::support::{Order, Shop, error, payment, text};

#[test]
fn the_payment_form_offers_the_balance_with_its_values() {
    let shop = Shop::open();
    let bill = shop.put_into_cart(&Order::dv("shop.example"));
    let form = shop.call("payment.add", &[("billorder", &bill)]);
    assert_eq!(form["list"][0]["$name"], "methodlist");
    let methods = form["list"][0]["elem"].as_array().unwrap();
    assert_eq!(text(&methods[0]["paymethod_type"]), "0");
    assert_eq!(methods[0]["action"]["button"]["$name"], "fromsubaccount");
    assert!(methods[1]["action"].is_null());
    let least: Vec<_> = methods.iter().map(|method| text(&method["payment_minamount"])).collect();
    assert_eq!(least, ["0.00", "0.00", "15.00"]);
    let values = ["amount", "payment_currency", "profile"].map(|name| text(&form[name]));
    assert_eq!(values, ["18.00", "153", "31"]);
}

#[test]
fn a_second_submit_of_the_same_bill_charges_nothing() {
    let shop = Shop::open();
    let bill = shop.put_into_cart(&Order::dv("shop.example"));
    assert_eq!(shop.pay(&bill, "18.00")["ok"]["$"], "func=order");
    assert_eq!(error(&shop.pay(&bill, "18.00")), ("missed", "billorder"));
    assert_eq!(shop.balance(), "482.00");
    let payments = shop.json("/sandbox/orders")[0]["payments"].take();
    assert_eq!(payments.as_array().unwrap().len(), 1);
}

#[test]
fn many_submits_at_once_charge_one_time() {
    let shop = Shop::open();
    let bill = shop.put_into_cart(&Order::dv("shop.example"));
    let paid = thread::scope(|scope| {
        let submit = || shop.pay(&bill, "18.00")["ok"]["$"] == "func=order";
        let submits: Vec<_> = (0..12).map(|_| scope.spawn(submit)).collect();
        let outcomes = submits.into_iter().map(|submit| submit.join().unwrap());
        outcomes.filter(|paid| *paid).count()
    });
    assert_eq!(paid, 1);
    assert_eq!(shop.balance(), "482.00");
}

#[test]
fn a_balance_that_is_too_small_leaves_everything_as_it_was() {
    let mut shop = Shop::open();
    shop.token = shop.log_in("trial", "trial-password");
    let bill = shop.put_into_cart(&Order::dv("shop.example"));
    let mut form = payment(&bill, "18.00").to_vec();
    form.push(("profile", "32"));
    let answer = shop.call("payment.add.method", &form);
    assert_eq!(error(&answer), ("limit", "balance"));
    assert_eq!(shop.balance(), "5.00");
    assert_eq!(text(&shop.call("basket", &[])["billorder"]), bill);
    let stored = shop.json("/sandbox/orders")[0].take();
    assert_eq!(stored["state"], "cart");
    assert_eq!(stored["payments"], serde_json::json!([]));

    let at_once = Order::dv("now.example").set("sok", "ok").set("skipbasket", "on");
    let answer = shop.send("certificate.order.param", &at_once);
    assert_eq!(error(&answer), ("limit", "balance"));
    let stored = shop.json("/sandbox/orders");
    assert_eq!(stored.as_array().unwrap().len(), 1);
}

#[test]
fn skipping_the_cart_pays_at_once() {
    let shop = Shop::open();
    shop.put_into_cart(&Order::dv("later.example"));
    let order = Order::dv("now.example").set("sok", "ok").set("skipbasket", "on");
    let answer = shop.send("certificate.order.param", &order);
    let id = text(&answer["id"]);
    assert_eq!(shop.balance(), "482.00");
    let list = shop.call("certificate", &[]);
    assert_eq!(text(&list["elem"][0]["id"]), id);
    assert_eq!(text(&list["p_elems"]), "1");
    assert_eq!(text(&shop.call("basket", &[])["total_sum"]), "18.00");
}

#[test]
fn every_value_of_a_payment_is_checked() {
    let shop = Shop::open();
    let bill = shop.put_into_cart(&Order::dv("shop.example"));
    for (field, value, expected) in [
        ("billorder", "999999", ("missed", "billorder")),
        ("billorder", "", ("missed", "billorder")),
        ("amount", "17.99", ("value", "amount")),
        ("amount", "", ("value", "amount")),
        ("amount", "-18.00", ("value", "amount")),
        ("profile", "32", ("value", "profile")),
        ("payment_currency", "126", ("value", "payment_currency")),
        ("paymethod", "9", ("value", "paymethod")),
        ("clicked_button", "", ("value", "paymethod")),
    ] {
        let mut form = payment(&bill, "18.00").to_vec();
        form.push((field, value));
        let answer = shop.call("payment.add.method", &form);
        assert_eq!(error(&answer), expected, "{field}={value}");
    }
    let mut shown = payment(&bill, "18.00").to_vec();
    shown.push(("sok", ""));
    let form = shop.call("payment.add.method", &shown);
    assert_eq!(form["list"][0]["$name"], "methodlist");
    assert_eq!(shop.balance(), "500.00");
}

#[test]
fn a_bank_transfer_places_the_order_without_money() {
    let shop = Shop::open();
    let bill = shop.put_into_cart(&Order::dv("shop.example"));
    let mut form = payment(&bill, "18.00").to_vec();
    form.extend([("paymethod", "2"), ("clicked_button", "")]);
    let answer = shop.call("payment.add.method", &form);
    assert_eq!(answer["ok"]["$type"], "url", "{answer}");
    assert_eq!(shop.balance(), "500.00");
    assert!(shop.call("basket", &[])["billorder"].is_null());
    let row = shop.call("certificate", &[])["elem"][0].take();
    assert_eq!(text(&row["status_msg"]), "Ordered, waiting for payment");
    let open = shop.call("order", &[])["list"][0]["elem"].take();
    assert_eq!(open.as_array().unwrap().len(), 2);
    // It can still be paid from the balance.
    assert_eq!(shop.pay(&bill, "18.00")["ok"]["$"], "func=order");
    assert_eq!(shop.balance(), "482.00");
}

#[test]
fn the_order_list_shows_the_cart_and_the_seeded_open_order() {
    let shop = Shop::open();
    shop.put_into_cart(&Order::dv("shop.example"));
    let list = shop.call("order", &[]);
    assert_eq!(list["elem"].as_array().unwrap().len(), 2);
    let open = &list["list"][0]["elem"][0];
    assert_eq!(["id", "status", "total"].map(|cell| text(&open[cell])), ["12", "unpaid", "18.00"]);
    let open = &list["list"][0]["elem"][1];
    let cells = ["id", "status", "total", "currency"].map(|cell| text(&open[cell]));
    assert_eq!(cells, ["11", "unpaid", "14.40", "EUR"]);
}
