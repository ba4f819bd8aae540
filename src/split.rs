//! Where the wasm is cut in two: what only [`rest`] reaches is a file of its own, loaded by the first call.
#![cfg_attr(
    split,
    allow(unsafe_code, reason = "the macro declares the import and the export that `wasm-split` ties together")
)]
use std::pin::Pin;

use cert_order::browser::rest::{REST, Rest};

#[cfg(split)]
mod cut {
    use super::{REST, Rest};
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    /// It could not be loaded.
    pub struct NotLoaded;

    impl From<SplitLoaderError> for NotLoaded {
        fn from(_: SplitLoaderError) -> Self {
            Self
        }
    }

    #[wasm_split(rest, fallible)]
    pub fn rest() -> Result<&'static Rest, NotLoaded> {
        Ok(&REST)
    }
}

/// Loads what comes after the first page. Without `--cfg split`, as in a build by Trunk alone, both parts are one file.
pub fn load() -> Pin<Box<dyn Future<Output = Option<&'static Rest>>>> {
    #[cfg(split)]
    return Box::pin(async { cut::rest().await.ok() });
    #[cfg(not(split))]
    Box::pin(std::future::ready(Some(&REST)))
}
