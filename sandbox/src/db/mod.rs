//! The database: opening it, and one module per group of tables.

pub mod billorders;
pub mod catalogue;
pub mod certificates;
pub mod countries;
pub mod customers;
pub mod issuance;
pub mod payments;
pub mod seed;
pub mod sessions;
pub mod violations;

use std::path::PathBuf;
use std::time::Duration;

use rusqlite::Connection;

use self::seed::Start;
use crate::ca::Authority;
use crate::clock::Timestamp;
use crate::wire::error::Failure;

/// Version of `schema.sql`, kept in the file's `user_version`; raise it with every change.
const SCHEMA_VERSION: i64 = 3;

/// Where the tables live.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Location {
    /// In memory, gone when the server stops.
    Memory,
    /// In this `SQLite` file, made when it does not exist.
    File(PathBuf),
}

/// Opens the database; a fresh one gets its tables, its certificate authority and the seed data.
///
/// # Errors
///
/// A sentence for the operator: the file cannot be opened, is no such database, or has another version's tables.
pub fn open(location: &Location, start: Start) -> Result<Connection, String> {
    match location {
        Location::Memory => prepare(Connection::open_in_memory(), start),
        Location::File(path) => prepare(Connection::open(path), start)
            .map_err(|reason| format!("cannot use the database {}: {reason}", path.display())),
    }
}

fn prepare(connection: rusqlite::Result<Connection>, start: Start) -> Result<Connection, String> {
    let mut db = connection.map_err(|error| error.to_string())?;
    let version = settings(&db).map_err(|error| error.to_string())?;
    match version {
        0 => create(&mut db, start).map_err(|failure| format!("{failure:?}"))?,
        SCHEMA_VERSION => resume(&db, start)?,
        _ => return Err("it was made by another version; delete the file to start afresh".into()),
    }
    Ok(db)
}

/// Per-connection settings; returns the version of the tables, 0 for an empty file.
fn settings(db: &Connection) -> rusqlite::Result<i64> {
    db.busy_timeout(Duration::from_secs(5))?;
    db.pragma_update(None, "journal_mode", "WAL")?;
    db.pragma_update(None, "synchronous", "NORMAL")?;
    db.pragma_update(None, "foreign_keys", true)?;
    db.pragma_query_value(None, "user_version", |row| row.get(0))
}

/// A file from before: of the same installation; further customers are added.
fn resume(db: &Connection, start: Start) -> Result<(), String> {
    let query = "SELECT profile FROM installation";
    let profile: String = db.query_row(query, [], |row| row.get(0)).map_err(|error| error.to_string())?;
    if profile != start.profile.name() {
        return Err(format!("it was made for the profile {profile}; delete the file to start afresh"));
    }
    seed::further_customers(db, start.customers).map_err(|failure| format!("{failure:?}"))
}

fn create(db: &mut Connection, start: Start) -> Result<(), Failure> {
    let transaction = db.transaction()?;
    transaction.execute_batch(include_str!("schema.sql"))?;
    Authority::create(&transaction)?;
    transaction.execute("INSERT INTO installation (id, profile) VALUES (1, ?1)", [start.profile.name()])?;
    seed::fill(&transaction, start, Timestamp::now())?;
    transaction.pragma_update(None, "user_version", SCHEMA_VERSION)?;
    transaction.commit()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_no_database_is_explained() {
        let path = std::env::temp_dir().join(format!("sandbox-not-a-db-{}", std::process::id()));
        std::fs::write(&path, [b'x'; 4096]).unwrap();
        let reason = open(&Location::File(path.clone()), Start::default()).unwrap_err();
        std::fs::remove_file(&path).unwrap();
        assert!(reason.contains("not a database"), "{reason}");
    }

    #[test]
    fn a_database_of_another_version_is_not_touched() {
        let db = Connection::open_in_memory().unwrap();
        db.pragma_update(None, "user_version", 999).unwrap();
        assert!(prepare(Ok(db), Start::default()).unwrap_err().contains("another version"));
    }

    #[test]
    fn foreign_keys_are_enforced() {
        let db = open(&Location::Memory, Start::default()).unwrap();
        let orphan = "INSERT INTO payer (id, customer, name) VALUES (1, 999999, 'x')";
        assert!(db.execute(orphan, []).is_err());
    }
}
