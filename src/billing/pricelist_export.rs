//! The public catalogue: packages and their prices, no log-in needed (API reference 4.1).
use super::assumed::{Assumed, cells};
use super::doc::{Object, cell, flag, object, objects, read};
use super::error::BillingError;
use super::http::{Caller, HttpRequest, Reply};
use super::money::money;
use super::plain::plain;
use crate::domain::json::Json;
use crate::domain::package::{FurtherNames, Package, Period, Price};

/// Asks for the certificate packages.
pub fn request(caller: &Caller<'_>) -> HttpRequest {
    HttpRequest::new(caller, "pricelist.export").with("itemtype", "certificate").of_project(caller)
}

/// The packages that can be ordered, in the billing system's order: active, not hidden, not archived, of the item type
/// `certificate` (or of none told), with a price for at least one period of months.
///
/// # Errors
/// As any call.
pub fn response(reply: Reply, assumed: &Assumed) -> Result<Vec<Package>, BillingError> {
    let doc = read(reply)?;
    if !doc.contains_key("pricelist") && cell(&doc, "func") != "pricelist.export" {
        return Err(BillingError::Unexpected("pricelist"));
    }
    let lang = cell(&doc, "lang");
    let packages = objects(doc.get("pricelist")).filter(|row| is_offered(row)).map(|row| package(row, &lang, assumed));
    Ok(packages.filter(|package| !package.id.is_empty() && !package.prices.is_empty()).collect())
}

fn is_offered(row: &Object) -> bool {
    let item_type = internal_name(row.get("itemtype_info"));
    flag(row, "active", true)
        && !flag(row, "hideinorder", false)
        && !flag(row, "archived", false)
        && (item_type.is_empty() || item_type == "certificate")
}

fn internal_name(info: Option<&Json>) -> String {
    object(info).map(|info| cell(info, "intname")).unwrap_or_default()
}

fn package(row: &Object, lang: &str, assumed: &Assumed) -> Package {
    Package {
        id: cell(row, "id"),
        name: localised(row, "name", lang),
        description: localised(row, "description", lang),
        prices: prices(row, assumed),
        further_names: objects(row.get("addon"))
            .find(|addon| is_altname(addon))
            .map(|addon| further_names(addon, assumed)),
    }
}

/// `name_ru` where the answer is in Russian and there is one, else `name`.
fn localised(row: &Object, name: &str, lang: &str) -> String {
    let own = cell(row, &format!("{name}_{lang}"));
    plain(&if own.is_empty() { cell(row, name) } else { own })
}

/// Prices for periods of months, shortest first. Trials, days and "for life" have other types or lengths below one.
fn prices(row: &Object, assumed: &Assumed) -> Vec<Price> {
    let mut prices: Vec<Price> = Vec::new();
    for price in objects(row.get("price")).flat_map(|price| price_periods(price, assumed)) {
        // By insertion: there are a handful, and a sort costs 2 kB of wasm for each type sorted.
        if let Err(at) = prices.binary_search_by_key(&price.period, |known| known.period) {
            prices.insert(at, price);
        }
    }
    prices
}

fn price_periods(price: &Object, assumed: &Assumed) -> impl Iterator<Item = Price> {
    let currency = cell(price, "currency");
    objects(price.get("period")).filter_map(move |period| price_of(period, &currency, assumed))
}

fn price_of(period: &Object, currency: &str, assumed: &Assumed) -> Option<Price> {
    let kind = cell(period, "type");
    if !kind.is_empty() && kind != "month" {
        return None;
    }
    Some(Price {
        period: Period::parse(&cell(period, "length"))?,
        cost: money(period, "cost", currency)?,
        setup: cells::export_setup(period, assumed, currency),
    })
}

/// Further names are billed by an add-on of item type `altname` (seen in the vendor's modules).
fn is_altname(addon: &Object) -> bool {
    cell(addon, "intname") == "altname" || internal_name(addon.get("itemtype_info")) == "altname"
}

fn further_names(addon: &Object, assumed: &Assumed) -> FurtherNames {
    let number = |name| cell(addon, name).parse::<u32>().ok();
    FurtherNames {
        included: number("addonlimit").unwrap_or_default(),
        limit: number("addonmax").filter(|most| *most > 0),
        prices: prices(addon, assumed),
    }
}
