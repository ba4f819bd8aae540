//! Encrypted private keys: `EncryptedPrivateKeyInfo` (RFC 5958 3) with PBES2 (RFC 8018 6.2), whose parts `WebCrypto` computes.
//!
//! By hand, since the crate for it brings ciphers and hashes that the browser has: 2 kB of wasm instead of 25.
use super::der::{self, Reader};

/// Rounds of PBKDF2 for what is written here.
pub const ROUNDS: u32 = 600_000;
/// A file that asks for more rounds is not opened: some seconds of work, and beyond what anybody writes.
const MOST_ROUNDS: u32 = 10_000_000;
/// Octets of an initialisation vector of AES in CBC mode.
pub const IV: usize = 16;
/// Octets of a salt.
pub const SALT: usize = 16;

const PBES2: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x05\x0d";
const PBKDF2: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x05\x0c";
/// `hmacWithSHA256`, with its NULL.
const HMAC_SHA_256: &[u8] = b"\x30\x0c\x06\x08\x2a\x86\x48\x86\xf7\x0d\x02\x09\x05\x00";
/// `digestAlgorithm` of RSA's company, but for its last octet.
const HMAC: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x02";
/// `aes` of NIST, but for its last octet.
const AES: &[u8] = b"\x60\x86\x48\x01\x65\x03\x04\x01";
const AES_256_CBC: u8 = 42;

/// An encrypted private key, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Encrypted {
    /// Of PBKDF2.
    pub salt: Vec<u8>,
    /// Of PBKDF2.
    pub rounds: u32,
    /// The hash under PBKDF2's HMAC, as `WebCrypto` calls it.
    pub hash: &'static str,
    /// Bits of the AES key: 128, 192 or 256.
    pub key_bits: u16,
    /// Initialisation vector of the CBC mode.
    pub iv: Vec<u8>,
    /// PKCS #8, encrypted.
    pub ciphertext: Vec<u8>,
}

/// Why an encrypted key cannot be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotOpened {
    /// It is no `EncryptedPrivateKeyInfo`.
    Broken,
    /// It is encrypted in a way that browsers do not know, such as scrypt or triple DES, or with too many rounds.
    OtherWay,
}

/// `EncryptedPrivateKeyInfo` in DER: PBKDF2 with HMAC-SHA-256, AES-256-CBC.
pub fn write(salt: &[u8; SALT], rounds: u32, iv: &[u8; IV], ciphertext: &[u8]) -> Vec<u8> {
    let oid = |oid| der::write(der::OID, &[oid]);
    // A leading zero octet keeps the number positive; a second one would not be DER.
    let octets = rounds.to_be_bytes();
    let zeros = octets.iter().take_while(|octet| **octet == 0).count();
    let digits = octets.get(zeros..).unwrap_or_default();
    let pad: &[u8] = if digits.first().is_none_or(|first| *first >= 0x80) { &[0] } else { &[] };
    let rounds = der::write(der::INTEGER, &[pad, digits]);
    let kdf = der::write(der::SEQUENCE, &[&der::write(der::OCTET_STRING, &[salt]), &rounds, HMAC_SHA_256]);
    let kdf = der::write(der::SEQUENCE, &[&oid(PBKDF2), &kdf]);
    let cipher = der::write(der::OID, &[AES, &[AES_256_CBC]]);
    let cipher = der::write(der::SEQUENCE, &[&cipher, &der::write(der::OCTET_STRING, &[iv])]);
    let scheme = der::write(der::SEQUENCE, &[&kdf, &cipher]);
    let scheme = der::write(der::SEQUENCE, &[&oid(PBES2), &scheme]);
    der::write(der::SEQUENCE, &[&scheme, &der::write(der::OCTET_STRING, &[ciphertext])])
}

