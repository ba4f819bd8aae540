//! Telephone numbers in international form.
use super::problem::Problem;

/// Digits of an E.164 number, country code first, without `+`: 8 to 15 of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone(String);

impl Phone {
    /// Parses any usual way of writing: `74950000000`, `+7 (495) 000-00-00`, `0049 30 123456`.
    ///
    /// # Errors
    /// `Missing` or `Phone`.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        let raw = raw.trim();
        if raw.is_empty() {
            return Err(Problem::Missing);
        }
        if raw.len() > 64 {
            return Err(Problem::Phone);
        }
        let (plus, rest) = raw.strip_prefix('+').map_or((false, raw), |rest| (true, rest));
        if !rest.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '\u{a0}' | '(' | ')' | '-' | '.' | '/')) {
            return Err(Problem::Phone);
        }
        let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
        // "00" is how most countries dial what "+" means (ITU-T E.123).
        let digits = if plus { digits.as_str() } else { digits.strip_prefix("00").unwrap_or(&digits) };
        if !(8..=15).contains(&digits.len()) || digits.starts_with('0') {
            return Err(Problem::Phone);
        }
        Ok(Self(digits.to_owned()))
    }

    /// As the billing system's modules cut it, at blanks (API reference 4.3): `+7 (495) 0000000`.
    pub fn to_billing(&self) -> String {
        let (code, rest) = self.0.split_at_checked(calling_code_length(&self.0)).unwrap_or((&self.0, ""));
        let (area, number) = rest.split_at_checked(3).unwrap_or((rest, ""));
        format!("+{code} ({area}) {number}")
    }

    /// For reading: `+74950000000`.
    pub fn to_e164(&self) -> String {
        format!("+{}", self.0)
    }
}

/// How many leading digits are the country code: the two-digit codes of ITU-T E.164 (annex), zones 1 and 7, else three.
fn calling_code_length(digits: &str) -> usize {
    const TWO: [&str; 44] = [
        "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49",
        "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84",
        "86", "90", "91", "92", "93", "94", "95", "98",
    ];
    match digits.get(..2) {
        _ if digits.starts_with(['1', '7']) => 1,
        Some(two) if TWO.contains(&two) => 2,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_usual_writing_becomes_the_billing_form() {
        for (raw, wire) in [
            ("74950000000", "+7 (495) 0000000"),
            ("+7 (495) 000-00-00", "+7 (495) 0000000"),
            ("0049 30 1234567", "+49 (301) 234567"),
            ("+1.202.555.0175", "+1 (202) 5550175"),
            ("+372 5123 4567", "+372 (512) 34567"),
            ("+44\u{a0}20 7946 0000", "+44 (207) 9460000"),
        ] {
            assert_eq!(Phone::parse(raw).unwrap().to_billing(), wire, "{raw:?}");
        }
    }

    #[test]
    fn what_is_no_international_number_is_refused() {
        for raw in ["12345", "call me", "+7 495 000 00 00 ext 3", "0301234567", "1234567890123456", "+", "७४९५०००००००"]
        {
            assert_eq!(Phone::parse(raw), Err(Problem::Phone), "{raw:?}");
        }
        assert_eq!(Phone::parse(""), Err(Problem::Missing));
    }
}
