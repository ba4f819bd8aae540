//! What is sold: packages, their prices and promotion codes.

use rusqlite::{Connection, OptionalExtension, Row};

use crate::money::Money;
use crate::wire::error::Failure;

/// How far the certificate authority validates the subscriber.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Validation {
    /// The domain only.
    Domain,
    /// The organization too.
    Organization,
    /// The organization, extended.
    Extended,
}

impl Validation {
    fn from_code(code: &str) -> Self {
        match code {
            "ov" => Self::Organization,
            "ev" => Self::Extended,
            _ => Self::Domain,
        }
    }
}

/// A package without its prices.
#[derive(Clone, Debug)]
pub struct Package {
    /// Database id, `pricelist` on the wire.
    pub id: i64,
    /// Name.
    pub name: String,
    /// A sentence about it.
    pub description: String,
    /// What is validated.
    pub validation: Validation,
    /// Whether the domain name must begin with `*.`.
    pub wildcard: bool,
    /// Fee charged once per order.
    pub setup: Money,
    /// Names covered by the price, the domain name among them.
    pub names_included: usize,
    /// Names at most.
    pub names_max: usize,
}

impl Package {
    /// Whether further names may be ordered.
    pub fn is_multi_domain(&self) -> bool {
        self.names_max > 1
    }

    /// Whether the organization block is asked.
    pub fn asks_organization(&self) -> bool {
        self.validation != Validation::Domain
    }
}

/// What a package costs for one period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Price {
    /// Months.
    pub period: i64,
    /// Net price.
    pub cost: Money,
    /// Net price of each name beyond those included.
    pub further_name: Money,
}

const COLUMNS: &str = "id, name, description, validation, wildcard, setup, names_included, names_max";

fn package(row: &Row<'_>) -> rusqlite::Result<Package> {
    Ok(Package {
        id: row.get(0)?,
        name: row.get(1)?,
        description: row.get(2)?,
        validation: Validation::from_code(&row.get::<_, String>(3)?),
        wildcard: row.get(4)?,
        setup: row.get(5)?,
        names_included: usize::from(row.get::<_, u16>(6)?),
        names_max: usize::from(row.get::<_, u16>(7)?),
    })
}

/// All packages by id.
///
/// # Errors
///
/// The database failed.
pub fn packages(db: &Connection) -> Result<Vec<Package>, Failure> {
    let mut query = db.prepare(&format!("SELECT {COLUMNS} FROM package ORDER BY id"))?;
    let packages = query.query_map([], package)?;
    Ok(packages.collect::<Result<_, _>>()?)
}

/// The package with this id.
///
/// # Errors
///
/// The database failed.
pub fn find(db: &Connection, id: i64) -> Result<Option<Package>, Failure> {
    let query = format!("SELECT {COLUMNS} FROM package WHERE id = ?1");
    Ok(db.query_row(&query, [id], package).optional()?)
}

/// The prices of a package, shortest period first.
///
/// # Errors
///
/// The database failed.
pub fn prices(db: &Connection, package: i64) -> Result<Vec<Price>, Failure> {
    let mut query =
        db.prepare("SELECT period, cost, further_name FROM package_price WHERE package = ?1 ORDER BY period")?;
    let prices = query
        .query_map([package], |row| Ok(Price { period: row.get(0)?, cost: row.get(1)?, further_name: row.get(2)? }))?;
    Ok(prices.collect::<Result<_, _>>()?)
}

/// A promotion code.
#[derive(Clone, Debug)]
pub struct Promocode {
    /// Discount in percent.
    pub percent: i64,
    /// The only kind of package it is for; `None` means every row.
    pub only: Option<Validation>,
    /// No longer usable.
    pub expired: bool,
}

/// The promotion code spelt exactly so.
///
/// # Errors
///
/// The database failed.
pub fn promocode(db: &Connection, code: &str) -> Result<Option<Promocode>, Failure> {
    let query = "SELECT percent, validation, expired FROM promocode WHERE code = ?1";
    let found = db.query_row(query, [code], |row| {
        Ok(Promocode {
            percent: row.get(0)?,
            only: row.get::<_, Option<String>>(1)?.map(|code| Validation::from_code(&code)),
            expired: row.get(2)?,
        })
    });
    Ok(found.optional()?)
}
