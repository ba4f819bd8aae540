//! Reads requests (PKCS #10, RFC 2986) that others made: laxer than an authority, since the customer shall see what is in them.
use super::der::{self, Reader};
use super::signature;
use super::{pem, read as keys};
use crate::domain::text::Line;

/// A request as it was read. Whether its signature is good only WebCrypto can tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadRequest {
    /// Armoured anew: what is stored and sent.
    pub pem: String,
    /// The subject's parts in their order; `None` for a value that is no readable text.
    pub subject: Vec<(Part, Option<String>)>,
    /// `dNSName`s of the subject alternative names, in their order.
    pub names: Vec<String>,
    /// The alternative names hold something else too: an IP address, an e-mail address.
    pub has_other_names: bool,
    /// The public key.
    pub key: PublicKey,
    /// How it was signed.
    pub signed_with: SignedWith,
    /// The bytes that were signed.
    pub to_be_signed: Vec<u8>,
    /// `SubjectPublicKeyInfo` in DER.
    pub subject_public_key_info: Vec<u8>,
    /// As X.509 has it.
    pub signature: Vec<u8>,
}

/// A part of the subject. Others are left out.
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
}

/// A public key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PublicKey {
    /// RSA.
    Rsa {
        /// Length of the modulus.
        bits: usize,
        /// Whether the exponent is odd and at least 3 (BR 6.1.6).
        is_exponent_good: bool,
    },
    /// ECDSA; octets of a coordinate: 32, 48 and 66 for P-256, P-384 and P-521.
    Ec(usize),
    /// Ed25519.
    Ed25519,
    /// DSA.
    Dsa,
    /// Another one, by its object identifier.
    Other(String),
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
    /// The first readable value of a part of the subject.
    pub fn part(&self, part: Part) -> Option<&str> {
        self.subject.iter().find_map(|(known, text)| text.as_deref().filter(|_| *known == part))
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

    /// The signature as WebCrypto wants it; of the wrong form, none, which verifies nowhere.
    pub fn raw_signature(&self) -> Vec<u8> {
        match self.key {
            PublicKey::Ec(half) => signature::to_raw(half, &self.signature).unwrap_or_default(),
            _ => self.signature.clone(),
        }
    }

    /// The key as receipts name it, such as `rsa-2048`.
    pub fn key_id(&self) -> String {
        match &self.key {
            PublicKey::Rsa { bits, .. } => format!("rsa-{bits}"),
            PublicKey::Ec(32) => "p-256".to_owned(),
            PublicKey::Ec(48) => "p-384".to_owned(),
            PublicKey::Ec(_) => "p-521".to_owned(),
            PublicKey::Ed25519 => "ed25519".to_owned(),
            PublicKey::Dsa => "dsa".to_owned(),
            PublicKey::Other(oid) => oid.clone(),
        }
    }
}

/// Reads a request in DER; `None` when it is none.
pub(super) fn read(bytes: &[u8]) -> Option<ReadRequest> {
    let mut fields = Reader::new(der::single(bytes, der::SEQUENCE)?);
    let signed = fields.next_element().filter(|info| info.tag == der::SEQUENCE)?;
    let algorithm = fields.content(der::SEQUENCE)?;
    let (unused_bits, signature) = fields.content(der::BIT_STRING)?.split_first()?;
    let mut info = Reader::new(signed.content);
    info.content(der::INTEGER)?;
    let subject = subject(info.content(der::SEQUENCE)?)?;
    let key = info.next_element().filter(|key| key.tag == der::SEQUENCE)?.whole;
    let mut request = ReadRequest {
        pem: pem::encode("CERTIFICATE REQUEST", bytes),
        subject,
        names: Vec::new(),
        has_other_names: false,
        key: public_key(key)?,
        signed_with: signed_with(Reader::new(algorithm).content(der::OID)?),
        to_be_signed: signed.whole.to_vec(),
        subject_public_key_info: key.to_vec(),
        signature: signature.to_vec(),
    };
    // Some makers leave the attributes out where there are none.
    if !info.is_empty() {
        attributes(&mut request, info.content(der::CONTEXT_0)?)?;
    }
    (fields.is_empty() && info.is_empty() && *unused_bits == 0).then_some(request)
}

fn subject(content: &[u8]) -> Option<Vec<(Part, Option<String>)>> {
    let mut parts = Vec::new();
    let mut sets = Reader::new(content);
    while !sets.is_empty() {
        let mut set = Reader::new(sets.content(der::SET)?);
        while !set.is_empty() {
            let mut pair = Reader::new(set.content(der::SEQUENCE)?);
            let part = match pair.content(der::OID)? {
                b"\x55\x04\x06" => Part::Country,
                b"\x55\x04\x08" => Part::State,
                b"\x55\x04\x07" => Part::City,
                b"\x55\x04\x0a" => Part::Company,
                b"\x55\x04\x0b" => Part::CompanyUnit,
                b"\x55\x04\x03" => Part::CommonName,
                b"\x2a\x86\x48\x86\xf7\x0d\x01\x09\x01" => Part::Email,
                _ => continue,
            };
            parts.push((part, text(pair.next_element()?)));
        }
    }
    Some(parts)
}

