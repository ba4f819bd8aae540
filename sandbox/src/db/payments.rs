//! Payments: from the balance at once, or announced for later.

use rusqlite::{Connection, OptionalExtension, params};

use super::billorders::{self, Billorder, Status};
use super::customers;
use crate::clock::Timestamp;
use crate::money::{CURRENCY, Money};
use crate::wire::error::{ApiError, Failure};

/// Payment status 1: announced.
const NEW: i64 = 1;

/// Payment status 4: credited.
const CREDITED: i64 = 4;

/// Id of the way to pay from the balance.
pub const BALANCE: i64 = 1;

/// A way to pay.
#[derive(Clone, Debug)]
pub struct Method {
    /// Database id.
    pub id: i64,
    /// `0` is the balance.
    pub kind: i64,
    /// Name.
    pub name: String,
    /// A sentence about it.
    pub description: String,
    /// The smallest amount it takes.
    pub min_amount: Money,
}

/// All ways to pay, the balance first.
///
/// # Errors
///
/// The database failed.
pub fn methods(db: &Connection) -> Result<Vec<Method>, Failure> {
    let mut query = db.prepare("SELECT id, kind, name, description, min_amount FROM paymethod ORDER BY id")?;
    let methods = query.query_map([], |row| {
        Ok(Method {
            id: row.get(0)?,
            kind: row.get(1)?,
            name: row.get(2)?,
            description: row.get(3)?,
            min_amount: row.get(4)?,
        })
    })?;
    Ok(methods.collect::<Result<_, _>>()?)
}

/// Pays a bill from its customer's balance: payment, balance, bill and certificates change together, in the
/// caller's transaction. Returns the payment's id.
///
/// # Errors
///
/// `missed`/`billorder` when it is already paid or empty; `limit`/`balance` when the balance is too small.
pub fn from_balance(
    db: &Connection,
    customer: i64,
    bill: &Billorder,
    payer: Option<i64>,
    now: Timestamp,
) -> Result<i64, Failure> {
    if !bill.is_open() || !billorders::set_status(db, bill.id, Status::Paid)? {
        return Err(ApiError::missed("billorder", &bill.id.to_string()).into());
    }
    let amount = bill.total();
    customers::charge(db, customer, amount)?;
    start(db, bill.id, now)?;
    insert(db, customer, bill.id, payer, amount, CREDITED, BALANCE, now)
}

/// Sets the certificates of a paid bill going.
fn start(db: &Connection, bill: i64, now: Timestamp) -> Result<(), Failure> {
    let start = "UPDATE certificate SET paid_at = ?2 WHERE item IN (SELECT id FROM item WHERE billorder = ?1)";
    db.execute(start, params![bill, now])?;
    Ok(())
}

/// Places a bill that will be paid by `method`. One that was announced the same way before keeps its payment. Returns the payment's id.
///
/// # Errors
///
/// `missed`/`billorder` when it is already paid or empty.
pub fn announce(
    db: &Connection,
    customer: i64,
    bill: &Billorder,
    payer: Option<i64>,
    method: &Method,
    now: Timestamp,
) -> Result<i64, Failure> {
    if !bill.is_open() || !billorders::set_status(db, bill.id, Status::Unpaid)? {
        return Err(ApiError::missed("billorder", &bill.id.to_string()).into());
    }
    let amount = bill.total();
    let query = "SELECT id FROM payment WHERE billorder = ?1 AND status = ?2 AND paymethod = ?3 AND amount = ?4";
    let known = db.query_row(query, params![bill.id, NEW, method.id, amount], |row| row.get(0)).optional()?;
    match known {
        Some(known) => Ok(known),
        None => insert(db, customer, bill.id, payer, amount, NEW, method.id, now),
    }
}

#[allow(clippy::too_many_arguments, reason = "the columns of one row")]
fn insert(
    db: &Connection,
    customer: i64,
    bill: i64,
    payer: Option<i64>,
    amount: Money,
    status: i64,
    method: i64,
    now: Timestamp,
) -> Result<i64, Failure> {
    db.execute(
        "INSERT INTO payment (customer, billorder, payer, amount, currency, status, paymethod, created_at) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![customer, bill, payer, amount, CURRENCY, status, method, now],
    )?;
    Ok(db.last_insert_rowid())
}

/// The money of an announced payment is here: bill, certificates and payment change together. Returns whether the
/// payment was waiting for it and its amount is still what the bill costs.
///
/// # Errors
///
/// The database failed.
pub fn credit(db: &Connection, payment: i64, now: Timestamp) -> Result<bool, Failure> {
    let Some(announced) = announced(db, payment)? else { return Ok(false) };
    let bill = billorders::find(db, announced.customer, announced.bill)?;
    let fits = bill.is_some_and(|bill| bill.is_open() && bill.total() == announced.amount);
    if !fits || !billorders::set_status(db, announced.bill, Status::Paid)? {
        return Ok(false);
    }
    db.execute("UPDATE payment SET status = ?2 WHERE id = ?1", [payment, CREDITED])?;
    start(db, announced.bill, now)?;
    Ok(true)
}

/// A payment that waits for its money.
#[derive(Clone, Debug)]
pub struct Announced {
    /// How much.
    pub amount: Money,
    /// By whom.
    pub customer: i64,
    /// For which bill.
    pub bill: i64,
}

/// The payment with this id, if it waits for its money.
///
/// # Errors
///
/// The database failed.
pub fn announced(db: &Connection, payment: i64) -> Result<Option<Announced>, Failure> {
    let query = "SELECT amount, customer, billorder FROM payment WHERE id = ?1 AND status = ?2";
    let found = db.query_row(query, [payment, NEW], |row| {
        Ok(Announced { amount: row.get(0)?, customer: row.get(1)?, bill: row.get(2)? })
    });
    Ok(found.optional()?)
}

/// A stored payment.
#[derive(Clone, Debug)]
pub struct Payment {
    /// Database id.
    pub id: i64,
    /// How much.
    pub amount: Money,
    /// ISO 4217.
    pub currency: String,
    /// 1 announced, 4 credited.
    pub status: i64,
    /// Way to pay.
    pub method: i64,
}

/// The payments of a bill, oldest first.
///
/// # Errors
///
/// The database failed.
pub fn of_bill(db: &Connection, bill: i64) -> Result<Vec<Payment>, Failure> {
    let mut query =
        db.prepare("SELECT id, amount, currency, status, paymethod FROM payment WHERE billorder = ?1 ORDER BY id")?;
    let payments = query.query_map([bill], |row| {
        Ok(Payment {
            id: row.get(0)?,
            amount: row.get(1)?,
            currency: row.get(2)?,
            status: row.get(3)?,
            method: row.get(4)?,
        })
    })?;
    Ok(payments.collect::<Result<_, _>>()?)
}
