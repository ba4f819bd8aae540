//! Ids that cannot be guessed.

use std::fmt::Write as _;

use ring::rand::{SecureRandom as _, SystemRandom};

use crate::wire::error::Failure;

/// 40 random hex digits.
///
/// # Errors
///
/// There are no random bytes.
pub fn random() -> Result<String, Failure> {
    let mut random = [0_u8; 20];
    SystemRandom::new().fill(&mut random).map_err(|_| Failure::internal("no random bytes"))?;
    let mut id = String::with_capacity(40);
    for byte in random {
        write!(id, "{byte:02x}").map_err(|error| Failure::internal(error.to_string()))?;
    }
    Ok(id)
}