/// Takes an encrypted key apart.
///
/// # Errors
/// [`NotOpened`].
pub fn read(bytes: &[u8]) -> Result<Encrypted, NotOpened> {
    let (mut scheme, ciphertext) = parts(bytes).ok_or(NotOpened::Broken)?;
    if scheme.content(der::OID) != Some(PBES2) {
        return Err(NotOpened::OtherWay);
    }
    let (mut kdf, mut cipher) = pbes2(&mut scheme).ok_or(NotOpened::Broken)?;
    if kdf.content(der::OID) != Some(PBKDF2) {
        return Err(NotOpened::OtherWay);
    }
    let key_bits = match cipher.content(der::OID).and_then(|oid| oid.strip_prefix(AES)) {
        Some([2]) => 128,
        Some([22]) => 192,
        Some([AES_256_CBC]) => 256,
        _ => return Err(NotOpened::OtherWay),
    };
    let iv = cipher.content(der::OCTET_STRING).filter(|iv| iv.len() == IV).ok_or(NotOpened::Broken)?;
    let mut parameters = Reader::new(kdf.content(der::SEQUENCE).ok_or(NotOpened::Broken)?);
    let salt = parameters.content(der::OCTET_STRING).ok_or(NotOpened::OtherWay)?;
    let rounds = parameters.content(der::INTEGER).and_then(positive).ok_or(NotOpened::OtherWay)?;
    let hash = hash(parameters).ok_or(NotOpened::OtherWay)?;
    if rounds > MOST_ROUNDS {
        return Err(NotOpened::OtherWay);
    }
    let (salt, iv, ciphertext) = (salt.to_vec(), iv.to_vec(), ciphertext.to_vec());
    Ok(Encrypted { salt, rounds, hash, key_bits, iv, ciphertext })
}

fn parts(bytes: &[u8]) -> Option<(Reader<'_>, &[u8])> {
    let mut fields = Reader::new(der::single(bytes, der::SEQUENCE)?);
    let scheme = Reader::new(fields.content(der::SEQUENCE)?);
    let ciphertext = fields.content(der::OCTET_STRING)?;
    fields.is_empty().then_some((scheme, ciphertext))
}

fn pbes2<'a>(scheme: &mut Reader<'a>) -> Option<(Reader<'a>, Reader<'a>)> {
    let mut fields = Reader::new(scheme.content(der::SEQUENCE)?);
    Some((Reader::new(fields.content(der::SEQUENCE)?), Reader::new(fields.content(der::SEQUENCE)?)))
}

/// A number from 1 to 2^32 - 1.
fn positive(octets: &[u8]) -> Option<u32> {
    let digits = octets.strip_prefix(&[0]).unwrap_or(octets);
    let is_negative = octets.first().is_some_and(|first| *first >= 0x80);
    let number = digits.iter().try_fold(0_u32, |sum, octet| sum.checked_mul(256)?.checked_add(u32::from(*octet)))?;
    (!is_negative && number > 0).then_some(number)
}

/// The hash: SHA-1 where none is named (RFC 8018 A.2). The length of the key may stand before it.
fn hash(mut parameters: Reader<'_>) -> Option<&'static str> {
    while !parameters.is_empty() {
        let element = parameters.next_element()?;
        if element.tag == der::SEQUENCE {
            return match Reader::new(element.content).content(der::OID)?.strip_prefix(HMAC)? {
                [7] => Some("SHA-1"),
                [9] => Some("SHA-256"),
                [10] => Some("SHA-384"),
                [11] => Some("SHA-512"),
                _ => None,
            };
        }
    }
    Some("SHA-1")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn other_ways_of_encrypting_are_told_from_what_is_broken() {
        let good = write(&[1; SALT], ROUNDS, &[2; IV], &[3; 48]);
        let pbes1 = good.iter().copied().map(|octet| if octet == 0x0d { 0x03 } else { octet }).collect::<Vec<_>>();
        assert!(read(&good).is_ok());
        assert_eq!(read(&good[..good.len() - 1]), Err(NotOpened::Broken));
        assert_eq!(read(b"\x30\x03\x02\x01\x00"), Err(NotOpened::Broken));
        assert_eq!(read(&pbes1), Err(NotOpened::OtherWay));
        assert_eq!(read(&write(&[1; SALT], MOST_ROUNDS + 1, &[2; IV], &[3; 48])), Err(NotOpened::OtherWay));
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(
            salt: [u8; SALT], iv: [u8; IV], rounds in 1..=MOST_ROUNDS,
            ciphertext in proptest::collection::vec(any::<u8>(), 0..300),
        ) {
            let read = read(&write(&salt, rounds, &iv, &ciphertext)).unwrap();
            let expected =
                Encrypted { salt: salt.to_vec(), rounds, hash: "SHA-256", key_bits: 256, iv: iv.to_vec(), ciphertext };
            prop_assert_eq!(read, expected);
        }

        #[test]
        fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = read(&bytes);
        }

        #[test]
        fn mutated_keys_never_panic(at in 0..150_usize, octet: u8) {
            let mut bytes = write(&[1; SALT], ROUNDS, &[2; IV], &[3; 48]);
            if let Some(place) = bytes.get_mut(at) {
                *place = octet;
            }
            let _ = read(&bytes);
        }
    }
}
