//! Host names that a public certificate may carry.
use std::fmt;

use super::problem::{HostnameProblem, Problem};

/// Top-level names that never resolve publicly (RFC 2606, RFC 6761, RFC 6762, RFC 8375, RFC 9476, ICANN's `internal`).
const RESERVED: [&str; 10] =
    ["alt", "arpa", "example", "internal", "invalid", "local", "localdomain", "localhost", "onion", "test"];

/// A lower-case host name in ASCII with at least two labels; the first may be `*` alone (RFC 9525 6.3).
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
        check(&name).map_err(Problem::Hostname)?;
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

fn check(name: &str) -> Result<(), HostnameProblem> {
    use HostnameProblem as P;
    if name.contains(['/', ':', '@', '?', '#']) {
        return Err(P::IsAddress);
    }
    if !name.is_ascii() {
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
    if name.len() > 253 {
        return Err(P::TooLong);
    }
    let labels: Vec<&str> = plain.split('.').collect();
    labels.iter().try_for_each(|label| check_label(label))?;
    match labels.as_slice() {
        [_] => Err(P::NoDot),
        [.., last] if RESERVED.contains(last) || last.bytes().all(|b| b.is_ascii_digit()) => Err(P::NotPublic),
        _ => Ok(()),
    }
}

fn check_label(label: &str) -> Result<(), HostnameProblem> {
    use HostnameProblem as P;
    if label.is_empty() {
        return Err(P::EmptyLabel);
    }
    if label.len() > 63 {
        return Err(P::TooLong);
    }
    if label.contains('_') {
        return Err(P::Underscore);
    }
    if !label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') {
        return Err(P::BadCharacter);
    }
    // "--" in third and fourth place is reserved for A-labels (RFC 5891 4.2.3.1).
    let reserved_form = label.get(2..4) == Some("--") && !label.starts_with("xn--");
    if label.starts_with('-') || label.ends_with('-') || reserved_form {
        return Err(P::Hyphen);
    }
    Ok(())
}

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
            ("me@example.com", P::IsAddress),
            ("192.0.2.1", P::IsIp),
            ("localhost", P::NoDot),
            ("example..com", P::EmptyLabel),
            ("example.com.", P::EmptyLabel),
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
}
