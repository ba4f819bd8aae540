//! The test certificate authority. Its root key is kept in the database, so that a restart keeps it.

use rcgen::{
    BasicConstraints, Certificate, CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer,
    KeyPair, KeyUsagePurpose, PublicKeyData, SerialNumber, SignatureAlgorithm,
};
use ring::rand::{SecureRandom, SystemRandom};
use rusqlite::{Connection, params};
use time::Duration;

use crate::clock::Timestamp;
use crate::csr::{DecodedRequest, KeyAlgorithm, Subject};
use crate::wire::error::Failure;

/// How long a certificate is valid, in days: a day less than the 200 allowed until 2027-03-15 (Baseline
/// Requirements, 6.3.2).
const LEAF_DAYS: i64 = 199;

/// How long the root is valid, in days.
const ROOT_DAYS: i64 = 3650;

/// The root certificate and its key.
pub struct Authority {
    issuer: Issuer<'static, KeyPair>,
    certificate_pem: String,
}

/// A certificate just signed.
pub struct Issued {
    /// In PEM form.
    pub pem: String,
    /// Its last moment.
    pub expires: Timestamp,
}

impl Authority {
    /// Makes a root and stores it.
    ///
    /// # Errors
    ///
    /// Making the key, or storing, failed.
    pub fn create(db: &Connection) -> Result<(), Failure> {
        let key = KeyPair::generate_for(&rcgen::PKCS_ECDSA_P256_SHA256)?;
        let mut params = root_params();
        (params.not_before, params.not_after) = validity(Timestamp::now(), ROOT_DAYS);
        params.serial_number = Some(serial_number()?);
        let certificate = params.self_signed(&key)?;
        db.execute(
            "INSERT INTO authority (id, key_pem, certificate_pem) VALUES (1, ?1, ?2)",
            params![key.serialize_pem(), certificate.pem()],
        )?;
        Ok(())
    }

    /// Reads the stored root.
    ///
    /// # Errors
    ///
    /// There is none, or it cannot be read.
    pub fn load(db: &Connection) -> Result<Self, Failure> {
        let query = "SELECT key_pem, certificate_pem FROM authority";
        let (key, certificate_pem): (String, String) = db.query_row(query, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(Self { issuer: Issuer::new(root_params(), KeyPair::from_pem(&key)?), certificate_pem })
    }

    /// The root certificate in PEM form.
    pub fn certificate_pem(&self) -> &str {
        &self.certificate_pem
    }

    /// Signs a server certificate: subject and key of the request, `names` as subjectAltName, from `now` on.
    ///
    /// # Errors
    ///
    /// A name is not ASCII, or signing failed.
    pub fn issue(&self, request: &DecodedRequest, names: &[String], now: Timestamp) -> Result<Issued, Failure> {
        let mut params = CertificateParams::new(names)?;
        params.distinguished_name = distinguished_name(&request.subject);
        (params.not_before, params.not_after) = validity(now, LEAF_DAYS);
        params.serial_number = Some(serial_number()?);
        params.is_ca = IsCa::ExplicitNoCa;
        params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
        if request.algorithm == KeyAlgorithm::Rsa {
            params.key_usages.push(KeyUsagePurpose::KeyEncipherment);
        }
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        params.use_authority_key_identifier_extension = true;
        let certificate: Certificate = params.signed_by(&RequestKey(request), &self.issuer)?;
        Ok(Issued { pem: certificate.pem(), expires: Timestamp::from_millis(params.not_after.unix_timestamp() * 1000) })
    }
}

/// The request's key, for the certificate.
struct RequestKey<'a>(&'a DecodedRequest);

impl PublicKeyData for RequestKey<'_> {
    fn der_bytes(&self) -> &[u8] {
        &self.0.public_key
    }

    fn algorithm(&self) -> &'static SignatureAlgorithm {
        match self.0.algorithm {
            KeyAlgorithm::Rsa => &rcgen::PKCS_RSA_SHA256,
            KeyAlgorithm::P256 => &rcgen::PKCS_ECDSA_P256_SHA256,
            KeyAlgorithm::P384 => &rcgen::PKCS_ECDSA_P384_SHA384,
        }
    }
}

