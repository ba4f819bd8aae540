//! The sandbox over real HTTP: each test starts its own, on its own port, with its own database.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that panics has failed, also in its helper functions"
)]

mod cart;
mod control;
mod faults;
mod fields;
mod flat;
mod guard;
mod load;
mod malformed;
mod open_order;
mod order;
mod pay_page;
mod payment;
mod profile;
mod program;
mod session;
mod site;
mod support;
mod wizard;
