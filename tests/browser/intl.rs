//! Amounts and names of countries by the browser's `Intl`.
use cert_order::browser::ports::intl::{self, CountryNames};
use cert_order::browser::ports::js::get;
use cert_order::domain::country::CountryCode;
use cert_order::domain::money::Money;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
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
