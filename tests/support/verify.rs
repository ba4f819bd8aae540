//! WebCrypto's check of signatures, played natively.
use cert_order::request::csr::{PublicKey, ReadRequest, SignedWith, Verdict};
use p256::pkcs8::DecodePublicKey;
use rsa::signature::Verifier;
use sha2::{Sha256, Sha384, Sha512};

/// `importKey` and `verify`: what is not known here cannot be checked.
pub fn check(request: &ReadRequest) -> Verdict {
    let (spki, signed, raw) = (&request.subject_public_key_info, &request.to_be_signed, request.raw_signature());
    let verified = match (&request.key, request.signed_with) {
        (PublicKey::Rsa { .. }, SignedWith::Rsa(hash)) => rsa::PublicKey::from_public_key_der(spki).ok().map(|key| {
            rsa::pkcs1v15::Signature::try_from(raw.as_slice()).is_ok_and(|raw| {
                match hash {
                    "SHA-256" => rsa::pkcs1v15::VerifyingKey::<Sha256>::new(key).verify(signed, &raw),
                    "SHA-384" => rsa::pkcs1v15::VerifyingKey::<Sha384>::new(key).verify(signed, &raw),
                    _ => rsa::pkcs1v15::VerifyingKey::<Sha512>::new(key).verify(signed, &raw),
                }
                .is_ok()
            })
        }),
        (PublicKey::Ec(32), SignedWith::Ecdsa("SHA-256")) => p256::ecdsa::VerifyingKey::from_public_key_der(spki)
            .ok()
            .map(|key| p256::ecdsa::Signature::from_slice(&raw).is_ok_and(|raw| key.verify(signed, &raw).is_ok())),
        (PublicKey::Ec(48), SignedWith::Ecdsa("SHA-384")) => p384::ecdsa::VerifyingKey::from_public_key_der(spki)
            .ok()
            .map(|key| p384::ecdsa::Signature::from_slice(&raw).is_ok_and(|raw| key.verify(signed, &raw).is_ok())),
        _ => None,
    };
    match verified {
        Some(true) => Verdict::Good,
        Some(false) => Verdict::Bad,
        None => Verdict::Unknown,
    }
}
