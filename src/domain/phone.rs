//! Telephone numbers in international form.
use super::country::CountryCode;
use super::problem::Problem;

/// Digits of an E.164 number, country code first, without `+`: 8 to 15 of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone(String);

/// Where the owner of a number is, as far as that is known: it tells national writing from international.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Home<'a> {
    /// The country.
    pub country: Option<CountryCode>,
    /// Its country code, such as `49`.
    pub code: Option<&'a str>,
}

impl Home<'_> {
    /// Russia and Kazakhstan dial 8 before a number of their own country, 7 from abroad.
    fn dials_eight(&self) -> bool {
        self.country.is_some_and(|country| matches!(country.as_str(), "RU" | "KZ"))
    }

    /// The number is written as it is dialled at home: which country that is must be said, never guessed.
    fn code_missing(&self) -> Problem {
        Problem::PhoneCode(self.code.map(str::to_owned))
    }
}

impl Phone {
    /// Parses any usual way of writing: `74950000000`, `+7 (495) 000-00-00`, `0049 30 123456`, `+49 (0)30 123456`.
    ///
    /// # Errors
    /// `Missing`, `Phone`, or `PhoneCode` where the country's code is missing.
    pub fn parse(raw: &str, home: Home<'_>) -> Result<Self, Problem> {
        let raw = raw.trim();
        if raw.is_empty() {
            return Err(Problem::Missing);
        }
        if raw.len() > 64 {
            return Err(Problem::Phone);
        }
        let opened = raw.trim_start_matches(|c: char| c == '(' || c.is_whitespace());
        let (has_plus, rest) = opened.strip_prefix('+').map_or((false, raw), |rest| (true, rest));
        if !rest.chars().all(|c| c.is_ascii_digit() || is_filling(c)) {
            return Err(Problem::Phone);
        }
        let digits = digits(rest);
        let number = if has_plus {
            digits
        } else if let Some(number) = digits.strip_prefix("00") {
            // How most countries dial what "+" means (ITU-T E.123).
            number.to_owned()
        } else {
            from_home(rest, digits, home)?
        };
        if !(8..=15).contains(&number.len()) || number.starts_with('0') {
            return Err(Problem::Phone);
        }
        Ok(Self(number))
    }

    /// As the billing system's modules cut it, at blanks (API reference 4.3): `+7 (495) 0000000`.
    pub fn to_billing(&self) -> String {
        let (code, rest) = self.0.split_at_checked(calling_code_length(&self.0)).unwrap_or((&self.0, ""));
        let (area, number) = rest.split_at_checked(3).unwrap_or((rest, ""));
        format!("+{code} ({area}) {number}")
    }

    /// The digits after the country code `code`, if that is the number's.
    pub fn national(&self, code: &str) -> Option<&str> {
        self.0.strip_prefix(code).filter(|_| !code.is_empty())
    }

    /// For reading: `+74950000000`.
    pub fn to_e164(&self) -> String {
        format!("+{}", self.0)
    }
}

/// What people put between digits; dashes of several kinds come with copied numbers.
fn is_filling(c: char) -> bool {
    c.is_whitespace() || matches!(c, '(' | ')' | '-' | '.' | '/' | '\u{2010}'..='\u{2013}')
}

/// The digits, without a `(0)` that is not dialled from abroad.
fn digits(text: &str) -> String {
    let mut digits = String::new();
    for (i, part) in text.split('(').enumerate() {
        let part = if i == 0 { part } else { part.strip_prefix("0)").unwrap_or(part) };
        digits.push_str(part);
    }
    digits.retain(|c| c.is_ascii_digit());
    digits
}

