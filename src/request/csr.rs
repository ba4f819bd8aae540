//! A request (PKCS #10, RFC 2986) that somebody else made, as it was read: all that is in it, good or not.
use super::cleaned::Cleaned;
use super::{oid, signature};
use crate::domain::text::Line;

/// A request as it was read. Whether its signature is good only WebCrypto can tell.
#[derive(Debug, Clone)]
pub struct ReadRequest {
    /// Armoured anew: what is stored and sent.
    pub pem: String,
    /// What was put right of the text that was given.
    pub cleaned: Vec<Cleaned>,
    /// Contents of the version; 0 is the only one there is.
    pub version: Vec<u8>,
    /// The subject's parts in their order.
    pub subject: Vec<NamePart>,
    /// `dNSName`s of the subject alternative names, in their order; no more than [`ReadRequest::NAMES`].
    pub names: Vec<String>,
    /// `dNSName`s beyond those.
    pub further_names: usize,
    /// Alternative names that are no `dNSName`s: their tags and contents (RFC 5280 4.2.1.6).
    pub other_names: Vec<(u8, Vec<u8>)>,
    /// Object identifiers of the attributes; `None` where the field itself is left out.
    pub attributes: Option<Vec<Vec<u8>>>,
    /// The extensions asked for, in their order.
    pub extensions: Vec<Extension>,
    /// What is wrong with its form, though it can be read.
    pub flaws: Vec<Flaw>,
    /// The public key.
    pub key: PublicKey,
    /// How it was signed.
    pub signed_with: SignedWith,
    /// The signature's algorithm: its object identifier.
    pub signature_algorithm: Vec<u8>,
    /// The bytes that were signed.
    pub to_be_signed: Vec<u8>,
    /// `SubjectPublicKeyInfo` in DER.
    pub subject_public_key_info: Vec<u8>,
    /// As X.509 has it.
    pub signature: Vec<u8>,
}

/// All else is read from the octets that `pem` armours.
impl PartialEq for ReadRequest {
    fn eq(&self, other: &Self) -> bool {
        self.pem == other.pem && self.cleaned == other.cleaned
    }
}

impl Eq for ReadRequest {}

/// One attribute of the subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamePart {
    /// What it is.
    pub part: Part,
    /// Its object identifier.
    pub oid: Vec<u8>,
    /// The tag of its value.
    pub tag: u8,
    /// The value's octets.
    pub octets: Vec<u8>,
    /// The value as one line; `None` where it is no readable text.
    pub text: Option<String>,
    /// The place of its relative distinguished name in the subject, from 0.
    pub rdn: usize,
}

/// An extension that the request asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extension {
    /// Its object identifier.
    pub oid: Vec<u8>,
    /// Its value in DER.
    pub value: Vec<u8>,
}

/// What is wrong with the form of a request that can be read all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flaw {
    /// Lengths, integers or sets are not as DER has them.
    NotDer,
    /// An attribute without values: its object identifier.
    Attribute(String),
    /// Extensions are asked for in more than one attribute.
    SeveralRequests,
    /// An extension that cannot be read: its object identifier, where that can.
    Extension(String),
    /// An extension that is there twice: its object identifier.
    Repeated(String),
    /// The alternative names cannot be read.
    Names,
}

/// A part of the subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// C.
    Country,
    /// ST.
    State,
    /// L.
    City,
    /// O.
    Company,
    /// OU.
    CompanyUnit,
    /// CN.
    CommonName,
    /// emailAddress.
    Email,
    /// surname.
    Surname,
    /// givenName.
    GivenName,
    /// serialNumber.
    SerialNumber,
    /// Another one.
    Other,
}

/// A public key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PublicKey {
    /// RSA.
    Rsa {
        /// Magnitude, without leading zeros.
        modulus: Vec<u8>,
        /// Magnitude, without leading zeros.
        exponent: Vec<u8>,
        /// Whether both are written as positive numbers.
        is_positive: bool,
        /// Whether the algorithm's parameters are the NULL that they have to be (RFC 3279 2.3.1).
        has_null: bool,
    },
    /// RSA for RSASSA-PSS alone (RFC 4055).
    RsaPss,
    /// ECDSA; octets of a coordinate: 32, 48 and 66 for P-256, P-384 and P-521.
    Ec(usize),
    /// ECDSA on another curve, by its object identifier.
    Curve(String),
    /// ECDSA on a curve that is written out.
    ExplicitCurve,
    /// Ed25519.
    Ed25519,
    /// Ed448.
    Ed448,
    /// DSA.
    Dsa,
    /// Another one, by its object identifier.
    Other(String),
    /// Of a known type, and damaged.
    Unreadable,
}

/// How a request was signed: family and hash of the algorithm, by WebCrypto's names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignedWith {
    /// RSA, PKCS #1 v1.5.
    Rsa(&'static str),
    /// ECDSA.
    Ecdsa(&'static str),
    /// Something that WebCrypto does not know.
    Unknown,
}

/// What a check of the signature can come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Not answered yet.
    Asked,
    /// It is by the key in the request.
    Good,
    /// It is not.
    Bad,
    /// It cannot be checked here.
    Unknown,
}

impl ReadRequest {
    /// The most `dNSName`s that are read one by one: ten times what is ordered in one certificate.
    pub const NAMES: usize = 1_000;

    /// The first readable value of a part of the subject.
    pub fn part(&self, part: Part) -> Option<&str> {
        self.parts(part).find_map(|known| known.text.as_deref())
    }

    /// All values of a part of the subject.
    pub fn parts(&self, part: Part) -> impl Iterator<Item = &NamePart> {
        self.subject.iter().filter(move |known| known.part == part)
    }

