//! Amounts in cells (API reference 1.5, 5.5).
use super::doc::{Object, cell, member, object, some_cell};
use super::error::BillingError;
use crate::domain::money::Money;

/// The amount of cell `name` in one of its shapes: `12.34`, `12.34 EUR`, or the nested
/// `{"price": {"cost": …, "currency": …}}`.
///
/// The currency is that of the cell, else of the row, else `currency`. `None` for anything else, such as
/// `1 234,56 руб.`: a figure is never guessed.
pub(super) fn money(row: &Object, name: &str, currency: &str) -> Option<Money> {
    if let Some(nested) = nested(row, name) {
        return Money::parse(&cell(nested, "cost"), &currency_of(nested, currency));
    }
    let text = cell(row, name);
    match text.split_once(' ') {
        Some((amount, code)) if is_code(code) => Money::parse(amount, code),
        _ => Money::parse(&text, &currency_of(row, currency)),
    }
}

/// As [`money`], but what is there and cannot be read is an error.
pub(super) fn some_money(row: &Object, name: &'static str, currency: &str) -> Result<Option<Money>, BillingError> {
    if nested(row, name).is_none() && cell(row, name).is_empty() {
        return Ok(None);
    }
    money(row, name, currency).map(Some).ok_or(BillingError::Unexpected(name))
}

fn nested<'a>(row: &'a Object, name: &str) -> Option<&'a Object> {
    let cell = object(member(row, name))?;
    let price = object(cell.get("price")).unwrap_or(cell);
    price.contains_key("cost").then_some(price)
}

/// The ISO 4217 code that `row` names, else `fallback`: cells may hold the id of a currency instead.
fn currency_of(row: &Object, fallback: &str) -> String {
    let named =
        ["currency", "currency_iso"].into_iter().find_map(|name| some_cell(row, name).filter(|code| is_code(code)));
    named.unwrap_or_else(|| fallback.to_owned())
}

fn is_code(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::json::from_serde;

    #[test]
    fn each_shape_of_an_amount_is_read() {
        for (row, wanted) in [
            (json!({"cost": {"$": "12.34"}}), "12.34 RUB"),
            (json!({"cost": 12.5}), "12.50 RUB"),
            (json!({"cost": {"$": "12,34 €", "$orig": "12.34"}, "currency": {"$": "EUR"}}), "12.34 EUR"),
            (json!({"cost": "12.34 EUR", "currency": "USD"}), "12.34 EUR"),
            (json!({"$cost": "12.3400", "currency": "153"}), "12.34 RUB"),
            (json!({"cost": {"price": {"cost": {"$": "9.90"}, "currency": {"$": "EUR"}}}}), "9.90 EUR"),
            (json!({"cost": {"cost": "9.90", "currency": "EUR"}}), "9.90 EUR"),
        ] {
            let amount = money(from_serde(&row).as_object().unwrap(), "cost", "RUB").unwrap();
            assert_eq!(format!("{} {}", amount.to_decimal(), amount.currency), wanted, "{row}");
        }
    }

    #[test]
    fn what_is_not_a_figure_is_none() {
        for row in [
            json!({}),
            json!({"cost": {}}),
            json!({"cost": "1\u{a0}234,56 руб."}),
            json!({"cost": "free"}),
            json!({"cost": "12.34 per year"}),
        ] {
            assert_eq!(money(from_serde(&row).as_object().unwrap(), "cost", "EUR"), None, "{row}");
        }
    }

    #[test]
    fn nothing_is_told_from_nonsense() {
        for row in [json!({}), json!({"tax": {}}), json!({"tax": {"$": ""}})] {
            assert_eq!(some_money(from_serde(&row).as_object().unwrap(), "tax", "EUR"), Ok(None), "{row}");
        }
        let row = json!({"tax": "much"});
        assert_eq!(
            some_money(from_serde(&row).as_object().unwrap(), "tax", "EUR"),
            Err(BillingError::Unexpected("tax"))
        );
    }
}
