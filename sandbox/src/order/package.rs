//! The first step: package and period.

use rusqlite::Connection;

use super::step;
use crate::db::catalogue::{self, Package, Price};
use crate::wire::error::{ApiError, Failure};
use crate::wire::params::Params;

/// A package and its price for the chosen period.
#[derive(Clone, Debug)]
pub struct Chosen {
    /// The package.
    pub package: Package,
    /// Its price for the period.
    pub price: Price,
}

impl Chosen {
    /// Reads `pricelist` and `period` on the first step.
    ///
    /// # Errors
    ///
    /// `value` on `pricelist` or `period`.
    pub fn read(db: &Connection, params: &Params) -> Result<Self, Failure> {
        let found = params.id("pricelist").map(|id| catalogue::find(db, id));
        let Some(package) = found.transpose()?.flatten() else {
            let sent = params.get("pricelist");
            return Err(ApiError::value("pricelist", sent, "Choose a package.").into());
        };
        let period = params.id("period");
        let prices = catalogue::prices(db, package.id)?;
        let Some(price) = prices.into_iter().find(|p| Some(p.period) == period) else {
            let sent = params.get("period");
            let reason = "The package is not sold for this period.";
            return Err(ApiError::value("period", sent, reason).into());
        };
        Ok(Self { package, price })
    }

    /// Reads both on a later step.
    ///
    /// # Errors
    ///
    /// `wizard_unavailable` for that step.
    pub fn carried(db: &Connection, params: &Params, later: &str) -> Result<Self, Failure> {
        Self::read(db, params).map_err(|failure| match failure {
            Failure::Api(_) => ApiError::wizard_unavailable(later, step::title(later)).into(),
            Failure::Internal(_) => failure,
        })
    }
}
