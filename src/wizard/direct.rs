//! Orders that go past the old cart (API reference 4.5, 5.1), where the operator wants that: paid from the balance at once, or
//! into the newer cart, which only the panel can pay. What they cost the billing system says in words.
use std::sync::Arc;

use crate::billing::basket::CartRow;
use crate::billing::certificate_order_param::{self as param, Finish};
use crate::billing::error::BillingError;
use crate::billing::http::{HttpRequest, Reply};
use crate::billing::order_form::OrderForm;
use crate::config::Cart;

use super::basis::{Basis, with_details};
use super::cart;
use super::effect::{Effect, Purpose};
use super::model::Model;
use super::steps::package;
use super::submission::{CartWork, Quote, Submission};
use super::way::Way;

/// The way of every order of this installation; `None` where it goes through the cart and the customer chooses.
pub fn way(model: &Model) -> Option<Way> {
    match model.config.cart {
        Cart::Basket => model.has_new_cart.then_some(Way::Panel),
        Cart::QuickBasket => Some(Way::Panel),
        Cart::SkipBasket => Some(Way::AtOnce),
    }
}

/// Where the last step's call puts an order of this installation.
pub(super) fn finish(model: &Model) -> Finish {
    match way(model) {
        Some(Way::AtOnce) => Finish::SkipBasket,
        Some(Way::Panel) => Finish::QuickBasket,
        _ => Finish::Basket,
    }
}

/// Asks what the order would cost; `false` where it goes through the cart.
pub fn preview(model: &mut Model, out: &mut Vec<Effect>, basis: &Arc<Basis>) -> bool {
    if way(model).is_none() {
        return false;
    }
    if let Some(request) = preview_request(model, basis) {
        model.submission = Submission::Cart(Arc::clone(basis), CartWork::Previewing);
        model.post(out, Purpose::Preview, request);
    }
    true
}

/// All that was entered, without ordering it.
pub fn preview_request(model: &Model, basis: &Basis) -> Option<HttpRequest> {
    with_details(model, basis, |details| param::preview_request(&model.caller(), &model.config.assumed, details))
}

/// The form with all that was entered.
///
/// # Errors
/// As any call.
pub fn preview_response(model: &Model, basis: &Basis, reply: Reply) -> Result<OrderForm, BillingError> {
    param::preview_response(reply, &model.config.assumed, basis.asked.has_wildcard())
}

/// What the order would cost, in the billing system's words.
pub fn previewed(model: &mut Model, out: &mut Vec<Effect>, reply: Reply) {
    let Submission::Cart(basis, CartWork::Previewing) = &model.submission else { return };
    let basis = Arc::clone(basis);
    let form = match preview_response(model, &basis, reply) {
        Ok(form) => form,
        Err(error) => return cart::failed(model, out, error),
    };
    let package_name = package::chosen(model).map(|package| package.name.clone()).unwrap_or_default();
    cart::quoted(model, out, Quote::said(basis, CartRow { package_name, ..CartRow::default() }, form.order_info));
}

/// The call of the last step, which sends the order where `finish` says.
pub fn order_request(model: &Model, basis: &Basis, finish: Finish) -> Option<HttpRequest> {
    with_details(model, basis, |details| param::request(&model.caller(), &model.config.assumed, details, finish))
}
