//! Reads requests in DER: laxer than an authority, since the customer shall see what is in them.
//!
//! Nothing here but [`der::form`] calls itself, and that no deeper than [`DEPTH`].
use super::csr::{Extension, Flaw, NamePart, Part, PublicKey, ReadRequest, SignedWith, latin_1};
use super::der::{self, Reader};
use super::{oid, pem, read as keys};
use crate::domain::text::Line;

/// How deep elements may lie in one another; a request needs eight, and a strange attribute some more.
const DEPTH: u8 = 32;

/// Reads a request; `None` when it is none.
pub(super) fn read(bytes: &[u8]) -> Option<ReadRequest> {
    let is_der = der::form(bytes, DEPTH)?;
    let mut whole = Reader::lax(bytes);
    let mut fields = Reader::lax(whole.content(der::SEQUENCE)?);
    let signed = fields.next_element().filter(|info| info.tag == der::SEQUENCE)?;
    let algorithm = Reader::lax(fields.content(der::SEQUENCE)?).content(der::OID)?;
    let (unused_bits, signature) = fields.content(der::BIT_STRING)?.split_first()?;
    let mut info = Reader::lax(signed.content);
    let version = info.content(der::INTEGER)?.to_vec();
    let subject = subject(info.content(der::SEQUENCE)?)?;
    let key = info.next_element().filter(|key| key.tag == der::SEQUENCE)?;
    let mut request = ReadRequest {
        pem: pem::encode("CERTIFICATE REQUEST", bytes),
        cleaned: Vec::new(),
        version,
        subject,
        names: Vec::new(),
        further_names: 0,
        other_names: Vec::new(),
        attributes: None,
        extensions: Vec::new(),
        flaws: Vec::new(),
        key: public_key(key.content)?,
        signed_with: signed_with(algorithm),
        signature_algorithm: algorithm.to_vec(),
        to_be_signed: signed.whole.to_vec(),
        subject_public_key_info: key.whole.to_vec(),
        // No algorithm leaves bits of an octet unused: such a signature is none.
        signature: if *unused_bits == 0 { signature.to_vec() } else { Vec::new() },
    };
    if !is_der {
        request.flaws.push(Flaw::NotDer);
    }
    // Some makers leave the attributes out where there are none.
    if !info.is_empty() {
        attributes(&mut request, info.content(der::CONTEXT_0)?)?;
    }
    (whole.is_empty() && fields.is_empty() && info.is_empty()).then_some(request)
}

fn subject(content: &[u8]) -> Option<Vec<NamePart>> {
    let mut parts = Vec::new();
    let mut sets = Reader::lax(content);
    let mut rdn = 0;
    while !sets.is_empty() {
        let mut set = Reader::lax(sets.content(der::SET)?);
        while !set.is_empty() {
            let mut pair = Reader::lax(set.content(der::SEQUENCE)?);
            let oid = pair.content(der::OID)?;
            let value = pair.next_element()?;
            let (part, octets) = (Part::of(oid), value.content.to_vec());
            let mut part = NamePart { part, oid: oid.to_vec(), tag: value.tag, octets, text: None, rdn };
            part.text = part.raw().and_then(|text| line(&text));
            parts.push(part);
        }
        rdn += 1;
    }
    Some(parts)
}

/// A readable line; controls and marks that turn the direction of what is read make a value unreadable.
fn line(text: &str) -> Option<String> {
    Line::parse(text, text.len()).ok().map(|line| line.as_str().to_owned())
}

fn attributes(request: &mut ReadRequest, content: &[u8]) -> Option<()> {
    let mut known = Vec::new();
    let mut requests = 0;
    let mut list = Reader::lax(content);
    while !list.is_empty() {
        let mut attribute = Reader::lax(list.content(der::SEQUENCE)?);
        let oid = attribute.content(der::OID)?;
        let mut values = Reader::lax(attribute.content(der::SET).unwrap_or_default());
        if values.is_empty() || !attribute.is_empty() {
            request.flaws.push(Flaw::Attribute(oid::dotted(oid)));
        } else if matches!(oid, oid::EXTENSION_REQUEST | oid::MICROSOFT_EXTENSIONS) {
            while !values.is_empty() {
                requests += 1;
                match values.content(der::SEQUENCE) {
                    Some(list) => extensions(request, list),
                    None => request.flaws.push(Flaw::Extension("?".to_owned())),
                }
            }
        }
        known.push(oid.to_vec());
    }
    if requests > 1 {
        request.flaws.push(Flaw::SeveralRequests);
    }
    request.attributes = Some(known);
    Some(())
}

