//! One line of text with a limit in characters.
use super::problem::Problem;

/// A trimmed, non-empty line without control or direction-changing characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line(String);

impl Line {
    /// Parses `raw`; runs of blanks become one.
    ///
    /// # Errors
    /// `Missing`, `ControlCharacter`, `Markup`, `Emoji`, `Lookalike`, or `TooLong` with the limit in characters (BR 7.1.4
    /// counts characters, not bytes).
    pub fn parse(raw: &str, limit: usize) -> Result<Self, Problem> {
        let raw = raw.trim();
        // A character has four octets at most: what is far too long is not even looked through.
        if raw.len() > limit.saturating_mul(8) {
            return Err(Problem::TooLong { limit });
        }
        if let Some(problem) = raw.chars().find_map(forbidden) {
            return Err(problem);
        }
        let mut text = String::with_capacity(raw.len().min(limit.saturating_mul(4)));
        for word in raw.split_whitespace() {
            if is_mixed(word) {
                return Err(Problem::Lookalike);
            }
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
        if let Some(letter) = line.0.chars().find(|c| !c.is_ascii()) {
            return Err(Problem::NotLatin { letter });
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

/// What may stand in no line: control characters, marks that change the direction of what is read (Trojan Source,
/// CVE-2021-42574), markup, pictures.
fn forbidden(c: char) -> Option<Problem> {
    match c {
        '<' | '>' => Some(Problem::Markup),
        '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => {
            Some(Problem::ControlCharacter)
        }
        '\u{2600}'..='\u{27bf}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}' | '\u{e0000}'..='\u{e007f}' => {
            Some(Problem::Emoji)
        }
        _ => c.is_control().then_some(Problem::ControlCharacter),
    }
}

/// Whether a word has Latin letters beside Greek or Cyrillic ones, of which many look the same.
fn is_mixed(word: &str) -> bool {
    let is_latin = |c: char| c.is_ascii_alphabetic() || matches!(c, '\u{c0}'..='\u{24f}');
    word.contains(is_latin) && word.contains(|c| matches!(c, '\u{370}'..='\u{52f}'))
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
    fn markup_pictures_and_lookalikes_are_refused_and_other_scripts_are_not() {
        for (raw, problem) in [
            ("<b>Ann</b>", Problem::Markup),
            ("Ann 🙂", Problem::Emoji),
            ("I ❤\u{fe0f} TLS", Problem::Emoji),
            ("\u{410}nn", Problem::Lookalike),
            ("Ann\u{3b1}", Problem::Lookalike),
        ] {
            assert_eq!(Line::parse(raw, 64), Err(problem), "{raw:?}");
        }
        for raw in ["Анна-Мария", "Ἄννα", "Ann Анна", "王小明", "O’Neil & Söhne", "محمد"] {
            assert!(Line::parse(raw, 64).is_ok(), "{raw:?}");
        }
    }

    #[test]
    fn subject_text_is_latin_and_means_something() {
        assert!(Line::parse_latin("St. Mary's & Sons", 64).is_ok());
        assert_eq!(Line::parse_latin("Zażółć", 64), Err(Problem::NotLatin { letter: 'ż' }));
        for raw in ["-", ".", "--"] {
            assert_eq!(Line::parse_latin(raw, 64), Err(Problem::Filler), "{raw:?}");
        }
    }
}
