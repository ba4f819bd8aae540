//! The order goes into the cart: no money moves, and the billing system's own figures come back.
use std::sync::Arc;

use crate::billing::assumed::refusal::{is_expired_code, is_no_old_cart};
use crate::billing::basket::{self, Cart, CartRow};
use crate::billing::certificate_order_param as param;
use crate::billing::error::{ApiError, BillingError, ErrorKind};
use crate::billing::http::Reply;
use crate::billing::subaccount;
use crate::billing::{order, payment_add};
use crate::domain::money::Money;

use super::basis::{self, Basis};
use super::effect::{Effect, Focus, Purpose, Question};
use super::model::{Model, Trouble};
use super::order_form;
use super::step::Step;
use super::steps::package;
use super::submission::{CartMark, CartWork, CodeRefusal, Quote, Submission};
use super::{direct, restore, session};

/// The currency of the package, for carts that name none.
pub fn currency(model: &Model) -> String {
    let price = package::chosen(model).and_then(|package| package.prices.first());
    price.map(|price| price.cost.currency.clone()).unwrap_or_default()
}

/// On review: fills the cart, and fills it anew when the order changed.
pub fn drive(model: &mut Model, out: &mut Vec<Effect>) {
    if model.place != Step::Review || model.session_id().is_none() {
        return;
    }
    let basis = basis::basis(model);
    // What was quoted for other answers must not be paid, also while the new ones are still being asked about.
    let is_outdated = |quote: &Quote| basis.as_ref() != Some(&*quote.basis);
    if matches!(&model.submission, Submission::Quoted(quote) if is_outdated(quote)) {
        model.submission = Submission::Idle;
    }
    let Some(basis) = basis else { return };
    let is_current = match &model.submission {
        Submission::Idle => false,
        Submission::Cart(at_work, _) => **at_work == basis,
        _ => true,
    };
    if !is_current {
        model.drafts.other_rows = false;
        model.drafts.order_again = false;
        let basis = Arc::new(basis);
        if session::identify(model, out) {
            model.submission = Submission::Cart(basis, CartWork::Identifying);
        } else {
            look(model, out, basis);
        }
    }
}

/// It is still the same customer's cart, or nobody can tell.
pub fn identified(model: &mut Model, out: &mut Vec<Effect>, error: Option<BillingError>) {
    let Submission::Cart(basis, CartWork::Identifying) = &model.submission else { return };
    match error {
        // While it is in doubt whether the session lives, no call is made: the cart is begun again when that is known.
        None if session::is_doubted(model) => model.submission = Submission::Idle,
        None => look(model, out, Arc::clone(basis)),
        Some(error) => failed(model, out, error),
    }
}

fn look(model: &mut Model, out: &mut Vec<Effect>, basis: Arc<Basis>) {
    if direct::preview(model, out, &basis) {
        return;
    }
    model.submission = Submission::Cart(basis, CartWork::Looking);
    let request = basket::read_request(&model.caller(), &model.config.assumed);
    model.post(out, Purpose::CartLook, request);
}

/// "Try again", or the log-in after a session that ended: also a price that was shown is asked for anew.
pub fn retry(model: &mut Model) {
    let is_in_doubt = matches!(model.submission, Submission::Quoted(_)) && model.session_id().is_none();
    if is_in_doubt || matches!(model.submission, Submission::CartFailed(_)) {
        model.submission = Submission::Idle;
    }
}

/// The cart as it was before: rows of ours from an earlier try go first.
pub fn looked(model: &mut Model, out: &mut Vec<Effect>, reply: Reply) {
    let Submission::Cart(basis, CartWork::Looking) = &model.submission else { return };
    let basis = basis.clone();
    match basket::read_response(reply, &currency(model), &model.config.assumed) {
        Err(BillingError::Api(api)) if is_no_old_cart(&api, &model.config.assumed) => {
            model.has_new_cart = true;
            model.submission = Submission::Idle;
            drive(model, out);
        }
        Err(error) => failed(model, out, error),
        Ok(cart) => {
            let ours = model.cart_mark.as_ref().map(|mark| our_rows(&cart, mark)).unwrap_or_default();
            let domain = basis.asked.subject.domain.to_string();
            // It may be paid by now, from another page or by a payment that was lost on its way: never a second time unsaid.
            let is_gone = ours.is_empty() && model.cart_mark.as_ref().is_some_and(|mark| mark.ours.is_some());
            if is_gone {
                model.trouble = Some(Trouble::RowGone);
                out.push(Effect::Focus(Focus::Errors));
            }
            let was_gone = model.cart_mark.as_ref().is_some_and(|mark| mark.gone && mark.domain == domain);
            let before = cart.rows.iter().map(|row| row.id.clone()).filter(|id| !ours.contains(id)).collect();
            // Until our row's number is known, the mark tells it from the rows that lay there before.
            model.cart_mark = Some(CartMark { before, ours: None, domain, gone: is_gone || was_gone });
            remove_next(model, out, basis, ours);
        }
    }
}

