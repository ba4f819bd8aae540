//! The sandbox over real HTTP: each test starts its own, on its own port, with its own database.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that panics has failed, also in its helper functions"
)]

mod cart;
mod control;
mod fields;
mod guard;
mod malformed;
mod order;
mod payment;
mod program;
mod session;
mod site;
mod support;
mod wizard;