fn extensions(request: &mut ReadRequest, content: &[u8]) {
    let mut list = Reader::lax(content);
    while let Some(element) = list.next_element() {
        let mut fields = Reader::lax(element.content);
        let oid = fields.content(der::OID);
        match oid.and_then(|oid| Some((oid, value(&mut fields)?))) {
            Some((oid, value)) => {
                if request.extension(oid).is_some() {
                    request.flaws.push(Flaw::Repeated(oid::dotted(oid)));
                }
                request.extensions.push(Extension { oid: oid.to_vec(), value: value.to_vec() });
                if oid == oid::ALTERNATIVE_NAMES && names(request, value).is_none() {
                    request.flaws.push(Flaw::Names);
                }
            }
            None => request.flaws.push(Flaw::Extension(oid.map_or("?".to_owned(), oid::dotted))),
        }
    }
}

/// An extension's value, with or without the mark of being critical before it.
fn value<'a>(fields: &mut Reader<'a>) -> Option<&'a [u8]> {
    let mut value = fields.next_element()?;
    if value.tag == der::BOOLEAN {
        value = fields.next_element()?;
    }
    (value.tag == der::OCTET_STRING && fields.is_empty()).then_some(value.content)
}

fn names(request: &mut ReadRequest, value: &[u8]) -> Option<()> {
    der::form(value, DEPTH)?;
    let mut whole = Reader::lax(value);
    let mut names = Reader::lax(whole.content(der::SEQUENCE)?);
    while !names.is_empty() {
        let name = names.next_element()?;
        if name.tag != 0x82 {
            request.other_names.push((name.tag, name.content.to_vec()));
        } else if request.names.len() < ReadRequest::NAMES {
            let text = std::str::from_utf8(name.content).map(str::to_owned);
            request.names.push(text.unwrap_or_else(|_| latin_1(name.content)));
        } else {
            request.further_names += 1;
        }
    }
    whole.is_empty().then_some(())
}

/// The key in the contents of a `SubjectPublicKeyInfo` (RFC 5280 4.1).
fn public_key(content: &[u8]) -> Option<PublicKey> {
    let mut fields = Reader::lax(content);
    let mut algorithm = Reader::lax(fields.content(der::SEQUENCE)?);
    let oid = algorithm.content(der::OID)?;
    let (unused_bits, key) = fields.content(der::BIT_STRING)?.split_first()?;
    if *unused_bits != 0 || !fields.is_empty() {
        return Some(PublicKey::Unreadable);
    }
    let parameters = algorithm.next_element();
    Some(match oid {
        b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01" => {
            let has_null = parameters.is_some_and(|null| null.whole == b"\x05\x00") && algorithm.is_empty();
            rsa(key, has_null).unwrap_or(PublicKey::Unreadable)
        }
        b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0a" => PublicKey::RsaPss,
        oid::EC_KEY => match parameters.map(|curve| (curve.tag, curve.content)) {
            Some((der::OID, b"\x2a\x86\x48\xce\x3d\x03\x01\x07")) => PublicKey::Ec(32),
            Some((der::OID, b"\x2b\x81\x04\x00\x22")) => PublicKey::Ec(48),
            Some((der::OID, b"\x2b\x81\x04\x00\x23")) => PublicKey::Ec(66),
            Some((der::OID, curve)) => PublicKey::Curve(oid::dotted(curve)),
            Some((der::SEQUENCE, _)) => PublicKey::ExplicitCurve,
            _ => PublicKey::Unreadable,
        },
        oid::ED25519 => PublicKey::Ed25519,
        oid::ED448 => PublicKey::Ed448,
        b"\x2a\x86\x48\xce\x38\x04\x01" => PublicKey::Dsa,
        other => PublicKey::Other(oid::dotted(other)),
    })
}

/// `RSAPublicKey` (RFC 8017 A.1.1).
fn rsa(key: &[u8], has_null: bool) -> Option<PublicKey> {
    let mut whole = Reader::lax(key);
    let mut numbers = Reader::lax(whole.content(der::SEQUENCE)?);
    let (modulus, exponent) = (numbers.content(der::INTEGER)?, numbers.content(der::INTEGER)?);
    let is_positive = |number: &[u8]| number.first().is_some_and(|first| *first < 0x80);
    let magnitude = |number: &[u8]| number.iter().copied().skip_while(|octet| *octet == 0).collect::<Vec<u8>>();
    let is_positive = is_positive(modulus) && is_positive(exponent);
    let (modulus, exponent) = (magnitude(modulus), magnitude(exponent));
    let is_whole = numbers.is_empty() && whole.is_empty() && !modulus.is_empty();
    is_whole.then_some(PublicKey::Rsa { modulus, exponent, is_positive, has_null })
}

fn signed_with(algorithm: &[u8]) -> SignedWith {
    match algorithm {
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

/// The point of an elliptic curve's key, or whatever stands in its place.
pub(super) fn point(request: &ReadRequest) -> &[u8] {
    keys::subject_public_key(&request.subject_public_key_info).unwrap_or_default()
}
