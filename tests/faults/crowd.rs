//! Two hundred customers at once, each with a form and a browser of their own, before one billing system.
use std::collections::BTreeMap;
use std::thread;
use std::time::Instant;

use sandbox::Config;

use crate::installation::{BALANCE, Installation, amounts, payments};
use crate::matrix::plain;

const CUSTOMERS: usize = 200;
const THREADS: usize = 16;
/// A year of the smallest package, with tax.
const PRICE: i64 = 1_800;

fn login(number: usize) -> String {
    format!("load{number:03}")
}

fn domain(number: usize) -> String {
    format!("shop{number}.example.com")
}

fn order(installation: &Installation, number: usize) -> String {
    let mut visit = installation.visit(plain().config);
    visit.customer.user = login(number);
    visit.customer.domain = domain(number);
    visit.persist().unwrap();
    visit.order().unwrap().payment_id.clone().unwrap()
}

#[test]
fn two_hundred_customers_at_once_order_once_each() {
    let installation = &Installation::of(&Config { customers: CUSTOMERS, ..Config::default() });
    let began = Instant::now();
    let told: BTreeMap<String, String> = thread::scope(|scope| {
        let of_thread = |first: usize| {
            let numbers = (first..=CUSTOMERS).step_by(THREADS);
            numbers.map(|number| (domain(number), order(installation, number))).collect::<Vec<_>>()
        };
        let threads: Vec<_> = (1..=THREADS).map(|first| scope.spawn(move || of_thread(first))).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    println!("{CUSTOMERS} orders in {THREADS} threads took {:?}", began.elapsed());
    let orders = installation.orders();
    assert_eq!((orders.len(), told.len()), (CUSTOMERS, CUSTOMERS));
    let found: BTreeMap<String, String> = orders
        .iter()
        .map(|order| {
            assert_eq!((&order["state"], amounts(&payments(order))), (&"paid".into(), vec![PRICE]), "{order}");
            assert_eq!(order["names"][0], order["subject"]["common_name"]);
            let payment = payments(order)[0]["id"].to_string();
            (order["names"][0].as_str().unwrap().to_owned(), payment)
        })
        .collect();
    assert_eq!(found, told, "each customer was told the payment of their own order");
    assert!((1..=CUSTOMERS).all(|number| installation.balance(&login(number)) == BALANCE - PRICE));
    assert_eq!(installation.balance("demo"), BALANCE);
    assert!(installation.is_clean());
}
