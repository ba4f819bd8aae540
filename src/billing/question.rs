//! Fields that this form does not know: shown as the billing system describes them, and sent back under their names.
use super::doc::Object;
use super::form::{Control, Field, choices, label, value};
use super::plain::plain;

/// A field of the billing system's form that is none of ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its name on the wire.
    pub name: String,
    /// What it is called, in the language asked for.
    pub label: String,
    /// How it is answered.
    pub control: Control,
    /// What can be chosen: what is sent, and what is shown. Only for [`Control::Select`].
    pub choices: Vec<(String, String)>,
    /// Whether it may not be left empty.
    pub required: bool,
    /// The most characters it takes; `None` where the form names no limit.
    pub max_length: Option<usize>,
    /// The answer that the form itself proposes; may be empty.
    pub proposed: String,
}

/// Asked where the form has it, required or not, since it is the customer's to decide: whether to renew by itself
/// (API reference 4.3).
const ALWAYS_ASKED: &str = "autoprolong";
/// Acceptance of the terms: nothing is ordered without it, and it is never given for the customer (API reference 4.3).
const LICENCE: &str = "licence_agreement";

/// The questions among `fields`: whatever `is_ours` does not name.
pub(super) fn questions(doc: &Object, fields: &[Field], is_ours: impl Fn(&str) -> bool) -> Vec<Question> {
    let mut found: Vec<Question> = Vec::new();
    for field in fields.iter().filter(|field| !field.name.is_empty() && field.is_fillable && !is_ours(&field.name)) {
        if !found.iter().any(|known| known.name == field.name) {
            found.push(question(doc, field));
        }
    }
    found
}

fn question(doc: &Object, field: &Field) -> Question {
    let choices: Vec<(String, String)> =
        choices(doc, &field.name).into_iter().map(|choice| (choice.key, choice.text)).collect();
    // Whatever has a list is chosen from it: radio buttons too.
    let control = if choices.is_empty() { field.control } else { Control::Select };
    Question {
        label: plain(&label(doc, &field.name)),
        control,
        required: field.required || field.name == LICENCE,
        max_length: field.max_length,
        proposed: if field.name == LICENCE { String::new() } else { value(doc, &field.name) },
        name: field.name.clone(),
        choices,
    }
}

impl Question {
    /// Whether the customer is asked even if nothing has to be answered.
    pub fn is_always_asked(&self) -> bool {
        self.required || self.name == ALWAYS_ASKED
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::billing::form::fields;
    use crate::domain::json::from_serde;

    #[test]
    fn each_kind_of_field_is_described() {
        let page = json!([
            {"$name": "ours", "input": {"$name": "ours", "$type": "text", "$required": "yes"}},
            {"$name": "server", "select": {"$name": "server", "$required": "yes"}},
            {"$name": "note", "input": {"$name": "note", "$type": "text", "$maxlength": "20"}},
            {"$name": "more", "textarea": {"$name": "more"}},
            {"$name": "licence_agreement", "input": {"$name": "licence_agreement", "$type": "checkbox"}},
            {"$name": "secret", "input": {"$name": "secret", "$type": "password", "$required": "yes"}},
            {"$name": "fixed", "input": {"$name": "fixed", "$type": "text", "$readonly": "yes"}},
            {"$name": "way", "input": [{"$name": "way", "$type": "radio"}, {"$name": "way", "$type": "radio"}]},
        ]);
        let doc = from_serde(&json!({
            "metadata": {"form": {"page": {"field": page}}},
            "messages": {"msg": {"server": "Server <b>software</b>", "note": "Note"}},
            "slist": [
                {"$name": "server", "val": [{"$key": "nginx", "$": "nginx"}, {"$key": "other", "$": "Other"}]},
                {"$name": "way", "val": [{"$key": "a", "$": "A"}]},
            ],
            "server": {"$": "nginx"}, "licence_agreement": {"$": "on"},
        }));
        let doc = doc.as_object().unwrap();
        let found = questions(doc, &fields(doc), |name| name == "ours");
        let shown: Vec<String> = found
            .iter()
            .map(|q| {
                let (count, length) = (q.choices.len(), q.max_length.unwrap_or_default());
                format!("{} {:?} {} {count} {length} {:?} {}", q.name, q.control, q.label, q.proposed, q.required)
            })
            .collect();
        assert_eq!(
            shown,
            [
                r#"server Select Server software 2 0 "nginx" true"#,
                r#"note Line Note 0 20 "" false"#,
                r#"more Area more 0 0 "" false"#,
                r#"licence_agreement CheckBox licence_agreement 0 0 "" true"#,
                r#"way Select way 1 0 "" false"#,
            ]
        );
    }
}
