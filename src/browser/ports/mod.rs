//! The only places that touch what is outside the form: keys, network, storage, address, clipboard, files, clock.
pub mod address;
pub mod crypto;
pub mod derive;
pub mod erasable;
pub mod files;
pub mod focus;
pub mod http;
pub mod intl;
pub mod js;
pub mod keep;
pub mod key_file;
pub mod lock;
pub mod space;
pub mod store;
pub mod vault;
pub mod vault_file;
pub mod verify;
