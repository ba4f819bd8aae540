//! What a customer pastes or chooses in place of a request: armour off, and what it is instead said by its form.
use zeroize::Zeroizing;

use super::cleaned::{Body, Cleaned};
use super::csr::ReadRequest;
use super::{der, parse, pem};
use crate::domain::problem::NotRequest;
use crate::domain::secret::Secret;
use crate::domain::text::{find, holds};

/// The most octets of a text or a file; requests have one to four thousand.
pub const LIMIT: usize = 64 * 1024;
/// The same for files, as JavaScript tells their size; armoured they come to a third more.
pub const LIMIT_OF_FILES: f64 = 48.0 * 1024.0;

const REQUEST: &str = "CERTIFICATE REQUEST";
const NEW_REQUEST: &str = "NEW CERTIFICATE REQUEST";

/// Reads a request from PEM, as lax as RFC 7468 allows and beyond, or from bare Base64; or says what it is instead.
/// A private key anywhere in it counts first. What was put right is in [`ReadRequest::cleaned`].
///
/// # Errors
/// [`NotRequest`].
pub fn read(text: &str) -> Result<ReadRequest, NotRequest> {
    if text.len() > LIMIT {
        return Err(NotRequest::TooBig);
    }
    if names_key(text) {
        return Err(NotRequest::PrivateKey);
    }
    let hyphened;
    let (text, mut cleaned) = if text.contains(is_dash) {
        hyphened = text.replace(is_dash, "-");
        (hyphened.as_str(), vec![Cleaned::Dashes])
    } else {
        (text, Vec::new())
    };
    if let Some(read) = blocks(text, &cleaned) {
        return read;
    }
    // Without any dash: the words tell where it begins and ends. Base64 has no blanks, so that they are no part of it.
    let undashed = find(text, REQUEST.as_bytes()).and_then(|at| text.get(at + REQUEST.len()..));
    if let Some(rest) = undashed {
        let rest = rest.get(..find(rest, b"END ").unwrap_or(rest.len())).unwrap_or_default();
        let body = Body::read(rest);
        if let Ok(request) = decode_der(&body.bytes) {
            return Ok(told(request, body.cleaned, &[Cleaned::Dashes]));
        }
    }
    let body = Body::read(text);
    cleaned.push(Cleaned::NoArmour);
    decode_der(&body.bytes).map(|request| told(request, body.cleaned, &cleaned))
}

/// The first block that is a request, or what else the first block is; `None` where there is none.
fn blocks(text: &str, before: &[Cleaned]) -> Option<Result<ReadRequest, NotRequest>> {
    // Base64 knows no hyphen: what stands between hyphens is a label, a body, or text around.
    let mut pieces = text.split('-').filter(|piece| !piece.trim().is_empty());
    let mut found = None;
    let mut is_around = false;
    while let Some(piece) = pieces.next() {
        // Without dashes around it, BEGIN is followed by the whole body.
        let Some(label) = piece.trim().strip_prefix("BEGIN ").filter(|label| label.len() < 64) else {
            is_around = true;
            continue;
        };
        let body = pieces.next().map(Body::read).unwrap_or_default();
        let end = pieces.next().and_then(|end| end.trim().strip_prefix("END "));
        let block = decode(label, &body.bytes).map(|request| {
            let mut cleaned = before.to_vec();
            let dashed = |part: &str, label| ["-----", part, label, "-----"].concat();
            let is_dashed = |part, label| find(text, dashed(part, label).as_bytes()).is_some();
            let notes = [
                (label == "FILE", Cleaned::Binary),
                (label == NEW_REQUEST, Cleaned::NewHeader),
                (!matches!(label, "FILE" | REQUEST | NEW_REQUEST), Cleaned::OtherLabel),
                (end != Some(label), Cleaned::NoEnd),
                (!is_dashed("BEGIN ", label) || end.is_some_and(|end| !is_dashed("END ", end)), Cleaned::Dashes),
                (is_around || pieces.clone().next().is_some(), Cleaned::TextAround),
            ];
            let notes = notes.into_iter().filter(|(is_so, _)| *is_so).map(|(_, note)| note);
            cleaned.extend(notes.filter(|note| !before.contains(note)));
            told(request, body.cleaned, &cleaned)
        });
        if block.is_ok() || block == Err(NotRequest::PrivateKey) {
            return Some(block);
        }
        is_around = true;
        found = found.or(Some(block));
    }
    found
}

/// The request, with what was put right: of the armour first, then inside.
fn told(mut request: ReadRequest, inside: Vec<Cleaned>, armour: &[Cleaned]) -> ReadRequest {
    // A file in DER is armoured here, and needs nothing.
    request.cleaned = armour.iter().copied().chain(inside).collect();
    request
}

/// Dashes that typesetters, mail programs and word processors put in place of hyphens.
fn is_dash(letter: char) -> bool {
    matches!(letter, '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}')
}

