//! Makes a request in two moves, since the browser signs asynchronously: the bytes to sign, then the whole.
use std::cell::RefCell;

use rcgen::string::PrintableString;
use rcgen::{CertificateParams, DistinguishedName, DnType, DnValue, PublicKeyData, SanType, SigningKey};

use super::algorithm::KeyType;
use super::subject::{Subject, SubjectInRequest};
use super::{der, pem, read, signature};

/// Why no request could be made. Neither happens with keys made by a browser that keeps the standards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BuildError {
    /// The key's export or its signature has an unexpected form.
    Key,
    /// A name cannot be encoded.
    Name,
}

/// `CertificationRequestInfo` in DER (RFC 2986 4.1): exactly the bytes to sign.
///
/// Order C, ST, L, O, CN; country as `PrintableString`, the rest as `UTF8String` (BR 7.1.4.2); every name in the
/// subject alternative names; CN left out when longer than 64 characters (RFC 5280, ub-common-name).
///
/// # Errors
/// [`BuildError`].
pub fn to_be_signed(
    subject: &Subject,
    carried: SubjectInRequest,
    key_type: KeyType,
    subject_public_key_info: &[u8],
) -> Result<Vec<u8>, BuildError> {
    let public_key = read::subject_public_key(subject_public_key_info).ok_or(BuildError::Key)?;
    let mut params = CertificateParams::default();
    for name in subject.names() {
        let name = name.as_str().try_into().map_err(|_| BuildError::Name)?;
        params.subject_alt_names.push(SanType::DnsName(name));
    }
    params.distinguished_name = distinguished_name(subject, carried)?;
    let recorder = Recorder { public_key, key_type, bytes: RefCell::default() };
    params.serialize_request(&recorder).map_err(|_| BuildError::Name)?;
    Ok(recorder.bytes.into_inner())
}

/// The request in PEM: `SEQUENCE{to_be_signed, algorithm, BIT STRING}`. `raw_signature` is as WebCrypto gives it.
///
/// # Errors
/// [`BuildError::Key`] when the signature has not the length of its key type.
pub fn assemble(to_be_signed: &[u8], key_type: KeyType, raw_signature: &[u8]) -> Result<String, BuildError> {
    let signature = signature::to_x509(key_type, raw_signature).ok_or(BuildError::Key)?;
    let bits = der::write(der::BIT_STRING, &[&[0], &signature]);
    let request = der::write(der::SEQUENCE, &[to_be_signed, key_type.signature_algorithm(), &bits]);
    Ok(pem::encode("CERTIFICATE REQUEST", &request))
}

fn distinguished_name(subject: &Subject, carried: SubjectInRequest) -> Result<DistinguishedName, BuildError> {
    // rcgen's default name carries a CN of its own: always start from nothing.
    let mut name = DistinguishedName::new();
    if carried == SubjectInRequest::Full {
        let country = PrintableString::try_from(subject.country.as_str()).map_err(|_| BuildError::Name)?;
        name.push(DnType::CountryName, DnValue::PrintableString(country));
        name.push(DnType::StateOrProvinceName, subject.state.as_str());
        name.push(DnType::LocalityName, subject.city.as_str());
        name.push(DnType::OrganizationName, subject.company.as_str());
    }
    if subject.domain.as_str().len() <= 64 {
        name.push(DnType::CommonName, subject.domain.as_str());
    }
    Ok(name)
}

/// A key that signs nothing: it keeps what it is asked to sign.
struct Recorder<'a> {
    public_key: &'a [u8],
    key_type: KeyType,
    bytes: RefCell<Vec<u8>>,
}

impl PublicKeyData for Recorder<'_> {
    fn der_bytes(&self) -> &[u8] {
        self.public_key
    }

    fn algorithm(&self) -> &'static rcgen::SignatureAlgorithm {
        self.key_type.to_rcgen()
    }
}

impl SigningKey for Recorder<'_> {
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, rcgen::Error> {
        *self.bytes.borrow_mut() = message.to_vec();
        Ok(Vec::new())
    }
}
