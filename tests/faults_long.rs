//! The whole form against the sandbox, over real HTTP: whatever an installation does, an order is placed at most once, money
//! moves at most once, nothing that was typed is lost, and the customer gets a sentence. Here every fault at every call of an
//! order, which takes minutes: `make test-all`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may end here; the lints exempt only the test functions themselves"
)]

#[allow(dead_code, reason = "the journeys need all of it")]
mod support;

#[allow(dead_code, reason = "each suite needs a part of it")]
#[path = "faults/connection.rs"]
mod connection;
#[path = "faults/crowd.rs"]
mod crowd;
#[path = "faults/errors.rs"]
mod errors;
#[path = "faults/flat.rs"]
mod flat;
#[allow(dead_code, reason = "each suite needs a part of it")]
#[path = "faults/installation.rs"]
mod installation;
#[allow(dead_code, reason = "each suite needs a part of it")]
#[path = "faults/matrix.rs"]
mod matrix;
#[path = "faults/refusals.rs"]
mod refusals;
#[path = "faults/reload.rs"]
mod reload;
#[path = "faults/second.rs"]
mod second;
#[path = "faults/transport.rs"]
mod transport;
#[path = "faults/ways.rs"]
mod ways;
#[allow(dead_code, reason = "each suite needs a part of it")]
#[path = "faults/words.rs"]
mod words;
