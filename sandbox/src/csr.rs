//! Decodes certification requests (PKCS #10, RFC 2986) as strictly as a certificate authority.

use x509_parser::certification_request::X509CertificationRequest;
use x509_parser::extensions::{GeneralName, ParsedExtension};
use x509_parser::oid_registry::{
    OID_EC_P256, OID_KEY_TYPE_EC_PUBLIC_KEY, OID_NIST_EC_P384, OID_PKCS1_RSAENCRYPTION, OID_PKCS1_SHA256WITHRSA,
    OID_PKCS1_SHA384WITHRSA, OID_SIG_ECDSA_WITH_SHA256, OID_SIG_ECDSA_WITH_SHA384,
};
use x509_parser::prelude::FromDer;
use x509_parser::public_key::PublicKey;
use x509_parser::x509::{AttributeTypeAndValue, SubjectPublicKeyInfo, X509Name};

/// The smallest accepted RSA modulus, in bits.
const RSA_MINIMUM: usize = 2048;

/// The largest accepted RSA modulus, in bits.
const RSA_MAXIMUM: usize = 8192;

/// Key types that certificate authorities take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyAlgorithm {
    /// RSA.
    Rsa,
    /// ECDSA on P-256.
    P256,
    /// ECDSA on P-384.
    P384,
}

/// What a request says, its signature verified.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// CN.
    pub common_name: Option<String>,
    /// C, two letters.
    pub country: Option<String>,
    /// ST.
    pub state: Option<String>,
    /// L.
    pub locality: Option<String>,
    /// O.
    pub organization: Option<String>,
    /// OU.
    pub organizational_unit: Option<String>,
    /// emailAddress.
    pub email: Option<String>,
}

/// A decoded request.
#[derive(Clone, Debug)]
pub struct DecodedRequest {
    /// The subject's attributes.
    pub subject: Subject,
    /// dNSName entries of the requested subjectAltName, in lower case.
    pub names: Vec<String>,
    /// Type of the key.
    pub algorithm: KeyAlgorithm,
    /// Contents of the subjectPublicKey bit string.
    pub public_key: Vec<u8>,
}

/// Why a request is refused; each is a whole sentence.
pub type Refusal = &'static str;

/// Decodes one PEM request (label `CERTIFICATE REQUEST` or `NEW CERTIFICATE REQUEST`), verifies its signature
/// (SHA-256 or SHA-384) and its key (RSA from 2048 bits, P-256, P-384).
///
/// # Errors
///
/// A sentence that says what is wrong with it.
pub fn decode(pem: &str) -> Result<DecodedRequest, Refusal> {
    let armour = pem::parse(pem).map_err(|_| "It is not a request in PEM form.")?;
    if !matches!(armour.tag(), "CERTIFICATE REQUEST" | "NEW CERTIFICATE REQUEST") {
        return Err("It is not a certificate signing request.");
    }
    let (rest, request) =
        X509CertificationRequest::from_der(armour.contents()).map_err(|_| "The request cannot be decoded.")?;
    if !rest.is_empty() {
        return Err("There is more after the end of the request.");
    }
    let info = &request.certification_request_info;
    let algorithm = key_algorithm(&info.subject_pki)?;
    check_signature(&request, algorithm)?;
    Ok(DecodedRequest {
        subject: subject(&info.subject)?,
        names: names(&request)?,
        algorithm,
        public_key: info.subject_pki.subject_public_key.data.to_vec(),
    })
}

fn key_algorithm(key: &SubjectPublicKeyInfo<'_>) -> Result<KeyAlgorithm, Refusal> {
    const TYPES: Refusal = "The key must be RSA, P-256 or P-384.";
    if key.algorithm.algorithm == OID_PKCS1_RSAENCRYPTION {
        let Ok(PublicKey::RSA(rsa)) = key.parsed() else {
            return Err(TYPES);
        };
        let bits = rsa.key_size();
        return match bits {
            ..RSA_MINIMUM => Err("The RSA key is too short: 2048 bits are the least."),
            RSA_MINIMUM..=RSA_MAXIMUM => Ok(KeyAlgorithm::Rsa),
            _ => Err("The RSA key is too long: 8192 bits are the most."),
        };
    }
    if key.algorithm.algorithm != OID_KEY_TYPE_EC_PUBLIC_KEY {
        return Err(TYPES);
    }
    let parameters = key.algorithm.parameters.as_ref();
    match parameters.and_then(|curve| curve.as_oid().ok()) {
        Some(curve) if curve == OID_EC_P256 => Ok(KeyAlgorithm::P256),
        Some(curve) if curve == OID_NIST_EC_P384 => Ok(KeyAlgorithm::P384),
        _ => Err(TYPES),
    }
}

