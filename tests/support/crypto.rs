//! WebCrypto played natively: keys, signatures as `crypto.subtle.sign` gives them, exports.
use std::sync::OnceLock;

use cert_order::request::algorithm::KeyType;
use p256::pkcs8::{EncodePrivateKey, EncodePublicKey};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use rsa::PrivateKey;
use rsa::signature::{SignatureEncoding, Signer};
use sha2::{Digest, Sha256, Sha384};

/// A private key in the hands of the native crypto port.
#[derive(Clone)]
pub enum NativeKey {
    /// RSA of any size, signing with SHA-256.
    Rsa(&'static PrivateKey),
    /// P-256, signing with SHA-256.
    P256(p256::ecdsa::SigningKey),
    /// P-384, signing with SHA-384.
    P384(p384::ecdsa::SigningKey),
}

impl NativeKey {
    /// The key that `seed` stands for. RSA keys take long to make: there is one of each size, whatever the seed.
    pub fn make(key_type: KeyType, seed: u64) -> Self {
        static RSA: [OnceLock<PrivateKey>; 3] = [const { OnceLock::new() }; 3];
        let rsa = |slot: usize, bits: usize| {
            let make = || PrivateKey::new(&mut ChaCha20Rng::seed_from_u64(bits as u64), bits).unwrap();
            Self::Rsa(RSA[slot].get_or_init(make))
        };
        match key_type {
            KeyType::Rsa2048 => rsa(0, 2048),
            KeyType::Rsa3072 => rsa(1, 3072),
            KeyType::Rsa4096 => rsa(2, 4096),
            // A hash is a valid scalar but for a chance of 2^-32 (P-256) that no seed in use meets.
            KeyType::P256 => {
                Self::P256(p256::ecdsa::SigningKey::from_slice(&Sha256::digest(seed.to_be_bytes())).unwrap())
            }
            KeyType::P384 => {
                Self::P384(p384::ecdsa::SigningKey::from_slice(&Sha384::digest(seed.to_be_bytes())).unwrap())
            }
        }
    }

    /// `exportKey("spki")`: `SubjectPublicKeyInfo` in DER.
    pub fn subject_public_key_info(&self) -> Vec<u8> {
        match self {
            Self::Rsa(key) => key.to_public_key().to_public_key_der().unwrap().into_vec(),
            Self::P256(key) => key.verifying_key().to_public_key_der().unwrap().into_vec(),
            Self::P384(key) => key.verifying_key().to_public_key_der().unwrap().into_vec(),
        }
    }

    /// `exportKey("pkcs8")`: the private key in DER (RFC 5958).
    pub fn pkcs8(&self) -> Vec<u8> {
        match self {
            Self::Rsa(key) => key.to_pkcs8_der().unwrap().as_bytes().to_vec(),
            Self::P256(key) => key.to_pkcs8_der().unwrap().as_bytes().to_vec(),
            Self::P384(key) => key.to_pkcs8_der().unwrap().as_bytes().to_vec(),
        }
    }

    /// `sign`: PKCS #1 v1.5 for RSA, `r‖s` for elliptic curves.
    pub fn sign(&self, bytes: &[u8]) -> Vec<u8> {
        match self {
            Self::Rsa(key) => rsa::pkcs1v15::SigningKey::<Sha256>::new((*key).clone()).sign(bytes).to_vec(),
            Self::P256(key) => {
                let signature: p256::ecdsa::Signature = key.sign(bytes);
                signature.to_bytes().to_vec()
            }
            Self::P384(key) => {
                let signature: p384::ecdsa::Signature = key.sign(bytes);
                signature.to_bytes().to_vec()
            }
        }
    }
}
