//! When a form hides a field: `<if value="v" hide="field"/>` inside a control is documented; `empty`, `else` and `shadow`
//! are documented by name only, and read here as they are called.
use crate::billing::doc::{Object, cell, flag, objects};

/// A rule of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// The field whose value decides.
    pub control: String,
    /// The value that it has; empty: none.
    pub value: String,
    /// The rule is about every other value.
    pub is_inverted: bool,
    /// The field that is not asked then.
    pub hides: String,
}

/// The rules inside the control `name`.
pub(in crate::billing) fn rules(name: &str, control: &Object) -> Vec<Rule> {
    let mut found = Vec::new();
    for rule in objects(control.get("if")) {
        let value = if flag(rule, "empty", false) { String::new() } else { cell(rule, "value") };
        let otherwise = cell(rule, "else");
        let is_inverted = otherwise == "yes";
        let mut add = |hides: String, is_inverted| {
            if !hides.is_empty() {
                found.push(Rule { control: name.to_owned(), value: value.clone(), is_inverted, hides });
            }
        };
        // A field in the shadow is shown but takes nothing: it is not asked either.
        add(cell(rule, "hide"), is_inverted);
        add(cell(rule, "shadow"), is_inverted);
        if !is_inverted {
            add(otherwise, true);
        }
    }
    found
}

impl Rule {
    /// Whether it hides its field while its control has this value.
    pub fn bites(&self, value: &str) -> bool {
        (self.value == value) != self.is_inverted
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::json::from_serde;

    #[test]
    fn rules_are_read_in_every_form() {
        for (rule, value, hidden) in [
            (json!({"$value": "dns", "$hide": "mail"}), "dns", vec!["mail"]),
            (json!([{"$value": "dns", "$hide": "mail"}]), "mail", vec![]),
            (json!({"$empty": "yes", "$hide": "mail"}), "", vec!["mail"]),
            (json!({"value": "dns", "shadow": "mail"}), "dns", vec!["mail"]),
            (json!({"$value": "dns", "$hide": "mail", "$else": "yes"}), "mail", vec!["mail"]),
            (json!({"$value": "dns", "$hide": "mail", "$else": "record"}), "mail", vec!["record"]),
        ] {
            let control = from_serde(&json!({"if": rule}));
            let found = rules("method", control.as_object().unwrap());
            let bitten: Vec<&str> = found.iter().filter(|rule| rule.bites(value)).map(|rule| &*rule.hides).collect();
            assert_eq!(bitten, hidden, "{rule}");
        }
    }
}
