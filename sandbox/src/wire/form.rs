//! Builds form answers: metadata, labels, select lists, current values and hidden carry-over.

use std::fmt::Display;

use serde_json::{Map, Value, json};

use super::json::{Element, element, list, text};
use super::labels::label;
use super::params::Params;

/// One entry of a select list.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What is sent.
    pub key: String,
    /// What is shown.
    pub text: String,
    /// Path of a picture, e.g. a flag.
    pub image: Option<String>,
    /// For a list beside a phone number: the country's code and the mask of its numbers, which may be empty.
    pub phone: Option<(i64, &'static str)>,
}

impl Choice {
    /// An entry without picture.
    pub fn new(key: impl Display, text: impl Into<String>) -> Self {
        Self { key: key.to_string(), text: text.into(), image: None, phone: None }
    }
}

/// A form under construction. Fields keep the order in which they are added.
pub struct Form<'a> {
    func: &'a str,
    params: &'a Params,
    fields: Vec<Value>,
    names: Vec<String>,
    labels: Element,
    values: Element,
    select_lists: Vec<Value>,
    lists: Vec<Value>,
}

impl<'a> Form<'a> {
    /// An empty form of the function `func`; current values come from `params`.
    pub fn new(func: &'a str, params: &'a Params) -> Self {
        Self {
            func,
            params,
            fields: Vec::new(),
            names: Vec::new(),
            labels: Element::new(),
            values: Element::new(),
            select_lists: Vec::new(),
            lists: Vec::new(),
        }
    }

    /// A one-line text; `check` names a validator such as `email`, or is empty.
    pub fn input(&mut self, name: &str, required: bool, check: &str) -> &mut Self {
        let mut control = element([("$type", "text".to_owned())]);
        if !check.is_empty() {
            control.insert("$check".to_owned(), check.into());
        }
        self.field("input", name, control, required)
    }

    /// A check box.
    pub fn checkbox(&mut self, name: &str) -> &mut Self {
        let control = element([("$type", "checkbox".to_owned())]);
        self.field("input", name, control, false)
    }

    /// Sets an attribute or child of the control that was added last.
    pub fn attribute(&mut self, name: &str, value: Value) -> &mut Self {
        let mut controls = self.fields.last_mut().and_then(Value::as_object_mut).into_iter().flat_map(Map::values_mut);
        let control = controls.find_map(|control| control.get_mut(0)?.as_object_mut());
        if let Some(control) = control {
            control.insert(name.to_owned(), value);
        }
        self
    }

    /// A text of several lines.
    pub fn textarea(&mut self, name: &str) -> &mut Self {
        self.field("textarea", name, Element::new(), false)
    }

    /// A text for display; its value is `content`.
    pub fn textdata(&mut self, name: &str, content: &str) -> &mut Self {
        self.field("textdata", name, Element::new(), false).value(name, content)
    }

    /// A select with its list.
    pub fn select(&mut self, name: &str, required: bool, choices: Vec<Choice>) -> &mut Self {
        let entry = |choice: Choice| {
            let mut entry = element([("$key", choice.key), ("$", choice.text)]);
            if let Some(image) = choice.image {
                entry.insert("$image".to_owned(), image.into());
            }
            if let Some((code, mask)) = choice.phone {
                entry.insert("$phonecode".to_owned(), code.to_string().into());
                entry.insert("$phoneformat".to_owned(), mask.into());
            }
            Value::Object(entry)
        };
        let entries: Vec<Value> = choices.into_iter().map(entry).collect();
        self.select_lists.push(json!({"$name": name, "val": entries}));
        self.field("select", name, Element::new(), required)
    }

    /// A list inside the form.
    pub fn list(&mut self, name: &str, rows: Vec<Element>) -> &mut Self {
        self.lists.push(list(name, rows));
        self
    }

    /// Sets the current value of `name`, whatever the request said.
    pub fn value(&mut self, name: &str, value: &str) -> &mut Self {
        self.values.insert(name.to_owned(), text(value));
        self
    }

    /// Sets the current value of `name` if the request gave none.
    pub fn default(&mut self, name: &str, value: &str) -> &mut Self {
        if self.params.has(name) {
            return self;
        }
        self.value(name, value)
    }

    /// A hidden field holding `value`.
    pub fn hidden(&mut self, name: &str, value: &str) -> &mut Self {
        let control = element([("$type", "hidden".to_owned())]);
        self.field("input", name, control, false).value(name, value)
    }

    fn field(&mut self, tag: &str, name: &str, mut control: Element, required: bool) -> &mut Self {
        control.insert("$name".to_owned(), name.into());
        if required {
            control.insert("$required".to_owned(), "yes".into());
        }
        self.fields.push(json!({"$name": name, tag: [control]}));
        self.names.push(name.to_owned());
        self.labels.insert(name.to_owned(), label(name).into());
        let value = self.params.get(name);
        self.value(name, value)
    }

    /// The finished `doc`. What was sent and has no field of its own goes along as hidden fields, so that the next
    /// request can carry it: the server keeps no wizard state.
    pub fn into_doc(mut self) -> Element {
        let mut sent = Element::new();
        for (name, value) in self.params.echoable() {
            sent.insert(name.to_owned(), text(value));
            if !self.names.iter().any(|known| known == name) {
                self.hidden(name, value);
            }
        }
        let mut doc = self.values;
        doc.insert("$func".to_owned(), self.func.into());
        doc.insert("tparams".to_owned(), sent.into());
        doc.insert("messages".to_owned(), json!({"msg": self.labels}));
        doc.insert(
            "metadata".to_owned(),
            json!({
                "$name": self.func,
                "$type": "form",
                "form": {"page": [{"$name": "main", "field": self.fields}]},
            }),
        );
        if !self.select_lists.is_empty() {
            doc.insert("slist".to_owned(), self.select_lists.into());
        }
        if !self.lists.is_empty() {
            doc.insert("list".to_owned(), self.lists.into());
        }
        doc
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_keep_their_order_and_the_rest_is_carried_hidden() {
        let params = Params::parse("CN=a.example&period=12&auth=secret&sok=ok", b"");
        let mut form = Form::new("certificate.order.csr", &params);
        form.select("crt_type", true, vec![Choice::new("exist", "Existing")])
            .default("crt_type", "exist")
            .input("CN", true, "domain");
        let doc = Value::from(form.into_doc());
        let fields = &doc["metadata"]["form"]["page"][0]["field"];
        assert_eq!(fields[0], json!({"$name": "crt_type", "select": [{"$name": "crt_type", "$required": "yes"}]}));
        assert_eq!(fields[1]["input"][0]["$check"], "domain");
        assert_eq!(fields[2]["input"][0], json!({"$type": "hidden", "$name": "period"}));
        assert_eq!(doc["period"]["$"], "12");
        assert_eq!(doc["crt_type"]["$"], "exist");
        assert_eq!(doc["slist"][0]["val"][0]["$key"], "exist");
        assert_eq!(doc["messages"]["msg"]["CN"], "Domain name");
        assert!(!doc.to_string().contains("secret"));
    }

    #[test]
    fn a_sent_name_cannot_replace_the_structure() {
        let params = Params::parse("metadata=x&slist=y&messages=z&tparams=t", b"");
        let doc = Value::from(Form::new("basket", &params).into_doc());
        assert_eq!(doc["metadata"]["$type"], "form");
        assert!(doc["messages"]["msg"].is_object());
    }
}
