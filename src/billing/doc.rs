//! The dialects of BILLmanager's JSON made plain: `doc`/`$`, and the flat `bjson` (API reference 1.5, 9.1).
use super::assumed::OWN_TEXT;
use super::body::instead_of_json;
use super::error::{ApiError, BillingError};
use super::http::Reply;
use crate::domain::json::{self, Json};

/// An element: attributes as `$name`, children as `name`, its text as `$`. In `bjson` attributes are `name` as well.
pub(super) use crate::domain::json::Object;

/// How answers are asked for (`out`). The first three read the same: their difference is undocumented (Q15).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Dialect {
    /// `json`.
    #[default]
    Json,
    /// `xjson`.
    Xjson,
    /// `sjson`.
    Sjson,
    /// `bjson`: flat, the values of a form under `model`.
    Bjson,
}

impl Dialect {
    /// The value of `out`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Xjson => "xjson",
            Self::Sjson => "sjson",
            Self::Bjson => "bjson",
        }
    }
}

impl Dialect {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Json, Self::Xjson, Self::Sjson, Self::Bjson];

    /// The dialect with this value of `out`.
    pub fn from_text(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|dialect| dialect.as_str() == text)
    }
}

/// The longest answer that is read, in bytes; a price list of some thousand packages stays below it.
const LIMIT: usize = 4 * 1024 * 1024;

/// The members of `doc`. What lies deeper in `doc.doc` (re-tuned forms) or `model` (`bjson`) is lifted up and wins over
/// what was above it.
pub(super) fn read(reply: Reply) -> Result<Object, BillingError> {
    let response = reply?;
    if response.status != 200 {
        return Err(BillingError::Status(response.status));
    }
    if response.body.len() > LIMIT {
        return Err(BillingError::Unexpected("an answer of at most 4 MB"));
    }
    let body = response.body.trim_start_matches('\u{feff}');
    let value = json::read(body).map_err(|at| instead_of_json(body, at))?;
    let Json::Object(mut doc) = value else { return Err(BillingError::Unexpected("doc")) };
    while let Some(inner) = doc.take_object("doc").or_else(|| take_model(&mut doc)) {
        doc.extend(inner);
    }
    match many(member(&doc, "error")).first() {
        None | Some(Json::Bool(false)) => Ok(doc),
        Some(error) => Err(BillingError::Api(ApiError::read(error))),
    }
}

/// Takes the values of a `bjson` form out. The scalars beside them are attributes of the answer (`func`, `lang` …) and
/// are named so: no value of the form must be made of them.
fn take_model(doc: &mut Object) -> Option<Object> {
    let model = doc.take_object("model")?;
    let is_attribute = |name: &str, value: &Json| {
        !name.starts_with('$') && !matches!(value, Json::List(_) | Json::Object(_) | Json::Null)
    };
    doc.rename(|name, value| is_attribute(name, value).then(|| format!("${name}")));
    Some(model)
}

/// Reads the answer of an action of which nothing but success is of interest.
pub(super) fn read_done(reply: Reply) -> Result<(), BillingError> {
    let doc = read(reply)?;
    // Anti-robot pages may be JSON too: a sign of the billing system itself is wanted.
    if has_ok(&doc) || has(&doc, "func") { Ok(()) } else { Err(BillingError::Unexpected("ok")) }
}

/// Whether an action says that it is done: there is an `ok`, be it empty.
pub(super) fn has_ok(doc: &Object) -> bool {
    member(doc, "ok").is_some_and(|ok| *ok != Json::Bool(false))
}

/// What `ok` says to do next, such as `func=order`; empty where it says no more than that it is done.
pub(super) fn instruction(doc: &Object) -> String {
    let said = cell(doc, "ok");
    if ["on", "ok", "yes", "true", "1"].contains(&said.as_str()) { String::new() } else { said }
}

fn own_text(object: &Object) -> Option<&Json> {
    object.get("$").or_else(|| OWN_TEXT.iter().find_map(|name| object.get(name)))
}

/// Whether an element holds no others, but only text and attributes.
pub(super) fn is_scalar(value: &Json) -> bool {
    let is_flat = |object: &Object| !object.iter().any(|(_, value)| matches!(value, Json::List(_) | Json::Object(_)));
    match value {
        Json::Object(object) if object.iter().all(|(name, _)| name.starts_with('$')) => true,
        Json::Object(object) => is_flat(object) && own_text(object).is_some(),
        Json::List(_) => false,
        _ => true,
    }
}

