//! Each operation of the billing layer against recorded wire: `tests/fixtures/billing/OPERATION/` holds `request.txt`
//! and `request_bjson.txt` (the body, one field a line) and answers, `NAME.json` with what is read from it in `NAME.txt`.
//!
//! Answers are read once as they stand and once in every other shape that BILLmanager gives to the same content.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may end here; the lint exempts only the test functions themselves")]

use std::fs;
use std::path::{Path, PathBuf};

use cert_order::billing::assumed::Assumed;
use cert_order::billing::certificate_order_csr as csr;
use cert_order::billing::doc::Dialect;
use cert_order::billing::http::{Caller, Credentials, HttpRequest, HttpResponse};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

#[path = "fixtures/billing/bjson.rs"]
mod bjson;
#[path = "fixtures/billing/operations.rs"]
mod operations;
use operations::{Operation, SESSION, operations, order_request};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/billing").join(name)
}

fn answered(body: String) -> HttpResponse {
    HttpResponse { status: 200, body }
}

/// The answers of an operation: path without extension, and content.
fn answers(operation: &Operation) -> Vec<(PathBuf, Value)> {
    let files = fs::read_dir(folder(operation.name)).unwrap().map(|entry| entry.unwrap().path());
    let answers = files.filter(|path| path.extension().is_some_and(|extension| extension == "json"));
    answers
        .map(|path| (path.with_extension(""), serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap()))
        .collect()
}

/// With `RECORD=1` what is posted and read is written down anew, to be looked at before it is committed.
fn record(path: &Path, text: &str) {
    if std::env::var_os("RECORD").is_some() {
        fs::write(path, text).unwrap();
    }
}

#[test]
fn each_request_is_posted_as_recorded() {
    for (dialect, file) in [(Dialect::Json, "request.txt"), (Dialect::Bjson, "request_bjson.txt")] {
        for operation in operations(dialect) {
            let body = operation.request.body().expose().replace('&', "\n") + "\n";
            record(&folder(operation.name).join(file), &body);
            let recorded = fs::read_to_string(folder(operation.name).join(file)).unwrap();
            assert_eq!(body, recorded, "{}", operation.name);
        }
    }
}

#[test]
fn each_operation_has_an_answer_recorded_in_the_flat_dialect() {
    for operation in operations(Dialect::Bjson) {
        let answers = answers(&operation);
        let mut flat = answers.iter().filter(|(path, _)| path.to_string_lossy().ends_with("_bjson"));
        let is_flat = |answer: &Value| !answer.to_string().contains('$') && answer.get("doc").is_none();
        assert!(flat.clone().count() > 0, "{} has none", operation.name);
        assert!(flat.all(|(_, answer)| is_flat(answer)), "{}", operation.name);
    }
}

#[test]
fn each_answer_is_read_as_recorded_in_every_shape() {
    let mut count = 0;
    for operation in operations(Dialect::Json) {
        for (path, answer) in answers(&operation) {
            record(&path.with_extension("txt"), &(operation.read)(Ok(answered(answer.to_string()))));
            let recorded = fs::read_to_string(path.with_extension("txt")).unwrap();
            // As it stands in the file; the shapes below have their members sorted by name. Only hidden values, which are
            // carried as they come, may show that.
            let body = fs::read_to_string(path.with_extension("json")).unwrap();
            let read = (operation.read)(Ok(answered(body)));
            assert_eq!(sorted_lines(&read), sorted_lines(&recorded), "{} as it stands", path.display());
            for (shape, variant) in shapes(&answer) {
                let read = (operation.read)(Ok(answered(variant.to_string())));
                assert_eq!(read, recorded, "{} as {shape}", path.display());
            }
            count += 1;
        }
    }
    assert!(count >= 75, "only {count} answers were found");
}

fn sorted_lines(text: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = text.lines().collect();
    lines.sort_unstable();
    lines
}

