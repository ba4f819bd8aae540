//! The private key as a file: PKCS #8 in PEM (RFC 5958, RFC 7468 section 10).
use zeroize::Zeroizing;

use crate::domain::secret::Secret;

/// Armours PKCS #8 bytes; the copy made on the way is wiped.
pub fn to_pem(pkcs8: &Zeroizing<Vec<u8>>) -> Secret {
    let block = pem::Pem::new("PRIVATE KEY", pkcs8.as_slice());
    let text = pem::encode_config(&block, pem::EncodeConfig::new().set_line_ending(pem::LineEnding::LF));
    drop(Zeroizing::new(block.into_contents()));
    Secret::new(text)
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
