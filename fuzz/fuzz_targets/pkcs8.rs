//! Encrypted private keys (PKCS #8, PBES2) that a customer brings back: what is taken apart can be written and read again.
#![no_main]

use cert_order::request::pkcs8;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(key) = pkcs8::read(bytes) else { return };
    let salt = key.salt.as_slice().try_into();
    let iv = key.iv.as_slice().try_into();
    // Only what this form's own kind of encryption says is written again.
    if let (Ok(salt), Ok(iv), "SHA-256", 256) = (salt, iv, key.hash, key.key_bits) {
        assert_eq!(pkcs8::read(&pkcs8::write(salt, key.rounds, iv, &key.ciphertext)), Ok(key));
    }
});
