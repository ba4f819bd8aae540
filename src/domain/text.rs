//! One line of text with a limit in characters.
use super::problem::Problem;
use super::translit::transliterate;

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
            return Err(Problem::TooLong { limit, count: raw.chars().count() });
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
            count if count > limit => Err(Problem::TooLong { limit, count }),
            _ => Ok(Self(text)),
        }
    }

    /// Parses a subject attribute: as [`Line::parse`], in the letters that the billing form takes (API reference 4.2,
    /// validator `certificatelatin`), and no filler (BR 7.1.2.7.4).
    ///
    /// # Errors
    /// As [`Line::parse`], `NotLatin` or `Filler`.
    pub fn parse_subject(raw: &str, limit: usize, alphabet: Alphabet) -> Result<Self, Problem> {
        let line = Self::parse(raw, limit)?;
        if let (Alphabet::Latin, Some(first)) = (alphabet, line.0.chars().find(|c| !c.is_ascii())) {
            let written = transliterate(&line.0);
            let can_be_written = written.is_ok();
            return Err(Problem::NotLatin { letter: written.err().unwrap_or(first), can_be_written });
        }
        if is_filler(&line.0) {
            return Err(Problem::Filler);
        }
        Ok(line)
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The letters that a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alphabet {
    /// Those of ASCII.
    Latin,
    /// All that a line may have.
    Any,
}

/// Whether a text says nothing, or that there is nothing to say (BR 7.1.2.7.4: "`.`, `-` and ` `, and/or any other
/// indication that the value is absent, incomplete, or not applicable"). "Test" is a name like others.
fn is_filler(text: &str) -> bool {
    const ABSENT: [&str; 16] = [
        "",
        "none",
        "na",
        "nil",
        "null",
        "unknown",
        "undefined",
        "notapplicable",
        "notavailable",
        "notprovided",
        "notset",
        "tbd",
        "tba",
        "xx",
        "xxx",
        "xxxx",
    ];
    let is_sign = |c: char| match c {
        // Signs of every language: dots, dashes, quotation marks, blanks.
        '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{3003}' | '\u{3008}'..='\u{3020}' => true,
        c => c.is_ascii() && !c.is_ascii_alphanumeric(),
    };
    let bare: String = text.chars().filter(|c| !is_sign(*c)).map(|c| c.to_ascii_lowercase()).collect();
    ABSENT.contains(&bare.as_str())
}

/// Where `mark` begins in `text`. By bytes: searching for a text brings a kilobyte of tables into the wasm.
pub fn find(text: &str, mark: &[u8]) -> Option<usize> {
    text.as_bytes().windows(mark.len()).position(|part| part == mark)
}

/// Whether `mark` stands in `text`.
pub fn holds(text: &str, mark: &[u8]) -> bool {
    find(text, mark).is_some()
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
        assert_eq!(Line::parse("Größen", 5), Err(Problem::TooLong { limit: 5, count: 6 }));
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
        let latin = |raw| Line::parse_subject(raw, 64, Alphabet::Latin);
        let any = |raw| Line::parse_subject(raw, 64, Alphabet::Any);
        assert!(latin("St. Mary's & Sons").is_ok());
        assert_eq!(latin("Zażółć"), Err(Problem::NotLatin { letter: 'ż', can_be_written: true }));
        assert_eq!(latin("Zaż 王"), Err(Problem::NotLatin { letter: '王', can_be_written: false }));
        for raw in ["Zażółć", "ООО Ромашка", "王小明", "محمد", "Ώ"] {
            assert_eq!(any(raw).map(|line| line.as_str().to_owned()), Ok(raw.to_owned()));
        }
        for raw in [
            "-",
            ".",
            "--",
            " - . ",
            "none",
            "None.",
            "N/A",
            "n.a.",
            "NULL",
            "(not applicable)",
            "xx",
            "T.B.D.",
            "?",
            "…",
            "—",
        ] {
            assert_eq!(any(raw), Err(Problem::Filler), "{raw:?}");
        }
        for raw in ["Test", "X", "No. 1", "Nantes", "A-A", "Nonesuch", "42"] {
            assert!(latin(raw).is_ok(), "{raw:?}");
        }
    }
}