/// A number without `+` or `00`: it begins with a country's code, as `74950000000` does, or with what is dialled at home.
fn from_home(text: &str, digits: String, home: Home<'_>) -> Result<String, Problem> {
    if digits.starts_with('0') || text.starts_with('(') {
        return Err(home.code_missing());
    }
    if let (Some(rest), 11) = (digits.strip_prefix('8'), digits.len()) {
        // No country's code is 8 alone.
        let is_alone = text.strip_prefix('8').is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()));
        return match (home.dials_eight(), is_alone) {
            (true, _) => Ok(format!("7{rest}")),
            (false, true) => Err(home.code_missing()),
            (false, false) => Ok(digits),
        };
    }
    // Up to ten digits may be a number as it is dialled at home.
    match home.code {
        Some(code) if !digits.starts_with(code) && (8..=10).contains(&digits.len()) => Err(home.code_missing()),
        _ => Ok(digits),
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

    const NOWHERE: Home<'static> = Home { country: None, code: None };

    fn home(country: &str, code: &'static str) -> Home<'static> {
        Home { country: CountryCode::parse(country).ok(), code: Some(code).filter(|code| !code.is_empty()) }
    }

    #[test]
    fn any_usual_writing_becomes_the_billing_form() {
        for (raw, wire) in [
            ("74950000000", "+7 (495) 0000000"),
            ("+7 495 000-00-00", "+7 (495) 0000000"),
            ("+7 (495) 0000000", "+7 (495) 0000000"),
            ("+7 (495) 000\u{2011}00\u{2013}00", "+7 (495) 0000000"),
            ("0049 30 1234567", "+49 (301) 234567"),
            ("+49 (0)30 1234567", "+49 (301) 234567"),
            ("(+49) 30/1234567", "+49 (301) 234567"),
            ("+1.202.555.0175", "+1 (202) 5550175"),
            ("+372 5123 4567", "+372 (512) 34567"),
            ("+44\u{a0}20 7946 0000", "+44 (207) 9460000"),
            ("+299 32 10 00", "+299 (321) 000"),
            ("84 28 3829 9999", "+84 (283) 8299999"),
        ] {
            assert_eq!(Phone::parse(raw, NOWHERE).unwrap().to_billing(), wire, "{raw:?}");
        }
    }

    #[test]
    fn eight_is_dialled_at_home_in_russia_and_kazakhstan_only() {
        for raw in ["8 (495) 000-00-00", "84950000000", "8-495-000-00-00"] {
            for country in ["RU", "KZ"] {
                assert_eq!(Phone::parse(raw, home(country, "")).unwrap().to_e164(), "+74950000000", "{raw:?}");
            }
        }
        assert_eq!(Phone::parse("8 (495) 000-00-00", NOWHERE), Err(Problem::PhoneCode(None)));
        let german = Err(Problem::PhoneCode(Some("49".to_owned())));
        assert_eq!(Phone::parse("8 (495) 000-00-00", home("DE", "49")), german);
    }

    #[test]
    fn a_number_without_its_country_is_never_guessed() {
        for raw in ["030 1234567", "(495) 0000000", "(0)30 1234567"] {
            assert_eq!(Phone::parse(raw, NOWHERE), Err(Problem::PhoneCode(None)), "{raw:?}");
        }
        let american = Err(Problem::PhoneCode(Some("1".to_owned())));
        assert_eq!(Phone::parse("202 555 0175", NOWHERE).unwrap().to_e164(), "+2025550175");
        assert_eq!(Phone::parse("202 555 0175", home("US", "1")).unwrap_err(), american.clone().unwrap_err());
        assert_eq!(Phone::parse("49 30 123456", home("US", "1")), american);
        for raw in ["74950000000", "1 202 555 0175", "+49 30 1234567", "0049 30 1234567"] {
            assert!(Phone::parse(raw, home("US", "1")).is_ok(), "{raw:?}");
        }
    }

    #[test]
    fn what_is_no_international_number_is_refused() {
        for raw in [
            "12345",
            "call me",
            "+7 495 000 00 00 ext 3",
            "+0301234567",
            "1234567890123456",
            "+",
            "७४९५०००००००",
            "++4930123456",
        ] {
            assert_eq!(Phone::parse(raw, NOWHERE), Err(Problem::Phone), "{raw:?}");
        }
        assert_eq!(Phone::parse("", NOWHERE), Err(Problem::Missing));
    }

    #[test]
    fn the_digits_after_the_country_code_are_those_of_that_country() {
        let phone = Phone::parse("+49 30 1234567", NOWHERE).unwrap();
        assert_eq!((phone.national("49"), phone.national("1"), phone.national("")), (Some("301234567"), None, None));
    }
}
