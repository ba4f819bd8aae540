//! Salted password hashes (PBKDF2-HMAC-SHA-512, RFC 8018).

use std::num::NonZeroU32;

use ring::pbkdf2;
use ring::rand::{SecureRandom, SystemRandom};

use crate::wire::error::Failure;

/// Rounds. A real shop takes ten times as many; here every test seeds a shop, and the demo password is printed anyway.
const ROUNDS: NonZeroU32 = NonZeroU32::MIN.saturating_add(20_999);

/// A stored password.
pub struct PasswordHash {
    /// Random bytes of this password alone.
    pub salt: [u8; 16],
    /// The derived bytes.
    pub hash: [u8; 32],
}

impl PasswordHash {
    /// Hashes `password` under a fresh salt.
    ///
    /// # Errors
    ///
    /// The operating system gives no random bytes.
    pub fn new(password: &str) -> Result<Self, Failure> {
        let mut salt = [0; 16];
        SystemRandom::new().fill(&mut salt).map_err(|_| Failure::internal("no random bytes"))?;
        let mut hash = [0; 32];
        let algorithm = pbkdf2::PBKDF2_HMAC_SHA512;
        pbkdf2::derive(algorithm, ROUNDS, &salt, password.as_bytes(), &mut hash);
        Ok(Self { salt, hash })
    }
}

/// Whether `password` is the one behind `hash`, in constant time.
pub fn matches(password: &str, salt: &[u8], hash: &[u8]) -> bool {
    let algorithm = pbkdf2::PBKDF2_HMAC_SHA512;
    pbkdf2::verify(algorithm, ROUNDS, salt, password.as_bytes(), hash).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_same_password_matches_and_salts_differ() {
        let first = PasswordHash::new("demo-password").unwrap();
        let second = PasswordHash::new("demo-password").unwrap();
        assert!(matches("demo-password", &first.salt, &first.hash));
        assert!(!matches("demo-passwore", &first.salt, &first.hash));
        assert_ne!(first.hash, second.hash);
    }
}
