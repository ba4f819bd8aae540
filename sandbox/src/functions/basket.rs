//! `basket`: the cart, its rows, and promotion codes.

use serde_json::json;

use super::{Call, Reply, add_to_order};
use crate::db::billorders::{self, Billorder, Row};
use crate::db::{catalogue, payments};
use crate::money::{CURRENCY, Money, RowPrice};
use crate::wire::error::{ApiError, Failure};
use crate::wire::form::Form;
use crate::wire::json::{Element, row};

/// The cart as a form, or with `sok` one of its actions.
pub fn basket(call: &Call<'_>) -> Result<Reply, Failure> {
    let customer = call.customer()?;
    let cart = billorders::cart(call.db, customer.id)?;
    if !call.submits() {
        return Ok(form(call, cart.as_ref()));
    }
    match call.params.get("clicked_button") {
        "delete" => delete(call, cart.as_ref()),
        "clearbasket" => clear(call, cart.as_ref()),
        "addtoorder" => add_to_order::join(call, cart.as_ref()),
        "free" => finish_free(call, cart.as_ref()),
        // One published client sends the code without naming the button.
        "setpromocode" | "" => set_promocode(call, cart.as_ref()),
        button => Err(ApiError::missed("clicked_button", button).into()),
    }
}

fn form(call: &Call<'_>, cart: Option<&Billorder>) -> Reply {
    let rows = cart.map_or(&[][..], |cart| &cart.rows);
    let sum = |part: fn(RowPrice) -> Money| -> Money { rows.iter().map(|r| part(r.price)).sum() };
    let code = cart.and_then(|cart| cart.promocode.as_deref());
    let mut form = Form::new(call.func, call.params);
    form.input("promocode", false, "")
        .value("promocode", code.unwrap_or_default())
        .textdata("total_sum", &sum(RowPrice::total).to_string())
        .textdata("tax", &sum(|price| price.tax).to_string())
        .textdata("full_discount", &sum(|price| price.discount).to_string())
        .textdata("currency", CURRENCY)
        .list("itemlist", rows.iter().map(item).collect());
    if let Some(cart) = cart {
        form.hidden("billorder", &cart.id.to_string());
    }
    form.into_doc().into()
}

/// A row. `fullcost` is the net price with setup fee, `cost` what is left of it after the discount; both without
/// tax. Assumed: the cells `setup_cost` and `tax`.
fn item(item: &Row) -> Element {
    let price = item.price;
    let percent = if price.full == Money::ZERO {
        0
    } else {
        (price.discount.minor() * 100 + price.full.minor() / 2) / price.full.minor()
    };
    row([
        ("id", item.id.to_string()),
        ("desc", description(item)),
        ("cost", price.net().to_string()),
        ("fullcost", price.full.to_string()),
        ("discount_percent", format!("{percent}%")),
        ("pricelist_name", item.package.clone()),
        ("item.id", item.id.to_string()),
        ("item.type", item.item_type.clone()),
        ("item.period", item.period.to_string()),
        ("setup_cost", item.setup.to_string()),
        ("tax", price.tax.to_string()),
    ])
}

/// HTML, as the panel's own cart shows it.
fn description(item: &Row) -> String {
    format!("<b>{}</b><br/>{}", escape(&item.package), escape(&item.description))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn delete(call: &Call<'_>, cart: Option<&Billorder>) -> Result<Reply, Failure> {
    let removed = match (cart, call.params.id("id")) {
        (Some(cart), Some(row)) => billorders::remove_row(call.db, cart.id, row)?,
        _ => false,
    };
    if !removed {
        return Err(ApiError::missed("item", call.params.get("id")).into());
    }
    Ok(call.ok())
}

fn clear(call: &Call<'_>, cart: Option<&Billorder>) -> Result<Reply, Failure> {
    let cart = cart.filter(|cart| call.params.id("id") == Some(cart.id));
    let cart = cart.ok_or_else(|| ApiError::missed("billorder", call.params.get("id")))?;
    billorders::remove(call.db, cart.id)?;
    Ok(call.ok())
}

/// Applies a code. Assumed: codes are spelt exactly, and an empty one takes the code off.
fn set_promocode(call: &Call<'_>, cart: Option<&Billorder>) -> Result<Reply, Failure> {
    let code = call.params.get("promocode");
    let Some(cart) = cart else {
        return Err(ApiError::value("promocode", code, "The cart is empty.").into());
    };
    if code.is_empty() {
        billorders::set_promocode(call.db, cart.id, None)?;
        return Ok(call.ok());
    }
    let promotion = catalogue::promocode(call.db, code)?;
    let promotion = promotion.ok_or_else(|| ApiError::missed("promocode", code))?;
    if promotion.expired {
        return Err(ApiError::promocode_expired(code).into());
    }
    billorders::set_promocode(call.db, cart.id, Some(code))?;
    let customer = call.customer()?;
    let reduced = billorders::cart(call.db, customer.id)?
        .is_some_and(|cart| cart.rows.iter().any(|row| row.price.discount > Money::ZERO));
    if !reduced {
        return Err(ApiError::promocode_not_use(code).into());
    }
    Ok(call.ok())
}

/// Places a cart that costs nothing.
fn finish_free(call: &Call<'_>, cart: Option<&Billorder>) -> Result<Reply, Failure> {
    let cart = cart.ok_or_else(|| ApiError::missed("billorder", ""))?;
    if cart.total() != Money::ZERO {
        let total = cart.total().to_string();
        return Err(ApiError::value("total_sum", &total, "The order is not free.").into());
    }
    let customer = call.customer()?;
    payments::from_balance(call.db, customer.id, cart, None, call.now)?;
    Ok(call.answer([("ok", json!({"$": "func=order"}))]))
}
