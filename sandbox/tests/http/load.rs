//! Many callers at once.

use std::collections::HashSet;
use std::thread;

use sandbox::{Config, Location, Sandbox};

use crate::support::{Folder, Order, Shop, error, payment, text};

/// Calls at the same time.
const CALLERS: usize = 200;

/// Orders as one of the callers; gives the bill of the cart, or the certificate that is paid at once.
fn order_as(shop: &Shop, login: &str, order: &Order) -> String {
    let token = shop.log_in(login, "demo-password");
    let values = order.values();
    let steering = [("func", "certificate.order.param"), ("auth", &token), ("sok", "ok")];
    let values = values.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let answer = shop.post(&steering.into_iter().chain(values).collect::<Vec<_>>());
    assert!(answer["ok"].is_object(), "{login}: {answer}");
    [text(&answer["billorder"]), text(&answer["id"])].concat()
}

#[test]
fn two_hundred_orders_at_once_all_arrive() {
    // Half of them from as many customers, paid at once; half in sessions of one customer, into the same cart.
    let shop = &Shop::with(&Config { customers: CALLERS / 2, ..Config::default() });
    let order = &Order::dv("shop.example");
    let at_once = &order.clone().set("skipbasket", "on");
    let ids: HashSet<String> = thread::scope(|scope| {
        let callers: Vec<_> = (1..=CALLERS / 2)
            .flat_map(|number| {
                let login = format!("load{number:03}");
                [
                    scope.spawn(move || order_as(shop, &login, at_once)),
                    scope.spawn(move || order_as(shop, "demo", order)),
                ]
            })
            .collect();
        callers.into_iter().map(|caller| caller.join().unwrap()).collect()
    });
    assert_eq!(ids.len(), CALLERS / 2 + 1, "a certificate for each customer, and one cart");
    let orders = shop.json("/sandbox/orders");
    let orders = orders.as_array().unwrap();
    assert_eq!(orders.len(), CALLERS);
    let paid: Vec<_> = orders.iter().filter(|order| order["state"] == "paid").collect();
    assert_eq!(paid.len(), CALLERS / 2);
    assert!(paid.iter().all(|order| order["payments"].as_array().unwrap().len() == 1));
    let balances = shop.json("/sandbox/balance");
    let of_callers =
        balances.as_array().unwrap().iter().filter(|row| row["login"].as_str().unwrap().starts_with("load"));
    assert!(of_callers.clone().all(|row| row["balance_minor"] == 48_200));
    assert_eq!(of_callers.count(), CALLERS / 2);
    assert_eq!(text(&shop.call("basket", &[])["total_sum"]), "1800.00");
}

#[test]
fn further_customers_are_there_after_a_reset_and_in_a_file_from_before() {
    let folder = Folder::new("customers");
    let config =
        |customers| Config { database: Location::File(folder.0.join("sandbox.db")), customers, ..Config::default() };
    drop(Sandbox::start(&config(0)).unwrap());
    let mut shop = Shop::with(&config(2));
    shop.token = shop.log_in("load002", "demo-password");
    assert_eq!(shop.balance(), "500.00");
    let bill = shop.put_into_cart(&Order::dv("shop.example"));
    let profile = text(&shop.call("payment.add", &[("billorder", &bill)])["profile"]);
    let mut form = payment(&bill, "18.00");
    form[3].1 = &profile;
    assert_eq!(shop.call("payment.add.method", &form)["ok"]["$"], "func=order");
    drop(shop);
    let mut shop = Shop::with(&config(3));
    shop.token = shop.log_in("load002", "demo-password");
    assert_eq!(shop.balance(), "482.00", "those who were there keep what they have");
    shop.log_in("load003", "demo-password");
    let unknown = [("func", "auth"), ("username", "load004"), ("password", "demo-password")];
    assert_eq!(error(&shop.post(&unknown)).0, "auth");
    shop.control("/sandbox/reset", "");
    shop.token = shop.log_in("load002", "demo-password");
    assert_eq!(shop.balance(), "500.00");
}