/// The same content in the other shapes seen in public clients (API reference 1.5).
fn shapes(answer: &Value) -> Vec<(&'static str, Value)> {
    let content = answer.get("doc").unwrap_or(answer).clone();
    vec![
        ("recorded", answer.clone()),
        ("flat", content.clone()),
        ("model", json!({"model": content})),
        ("a nested doc", json!({"doc": {"$lang": "xx", "messages": {}, "doc": content}})),
        ("single elements without their lists", map(answer, &unlisted)),
        ("lists around single elements", map(answer, &listed)),
        ("bare texts", map(answer, &bare)),
        ("numbers", map(&map(answer, &bare), &number)),
        ("booleans", map(&map(answer, &bare), &boolean)),
        ("unknown members", map(answer, &extended)),
        ("bjson", bjson::with_model(answer)),
        ("bjson with all on top", bjson::flat(answer)),
        ("bjson with numbers and booleans", map(&map(&bjson::with_model(answer), &number), &boolean)),
        ("bjson with single elements without their lists", map(&bjson::with_model(answer), &unlisted)),
        ("bjson in a doc", json!({"doc": bjson::with_model(answer)})),
        ("everything at once", map(&map(&map(answer, &unlisted), &bare), &extended)),
    ]
}

/// `value` with `change` applied to every part, innermost first.
fn map(value: &Value, change: &dyn Fn(Value) -> Value) -> Value {
    change(match value {
        Value::Array(list) => list.iter().map(|item| map(item, change)).collect(),
        Value::Object(object) => object.iter().map(|(name, item)| (name.clone(), map(item, change))).collect(),
        scalar => scalar.clone(),
    })
}

fn unlisted(value: Value) -> Value {
    match value {
        Value::Array(mut list) if list.len() == 1 => list.remove(0),
        other => other,
    }
}

fn listed(value: Value) -> Value {
    let Value::Object(mut object) = value else { return value };
    for name in REPEATABLE.split_whitespace() {
        let single = object.get_mut(name).filter(|one| one.as_object().is_some_and(|one| !one.contains_key("$")));
        if let Some(single) = single {
            *single = json!([single.take()]);
        }
    }
    Value::Object(object)
}

/// Elements of which there can be several.
const REPEATABLE: &str = "elem list slist val page field input select period price addon param user auth itemtype_info \
    form metadata messages action button";

fn bare(value: Value) -> Value {
    match &value {
        Value::Object(object) if object.len() == 1 => object.get("$").cloned().unwrap_or(value),
        _ => value,
    }
}

fn number(value: Value) -> Value {
    let Some(text) = value.as_str() else { return value };
    text.parse::<u32>().ok().filter(|n| n.to_string() == text).map_or(value.clone(), |n| json!(n))
}

fn boolean(value: Value) -> Value {
    match value.as_str() {
        Some("on") => json!(true),
        Some("off") => json!(false),
        _ => value,
    }
}

fn has_text(object: &Map<String, Value>) -> bool {
    object.contains_key("$") || object.contains_key("value")
}

fn extended(value: Value) -> Value {
    match value {
        Value::Object(mut object) if !object.is_empty() && !has_text(&object) => {
            object.insert("zz_unknown".into(), json!({"deep": [{"$": "x"}, 7, null]}));
            Value::Object(object)
        }
        other => other,
    }
}

#[test]
fn no_request_carries_a_private_key_or_asks_for_one() {
    for operation in operations(Dialect::Json) {
        assert_harmless(&operation.request);
    }
}

fn assert_harmless(request: &HttpRequest) {
    let body = request.body();
    for field in body.expose().split('&') {
        let (name, value) = field.split_once('=').unwrap();
        assert!(!name.eq_ignore_ascii_case("key"), "{request:?}");
        assert!(name != "crt_type" || !value.eq_ignore_ascii_case("generate"), "{request:?}");
        assert!(!value.contains("PRIVATE+KEY"), "{request:?}");
        assert!(!["skipbasket", "elid"].contains(&name) || request.func() == "certificate.file", "{request:?}");
    }
}

