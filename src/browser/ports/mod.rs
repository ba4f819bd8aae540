//! The only places that touch what is outside the form: keys, network, storage, address, clipboard, files, clock.
pub mod address;
pub mod asset;
pub mod crypto;
pub mod files;
pub mod focus;
pub mod http;
pub mod idn;
pub mod intl;
pub mod js;
pub mod keep;
pub mod lock;
pub mod store;
pub mod verify;
