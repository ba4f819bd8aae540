//! The name by which a key is known on screens and in file names.
use crate::domain::hostname::Hostname;

/// SHA-256 of a `SubjectPublicKeyInfo`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fingerprint(pub [u8; 32]);

impl Fingerprint {
    /// Upper-case pairs with colons, as openssl and browsers show fingerprints.
    pub fn to_text(&self) -> String {
        let pairs: Vec<String> = self.0.iter().map(|octet| format!("{octet:02X}")).collect();
        pairs.join(":")
    }

    /// Reads what [`Fingerprint::to_text`] writes.
    pub fn from_text(text: &str) -> Option<Self> {
        let mut octets = [0; 32];
        let mut pairs = text.split(':');
        for octet in &mut octets {
            *octet = u8::from_str_radix(pairs.next().filter(|pair| pair.len() == 2)?, 16).ok()?;
        }
        pairs.next().is_none().then_some(Self(octets))
    }

    /// File name `<domain>.<first 8 hex digits>.<extension>`; a wildcard's `*` becomes `wildcard`.
    pub fn file_name(&self, domain: &Hostname, extension: &str) -> String {
        self.file_name_for(domain.as_str(), extension)
    }

    /// As [`Fingerprint::file_name`] for a name that was stored as a text.
    pub fn file_name_for(&self, domain: &str, extension: &str) -> String {
        let mut name = String::new();
        for c in domain.chars() {
            match c {
                '*' => name.push_str("wildcard"),
                // A stored name is whatever was stored: nothing of it may leave the folder of the downloads.
                c if c.is_alphanumeric() || matches!(c, '.' | '-') => name.push(c),
                _ => name.push('_'),
            }
        }
        format!("{name}.{}.{extension}", self.short())
    }

    /// As [`Fingerprint::file_name_for`] for a private key. An encrypted one has a name of its own: the two often lie side by side.
    pub fn key_file_name(&self, domain: &str, is_encrypted: bool) -> String {
        self.file_name_for(domain, if is_encrypted { "encrypted.key.pem" } else { "key.pem" })
    }

    /// The first 8 hex digits: as much of it as file names and the card carry.
    pub fn short(&self) -> String {
        let [a, b, c, d, ..] = self.0;
        format!("{:08x}", u32::from_be_bytes([a, b, c, d]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_file_names_name_the_key() {
        let mut octets = [0; 32];
        octets[..4].copy_from_slice(&[0xab, 0x01, 0xff, 0x10]);
        let fingerprint = Fingerprint(octets);
        assert!(fingerprint.to_text().starts_with("AB:01:FF:10:00:"));
        assert_eq!(Fingerprint::from_text(&fingerprint.to_text()), Some(fingerprint));
        assert_eq!(Fingerprint::from_text("AB:01"), None);
        let name = fingerprint.file_name(&Hostname::parse("*.example.com").unwrap(), "key.pem");
        assert_eq!(name, "wildcard.example.com.ab01ff10.key.pem");
    }
}
