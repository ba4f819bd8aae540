//! `pricelist.export`: the public catalogue with net prices.

use rusqlite::Connection;
use serde_json::{Value, json};

use super::{Call, Reply};
use crate::db::catalogue::{self, Package, Price};
use crate::money::{CURRENCY, Money};
use crate::wire::error::Failure;
use crate::wire::json::text;

/// The item type of certificates: number and internal name.
const ITEM_TYPE: [&str; 2] = ["7", "certificate"];

/// The only provider of this installation, who sells all packages.
const PROJECT: &str = "1";

/// Added to a package's id for the id of its add-on.
const ADDON_IDS: i64 = 9000;

/// `pricelist.export`: the packages of `itemtype` (number or name, certificates only here) and of the provider `project`, or
/// the one named by `pricelist` or `elid`. Needs no session.
pub fn export(call: &Call<'_>) -> Result<Reply, Failure> {
    let wanted_type = call.params.get("itemtype");
    let wanted = ["pricelist", "elid"].into_iter().find(|name| call.params.has(name));
    let wanted = wanted.map(|name| call.params.id(name));
    let mut entries = Vec::new();
    for package in catalogue::packages(call.db)? {
        let of_type = wanted_type.is_empty() || ITEM_TYPE.contains(&wanted_type);
        let of_project = matches!(call.params.get("project"), "" | PROJECT);
        if of_type && of_project && wanted.is_none_or(|id| id == Some(package.id)) {
            entries.push(entry(call.db, &package)?);
        }
    }
    if entries.is_empty() {
        return Ok(call.doc().into());
    }
    Ok(call.answer([("pricelist", Value::Array(entries))]))
}

fn entry(db: &Connection, package: &Package) -> Result<Value, Failure> {
    let prices = catalogue::prices(db, package.id)?;
    let mut entry = json!({
        "id": text(package.id),
        "name": text(&package.name),
        "description": text(&package.description),
        "active": text("on"),
        "hideinorder": text("off"),
        "archived": text("off"),
        "itemtype": text(ITEM_TYPE[0]),
        "itemtype_info": {"intname": text(ITEM_TYPE[1])},
        "price": price(&prices, |price| (price.cost, package.setup)),
    });
    if let (true, Some(entry)) = (package.is_multi_domain(), entry.as_object_mut()) {
        entry.insert("addon".to_owned(), json!([further_names(package, &prices)]));
    }
    Ok(entry)
}

/// The add-on that counts names: `addonlimit` are included, `addonmax` are the most, `price` is for each further one.
fn further_names(package: &Package, prices: &[Price]) -> Value {
    json!({
        "id": text(ADDON_IDS + package.id),
        "name": text("Domain names"),
        "intname": text("altname"),
        "addontype": text("2"),
        "addonlimit": text(package.names_included),
        "addonmin": text("1"),
        "addonmax": text(package.names_max),
        "measure": text("names"),
        "price": price(prices, |price| (price.further_name, Money::ZERO)),
    })
}

/// A price block. Assumed: `$setup`, the setup fee, once per order.
fn price(prices: &[Price], amounts: impl Fn(&Price) -> (Money, Money)) -> Value {
    let period = |price: &Price| {
        let (cost, setup) = amounts(price);
        json!({
            "$type": "month",
            "$length": price.period.to_string(),
            "$cost": cost.four_digits(),
            "$setup": setup.four_digits(),
        })
    };
    let periods: Vec<Value> = prices.iter().map(period).collect();
    json!({"$currency": CURRENCY, "period": periods})
}
