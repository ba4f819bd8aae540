//! The packages sold on the first day.

use rusqlite::{Connection, params};

use super::euros;
use crate::wire::error::Failure;

/// A package as it is seeded; all amounts in euros.
struct Seed {
    id: i64,
    name: &'static str,
    description: &'static str,
    validation: &'static str,
    wildcard: bool,
    setup: i64,
    /// Names included, names at most.
    names: (i64, i64),
    /// For 6 and for 12 months: the price, and the price of a further name.
    prices: [(i64, i64); 2],
}

/// Months for which every package is sold.
const PERIODS: [i64; 2] = [6, 12];

const PACKAGES: [Seed; 6] = [
    Seed {
        id: 101,
        name: "DV single",
        description: "Domain validation for one name. Issued within minutes after you confirm the domain.",
        validation: "dv",
        wildcard: false,
        setup: 0,
        names: (1, 1),
        prices: [(9, 0), (15, 0)],
    },
    Seed {
        id: 102,
        name: "DV wildcard",
        description: "Domain validation for every name one level below your domain.",
        validation: "dv",
        wildcard: true,
        setup: 0,
        names: (1, 1),
        prices: [(59, 0), (99, 0)],
    },
    Seed {
        id: 103,
        name: "DV multi-domain",
        description: "Domain validation for several names in one certificate. Three names are included.",
        validation: "dv",
        wildcard: false,
        setup: 0,
        names: (3, 20),
        prices: [(29, 5), (49, 9)],
    },
    Seed {
        id: 104,
        name: "OV",
        description: "One name, with your organization checked and shown in the certificate.",
        validation: "ov",
        wildcard: false,
        setup: 20,
        names: (1, 1),
        prices: [(69, 0), (119, 0)],
    },
    Seed {
        id: 105,
        name: "OV wildcard",
        description: "Every name one level below your domain, with your organization checked.",
        validation: "ov",
        wildcard: true,
        setup: 20,
        names: (1, 1),
        prices: [(149, 0), (259, 0)],
    },
    Seed {
        id: 106,
        name: "EV",
        description: "One name, with the extended check of your organization.",
        validation: "ev",
        wildcard: false,
        setup: 30,
        names: (1, 1),
        prices: [(129, 0), (229, 0)],
    },
];

/// Writes packages and prices, with `offset` added to each id.
///
/// # Errors
///
/// The database failed.
pub fn fill(db: &Connection, offset: i64) -> Result<(), Failure> {
    for seed in PACKAGES {
        let id = seed.id + offset;
        db.execute(
            "INSERT INTO package (id, name, description, validation, wildcard, setup, names_included, \
             names_max) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            params![
                id,
                seed.name,
                seed.description,
                seed.validation,
                seed.wildcard,
                euros(seed.setup),
                seed.names.0,
                seed.names.1
            ],
        )?;
        for (period, (cost, further_name)) in PERIODS.into_iter().zip(seed.prices) {
            db.execute(
                "INSERT INTO package_price (package, period, cost, further_name) \
                 VALUES (?1, ?2, ?3, ?4)",
                params![id, period, euros(cost), euros(further_name)],
            )?;
        }
    }
    Ok(())
}
