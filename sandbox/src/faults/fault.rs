//! One switch as it is given on the command line and to `/sandbox/faults`: a JSON object.

use serde_json::{Map, Value, json};

use super::name::{Name, Stage};
use crate::site::Origin;
use crate::wire::params::Params;

/// The members a switch may have.
const MEMBERS: &str = "fault, func, button, submits, skip, times, millis, text, skip_polls";

/// A fault that is switched on, and for which calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub(super) name: Name,
    func: Option<String>,
    button: Option<String>,
    submits: Option<bool>,
    pub(super) skip: u64,
    pub(super) times: Option<u64>,
    pub(super) millis: u64,
    pub(super) text: String,
    pub(super) skip_polls: u64,
}

impl Fault {
    /// Reads one from JSON text.
    ///
    /// # Errors
    ///
    /// A sentence that says what is wrong with it.
    pub fn parse(json: &str) -> Result<Self, String> {
        let value: Value = serde_json::from_str(json).map_err(|_| format!("a fault is a JSON object, not {json}"))?;
        Self::read(&value)
    }

    /// Reads one from JSON.
    ///
    /// # Errors
    ///
    /// A sentence that says what is wrong with it.
    pub(crate) fn read(value: &Value) -> Result<Self, String> {
        let object = value.as_object().ok_or_else(|| format!("a fault is a JSON object, not {value}"))?;
        if let Some(unknown) = object.keys().find(|key| !MEMBERS.split(", ").any(|known| known == *key)) {
            return Err(format!("a fault has no member {unknown}; it may have {MEMBERS}"));
        }
        let name = text(object, "fault")?.unwrap_or_default();
        let name =
            Name::read(&name).ok_or_else(|| format!("no fault is called '{name}'; known are {}", Name::all()))?;
        let fault = Self {
            name,
            func: text(object, "func")?,
            button: text(object, "button")?,
            submits: flag(object, "submits")?,
            skip: number(object, "skip")?.unwrap_or(0),
            times: number(object, "times")?,
            millis: number(object, "millis")?.unwrap_or(0),
            text: text(object, "text")?.unwrap_or_default(),
            skip_polls: number(object, "skip_polls")?.unwrap_or(1),
        };
        fault.checked(object)
    }

    /// Refuses what the fault cannot work with.
    fn checked(self, object: &Map<String, Value>) -> Result<Self, String> {
        let name = self.name.text();
        let filters = ["func", "button", "submits", "skip", "times"];
        if self.name.stage() == Stage::Installation && filters.iter().any(|member| object.contains_key(*member)) {
            return Err(format!("{name} holds for the whole installation: it takes none of {}", filters.join(", ")));
        }
        match self.name {
            Name::Error if self.text.split_once('/').is_none_or(|(kind, _)| kind.is_empty()) => {
                Err(format!("{name} needs \"text\":\"TYPE/OBJECT\""))
            }
            Name::Cors if Origin::read(&self.text).is_none() => {
                Err(format!("{name} needs \"text\" with an origin such as https://shop.example"))
            }
            Name::Latency if self.millis == 0 => Err(format!("{name} needs \"millis\"")),
            _ => Ok(self),
        }
    }

    /// Whether the call is one of those it is for.
    pub(super) fn is_for(&self, params: &Params) -> bool {
        let same = |wanted: &Option<String>, sent: &str| wanted.as_deref().is_none_or(|wanted| wanted == sent);
        same(&self.func, params.get("func"))
            && same(&self.button, params.get("clicked_button"))
            && self.submits.is_none_or(|submits| submits == params.has("sok"))
    }

    /// Whether it asks for Russian.
    pub(crate) fn is_russian(&self) -> bool {
        self.name == Name::Russian
    }

    /// As `/sandbox/faults` lists it: what was given, and how often it has bitten.
    pub(super) fn to_json(&self, bitten: u64) -> Value {
        let mut object = json!({"fault": self.name.text(), "bitten": bitten, "skip": self.skip});
        let given = [
            ("func", self.func.clone().map(Value::from)),
            ("button", self.button.clone().map(Value::from)),
            ("submits", self.submits.map(Value::from)),
            ("times", self.times.map(Value::from)),
            ("millis", (self.millis > 0).then(|| self.millis.into())),
            ("text", (!self.text.is_empty()).then(|| self.text.clone().into())),
            ("skip_polls", (self.name == Name::LongOperation).then(|| self.skip_polls.into())),
        ];
        if let Some(members) = object.as_object_mut() {
            members.extend(given.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
        }
        object
    }
}

fn text(object: &Map<String, Value>, name: &str) -> Result<Option<String>, String> {
    let read =
        |value: &Value| value.as_str().map(str::to_owned).ok_or_else(|| format!("{name} is a text, not {value}"));
    object.get(name).map(read).transpose()
}

fn number(object: &Map<String, Value>, name: &str) -> Result<Option<u64>, String> {
    let read = |value: &Value| value.as_u64().ok_or_else(|| format!("{name} is a whole number from 0, not {value}"));
    object.get(name).map(read).transpose()
}

fn flag(object: &Map<String, Value>, name: &str) -> Result<Option<bool>, String> {
    let read = |value: &Value| value.as_bool().ok_or_else(|| format!("{name} is true or false, not {value}"));
    object.get(name).map(read).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_said_in_a_sentence() {
        for (json, part) in [
            ("", "JSON object"),
            ("[]", "JSON object"),
            ("{}", "known are one_as_object, "),
            (r#"{"fault":"Html"}"#, "'Html'"),
            (r#"{"fault":"html","every":2}"#, "no member every"),
            (r#"{"fault":"html","skip":-1}"#, "skip is a whole number"),
            (r#"{"fault":"html","submits":"yes"}"#, "submits is true or false"),
            (r#"{"fault":"html","func":1}"#, "func is a text"),
            (r#"{"fault":"latency"}"#, "millis"),
            (r#"{"fault":"error","text":"limit"}"#, "TYPE/OBJECT"),
            (r#"{"fault":"cors","text":"*"}"#, "origin"),
            (r#"{"fault":"cors","text":"https://a.example/"}"#, "origin"),
            (r#"{"fault":"cors","text":"https://a.example","times":1}"#, "whole installation"),
        ] {
            let reason = Fault::parse(json).unwrap_err();
            assert!(reason.contains(part), "{json}: {reason}");
        }
    }

    #[test]
    fn the_filter_is_exact() {
        let fault = r#"{"fault":"html","func":"basket","button":"delete","submits":true}"#;
        let fault = Fault::parse(fault).unwrap();
        for (query, fits) in [
            ("func=basket&clicked_button=delete&sok=ok", true),
            ("func=basket&clicked_button=delete", false),
            ("func=basket&clicked_button=&sok=ok", false),
            ("func=basket.x&clicked_button=delete&sok=ok", false),
        ] {
            assert_eq!(fault.is_for(&Params::parse(query, b"")), fits, "{query}");
        }
        assert!(Fault::parse(r#"{"fault":"html"}"#).unwrap().is_for(&Params::parse("", b"")));
    }
}
