//! Countries as the order form lists them: ids of the installation's own table (API reference 4.6).
use super::assumed::{Assumed, flag};
use super::doc::Object;
use super::form::{Choice, choices};
use crate::domain::country::CountryCode;

/// A country of a select list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Country {
    /// What is sent: a key of this installation's table.
    pub id: String,
    /// The country meant; `None` where neither flag nor key tells.
    pub code: Option<CountryCode>,
    /// Its name in the language asked for.
    pub name: String,
}

/// The countries of select list `name`, "please choose" aside.
pub(super) fn countries(doc: &Object, name: &str, assumed: &Assumed) -> Vec<Country> {
    let listed = choices(doc, name).into_iter().filter(|choice| !choice.key.is_empty());
    listed.map(|choice| country(choice, assumed)).collect()
}

fn country(choice: Choice, assumed: &Assumed) -> Country {
    let code = flag::country(&choice.key, &choice.image, assumed);
    Country { id: choice.key, code, name: choice.text }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::json::from_serde;

    #[test]
    fn a_country_without_a_flag_is_kept_for_the_customer_to_choose() {
        let doc = json!({"slist": {"$name": "field_country", "val": [
            {"$key": "", "$": "-- choose --"},
            {"$key": "7", "$": "Elbonia"},
            {"$key": "de", "$": "Germany"},
        ]}});
        let listed = countries(from_serde(&doc).as_object().unwrap(), "field_country", &Assumed::default());
        let shown: Vec<_> = listed.iter().map(|c| (c.id.as_str(), c.code.as_ref().map(CountryCode::as_str))).collect();
        assert_eq!(shown, [("7", None), ("de", Some("DE"))]);
    }
}
