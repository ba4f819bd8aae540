//! Requests that customers bring along, made and signed without this form's own hands.
use cert_order::request::algorithm::KeyType;
use cert_order::request::{pem, read, signature};
use rcgen::{CertificateParams, DistinguishedName, DnType, DnValue, SanType};

use super::crypto::NativeKey;

/// A P-256 request for these names, with the whole subject if there is a country, else with the common name alone.
pub fn of(names: &[&str], country: &str) -> String {
    with(names, country, 7, &[])
}

/// As [`of`], by the key that `seed` stands for, with further parts of the subject.
pub fn with(names: &[&str], country: &str, seed: u64, parts: &[(DnType, &str)]) -> String {
    let mut params = CertificateParams::default();
    params.distinguished_name = DistinguishedName::new();
    let name = &mut params.distinguished_name;
    if !country.is_empty() {
        name.push(DnType::CountryName, DnValue::PrintableString(country.try_into().unwrap()));
        name.push(DnType::StateOrProvinceName, "Texas");
        name.push(DnType::LocalityName, "Austin");
        name.push(DnType::OrganizationName, "Brought Along Inc");
    }
    for (kind, text) in parts {
        name.push(kind.clone(), *text);
    }
    if let [first, ..] = names {
        name.push(DnType::CommonName, *first);
    }
    params.subject_alt_names = names.iter().map(|name| SanType::DnsName((*name).try_into().unwrap())).collect();
    let key = NativeKey::make(KeyType::P256, seed);
    let point = read::subject_public_key(&key.subject_public_key_info()).unwrap().to_vec();
    let request = params.serialize_request(&Signing { key, point }).unwrap();
    pem::encode("CERTIFICATE REQUEST", request.der())
}

struct Signing {
    key: NativeKey,
    point: Vec<u8>,
}

impl rcgen::PublicKeyData for Signing {
    fn der_bytes(&self) -> &[u8] {
        &self.point
    }

    fn algorithm(&self) -> &'static rcgen::SignatureAlgorithm {
        &rcgen::PKCS_ECDSA_P256_SHA256
    }
}

impl rcgen::SigningKey for Signing {
    fn sign(&self, bytes: &[u8]) -> Result<Vec<u8>, rcgen::Error> {
        let raw = self.key.sign(bytes);
        Ok(signature::to_x509(KeyType::P256, &raw).unwrap())
    }
}
