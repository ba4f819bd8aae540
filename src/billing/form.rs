//! Forms as the billing system describes them: fields, choices, values (API reference 1.5 "Form").
use super::assumed::rule::{Rule, rules};
use super::doc::{Object, cell, flag, has, is_scalar, many, objects, shown, text};
use super::plain::plain;
use crate::domain::json::Json;

/// An entry of a select list (`slist`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Choice {
    /// What is sent.
    pub key: String,
    /// What is shown.
    pub text: String,
    /// Path of its picture; empty where there is none.
    pub image: String,
    /// The entry of another list that it belongs to; empty where there is none.
    pub depend: String,
}

/// A field that the form shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Field {
    /// Its name on the wire.
    pub name: String,
    /// Whether it may not be left empty.
    pub required: bool,
    /// How it is filled in.
    pub control: Control,
    /// Whether a customer can fill it in here: passwords and files are not asked for.
    pub is_fillable: bool,
    /// The most characters it takes.
    pub max_length: Option<usize>,
    /// Whether it takes Latin letters only (validator `certificatelatin`).
    pub is_latin: bool,
    /// What its value hides.
    pub rules: Vec<Rule>,
}

/// The validator of texts that go into the certificate (API reference 3.4); that it is named in the attribute `check` of a
/// field, like others, is inferred.
const LATIN: &str = "certificatelatin";

/// How a field is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Control {
    /// A line of text.
    Line,
    /// Several lines of text.
    Area,
    /// On or off.
    CheckBox,
    /// One of several.
    Select,
}

/// The entries of select list `name`: `val` (key and text), or bare `msg` (a key whose text is among the messages).
pub(super) fn choices(doc: &Object, name: &str) -> Vec<Choice> {
    let mut found = Vec::new();
    for list in objects(doc.get("slist")).filter(|list| cell(list, "name") == name) {
        found.extend(many(list.get("val")).iter().map(choice));
        found.extend(many(list.get("msg")).iter().map(|entry| {
            let key = text(Some(entry)).trim().to_owned();
            Choice { text: label(doc, &key), key, image: String::new(), depend: String::new() }
        }));
    }
    found
}

fn choice(entry: &Json) -> Choice {
    let shown = shown(Some(entry)).trim().to_owned();
    let member = |name| entry.as_object().map(|object| cell(object, name)).unwrap_or_default();
    let key = Some(member("key")).filter(|key| !key.is_empty() || has_key(entry)).unwrap_or_else(|| shown.clone());
    Choice { key, text: plain(&shown), image: member("image"), depend: member("depend") }
}

/// An entry may have an empty key on purpose: "please choose".
fn has_key(entry: &Json) -> bool {
    entry.as_object().is_some_and(|object| has(object, "key"))
}

/// The text of message `key`; the key itself where there is none. Messages come as a map or as a list.
pub(super) fn label(doc: &Object, key: &str) -> String {
    let named = |messages: &Object| {
        let mut list = many(messages.get("msg")).iter();
        let is_named = |msg: &&Json| msg.as_object().is_some_and(|msg| cell(msg, "name") == key);
        let listed = list.find(is_named).map(|msg| shown(Some(msg)));
        let mapped = objects(messages.get("msg")).find_map(|msg| msg.get(key)).map(|value| text(Some(value)));
        listed.or(mapped)
    };
    plain(&objects(doc.get("messages")).find_map(named).unwrap_or_else(|| key.to_owned()))
}

/// Names of all select lists, in their order.
pub(super) fn choice_names(doc: &Object) -> Vec<String> {
    objects(doc.get("slist")).map(|list| cell(list, "name")).collect()
}

/// The fields of the form that are not hidden, wherever in `metadata` they stand.
pub(super) fn fields(doc: &Object) -> Vec<Field> {
    let mut found = Vec::new();
    if let Some(metadata) = doc.get("metadata") {
        collect_fields(metadata, &mut found);
    }
    found
}

fn collect_fields(value: &Json, found: &mut Vec<Field>) {
    match value {
        Json::List(list) => list.iter().for_each(|item| collect_fields(item, found)),
        Json::Object(object) => {
            for (name, child) in object {
                if ["input", "select", "textarea", "slider"].contains(&name.as_str()) {
                    let shown = objects(Some(child)).filter(|control| cell(control, "type") != "hidden");
                    found.extend(shown.map(|control| field(name, control)));
                } else {
                    collect_fields(child, found);
                }
            }
        }
        _ => {}
    }
}