fn check_signature(request: &X509CertificationRequest<'_>, algorithm: KeyAlgorithm) -> Result<(), Refusal> {
    let by = &request.signature_algorithm.algorithm;
    let allowed = match algorithm {
        KeyAlgorithm::Rsa => [OID_PKCS1_SHA256WITHRSA, OID_PKCS1_SHA384WITHRSA],
        KeyAlgorithm::P256 | KeyAlgorithm::P384 => [OID_SIG_ECDSA_WITH_SHA256, OID_SIG_ECDSA_WITH_SHA384],
    };
    if !allowed.contains(by) {
        return Err("The request must be signed with SHA-256 or SHA-384.");
    }
    request.verify_signature().map_err(|_| "The signature of the request is wrong.")
}

fn subject(name: &X509Name<'_>) -> Result<Subject, Refusal> {
    Ok(Subject {
        common_name: only(name.iter_common_name())?,
        country: only(name.iter_country())?,
        state: only(name.iter_state_or_province())?,
        locality: only(name.iter_locality())?,
        organization: only(name.iter_organization())?,
        organizational_unit: only(name.iter_organizational_unit())?,
        email: only(name.iter_email())?,
    })
}

/// The one attribute of a kind, if there is one.
fn only<'a>(mut attributes: impl Iterator<Item = &'a AttributeTypeAndValue<'a>>) -> Result<Option<String>, Refusal> {
    let Some(attribute) = attributes.next() else {
        return Ok(None);
    };
    if attributes.next().is_some() {
        return Err("The subject of the request has an attribute twice.");
    }
    let text = attribute.as_str().map_err(|_| "The subject of the request has an unreadable attribute.")?;
    Ok(Some(text.trim().to_owned()))
}

fn names(request: &X509CertificationRequest<'_>) -> Result<Vec<String>, Refusal> {
    let mut names = Vec::new();
    for extension in request.requested_extensions().into_iter().flatten() {
        let ParsedExtension::SubjectAlternativeName(list) = extension else {
            continue;
        };
        for name in &list.general_names {
            let GeneralName::DNSName(name) = name else {
                return Err("The request names something else than domains.");
            };
            names.push(name.to_ascii_lowercase());
        }
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use rcgen::{CertificateParams, DnType, KeyPair, SignatureAlgorithm};

    use super::*;

    fn request(algorithm: &'static SignatureAlgorithm) -> String {
        let key = KeyPair::generate_for(algorithm).unwrap();
        let mut params = CertificateParams::new(["Shop.example".to_owned()]).unwrap();
        params.distinguished_name.push(DnType::CommonName, "shop.example");
        params.distinguished_name.push(DnType::CountryName, "DE");
        params.serialize_request(&key).unwrap().pem().unwrap()
    }

    #[test]
    fn elliptic_requests_are_read_with_subject_and_names() {
        for (made, read) in
            [(&rcgen::PKCS_ECDSA_P256_SHA256, KeyAlgorithm::P256), (&rcgen::PKCS_ECDSA_P384_SHA384, KeyAlgorithm::P384)]
        {
            let decoded = decode(&request(made)).unwrap();
            assert_eq!(decoded.algorithm, read);
            assert_eq!(decoded.names, ["shop.example"]);
            let subject = decoded.subject;
            assert_eq!(subject.common_name.as_deref(), Some("shop.example"));
            assert_eq!(subject.country.as_deref(), Some("DE"));
            assert_eq!(subject.organization, None);
        }
    }

    #[test]
    fn what_is_no_valid_request_is_refused_with_its_reason() {
        let good = request(&rcgen::PKCS_ECDSA_P256_SHA256);
        let der = pem::parse(&good).unwrap().into_contents();
        let armoured = |label: &str, der: &[u8]| pem::encode(&pem::Pem::new(label, der));
        let mut forged = der.clone();
        let last = forged.len() - 1;
        forged[last] ^= 1;
        let longer = [der.as_slice(), &[0]].concat();
        for (text, reason) in [
            (String::new(), "not a request in PEM"),
            (good.replace("CERTIFICATE REQUEST", "CERTIFICATE"), "not a certificate signing"),
            (armoured("CERTIFICATE REQUEST", &der[..60]), "cannot be decoded"),
            (armoured("CERTIFICATE REQUEST", &longer), "more after the end"),
            (armoured("CERTIFICATE REQUEST", &forged), "signature"),
            (request(&rcgen::PKCS_ED25519), "RSA, P-256 or P-384"),
        ] {
            let refusal = decode(&text).unwrap_err();
            assert!(refusal.contains(reason), "{refusal} / {reason}");
        }
        assert!(decode(&armoured("NEW CERTIFICATE REQUEST", &der)).is_ok());
    }
}
