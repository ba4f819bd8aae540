//! Amounts in minor units with their currency.
use serde::Serialize;

/// An amount: minor units (cents) and an ISO 4217 code. Only ever the billing system's own figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Money {
    /// Hundredths of the currency unit.
    pub minor: i64,
    /// ISO 4217 code such as `EUR`.
    pub currency: String,
}

impl Money {
    /// Reads the numeric cells of the billing system, `12.34`, `490.0000`, `-1.5` (API reference 5.5).
    ///
    /// `None` for anything else, also for fractions below a hundredth: such text is shown as it came.
    pub fn parse(amount: &str, currency: &str) -> Option<Self> {
        let amount = amount.trim();
        let (sign, digits) = amount.strip_prefix('-').map_or((1, amount), |rest| (-1, rest));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let all_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || !all_digits(whole) || !all_digits(fraction) {
            return None;
        }
        let (cents, rest) = fraction.split_at_checked(2).unwrap_or((fraction, ""));
        if rest.bytes().any(|b| b != b'0') {
            return None;
        }
        let cents: i64 = format!("{cents:0<2}").parse().ok()?;
        let minor = whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(cents)?.checked_mul(sign)?;
        Some(Self { minor, currency: currency.to_owned() })
    }

    /// The plain decimal the wire uses: `16.20`.
    pub fn to_decimal(&self) -> String {
        let sign = if self.minor < 0 { "-" } else { "" };
        let minor = self.minor.unsigned_abs();
        format!("{sign}{}.{:02}", minor / 100, minor % 100)
    }

    /// How much more than `other` this is, or less; `None` when the currencies differ.
    pub fn more_than(&self, other: &Self) -> Option<Self> {
        let minor = self.minor.checked_sub(other.minor)?;
        (self.currency == other.currency).then(|| Self { minor, currency: self.currency.clone() })
    }

    /// How much `self` lacks to reach `price`; `None` when it suffices or the currencies differ.
    pub fn missing_for(&self, price: &Self) -> Option<Self> {
        let short = price.minor.checked_sub(self.minor)?;
        (short > 0 && self.currency == price.currency).then(|| Self { minor: short, currency: price.currency.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_read_to_the_cent() {
        for (text, minor) in
            [("12.34", 1234), ("490.0000", 49_000), ("7", 700), ("0.5", 50), ("-1.50", -150), ("0.00", 0)]
        {
            assert_eq!(Money::parse(text, "EUR").unwrap().minor, minor, "{text}");
        }
    }

    #[test]
    fn what_is_not_an_amount_is_none() {
        for text in ["", ".5", "1 234,56", "12.345", "1e3", "EUR 5", "99999999999999999999", "--1"] {
            assert_eq!(Money::parse(text, "EUR"), None, "{text}");
        }
    }

    #[test]
    fn an_amount_prints_as_it_is_read() {
        for minor in [0, 5, 99, 100, 123_456, -5, -150] {
            let money = Money { minor, currency: "EUR".into() };
            assert_eq!(Money::parse(&money.to_decimal(), "EUR"), Some(money));
        }
    }

    #[test]
    fn what_is_missing_is_said_only_when_something_is() {
        let eur = |minor| Money { minor, currency: "EUR".into() };
        assert_eq!(eur(500).missing_for(&eur(1620)), Some(eur(1120)));
        assert_eq!(eur(1620).missing_for(&eur(1620)), None);
    }

    #[test]
    fn amounts_of_one_currency_are_compared() {
        let eur = |minor| Money { minor, currency: "EUR".into() };
        assert_eq!(eur(5900).more_than(&eur(900)), Some(eur(5000)));
        assert_eq!(eur(900).more_than(&eur(5900)), Some(eur(-5000)));
        assert_eq!(eur(900).more_than(&Money { minor: 1, currency: "USD".into() }), None);
    }
}