/// Rows in `cart` that an earlier try of this form put there.
fn our_rows(cart: &Cart, mark: &CartMark) -> Vec<String> {
    let is_ours = |row: &&CartRow| match &mark.ours {
        Some(ours) => row.id == *ours,
        None => !mark.before.contains(&row.id) && names_domain(row, &mark.domain),
    };
    cart.rows.iter().filter(is_ours).map(|row| row.id.clone()).collect()
}

/// Whether a row's text names `domain` as a word of its own.
fn names_domain(row: &CartRow, domain: &str) -> bool {
    let in_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '*' | '_');
    row.description.to_ascii_lowercase().split(|c| !in_name(c)).any(|word| word.trim_end_matches('.') == domain)
}

fn remove_next(model: &mut Model, out: &mut Vec<Effect>, basis: Arc<Basis>, mut left: Vec<String>) {
    match left.pop() {
        Some(row) => {
            let request = basket::delete_row_request(&model.caller(), &row);
            model.submission = Submission::Cart(basis, CartWork::Removing(left));
            model.post(out, Purpose::CartRemove, request);
        }
        None => add(model, out, basis),
    }
}

/// A row of ours was removed; one that is gone already is as good.
pub fn removed(model: &mut Model, out: &mut Vec<Effect>, reply: Reply) {
    let Submission::Cart(basis, CartWork::Removing(left)) = &model.submission else { return };
    let (basis, left) = (basis.clone(), left.clone());
    match basket::delete_row_response(reply) {
        Err(BillingError::Api(api)) if api.kind == ErrorKind::Missed => remove_next(model, out, basis, left),
        Err(error) => failed(model, out, error),
        Ok(()) => remove_next(model, out, basis, left),
    }
}

/// The mark is on disk before the row is sent: after a crash it tells which row came from here.
fn add(model: &mut Model, out: &mut Vec<Effect>, basis: Arc<Basis>) {
    model.submission = Submission::Cart(basis, CartWork::Marking);
    let draft = restore::snapshot(model);
    model.ask(out, Purpose::SaveMark, Question::SaveDraft(draft));
}

/// The mark is stored, or this browser stores nothing: now the row is sent.
pub fn marked(model: &mut Model, out: &mut Vec<Effect>) {
    let Submission::Cart(basis, CartWork::Marking) = &model.submission else { return };
    let basis = Arc::clone(basis);
    let Some(request) = direct::order_request(model, &basis, param::Finish::Basket) else { return };
    model.submission = Submission::Cart(basis, CartWork::Adding);
    model.post(out, Purpose::CartAdd, request);
}

/// Our row is in the cart, or a field was refused.
pub fn added(model: &mut Model, out: &mut Vec<Effect>, reply: Reply) {
    let Submission::Cart(basis, CartWork::Adding) = &model.submission else { return };
    let basis = basis.clone();
    if let Err(error) = param::response(reply, &model.config.assumed) {
        return failed(model, out, error);
    }
    match basis.promotion_code.clone() {
        Some(code) => {
            let request = basket::set_promocode_request(&model.caller(), &code);
            model.submission = Submission::Cart(basis, CartWork::Coding);
            model.post(out, Purpose::CartCode, request);
        }
        None => read(model, out, basis, None),
    }
}

/// The code counts, or why it does not.
pub fn coded(model: &mut Model, out: &mut Vec<Effect>, reply: Reply) {
    let Submission::Cart(basis, CartWork::Coding) = &model.submission else { return };
    let basis = basis.clone();
    match basket::set_promocode_response(reply) {
        Ok(()) => read(model, out, basis, None),
        Err(BillingError::Api(api)) => match refusal(model, &api) {
            Some(refusal) => read(model, out, basis, Some(refusal)),
            None => failed(model, out, BillingError::Api(api)),
        },
        Err(error) => failed(model, out, error),
    }
}

/// Why the code does not count (API reference 5.3).
fn refusal(model: &Model, api: &ApiError) -> Option<CodeRefusal> {
    let said = api.message.clone();
    match api.kind {
        ErrorKind::Missed => Some(CodeRefusal::Unknown),
        ErrorKind::PromocodeNotUse if is_expired_code(api, &model.config.assumed) => Some(CodeRefusal::Expired),
        ErrorKind::PromocodeNotUse => Some(CodeRefusal::DoesNotFit(said)),
        ErrorKind::Value => Some(CodeRefusal::Other(said)),
        _ => None,
    }
}

fn read(model: &mut Model, out: &mut Vec<Effect>, basis: Arc<Basis>, refusal: Option<CodeRefusal>) {
    model.submission = Submission::Cart(basis, CartWork::Reading(refusal));
    let request = basket::read_request(&model.caller(), &model.config.assumed);
    model.post(out, Purpose::CartRead, request);
}