/// The text for what a file holds: text as it is, anything else armoured, so that [`read`] takes it like the file itself.
pub fn text_of_file(bytes: &[u8]) -> Secret {
    let text = match bytes {
        [0xff, 0xfe, units @ ..] => utf16(units, u16::from_le_bytes),
        [0xfe, 0xff, units @ ..] => utf16(units, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, text @ ..] | text => utf8(text),
    };
    text.unwrap_or_else(|label| Secret::new(pem::encode(label, bytes)))
}

/// The text, or what to call octets that are none.
type Decoded = Result<Secret, &'static str>;

fn utf8(bytes: &[u8]) -> Decoded {
    // DER can happen to be UTF-8, but then it holds controls that no text has.
    let text = std::str::from_utf8(bytes).ok().filter(|text| !text.bytes().any(|b| b < 9));
    text.map(|text| Secret::new(text.to_owned())).ok_or("FILE")
}

/// What an editor calls "Unicode" (RFC 2781). Damaged text is not mended: it counts as a damaged request if one was begun.
/// A private key is seen even there.
fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Decoded {
    // Half a unit counts like half a pair. No more than three octets come of a unit: the text does not move in memory.
    let units = bytes.chunks(2).map(|pair| <[u8; 2]>::try_from(pair).map_or(0xd800, unit));
    let mut text = Zeroizing::new(String::with_capacity(bytes.len().div_ceil(2) * 3));
    let mut is_whole = true;
    for letter in char::decode_utf16(units) {
        is_whole &= letter.is_ok();
        text.push(letter.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    if is_whole || names_key(&text) {
        return Ok(Secret::new(std::mem::take(&mut text)));
    }
    Err(if holds(&text, REQUEST.as_bytes()) { REQUEST } else { "FILE" })
}

/// Whether the armour of a private key stands in the text.
fn names_key(text: &str) -> bool {
    [&b"PRIVATE KEY"[..], b"Private-Lines"].iter().any(|mark| holds(text, mark))
}

fn decode(label: &str, body: &[u8]) -> Result<ReadRequest, NotRequest> {
    let said = match label {
        REQUEST | NEW_REQUEST => NotRequest::Broken,
        "CERTIFICATE" | "TRUSTED CERTIFICATE" | "X509 CERTIFICATE" => NotRequest::Certificate,
        "PUBLIC KEY" | "RSA PUBLIC KEY" => NotRequest::PublicKey,
        _ => NotRequest::Other,
    };
    // What is inside counts: a key under whatever label, a request under one that nobody knows.
    let is_open = matches!(said, NotRequest::Broken | NotRequest::Other);
    match decode_der(body) {
        Err(NotRequest::PrivateKey) => Err(NotRequest::PrivateKey),
        Ok(request) if is_open => Ok(request),
        Err(what) if is_open && what != NotRequest::Other => Err(what),
        _ => Err(said),
    }
}

fn decode_der(bytes: &[u8]) -> Result<ReadRequest, NotRequest> {
    if is_private_key(bytes) {
        return Err(NotRequest::PrivateKey);
    }
    parse::read(bytes).ok_or_else(|| kind(bytes).unwrap_or(NotRequest::Other))
}

/// PKCS #8, PKCS #1, SEC 1 and PKCS #12 begin with a version of one octet, unlike requests, certificates and public keys;
/// an encrypted key begins with a scheme of PKCS #5 or PKCS #12. Seen at the beginning, so that half a key is seen too.
fn is_private_key(bytes: &[u8]) -> bool {
    let Some(inside) = inside(bytes) else { return false };
    let scheme = self::inside(inside).and_then(|algorithm| algorithm.get(2..));
    inside.starts_with(&[der::INTEGER, 1])
        || scheme.is_some_and(|scheme| {
            [b"\x2a\x86\x48\x86\xf7\x0d\x01\x05", b"\x2a\x86\x48\x86\xf7\x0d\x01\x0c"]
                .iter()
                .any(|of| scheme.starts_with(*of))
        })
}

/// What follows the header of a `SEQUENCE`, however much of it is there.
fn inside(bytes: &[u8]) -> Option<&[u8]> {
    let (header, _) = bytes.split_first_chunk::<2>()?;
    let [der::SEQUENCE, length] = *header else { return None };
    let octets = if length < 0x80 { 0 } else { usize::from(length & 0x7f) };
    bytes.get(2 + octets..)
}

fn kind(bytes: &[u8]) -> Option<NotRequest> {
    let mut fields = der::Reader::new(der::single(bytes, der::SEQUENCE)?);
    let first = fields.content(der::SEQUENCE)?;
    let second = fields.next_element()?.tag;
    match (first.first()?, second) {
        (&der::CONTEXT_0, _) => Some(NotRequest::Certificate),
        (&der::OID, der::BIT_STRING) => Some(NotRequest::PublicKey),
        // Two sequences and a signature: a request that is damaged inside, or a certificate of version 1.
        (&der::INTEGER, der::SEQUENCE) => Some(NotRequest::Broken),
        _ => None,
    }
}
