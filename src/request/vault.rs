//! The vault: private keys kept in this browser, and the one encrypted file in which they leave it.
//!
//! The file is JSON: how the key of the file is derived (PBKDF2 with HMAC-SHA-256, RFC 8018), and one text sealed with
//! AES-256-GCM that holds everything else, names and dates too. In it each private key is wrapped once more by the same
//! key under a vector of its own, so that it goes from browser to browser without being seen by script.
use serde::Serialize;

use super::algorithm::KeyType;
use super::fingerprint::Fingerprint;
use super::pem;
use crate::domain::json::{self, Json};
use crate::domain::text::{Line, holds};

/// Octets of a salt.
pub const SALT: usize = 16;
/// Octets of an initialisation vector of AES in GCM mode (NIST SP 800-38D 8.2.1).
pub const VECTOR: usize = 12;
/// The most octets of a vault file: some thousand keys.
pub const LIMIT: usize = 4 * 1024 * 1024;
/// The most characters of a name that the customer gives to a key.
pub const NAME_LIMIT: usize = 80;
/// A key that is remembered without a passphrase goes so many milliseconds after its certificate was issued: 30 days.
pub const LIFE_AFTER_ISSUE_MS: u64 = 30 * 24 * 60 * 60 * 1000;

const FORMAT: &str = "cert-order-vault";
const VERSION: i64 = 1;
/// A file that asks for more rounds would keep the customer waiting for nothing.
const MOST_ROUNDS: u32 = 10_000_000;

/// What keeps a kept key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guard {
    /// The browser alone: protects against other sites only.
    Browser,
    /// The vault's passphrase.
    Passphrase,
}

impl Guard {
    /// The word for it in what is stored.
    pub fn id(self) -> &'static str {
        match self {
            Self::Browser => "browser",
            Self::Passphrase => "passphrase",
        }
    }

    /// The guard with this [`Guard::id`].
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::Browser, Self::Passphrase].into_iter().find(|guard| guard.id() == id)
    }
}

/// What is known of a kept key without opening it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// SHA-256 of its public key.
    pub key: Fingerprint,
    /// Its type.
    pub key_type: KeyType,
    /// What keeps it.
    pub guard: Guard,
    /// What the customer calls it; empty until then.
    pub name: String,
    /// The domain it was made for.
    pub domain: String,
    /// The number of its order; empty until then.
    pub order: String,
    /// When it was kept, in milliseconds since 1970.
    pub created_ms: u64,
    /// When its certificate was seen first, in milliseconds since 1970.
    pub issued_ms: Option<u64>,
}

impl Entry {
    /// What it is called: by the customer, or by its domain.
    pub fn title(&self) -> &str {
        if self.name.is_empty() { &self.domain } else { &self.name }
    }

    /// When it is deleted by itself, in milliseconds since 1970.
    pub fn ends_ms(&self) -> Option<u64> {
        let issued_ms = self.issued_ms.filter(|_| self.guard == Guard::Browser)?;
        Some(issued_ms.saturating_add(LIFE_AFTER_ISSUE_MS))
    }
}

/// A key as it lies in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedKey {
    /// What is known of it.
    pub entry: Entry,
    /// `SubjectPublicKeyInfo` in DER.
    pub public: Vec<u8>,
    /// Vector of the wrapping.
    pub vector: Vec<u8>,
    /// PKCS #8, wrapped.
    pub wrapped: Vec<u8>,
}

/// A vault file, still sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VaultFile {
    /// Of PBKDF2.
    pub salt: Vec<u8>,
    /// Of PBKDF2.
    pub rounds: u32,
    /// Vector of the seal.
    pub vector: Vec<u8>,
    /// The text that [`write_keys`] makes, sealed.
    pub sealed: Vec<u8>,
}

/// Why a file is no vault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotVault {
    /// It is something else.
    Other,
    /// It is of a later version.
    Later,
    /// It is one, but cut short or damaged.
    Broken,
    /// More than 4 MB.
    TooBig,
}

#[derive(Serialize)]
struct Outer<'a> {
    format: &'a str,
    version: i64,
    salt: String,
    rounds: u32,
    vector: String,
    sealed: String,
}

#[derive(Serialize)]
struct Inner<'a> {
    key_type: &'a str,
    fingerprint: String,
    name: &'a str,
    domain: &'a str,
    order: &'a str,
    created_ms: u64,
    issued_ms: Option<u64>,
    public: String,
    vector: String,
    wrapped: String,
}

impl VaultFile {
    /// The file's text.
    pub fn write(&self) -> String {
        let outer = Outer {
            format: FORMAT,
            version: VERSION,
            salt: pem::to_base64(&self.salt),
            rounds: self.rounds,
            vector: pem::to_base64(&self.vector),
            sealed: pem::to_base64(&self.sealed),
        };
        // Texts and whole numbers can always be written.
        serde_json::to_string(&outer).unwrap_or_default()
    }

    /// Reads a file.
    ///
    /// # Errors
    /// [`NotVault`].
    pub fn read(text: &str) -> Result<Self, NotVault> {
        if text.len() > LIMIT {
            return Err(NotVault::TooBig);
        }
        let file = json::read(text)
            .map_err(|_| if holds(text, FORMAT.as_bytes()) { NotVault::Broken } else { NotVault::Other })?;
        if file.get("format").and_then(Json::as_text) != Some(FORMAT) {
            return Err(NotVault::Other);
        }
        match file.get("version").and_then(Json::as_i64) {
            Some(VERSION) => {}
            Some(later) if later > VERSION => return Err(NotVault::Later),
            _ => return Err(NotVault::Broken),
        }
        Self::parts(&file).ok_or(NotVault::Broken)
    }

