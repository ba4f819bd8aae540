//! One line of text with a limit in characters.
use super::problem::Problem;

/// A trimmed, non-empty line without control or direction-changing characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line(String);

impl Line {
    /// Parses `raw`; runs of blanks become one.
    ///
    /// # Errors
    /// `Missing`, `ControlCharacter`, or `TooLong` with the limit in characters (BR 7.1.4 counts characters, not bytes).
    pub fn parse(raw: &str, limit: usize) -> Result<Self, Problem> {
        if raw.trim().chars().any(is_forbidden) {
            return Err(Problem::ControlCharacter);
        }
        let mut text = String::with_capacity(raw.len().min(limit.saturating_mul(4)));
        for word in raw.split_whitespace() {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(word);
        }
        match text.chars().count() {
            0 => Err(Problem::Missing),
            n if n > limit => Err(Problem::TooLong { limit }),
            _ => Ok(Self(text)),
        }
    }

    /// Parses a subject attribute: as [`Line::parse`], and in the Latin letters the billing form takes
    /// (API reference 4.2, validator `certificatelatin`), and no filler (BR 7.1.2.7.4).
    ///
    /// # Errors
    /// As [`Line::parse`], `NotLatin` or `Filler`.
    pub fn parse_latin(raw: &str, limit: usize) -> Result<Self, Problem> {
        let line = Self::parse(raw, limit)?;
        if !line.0.is_ascii() {
            return Err(Problem::NotLatin);
        }
        if !line.0.bytes().any(|b| b.is_ascii_alphanumeric()) {
            return Err(Problem::Filler);
        }
        Ok(line)
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Control characters, and marks that change the direction of what is read (Trojan Source, CVE-2021-42574).
fn is_forbidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_folded_and_limits_count_characters() {
        assert_eq!(Line::parse("  Example   Ltd ", 11).unwrap().as_str(), "Example Ltd");
        assert_eq!(Line::parse("Größe", 5).unwrap().as_str(), "Größe");
        assert_eq!(Line::parse("Größen", 5), Err(Problem::TooLong { limit: 5 }));
        assert_eq!(Line::parse(" \t ", 5), Err(Problem::Missing));
    }

    #[test]
    fn control_and_direction_marks_are_refused() {
        for raw in ["a\u{0}b", "a\nb", "a\u{202e}b", "\u{2066}a", "a\u{200f}b", "a\u{feff}b"] {
            assert_eq!(Line::parse(raw, 64), Err(Problem::ControlCharacter), "{raw:?}");
        }
    }

    #[test]
    fn subject_text_is_latin_and_means_something() {
        assert!(Line::parse_latin("St. Mary's & Sons", 64).is_ok());
        assert_eq!(Line::parse_latin("Пример", 64), Err(Problem::NotLatin));
        for raw in ["-", ".", "--"] {
            assert_eq!(Line::parse_latin(raw, 64), Err(Problem::Filler), "{raw:?}");
        }
    }
}
