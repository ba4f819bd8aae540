//! The operator's file: each wrong one gives its sentence, and the schema that editors read says what the code does.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test may end here; the lints exempt only the test functions themselves"
)]
use std::collections::BTreeSet;
use std::sync::Arc;

use cert_order::billing::assumed::Fact;
use cert_order::config::{self, ConfigReason};
use cert_order::domain::lang::Lang;
use cert_order::words::pack::Pack;
use cert_order::words::{Speech, packs};
use serde_json::{Map, Value, json};

fn fixture(text: &str) -> Vec<Value> {
    serde_json::from_str(text).unwrap()
}

fn schema() -> Value {
    serde_json::from_str(include_str!("../public/config.schema.json")).unwrap()
}

fn properties(schema: &Value) -> &Map<String, Value> {
    schema["properties"].as_object().unwrap()
}

/// What the code says of a file with this field besides what is needed.
fn reason(field: &str, value: &Value) -> Option<ConfigReason> {
    let mut file = json!({"billing_url": "/billmgr"});
    let mut place = &mut file;
    for name in field.split('.') {
        place = &mut place[name];
    }
    *place = value.clone();
    config::parse(&file.to_string()).err().map(|error| error.reason)
}

#[test]
fn each_wrong_file_is_told_its_mistake() {
    let wrong = fixture(include_str!("fixtures/config/wrong.json"));
    assert!(wrong.len() >= 40);
    let speech = Speech::ENGLISH;
    for case in &wrong {
        let file = case["file"].as_str().unwrap();
        let error = config::parse(file).expect_err(file);
        assert_eq!(speech.config_error(&error), case["says"].as_str().unwrap(), "{file}");
    }
}

#[test]
fn each_good_file_is_taken() {
    for file in fixture(include_str!("fixtures/config/good.json")) {
        config::parse(&file.to_string()).unwrap_or_else(|error| panic!("{file}: {error:?}"));
    }
}

/// Every object of the schema with the path of its fields.
fn objects<'a>(path: &str, schema: &'a Value, found: &mut Vec<(String, &'a Value)>) {
    if !schema["properties"].is_object() {
        return;
    }
    found.push((path.to_owned(), schema));
    for (name, property) in properties(schema) {
        let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        objects(&path, property, found);
    }
}

#[test]
fn the_schema_knows_the_fields_that_the_code_knows() {
    let schema = schema();
    let mut all = Vec::new();
    objects("", &schema, &mut all);
    let paths: Vec<&str> = all.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(paths.iter().copied().collect::<BTreeSet<_>>(), BTreeSet::from(["", "assumed", "links", "theme"]));
    for (path, object) in &all {
        assert_eq!(object["additionalProperties"], json!(false), "{path}");
        for name in properties(object).keys() {
            let field = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
            // No field is a number: of one that the code knows it says that the type is wrong.
            assert_ne!(reason(&field, &json!(1)), Some(ConfigReason::Unknown), "{field}");
        }
    }
    // And the other way round: what the code knows is in the schema.
    let facts: BTreeSet<&str> = Fact::ALL.iter().map(|fact| fact.name()).chain(["countries"]).collect();
    let told: BTreeSet<&str> = properties(&schema["properties"]["assumed"]).keys().map(String::as_str).collect();
    assert_eq!(told, facts);
    let source = include_str!("../src/config.rs");
    let (_, known) = source.split_once("const KNOWN").unwrap();
    let (known, _) = known.split_once("];").unwrap();
    let known: BTreeSet<&str> = known.split('"').skip(1).step_by(2).collect();
    assert_eq!(properties(&schema).keys().map(String::as_str).collect::<BTreeSet<_>>(), known);
}

/// The values that a field chooses from, as the code tells them when it gets another one.
fn values_of(field: &str, value: &Value) -> Vec<&'static str> {
    match reason(field, value) {
        Some(ConfigReason::NotOneOf(values)) => values,
        other => panic!("{field}: {other:?}"),
    }
}

#[test]
fn the_schema_knows_the_values_that_the_code_knows() {
    let schema = schema();
    let mut all = Vec::new();
    objects("", &schema, &mut all);
    let mut seen = 0;
    for (path, object) in all {
        for (name, property) in properties(object) {
            let field = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
            let (told, value) = match (&property["enum"], &property["items"]["enum"]) {
                (Value::Array(told), _) => (told, json!("?")),
                (_, Value::Array(told)) => (told, json!(["?"])),
                _ => continue,
            };
            let told: Vec<&str> = told.iter().filter_map(Value::as_str).collect();
            assert_eq!(told, values_of(&field, &value), "{field}");
            // What is assumed without the field is the first value, or what its description says.
            if let Some(default) = property["default"].as_str() {
                assert_eq!(Some(&default), told.first(), "{field}");
            }
            seen += 1;
        }
    }
    assert_eq!(seen, 13, "an enumeration was added: is it here?");
    let names = &schema["properties"]["packages"]["additionalProperties"]["properties"]["names"]["enum"];
    let told: Vec<&str> = names.as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert_eq!(told, values_of("packages.101.names", &json!("?")));
}

#[test]
fn each_field_is_in_the_documentation() {
    let text = include_str!("../docs/configuration.md");
    for name in properties(&schema()).keys() {
        assert!(text.contains(&format!("\n### `{name}` (")), "{name} has no part of its own");
    }
}

#[test]
fn each_sentence_for_operators_is_there_in_every_language() {
    // What is wrong is told to operators, who may read any of the languages: the field is named in each.
    for lang in Lang::ALL {
        let speech = Speech::of(lang, Pack::parse(&packs::file(lang)).map(Arc::new));
        for case in fixture(include_str!("fixtures/config/wrong.json")) {
            let error = config::parse(case["file"].as_str().unwrap()).unwrap_err();
            let said = speech.config_error(&error);
            assert!(said.contains(error.field.as_str()), "{lang:?}: {said}");
        }
    }
}
