//! Answers that say the same in another form.

use serde_json::{Value, json};

use super::{once, raw, switch};
use crate::support::{Order, Shop, error, payment};

/// Functions whose answers are the same at every call.
const STEADY: [&str; 7] =
    ["whoami", "subaccount", "pricelist.export", "certificate.order", "basket", "order", "certificate"];

/// A sandbox with something of everything, and what it answers.
fn answers(shop: &Shop) -> Vec<(&'static str, String)> {
    STEADY.iter().map(|func| (*func, raw(shop, func))).collect()
}

fn shop() -> Shop {
    let shop = Shop::open();
    let bill = shop.put_into_cart(&Order::dv("paid.example"));
    shop.call("payment.add.method", &payment(&bill, "18.00"));
    shop.put_into_cart(&Order::dv("shop.example"));
    shop
}

fn tree(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// Applies `change` to a value and everything in it, from the inside out.
fn changed(value: Value, change: &impl Fn(Value) -> Value) -> Value {
    let inner = match value {
        Value::Array(list) => list.into_iter().map(|value| changed(value, change)).collect(),
        Value::Object(members) => members
            .into_iter()
            .map(|(name, value)| (name, changed(value, change)))
            .collect::<serde_json::Map<_, _>>()
            .into(),
        scalar => scalar,
    };
    change(inner)
}

fn without_unknown(value: Value) -> Value {
    match value {
        Value::Object(mut members) => {
            members.retain(|name, _| name != "$unknown_attribute" && name != "unknown_member");
            members.into()
        }
        other => other,
    }
}

fn numbers_as_text(value: Value) -> Value {
    if value.is_number() { value.to_string().into() } else { value }
}

fn single_as_object(value: Value) -> Value {
    match value {
        Value::Array(mut list) if list.len() == 1 => list.remove(0),
        other => other,
    }
}

/// A known answer and the text under test, brought to what must be equal.
type Same = fn(Value, Value) -> (Value, Value);

#[test]
fn each_shape_says_the_same() {
    let shop = shop();
    let before = answers(&shop);
    let rules: [(&str, Same); 5] = [
        ("one_as_object", |plain, shaped| (changed(plain, &single_as_object), shaped)),
        ("extra_fields", |plain, shaped| (plain, changed(shaped, &without_unknown))),
        ("reordered", |plain, shaped| (plain, shaped)),
        ("plain_numbers", |plain, shaped| (plain, changed(shaped, &numbers_as_text))),
        ("nested", |plain, mut shaped| (plain, shaped["doc"].take())),
    ];
    for (fault, same) in rules {
        switch(&shop, &[json!({"fault": fault})]);
        let mut differences = 0;
        for (func, plain) in &before {
            let shaped = raw(&shop, func);
            differences += usize::from(*plain != shaped);
            let (plain, shaped) = same(tree(plain), tree(&shaped));
            assert_eq!(plain, shaped, "{fault} {func}");
        }
        assert!(differences > 3, "{fault}");
    }
    switch(&shop, &[]);
    assert_eq!(answers(&shop), before);
}

#[test]
fn all_shapes_together_and_in_the_flat_dialect() {
    let shop = shop();
    switch(
        &shop,
        &["one_as_object", "extra_fields", "reordered", "plain_numbers", "nested"].map(|f| json!({"fault": f})),
    );
    let cart = tree(&raw(&shop, "basket"))["doc"]["doc"].take();
    assert_eq!(cart["list"]["elem"]["item.period"]["$"], 12);
    assert_eq!(cart["list"]["elem"]["item.period"]["$unknown_attribute"], "x");
    let form = [("func", "certificate"), ("out", "bjson"), ("auth", &shop.token)];
    let answer = shop.agent.post(shop.url("/billmgr")).send_form(form).unwrap();
    let flat = tree(&crate::support::body(answer))["doc"].take();
    assert_eq!(flat["elem"]["CN"]["value"], "paid.example");
    assert_eq!(flat["model"]["unknown_member"], "x");
}

#[test]
fn russian_by_the_language_or_by_the_fault_whatever_the_language() {
    let shop = Shop::open();
    let order = Order::dv("shop.example").set("adm_email", "").set("sok", "ok");
    let label = |form: &Value| form["messages"]["msg"]["adm_email"].as_str().unwrap().to_owned();
    let message = |answer: &Value| answer["error"]["msg"]["$"].as_str().unwrap().to_owned();
    let form = Order::dv("shop.example");
    for lang in ["", "en", "ru"] {
        let text = message(&shop.send("certificate.order.param", &order.clone().set("lang", lang)));
        let shown = label(&shop.send("certificate.order.param", &form.clone().set("lang", lang)));
        let expected = if lang == "ru" {
            ("Поле 'Электронная почта' имеет недопустимое значение. Значение не может быть пустым", "Электронная почта")
        } else {
            ("The 'Email' field has invalid value. The value cannot be empty.", "Email")
        };
        assert_eq!((text.as_str(), shown.as_str()), expected, "{lang}");
    }
    switch(&shop, &[json!({"fault": "russian"})]);
    assert_eq!(label(&shop.send("certificate.order.param", &form.set("lang", "en"))), "Электронная почта");
    switch(&shop, &[once("in_process")]);
    let waiting = shop.call("whoami", &[("lang", "ru")]);
    assert_eq!(error(&waiting).0, "xml");
    assert!(message(&waiting).starts_with("Ваш запрос обрабатывается"));
    let refused = shop.post(&[("func", "basket"), ("lang", "ru")]);
    assert_eq!(message(&refused), "У вас недостаточно прав на выполнение функции 'basket'");
}
