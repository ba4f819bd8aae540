//! What the operator knows of the billing system better than this form assumes.
use super::ConfigReason;
use super::reader::{Reader, path};
use crate::billing::assumed::{Assumed, Fact};
use crate::billing::doc::Dialect;
use crate::domain::country::CountryCode;
use crate::domain::json::{Json, Object};

/// `{"crt_type": "exist", "countries": {"RU": "182"}}`.
pub(super) fn read(reader: &mut Reader, file: &Object) -> Assumed {
    let mut assumed = Assumed::default();
    let Some(own) = file.get("assumed").and_then(|value| reader.object("assumed", value)) else { return assumed };
    for (name, value) in own {
        let field = path("assumed", name);
        if name == "countries" {
            countries(reader, &mut assumed, &field, value);
            continue;
        }
        let Some(fact) = Fact::from_name(name) else {
            reader.complain(&field, ConfigReason::Unknown);
            continue;
        };
        let Some(text) = reader.text(&field, value) else { continue };
        // A server that makes the key is never wanted.
        if fact == Fact::CrtType && text.trim().eq_ignore_ascii_case("generate") {
            reader.complain(&field, ConfigReason::Forbidden);
        }
        if fact == Fact::FormsOut && Dialect::from_text(text).is_none() {
            let known = Dialect::ALL.iter().map(|dialect| dialect.as_str()).collect();
            reader.complain(&field, ConfigReason::NotOneOf(known));
        }
        assumed.set(fact, text.to_owned());
    }
    assumed
}

fn countries(reader: &mut Reader, assumed: &mut Assumed, field: &str, value: &Json) {
    let Some(ids) = reader.object(field, value) else { return };
    for (code, id) in ids {
        let field = path(field, code);
        match CountryCode::parse(code) {
            Err(_) => reader.complain(&field, ConfigReason::Unknown),
            Ok(code) => assumed.set_country(code, reader.text(&field, id).unwrap_or_default().to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Cart, ConfigError, Wanted, parse};

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
