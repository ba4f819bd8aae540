//! Countries as the order form lists them: ids of the installation's own table (API reference 4.6).
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
pub(super) fn countries(doc: &Object, name: &str) -> Vec<Country> {
    choices(doc, name).into_iter().filter(|choice| !choice.key.is_empty()).map(country).collect()
}

fn country(choice: Choice) -> Country {
    let code = flag_code(&choice.image).or_else(|| CountryCode::parse(&choice.key).ok());
    Country { id: choice.key, code, name: choice.text }
}

/// The flag's file name is the ISO 3166-1 code: two characters before the extension of four, in any case.
/// Inferred for this form from the register and payer forms (Q14).
pub(super) fn flag_code(image: &str) -> Option<CountryCode> {
    let path = image.split(['?', '#']).next()?;
    let stem = path.get(..path.len().checked_sub(4)?)?;
    let extension = path.get(stem.len()..)?;
    let code = stem.get(stem.len().checked_sub(2)?..)?;
    extension.starts_with('.').then(|| CountryCode::parse(code).ok())?
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::json::from_serde;

    #[test]
    fn the_flag_tells_the_country() {
        for (image, code) in [
            ("/manimg/common/flag/RU.png", Some("RU")),
            ("/flag/gb.svg", Some("GB")),
            ("/flag/us.png?v=2", Some("US")),
            ("US.png", Some("US")),
            ("/flag/XX.png", None),
            ("/flag/RUpng", None),
            (".png", None),
            ("é.png", None),
            ("", None),
        ] {
            assert_eq!(flag_code(image).as_ref().map(CountryCode::as_str), code, "{image:?}");
        }
    }

    #[test]
    fn a_country_without_a_flag_is_kept_for_the_customer_to_choose() {
        let doc = json!({"slist": {"$name": "field_country", "val": [
            {"$key": "", "$": "-- choose --"},
            {"$key": "7", "$": "Elbonia"},
            {"$key": "de", "$": "Germany"},
        ]}});
        let listed = countries(from_serde(&doc).as_object().unwrap(), "field_country");
        let shown: Vec<_> = listed.iter().map(|c| (c.id.as_str(), c.code.as_ref().map(CountryCode::as_str))).collect();
        assert_eq!(shown, [("7", None), ("de", Some("DE"))]);
    }
}
