//! Answers written as other installations write them: nothing changes, and nobody hears of it.
use serde_json::{Value, json};

use crate::installation::{Installation, configured};
use crate::matrix::{persist, plain};
use crate::words;
use cert_order::config::Config;
use cert_order::wizard::field::Field;

/// The order with these faults on all the time, without what differs at every order.
fn ordered(config: &Config, faults: &Value) -> Value {
    let at = format!("{faults}, {:?}", config.dialect);
    let installation = Installation::standard();
    installation.switch_on(faults);
    let mut visit = installation.visit(config.clone());
    visit.enter(Field::PromotionCode, "WELCOME10");
    let mut total = None;
    while visit.order().is_none() {
        visit.act();
        assert_eq!(words::said(&visit), [""; 0], "{at}");
        total = visit.quote().map(|_| visit.total()).or(total);
    }
    persist(&installation, &mut visit, &at);
    let mut order = installation.the_one_order(&at);
    assert_eq!(total, order["price"]["total_minor"].as_i64(), "{at}");
    order["certificate"] = Value::Null;
    order
}

#[test]
fn the_shape_of_answers_changes_nothing() {
    let shapes = ["one_as_object", "extra_fields", "reordered", "plain_numbers", "nested", "russian"];
    let plainly = ordered(&plain().config, &json!([]));
    let each = shapes.iter().map(|name| json!([{"fault": name}]));
    let all_at_once = Value::Array(shapes.iter().map(|name| json!({"fault": name})).collect());
    for faults in each.chain([all_at_once, json!([{"fault": "cors", "text": "https://shop.example"}])]) {
        for dialect in [
            json!({"dialect": "json"}),
            json!({"dialect": "bjson"}),
            json!({"dialect": "bjson", "assumed": {"forms_out": "bjson"}}),
        ] {
            assert_eq!(ordered(&configured(&dialect), &faults), plainly, "{faults} in {dialect}");
        }
    }
}