/// What an `Issuer` is told of the root; the same each time it is read.
fn root_params() -> CertificateParams {
    let mut params = CertificateParams::default();
    let mut name = DistinguishedName::new();
    name.push(DnType::OrganizationName, "cert-order sandbox");
    name.push(DnType::CommonName, "Sandbox root, for tests only");
    params.distinguished_name = name;
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params
}

/// First and last second of `days` days from `start`; both ends belong to the validity (RFC 5280, 4.1.2.5).
fn validity(start: Timestamp, days: i64) -> (time::OffsetDateTime, time::OffsetDateTime) {
    let first = start.to_utc();
    (first, first + Duration::days(days) - Duration::seconds(1))
}

/// 128 random bits, positive.
fn serial_number() -> Result<SerialNumber, Failure> {
    let mut bytes = [0_u8; 17];
    SystemRandom::new().fill(&mut bytes).map_err(|_| Failure::internal("no random bytes"))?;
    bytes[0] = 1;
    Ok(SerialNumber::from(bytes.to_vec()))
}

fn distinguished_name(subject: &Subject) -> DistinguishedName {
    let mut name = DistinguishedName::new();
    for (kind, value) in [
        (DnType::CountryName, &subject.country),
        (DnType::StateOrProvinceName, &subject.state),
        (DnType::LocalityName, &subject.locality),
        (DnType::OrganizationName, &subject.organization),
        (DnType::OrganizationalUnitName, &subject.organizational_unit),
        (DnType::CommonName, &subject.common_name),
    ] {
        if let Some(value) = value {
            name.push(kind, value.as_str());
        }
    }
    name
}

/// Makes a key pair and a request for it, as the billing server itself does for `crt_type=generate`: a P-256 key,
/// the subject, all `names` as subjectAltName. Returns the request and the private key, both in PEM form.
///
/// # Errors
///
/// A name is not ASCII, or making the key failed.
pub fn generate_request(subject: &Subject, names: &[String]) -> Result<(String, String), Failure> {
    let key = KeyPair::generate_for(&rcgen::PKCS_ECDSA_P256_SHA256)?;
    let mut params = CertificateParams::new(names)?;
    params.distinguished_name = distinguished_name(subject);
    let request = params.serialize_request(&key)?;
    Ok((request.pem()?, key.serialize_pem()))
}

#[cfg(test)]
mod tests {
    use x509_parser::prelude::{FromDer, X509Certificate};

    use super::*;
    use crate::csr::decode;
    use crate::db::seed::Start;
    use crate::db::{Location, open};

    #[test]
    fn an_issued_certificate_is_signed_by_the_stored_root_for_199_days() {
        let db = open(&Location::Memory, Start::default()).unwrap();
        let authority = Authority::load(&db).unwrap();
        let names = ["shop.example".to_owned(), "www.shop.example".to_owned()];
        let subject = Subject { common_name: Some("shop.example".to_owned()), ..Subject::default() };
        let (csr, key) = generate_request(&subject, &names).unwrap();
        assert!(key.contains("PRIVATE KEY"));
        let now = Timestamp::from_millis(1_795_000_000_000);
        let issued = authority.issue(&decode(&csr).unwrap(), &names, now).unwrap();

        let der = |text: &str| pem::parse(text).unwrap().into_contents();
        let (leaf, root) = (der(&issued.pem), der(authority.certificate_pem()));
        let (_, leaf) = X509Certificate::from_der(&leaf).unwrap();
        let (_, root) = X509Certificate::from_der(&root).unwrap();
        leaf.verify_signature(Some(root.public_key())).unwrap();
        assert_eq!(leaf.issuer().to_string(), root.subject().to_string());
        let validity = leaf.validity();
        let seconds = validity.not_after.timestamp() - validity.not_before.timestamp() + 1;
        assert_eq!(seconds, LEAF_DAYS * 24 * 60 * 60);
        assert_eq!(issued.expires.millis_since(now) / 1000, seconds - 1);
    }
}
