//! Paying the cart that was shown, once.
use std::sync::Arc;

use serde::Serialize;

use crate::billing::error::{BillingError, ErrorKind};
use crate::billing::http::Reply;
use crate::billing::{basket, certificate};
use crate::domain::money::Money;

use super::effect::{Effect, Focus, Purpose, Question};
use super::model::{Model, Trouble};
use super::reconcile::{self, Search};
use super::step::Step;
use super::steps::review;
use super::submission::{Order, Quote, Submission};
use super::way::{self, Outcome, Way};
use super::{direct, journey, order_form, restore, session};

/// What happens between the order button and the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PayStage {
    /// Other pages are kept from submitting.
    Locking(Way),
    /// Cookie mode: is the panel's customer still this one?
    Identifying(Way),
    /// The customer's certificates are listed, to know ours afterwards.
    Listing {
        /// How it shall be paid.
        way: Way,
        /// Those of the pages read so far.
        known: Vec<String>,
        /// The page asked for.
        page: u32,
    },
    /// The cart is read once more: is it still what was shown?
    Rechecking(Way, Vec<String>),
    /// What is about to happen is stored.
    Saving(Arc<Intent>),
    /// The payment was sent, or what stands for it in another way to pay.
    Sent(Arc<Intent>),
}

/// An order about to be sent; stored before, to find out after a crash what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Intent {
    /// How it is paid.
    pub way: Way,
    /// The cart's order.
    pub billorder: String,
    /// Our row in it.
    pub row: String,
    /// The item (certificate) of the row, where the cart names it.
    pub item: String,
    /// The first name of the certificate.
    pub domain: String,
    /// Package.
    pub package: String,
    /// Months.
    pub months: u16,
    /// What was to be paid.
    pub total: Option<Money>,
    /// How the names are checked: the value that was sent; empty where there was no choice.
    pub method: String,
    /// The customer's certificates before.
    pub certificates_before: Vec<String>,
}

impl Intent {
    /// The currency (ISO 4217); empty where no figure was told.
    pub fn currency(&self) -> &str {
        self.total.as_ref().map_or("", |total| &total.currency)
    }
}

/// The order button: pays exactly the quote that is shown.
pub fn order(model: &mut Model, out: &mut Vec<Effect>) {
    if model.place != Step::Review || !matches!(model.submission, Submission::Quoted(_)) {
        return;
    }
    model.trouble = None;
    if let Ok((quote, way)) = review::parse(model) {
        model.submission = Submission::Paying(Arc::clone(quote), PayStage::Locking(way));
        model.ask(out, Purpose::Lock, Question::TakeLock);
    } else {
        model.show_errors(Step::Review);
        out.push(Effect::Focus(Focus::Errors));
    }
}

/// This page alone may submit now, or another one is at it.
pub fn locked(model: &mut Model, out: &mut Vec<Effect>, done: bool) {
    let Submission::Paying(quote, PayStage::Locking(way)) = &model.submission else { return };
    let (quote, way) = (quote.clone(), way.clone());
    if !done {
        return not_sent(model, out, quote, Trouble::Locked);
    }
    if session::identify(model, out) {
        model.submission = Submission::Paying(quote, PayStage::Identifying(way));
    } else {
        list(model, out, way, Vec::new(), 1);
    }
}

/// It is still the same customer who pays, or nobody can tell.
pub fn identified(model: &mut Model, out: &mut Vec<Effect>, error: Option<BillingError>) {
    let Submission::Paying(quote, PayStage::Identifying(way)) = &model.submission else { return };
    match error {
        None => list(model, out, way.clone(), Vec::new(), 1),
        Some(error) => not_sent_because(model, out, Arc::clone(quote), error),
    }
}

fn list(model: &mut Model, out: &mut Vec<Effect>, way: Way, known: Vec<String>, page: u32) {
    let request = certificate::request(&model.caller(), page);
    if let Submission::Paying(_, stage) = &mut model.submission {
        *stage = PayStage::Listing { way, known, page };
        model.post(out, Purpose::CertificatesBefore, request);
    }
}

