//! Host names that a public certificate may carry.
use std::fmt;

use super::problem::{HostnameProblem, Problem};
use super::punycode;

/// How an A-label begins (RFC 5890 2.3.2.1).
const PREFIX: &str = "xn--";

/// Top-level names that never resolve publicly (RFC 2606, RFC 6761, RFC 6762, RFC 8375, RFC 9476, ICANN's `internal`).
const RESERVED: [&str; 10] =
    ["alt", "arpa", "example", "internal", "invalid", "local", "localdomain", "localhost", "onion", "test"];

/// A lower-case host name in ASCII with at least two labels; the first may be `*` alone (RFC 9525 6.3). Letters of other
/// alphabets stand in it as A-labels (`xn--…`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hostname(String);

impl Hostname {
    /// Parses `raw`; surrounding blanks and capitals do not matter.
    ///
    /// # Errors
    /// `Missing`, or `Hostname` with the reason (BR 7.1.2.7.12, 4.2.2).
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        let raw = raw.trim();
        if raw.len() > 1024 {
            return Err(Problem::Hostname(HostnameProblem::TooLong));
        }
        let name = raw.to_ascii_lowercase();
        if name.is_empty() {
            return Err(Problem::Missing);
        }
        check(&name, Letters::Ascii).map_err(Problem::Hostname)?;
        Ok(Self(name))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it begins with `*.`.
    pub fn is_wildcard(&self) -> bool {
        self.0.starts_with("*.")
    }
}

impl fmt::Display for Hostname {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The letters that a name may have.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Letters {
    /// Those of a request.
    Ascii,
    /// Those that a customer may type. How long the name is shows only in its other form.
    Any,
}

/// What is wrong with `name`, in small letters, as far as its octets tell.
///
/// # Errors
/// The first of it.
pub fn check(name: &str, letters: Letters) -> Result<(), HostnameProblem> {
    use HostnameProblem as P;
    if name.contains('@') && !name.contains("//") {
        return Err(P::IsEmail);
    }
    if name.contains(['/', ':', '@', '?', '#']) {
        return Err(P::IsAddress);
    }
    if letters == Letters::Ascii && !name.is_ascii() {
        return Err(P::NotAscii);
    }
    let plain = name.strip_prefix("*.").unwrap_or(name);
    if plain.contains('*') {
        return Err(P::Wildcard);
    }
    // Four numbers: an address, whatever their size.
    let numbers = plain.split('.').filter(|label| !label.is_empty() && label.bytes().all(|b| b.is_ascii_digit()));
    if numbers.count() == 4 && plain.matches('.').count() == 3 {
        return Err(P::IsIp);
    }
    if letters == Letters::Ascii && name.len() > 253 {
        return Err(P::TooLong);
    }
    if plain.len() > 1 && plain.ends_with('.') && !plain.ends_with("..") {
        return Err(P::TrailingDot);
    }
    let labels: Vec<&str> = plain.split('.').collect();
    labels.iter().try_for_each(|label| check_label(label, letters))?;
    match labels.as_slice() {
        [_] if plain.len() < name.len() => Err(P::PublicSuffix),
        [_] => Err(P::NoDot),
        [.., last] if RESERVED.contains(last) || last.bytes().all(|b| b.is_ascii_digit()) => Err(P::NotPublic),
        _ => Ok(()),
    }
}

fn check_label(label: &str, letters: Letters) -> Result<(), HostnameProblem> {
    use HostnameProblem as P;
    if label.is_empty() {
        return Err(P::EmptyLabel);
    }
    if letters == Letters::Ascii && label.len() > 63 {
        return Err(P::TooLong);
    }
    if label.contains('_') {
        return Err(P::Underscore);
    }
    // What a browser takes for a name has been read by other rules before: each character of ASCII is judged here.
    if !label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || !b.is_ascii()) {
        return Err(P::BadCharacter);
    }
    // "--" in third and fourth place is reserved for A-labels (RFC 5891 4.2.3.1).
    let reserved_form = label.get(2..4) == Some("--") && !label.starts_with(PREFIX);
    if label.starts_with('-') || label.ends_with('-') || reserved_form {
        return Err(P::Hyphen);
    }
    Ok(())
}

