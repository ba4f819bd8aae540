//! What pages are made of.
pub mod choice;
pub mod confirm;
pub mod differences;
pub mod errors;
pub mod field;
pub mod findings;
pub mod frame;
pub mod key_safe;
pub mod listeners;
pub mod machine;
pub mod notice;
pub mod page;
pub mod remedies;
pub mod rows;
pub mod select;
pub mod summary;
