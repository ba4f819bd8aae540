//! Bills: the cart, open orders and paid ones, and what their rows cost.

use rusqlite::{Connection, OptionalExtension, params};

use super::catalogue::{self, Promocode, Validation};
use crate::clock::Timestamp;
use crate::money::{Money, RowPrice};
use crate::wire::error::Failure;

/// State of a bill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Being put together; each customer has one at most.
    Cart,
    /// Placed, to be paid later.
    Unpaid,
    /// Paid.
    Paid,
}

impl Status {
    /// Its name in the database and in `/sandbox/orders`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Cart => "cart",
            Self::Unpaid => "unpaid",
            Self::Paid => "paid",
        }
    }

    fn from_code(code: &str) -> Self {
        match code {
            "cart" => Self::Cart,
            "paid" => Self::Paid,
            _ => Self::Unpaid,
        }
    }
}

/// One row of a bill.
#[derive(Clone, Debug)]
pub struct Row {
    /// Item id.
    pub id: i64,
    /// `certificate` or `domain`.
    pub item_type: String,
    /// What it is, as plain text.
    pub description: String,
    /// The package's name; empty for items of no package.
    pub package: String,
    /// Months.
    pub period: i64,
    /// Setup fee, part of the price's `full`.
    pub setup: Money,
    /// Price with discount and tax.
    pub price: RowPrice,
}

/// A bill with its rows.
#[derive(Clone, Debug)]
pub struct Billorder {
    /// Database id.
    pub id: i64,
    /// State.
    pub status: Status,
    /// Promotion code applied.
    pub promocode: Option<String>,
    /// When it was begun.
    pub created_at: Timestamp,
    /// Its rows by id.
    pub rows: Vec<Row>,
}

impl Billorder {
    /// What is to be paid.
    pub fn total(&self) -> Money {
        self.rows.iter().map(|row| row.price.total()).sum()
    }

    /// Whether it may still be paid.
    pub fn is_open(&self) -> bool {
        self.status != Status::Paid && !self.rows.is_empty()
    }
}

/// A customer's bill.
///
/// # Errors
///
/// The database failed.
pub fn find(db: &Connection, customer: i64, id: i64) -> Result<Option<Billorder>, Failure> {
    let query = "SELECT status, promocode, created_at FROM billorder WHERE customer = ?1 AND id = ?2";
    let found = db.query_row(query, [customer, id], |row| Ok((row.get::<_, String>(0)?, row.get(1)?, row.get(2)?)));
    let Some((status, promocode, created_at)) = found.optional()? else {
        return Ok(None);
    };
    let code: Option<String> = promocode;
    let promotion = match &code {
        Some(code) => catalogue::promocode(db, code)?,
        None => None,
    };
    Ok(Some(Billorder {
        id,
        status: Status::from_code(&status),
        promocode: code,
        created_at,
        rows: rows(db, id, promotion.as_ref())?,
    }))
}

fn rows(db: &Connection, id: i64, promotion: Option<&Promocode>) -> Result<Vec<Row>, Failure> {
    let mut query = db.prepare(
        "SELECT item.id, item_type, item.description, package, period, cost, item.setup, item.promocode \
         FROM item WHERE billorder = ?1 ORDER BY item.id",
    )?;
    let mut rows = query.query([id])?;
    let mut result = Vec::new();
    while let Some(row) = rows.next()? {
        let package = match row.get::<_, Option<i64>>(3)? {
            Some(package) => catalogue::find(db, package)?,
            None => None,
        };
        let validation = package.as_ref().map(|package| package.validation);
        let own = match row.get::<_, Option<String>>(7)? {
            Some(code) => catalogue::promocode(db, &code)?,
            None => None,
        };
        let (cost, setup): (Money, Money) = (row.get(5)?, row.get(6)?);
        result.push(Row {
            id: row.get(0)?,
            item_type: row.get(1)?,
            description: row.get(2)?,
            package: package.map_or_else(String::new, |package| package.name),
            period: row.get(4)?,
            setup,
            price: RowPrice::new(cost + setup, percent(own.as_ref().or(promotion), validation)),
        });
    }
    Ok(result)
}

/// The discount of a row in percent.
fn percent(promotion: Option<&Promocode>, row: Option<Validation>) -> i64 {
    match promotion {
        Some(code) if code.only.is_none() || code.only == row => code.percent,
        _ => 0,
    }
}

/// The customer's cart, if there is one.
///
/// # Errors
///
/// The database failed.
pub fn cart(db: &Connection, customer: i64) -> Result<Option<Billorder>, Failure> {
    let query = "SELECT id FROM billorder WHERE customer = ?1 AND status = 'cart' AND is_new = 0";
    let id: Option<i64> = db.query_row(query, [customer], |r| r.get(0)).optional()?;
    id.map_or(Ok(None), |id| find(db, customer, id))
}

