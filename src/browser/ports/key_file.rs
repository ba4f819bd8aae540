//! Files with one private key: encrypted ones made here, and copies compared with a key of this page.
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::JsValue;
use web_sys::CryptoKey;

use super::crypto::{Crypto, algorithm, prove};
use super::derive::{Derived, cbc, random};
use super::files;
use super::js::{Js, ask, texts};
use crate::domain::secret::Secret;
use crate::request::algorithm::KeyType;
use crate::request::keyfile::{self, KeyFile, NotKeyFile};
use crate::request::pkcs8::{self, Encrypted, IV, SALT};
use crate::wizard::copy_check::CopyCheck;

/// The most octets of a file with a key: RSA 4096 has some 3 200.
const LIMIT: f64 = 64.0 * 1024.0;

/// The private key as the text of an encrypted PEM file. Its octets never come into script: `wrapKey` encrypts them.
///
/// # Errors
/// The browser's.
pub async fn encrypted(crypto: &Crypto, private: &CryptoKey, passphrase: &Secret) -> Js<String> {
    let (salt, iv) = (random::<SALT>()?, random::<IV>()?);
    let key = Derived::usual(&salt, "AES-CBC").key(crypto, passphrase).await?;
    let arguments = ["pkcs8".into(), private.into(), key.into(), cbc(&iv).into()];
    let wrapped: ArrayBuffer = ask(crypto.subtle(), "wrapKey", &arguments).await?;
    let der = pkcs8::write(&salt, pkcs8::ROUNDS, &iv, &Uint8Array::new(&wrapped).to_vec());
    Ok(keyfile::encrypted_to_pem(&der))
}

/// Whether the key in `file` is the private half of `public`.
pub async fn compare(
    crypto: &Crypto,
    file: &JsValue,
    key_type: KeyType,
    public: &[u8],
    passphrase: Option<&Secret>,
) -> CopyCheck {
    let octets = match files::octets(file, LIMIT).await {
        Ok(Some(octets)) => octets,
        Ok(None) => return CopyCheck::NotKeyFile(NotKeyFile::NoKey),
        Err(_) => return CopyCheck::Unreadable,
    };
    let private = match (keyfile::read(&octets), passphrase) {
        (Err(why), _) => return CopyCheck::NotKeyFile(why),
        (Ok(KeyFile::Plain(pkcs8)), _) => {
            let octets = Uint8Array::from(pkcs8.0.as_slice());
            let private = import(crypto, key_type, &octets).await;
            octets.fill(0, 0, octets.length());
            private
        }
        (Ok(KeyFile::Encrypted(_)), None) => return CopyCheck::Locked,
        (Ok(KeyFile::Encrypted(file)), Some(passphrase)) => match decrypt(crypto, &file, passphrase).await {
            Ok(octets) => {
                let private = import(crypto, key_type, &octets).await;
                octets.fill(0, 0, octets.length());
                private
            }
            Err(_) => return CopyCheck::WrongPassphrase,
        },
    };
    // A key of another type is refused at once; one of the same type must prove that it is this one.
    let Ok(private) = private else { return CopyCheck::Other };
    let public = Uint8Array::from(public).into();
    if prove(crypto, key_type, &public, private).await.is_ok() { CopyCheck::Same } else { CopyCheck::Other }
}

async fn import(crypto: &Crypto, key_type: KeyType, pkcs8: &Uint8Array) -> Js<CryptoKey> {
    let arguments = ["pkcs8".into(), pkcs8.into(), algorithm(key_type).into(), JsValue::FALSE, texts(&["sign"]).into()];
    ask(crypto.subtle(), "importKey", &arguments).await
}

/// What is in an encrypted file. Unlike `unwrapKey`, this tells a wrong passphrase from a key of another type.
async fn decrypt(crypto: &Crypto, file: &Encrypted, passphrase: &Secret) -> Js<Uint8Array> {
    let Encrypted { salt, rounds, hash, key_bits, iv, ciphertext } = file;
    let derived = Derived { salt, rounds: *rounds, hash, cipher: "AES-CBC", bits: *key_bits };
    let key = derived.key(crypto, passphrase).await?;
    let arguments = [cbc(iv).into(), key.into(), Uint8Array::from(ciphertext.as_slice()).into()];
    let plain: ArrayBuffer = ask(crypto.subtle(), "decrypt", &arguments).await?;
    let plain = Uint8Array::new(&plain);
    if is_sequence(&plain) {
        return Ok(plain);
    }
    plain.fill(0, 0, plain.length());
    Err(JsValue::NULL)
}

/// Whether the octets are one SEQUENCE and nothing else (X.690 8.1), as a private key is. CBC has no seal: of 256 wrong passphrases
/// one leaves a padding that the browser takes for right.
fn is_sequence(octets: &Uint8Array) -> bool {
    let head: Vec<u32> = (0..4).map(|at| octets.at(at).map_or(0, u32::from)).collect();
    let whole = match *head {
        [0x30, short @ 0..=0x7f, ..] => short + 2,
        [0x30, 0x81, long, _] => long + 3,
        [0x30, 0x82, high, low] => (high << 8) + low + 4,
        _ => return false,
    };
    whole == octets.length()
}
