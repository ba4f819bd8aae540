//! How hard a passphrase is to guess: a rough estimate that errs on the low side.
//!
//! The usual estimator knows 400 kB of words and names; this one knows what makes a text longer without making it harder:
//! repeats, runs along the alphabet and the keyboard, and the passwords that everybody tries first.

/// The fewest characters of a passphrase that is taken.
pub const LEAST: usize = 10;
/// The most octets that are taken: more than anybody types, so that a pasted file is none.
pub const MOST: usize = 1024;

/// Bits from which on a passphrase is taken at all, is fair, good, strong: at 600 000 rounds a guess costs some 2^21
/// hashes more than without, so that 40 bits are out of reach of a single machine's month.
const WEAK: usize = 40;
const FAIR: usize = 55;
const GOOD: usize = 70;

/// Rows of keyboards and the alphabet, along which runs are worth little.
const ROWS: [&[u8]; 6] =
    [b"abcdefghijklmnopqrstuvwxyz", b"01234567890", b"qwertyuiop", b"qwertzuiop", b"asdfghjkl", b"zxcvbnm"];
/// What is tried first (heads of published lists), as parts of a text.
const COMMON: [&str; 16] = [
    "password", "passwort", "letmein", "welcome", "dragon", "monkey", "master", "iloveyou", "sunshine", "princess",
    "football", "baseball", "shadow", "superman", "admin", "secret",
];

/// How strong a passphrase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Fewer than [`LEAST`] characters, or more octets than [`MOST`].
    Refused,
    /// Easy to guess: not taken either.
    Weak,
    /// Taken.
    Fair,
    /// Good.
    Good,
    /// Strong.
    Strong,
}

impl Strength {
    /// Whether the passphrase is taken.
    pub fn is_enough(self) -> bool {
        self >= Self::Fair
    }
}

/// How strong `passphrase` is.
pub fn strength(passphrase: &str) -> Strength {
    if passphrase.len() > MOST || passphrase.chars().count() < LEAST {
        return Strength::Refused;
    }
    match bits(passphrase) {
        ..WEAK => Strength::Weak,
        WEAK..FAIR => Strength::Fair,
        FAIR..GOOD => Strength::Good,
        _ => Strength::Strong,
    }
}

/// A lower bound of its entropy: what each character adds, by the kinds of characters there are in it.
fn bits(passphrase: &str) -> usize {
    let letters: Vec<char> = passphrase.chars().flat_map(char::to_lowercase).collect();
    let each = bits_of_a_character(passphrase);
    let mut sum = 0;
    let mut seen: Vec<[char; 2]> = Vec::new();
    let mut before = None;
    for letter in &letters {
        let pair = before.map(|before| [before, *letter]);
        let adds_little = pair.is_some_and(|pair| is_run(pair) || seen.contains(&pair));
        sum += if adds_little { 1 } else { each };
        seen.extend(pair);
        before = Some(*letter);
    }
    let lower: String = letters.into_iter().collect();
    for common in COMMON {
        let mark = common.as_bytes();
        let times = lower.as_bytes().windows(mark.len()).filter(|part| *part == mark).count();
        // A word that everybody tries first is worth no more than a character.
        sum = sum.saturating_sub(times * mark.len().saturating_sub(1) * each);
    }
    sum
}

/// Words of small letters come to some 3 bits a letter (the entropy of language, and of words chosen by people); random
/// characters to 5 or 6.
fn bits_of_a_character(passphrase: &str) -> usize {
    let has = |kind: fn(char) -> bool| usize::from(passphrase.chars().any(kind));
    let kinds = has(char::is_lowercase)
        + has(char::is_uppercase)
        + has(char::is_numeric)
        + has(|c| !c.is_alphanumeric() && c != ' ')
        + has(|c| !c.is_ascii());
    match kinds {
        0 | 1 => 3,
        2 => 4,
        3 => 5,
        _ => 6,
    }
}

/// Whether two characters are the same, or neighbours in the alphabet or on the keyboard.
fn is_run(pair: [char; 2]) -> bool {
    let [Ok(a), Ok(b)] = pair.map(u8::try_from) else { return pair.first() == pair.last() };
    a == b || ROWS.iter().any(|row| row.windows(2).any(|next| next == [a, b] || next == [b, a]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_easy_to_guess_is_not_taken() {
        for text in [
            "",
            "short",
            "password",
            "passwordpassword",
            "1234567890",
            "aaaaaaaaaaaaaaaa",
            "abcdefghijklmnop",
            "qwertyuiop123",
            "Password1!Password1!",
            "abcabcabcabcabc",
            "0000000000000001",
        ] {
            assert!(!strength(text).is_enough(), "{text}: {:?}, {} bits", strength(text), bits(text));
        }
        assert_eq!(strength(&"x7".repeat(MOST)), Strength::Refused);
    }

    #[test]
    fn words_and_random_characters_are_taken() {
        for text in ["correct horse battery staple", "k7Wq-92pd-Xz31", "четыре слова из словаря", "wM9#fkqLp2"]
        {
            assert!(strength(text).is_enough(), "{text}: {:?}, {} bits", strength(text), bits(text));
        }
        assert_eq!(strength("gK8#wq!Lx5%Zp2&v"), Strength::Strong);
    }

    #[test]
    fn more_is_never_weaker() {
        let mut text = String::new();
        let mut last = 0;
        for part in ["river", " lamp", " Orange", " 42", " teapot!"] {
            text.push_str(part);
            assert!(bits(&text) >= last, "{text}");
            last = bits(&text);
        }
    }
}
