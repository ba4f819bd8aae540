//! The mechanical XML-to-JSON dialect (`out=json`): text under `$`, attributes under `$name`, every scalar a string.

use std::fmt::Display;

use serde_json::{Map, Value};

/// The members of one element, the root `doc` among them.
pub type Element = Map<String, Value>;

/// An element with only text: `{"$": "text"}`.
pub fn text(value: impl Display) -> Value {
    element([("$", value.to_string())]).into()
}

/// An element made of attributes and text; names carry their `$` themselves.
pub fn element<const N: usize>(members: [(&str, String); N]) -> Element {
    members.into_iter().map(|(name, value)| (name.to_owned(), Value::String(value))).collect()
}

/// A list row: each cell an element with only text.
pub fn row<const N: usize>(cells: [(&str, String); N]) -> Element {
    cells.into_iter().map(|(name, value)| (name.to_owned(), text(value))).collect()
}

/// A named list inside a form: `{"$name": …, "elem": […]}`; no `elem` when there are no rows.
pub fn list(name: &str, rows: Vec<Element>) -> Value {
    let mut list = element([("$name", name.to_owned())]);
    put_rows(&mut list, rows);
    list.into()
}

/// Adds `elem` to a list, or leaves it out when there are no rows, as the billing system does.
pub fn put_rows(list: &mut Element, rows: Vec<Element>) {
    if !rows.is_empty() {
        let rows = rows.into_iter().map(Value::Object).collect();
        list.insert("elem".to_owned(), Value::Array(rows));
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn scalars_are_strings_under_a_dollar() {
        assert_eq!(text(12), json!({"$": "12"}));
        assert_eq!(Value::from(row([("id", 5.to_string())])), json!({"id": {"$": "5"}}));
    }

    #[test]
    fn a_list_without_rows_has_no_elem() {
        assert_eq!(list("itemlist", vec![]), json!({"$name": "itemlist"}));
        assert_eq!(
            list("itemlist", vec![row([("id", "5".to_owned())])]),
            json!({"$name": "itemlist", "elem": [{"id": {"$": "5"}}]})
        );
    }
}
