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
        let short = u32::from_be_bytes([self.0[0], self.0[1], self.0[2], self.0[3]]);
        let domain = domain.as_str().replace('*', "wildcard");
        format!("{domain}.{short:08x}.{extension}")
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
