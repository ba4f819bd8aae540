//! What is bought, and for how long (API reference 4.1).
use super::money::Money;

/// A package (`pricelist`) as the billing system exports it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    /// `pricelist` id.
    pub id: String,
    /// Name to show.
    pub name: String,
    /// Description as plain text; may be empty.
    pub description: String,
    /// What it costs for each period, shortest first.
    pub prices: Vec<Price>,
    /// Present when further names can be ordered.
    pub further_names: Option<FurtherNames>,
}

impl Package {
    /// The price for `period`.
    pub fn price(&self, period: Period) -> Option<&Price> {
        self.prices.iter().find(|price| price.period == period)
    }
}

/// The price of one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Price {
    /// For how long.
    pub period: Period,
    /// Cost of the period.
    pub cost: Money,
    /// Charged once; `None` where the billing system names none.
    pub setup: Option<Money>,
}

/// How further names are sold (add-on `altname`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FurtherNames {
    /// Names included in the price.
    pub included: u32,
    /// The most names; `None` where no limit is told.
    pub limit: Option<u32>,
    /// Price of one further name for each period.
    pub prices: Vec<Price>,
}

/// Which names a package is sold for. The billing system's export does not say (API reference 4.3, "template flags").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coverage {
    /// One name, and no `*`.
    Single,
    /// One name, which begins with `*.`.
    Wildcard,
    /// Several names.
    MultiDomain,
    /// Not known: the billing system decides.
    Unknown,
}

/// Length of an order in months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period(u16);

impl Period {
    /// From a number of months, 1 to 120. Trials and day periods (negative lengths) are not certificates' periods.
    pub fn parse(months: &str) -> Option<Self> {
        months.trim().parse().ok().filter(|n| (1..=120).contains(n)).map(Self)
    }

    /// Months.
    pub fn months(self) -> u16 {
        self.0
    }
}
