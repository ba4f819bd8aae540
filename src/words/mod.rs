//! Every sentence of the form. The core names what is said by enums; here each gets its words, in the language in use.
//!
//! A sentence is a template with a key (`key.rs`): English is compiled in, as one exhaustive `match` for each family of keys
//! (`en/`); the other languages are such matches too, from which a file of words is made for each ([`Pack`]).
#[allow(clippy::match_same_arms, reason = "what is the same in one language is not in another")]
mod ar;
pub mod boot;
pub mod config_error;
#[allow(clippy::match_same_arms, reason = "what is the same in one language is not in another")]
mod de;
#[allow(clippy::match_same_arms, reason = "what is the same in one language is not in another")]
mod en;
#[allow(clippy::match_same_arms, reason = "what is the same in one language is not in another")]
mod es;
pub mod field;
mod finding;
pub mod key;
mod name;
pub mod pack;
pub mod packs;
pub mod privacy;
mod problem;
#[allow(clippy::match_same_arms, reason = "what is the same in one language is not in another")]
mod ru;
pub mod say;
pub mod speech;
mod template;
mod text;
mod trouble;
pub mod vault;

use std::borrow::Cow;

pub use pack::Pack;
pub use say::Say;
pub use speech::{Formats, Said, Speech};
pub use text::Text;

/// Words that need no memory of their own unless something is filled in.
pub type Words = Cow<'static, str>;
