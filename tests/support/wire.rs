//! The billing system's dialect: what is posted, taken apart, and answers put together as the API reference shows them.
use serde_json::{Value, json};

/// The fields of a body (WHATWG URL 5.1), in their order.
pub fn fields(body: &str) -> Vec<(String, String)> {
    let pairs = body.split('&').filter(|pair| !pair.is_empty()).map(|pair| pair.split_once('=').unwrap());
    pairs.map(|(name, value)| (decode(name), decode(value))).collect()
}

fn decode(text: &str) -> String {
    let mut bytes = text.bytes();
    let mut out = Vec::new();
    while let Some(byte) = bytes.next() {
        out.push(match byte {
            b'+' => b' ',
            b'%' => {
                let digits = [bytes.next().unwrap(), bytes.next().unwrap()];
                u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap()
            }
            other => other,
        });
    }
    String::from_utf8(out).unwrap()
}

/// A cell: `{"$": "text"}`.
#[allow(clippy::needless_pass_by_value, reason = "numbers and texts alike, without a sign of reference at each")]
pub fn cell(text: impl ToString) -> Value {
    json!({"$": text.to_string()})
}

/// Minor units as the billing system writes an amount.
pub fn amount(minor: i64) -> Value {
    cell(format!("{}.{:02}", minor / 100, minor % 100))
}

/// `doc` of a function with these members.
pub fn doc(func: &str, mut members: Value) -> String {
    members["$func"] = func.into();
    json!({"doc": members}).to_string()
}

/// An action that worked.
pub fn done(func: &str) -> String {
    doc(func, json!({"ok": {}}))
}

/// An error of this type about this object.
pub fn error(kind: &str, object: &str, message: &str) -> String {
    let param = json!([{"$name": "object", "$": object}]);
    json!({"doc": {"error": {"$type": kind, "$object": object, "$report": "no", "param": param, "msg": {"$": message}}}})
        .to_string()
}

/// The error of a session that has ended, or never was.
pub fn no_session(func: &str) -> String {
    error("access", "", &format!("Insufficient privileges to perform '{func}'"))
}

/// `metadata` of a form with these visible fields.
pub fn metadata(fields: &[String]) -> Value {
    let field = |name: &String| json!({"$name": name, "input": [{"$type": "text", "$name": name, "$required": "yes"}]});
    json!({"form": {"page": [{"$name": "main", "field": fields.iter().map(field).collect::<Vec<_>>()}]}})
}

/// A select list.
pub fn choices(name: &str, keys: &[&str]) -> Value {
    let entry = |key: &&str| json!({"$key": key, "$": key});
    json!({"$name": name, "val": keys.iter().map(entry).collect::<Vec<_>>()})
}

/// The countries that this installation knows, with ids of its own.
pub fn countries(name: &str) -> Value {
    let country = |(id, code): &(&str, &str)| json!({"$key": id, "$": code, "$image": format!("/flag/{code}.png")});
    let known = [("41", "US"), ("182", "RU"), ("5", "DE")];
    json!({"$name": name, "val": known.iter().map(country).collect::<Vec<_>>()})
}

/// A package with prices for 6 and 12 months, in minor units.
pub fn package(id: &str, name: &str, prices: [i64; 2], setup: i64) -> Value {
    let period = |(months, cost): (&str, i64)| {
        let four = |minor: i64| format!("{}.{:02}00", minor / 100, minor % 100);
        json!({"$type": "month", "$length": months, "$cost": four(cost), "$setup": four(setup)})
    };
    let periods: Vec<Value> = ["6", "12"].into_iter().zip(prices).map(period).collect();
    json!({
        "id": cell(id), "name": cell(name), "description": cell("One <b>year</b>"), "active": cell("on"),
        "itemtype_info": {"intname": cell("certificate")}, "price": {"$currency": "EUR", "period": periods},
    })
}
