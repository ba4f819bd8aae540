//! `certificate.order` = `certificate.order.pricelist`: the wizard's first step, package and period.

use super::{Call, Reply, certificate_order_csr};
use crate::db::catalogue;
use crate::order::package::Chosen;
use crate::order::step;
use crate::wire::error::Failure;
use crate::wire::form::{Choice, Form};
use crate::wire::json::row;

/// The period shown first, in months.
const DEFAULT_PERIOD: i64 = 12;

/// The form, or with `sok` the next step's form.
pub fn step(call: &Call<'_>) -> Result<Reply, Failure> {
    call.customer()?;
    if call.submits() {
        let chosen = Chosen::read(call.db, call.params)?;
        return certificate_order_csr::form(call, &chosen);
    }
    let period = call.params.id("period").unwrap_or(DEFAULT_PERIOD);
    let mut rows = Vec::new();
    let mut periods: Vec<i64> = Vec::new();
    for package in catalogue::packages(call.db)? {
        let prices = catalogue::prices(call.db, package.id)?;
        periods.extend(prices.iter().map(|price| price.period));
        let price = prices.into_iter().find(|price| price.period == period);
        rows.push(row([
            ("pricelist", package.id.to_string()),
            ("desc", package.name),
            ("price", price.map_or_else(String::new, |p| p.cost.in_words())),
            ("order_available", on(price.is_some())),
        ]));
    }
    periods.sort_unstable();
    periods.dedup();
    let mut form = Form::new(step::PRICELIST, call.params);
    form.select("period", true, periods.into_iter().map(months).collect())
        .default("period", &DEFAULT_PERIOD.to_string())
        .list("tariflist", rows);
    Ok(form.into_doc().into())
}

/// A period as an entry of a select.
pub fn months(period: i64) -> Choice {
    Choice::new(period, format!("{period} months"))
}

fn on(available: bool) -> String {
    if available { "on" } else { "off" }.to_owned()
}
