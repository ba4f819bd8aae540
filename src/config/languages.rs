//! Which languages the form offers.
use super::{ConfigError, ConfigReason, Wanted, error};
use crate::domain::json::{Json, Object};
use crate::domain::lang::Lang;

fn lang(field: &str, value: &Json) -> Result<Lang, ConfigError> {
    let tag = value.as_text().ok_or_else(|| error(field, ConfigReason::WrongType(Wanted::Text)))?;
    let known = Lang::ALL.into_iter().find(|lang| lang.tag() == tag);
    known.ok_or_else(|| error(field, ConfigReason::NotOneOf(Lang::ALL.map(Lang::tag).to_vec())))
}

/// `["de", "en"]`.
pub(super) fn offered(object: &Object) -> Result<Vec<Lang>, ConfigError> {
    let Some(value) = object.get("languages") else { return Ok(Lang::ALL.to_vec()) };
    let list = value.as_list().ok_or_else(|| error("languages", ConfigReason::WrongType(Wanted::List)))?;
    if list.is_empty() {
        return Err(error("languages", ConfigReason::Empty));
    }
    let mut offered = Vec::new();
    for (i, value) in list.iter().enumerate() {
        let lang = lang(&format!("languages[{i}]"), value)?;
        if !offered.contains(&lang) {
            offered.push(lang);
        }
    }
    Ok(offered)
}

/// `"de"`.
pub(super) fn first(object: &Object, offered: &[Lang]) -> Result<Option<Lang>, ConfigError> {
    let Some(value) = object.get("language") else { return Ok(None) };
    let lang = lang("language", value)?;
    if !offered.contains(&lang) {
        return Err(error("language", ConfigReason::NotInList("languages")));
    }
    Ok(Some(lang))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::parse;

    fn config(more: &str) -> Result<(Vec<Lang>, Option<Lang>), (String, ConfigReason)> {
        let config = parse(&format!(r#"{{"billing_url": "/b"{more}}}"#));
        config.map(|config| (config.languages, config.language)).map_err(|error| (error.field, error.reason))
    }

    #[test]
    fn all_are_offered_unless_the_operator_names_some() {
        assert_eq!(config("").unwrap(), (Lang::ALL.to_vec(), None));
        let named = config(r#", "languages": ["ru", "en", "ru"], "language": "en""#);
        assert_eq!(named.unwrap(), (vec![Lang::Ru, Lang::En], Some(Lang::En)));
    }

    #[test]
    fn what_is_no_language_of_the_form_is_named() {
        use ConfigReason as R;
        let tags = || R::NotOneOf(vec!["en", "de", "es", "ru", "ar"]);
        for (more, field, reason) in [
            (r#", "languages": "de""#, "languages", R::WrongType(Wanted::List)),
            (r#", "languages": []"#, "languages", R::Empty),
            (r#", "languages": ["de", 1]"#, "languages[1]", R::WrongType(Wanted::Text)),
            (r#", "languages": ["fr"]"#, "languages[0]", tags()),
            (r#", "languages": ["de-AT"]"#, "languages[0]", tags()),
            (r#", "language": "xx""#, "language", tags()),
            (r#", "language": null"#, "language", R::WrongType(Wanted::Text)),
            (r#", "languages": ["de"], "language": "en""#, "language", R::NotInList("languages")),
        ] {
            assert_eq!(config(more).unwrap_err(), (field.to_owned(), reason), "{more}");
        }
    }
}
