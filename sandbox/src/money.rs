//! Amounts in minor units (cents), how they are written on the wire, and the price of one cart row.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Mul, Sub};

use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

/// ISO 4217 code of the one currency of this shop.
pub const CURRENCY: &str = "EUR";

/// Its id in the currency table of one known installation.
pub const CURRENCY_ID: &str = "153";

/// Value added tax, in percent of the net price after discount.
pub const TAX_PERCENT: i64 = 20;

/// An amount in cents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Money(i64);

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// From cents.
    pub const fn from_minor(minor: i64) -> Self {
        Self(minor)
    }

    /// In cents.
    pub const fn minor(self) -> i64 {
        self.0
    }

    /// Reads a decimal such as `18`, `18.5` or `18.0000`: point, no sign, whole cents.
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(whole) || !digits(fraction) {
            return None;
        }
        let cents = format!("{:0<2}", fraction.trim_end_matches('0'));
        if cents.len() > 2 {
            return None;
        }
        let whole: i64 = whole.parse().ok()?;
        let cents: i64 = cents.parse().ok()?;
        whole.checked_mul(100)?.checked_add(cents).map(Self)
    }

    /// Four digits after the point, as the price export writes them: `9.0000`.
    pub fn four_digits(self) -> String {
        format!("{self}00")
    }

    /// With its currency, for texts people read: `18.00 EUR`.
    pub fn in_words(self) -> String {
        format!("{self} {CURRENCY}")
    }

    /// `percent` hundredths of a non-negative amount, half a cent rounded up.
    #[must_use]
    pub const fn percent(self, percent: i64) -> Self {
        Self((self.0 * percent + 50).div_euclid(100))
    }
}

impl fmt::Display for Money {
    /// Two digits after the point: `18.00`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let minor = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", minor / 100, minor % 100)
    }
}

impl Add for Money {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Money {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Mul<i64> for Money {
    type Output = Self;
    fn mul(self, times: i64) -> Self {
        Self(self.0 * times)
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

impl ToSql for Money {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.into())
    }
}

impl FromSql for Money {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_i64().map(Self)
    }
}

/// What one row of a cart costs. All parts are amounts for the whole row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowPrice {
    /// Net price before discount: package, further names and setup fee.
    pub full: Money,
    /// Discount on `full`.
    pub discount: Money,
    /// Tax on what is left after the discount.
    pub tax: Money,
}

impl RowPrice {
    /// Discount before tax, each rounded half up to cents for the row by itself.
    pub fn new(full: Money, discount_percent: i64) -> Self {
        let discount = full.percent(discount_percent);
        let tax = (full - discount).percent(TAX_PERCENT);
        Self { full, discount, tax }
    }

    /// Net price after discount, before tax.
    pub fn net(self) -> Money {
        self.full - self.discount
    }

    /// What the customer pays for the row.
    pub fn total(self) -> Money {
        self.net() + self.tax
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_and_written_in_whole_cents() {
        for (text, minor) in [
            ("18", Some(1800)),
            ("18.5", Some(1850)),
            ("18.05", Some(1805)),
            ("18.0500", Some(1805)),
            ("0.00", Some(0)),
            ("18.055", None),
            ("-1", None),
            ("1,5", None),
            (".5", None),
            ("1.", None),
            ("", None),
            ("1e3", None),
            ("99999999999999999999", None),
        ] {
            assert_eq!(Money::parse(text).map(Money::minor), minor, "{text}");
        }
        assert_eq!(Money::from_minor(1805).to_string(), "18.05");
        assert_eq!(Money::from_minor(-5).to_string(), "-0.05");
        assert_eq!(Money::from_minor(900).four_digits(), "9.0000");
    }

    #[test]
    fn a_row_is_discounted_before_tax_and_rounded_half_up() {
        for (full, percent, discount, tax, total) in [
            (900, 0, 0, 180, 1080),
            (900, 10, 90, 162, 972),
            (1500, 10, 150, 270, 1620),
            (8900, 15, 1335, 1513, 9078),
            (105, 10, 11, 19, 113),
            (900, 100, 900, 0, 0),
        ] {
            let row = RowPrice::new(Money::from_minor(full), percent);
            let parts = (row.discount.minor(), row.tax.minor(), row.total().minor());
            assert_eq!(parts, (discount, tax, total), "{full} at {percent} %");
        }
    }
}
