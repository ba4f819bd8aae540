//! The signature of an existing request, checked by WebCrypto.
use js_sys::{Object, Uint8Array};
use wasm_bindgen::JsValue;
use web_sys::CryptoKey;

use super::crypto::Crypto;
use super::js::{Js, object, texts, wait};
use crate::request::csr::{PublicKey, ReadRequest, SignedWith, Verdict};
use crate::wizard::message::Checked;

/// Checks the signature and names the key. What WebCrypto does not know, it cannot judge: that is not a bad signature.
pub async fn check(crypto: &Crypto, request: &ReadRequest) -> Checked {
    let fingerprint = crypto.fingerprint(&request.subject_public_key_info).await.ok();
    let verdict = match verifies(crypto, request).await {
        Ok(true) => Verdict::Good,
        Ok(false) => Verdict::Bad,
        Err(_) => Verdict::Unknown,
    };
    Checked { fingerprint, verdict }
}

async fn verifies(crypto: &Crypto, request: &ReadRequest) -> Js<bool> {
    let algorithm = algorithm(request)?;
    let subtle = crypto.subtle();
    let key = Uint8Array::from(request.subject_public_key_info.as_slice());
    let key = subtle.import_key_with_object("spki", &key, &algorithm, false, &texts(&["verify"]))?;
    let key: CryptoKey = wait(key).await?;
    let (signature, signed) = (request.raw_signature(), &request.to_be_signed);
    let verified = subtle.verify_with_object_and_u8_array_and_u8_array(&algorithm, &key, &signature, signed)?;
    Ok(wait::<JsValue>(verified).await?.is_truthy())
}

/// One object serves for import and check: each takes the members that it knows.
fn algorithm(request: &ReadRequest) -> Js<Object> {
    let (name, hash, curve) = match (&request.key, request.signed_with) {
        (PublicKey::Rsa { .. }, SignedWith::Rsa(hash)) => ("RSASSA-PKCS1-v1_5", hash, ""),
        (PublicKey::Ec(32), SignedWith::Ecdsa(hash)) => ("ECDSA", hash, "P-256"),
        (PublicKey::Ec(48), SignedWith::Ecdsa(hash)) => ("ECDSA", hash, "P-384"),
        (PublicKey::Ec(_), SignedWith::Ecdsa(hash)) => ("ECDSA", hash, "P-521"),
        _ => return Err(JsValue::NULL),
    };
    Ok(object(&[("name", name.into()), ("hash", hash.into()), ("namedCurve", curve.into())]))
}
