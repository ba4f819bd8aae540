//! Signatures of existing requests, checked by the browser.
use cert_order::browser::ports::verify::check;
use cert_order::request::algorithm::KeyType;
use cert_order::request::csr::{ReadRequest, SignedWith, Verdict};
use cert_order::request::given;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::keys::fresh_page;
use crate::requests::make_request;

#[wasm_bindgen_test]
async fn a_good_request_verifies_a_changed_one_does_not_and_what_is_unknown_is_not_judged() {
    let crypto = fresh_page();
    for key_type in [KeyType::Rsa2048, KeyType::P256, KeyType::P384] {
        let key = crypto.make(key_type).await.unwrap();
        let good: ReadRequest = given::read(&make_request(&crypto, &key, key_type).await.pem).unwrap();
        let checked = check(&crypto, &good).await;
        assert_eq!((checked.verdict, checked.fingerprint), (Verdict::Good, Some(key.fingerprint)), "{key_type:?}");
        let mut changed = good.clone();
        changed.to_be_signed[9] ^= 1;
        assert_eq!(check(&crypto, &changed).await.verdict, Verdict::Bad, "{key_type:?}");
        let unsigned = ReadRequest { signature: Vec::new(), ..good.clone() };
        assert_eq!(check(&crypto, &unsigned).await.verdict, Verdict::Bad, "{key_type:?}");
        let unknown = ReadRequest { signed_with: SignedWith::Unknown, ..good };
        assert_eq!(check(&crypto, &unknown).await.verdict, Verdict::Unknown, "{key_type:?}");
    }
}
