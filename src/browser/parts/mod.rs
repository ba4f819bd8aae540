//! What pages are made of.
pub mod choice;
pub mod confirm;
pub mod copies;
pub mod errors;
pub mod field;
pub mod frame;
pub mod kept;
pub mod key_safe;
pub mod listeners;
pub mod machine;
pub mod notice;
pub mod page;
pub mod passphrase;
pub mod remedies;
pub mod rows;
pub mod select;
pub mod summary;
