//! The cart: what lies in it, promotion codes (API reference 5.2, 5.3).
use super::assumed::{Assumed, cells};
use super::doc::{Object, cell, flag, has, inner_rows, read, read_done, some_cell};
use super::error::BillingError;
use super::http::{Caller, HttpRequest, Reply};
use super::money::{money, some_money};
use super::plain::plain;
use crate::domain::money::Money;
use crate::domain::package::Period;

/// The cart with the billing system's own figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cart {
    /// Its id; `None` when it is empty.
    pub billorder: Option<String>,
    /// What lies in it.
    pub rows: Vec<CartRow>,
    /// What has to be paid.
    pub total: Money,
    /// Tax in the total; `None` where none is told.
    pub tax: Option<Money>,
    /// What the discounts come to; `None` where none are told.
    pub discount: Option<Money>,
    /// The promotion code that was taken; may be empty.
    pub promocode: String,
}

/// One row of the cart. Amounts are `None` where the billing system gives no plain figure.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CartRow {
    /// Id of the row, for [`delete_row_request`].
    pub id: String,
    /// Id of the ordered service.
    pub item_id: String,
    /// What it is, as text.
    pub description: String,
    /// Name of the package.
    pub package_name: String,
    /// For how long.
    pub period: Option<Period>,
    /// What the row costs.
    pub cost: Option<Money>,
    /// What it would cost without discounts.
    pub full_cost: Option<Money>,
    /// The discount as shown, such as `10%`; may be empty.
    pub discount_percent: String,
    /// Set-up fee within the cost (assumed); a fee of nothing is none.
    pub setup: Option<Money>,
    /// Tax of the row (assumed).
    pub tax: Option<Money>,
}

/// Asks for the cart.
pub fn read_request(caller: &Caller<'_>, assumed: &Assumed) -> HttpRequest {
    HttpRequest::new(&caller.for_forms(assumed), "basket")
}

/// The cart. `currency` (ISO 4217) is taken where the cart does not name its own. Rows that were rolled back are left
/// out.
///
/// # Errors
/// `Unexpected` when there are rows without a total, or when an amount is no plain figure.
pub fn read_response(reply: Reply, currency: &str, assumed: &Assumed) -> Result<Cart, BillingError> {
    let doc = read(reply)?;
    if !has(&doc, "total_sum") && cell(&doc, "func") != "basket" {
        return Err(BillingError::Unexpected("total_sum"));
    }
    let currency = cells::currency(&doc, assumed, currency);
    let rows: Vec<&Object> =
        inner_rows(&doc, "itemlist").into_iter().filter(|row| !flag(row, "rolled_back", false)).collect();
    let total = match some_money(&doc, "total_sum", &currency)? {
        Some(total) => total,
        // An empty cart may come without figures; one with rows may not.
        None if rows.is_empty() => Money { minor: 0, currency },
        None => return Err(BillingError::Unexpected("total_sum")),
    };
    Ok(Cart {
        billorder: some_cell(&doc, "billorder"),
        rows: rows.into_iter().map(|cells| row(cells, &total.currency, assumed)).collect(),
        tax: some_money(&doc, "tax", &total.currency)?,
        discount: some_money(&doc, "full_discount", &total.currency)?,
        promocode: cell(&doc, "promocode"),
        total,
    })
}

fn row(row: &Object, currency: &str, assumed: &Assumed) -> CartRow {
    let amount = |name| money(row, name, currency);
    CartRow {
        id: cell(row, "id"),
        item_id: cell(row, "item.id"),
        description: plain(&cell(row, "desc")),
        package_name: plain(&cell(row, "pricelist_name")),
        period: Period::parse(&cell(row, "item.period")),
        cost: amount("cost"),
        full_cost: amount("fullcost"),
        discount_percent: cell(row, "discount_percent"),
        setup: cells::setup(row, assumed, currency),
        tax: cells::tax(row, assumed, currency),
    }
}

/// Applies a promotion code to the cart as it lies.
pub fn set_promocode_request(caller: &Caller<'_>, code: &str) -> HttpRequest {
    action(caller, "setpromocode").with("promocode", code)
}

/// That the code was taken; the cart has to be read again.
///
/// # Errors
/// `Api` of kind `Missed` for an unknown code, `PromocodeNotUse` for one that does not fit the cart.
pub fn set_promocode_response(reply: Reply) -> Result<(), BillingError> {
    read_done(reply)
}

/// Takes the row with this id out of the cart.
pub fn delete_row_request(caller: &Caller<'_>, row: &str) -> HttpRequest {
    action(caller, "delete").with("id", row)
}

/// That the row is gone.
///
/// # Errors
/// `Api` of kind `Missed` when there is no such row.
pub fn delete_row_response(reply: Reply) -> Result<(), BillingError> {
    read_done(reply)
}

/// Places a cart that costs nothing.
pub fn free_request(caller: &Caller<'_>) -> HttpRequest {
    action(caller, "free")
}

/// That it is placed.
///
/// # Errors
/// `Api` of kind `Missed` when there is no cart, `Value` when it costs something (inferred).
pub fn free_response(reply: Reply) -> Result<(), BillingError> {
    read_done(reply)
}

pub(super) fn action(caller: &Caller<'_>, button: &str) -> HttpRequest {
    HttpRequest::new(caller, "basket").with("sok", "ok").with("clicked_button", button)
}
