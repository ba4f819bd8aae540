//! The way of a paid certificate from ordered to issued.

use rusqlite::{Connection, params};

use crate::ca::Authority;
use crate::clock::Timestamp;
use crate::csr;
use crate::wire::error::Failure;

/// How far a certificate has come. Each stage after the first begins one timer interval after the one before,
/// counted from payment; a stage once reached is stored and never left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Ordered; paid or not.
    Ordered,
    /// Request sent to the certificate authority.
    Requested,
    /// Waiting for issue.
    Enrolled,
    /// Issued.
    Issued,
}

impl Stage {
    /// From its number in the database.
    pub const fn from_number(number: i64) -> Self {
        match number {
            i64::MIN..=0 => Self::Ordered,
            1 => Self::Requested,
            2 => Self::Enrolled,
            _ => Self::Issued,
        }
    }

    /// The stage `elapsed` milliseconds after payment, with one change every `interval` milliseconds.
    fn after(elapsed: i64, interval: i64) -> Self {
        if interval <= 0 {
            return Self::Issued;
        }
        Self::from_number(elapsed.div_euclid(interval))
    }

    /// `item_status` and `service_status` on the wire, and a text.
    pub const fn wire(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Ordered => ("1", "1", "Ordered"),
            Self::Requested => ("5", "3", "Processing: sent to the certificate authority"),
            Self::Enrolled => ("5", "4", "Processing: waiting for issue"),
            Self::Issued => ("2", "5", "Issued"),
        }
    }
}

/// Brings every paid certificate to the stage it has reached by `now`, and signs those that are due.
///
/// # Errors
///
/// The database or the signing failed.
pub fn advance(db: &Connection, authority: &Authority, interval: i64, now: Timestamp) -> Result<(), Failure> {
    let mut query =
        db.prepare("SELECT item, csr, paid_at, stage FROM certificate WHERE paid_at IS NOT NULL AND stage < 3")?;
    let waiting = query
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?
        .collect::<Result<Vec<(i64, String, Timestamp, i64)>, _>>()?;
    for (id, request, paid_at, stored) in waiting {
        let stored = Stage::from_number(stored);
        match Stage::after(now.millis_since(paid_at), interval) {
            Stage::Issued => issue(db, authority, id, &request, now)?,
            stage if stage > stored => {
                let update = "UPDATE certificate SET stage = ?2 WHERE item = ?1";
                db.execute(update, [id, i64::from(stage == Stage::Enrolled) + 1])?;
            }
            _ => {}
        }
    }
    Ok(())
}

fn issue(db: &Connection, authority: &Authority, id: i64, request: &str, now: Timestamp) -> Result<(), Failure> {
    let request = csr::decode(request).map_err(Failure::internal)?;
    let issued = authority.issue(&request, &names(db, id)?, now)?;
    db.execute(
        "UPDATE certificate SET stage = 3, pem = ?2, expires_at = ?3 WHERE item = ?1",
        params![id, issued.pem, issued.expires],
    )?;
    Ok(())
}

/// The certified names of a certificate in order.
fn names(db: &Connection, id: i64) -> Result<Vec<String>, Failure> {
    let mut query = db.prepare("SELECT name FROM certificate_name WHERE certificate = ?1 ORDER BY position")?;
    let names = query.query_map([id], |row| row.get(0))?;
    Ok(names.collect::<Result<_, _>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stage_begins_every_interval_after_payment() {
        for (elapsed, interval, stage) in [
            (0, 4000, Stage::Ordered),
            (3999, 4000, Stage::Ordered),
            (4000, 4000, Stage::Requested),
            (8000, 4000, Stage::Enrolled),
            (11_999, 4000, Stage::Enrolled),
            (12_000, 4000, Stage::Issued),
            (i64::MAX, 4000, Stage::Issued),
            (-5000, 4000, Stage::Ordered),
            (0, 0, Stage::Issued),
        ] {
            assert_eq!(Stage::after(elapsed, interval), stage, "{elapsed}");
        }
    }
}
