//! Values that cannot be wrong: each has one `parse`, and a parsed value is never checked again.
pub mod contact;
pub mod country;
pub mod email;
pub mod hostname;
pub mod json;
pub mod money;
pub mod organization;
pub mod package;
pub mod passphrase;
pub mod phone;
pub mod problem;
pub mod punycode;
pub mod script;
pub mod secret;
pub mod suffix;
pub mod text;
pub mod translit;
