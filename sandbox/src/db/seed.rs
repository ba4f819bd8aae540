//! The shop as it is on the first day: customers, packages, promotion codes, one open order.

mod packages;

use rusqlite::{Connection, params};

use super::{countries, payments};
use crate::clock::Timestamp;
use crate::money::Money;
use crate::password::PasswordHash;
use crate::profile::Profile;
use crate::wire::error::Failure;

/// Id of the customer with money.
pub const DEMO_CUSTOMER: i64 = 1001;

/// Id of the first of the customers without names.
const FURTHER_CUSTOMERS: i64 = 20_001;

/// User name of the customer with money.
pub const DEMO_LOGIN: &str = "demo";

/// That customer's password; the sandbox prints it when it starts.
pub const DEMO_PASSWORD: &str = "demo-password";

/// The one-time code of the customer with a second factor: always the same, for trying things out.
pub const DEMO_CODE: &str = "246810";

/// What the first day is like.
#[derive(Clone, Copy, Debug, Default)]
pub struct Start {
    /// Which installation it is.
    pub profile: Profile,
    /// How many customers there are beside those with names.
    pub customers: usize,
}

/// A day, in milliseconds.
const DAY: i64 = 24 * 60 * 60 * 1000;

/// Every table but `authority`, children first.
const EMPTY: &str = "DELETE FROM violation; DELETE FROM answer; DELETE FROM payment; DELETE FROM paymethod; DELETE FROM organization; \
    DELETE FROM contact; DELETE FROM certificate_name; DELETE FROM certificate; DELETE FROM item; \
    DELETE FROM billorder; DELETE FROM promocode; DELETE FROM package_price; DELETE FROM package; \
    DELETE FROM session; DELETE FROM payer; DELETE FROM customer; DELETE FROM country; \
    DELETE FROM sqlite_sequence;";

/// Throws everything away, keeping the certificate authority, and seeds anew. Ids start again.
///
/// # Errors
///
/// The database failed.
pub fn reset(db: &Connection, start: Start, now: Timestamp) -> Result<(), Failure> {
    db.execute_batch(EMPTY)?;
    fill(db, start, now)
}

/// Fills empty tables.
///
/// # Errors
///
/// The database failed.
pub fn fill(db: &Connection, start: Start, now: Timestamp) -> Result<(), Failure> {
    countries::fill(db, start.profile.country_offset())?;
    customers(db)?;
    further_customers(db, start.customers)?;
    packages::fill(db, start.profile.package_offset())?;
    promocodes(db)?;
    paymethods(db)?;
    number_ranges(db)?;
    open_order(db, now)
}

const fn euros(amount: i64) -> Money {
    Money::from_minor(amount * 100)
}

fn customers(db: &Connection) -> Result<(), Failure> {
    let people = [
        (DEMO_CUSTOMER, DEMO_LOGIN, DEMO_PASSWORD, "Dana Demo", 500, None),
        (1002, "trial", "trial-password", "Terry Trial", 5, None),
        (1003, "demo2fa", DEMO_PASSWORD, "Casey Careful", 500, Some(DEMO_CODE)),
    ];
    for (id, login, password, realname, balance, code) in people {
        customer(db, id, [login, realname], &PasswordHash::new(password)?, balance, code)?;
    }
    Ok(())
}

/// Adds `load001` and so on, those that are not there yet. They share one hash: making one for each would take long.
///
/// # Errors
///
/// The database failed.
pub fn further_customers(db: &Connection, count: usize) -> Result<(), Failure> {
    if count == 0 {
        return Ok(());
    }
    let hash = PasswordHash::new(DEMO_PASSWORD)?;
    for (id, number) in (FURTHER_CUSTOMERS..).zip(1..=count) {
        customer(db, id, [&format!("load{number:03}"), &format!("Customer {number}")], &hash, 500, None)?;
    }
    Ok(())
}

/// Adds a customer and their payer, unless they are there.
fn customer(
    db: &Connection,
    id: i64,
    [login, realname]: [&str; 2],
    password: &PasswordHash,
    balance: i64,
    code: Option<&str>,
) -> Result<(), Failure> {
    db.execute(
        "INSERT OR IGNORE INTO customer \
         (id, login, password_salt, password_hash, realname, email, phone, balance, code) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        params![
            id,
            login,
            password.salt,
            password.hash,
            realname,
            format!("{login}@customer.example"),
            "+49 (30) 1234567",
            euros(balance),
            code
        ],
    )?;
    db.execute(
        "INSERT OR IGNORE INTO payer (id, customer, name) VALUES (?1, ?2, ?3)",
        params![id - 1000 + 30, id, realname],
    )?;
    Ok(())
}

fn promocodes(db: &Connection) -> Result<(), Failure> {
    for (code, percent, validation, expired) in [
        ("WELCOME10", 10, None, false),
        ("EXPIRED", 20, None, true),
        ("OVONLY", 15, Some("ov"), false),
        ("FREE100", 100, None, false),
    ] {
        db.execute(
            "INSERT INTO promocode (code, percent, validation, expired) VALUES (?1, ?2, ?3, ?4)",
            params![code, percent, validation, expired],
        )?;
    }
    Ok(())
}

/// Kinds other than 0 are those of no real installation.
fn paymethods(db: &Connection) -> Result<(), Failure> {
    for (id, kind, name, description, least) in [
        (payments::BALANCE, 0, "Current account", "Pay from your balance at once.", 0),
        (2, 7, "Bank transfer", "We show you the bank details. Your order starts when the money is here.", 0),
        (3, 9, "Card", "Visa and Mastercard.", 15),
    ] {
        db.execute(
            "INSERT INTO paymethod (id, kind, name, description, min_amount) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![id, kind, name, description, euros(least)],
        )?;
    }
    Ok(())
}

/// Starts each kind of id in a range of its own, so that one taken for another is never found.
fn number_ranges(db: &Connection) -> Result<(), Failure> {
    for (table, last) in [("billorder", 10), ("item", 500), ("payment", 7000)] {
        db.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?1, ?2)", params![table, last])?;
    }
    Ok(())
}

/// An order the customer has put off paying: a domain, so that it is no certificate anyone waits for.
fn open_order(db: &Connection, now: Timestamp) -> Result<(), Failure> {
    let created = now.plus_millis(-3 * DAY);
    db.execute(
        "INSERT INTO billorder (customer, status, created_at) VALUES (?1, 'unpaid', ?2)",
        params![DEMO_CUSTOMER, created],
    )?;
    db.execute(
        "INSERT INTO item (billorder, item_type, description, period, cost, setup, created_at) \
         VALUES (?1, 'domain', 'Renewal of the domain customer.example', 12, ?2, 0, ?3)",
        params![db.last_insert_rowid(), euros(12), created],
    )?;
    Ok(())
}
