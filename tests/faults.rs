//! The whole form against the sandbox, over real HTTP: whatever an installation does, an order is placed at most once, money
//! moves at most once, nothing that was typed is lost, and the customer gets a sentence.
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
#[allow(dead_code, reason = "each suite needs a part of it")]
#[path = "faults/installation.rs"]
mod installation;
#[allow(dead_code, reason = "each suite needs a part of it")]
#[path = "faults/matrix.rs"]
mod matrix;
#[path = "faults/places.rs"]
mod places;
#[path = "faults/sessions.rs"]
mod sessions;
#[path = "faults/shapes.rs"]
mod shapes;
#[path = "faults/together.rs"]
mod together;
#[allow(dead_code, reason = "each suite needs a part of it")]
#[path = "faults/words.rs"]
mod words;
