//! The whole form without a browser: messages in, effects answered by a scripted billing system and a native crypto port.
//!
//! After every message of every test `support::audit` looks for secrets and for a page that may not be shown.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may end here; the lints exempt only the test functions themselves"
)]

mod support;

#[path = "journeys/ask_once.rs"]
mod ask_once;
#[path = "journeys/bad_input.rs"]
mod bad_input;
#[path = "journeys/cart.rs"]
mod cart;
#[path = "journeys/direct.rs"]
mod direct;
#[path = "journeys/discovery.rs"]
mod discovery;
#[path = "journeys/existing.rs"]
mod existing;
#[path = "journeys/existing_differences.rs"]
mod existing_differences;
#[path = "journeys/existing_findings.rs"]
mod existing_findings;
#[path = "journeys/existing_refused.rs"]
mod existing_refused;
#[path = "journeys/failures.rs"]
mod failures;
#[path = "journeys/fields.rs"]
mod fields;
#[path = "journeys/first.rs"]
mod first;
#[path = "journeys/idn.rs"]
mod idn;
#[path = "journeys/issue.rs"]
mod issue;
#[path = "journeys/key_safety.rs"]
mod key_safety;
#[path = "journeys/language.rs"]
mod language;
#[path = "journeys/late.rs"]
mod late;
#[path = "journeys/latin.rs"]
mod latin;
#[path = "journeys/matrix.rs"]
mod matrix;
#[path = "journeys/methods.rs"]
mod methods;
#[path = "journeys/names.rs"]
mod names;
#[path = "journeys/offer.rs"]
mod offer;
#[path = "journeys/panel.rs"]
mod panel;
#[path = "journeys/paying.rs"]
mod paying;
#[path = "journeys/privacy.rs"]
mod privacy;
#[path = "journeys/questions.rs"]
mod questions;
#[path = "journeys/random.rs"]
mod random;
#[path = "journeys/refusals.rs"]
mod refusals;
#[path = "journeys/reload.rs"]
mod reload;
#[path = "journeys/second_step.rs"]
mod second_step;
#[path = "journeys/secrets.rs"]
mod secrets;
#[path = "journeys/sessions.rs"]
mod sessions;
#[path = "journeys/shown.rs"]
mod shown;
#[path = "journeys/states.rs"]
mod states;
#[path = "journeys/suffixes.rs"]
mod suffixes;
#[path = "journeys/tabs.rs"]
mod tabs;
#[path = "journeys/unclear.rs"]
mod unclear;
#[path = "journeys/vault.rs"]
mod vault;
#[path = "journeys/waiting.rs"]
mod waiting;
#[path = "journeys/whole_order.rs"]
mod whole_order;
