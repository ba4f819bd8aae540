//! The private key as a file: PKCS #8 in PEM (RFC 5958, RFC 7468 sections 10 and 11), plain or encrypted.
use zeroize::Zeroizing;

use super::pkcs8::{self, Encrypted, NotOpened};
use super::{der, pem};
use crate::domain::secret::Secret;
use crate::domain::text::holds;

const PLAIN: &str = "PRIVATE KEY";
const ENCRYPTED: &str = "ENCRYPTED PRIVATE KEY";

/// A file that holds a private key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyFile {
    /// PKCS #8 as it is. (`Debug` shows nothing of it.)
    Plain(Pkcs8),
    /// Encrypted.
    Encrypted(Encrypted),
}

/// The octets of PKCS #8: wiped when dropped, `[redacted]` in `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct Pkcs8(pub Zeroizing<Vec<u8>>);

impl std::fmt::Debug for Pkcs8 {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[redacted]")
    }
}

/// Why a file is none that this form made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotKeyFile {
    /// There is no private key in it.
    NoKey,
    /// A private key in another form, such as PKCS #1, or encrypted in a way that browsers do not know.
    OtherForm,
    /// A key that is cut short or damaged.
    Broken,
}

/// Armours PKCS #8 bytes.
pub fn to_pem(pkcs8: &Zeroizing<Vec<u8>>) -> Secret {
    Secret::new(pem::encode(PLAIN, pkcs8))
}

/// Armours an encrypted key.
pub fn encrypted_to_pem(der: &[u8]) -> String {
    pem::encode(ENCRYPTED, der)
}

/// Reads a file, in PEM or DER.
///
/// # Errors
/// [`NotKeyFile`].
pub fn read(file: &[u8]) -> Result<KeyFile, NotKeyFile> {
    let Some(text) = std::str::from_utf8(file).ok().filter(|text| holds(text, b"-----BEGIN ")) else {
        return read_der(file);
    };
    if let Some(bytes) = pem::decode(text, PLAIN).map(Zeroizing::new) {
        return if is_pkcs8(&bytes) { Ok(KeyFile::Plain(Pkcs8(bytes))) } else { Err(NotKeyFile::Broken) };
    }
    if let Some(bytes) = pem::decode(text, ENCRYPTED) {
        return encrypted(&bytes);
    }
    Err(match () {
        () if holds(text, b"-----BEGIN PRIVATE KEY") || holds(text, b"-----BEGIN ENCRYPTED") => NotKeyFile::Broken,
        () if holds(text, PLAIN.as_bytes()) => NotKeyFile::OtherForm,
        () => NotKeyFile::NoKey,
    })
}

fn read_der(bytes: &[u8]) -> Result<KeyFile, NotKeyFile> {
    if is_pkcs8(bytes) {
        return Ok(KeyFile::Plain(Pkcs8(Zeroizing::new(bytes.to_vec()))));
    }
    encrypted(bytes).map_err(|_| NotKeyFile::NoKey)
}

fn encrypted(bytes: &[u8]) -> Result<KeyFile, NotKeyFile> {
    pkcs8::read(bytes).map(KeyFile::Encrypted).map_err(|why| match why {
        NotOpened::Broken => NotKeyFile::Broken,
        NotOpened::OtherWay => NotKeyFile::OtherForm,
    })
}

/// Whether it begins as PKCS #8 does (version, algorithm, key) and is whole. What is inside the browser judges.
fn is_pkcs8(bytes: &[u8]) -> bool {
    let Some(content) = der::single(bytes, der::SEQUENCE) else { return false };
    let mut fields = der::Reader::new(content);
    fields.content(der::INTEGER).is_some_and(|version| version.len() == 1)
        && fields.content(der::SEQUENCE).is_some()
        && fields.content(der::OCTET_STRING).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PKCS8: &[u8] = b"\x30\x0c\x02\x01\x00\x30\x02\x06\x00\x04\x03abc";

    #[test]
    fn a_key_file_has_the_standard_armour() {
        let file = to_pem(&Zeroizing::new(vec![1; 60]));
        let lines: Vec<&str> = file.expose().lines().collect();
        assert_eq!(lines.first(), Some(&"-----BEGIN PRIVATE KEY-----"));
        assert_eq!(lines.last(), Some(&"-----END PRIVATE KEY-----"));
        assert!(lines.iter().all(|line| line.len() <= 64));
    }

    #[test]
    fn a_file_is_read_in_pem_and_in_der_whatever_stands_around() {
        let plain = KeyFile::Plain(Pkcs8(Zeroizing::new(PKCS8.to_vec())));
        let text = to_pem(&Zeroizing::new(PKCS8.to_vec()));
        let around = format!("my key:\r\n{}\r\nend", text.expose().replace('\n', "\r\n"));
        for file in [text.expose().as_bytes(), around.as_bytes(), PKCS8] {
            assert_eq!(read(file).as_ref(), Ok(&plain));
        }
        let der = pkcs8::write(&[1; 16], 1000, &[2; 16], &[3; 48]);
        for file in [der.clone(), encrypted_to_pem(&der).into_bytes()] {
            assert!(matches!(read(&file), Ok(KeyFile::Encrypted(_))));
        }
    }

    #[test]
    fn what_is_no_key_file_is_told_by_its_kind() {
        let pem = to_pem(&Zeroizing::new(PKCS8.to_vec()));
        let cut: String = pem.expose().chars().take(40).collect();
        for (file, why) in [
            (&b""[..], NotKeyFile::NoKey),
            (b"hello", NotKeyFile::NoKey),
            (b"-----BEGIN CERTIFICATE-----\nAAEC\n-----END CERTIFICATE-----", NotKeyFile::NoKey),
            (b"-----BEGIN RSA PRIVATE KEY-----\nAAEC\n-----END RSA PRIVATE KEY-----", NotKeyFile::OtherForm),
            (b"-----BEGIN PRIVATE KEY-----\nAAEC\n-----END PRIVATE KEY-----", NotKeyFile::Broken),
            (cut.as_bytes(), NotKeyFile::Broken),
        ] {
            assert_eq!(read(file), Err(why), "{}", String::from_utf8_lossy(file));
        }
    }

    #[test]
    fn debug_output_shows_no_key() {
        let shown = format!("{:?}", read(PKCS8).unwrap());
        assert_eq!(shown, "Plain([redacted])");
    }
}