/// The text of a value: `$orig` (raw) before `$` (displayed), a string, a number; of a list its first; else empty.
pub(super) fn text(value: Option<&Json>) -> String {
    match value {
        Some(Json::Text(text) | Json::Number(text)) => text.clone(),
        Some(Json::Bool(flag)) => if *flag { "on" } else { "off" }.to_owned(),
        Some(Json::List(list)) => text(list.first()),
        Some(Json::Object(object)) => text(member(object, "orig").or_else(|| own_text(object))),
        Some(Json::Null) | None => String::new(),
    }
}

/// The text of a value as it is displayed: `$` before `$orig`.
pub(super) fn shown(value: Option<&Json>) -> String {
    text(value.and_then(Json::as_object).and_then(own_text).or(value))
}

/// The value of child or attribute `name`.
pub(super) fn member<'a>(object: &'a Object, name: &str) -> Option<&'a Json> {
    let attribute = || object.iter().find(|(own, _)| own.strip_prefix('$') == Some(name)).map(|(_, value)| value);
    object.get(name).or_else(attribute)
}

/// Whether there is a child or attribute `name`.
pub(super) fn has(object: &Object, name: &str) -> bool {
    member(object, name).is_some()
}

/// The trimmed text of child or attribute `name`; empty where there is none.
pub(super) fn cell(object: &Object, name: &str) -> String {
    text(member(object, name)).trim().to_owned()
}

/// As [`cell`], `None` where there is no text.
pub(super) fn some_cell(object: &Object, name: &str) -> Option<String> {
    Some(cell(object, name)).filter(|text| !text.is_empty())
}

/// As [`cell`], but what is displayed (`$`) before what is raw (`$orig`).
pub(super) fn shown_cell(object: &Object, name: &str) -> String {
    shown(member(object, name)).trim().to_owned()
}

/// Whether child or attribute `name` says yes; `default` where it says nothing.
pub(super) fn flag(object: &Object, name: &str, default: bool) -> bool {
    match cell(object, name).as_str() {
        "" => default,
        "off" | "no" | "false" | "0" => false,
        _ => true,
    }
}

/// A list that may be missing, or one element without its list.
pub(super) fn many(value: Option<&Json>) -> &[Json] {
    match value {
        None | Some(Json::Null) => &[],
        Some(Json::List(list)) => list,
        Some(one) => std::slice::from_ref(one),
    }
}

/// The objects of such a list.
pub(super) fn objects(value: Option<&Json>) -> impl Iterator<Item = &Object> {
    many(value).iter().filter_map(Json::as_object)
}

/// The element `value`, or the first of a list of them.
pub(super) fn object(value: Option<&Json>) -> Option<&Object> {
    objects(value).next()
}

/// The rows of the inner list `name` (`doc.list[$name].elem[]`); none where there is no such list.
pub(super) fn inner_rows<'a>(doc: &'a Object, name: &str) -> Vec<&'a Object> {
    objects(doc.get("list"))
        .filter(|list| cell(list, "name") == name)
        .flat_map(|list| objects(list.get("elem")))
        .collect()
}

