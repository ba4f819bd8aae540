//! Fields that an installation asks beside the usual ones.
use serde_json::{Value, json};

use super::super::wire::{cell, choices, error};
use super::Call;

/// What a form asks besides.
#[derive(Debug, Default)]
pub struct Extras {
    fields: Vec<Value>,
    lists: Vec<Value>,
    labels: Vec<(&'static str, &'static str)>,
    required: Vec<&'static str>,
    values: Vec<(&'static str, &'static str)>,
}

impl Extras {
    /// A select with these entries.
    pub fn select(&mut self, name: &'static str, label: &'static str, keys: &[&str]) {
        self.lists.push(choices(name, keys));
        self.add(name, label, "select", json!({}));
    }

    /// A list beside a field of the usual ones: key, text, and the entry of another list that it belongs to.
    pub fn list(&mut self, name: &str, entries: &[(&str, &str, &str)]) {
        let entry = |(key, text, depend): &(&str, &str, &str)| json!({"$key": key, "$": text, "$depend": depend});
        self.lists.push(json!({"$name": name, "val": entries.iter().map(entry).collect::<Vec<_>>()}));
    }

    /// A line of text of at most so many characters.
    pub fn line(&mut self, name: &'static str, label: &'static str, max_length: usize) {
        self.add(name, label, "input", json!({"$type": "text", "$maxlength": max_length.to_string()}));
    }

    /// A check box.
    pub fn check_box(&mut self, name: &'static str, label: &'static str) {
        self.add(name, label, "input", json!({"$type": "checkbox"}));
    }

    /// Any control.
    pub fn add(&mut self, name: &'static str, label: &'static str, tag: &str, mut control: Value) {
        control["$name"] = name.into();
        self.fields.push(json!({"$name": name, tag: [control]}));
        self.labels.push((name, label));
    }

    /// The field `name` must be filled in, and the form says so.
    pub fn require(&mut self, name: &'static str) {
        self.required.push(name);
    }

    /// The form proposes this for `name`.
    pub fn propose(&mut self, name: &'static str, value: &'static str) {
        self.values.push((name, value));
    }

    /// Puts all of it into a form.
    pub fn add_to(&self, form: &mut Value) {
        let fields = form["metadata"]["form"]["page"][0]["field"].as_array_mut().unwrap();
        for mut field in self.fields.iter().cloned() {
            let name = field["$name"].as_str().unwrap().to_owned();
            if self.required.contains(&name.as_str()) {
                let (_, control) = field.as_object_mut().unwrap().iter_mut().find(|(_, v)| v.is_array()).unwrap();
                control[0]["$required"] = "yes".into();
            }
            fields.push(field);
        }
        form["slist"].as_array_mut().unwrap().extend(self.lists.iter().cloned());
        let labels: serde_json::Map<String, Value> =
            self.labels.iter().map(|(name, label)| ((*name).to_owned(), (*label).into())).collect();
        form["messages"] = json!({"msg": labels});
        for (name, value) in &self.values {
            form[*name] = cell(value);
        }
    }

    /// The refusal of a call that lacks something required.
    pub fn refusal(&self, call: &Call) -> Option<String> {
        let missing = self.required.iter().find(|name| call.field(name).unwrap_or_default().is_empty())?;
        Some(error("value", missing, "The value cannot be empty"))
    }
}
