//! The `doc`/`$` dialect of BILLmanager's JSON made plain (API reference 1.5, 9.1).
use super::error::{ApiError, BillingError};
use super::http::Reply;
use crate::domain::json::{self, Json};

/// An element: attributes as `$name`, children as `name`, its text as `$`.
pub(super) use crate::domain::json::Object;

/// How answers are asked for (`out`). The three read the same: their difference is undocumented (Q15).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Dialect {
    /// `json`.
    #[default]
    Json,
    /// `xjson`.
    Xjson,
    /// `sjson`.
    Sjson,
}

impl Dialect {
    /// The value of `out`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Xjson => "xjson",
            Self::Sjson => "sjson",
        }
    }
}

/// The longest answer that is read, in bytes; a price list of some thousand packages stays below it.
const LIMIT: usize = 4 * 1024 * 1024;

/// The members of `doc`. What lies deeper in `doc.doc` (re-tuned forms) or `model` (the flat dialect) is lifted up and
/// wins over what was above it.
pub(super) fn read(reply: Reply) -> Result<Object, BillingError> {
    let response = reply?;
    if response.status != 200 {
        return Err(BillingError::Status(response.status));
    }
    if response.body.len() > LIMIT {
        return Err(BillingError::Unexpected("an answer of at most 4 MB"));
    }
    let body = response.body.trim_start_matches('\u{feff}');
    let Ok(value) = json::read(body) else { return Err(BillingError::NotJson) };
    let Json::Object(mut doc) = value else { return Err(BillingError::Unexpected("doc")) };
    while let Some(inner) = doc.take_object("doc").or_else(|| doc.take_object("model")) {
        doc.extend(inner);
    }
    match many(doc.get("error")).first() {
        Some(error) => Err(BillingError::Api(ApiError::read(error))),
        None => Ok(doc),
    }
}

/// Reads the answer of an action of which nothing but success is of interest.
pub(super) fn read_done(reply: Reply) -> Result<(), BillingError> {
    let doc = read(reply)?;
    // Anti-robot pages may be JSON too: a sign of the billing system itself is wanted.
    if doc.contains_key("ok") || doc.contains_key("$func") { Ok(()) } else { Err(BillingError::Unexpected("ok")) }
}

/// The text of a value: `$orig` (raw) before `$` (displayed), a string, a number; of a list its first; else empty.
pub(super) fn text(value: Option<&Json>) -> String {
    match value {
        Some(Json::Text(text) | Json::Number(text)) => text.clone(),
        Some(Json::Bool(flag)) => if *flag { "on" } else { "off" }.to_owned(),
        Some(Json::List(list)) => text(list.first()),
        Some(Json::Object(object)) => text(object.get("$orig").or_else(|| object.get("$"))),
        Some(Json::Null) | None => String::new(),
    }
}

/// The value of child or attribute `name`.
pub(super) fn member<'a>(object: &'a Object, name: &str) -> Option<&'a Json> {
    let attribute = || object.iter().find(|(own, _)| own.strip_prefix('$') == Some(name)).map(|(_, value)| value);
    object.get(name).or_else(attribute)
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
    let shown = member(object, name).and_then(|value| value.as_object()?.get("$"));
    shown.map_or_else(|| cell(object, name), |shown| text(Some(shown)).trim().to_owned())
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
    let is_list = ["elem", "p_elems", "p_num"].iter().any(|name| doc.contains_key(name)) || cell(doc, "func") == func;
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
        let deep = "[".repeat(100_000);
        let long = format!("{{\"a\": \"{}\"}}", "x".repeat(LIMIT));
        for (reply, error) in [
            (Err(TransportError::Unreachable), BillingError::Unreachable),
            (Err(TransportError::TimedOut), BillingError::TimedOut),
            (Ok(answer(502, "{}")), BillingError::Status(502)),
            (Ok(answer(200, "")), BillingError::NotJson),
            (Ok(answer(200, "<html>")), BillingError::NotJson),
            (Ok(answer(200, &deep)), BillingError::NotJson),
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
        assert_eq!(read_done(Ok(answer(200, r#"{"captcha": "failed"}"#))), Err(BillingError::Unexpected("ok")));
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
    fn an_empty_list_is_told_from_something_else() {
        let object = |value: Value| from_serde(&value).as_object().cloned().unwrap();
        assert_eq!(rows(&object(json!({"$func": "order"})), "order"), Ok(vec![]));
        assert_eq!(rows(&object(json!({"p_elems": "0"})), "order"), Ok(vec![]));
        assert_eq!(rows(&object(json!({"elem": {"id": "1"}})), "order").unwrap().len(), 1);
        assert_eq!(rows(&object(json!({"$func": "basket"})), "order"), Err(BillingError::Unexpected("elem")));
    }
}
