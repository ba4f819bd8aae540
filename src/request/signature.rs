//! Signatures as WebCrypto gives them, and as X.509 wants them.
use super::algorithm::KeyType;
use super::der::{self, Reader};

/// The content of the request's `signature` field: RSA as it is; ECDSA's `r‖s` (IEEE P1363) as
/// `ECDSA-Sig-Value` (RFC 5480 appendix A). `None` when the length does not fit the key type.
pub fn to_x509(key_type: KeyType, raw: &[u8]) -> Option<Vec<u8>> {
    let half = match key_type {
        KeyType::P256 => 32,
        KeyType::P384 => 48,
        rsa => {
            let octets = usize::try_from(rsa.rsa_bits()? / 8).ok()?;
            return (raw.len() == octets).then(|| raw.to_vec());
        }
    };
    let (r, s) = raw.split_at_checked(half)?;
    (s.len() == half).then(|| der::write(der::SEQUENCE, &[&positive_integer(r), &positive_integer(s)]))
}

/// The other way: `ECDSA-Sig-Value` as `r‖s` of `half` octets each; `None` for anything else.
pub fn to_raw(half: usize, signature: &[u8]) -> Option<Vec<u8>> {
    let mut numbers = Reader::new(der::single(signature, der::SEQUENCE)?);
    let mut raw = Vec::with_capacity(2 * half);
    for _r_and_s in 0..2 {
        let octets = numbers.content(der::INTEGER)?;
        let start = octets.iter().position(|octet| *octet != 0)?;
        let digits = octets.get(start..)?;
        raw.resize(raw.len() + half.checked_sub(digits.len())?, 0);
        raw.extend_from_slice(digits);
    }
    numbers.is_empty().then_some(raw)
}

/// A non-negative `INTEGER` in its shortest form (X.690 8.3.2).
fn positive_integer(octets: &[u8]) -> Vec<u8> {
    let start = octets.iter().position(|octet| *octet != 0).unwrap_or(octets.len().saturating_sub(1));
    let digits = octets.get(start..).unwrap_or_default();
    let pad: &[u8] = if digits.first().is_some_and(|first| *first >= 0x80) { &[0] } else { &[] };
    der::write(der::INTEGER, &[pad, digits])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_are_shortest_and_positive() {
        assert_eq!(positive_integer(&[0, 0, 1]), [2, 1, 1]);
        assert_eq!(positive_integer(&[0, 0x80]), [2, 2, 0, 0x80]);
        assert_eq!(positive_integer(&[0xff]), [2, 2, 0, 0xff]);
        assert_eq!(positive_integer(&[0, 0]), [2, 1, 0]);
    }

    #[test]
    fn what_webcrypto_signs_comes_back_from_x509() {
        let raw: Vec<u8> = [vec![0; 31], vec![1], vec![0xff; 32]].concat();
        let x509 = to_x509(KeyType::P256, &raw).unwrap();
        assert_eq!(to_raw(32, &x509), Some(raw));
        let long = to_x509(KeyType::P384, &[0xee; 96]).unwrap();
        for (half, bytes) in [(32, long.as_slice()), (32, b""), (32, b"\x30\x03\x02\x01\x01"), (32, &x509[1..])] {
            assert_eq!(to_raw(half, bytes), None);
        }
    }

    #[test]
    fn a_signature_of_the_wrong_length_is_refused() {
        for (key_type, length) in
            [(KeyType::P256, 63), (KeyType::P256, 96), (KeyType::P384, 64), (KeyType::Rsa2048, 255)]
        {
            assert_eq!(to_x509(key_type, &vec![1; length]), None);
        }
        assert_eq!(to_x509(KeyType::Rsa2048, &[7; 256]), Some(vec![7; 256]));
    }
}
