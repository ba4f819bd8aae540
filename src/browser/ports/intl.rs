//! Names and amounts as the customer's language writes them, by the browser's `Intl`.
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::js::{Js, call, get, number, object};
use crate::domain::country::CountryCode;
use crate::domain::lang::Lang;
use crate::domain::money::Money;
use crate::words::Formats;

/// An amount such as `€16.20`; the plain figures where the browser does not know the currency.
pub fn money(money: &Money, lang: &str) -> String {
    let formatted = || -> Js<String> {
        let options = object(&[("style", "currency".into()), ("currency", money.currency.as_str().into())]);
        let format = construct("NumberFormat", lang, &options)?;
        let amount = JsValue::from_str(&money.to_decimal());
        call(&format, "format", &[amount])?.as_string().ok_or(JsValue::NULL)
    };
    formatted().unwrap_or_else(|_| format!("{} {}", money.to_decimal(), money.currency))
}

/// A day such as `Nov 26, 2026`, of milliseconds since 1970.
pub fn date(ms: u64, lang: &str) -> String {
    let formatted = || -> Js<String> {
        let format = construct("DateTimeFormat", lang, &object(&[("dateStyle", "medium".into())]))?;
        call(&format, "format", &[number(ms)])?.as_string().ok_or(JsValue::NULL)
    };
    formatted().unwrap_or_default()
}

/// How numbers and lists are written.
pub const FORMATS: Formats = Formats { number: whole, list };

/// A whole number such as `1,200`.
fn whole(lang: Lang, number: usize) -> String {
    let formatted = || -> Js<String> {
        let format = construct("NumberFormat", lang.formats_tag(), &JsValue::UNDEFINED)?;
        call(&format, "format", &[JsValue::from_str(&number.to_string())])?.as_string().ok_or(JsValue::NULL)
    };
    formatted().unwrap_or_else(|_| number.to_string())
}

/// A list such as `a, b, and c`.
fn list(lang: Lang, items: &[String]) -> String {
    let formatted = || -> Js<String> {
        let format = construct("ListFormat", lang.formats_tag(), &JsValue::UNDEFINED)?;
        let items: Array = items.iter().map(|item| JsValue::from_str(item)).collect();
        call(&format, "format", &[items.into()])?.as_string().ok_or(JsValue::NULL)
    };
    formatted().unwrap_or_else(|_| items.join(", "))
}

/// Names of countries, in one language.
pub struct CountryNames(Option<JsValue>);

impl CountryNames {
    /// The browser's names in `lang`.
    pub fn new(lang: &str) -> Self {
        Self(construct("DisplayNames", lang, &object(&[("type", "region".into())])).ok())
    }

    /// The country's name; empty where the browser knows none.
    pub fn name(&self, code: CountryCode) -> String {
        let name = self.0.as_ref().and_then(|names| call(names, "of", &[code.as_str().into()]).ok());
        name.and_then(|name| name.as_string()).filter(|name| name != code.as_str()).unwrap_or_default()
    }
}

fn construct(class: &str, lang: &str, options: &JsValue) -> Js<JsValue> {
    let intl = get(&js_sys::global(), "Intl")?;
    let class: Function = get(&intl, class)?.dyn_into()?;
    Reflect::construct(&class, &Array::of2(&lang.into(), options))
}
