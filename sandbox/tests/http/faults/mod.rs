//! Every fault that can be switched on: what the client sees of it, and what has happened behind it.

mod installation;
mod list;
mod refusals;
mod shapes;
mod transport;

use serde_json::{Value, json};
use ureq::http::Response;

use crate::support::{Order, Shop, body};

/// Switches these on and all others off.
pub fn switch(shop: &Shop, faults: &[Value]) {
    let list = json!({"faults": faults}).to_string();
    assert_eq!(shop.control("/sandbox/faults", &list), 200, "{list}");
}

/// One fault, once.
pub fn once(name: &str) -> Value {
    json!({"fault": name, "times": 1})
}

/// How often the fault at `index` has bitten.
pub fn bitten(shop: &Shop, index: usize) -> u64 {
    shop.json("/sandbox/faults")["faults"][index]["bitten"].as_u64().unwrap()
}

/// The form that puts `order` into the cart.
fn form(shop: &Shop, order: &Order) -> Vec<(String, String)> {
    let steering = [("func", "certificate.order.param"), ("sok", "ok"), ("out", "json"), ("auth", &shop.token)];
    let steering = steering.map(|(name, value)| (name.to_owned(), value.to_owned()));
    steering.into_iter().chain(order.values()).collect()
}

/// Puts an order into the cart and gives the answer as it came.
pub fn order(shop: &Shop) -> Response<ureq::Body> {
    shop.agent.post(shop.url("/billmgr")).send_form(form(shop, &Order::dv("shop.example"))).unwrap()
}

/// How many orders are stored.
pub fn stored(shop: &Shop) -> usize {
    shop.json("/sandbox/orders").as_array().unwrap().len()
}

/// A call's answer as text.
pub fn raw(shop: &Shop, func: &str) -> String {
    let form = [("func", func), ("out", "json"), ("auth", &shop.token)];
    body(shop.agent.post(shop.url("/billmgr")).send_form(form).unwrap())
}