#[test]
fn cookies_stay_at_home_and_debug_output_tells_no_secret() {
    for operation in operations(Dialect::Json) {
        assert_eq!(operation.request.credentials(), Credentials::Omit, "{}", operation.name);
        let shown = format!("{:?}", operation.request);
        for secret in [SESSION, "demo-password", "MIIC", "BEGIN", "ann@", "WELCOME10"] {
            assert!(!shown.contains(secret), "{shown}");
        }
    }
}

#[test]
fn the_session_goes_with_every_call_but_the_log_in_and_the_price_list() {
    for operation in operations(Dialect::Json) {
        let has_session = operation.request.body().expose().contains(&format!("&auth={SESSION}"));
        assert_eq!(has_session, !["auth", "pricelist_export"].contains(&operation.name), "{}", operation.name);
    }
}

/// Names that mean something to a reader.
const NAMES: &str = "doc model error ok $ $orig orig value $name name $type type $key $func func $object $image msg \
    param elem list slist val id key metadata form page field input select $required crt_type csr orderinfo \
    approver_email_1 org_country pricelist price period addon cost currency total_sum user auth action button messages \
    p_num p_elems";

/// Texts that mean something to a reader, one a line.
const TEXTS: &str = "\n1\n-100\n12.34\ngenerate\nkey\nitemlist\nmethodlist\nopenlist\napprover_email_1\ncertificate\n\
    crt_type\nfunc=order\né.png\n<b\n&\n18446744073709551616\n-----BEGIN PRIVATE KEY-----";

fn names() -> Vec<String> {
    NAMES.split_whitespace().map(str::to_owned).collect()
}

fn any_json() -> impl Strategy<Value = Value> {
    let name = prop_oneof![4 => proptest::sample::select(names()), 1 => any::<String>()];
    let texts: Vec<String> = TEXTS.split('\n').map(str::to_owned).collect();
    let text = prop_oneof![3 => proptest::sample::select(texts), 1 => any::<String>()];
    let leaf = prop_oneof![
        5 => text.prop_map(Value::from),
        1 => any::<i64>().prop_map(Value::from),
        1 => any::<f64>().prop_map(Value::from),
        1 => any::<bool>().prop_map(Value::from),
        1 => Just(Value::Null),
    ];
    leaf.prop_recursive(6, 64, 8, move |inner| {
        let members = proptest::collection::vec((name.clone(), inner.clone()), 0..8);
        prop_oneof![
            1 => proptest::collection::vec(inner, 0..4).prop_map(Value::from),
            4 => members.prop_map(|members| Value::Object(Map::from_iter(members))),
        ]
    })
}

proptest! {
    #[test]
    fn no_json_makes_a_reader_panic(value in any_json()) {
        let bodies = [value.to_string(), json!({"doc": value}).to_string()];
        for operation in operations(Dialect::Json) {
            for body in bodies.clone() {
                let _ = (operation.read)(Ok(answered(body)));
            }
        }
    }

    #[test]
    fn no_bytes_make_a_reader_panic(status in any::<u16>(), bytes in any::<Vec<u8>>()) {
        let body = String::from_utf8_lossy(&bytes).into_owned();
        for operation in operations(Dialect::Json) {
            let _ = (operation.read)(Ok(HttpResponse { status, body: body.clone() }));
            let _ = (operation.read)(Ok(answered(body.clone())));
        }
    }

    #[test]
    fn no_form_makes_the_order_carry_a_private_key(
        value in any_json(),
        names in proptest::sample::subsequence(names(), 0..8),
    ) {
        let mut form: Map<String, Value> = names.into_iter().map(|name| (name, value.clone())).collect();
        let traps = [("metadata", json!({})), ("skipbasket", json!("on")), ("key", json!("MIIE"))];
        form.extend(traps.map(|(name, value)| (name.to_owned(), value)));
        form.remove("error");
        let caller = Caller { dialect: Dialect::Json, lang: "en", session: None, project: None };
        if let Ok(form) = csr::next_response(Ok(answered(json!({"doc": form}).to_string())), &Assumed::default(), false) {
            assert_harmless(&order_request(&caller, &form));
        }
    }
}
