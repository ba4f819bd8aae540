//! After an unclear end: the billing system's lists tell whether the order was placed. Nothing is re-sent by itself.
use std::sync::Arc;

use crate::billing::certificate::{self, CertificateRow, CertificateStatus};
use crate::billing::error::BillingError;
use crate::billing::http::Reply;
use crate::billing::{basket, order};

use super::effect::{Effect, Focus, Purpose, Question};
use super::model::Model;
use super::payment::{self, Intent};
use super::submission::Submission;
use super::way::Outcome;
use super::{restore, session};

/// Between two looks that count.
const BETWEEN_LOOKS_MS: u32 = 60_000;
/// So many looks without a find, and the customer may try again.
const LOOKS: u8 = 2;

/// How far the search is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search {
    /// Looks without a find, [`BETWEEN_LOOKS_MS`] apart.
    pub looks: u8,
    /// Whether the look under way counts.
    counts: bool,
    /// Our row has left the cart, and is found nowhere: nobody can say that nothing happened.
    pub is_gone: bool,
    /// The page of the orders asked for.
    order_page: u32,
    /// What is being done.
    pub state: SearchState,
}

/// What the search is doing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum SearchState {
    /// Not begun, or waiting for the log-in.
    #[default]
    Idle,
    /// Looking.
    Looking {
        /// Certificates that may be ours so far.
        found: Vec<CertificateRow>,
        /// The page asked for.
        page: u32,
    },
    /// Waiting for the next look.
    Waiting,
    /// The billing system could not be asked.
    Failed(BillingError),
    /// More than one may be ours: the customer knows.
    Several(Vec<CertificateRow>),
    /// Nothing was found, twice.
    NotFound,
}

/// Begins the search as soon as there is a session.
pub fn drive(model: &mut Model, out: &mut Vec<Effect>) {
    let has_session = model.session_id().is_some();
    if let Submission::Unclear(_, search) = &mut model.submission
        && search.state == SearchState::Idle
        && has_session
    {
        search.counts = true;
        look(model, out, Vec::new(), 1);
    }
}

fn look(model: &mut Model, out: &mut Vec<Effect>, found: Vec<CertificateRow>, page: u32) {
    let request = certificate::request(&model.caller(), page);
    model.cancel(Purpose::CartSearch);
    model.cancel(Purpose::OrderSearch);
    if let Submission::Unclear(_, search) = &mut model.submission {
        search.state = SearchState::Looking { found, page };
        model.post(out, Purpose::CertificatesSearch, request);
    }
}

/// "Look again": at once, though it does not count as a look in time.
pub fn look_again(model: &mut Model, out: &mut Vec<Effect>) {
    if let Submission::Unclear(_, search) = &mut model.submission
        && matches!(search.state, SearchState::Waiting | SearchState::Failed(_))
    {
        // After a failure no look has happened yet in this interval.
        search.counts = matches!(search.state, SearchState::Failed(_)) && search.looks == 0;
        look(model, out, Vec::new(), 1);
    }
}

/// Whether the last look failed for want of a connection.
pub fn is_offline(model: &Model) -> bool {
    let Submission::Unclear(_, search) = &model.submission else { return false };
    search.state == SearchState::Failed(BillingError::Offline)
}

/// After the log-in the search begins again.
pub fn retry(model: &mut Model) {
    if let Submission::Unclear(_, search) = &mut model.submission
        && matches!(search.state, SearchState::Failed(_))
    {
        search.state = SearchState::Idle;
    }
}

/// A minute has passed.
pub fn time_to_look(model: &mut Model, out: &mut Vec<Effect>) {
    if let Submission::Unclear(_, search) = &mut model.submission {
        search.counts = true;
        look(model, out, Vec::new(), 1);
    }
}

/// Whether `row` may be what `intent` ordered.
pub fn may_be(row: &CertificateRow, intent: &Intent) -> bool {
    let was_there = intent.certificates_before.contains(&row.id);
    if !intent.item.is_empty() && row.id == intent.item {
        // What lies unpaid in the cart may be listed too: it is an order only once its state has moved on.
        return !was_there || row.status != CertificateStatus::Ordered;
    }
    row.cn == intent.domain && !was_there
}

/// A page of the customer's certificates.
pub fn certificates(model: &mut Model, out: &mut Vec<Effect>, reply: Reply) {
    let Submission::Unclear(intent, Search { state: SearchState::Looking { found, page: asked }, .. }) =
        &model.submission
    else {
        return;
    };
    let (intent, mut found, asked) = (intent.clone(), found.clone(), *asked);
    match certificate::response(reply, &model.config.assumed) {
        Err(error) => failed(model, out, error),
        Ok(page) => {
            let pages = page.pages;
            found.extend(page.rows.into_iter().filter(|row| may_be(row, &intent)));
            if asked < pages {
                return look(model, out, found, asked + 1);
            }
            decide(model, out, intent, found);
        }
    }
}