    /// The common name, then the further names, each once.
    pub fn all_names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for name in self.part(Part::CommonName).into_iter().chain(self.names.iter().map(String::as_str)) {
            if !names.iter().any(|known| known.eq_ignore_ascii_case(name)) {
                names.push(name);
            }
        }
        names
    }

    /// Alternative names that are no `dNSName`s, as people write them: addresses and mailboxes; others are left out.
    pub fn other_texts(&self) -> impl Iterator<Item = String> {
        self.other_names.iter().filter_map(|(tag, content)| other_text(*tag, content))
    }

    /// The first extension of this kind that is asked for.
    pub fn extension(&self, oid: &[u8]) -> Option<&[u8]> {
        self.extensions.iter().find(|known| known.oid == oid).map(|known| known.value.as_slice())
    }

    /// The signature as WebCrypto wants it; of the wrong form, none, which verifies nowhere.
    pub fn raw_signature(&self) -> Vec<u8> {
        match self.key {
            PublicKey::Ec(half) => signature::to_raw(half, &self.signature).unwrap_or_default(),
            _ => self.signature.clone(),
        }
    }

    /// The key as receipts name it, such as `rsa-2048`.
    pub fn key_id(&self) -> String {
        let name = match &self.key {
            PublicKey::Rsa { .. } => {
                let mut id = "rsa-".to_owned();
                id.push_str(&self.key.bits().to_string());
                return id;
            }
            PublicKey::RsaPss => "rsa-pss",
            PublicKey::Ec(32) => "p-256",
            PublicKey::Ec(48) => "p-384",
            PublicKey::Ec(_) => "p-521",
            PublicKey::ExplicitCurve => "explicit curve",
            PublicKey::Ed25519 => "ed25519",
            PublicKey::Ed448 => "ed448",
            PublicKey::Dsa => "dsa",
            PublicKey::Unreadable => "unreadable",
            PublicKey::Curve(oid) | PublicKey::Other(oid) => oid,
        };
        name.to_owned()
    }
}

impl PublicKey {
    /// Bits of an RSA modulus; 0 for keys of other types.
    pub fn bits(&self) -> usize {
        match self {
            Self::Rsa { modulus, .. } => {
                modulus.len() * 8 - modulus.first().map_or(0, |first| first.leading_zeros() as usize)
            }
            _ => 0,
        }
    }

    /// Whether the public exponent is one that authorities take: odd, and at least 3 (BR 6.1.6). True of other keys.
    pub fn is_exponent_good(&self) -> bool {
        match self {
            Self::Rsa { exponent, .. } => *exponent != [1] && exponent.last().is_some_and(|last| last % 2 == 1),
            _ => true,
        }
    }
}

impl Part {
    /// What an object identifier stands for in a subject.
    pub(super) fn of(identifier: &[u8]) -> Self {
        match identifier {
            oid::COUNTRY => Self::Country,
            oid::STATE => Self::State,
            oid::CITY => Self::City,
            oid::COMPANY => Self::Company,
            oid::COMPANY_UNIT => Self::CompanyUnit,
            oid::COMMON_NAME => Self::CommonName,
            oid::EMAIL => Self::Email,
            oid::SURNAME => Self::Surname,
            oid::GIVEN_NAME => Self::GivenName,
            oid::SERIAL_NUMBER => Self::SerialNumber,
            _ => Self::Other,
        }
    }
}

impl NamePart {
    /// The value as it stands there, blanks and all; `None` where its octets are no text of their kind.
    pub fn raw(&self) -> Option<String> {
        let octets = self.octets.as_slice();
        let wide = |width: usize| -> Option<String> {
            let units = octets.chunks(width);
            let code = |unit: &[u8]| unit.iter().fold(0, |code, octet| code << 8 | u32::from(*octet));
            units.map(|unit| char::from_u32(code(unit)).filter(|_| unit.len() == width)).collect()
        };
        match self.tag {
            // UTF8String, and the strings that are a part of ASCII.
            0x0c | 0x12 | 0x13 | 0x16 | 0x1a => std::str::from_utf8(octets).ok().map(str::to_owned),
            // TeletexString: Latin-1, as everybody writes it.
            0x14 => Some(latin_1(octets)),
            // BMPString: two octets a character, none beyond. UniversalString: four.
            0x1e => wide(2),
            0x1c => wide(4),
            _ => None,
        }
    }
}

/// Octets as the first 256 characters.
pub(super) fn latin_1(octets: &[u8]) -> String {
    octets.iter().map(|octet| char::from(*octet)).collect()
}

/// An alternative name that is no `dNSName`, as people write it; `None` for kinds that have no short form.
pub(super) fn other_text(tag: u8, content: &[u8]) -> Option<String> {
    match tag {
        0x81 | 0x86 => Line::parse(&latin_1(content), content.len()).ok().map(|line| line.as_str().to_owned()),
        0x87 => Some(address(content)),
        _ => None,
    }
}

/// An IP address as people write it: numbers and dots, or groups and colons without any left out.
fn address(octets: &[u8]) -> String {
    let mut text = String::new();
    let is_long = octets.len() == 16;
    for (i, octet) in octets.iter().take(16).enumerate() {
        if i > 0 && (!is_long || i % 2 == 0) {
            text.push(if is_long { ':' } else { '.' });
        }
        if is_long {
            for half in [octet >> 4, octet & 15] {
                text.push(char::from_digit(u32::from(half), 16).unwrap_or('?'));
            }
        } else {
            text.push_str(&octet.to_string());
        }
    }
    text
}
