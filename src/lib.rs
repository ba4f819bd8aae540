//! Order a TLS certificate in the browser: a pure core, and a thin browser around it.
//!
//! The private key is made in the customer's browser and never leaves it; see `ARCHITECTURE.md` for the shape.
#![forbid(unsafe_code)]

pub mod billing;
pub mod config;
pub mod domain;
pub mod request;
pub mod wizard;
pub mod words;

#[cfg(target_arch = "wasm32")]
pub mod browser;
