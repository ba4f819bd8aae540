//! The request's form, its attributes, and the extensions that it asks for.
use super::{Findings, Rule};
use crate::request::csr::{Flaw, ReadRequest};
use crate::request::der::{self, Reader};
use crate::request::oid;

pub(super) fn lint(request: &ReadRequest, found: &mut Findings) {
    found.add_if(request.version != [0], Rule::Version);
    found.add_if(request.attributes.is_none(), Rule::NoAttributes);
    for flaw in &request.flaws {
        match flaw {
            Flaw::NotDer => found.add(Rule::NotDer),
            Flaw::Attribute(oid) => found.about(Rule::AttributeMalformed, oid),
            Flaw::SeveralRequests => found.add(Rule::ExtensionRequests),
            Flaw::Extension(oid) => found.about(Rule::ExtensionMalformed, oid),
            Flaw::Repeated(oid) => found.about(Rule::ExtensionRepeated, oid),
            // Said of the names.
            Flaw::Names => {}
        }
    }
    for attribute in request.attributes.iter().flatten() {
        match attribute.as_slice() {
            oid::EXTENSION_REQUEST | oid::MICROSOFT_EXTENSIONS => {}
            oid::CHALLENGE_PASSWORD => found.add(Rule::ChallengePassword),
            oid::UNSTRUCTURED_NAME => found.add(Rule::UnstructuredName),
            other if other.starts_with(oid::MICROSOFT) => found.add(Rule::AttributeMicrosoft),
            other => found.about(Rule::AttributeUnknown, &oid::dotted(other)),
        }
    }
    for extension in &request.extensions {
        let value = extension.value.as_slice();
        match extension.oid.as_slice() {
            oid::ALTERNATIVE_NAMES | oid::KEY_IDENTIFIER | oid::TLS_FEATURE => {}
            oid::BASIC_CONSTRAINTS => basic_constraints(value, found),
            oid::KEY_USAGE => key_usage(value, found),
            oid::EXTENDED_KEY_USAGE => uses(value, found),
            other => found.about(Rule::ExtensionUnknown, &oid::dotted(other)),
        }
    }
}

fn malformed(oid: &[u8], found: &mut Findings) {
    found.about(Rule::ExtensionMalformed, &oid::dotted(oid));
}

fn basic_constraints(value: &[u8], found: &mut Findings) {
    let mut whole = Reader::lax(value);
    match whole.content(der::SEQUENCE) {
        Some(fields) => {
            let is_ca = Reader::lax(fields).content(der::BOOLEAN).is_some_and(|truth| truth != [0]);
            found.add_if(is_ca, Rule::ExtensionCa);
        }
        None => malformed(oid::BASIC_CONSTRAINTS, found),
    }
}

/// Bits from the highest: 0 digitalSignature, 2 keyEncipherment, 4 keyAgreement, 5 keyCertSign, 6 cRLSign.
fn key_usage(value: &[u8], found: &mut Findings) {
    match Reader::lax(value).content(der::BIT_STRING) {
        Some([_unused_bits, bits, ..]) => {
            found.add_if(bits & 0x80 == 0 || bits & 0x06 != 0, Rule::ExtensionKeyUsage);
        }
        _ => malformed(oid::KEY_USAGE, found),
    }
}

fn uses(value: &[u8], found: &mut Findings) {
    let Some(list) = Reader::lax(value).content(der::SEQUENCE) else {
        return malformed(oid::EXTENDED_KEY_USAGE, found);
    };
    let mut list = Reader::lax(list);
    let mut has_server_auth = false;
    while let Some(usage) = list.next_element() {
        match usage.content {
            oid::SERVER_AUTH => has_server_auth = true,
            oid::CLIENT_AUTH => found.add(Rule::ExtensionClientAuth),
            other => found.about(Rule::ExtensionOtherUse, &oid::dotted(other)),
        }
    }
    found.add_if(!has_server_auth, Rule::ExtensionNoServerAuth);
}
