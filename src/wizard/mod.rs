//! The order form without a browser: [`model::Model`], [`message::Msg`], [`update::update`] and the
//! [`effect::Effect`]s it asks for. No clock, no randomness, no network, no storage in here.
pub mod cart;
pub mod catalogue;
pub mod draft;
pub mod effect;
pub mod field;
pub mod issue;
pub mod journey;
pub mod keys;
pub mod message;
pub mod model;
pub mod order_form;
pub mod payment;
pub mod reconcile;
pub mod restore;
pub mod session;
pub mod step;
pub mod steps;
pub mod submission;
pub mod update;
pub mod way;
