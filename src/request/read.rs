//! Public keys inside keys' exports, requests and certificates.
use super::der::{self, Reader};
use super::pem;

/// `subjectPublicKey` of a `SubjectPublicKeyInfo` (RFC 5280 4.1): the BIT STRING's octets without its leading
/// count of unused bits; for RSA `RSAPublicKey` in DER, for elliptic curves the point.
pub fn subject_public_key(subject_public_key_info: &[u8]) -> Option<&[u8]> {
    let mut fields = Reader::new(der::single(subject_public_key_info, der::SEQUENCE)?);
    fields.content(der::SEQUENCE)?;
    let (unused_bits, key) = fields.content(der::BIT_STRING)?.split_first()?;
    (*unused_bits == 0 && fields.is_empty()).then_some(key)
}

/// The `SubjectPublicKeyInfo` (DER) of a PKCS #10 request in PEM.
pub fn request_public_key(request_pem: &str) -> Option<Vec<u8>> {
    let request = pem::decode(request_pem, "CERTIFICATE REQUEST")?;
    let mut info = Reader::new(Reader::new(der::single(&request, der::SEQUENCE)?).content(der::SEQUENCE)?);
    info.content(der::INTEGER)?;
    info.content(der::SEQUENCE)?;
    info.next_element().filter(|key| key.tag == der::SEQUENCE).map(|key| key.whole.to_vec())
}

/// The `SubjectPublicKeyInfo` (DER) of the first certificate in `certificate_pem` (RFC 5280 4.1).
pub fn certificate_public_key(certificate_pem: &str) -> Option<Vec<u8>> {
    let certificate = pem::decode(certificate_pem, "CERTIFICATE")?;
    let mut fields = Reader::new(Reader::new(der::single(&certificate, der::SEQUENCE)?).content(der::SEQUENCE)?);
    let first = fields.next_element()?;
    // The version is absent from version 1 certificates; then the first element is the serial number.
    if first.tag == der::CONTEXT_0 {
        fields.content(der::INTEGER)?;
    }
    for _algorithm_issuer_validity_subject in 0..4 {
        fields.content(der::SEQUENCE)?;
    }
    fields.next_element().filter(|key| key.tag == der::SEQUENCE).map(|key| key.whole.to_vec())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn arbitrary_text_and_bytes_never_panic(text in ".{0,200}", bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = (request_public_key(&text), certificate_public_key(&text), subject_public_key(&bytes));
            let armoured = pem::encode("CERTIFICATE", &bytes);
            prop_assert!(certificate_public_key(&armoured).is_none_or(|key| bytes.windows(key.len()).any(|w| w == key)));
        }
    }
}
