//! What was answered to a question of the billing system, as it is stored.
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::draft::STORED_LIMIT;
use crate::domain::json::Json;

/// An answer to a question of the billing system.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AnswerDraft {
    /// The field's name on the wire.
    pub name: String,
    /// What was typed or chosen; check boxes are `on` or empty.
    pub text: String,
    /// Whether the request's form asks it, so that it goes out with the request.
    pub early: bool,
}

impl AnswerDraft {
    /// Takes back what was stored.
    pub(super) fn from_json(value: &Json) -> Self {
        let text = |name| value.get(name).and_then(Json::as_text).unwrap_or_default().to_owned();
        let early = value.get("early").and_then(Json::as_bool).unwrap_or_default();
        Self { name: text("name"), text: text("text"), early }
    }
}

impl Serialize for AnswerDraft {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("name", &self.name)?;
        map.serialize_entry("text", if self.text.len() <= STORED_LIMIT { self.text.as_str() } else { "" })?;
        map.serialize_entry("early", &self.early)?;
        map.end()
    }
}