fn field(tag: &str, control: &Object) -> Field {
    let name = cell(control, "name");
    Field {
        required: flag(control, "required", false),
        control: match (tag, cell(control, "type").as_str()) {
            ("select", _) => Control::Select,
            ("textarea", _) => Control::Area,
            (_, "checkbox") => Control::CheckBox,
            _ => Control::Line,
        },
        is_fillable: !flag(control, "readonly", false)
            && !["password", "file"].contains(&cell(control, "type").as_str()),
        max_length: cell(control, "maxlength").parse().ok().filter(|most| *most > 0),
        is_latin: cell(control, "check") == LATIN,
        rules: rules(&name, control),
        name,
    }
}

/// The current value of field `name`; empty where it has none.
pub(super) fn value(doc: &Object, name: &str) -> String {
    doc.get(name).map(|value| text(Some(value)).trim().to_owned()).unwrap_or_default()
}

/// The names of the fields that may not be left empty.
pub(super) fn required(fields: &[Field]) -> Vec<String> {
    fields.iter().filter(|field| field.required && !field.name.is_empty()).map(|field| field.name.clone()).collect()
}

/// Whether the form asks for `name`. The flat dialect has no metadata: there the value's presence says so.
pub(super) fn asks(doc: &Object, fields: &[Field], name: &str) -> bool {
    fields.iter().any(|field| field.name == name) || (fields.is_empty() && doc.contains_key(name))
}

/// Whether the answer is a form at all.
pub(super) fn is_form(doc: &Object) -> bool {
    ["metadata", "slist", "csr"].iter().any(|name| has(doc, name))
}

/// The form's current values that are scalars and not empty: name and text.
pub(super) fn values(doc: &Object) -> impl Iterator<Item = (&str, String)> {
    doc.iter()
        .filter(|(name, value)| !name.starts_with('$') && is_scalar(value))
        .map(|(name, value)| (name.as_str(), text(Some(value))))
        .filter(|(_, text)| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::domain::json::from_serde;

    fn doc(value: &Value) -> Object {
        from_serde(value).as_object().cloned().unwrap()
    }

    #[test]
    fn a_field_is_found_in_every_shape_of_the_form() {
        let control = json!({"$type": "text", "$name": "CN", "$required": "yes"});
        for metadata in [
            json!({"form": {"page": [{"$name": "main", "field": [{"$name": "CN", "input": [control]}]}]}}),
            json!({"form": {"page": {"field": {"$name": "CN", "input": control}}}}),
            json!({"form": {"field": {"select": control}}}),
            json!({"form": [{"page": {"section": {"field": {"textarea": control}}}}]}),
        ] {
            let found = fields(&doc(&json!({"metadata": metadata})));
            let shown: Vec<_> = found.iter().map(|field| (field.name.as_str(), field.required)).collect();
            assert_eq!(shown, [("CN", true)], "{metadata}");
        }
    }

    #[test]
    fn hidden_fields_are_not_asked() {
        let page = json!([{"input": {"$type": "hidden", "$name": "a"}}, {"input": {"$name": "b", "$required": "no"}}]);
        let form = doc(&json!({"metadata": {"form": {"page": {"field": page}}}, "a": "1"}));
        let found = fields(&form);
        assert!(!asks(&form, &found, "a") && asks(&form, &found, "b"));
        assert!(required(&found).is_empty());
    }

    #[test]
    fn choices_come_with_keys_texts_or_labels() {
        let form = doc(&json!({
            "messages": {"msg": {"yes": "Yes, <b>please</b>"}},
            "slist": [
                {"$name": "x", "val": [
                    {"$key": "182", "$": "Russia", "$image": "/RU.png"}, {"$key": "", "$": "-"}, "plain", {"$": 7},
                ]},
                {"$name": "y", "msg": [{"$": "yes"}, "no"]},
            ],
        }));
        let choices = |name| -> Vec<String> {
            choices(&form, name).into_iter().map(|c| format!("{}|{}|{}", c.key, c.text, c.image)).collect()
        };
        assert_eq!(choices("x"), ["182|Russia|/RU.png", "|-|", "plain|plain|", "7|7|"]);
        assert_eq!(choices("y"), ["yes|Yes, please|", "no|no|"]);
        assert_eq!(choice_names(&form), ["x", "y"]);
    }

    #[test]
    fn labels_are_found_in_a_list_too() {
        let form = doc(&json!({
            "messages": [{"$name": "m", "msg": {"$name": "yes", "$": "Yes"}}],
            "slist": {"$name": "y", "msg": "yes"},
        }));
        assert_eq!(choices(&form, "y").first().unwrap().text, "Yes");
    }

    #[test]
    fn values_are_scalars_only() {
        let form =
            doc(&json!({"$func": "f", "a": {"$": "1"}, "b": 2, "c": {}, "d": "", "e": {"x": {"$": "1"}}, "f": []}));
        let found: Vec<_> = values(&form).map(|(name, text)| format!("{name}={text}")).collect();
        assert_eq!(found, ["a=1", "b=2"]);
    }
}