    fn parts(file: &Json) -> Option<Self> {
        let rounds = u32::try_from(file.get("rounds")?.as_i64()?).ok()?;
        let salt = octets(file, "salt")?;
        let vector = octets(file, "vector").filter(|vector| vector.len() == VECTOR)?;
        let is_usual = !salt.is_empty() && rounds > 0 && rounds <= MOST_ROUNDS;
        is_usual.then_some(Self { salt, rounds, vector, sealed: octets(file, "sealed")? })
    }
}

/// The text that is sealed.
pub fn write_keys(keys: &[SealedKey]) -> String {
    let inner: Vec<Inner> = keys
        .iter()
        .map(|SealedKey { entry, public, vector, wrapped }| Inner {
            key_type: entry.key_type.id(),
            fingerprint: entry.key.to_text(),
            name: &entry.name,
            domain: &entry.domain,
            order: &entry.order,
            created_ms: entry.created_ms,
            issued_ms: entry.issued_ms,
            public: pem::to_base64(public),
            vector: pem::to_base64(vector),
            wrapped: pem::to_base64(wrapped),
        })
        .collect();
    serde_json::to_string(&inner).unwrap_or_default()
}

/// Reads what [`write_keys`] writes; `None` when anything in it is wrong, so that no key is left out in silence.
pub fn read_keys(text: &str) -> Option<Vec<SealedKey>> {
    let list = json::read(text).ok()?;
    list.as_list()?.iter().map(sealed_key).collect()
}

fn sealed_key(key: &Json) -> Option<SealedKey> {
    let text = |name| key.get(name).and_then(Json::as_text);
    let number = |name| key.get(name).and_then(Json::as_i64).and_then(|number| u64::try_from(number).ok());
    let entry = Entry {
        key: Fingerprint::from_text(text("fingerprint")?)?,
        key_type: KeyType::from_id(text("key_type")?)?,
        guard: Guard::Passphrase,
        name: name_of(text("name")?),
        domain: text("domain")?.to_owned(),
        order: text("order")?.to_owned(),
        created_ms: number("created_ms")?,
        issued_ms: number("issued_ms"),
    };
    let vector = octets(key, "vector").filter(|vector| vector.len() == VECTOR)?;
    Some(SealedKey { entry, public: octets(key, "public")?, vector, wrapped: octets(key, "wrapped")? })
}

/// A name that the customer gives: a line of at most 80 characters, or none.
pub fn name_of(raw: &str) -> String {
    Line::parse(raw, NAME_LIMIT).map(|line| line.as_str().to_owned()).unwrap_or_default()
}

fn octets(from: &Json, name: &str) -> Option<Vec<u8>> {
    pem::base64(from.get(name)?.as_text()?)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn key(name: &str) -> SealedKey {
        let entry = Entry {
            key: Fingerprint([7; 32]),
            key_type: KeyType::P256,
            guard: Guard::Passphrase,
            name: name.to_owned(),
            domain: "*.example.com".to_owned(),
            order: "4711".to_owned(),
            created_ms: 1_790_000_000_000,
            issued_ms: Some(1_790_000_100_000),
        };
        SealedKey { entry, public: vec![1, 2], vector: vec![3; VECTOR], wrapped: vec![4; 40] }
    }

    #[test]
    fn what_is_no_vault_is_told_by_its_kind() {
        let good = VaultFile { salt: vec![1; SALT], rounds: 600_000, vector: vec![2; VECTOR], sealed: vec![3; 9] };
        let text = good.write();
        assert_eq!(VaultFile::read(&text), Ok(good));
        let swap = |old: &str, new: &str| VaultFile::read(&text.replacen(old, new, 1));
        assert_eq!(swap("\"version\":1", "\"version\":2"), Err(NotVault::Later));
        assert_eq!(swap("\"version\":1", "\"version\":0"), Err(NotVault::Broken));
        assert_eq!(swap("600000", "0"), Err(NotVault::Broken));
        assert_eq!(swap("600000", "4000000000"), Err(NotVault::Broken));
        assert_eq!(swap("cert-order-vault", "something"), Err(NotVault::Other));
        assert_eq!(swap("}", ""), Err(NotVault::Broken));
        assert_eq!(VaultFile::read("hello"), Err(NotVault::Other));
        assert_eq!(VaultFile::read(&" ".repeat(LIMIT + 1)), Err(NotVault::TooBig));
    }

    #[test]
    fn one_wrong_key_spoils_the_list() {
        let text = write_keys(&[key("first"), key("second")]);
        assert_eq!(read_keys(&text).map(|keys| keys.len()), Some(2));
        assert_eq!(read_keys(&text.replacen("p-256", "p-999", 1)), None);
    }

    #[test]
    fn a_key_goes_thirty_days_after_its_certificate_unless_a_passphrase_keeps_it() {
        let mut entry = key("").entry;
        assert_eq!((entry.title(), entry.ends_ms()), ("*.example.com", None));
        entry.guard = Guard::Browser;
        assert_eq!(entry.ends_ms(), Some(1_792_592_100_000));
        entry.issued_ms = None;
        assert_eq!(entry.ends_ms(), None);
    }

    proptest! {
        #[test]
        fn keys_with_names_in_any_script_read_back(name in "\\PC{0,40}") {
            let keys = [key(&name_of(&name))];
            prop_assert_eq!(read_keys(&write_keys(&keys)), Some(keys.to_vec()));
        }

        #[test]
        fn arbitrary_text_never_panics(text in ".{0,300}", at in 0..200_usize, octet: u8) {
            let _ = (VaultFile::read(&text), read_keys(&text));
            let mut good = write_keys(&[key("x")]).into_bytes();
            if let Some(place) = good.get_mut(at) {
                *place = octet;
            }
            let _ = read_keys(&String::from_utf8_lossy(&good));
        }
    }
}
