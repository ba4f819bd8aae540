//! The private key as a file: PKCS #8 in PEM (RFC 5958, RFC 7468 section 10).
use zeroize::Zeroizing;

use super::pem;
use crate::domain::secret::Secret;

/// Armours PKCS #8 bytes.
pub fn to_pem(pkcs8: &Zeroizing<Vec<u8>>) -> Secret {
    Secret::new(pem::encode("PRIVATE KEY", pkcs8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_file_has_the_standard_armour() {
        let file = to_pem(&Zeroizing::new(vec![1; 60]));
        let lines: Vec<&str> = file.expose().lines().collect();
        assert_eq!(lines.first(), Some(&"-----BEGIN PRIVATE KEY-----"));
        assert_eq!(lines.last(), Some(&"-----END PRIVATE KEY-----"));
        assert!(lines.iter().all(|line| line.len() <= 64));
    }
}
