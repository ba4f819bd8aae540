//! Amounts and names of countries by the browser's `Intl`.
use cert_order::browser::ports::intl::{self, CountryNames};
use cert_order::browser::ports::js::get;
use cert_order::domain::country::CountryCode;
use cert_order::domain::lang::Lang;
use cert_order::domain::money::Money;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::swap::Swapped;

#[wasm_bindgen_test]
fn amounts_are_written_as_the_language_writes_them() {
    for (minor, currency, lang, written) in [
        (1620, "EUR", "en", "€16.20"),
        (1620, "EUR", "de", "16,20\u{a0}€"),
        (123_456, "USD", "en", "$1,234.56"),
        (-150, "EUR", "en", "-€1.50"),
        (0, "GBP", "en", "£0.00"),
    ] {
        let money = Money { minor, currency: currency.into() };
        assert_eq!(intl::money(&money, lang), written);
    }
}

#[wasm_bindgen_test]
fn amounts_in_unknown_currencies_and_languages_are_plain_figures() {
    for (currency, lang, written) in [
        ("XQQ", "en", "XQQ\u{a0}16.20"),
        ("", "en", "16.20 "),
        ("EURO", "en", "16.20 EURO"),
        ("€", "en", "16.20 €"),
        ("EUR", "no language", "16.20 EUR"),
        ("EUR", "", "16.20 EUR"),
    ] {
        let money = Money { minor: 1620, currency: currency.into() };
        assert_eq!(intl::money(&money, lang), written, "{currency:?} in {lang:?}");
    }
}

fn germany() -> CountryCode {
    CountryCode::parse("DE").unwrap()
}

#[wasm_bindgen_test]
fn every_country_has_a_name() {
    let (english, german) = (CountryNames::new("en"), CountryNames::new("de"));
    for code in CountryCode::all() {
        assert!(english.name(code).chars().count() > 2, "{}", code.as_str());
    }
    assert_eq!([english.name(germany()), german.name(germany())], ["Germany", "Deutschland"]);
}

/// What an `Intl.DisplayNames` answers for a country.
type Answer = fn(JsValue) -> Result<JsValue, JsValue>;

#[wasm_bindgen_test]
fn countries_that_the_browser_does_not_know_have_an_empty_name() {
    let class = get(&get(&js_sys::global(), "Intl").unwrap(), "DisplayNames").unwrap();
    let answers: [Answer; 4] =
        [Ok, |_| Ok(JsValue::UNDEFINED), |_| Ok(JsValue::from(7)), |_| Err(js_sys::RangeError::new("no").into())];
    for (count, answer) in answers.into_iter().enumerate() {
        let answer = Closure::<dyn FnMut(JsValue) -> Result<JsValue, JsValue>>::new(answer);
        let _method = Swapped::method(&class, "of", |_| answer.as_ref().clone());
        assert_eq!(CountryNames::new("en").name(germany()), "", "answer {count}");
    }
    assert_eq!(CountryNames::new("en").name(germany()), "Germany");
}

#[wasm_bindgen_test]
fn in_an_unknown_language_countries_have_an_empty_name() {
    assert_eq!(CountryNames::new("no language").name(germany()), "");
}

#[wasm_bindgen_test]
fn words_take_the_form_beside_a_number_that_the_browser_names_too() {
    for lang in Lang::ALL {
        let tag = lang.tag();
        let rules = js_sys::eval(&format!("new Intl.PluralRules('{tag}')")).unwrap();
        let select: js_sys::Function = get(&rules, "select").unwrap().unchecked_into();
        for number in (0..=1_250_usize).chain([999_999, 1_000_000, 1_000_001, 2_000_000, 3_000_011]) {
            #[allow(clippy::cast_precision_loss, reason = "these numbers are small")]
            let said = select.call1(&rules, &(number as f64).into()).unwrap();
            assert_eq!(said.as_string().as_deref(), Some(lang.plural(number).name()), "{number} in {tag}");
        }
    }
}

#[wasm_bindgen_test]
fn numbers_and_lists_are_written_as_the_language_writes_them() {
    let names = ["a", "b", "c"].map(str::to_owned);
    for (lang, number, list) in [
        (Lang::En, "1,200", "a, b, and c"),
        (Lang::De, "1.200", "a, b und c"),
        (Lang::Es, "1200", "a, b y c"),
        (Lang::Ru, "1\u{a0}200", "a, b и c"),
    ] {
        assert_eq!((intl::FORMATS.number)(lang, 1_200), number);
        assert_eq!((intl::FORMATS.list)(lang, &names), list);
    }
    // Latin figures beside Latin domain names.
    assert_eq!((intl::FORMATS.number)(Lang::Ar, 1_200), "1,200");
    assert!((intl::FORMATS.list)(Lang::Ar, &names).contains('و'));
    assert_eq!((intl::FORMATS.list)(Lang::En, &[]), "");
}