fn decide(model: &mut Model, out: &mut Vec<Effect>, intent: Arc<Intent>, mut found: Vec<CertificateRow>) {
    if let Some(exact) = found.iter().position(|row| row.id == intent.item) {
        found = vec![found.swap_remove(exact)];
    }
    match found.as_slice() {
        [only] => {
            let (id, outcome) = (only.id.clone(), intent.way.found());
            payment::ordered(model, out, intent, (outcome, None), Some(id));
        }
        [] if intent.way.is_past_the_cart() => not_found(model, out),
        [] => {
            let request = basket::read_request(&model.caller(), &model.config.assumed);
            model.post(out, Purpose::CartSearch, request);
        }
        _ => set(model, out, SearchState::Several(found)),
    }
}

/// Nothing among the certificates: where our row lies in the cart as before, nothing was ordered. Where it does not, the
/// orders are searched, since not every installation lists what is not paid yet.
pub fn cart(model: &mut Model, out: &mut Vec<Effect>, reply: Reply) {
    let Submission::Unclear(intent, search) = &mut model.submission else { return };
    match basket::read_response(reply, intent.currency(), &model.config.assumed) {
        Err(error) => failed(model, out, error),
        Ok(cart) if cart.rows.iter().any(|row| row.id == intent.row) => {
            search.is_gone = false;
            not_found(model, out);
        }
        Ok(_) => search_orders(model, out, 1),
    }
}

fn search_orders(model: &mut Model, out: &mut Vec<Effect>, page: u32) {
    let Submission::Unclear(_, search) = &mut model.submission else { return };
    search.order_page = page;
    let request = order::request(&model.caller(), page);
    model.post(out, Purpose::OrderSearch, request);
}

/// A page of the customer's orders: what was the cart may be one of them now, paid or not.
pub fn orders(model: &mut Model, out: &mut Vec<Effect>, reply: Reply) {
    let Submission::Unclear(intent, search) = &mut model.submission else { return };
    let page = match order::response(reply, &model.config.assumed) {
        Err(error) => return failed(model, out, error),
        Ok(page) => page,
    };
    if let Some(row) = page.rows.iter().find(|row| row.id == intent.billorder) {
        let outcome = if row.open { Outcome::Later } else { intent.way.found() };
        let intent = Arc::clone(intent);
        return payment::ordered(model, out, intent, (outcome, None), None);
    }
    let next = search.order_page + 1;
    if next <= page.pages {
        return search_orders(model, out, next);
    }
    search.is_gone = true;
    not_found(model, out);
}

fn not_found(model: &mut Model, out: &mut Vec<Effect>) {
    let Submission::Unclear(_, search) = &mut model.submission else { return };
    search.looks += u8::from(std::mem::take(&mut search.counts));
    if search.looks >= LOOKS {
        model.cancel(Purpose::SearchAgain);
        set(model, out, SearchState::NotFound);
    } else {
        set(model, out, SearchState::Waiting);
        if !model.is_pending(Purpose::SearchAgain) {
            model.ask(out, Purpose::SearchAgain, Question::Wait(BETWEEN_LOOKS_MS));
        }
    }
}

fn failed(model: &mut Model, out: &mut Vec<Effect>, error: BillingError) {
    session::doubt(model, &error);
    set(model, out, SearchState::Failed(error));
}

fn set(model: &mut Model, out: &mut Vec<Effect>, state: SearchState) {
    if let Submission::Unclear(_, search) = &mut model.submission {
        search.state = state;
        out.push(Effect::Focus(Focus::Page));
    }
}

/// The customer names the certificate that came of this order.
pub fn adopt(model: &mut Model, out: &mut Vec<Effect>, id: &str) {
    let Submission::Unclear(intent, Search { state: SearchState::Several(found), .. }) = &model.submission else {
        return;
    };
    if found.iter().any(|row| row.id == id) {
        let (intent, outcome) = (Arc::clone(intent), intent.way.found());
        payment::ordered(model, out, intent, (outcome, None), Some(id.to_owned()));
    }
}

/// The customer wants to try again after two looks without a find: back to the cart, and to a fresh press of the button.
pub fn try_again(model: &mut Model, out: &mut Vec<Effect>) {
    if let Submission::Unclear(_, Search { state: SearchState::NotFound, .. }) = &model.submission {
        model.submission = Submission::Idle;
        out.push(Effect::ReleaseLock);
        out.push(Effect::SaveDraft(restore::snapshot(model)));
        out.push(Effect::Focus(Focus::Page));
    }
}
