//! The dialects of JSON: `doc` with `$` before attributes and texts, or flat.

use serde_json::{Map, Value, json};

use super::json::Element;

/// How an answer is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// `json`, `xjson`, `sjson`.
    Doc,
    /// `bjson`.
    Flat,
}

/// Members of `doc` that are no form values: they stay where they are in the flat dialect. `pricelist` is one too where it
/// is a list, and the value of a form where it is a text.
const STRUCTURE: [&str; 9] = ["slist", "list", "metadata", "messages", "elem", "error", "ok", "user", "tparams"];

impl Dialect {
    /// The dialect that `out` names.
    pub fn read(out: &str) -> Option<Self> {
        match out {
            "json" | "xjson" | "sjson" => Some(Self::Doc),
            "bjson" => Some(Self::Flat),
            _ => None,
        }
    }

    /// The whole answer.
    pub fn tree(self, doc: Element) -> Value {
        match self {
            Self::Doc => json!({"doc": doc}),
            Self::Flat => flat(doc),
        }
    }
}

/// Without `doc`: values of a form and ids under `model`, lists and the like beside it. Assumed: the root's own attributes
/// are left out, as they are in the published examples.
fn flat(doc: Element) -> Value {
    let mut answer = Map::new();
    let mut model = Map::new();
    for (name, value) in doc.into_iter().filter(|(name, _)| !name.starts_with('$')) {
        let is_structure = STRUCTURE.contains(&name.as_str()) || name.starts_with("p_") || value.is_array();
        if is_structure {
            answer.insert(name, plain(value));
        } else {
            model.insert(name, scalar(value));
        }
    }
    if !model.is_empty() {
        answer.insert("model".to_owned(), model.into());
    }
    answer.into()
}

/// The text of a form value; its attributes are not in the published examples.
fn scalar(value: Value) -> Value {
    match value {
        Value::Object(mut element) if element.contains_key("$") => element.remove("$").unwrap_or_default(),
        other => plain(other),
    }
}

/// An element without `$`: only a text becomes the text, a text with attributes becomes their `value`. Assumed: of an
/// attribute and a child of the same name the child stays.
fn plain(value: Value) -> Value {
    match value {
        Value::Array(list) => list.into_iter().map(plain).collect(),
        Value::Object(mut element) if element.len() == 1 && element.contains_key("$") => {
            element.remove("$").unwrap_or_default()
        }
        Value::Object(element) => members(element).into(),
        scalar => scalar,
    }
}

fn members(element: Element) -> Element {
    let (own, children): (Vec<_>, Vec<_>) = element.into_iter().partition(|(name, _)| name.starts_with('$'));
    let attribute = |name: String| match name.trim_start_matches('$') {
        "" => "value".to_owned(),
        bare => bare.to_owned(),
    };
    let own = own.into_iter().map(|(name, value)| (attribute(name), value));
    own.chain(children.into_iter().map(|(name, value)| (name, plain(value)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(doc: &Value) -> Value {
        Dialect::Flat.tree(doc.as_object().unwrap().clone())
    }

    #[test]
    fn the_flat_dialect_has_the_documented_shapes() {
        for (doc, flat) in [
            (json!({"$func": "auth", "auth": {"$id": "S", "$level": "16", "$": "S"}}), json!({"model": {"auth": "S"}})),
            (json!({"$func": "x", "ok": {}}), json!({"ok": {}})),
            (json!({"ok": {"$": "func=order"}, "id": {"$": "5"}}), json!({"ok": "func=order", "model": {"id": "5"}})),
            (json!({"ok": {"$type": "url", "$": "/pay"}}), json!({"ok": {"type": "url", "value": "/pay"}})),
            (
                json!({"p_num": {"$": "1"}, "elem": [{"id": {"$": "1"}, "s": {"$": "on", "$orig": "2"}}]}),
                json!({"p_num": "1", "elem": [{"id": "1", "s": {"value": "on", "orig": "2"}}]}),
            ),
            (
                json!({"error": {"$type": "value", "msg": {"$": "No."}, "param": [{"$name": "object", "$": "CN"}]}}),
                json!({"error": {"type": "value", "msg": "No.", "param": [{"name": "object", "value": "CN"}]}}),
            ),
            (json!({"slist": [{"$name": "a", "val": []}]}), json!({"slist": [{"name": "a", "val": []}]})),
            (json!({"elem": [{"$x": "attribute", "x": {"$": "child"}}]}), json!({"elem": [{"x": "child"}]})),
        ] {
            assert_eq!(written(&doc), flat);
        }
    }
}
