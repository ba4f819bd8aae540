//! Ids that cannot be guessed, and bytes as text.

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
    Ok(hex(&random))
}

/// Two hex digits a byte.
pub fn hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