/// Whether a label of `name` is an A-label, or looks like one.
pub fn has_a_label(name: &str) -> bool {
    name.split('.').any(|label| label.starts_with(PREFIX))
}

/// `name` with the letters that its A-labels stand for.
///
/// # Errors
/// `NotIdn` where one of them stands for none.
pub fn to_unicode(name: &str) -> Result<String, HostnameProblem> {
    let mut whole = String::with_capacity(name.len());
    for label in name.split('.') {
        if !whole.is_empty() {
            whole.push('.');
        }
        match label.strip_prefix(PREFIX) {
            Some(encoded) => match punycode::decode(encoded) {
                Some(letters) if !letters.is_ascii() && letters.chars().all(is_printed) => whole.push_str(&letters),
                _ => return Err(HostnameProblem::NotIdn),
            },
            None => whole.push_str(label),
        }
    }
    Ok(whole)
}

/// Neither invisible nor a mark that changes the direction of what stands beside it, nor a dot of another alphabet.
fn is_printed(c: char) -> bool {
    let is_mark = matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    !c.is_control() && !c.is_whitespace() && !is_mark && !DOTS.contains(&c) && !"./:@?#".contains(c)
}

/// Dots of other alphabets, which part labels too (UTS #46 4, step 2).
pub const DOTS: [char; 3] = ['\u{3002}', '\u{ff0e}', '\u{ff61}'];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_for_certificates_pass_in_lower_case() {
        for (raw, good) in [
            (" Example.COM ", "example.com"),
            ("*.shop.example.co.uk", "*.shop.example.co.uk"),
            ("xn--mller-kva.de", "xn--mller-kva.de"),
            ("1und1.de", "1und1.de"),
        ] {
            assert_eq!(Hostname::parse(raw).unwrap().as_str(), good);
        }
    }

    #[test]
    fn each_wrong_name_has_its_reason() {
        use HostnameProblem as P;
        let long = format!("{}.com", "a".repeat(64));
        for (raw, reason) in [
            ("https://example.com", P::IsAddress),
            ("example.com:443", P::IsAddress),
            ("https://me@example.com/x", P::IsAddress),
            ("me@example.com", P::IsEmail),
            ("192.0.2.1", P::IsIp),
            ("localhost", P::NoDot),
            ("example..com", P::EmptyLabel),
            ("example.com.", P::TrailingDot),
            ("example.com..", P::EmptyLabel),
            (".", P::EmptyLabel),
            ("*.com", P::PublicSuffix),
            ("*.", P::EmptyLabel),
            (".example.com", P::EmptyLabel),
            (long.as_str(), P::TooLong),
            ("my_shop.example.com", P::Underscore),
            ("müller.de", P::NotAscii),
            ("exa mple.com", P::BadCharacter),
            ("-a.example.com", P::Hyphen),
            ("ab--c.example.com", P::Hyphen),
            ("www.*.example.com", P::Wildcard),
            ("*example.com", P::Wildcard),
            ("printer.local", P::NotPublic),
            ("1.2.3", P::NotPublic),
        ] {
            assert_eq!(Hostname::parse(raw), Err(Problem::Hostname(reason)), "{raw:?}");
        }
        assert_eq!(Hostname::parse(""), Err(Problem::Missing));
    }

    #[test]
    fn a_labels_are_shown_as_what_they_stand_for() {
        for (name, shown) in [
            ("xn--mller-kva.de", "müller.de"),
            ("*.xn--mnchen-3ya.example.org", "*.münchen.example.org"),
            ("xn--e1afmkfd.xn--p1ai", "пример.рф"),
            ("example.com", "example.com"),
        ] {
            assert_eq!(to_unicode(name).as_deref(), Ok(shown));
        }
        // No Punycode; ASCII alone; an invisible letter; nothing.
        let invisible = idna::punycode::encode_str("m\u{200b}ller").unwrap();
        for label in ["999999999", "abc-", &invisible, "", "-a"] {
            assert_eq!(to_unicode(&format!("xn--{label}.de")), Err(HostnameProblem::NotIdn), "{label}");
        }
    }
}