/// The customer's bills, newest first; the cart is one of those to be paid.
///
/// # Errors
///
/// The database failed.
pub fn placed(db: &Connection, customer: i64) -> Result<Vec<Billorder>, Failure> {
    let mut query = db.prepare("SELECT id FROM billorder WHERE customer = ?1 ORDER BY id DESC")?;
    let ids = query.query_map([customer], |row| row.get(0))?;
    let mut bills = Vec::new();
    for id in ids {
        bills.extend(find(db, customer, id?)?);
    }
    Ok(bills)
}

/// The id of the customer's cart, begun if there is none.
///
/// # Errors
///
/// The database failed.
pub fn open_cart(db: &Connection, customer: i64, now: Timestamp) -> Result<i64, Failure> {
    if let Some(cart) = cart(db, customer)? {
        return Ok(cart.id);
    }
    begin(db, customer, Status::Cart, now)
}

/// Begins a bill.
///
/// # Errors
///
/// The database failed.
pub fn begin(db: &Connection, customer: i64, status: Status, now: Timestamp) -> Result<i64, Failure> {
    db.execute(
        "INSERT INTO billorder (customer, status, created_at) VALUES (?1, ?2, ?3)",
        params![customer, status.code(), now],
    )?;
    Ok(db.last_insert_rowid())
}

/// Moves an open bill to another state; returns whether it was open.
///
/// # Errors
///
/// The database failed.
pub fn set_status(db: &Connection, id: i64, status: Status) -> Result<bool, Failure> {
    let update = "UPDATE billorder SET status = ?2 WHERE id = ?1 AND status <> 'paid'";
    Ok(db.execute(update, params![id, status.code()])? == 1)
}

/// Applies a promotion code to a bill, or takes it off.
///
/// # Errors
///
/// The database failed.
pub fn set_promocode(db: &Connection, id: i64, code: Option<&str>) -> Result<(), Failure> {
    let update = "UPDATE billorder SET promocode = ?2 WHERE id = ?1";
    db.execute(update, params![id, code])?;
    Ok(())
}

/// Moves everything in the cart into an open order of the same customer. Rows keep the price they had.
///
/// # Errors
///
/// The database failed.
pub fn join(db: &Connection, cart: &Billorder, order: i64) -> Result<(), Failure> {
    let update = "UPDATE item SET billorder = ?2, promocode = coalesce(promocode, ?3) WHERE billorder = ?1";
    db.execute(update, params![cart.id, order, cart.promocode])?;
    remove(db, cart.id)
}

/// Moves the row last added to a bill into the customer's new cart. Returns the cart's id and the row's.
///
/// # Errors
///
/// The database failed.
pub fn move_to_new_cart(db: &Connection, customer: i64, bill: i64, now: Timestamp) -> Result<(i64, i64), Failure> {
    let query = "SELECT id FROM billorder WHERE customer = ?1 AND status = 'cart' AND is_new = 1";
    let known: Option<i64> = db.query_row(query, [customer], |row| row.get(0)).optional()?;
    let row: i64 = db.query_row("SELECT max(id) FROM item WHERE billorder = ?1", [bill], |row| row.get(0))?;
    let cart = match known {
        Some(cart) => cart,
        None => begin_new_cart(db, customer, now)?,
    };
    db.execute("UPDATE item SET billorder = ?2 WHERE id = ?1", [row, cart])?;
    remove_empty(db, bill)?;
    Ok((cart, row))
}

fn begin_new_cart(db: &Connection, customer: i64, now: Timestamp) -> Result<i64, Failure> {
    let insert = "INSERT INTO billorder (customer, status, is_new, created_at) VALUES (?1, 'cart', 1, ?2)";
    db.execute(insert, params![customer, now])?;
    Ok(db.last_insert_rowid())
}

/// Whether the bill is a customer's new cart.
///
/// # Errors
///
/// The database failed.
pub fn is_new_cart(db: &Connection, bill: i64) -> Result<bool, Failure> {
    let query = "SELECT status = 'cart' AND is_new = 1 FROM billorder WHERE id = ?1";
    Ok(db.query_row(query, [bill], |row| row.get(0))?)
}

/// Removes a row; a bill without rows goes too. Returns whether the row was there.
///
/// # Errors
///
/// The database failed.
pub fn remove_row(db: &Connection, bill: i64, row: i64) -> Result<bool, Failure> {
    let delete = "DELETE FROM item WHERE billorder = ?1 AND id = ?2";
    let removed = db.execute(delete, [bill, row])? == 1;
    remove_empty(db, bill)?;
    Ok(removed)
}

fn remove_empty(db: &Connection, bill: i64) -> Result<(), Failure> {
    let empty = "DELETE FROM billorder WHERE id = ?1 \
                 AND NOT EXISTS (SELECT 1 FROM item WHERE billorder = ?1)";
    db.execute(empty, [bill])?;
    Ok(())
}

/// Removes a bill with all its rows.
///
/// # Errors
///
/// The database failed; a bill with a payment cannot be removed.
pub fn remove(db: &Connection, bill: i64) -> Result<(), Failure> {
    db.execute("DELETE FROM billorder WHERE id = ?1", [bill])?;
    Ok(())
}
