//! Payments: from the balance at once, or announced for later.

use rusqlite::{Connection, params};

use super::billorders::{self, Billorder, Status};
use super::customers;
use crate::clock::Timestamp;
use crate::money::{CURRENCY, Money};
use crate::wire::error::{ApiError, Failure};

/// Payment status 1: announced.
const NEW: i64 = 1;

/// Payment status 4: credited.
const CREDITED: i64 = 4;

/// A way to pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Method {
    /// Database id.
    pub id: i64,
    /// Name.
    pub name: &'static str,
    /// A sentence about it.
    pub description: &'static str,
    /// `0` is the balance.
    pub kind: &'static str,
}

/// The balance.
pub const BALANCE: Method =
    Method { id: 1, name: "Current account", description: "Pay from your balance at once.", kind: "0" };

/// A bank transfer.
pub const BANK_TRANSFER: Method = Method {
    id: 2,
    name: "Bank transfer",
    description: "We show you the bank details. Your order starts when the money is here.",
    kind: "7",
};

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
    let start = "UPDATE certificate SET paid_at = ?2 \
                 WHERE item IN (SELECT id FROM item WHERE billorder = ?1)";
    db.execute(start, params![bill.id, now])?;
    insert(db, customer, bill.id, payer, amount, CREDITED, BALANCE, now)
}

/// Places a bill that will be paid by bank transfer. Returns the payment's id.
///
/// # Errors
///
/// `missed`/`billorder` when it is already paid or empty.
pub fn announce(
    db: &Connection,
    customer: i64,
    bill: &Billorder,
    payer: Option<i64>,
    now: Timestamp,
) -> Result<i64, Failure> {
    if !bill.is_open() || !billorders::set_status(db, bill.id, Status::Unpaid)? {
        return Err(ApiError::missed("billorder", &bill.id.to_string()).into());
    }
    let amount = bill.total();
    insert(db, customer, bill.id, payer, amount, NEW, BANK_TRANSFER, now)
}

#[allow(clippy::too_many_arguments, reason = "the columns of one row")]
fn insert(
    db: &Connection,
    customer: i64,
    bill: i64,
    payer: Option<i64>,
    amount: Money,
    status: i64,
    method: Method,
    now: Timestamp,
) -> Result<i64, Failure> {
    db.execute(
        "INSERT INTO payment (customer, billorder, payer, amount, currency, status, paymethod, created_at) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![customer, bill, payer, amount, CURRENCY, status, method.id, now],
    )?;
    Ok(db.last_insert_rowid())
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
}

/// The payments of a bill, oldest first.
///
/// # Errors
///
/// The database failed.
pub fn of_bill(db: &Connection, bill: i64) -> Result<Vec<Payment>, Failure> {
    let mut query = db.prepare("SELECT id, amount, currency, status FROM payment WHERE billorder = ?1 ORDER BY id")?;
    let payments = query.query_map([bill], |row| {
        Ok(Payment { id: row.get(0)?, amount: row.get(1)?, currency: row.get(2)?, status: row.get(3)? })
    })?;
    Ok(payments.collect::<Result<_, _>>()?)
}
