//! Customers, their payers and their balance.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::seed::DEMO_CODE;
use crate::money::Money;
use crate::password;
use crate::wire::error::{ApiError, Failure};
use crate::wire::form::Choice;

/// A customer as the API shows one.
#[derive(Clone, Debug)]
pub struct Customer {
    /// Database id.
    pub id: i64,
    /// User name.
    pub login: String,
    /// Full name.
    pub realname: String,
    /// E-mail address.
    pub email: String,
    /// Phone number.
    pub phone: String,
    /// Money on the account.
    pub balance: Money,
}

const COLUMNS: &str = "id, login, realname, email, phone, balance";

fn customer(row: &Row<'_>) -> rusqlite::Result<Customer> {
    Ok(Customer {
        id: row.get(0)?,
        login: row.get(1)?,
        realname: row.get(2)?,
        email: row.get(3)?,
        phone: row.get(4)?,
        balance: row.get(5)?,
    })
}

/// The customer with this id.
///
/// # Errors
///
/// The database failed.
pub fn find(db: &Connection, id: i64) -> Result<Option<Customer>, Failure> {
    let query = format!("SELECT {COLUMNS} FROM customer WHERE id = ?1");
    Ok(db.query_row(&query, [id], customer).optional()?)
}

/// All customers by id.
///
/// # Errors
///
/// The database failed.
pub fn all(db: &Connection) -> Result<Vec<Customer>, Failure> {
    let mut query = db.prepare(&format!("SELECT {COLUMNS} FROM customer ORDER BY id"))?;
    let customers = query.query_map([], customer)?;
    Ok(customers.collect::<Result<_, _>>()?)
}

/// The id of the customer with this user name and password.
///
/// # Errors
///
/// `auth`/`badpassword`, the same for an unknown user and a wrong password.
pub fn log_in(db: &Connection, login: &str, password: &str) -> Result<i64, Failure> {
    let query = "SELECT id, password_salt, password_hash FROM customer WHERE login = ?1";
    let stored =
        db.query_row(query, [login], |row| Ok((row.get(0)?, row.get::<_, Vec<u8>>(1)?, row.get::<_, Vec<u8>>(2)?)));
    match stored.optional()? {
        Some((id, salt, hash)) if password::matches(password, &salt, &hash) => Ok(id),
        _ => Err(ApiError::bad_password().into()),
    }
}

/// Whether the customer's account asks for a one-time code.
///
/// # Errors
///
/// The database failed.
pub fn has_code(db: &Connection, id: i64) -> Result<bool, Failure> {
    Ok(db.query_row("SELECT code IS NOT NULL FROM customer WHERE id = ?1", [id], |row| row.get(0))?)
}

/// Whether `code` is the customer's one-time code. A customer without one is asked only where a fault asks everybody, and
/// then it is the same as that of all others.
///
/// # Errors
///
/// The database failed.
pub fn is_code(db: &Connection, id: i64, code: &str) -> Result<bool, Failure> {
    let query = "SELECT count(*) FROM customer WHERE id = ?1 AND coalesce(code, ?3) = ?2";
    Ok(db.query_row(query, params![id, code, DEMO_CODE], |row| row.get::<_, i64>(0))? == 1)
}

/// Takes `amount` from the balance.
///
/// # Errors
///
/// `limit`/`balance` when the balance is smaller; nothing is taken then.
pub fn charge(db: &Connection, id: i64, amount: Money) -> Result<(), Failure> {
    let update = "UPDATE customer SET balance = balance - ?2 WHERE id = ?1 AND balance >= ?2";
    if db.execute(update, params![id, amount])? == 0 {
        return Err(ApiError::balance(amount).into());
    }
    Ok(())
}

/// Puts the balance aside, so that nothing can be paid from it. [`give_back`] takes what this returns.
///
/// # Errors
///
/// The database failed.
pub fn put_aside(db: &Connection, id: i64) -> Result<Money, Failure> {
    let all = db.query_row("SELECT balance FROM customer WHERE id = ?1", [id], |row| row.get(0))?;
    db.execute("UPDATE customer SET balance = 0 WHERE id = ?1", [id])?;
    Ok(all)
}

/// Adds to the balance what was put aside.
///
/// # Errors
///
/// The database failed.
pub fn give_back(db: &Connection, id: i64, amount: Money) -> Result<(), Failure> {
    db.execute("UPDATE customer SET balance = balance + ?2 WHERE id = ?1", params![id, amount])?;
    Ok(())
}

/// The customer's payers.
///
/// # Errors
///
/// The database failed.
pub fn payers(db: &Connection, id: i64) -> Result<Vec<Choice>, Failure> {
    let mut query = db.prepare("SELECT id, name FROM payer WHERE customer = ?1 ORDER BY id")?;
    let payers = query.query_map([id], |row| Ok(Choice::new(row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))?;
    Ok(payers.collect::<Result<_, _>>()?)
}
