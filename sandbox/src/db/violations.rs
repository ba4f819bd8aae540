//! What the guard saw: private keys that reached the server. The key material itself is never stored.

use rusqlite::{Connection, params};
use serde_json::{Value, json};

use crate::clock::Timestamp;
use crate::wire::error::Failure;

/// One private key, or one non-empty key field, seen in one part of one request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The operation it was sent to; empty when there is none.
    pub func: String,
    /// Part of the request: `url`, `header NAME`, `body`, or `server`.
    pub place: String,
    /// What was seen, without the key material.
    pub what: String,
}

/// Stores one.
///
/// # Errors
///
/// The database failed.
pub fn add(db: &Connection, violation: &Violation, now: Timestamp) -> Result<(), Failure> {
    db.execute(
        "INSERT INTO violation (func, place, what, at) VALUES (?1, ?2, ?3, ?4)",
        params![violation.func, violation.place, violation.what, now],
    )?;
    Ok(())
}

/// All of them, oldest first: `{"count": N, "violations": [{"func", "where", "what"}]}`.
///
/// # Errors
///
/// The database failed.
pub fn report(db: &Connection) -> Result<Value, Failure> {
    let mut query = db.prepare("SELECT func, place, what FROM violation ORDER BY id")?;
    let rows = query.query_map([], |row| {
        let (func, place, what): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        Ok(json!({"func": func, "where": place, "what": what}))
    })?;
    let violations = rows.collect::<Result<Vec<_>, _>>()?;
    Ok(json!({"count": violations.len(), "violations": violations}))
}