/// The rows of a list function. An empty list has no `elem` at all, so another sign of a list is needed: without one
/// "nothing there" and "not a list" would be the same.
pub(super) fn rows<'a>(doc: &'a Object, func: &str) -> Result<Vec<&'a Object>, BillingError> {
    let is_list = ["elem", "p_elems", "p_num"].iter().any(|name| has(doc, name)) || cell(doc, "func") == func;
    if is_list { Ok(objects(doc.get("elem")).collect()) } else { Err(BillingError::Unexpected("elem")) }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::billing::http::{HttpResponse, TransportError};
    use crate::domain::json::from_serde;

    fn answer(status: u16, body: &str) -> HttpResponse {
        HttpResponse { status, body: body.to_owned() }
    }

    #[test]
    fn every_wrapping_gives_the_same_members() {
        for body in [
            r#"{"doc": {"a": {"$": "1"}}}"#,
            r#"{"a": "1"}"#,
            r#"{"doc": {"a": {"$": "0"}, "doc": {"a": {"$": "1"}}}}"#,
            r#"{"model": {"a": 1}}"#,
            "\u{feff}{\"doc\": {\"a\": [{\"$\": \"one\", \"$orig\": \" 1 \"}]}}",
        ] {
            assert_eq!(cell(&read(Ok(answer(200, body))).unwrap(), "a"), "1", "{body}");
        }
    }

    #[test]
    fn what_is_no_answer_has_its_error() {
        let (deep, deep_objects) = ("[".repeat(1_000_000), "{\"doc\":".repeat(500_000));
        let long = format!("{{\"a\": \"{}\"}}", "x".repeat(LIMIT));
        for (reply, error) in [
            (Err(TransportError::Unreachable), BillingError::Unreachable),
            (Err(TransportError::Offline), BillingError::Offline),
            (Err(TransportError::Refused), BillingError::Refused),
            (Err(TransportError::TimedOut), BillingError::TimedOut),
            (Ok(answer(502, "{}")), BillingError::Status(502)),
            (Ok(answer(200, "")), BillingError::NotJson),
            (Ok(answer(200, "\u{feff}<html>")), BillingError::Html),
            (Ok(answer(200, &deep)), BillingError::NotJson),
            (Ok(answer(200, &deep_objects)), BillingError::NotJson),
            (Ok(answer(200, r#"{"doc": {"ok":"#)), BillingError::Truncated),
            (Ok(answer(200, "[]")), BillingError::Unexpected("doc")),
            (Ok(answer(200, &long)), BillingError::Unexpected("an answer of at most 4 MB")),
        ] {
            assert_eq!(read(reply), Err(error));
        }
        for body in [r#"{"doc": {"error": {"$type": "access"}}}"#, r#"{"error": [{"type": "access"}]}"#] {
            assert!(read(Ok(answer(200, body))).unwrap_err().is_session_end(), "{body}");
        }
    }

    #[test]
    fn an_action_without_any_sign_of_success_is_none() {
        assert_eq!(read_done(Ok(answer(200, r#"{"doc": {"ok": {}}}"#))), Ok(()));
        assert_eq!(read_done(Ok(answer(200, r#"{"doc": {"$func": "logon"}}"#))), Ok(()));
        assert_eq!(read_done(Ok(answer(200, r#"{"func": "logon"}"#))), Ok(()));
        for body in [r#"{"captcha": "failed"}"#, r#"{"ok": false}"#] {
            assert_eq!(read_done(Ok(answer(200, body))), Err(BillingError::Unexpected("ok")), "{body}");
        }
    }

    #[test]
    fn displayed_and_raw_text_are_told_apart() {
        let row = from_serde(&json!({"status": {"$": "Active", "$orig": "2"}, "n": 7, "flag": true}));
        let row = row.as_object().unwrap();
        assert_eq!((cell(row, "status"), shown_cell(row, "status")), ("2".into(), "Active".into()));
        assert_eq!((shown_cell(row, "n"), cell(row, "flag"), some_cell(row, "x")), ("7".into(), "on".into(), None));
        assert!(flag(row, "flag", false) && flag(row, "x", true) && !flag(row, "x", false));
    }

    #[test]
    fn beside_a_model_stand_attributes_and_lists() {
        let body = r#"{"func": "f", "lang": "en", "ok": "func=order", "slist": [{"name": "x"}], "model": {"a": "1"}}"#;
        let doc = read(Ok(answer(200, body))).unwrap();
        let values: Vec<&str> =
            doc.iter().map(|(name, _)| name.as_str()).filter(|name| !name.starts_with('$')).collect();
        assert_eq!(values, ["slist", "a"]);
        assert_eq!((cell(&doc, "func"), instruction(&doc), has_ok(&doc)), ("f".into(), "func=order".into(), true));
        assert!(read(Ok(answer(200, r#"{"error": "Refused", "model": {}}"#))).is_err());
        assert!(read(Ok(answer(200, r#"{"error": false, "ok": true}"#))).is_ok());
    }

    #[test]
    fn the_text_of_an_element_has_several_names() {
        for element in [json!("1"), json!({"$": "1"}), json!({"value": "1"}), json!({"text": 1}), json!({"v": ["1"]})] {
            let row = from_serde(&json!({"a": element, "b": {"orig": "2", "value": "two"}}));
            let row = row.as_object().unwrap();
            assert_eq!((cell(row, "a"), shown_cell(row, "a")), ("1".into(), "1".into()), "{element}");
            assert_eq!((cell(row, "b"), shown_cell(row, "b")), ("2".into(), "two".into()));
        }
        let scalar = |value: Value| is_scalar(&from_serde(&value));
        assert!(scalar(json!({"value": "1", "orig": "2"})) && scalar(json!({"$color": "x"})) && scalar(json!({})));
        assert!(!scalar(json!({"name": "x"})) && !scalar(json!({"value": "1", "list": []})) && !scalar(json!([])));
    }

    #[test]
    fn an_empty_list_is_told_from_something_else() {
        let object = |value: Value| from_serde(&value).as_object().cloned().unwrap();
        assert_eq!(rows(&object(json!({"$func": "order"})), "order"), Ok(vec![]));
        assert_eq!(rows(&object(json!({"func": "order"})), "order"), Ok(vec![]));
        assert_eq!(rows(&object(json!({"p_elems": "0"})), "order"), Ok(vec![]));
        assert_eq!(rows(&object(json!({"elem": {"id": "1"}})), "order").unwrap().len(), 1);
        assert_eq!(rows(&object(json!({"$func": "basket"})), "order"), Err(BillingError::Unexpected("elem")));
    }
}
