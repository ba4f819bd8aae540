//! Which languages the form offers.
use super::ConfigReason;
use super::reader::{Named, Reader};
use crate::domain::json::Object;
use crate::domain::lang::Lang;

const TAGS: [Named<Lang>; 5] =
    [("en", Lang::En), ("de", Lang::De), ("es", Lang::Es), ("ru", Lang::Ru), ("ar", Lang::Ar)];

/// `["de", "en"]`.
pub(super) fn offered(reader: &mut Reader, file: &Object) -> Vec<Lang> {
    reader.choices(file, "languages", &TAGS).unwrap_or_else(|| Lang::ALL.to_vec())
}

/// `"de"`.
pub(super) fn first(reader: &mut Reader, file: &Object, offered: &[Lang]) -> Option<Lang> {
    let lang = reader.choice(file, "", "language", &TAGS)?;
    if !offered.contains(&lang) {
        reader.complain("language", ConfigReason::NotInList("languages"));
    }
    Some(lang)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Wanted, parse};

    fn config(more: &str) -> Result<(Vec<Lang>, Option<Lang>), (String, ConfigReason)> {
        let config = parse(&format!(r#"{{"billing_url": "/b"{more}}}"#));
        config.map(|config| (config.languages, config.language)).map_err(|error| (error.field, error.reason))
    }

    #[test]
    fn each_language_has_its_own_tag() {
        assert_eq!(TAGS.map(|(tag, lang)| (tag, lang)), Lang::ALL.map(|lang| (lang.tag(), lang)));
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
            (r#", "language": 1"#, "language", R::WrongType(Wanted::Text)),
            (r#", "languages": ["de"], "language": "en""#, "language", R::NotInList("languages")),
        ] {
            assert_eq!(config(more).unwrap_err(), (field.to_owned(), reason), "{more}");
        }
    }
}
