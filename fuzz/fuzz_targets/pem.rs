//! The strict reader of PEM, which receipts, kept keys and certificates go through: what it reads is what was written.
#![no_main]

use cert_order::request::{pem, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for label in ["CERTIFICATE", "CERTIFICATE REQUEST", "PRIVATE KEY"] {
        if let Some(bytes) = pem::decode(text, label) {
            assert_eq!(pem::decode(&pem::encode(label, &bytes), label), Some(bytes));
        }
    }
    let _ = (read::request_public_key(text), read::certificate_public_key(text));
});