/// A readable line; controls and marks that turn the direction of what is read make a value unreadable.
fn text(value: der::Element<'_>) -> Option<String> {
    let bytes = value.content;
    let text = match value.tag {
        // UTF8String, and the strings that are a part of ASCII.
        0x0c | 0x12 | 0x13 | 0x16 | 0x1a => std::str::from_utf8(bytes).ok()?.to_owned(),
        // TeletexString: Latin-1, as everybody writes it.
        0x14 => latin_1(bytes),
        // BMPString: two octets a character, none beyond.
        0x1e => bytes
            .chunks(2)
            .map(|pair| char::from_u32(pair.iter().fold(0, |code, b| code << 8 | u32::from(*b))))
            .collect::<Option<_>>()?,
        _ => return None,
    };
    Line::parse(&text, bytes.len()).ok().map(|line| line.as_str().to_owned())
}

fn latin_1(bytes: &[u8]) -> String {
    bytes.iter().map(|octet| char::from(*octet)).collect()
}

fn attributes(request: &mut ReadRequest, content: &[u8]) -> Option<()> {
    let mut attributes = Reader::new(content);
    while !attributes.is_empty() {
        let mut attribute = Reader::new(attributes.content(der::SEQUENCE)?);
        // `extensionRequest`, and Microsoft's own name for the same.
        if let b"\x2a\x86\x48\x86\xf7\x0d\x01\x09\x0e" | b"\x2b\x06\x01\x04\x01\x82\x37\x02\x01\x0e" =
            attribute.content(der::OID)?
        {
            let mut list = Reader::new(Reader::new(attribute.content(der::SET)?).content(der::SEQUENCE)?);
            while !list.is_empty() {
                extension(request, list.content(der::SEQUENCE)?)?;
            }
        }
    }
    Some(())
}

fn extension(request: &mut ReadRequest, content: &[u8]) -> Option<()> {
    let mut fields = Reader::new(content);
    if fields.content(der::OID)? != b"\x55\x1d\x11" {
        return Some(());
    }
    let mut value = fields.next_element()?;
    if value.tag == 0x01 {
        value = fields.next_element()?;
    }
    let mut names = Reader::new(der::single(value.content, der::SEQUENCE)?);
    while !names.is_empty() {
        let name = names.next_element()?;
        if name.tag == 0x82 {
            request.names.push(latin_1(name.content));
        } else {
            request.has_other_names = true;
        }
    }
    Some(())
}

fn public_key(subject_public_key_info: &[u8]) -> Option<PublicKey> {
    let mut algorithm =
        Reader::new(Reader::new(der::single(subject_public_key_info, der::SEQUENCE)?).content(der::SEQUENCE)?);
    let oid = algorithm.content(der::OID)?;
    Some(match oid {
        b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01" => {
            let mut numbers =
                Reader::new(der::single(keys::subject_public_key(subject_public_key_info)?, der::SEQUENCE)?);
            let (modulus, exponent) = (digits(numbers.content(der::INTEGER)?), digits(numbers.content(der::INTEGER)?));
            let unused = modulus.first()?.leading_zeros() as usize;
            let is_exponent_good = exponent != [1] && exponent.last().is_some_and(|last| last % 2 == 1);
            PublicKey::Rsa { bits: modulus.len() * 8 - unused, is_exponent_good }
        }
        b"\x2a\x86\x48\xce\x3d\x02\x01" => match algorithm.content(der::OID) {
            Some(b"\x2a\x86\x48\xce\x3d\x03\x01\x07") => PublicKey::Ec(32),
            Some(b"\x2b\x81\x04\x00\x22") => PublicKey::Ec(48),
            Some(b"\x2b\x81\x04\x00\x23") => PublicKey::Ec(66),
            curve => PublicKey::Other(dotted(curve.unwrap_or(oid))),
        },
        b"\x2b\x65\x70" => PublicKey::Ed25519,
        b"\x2a\x86\x48\xce\x38\x04\x01" => PublicKey::Dsa,
        other => PublicKey::Other(dotted(other)),
    })
}

fn digits(integer: &[u8]) -> &[u8] {
    let start = integer.iter().position(|octet| *octet != 0).unwrap_or(integer.len());
    integer.get(start..).unwrap_or_default()
}

/// An object identifier as people write it (X.690 8.19).
fn dotted(oid: &[u8]) -> String {
    let mut text = String::new();
    let mut number = 0_u32;
    for octet in oid {
        number = number << 7 | u32::from(octet & 0x7f);
        if *octet >= 0x80 {
            continue;
        }
        if text.is_empty() {
            let first = (number / 40).min(2);
            text.push_str(&first.to_string());
            number -= first * 40;
        }
        text.push('.');
        text.push_str(&number.to_string());
        number = 0;
    }
    text
}

fn signed_with(oid: &[u8]) -> SignedWith {
    match oid {
        b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x05" => SignedWith::Rsa("SHA-1"),
        b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0b" => SignedWith::Rsa("SHA-256"),
        b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0c" => SignedWith::Rsa("SHA-384"),
        b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0d" => SignedWith::Rsa("SHA-512"),
        b"\x2a\x86\x48\xce\x3d\x04\x01" => SignedWith::Ecdsa("SHA-1"),
        b"\x2a\x86\x48\xce\x3d\x04\x03\x02" => SignedWith::Ecdsa("SHA-256"),
        b"\x2a\x86\x48\xce\x3d\x04\x03\x03" => SignedWith::Ecdsa("SHA-384"),
        b"\x2a\x86\x48\xce\x3d\x04\x03\x04" => SignedWith::Ecdsa("SHA-512"),
        _ => SignedWith::Unknown,
    }
}
