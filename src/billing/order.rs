//! The customer's orders (API reference 5.2).
use super::assumed::{Assumed, Fact};
use super::doc::{Object, cell, inner_rows, read, rows, shown_cell, some_cell};
use super::error::BillingError;
use super::http::{Caller, HttpRequest, Reply};
use super::money::money;
use super::page;
use super::plain::plain;
use crate::domain::money::Money;

/// One page of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderPage {
    /// The orders.
    pub rows: Vec<OrderRow>,
    /// Number of this page, from 1.
    pub page: u32,
    /// How many pages there are; all of them make the list.
    pub pages: u32,
}

impl OrderPage {
    /// Number of the page to ask for next, if there is one.
    pub fn next_page(&self) -> Option<u32> {
        page::next(self.page, self.pages)
    }
}

/// An order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderRow {
    /// Id (`billorder`).
    pub id: String,
    /// Number to show; the id where there is no other.
    pub number: String,
    /// State as the billing system words it.
    pub status: String,
    /// What it comes to; `None` where no plain figure is given.
    pub total: Option<Money>,
    /// Whether it is among the unpaid ones (`openlist`).
    pub open: bool,
}

/// An order that a cart can be added to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenOrder {
    /// Id (`billorder`).
    pub id: String,
    /// Number to show; the id where there is no other.
    pub number: String,
    /// What it comes to; `None` where no plain figure is given.
    pub total: Option<Money>,
}

/// Asks for page `page` of the list, from 1.
pub fn request(caller: &Caller<'_>, page: u32) -> HttpRequest {
    page::ask(HttpRequest::new(caller, "order"), page)
}

/// One page of the list. The documents name the function and its inner list only; its columns are assumed.
///
/// # Errors
/// As any call.
pub fn response(reply: Reply, assumed: &Assumed) -> Result<OrderPage, BillingError> {
    let doc = read(reply)?;
    let open: Vec<OrderRow> = inner_rows(&doc, "openlist").into_iter().map(|cells| row(cells, true, assumed)).collect();
    let listed: Vec<OrderRow> = if open.is_empty() || doc.contains_key("elem") {
        rows(&doc, "order")?.into_iter().map(|cells| row(cells, false, assumed)).collect()
    } else {
        Vec::new()
    };
    let (page, pages) = page::place(&doc, listed.len());
    let mut all: Vec<OrderRow> = Vec::new();
    for order in open.into_iter().chain(listed).filter(|order| !order.id.is_empty()) {
        if !all.iter().any(|known| known.id == order.id) {
            all.push(order);
        }
    }
    Ok(OrderPage { rows: all, page, pages })
}

/// The unpaid orders (`openlist`), which stand whole beside any page.
///
/// # Errors
/// As any call.
pub fn open_response(reply: Reply, assumed: &Assumed) -> Result<Vec<OpenOrder>, BillingError> {
    let doc = read(reply)?;
    let open = inner_rows(&doc, "openlist").into_iter().map(|cells| open_order(cells, assumed));
    Ok(open.filter(|order| !order.id.is_empty()).collect())
}

fn open_order(cells: &Object, assumed: &Assumed) -> OpenOrder {
    let id = cell(cells, "id");
    let total = assumed.words(Fact::OrderTotal).find_map(|name| money(cells, name, ""));
    OpenOrder {
        number: some_cell(cells, assumed.of(Fact::OrderNumber)).unwrap_or_else(|| id.clone()),
        id,
        total: total.filter(|money| !money.currency.is_empty()),
    }
}

fn row(cells: &Object, open: bool, assumed: &Assumed) -> OrderRow {
    let OpenOrder { id, number, total } = open_order(cells, assumed);
    OrderRow { id, number, status: plain(&shown_cell(cells, "status")), total, open }
}