/// What the cart costs with our row in it.
pub fn cart_read(model: &mut Model, out: &mut Vec<Effect>, reply: Reply) {
    let Submission::Cart(basis, CartWork::Reading(refusal)) = &model.submission else { return };
    let (basis, code_refused) = (basis.clone(), refusal.clone());
    let cart = match basket::read_response(reply, &currency(model), &model.config.assumed) {
        Ok(cart) => cart,
        Err(error) => return failed(model, out, error),
    };
    let mark = model.cart_mark.clone().unwrap_or_default();
    let ours = our_row(&cart, &mark);
    let (Some(row), Some(billorder)) = (ours, cart.billorder.clone()) else {
        model.submission = Submission::CartFailed(Trouble::RowNotFound);
        return;
    };
    model.cart_mark = Some(CartMark { ours: Some(row.id.clone()), ..mark });
    let other_rows = cart.rows.iter().filter(|other| other.id != row.id).cloned().collect();
    let Cart { total, tax, discount, promocode, .. } = cart;
    let request = payment_add::request(&model.caller(), &model.config.assumed, &billorder);
    let quote = Quote {
        basis: Arc::clone(&basis),
        billorder,
        row,
        other_rows,
        tax,
        discount,
        total: Some(total),
        said: String::new(),
        promocode,
        code_refused,
        payment: None,
        balance: None,
        open_orders: Vec::new(),
    };
    if quote.is_free() {
        // Nothing to pay, nothing to ask.
        return quoted(model, out, quote);
    }
    model.submission = Submission::Cart(basis, CartWork::Methods(Box::new(quote)));
    model.post(out, Purpose::PaymentForm, request);
}

/// The one row that was not there before; of several, the one that names the domain.
fn our_row(cart: &Cart, mark: &CartMark) -> Option<CartRow> {
    let new: Vec<&CartRow> = cart.rows.iter().filter(|row| !mark.before.contains(&row.id)).collect();
    let named = || new.iter().copied().filter(|row| names_domain(row, &mark.domain)).collect::<Vec<_>>();
    match new.as_slice() {
        [only] => Some((*only).clone()),
        _ => match named().as_slice() {
            [only] => Some((*only).clone()),
            _ => None,
        },
    }
}

/// How the cart can be paid.
pub fn payment_form(model: &mut Model, out: &mut Vec<Effect>, reply: Reply) {
    let Submission::Cart(_, CartWork::Methods(quote)) = &mut model.submission else { return };
    match payment_add::response(reply, quote.currency()) {
        Ok(form) => {
            quote.payment = Some(form);
            let request = subaccount::request(&model.caller());
            model.post(out, Purpose::Balance, request);
        }
        Err(error) => failed(model, out, error),
    }
}

/// What is on the account.
pub fn balance(model: &mut Model, out: &mut Vec<Effect>, reply: Reply) {
    let Submission::Cart(_, CartWork::Methods(quote)) = &mut model.submission else { return };
    match subaccount::response(reply) {
        Ok(balances) => {
            let same_currency = |money: &Money| money.currency == quote.currency();
            quote.balance = balances.into_iter().map(|balance| balance.money).find(same_currency);
            // The list of open orders stands whole beside the first page.
            let request = order::request(&model.caller(), 1);
            model.post(out, Purpose::OpenOrders, request);
        }
        Err(error) => failed(model, out, error),
    }
}

/// The customer's open orders: now the quote is whole. Where they cannot be read, the other ways to pay remain.
pub fn open_orders(model: &mut Model, out: &mut Vec<Effect>, reply: Reply) {
    let Submission::Cart(_, CartWork::Methods(quote)) = &mut model.submission else { return };
    match order::open_response(reply, &model.config.assumed) {
        Err(error) if error.is_session_end() => return failed(model, out, error),
        Err(_) => {}
        Ok(open) => quote.open_orders = open.into_iter().filter(|order| order.id != quote.billorder).collect(),
    }
    if let Submission::Cart(_, CartWork::Methods(quote)) = std::mem::replace(&mut model.submission, Submission::Idle) {
        quoted(model, out, *quote);
    }
}

/// What the order costs is known.
pub fn quoted(model: &mut Model, out: &mut Vec<Effect>, quote: Quote) {
    model.submission = Submission::Quoted(Arc::new(quote));
    out.push(Effect::SaveDraft(restore::snapshot(model)));
}

/// A call about the order failed: no money has moved.
pub fn failed(model: &mut Model, out: &mut Vec<Effect>, error: BillingError) {
    session::doubt(model, &error);
    if let Some(said) = order_form::field_error(model, &error) {
        model.submission = Submission::Idle;
        order_form::refused(model, out, said);
    } else {
        model.submission = Submission::CartFailed(Trouble::of(error, &model.config.assumed));
        out.push(Effect::Focus(Focus::Errors));
    }
}
