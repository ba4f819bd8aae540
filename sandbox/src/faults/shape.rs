//! Faults in the form of an answer: the same content, written as other installations write it.

use serde_json::{Map, Value, json};

use super::fault::Fault;
use super::name::Name;
use crate::wire::dialect::Dialect;
use crate::wire::json::{Element, text};

/// The longest text that is taken for a number, in digits: longer ones are ids.
const LONGEST_NUMBER: usize = 15;

/// The body of an answer with this `doc`.
pub fn write(mut doc: Element, dialect: Dialect, faults: &[Fault]) -> String {
    let has = |name: Name| faults.iter().any(|fault| fault.name == name);
    if has(Name::ExtraFields) {
        add_fields(&mut doc);
    }
    let mut answer = dialect.tree(doc);
    if has(Name::OneAsObject) {
        unwrap_single(&mut answer);
    }
    if has(Name::PlainNumbers) {
        make_numbers(&mut answer);
    }
    if has(Name::Nested) {
        answer = nested(answer);
    }
    if has(Name::Reordered) { reversed(&answer) } else { answer.to_string() }
}

/// An attribute and a child that no client knows, in every element.
fn add_fields(element: &mut Element) {
    for value in element.values_mut() {
        match value {
            Value::Object(inner) => add_fields(inner),
            Value::Array(list) => list.iter_mut().filter_map(Value::as_object_mut).for_each(add_fields),
            _ => {}
        }
    }
    element.insert("$unknown_attribute".to_owned(), "x".into());
    element.insert("unknown_member".to_owned(), text("x"));
}

fn unwrap_single(value: &mut Value) {
    match value {
        Value::Object(members) => members.values_mut().for_each(unwrap_single),
        Value::Array(list) => {
            list.iter_mut().for_each(unwrap_single);
            if list.len() == 1
                && let Some(only) = list.pop()
            {
                *value = only;
            }
        }
        _ => {}
    }
}

fn make_numbers(value: &mut Value) {
    match value {
        Value::Object(members) => members.values_mut().for_each(make_numbers),
        Value::Array(list) => list.iter_mut().for_each(make_numbers),
        Value::String(text) if is_number(text) => {
            if let Ok(number) = text.parse::<u64>() {
                *value = number.into();
            }
        }
        _ => {}
    }
}

/// Digits without a zero before them.
fn is_number(text: &str) -> bool {
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    digits && (text == "0" || !text.starts_with('0')) && (1..=LONGEST_NUMBER).contains(&text.len())
}

/// `{"doc": {"doc": …}}`. Assumed for the flat dialect: one `doc` around everything.
fn nested(answer: Value) -> Value {
    match answer {
        Value::Object(mut members) if members.contains_key("doc") => {
            let inner = members.remove("doc").unwrap_or_default();
            json!({"doc": {"doc": inner}})
        }
        flat => json!({"doc": flat}),
    }
}

/// JSON with the members of every object from last to first.
fn reversed(value: &Value) -> String {
    let joined = |parts: Vec<String>| parts.join(",");
    match value {
        Value::Object(members) => format!("{{{}}}", joined(members_reversed(members))),
        Value::Array(list) => format!("[{}]", joined(list.iter().map(reversed).collect())),
        scalar => scalar.to_string(),
    }
}

fn members_reversed(members: &Map<String, Value>) -> Vec<String> {
    let member = |(name, value): (&String, &Value)| format!("{}:{}", Value::from(name.as_str()), reversed(value));
    members.iter().rev().map(member).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(fault: &str, dialect: Dialect) -> String {
        let doc = json!({
            "$func": "f",
            "elem": [{"id": {"$": "7"}, "zip": {"$": "007"}}],
            "list": [{"$name": "a"}, {"$name": "b"}],
        });
        write(doc.as_object().unwrap().clone(), dialect, &[Fault::parse(&json!({"fault": fault}).to_string()).unwrap()])
    }

    #[test]
    fn each_shape_says_the_same_in_another_way() {
        for (fault, expected) in [
            (
                "one_as_object",
                r#"{"doc":{"$func":"f","elem":{"id":{"$":"7"},"zip":{"$":"007"}},"list":[{"$name":"a"},{"$name":"b"}]}}"#,
            ),
            (
                "plain_numbers",
                r#"{"doc":{"$func":"f","elem":[{"id":{"$":7},"zip":{"$":"007"}}],"list":[{"$name":"a"},{"$name":"b"}]}}"#,
            ),
            (
                "nested",
                r#"{"doc":{"doc":{"$func":"f","elem":[{"id":{"$":"7"},"zip":{"$":"007"}}],"list":[{"$name":"a"},{"$name":"b"}]}}}"#,
            ),
            (
                "reordered",
                r#"{"doc":{"list":[{"$name":"a"},{"$name":"b"}],"elem":[{"zip":{"$":"007"},"id":{"$":"7"}}],"$func":"f"}}"#,
            ),
        ] {
            assert_eq!(written(fault, Dialect::Doc), expected, "{fault}");
        }
        assert_eq!(
            written("one_as_object", Dialect::Flat),
            r#"{"elem":{"id":"7","zip":"007"},"list":[{"name":"a"},{"name":"b"}]}"#
        );
        assert!(written("nested", Dialect::Flat).starts_with(r#"{"doc":{"elem":"#));
    }

    #[test]
    fn every_element_gets_something_unknown() {
        let text = written("extra_fields", Dialect::Doc);
        assert_eq!(text.matches("$unknown_attribute").count(), 6, "{text}");
        assert_eq!(text.matches("unknown_member").count(), 6);
    }
}