/// A page of the certificates that were there before.
pub fn listed(model: &mut Model, out: &mut Vec<Effect>, reply: Reply) {
    let Submission::Paying(quote, PayStage::Listing { way, known, page: asked }) = &model.submission else { return };
    let (quote, way, mut known, asked) = (quote.clone(), way.clone(), known.clone(), *asked);
    match certificate::response(reply, &model.config.assumed) {
        Err(error) => not_sent_because(model, out, quote, error),
        Ok(page) => {
            known.extend(page.rows.iter().map(|row| row.id.clone()));
            if asked < page.pages {
                return list(model, out, way, known, asked + 1);
            }
            recheck(model, out, quote, way, known);
        }
    }
}

fn recheck(model: &mut Model, out: &mut Vec<Effect>, quote: Arc<Quote>, way: Way, known: Vec<String>) {
    let request = if way.is_past_the_cart() {
        direct::preview_request(model, &quote.basis)
    } else {
        Some(basket::read_request(&model.caller(), &model.config.assumed))
    };
    // The form of other answers is being asked for: what was shown holds no longer.
    let Some(request) = request else { return not_sent(model, out, quote, Trouble::TotalChanged) };
    model.submission = Submission::Paying(quote, PayStage::Rechecking(way, known));
    model.post(out, Purpose::CartRecheck, request);
}

/// Whether the order still costs what was shown, and the cart holds what was shown.
fn is_unchanged(model: &Model, quote: &Quote, way: &Way, reply: Reply) -> Result<bool, BillingError> {
    if way.is_past_the_cart() {
        return Ok(direct::preview_response(model, &quote.basis, reply)?.order_info == quote.said);
    }
    let cart = basket::read_response(reply, quote.currency(), &model.config.assumed)?;
    let rows = |id: &String| id == &quote.row.id || quote.other_rows.iter().any(|other| other.id == *id);
    Ok(Some(&cart.total) == quote.total.as_ref()
        && cart.billorder.as_ref() == Some(&quote.billorder)
        && cart.rows.len() == quote.other_rows.len() + 1
        && cart.rows.iter().all(|row| rows(&row.id)))
}

/// The price and the cart as they are now: a change needs a fresh press.
pub fn rechecked(model: &mut Model, out: &mut Vec<Effect>, reply: Reply) {
    let Submission::Paying(quote, PayStage::Rechecking(way, known)) = &model.submission else { return };
    let (quote, way, known) = (quote.clone(), way.clone(), known.clone());
    let is_same = match is_unchanged(model, &quote, &way, reply) {
        Ok(is_same) => is_same,
        Err(error) => return not_sent_because(model, out, quote, error),
    };
    if !is_same {
        out.push(Effect::ReleaseLock);
        model.submission = Submission::Idle;
        model.trouble = Some(Trouble::TotalChanged);
        out.push(Effect::Focus(Focus::Errors));
        return;
    }
    let intent = Arc::new(intent(&quote, way, known));
    model.submission = Submission::Paying(quote, PayStage::Saving(intent));
    let draft = restore::snapshot(model);
    model.ask(out, Purpose::SaveIntent, Question::SaveDraft(draft));
}

fn intent(quote: &Quote, way: Way, certificates_before: Vec<String>) -> Intent {
    let asked = quote.basis.asked();
    Intent {
        way,
        billorder: quote.billorder.clone(),
        row: quote.row.id.clone(),
        item: quote.row.item_id.clone(),
        domain: asked.subject.domain.to_string(),
        package: quote.row.package_name.clone(),
        months: asked.period.months(),
        total: quote.total.clone(),
        method: quote.basis.method().to_owned(),
        certificates_before,
    }
}

