//! E-mail addresses.
use super::hostname::Hostname;
use super::problem::Problem;

/// An address such as `name@example.com` (RFC 5321 dot-string and host name; no quoting, no comments).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// Parses `raw`, surrounding blanks aside; the host part is lower-cased.
    ///
    /// # Errors
    /// `Missing`, `TooLong` (254, RFC 5321 4.5.3.1.3) or `Email`.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        let raw = raw.trim();
        if raw.is_empty() {
            return Err(Problem::Missing);
        }
        if raw.len() > 254 {
            return Err(Problem::TooLong { limit: 254, count: raw.chars().count() });
        }
        let (local, host) = raw.rsplit_once('@').ok_or(Problem::Email)?;
        let host = Hostname::parse(host).map_err(|_| Problem::Email)?;
        let local_is_good = !local.is_empty()
            && local.len() <= 64
            && local.split('.').all(|atom| !atom.is_empty() && atom.bytes().all(is_atext));
        if !local_is_good || host.is_wildcard() {
            return Err(Problem::Email);
        }
        Ok(Self(format!("{local}@{host}")))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_atext(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_addresses_pass() {
        for (raw, good) in [
            (" ann@example.com ", "ann@example.com"),
            ("a.b+c@Mail.Example.COM", "a.b+c@mail.example.com"),
            ("o'neil@example.org", "o'neil@example.org"),
        ] {
            assert_eq!(EmailAddress::parse(raw).unwrap().as_str(), good);
        }
    }

    #[test]
    fn what_cannot_be_delivered_is_refused() {
        for raw in [
            "ann",
            "ann@",
            "@example.com",
            "a b@example.com",
            "a..b@example.com",
            ".a@example.com",
            "ann@localhost",
            "ann@exa_mple.com",
            "ann@*.example.com",
            "<ann@example.com>",
            "ann@example.com, bob@example.com",
        ] {
            assert_eq!(EmailAddress::parse(raw), Err(Problem::Email), "{raw:?}");
        }
        assert_eq!(EmailAddress::parse("  "), Err(Problem::Missing));
    }
}
