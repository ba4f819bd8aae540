//! What the operator knows of the billing system better than this form assumes.
use super::{ConfigError, ConfigReason, Wanted, error, path};
use crate::billing::assumed::{Assumed, Fact};
use crate::billing::doc::Dialect;
use crate::domain::country::CountryCode;
use crate::domain::json::{Json, Object};

/// `{"crt_type": "exist", "countries": {"RU": "182"}}`.
pub(super) fn read(object: &Object) -> Result<Assumed, ConfigError> {
    let mut assumed = Assumed::default();
    let Some(value) = object.get("assumed") else { return Ok(assumed) };
    let facts = value.as_object().ok_or_else(|| error("assumed", ConfigReason::WrongType(Wanted::Object)))?;
    for (name, value) in facts {
        let field = path("assumed", name);
        if name == "countries" {
            countries(&mut assumed, &field, value)?;
            continue;
        }
        let fact = Fact::from_name(name).ok_or_else(|| error(&field, ConfigReason::Unknown))?;
        let text = value.as_text().ok_or_else(|| error(&field, ConfigReason::WrongType(Wanted::Text)))?;
        // A server that makes the key is never wanted.
        if fact == Fact::CrtType && text.trim().eq_ignore_ascii_case("generate") {
            return Err(error(&field, ConfigReason::Forbidden));
        }
        if fact == Fact::FormsOut && Dialect::from_text(text).is_none() {
            let known = Dialect::ALL.iter().map(|dialect| dialect.as_str()).collect();
            return Err(error(&field, ConfigReason::NotOneOf(known)));
        }
        assumed.set(fact, text.to_owned());
    }
    Ok(assumed)
}

fn countries(assumed: &mut Assumed, field: &str, value: &Json) -> Result<(), ConfigError> {
    let ids = value.as_object().ok_or_else(|| error(field, ConfigReason::WrongType(Wanted::Object)))?;
    for (code, id) in ids {
        let field = path(field, code);
        let code = CountryCode::parse(code).map_err(|_| error(&field, ConfigReason::Unknown))?;
        let id = id.as_text().ok_or_else(|| error(&field, ConfigReason::WrongType(Wanted::Text)))?;
        assumed.set_country(code, id.to_owned());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Cart, parse};

    #[test]
    fn what_the_operator_knows_counts() {
        let text = r#"{"billing_url": "/b", "assumed": {"crt_type": "own", "countries": {"RU": "182"}}, "cart": "skipbasket"}"#;
        let config = parse(text).unwrap();
        assert_eq!((config.cart, config.assumed.of(Fact::CrtType)), (Cart::SkipBasket, "own"));
        assert_eq!(config.assumed.country_id(CountryCode::parse("RU").unwrap()), Some("182"));
    }

    #[test]
    fn what_cannot_be_known_is_named() {
        use ConfigReason as R;
        let dialects = || R::NotOneOf(vec!["json", "xjson", "sjson", "bjson"]);
        for (text, field, reason) in [
            (r#"{"billing_url": "/b", "assumed": {"crt_typ": "x"}}"#, "assumed.crt_typ", R::Unknown),
            (r#"{"billing_url": "/b", "assumed": {"crt_type": 1}}"#, "assumed.crt_type", R::WrongType(Wanted::Text)),
            (r#"{"billing_url": "/b", "assumed": {"crt_type": "Generate"}}"#, "assumed.crt_type", R::Forbidden),
            (r#"{"billing_url": "/b", "assumed": {"countries": {"ZZ": "1"}}}"#, "assumed.countries.ZZ", R::Unknown),
            (
                r#"{"billing_url": "/b", "cart": "none"}"#,
                "cart",
                R::NotOneOf(vec!["basket", "quickbasket", "skipbasket"]),
            ),
            (r#"{"billing_url": "/b", "assumed": {"forms_out": "xml"}}"#, "assumed.forms_out", dialects()),
            (r#"{"billing_url": "/b", "assumed": []}"#, "assumed", R::WrongType(Wanted::Object)),
            (
                r#"{"billing_url": "/b", "assumed": {"countries": 1}}"#,
                "assumed.countries",
                R::WrongType(Wanted::Object),
            ),
        ] {
            let wrong = parse(text).unwrap_err();
            assert_eq!(wrong, ConfigError { field: field.to_owned(), reason }, "{text}");
        }
    }
}