/// The intent is stored (or this browser stores nothing, and only this page can find out): now it is sent.
pub fn saved(model: &mut Model, out: &mut Vec<Effect>) {
    let Submission::Paying(quote, PayStage::Saving(intent)) = &model.submission else { return };
    let (quote, intent) = (quote.clone(), intent.clone());
    match way::request(model, &quote, &intent.way) {
        Some(request) => {
            model.submission = Submission::Paying(quote, PayStage::Sent(intent));
            model.post(out, Purpose::Pay, request);
        }
        // Something has to be sent, and cannot be: what was shown holds no longer.
        None if intent.way != Way::Later => not_sent(model, out, quote, Trouble::TotalChanged),
        // The order lies in the cart already, to be paid later.
        None => ordered(model, out, intent, (Outcome::Later, None), None),
    }
}

/// Paid, refused, or nobody knows.
pub fn paid(model: &mut Model, out: &mut Vec<Effect>, reply: Reply) {
    let Submission::Paying(quote, PayStage::Sent(intent)) = &model.submission else { return };
    let (quote, intent) = (quote.clone(), intent.clone());
    match way::response(model, &intent.way, reply) {
        Ok(paid) => ordered(model, out, intent, paid, None),
        Err(error) if error.is_unclear() || is_gone(&error) => unclear(model, out, intent),
        Err(error) => refused(model, out, quote, &intent.way, error),
    }
}

/// The billing system refused: a field of the order, the payer's own data, or the whole.
fn refused(model: &mut Model, out: &mut Vec<Effect>, quote: Arc<Quote>, way: &Way, error: BillingError) {
    if way.is_past_the_cart() {
        if let Some(said) = order_form::field_error(model, &error) {
            out.push(Effect::ReleaseLock);
            model.submission = Submission::Idle;
            return order_form::refused(model, out, said);
        }
    } else if let BillingError::Api(api) = &error
        && api.kind == ErrorKind::Value
        && !OF_THE_PAYMENT.contains(&api.object.as_str())
    {
        return not_sent(model, out, quote, Trouble::PayerIncomplete(api.message.clone()));
    }
    not_sent_because(model, out, quote, error);
}

/// What the payment itself sends. Whatever else is refused is the payer's: name, address, VAT number (API reference 5.4).
const OF_THE_PAYMENT: [&str; 5] = ["amount", "billorder", "payment_currency", "paymethod", "clicked_button"];

/// "No such order": perhaps because it is paid already.
fn is_gone(error: &BillingError) -> bool {
    matches!(error, BillingError::Api(api) if api.kind == ErrorKind::Missed)
}

fn unclear(model: &mut Model, out: &mut Vec<Effect>, intent: Arc<Intent>) {
    model.submission = Submission::Unclear(intent, Search::default());
    out.push(Effect::SaveDraft(restore::snapshot(model)));
    out.push(Effect::Focus(Focus::Page));
    reconcile::drive(model, out);
}

/// The order is placed. What was typed is kept until the customer leaves, so that a reload shows the order again.
pub fn ordered(
    model: &mut Model,
    out: &mut Vec<Effect>,
    intent: Arc<Intent>,
    (outcome, payment_id): (Outcome, Option<String>),
    certificate_id: Option<String>,
) {
    model.submission = Submission::Ordered(Box::new(Order { intent, outcome, payment_id, certificate_id }));
    model.cart_mark = None;
    out.push(Effect::ReleaseLock);
    out.push(Effect::SaveDraft(restore::snapshot(model)));
    journey::go(model, out, Step::Done, true);
}

fn not_sent_because(model: &mut Model, out: &mut Vec<Effect>, quote: Arc<Quote>, error: BillingError) {
    session::doubt(model, &error);
    let trouble = Trouble::of(error, &model.config.assumed);
    not_sent(model, out, quote, trouble);
}

/// Nothing was paid: back to the quote, with words.
fn not_sent(model: &mut Model, out: &mut Vec<Effect>, quote: Arc<Quote>, trouble: Trouble) {
    out.push(Effect::ReleaseLock);
    model.submission = Submission::Quoted(quote);
    model.trouble = Some(trouble);
    out.push(Effect::SaveDraft(restore::snapshot(model)));
    out.push(Effect::Focus(Focus::Errors));
}
