//! Order a TLS certificate in the browser.
#[cfg(target_arch = "wasm32")]
pub mod browser;
