//! Sessions: random ids of which only the hash is stored, one hour after the last request.

use ring::digest;
use rusqlite::{Connection, OptionalExtension, params};

use super::customers::{self, Customer};
use crate::clock::Timestamp;
use crate::token;
use crate::wire::error::Failure;

/// How long a session lives after its last request, in milliseconds.
const LIFETIME: i64 = 60 * 60 * 1000;

fn hash(id: &str) -> Vec<u8> {
    digest::digest(&digest::SHA256, id.as_bytes()).as_ref().to_vec()
}

/// Opens a session and returns its id: 40 hex digits. A temporary one is good for the one-time code alone.
///
/// # Errors
///
/// The database failed, or there are no random bytes.
pub fn open(db: &Connection, customer: i64, temporary: bool, now: Timestamp) -> Result<String, Failure> {
    let id = token::random()?;
    let insert = "INSERT INTO session (id_hash, customer, last_used, temporary) VALUES (?1, ?2, ?3, ?4)";
    db.execute(insert, params![hash(&id), customer, now, temporary])?;
    Ok(id)
}

/// The customer of a live session, and whether it is temporary; prolongs it. `None` for an unknown, ended or expired one.
///
/// # Errors
///
/// The database failed.
pub fn resume(db: &Connection, id: &str, now: Timestamp) -> Result<Option<(Customer, bool)>, Failure> {
    let update = "UPDATE session SET last_used = ?2 WHERE id_hash = ?1 AND last_used > ?3 \
                  RETURNING customer, temporary";
    let arguments = params![hash(id), now, now.plus_millis(-LIFETIME)];
    let found = db.query_row(update, arguments, |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    let Some((customer, temporary)) = found else { return Ok(None) };
    Ok(customers::find(db, customer)?.map(|customer| (customer, temporary)))
}

/// Makes a whole session temporary: the one-time code is still to come.
///
/// # Errors
///
/// The database failed.
pub fn make_temporary(db: &Connection, id: &str) -> Result<(), Failure> {
    db.execute("UPDATE session SET temporary = 1 WHERE id_hash = ?1", [hash(id)])?;
    Ok(())
}

/// Ends one session; an unknown id is no error.
///
/// # Errors
///
/// The database failed.
pub fn end(db: &Connection, id: &str) -> Result<(), Failure> {
    db.execute("DELETE FROM session WHERE id_hash = ?1", [hash(id)])?;
    Ok(())
}

/// Ends all sessions.
///
/// # Errors
///
/// The database failed.
pub fn end_all(db: &Connection) -> Result<(), Failure> {
    db.execute("DELETE FROM session", [])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::seed::{DEMO_CUSTOMER, Start};
    use crate::db::{Location, open as open_database};

    #[test]
    fn a_session_lives_an_hour_after_its_last_request() {
        let db = open_database(&Location::Memory, Start::default()).unwrap();
        let start = Timestamp::from_millis(1_800_000_000_000);
        let id = open(&db, DEMO_CUSTOMER, false, start).unwrap();
        assert!(id.len() >= 32 && id.bytes().all(|b| b.is_ascii_hexdigit()));
        let mut now = start;
        for _ in 0..3 {
            now = now.plus_millis(LIFETIME - 1);
            assert!(resume(&db, &id, now).unwrap().is_some());
        }
        let late = now.plus_millis(LIFETIME);
        assert!(resume(&db, &id, late).unwrap().is_none());
    }

    #[test]
    fn the_id_itself_is_not_stored() {
        let db = open_database(&Location::Memory, Start::default()).unwrap();
        let id = open(&db, DEMO_CUSTOMER, false, Timestamp::now()).unwrap();
        let query = "SELECT count(*) FROM session WHERE id_hash = ?1";
        let plain: i64 = db.query_row(query, [id.as_bytes()], |r| r.get(0)).unwrap();
        assert_eq!(plain, 0);
        assert!(resume(&db, "", Timestamp::now()).unwrap().is_none());
    }
}
