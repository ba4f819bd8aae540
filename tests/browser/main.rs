//! What only a browser can show: keys, requests, storage, locks and the address, in a real one.
//!
//! `scripts/wasm-test` runs these in Chromium and in Firefox, and has `openssl` check the requests that they print.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may end here; the lints exempt only functions of the native test harness"
)]

mod address;
mod asset;
mod idn;
mod intl;
mod keep;
mod keys;
mod lock;
mod raw_storage;
mod requests;
mod store;
mod swap;
mod vault;
mod verify;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
