//! Sentences by name. A family is an enum of names; each language writes an exhaustive `match` of it, so that a missing
//! sentence does not compile. English is compiled in; the others come as a file of texts, by family and place.
use crate::wizard::step::Step;

/// The families, in the order in which a file of words has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the family of the key of its name")]
pub enum Family {
    Say,
    Label,
    Hint,
    Missing,
    Title,
    StepName,
    Wrong,
    Fault,
    Vault,
    RuleSentence,
    Found,
    Privacy,
    SetUp,
    Boot,
}

/// The name of a sentence.
pub trait Key: Copy + 'static {
    /// Its family.
    const FAMILY: Family;

    /// Its place in the family.
    fn index(self) -> usize;

    /// The English sentence, with places such as `{0}` to be filled in (see `template.rs`).
    fn english(self) -> &'static str;
}

/// A key all of whose family can be listed.
pub trait Listed: Key {
    /// The whole family, in order.
    fn all() -> Vec<Self>;
}

/// Defines an enum of names that stand for nothing but their sentences.
macro_rules! keys {
    ($($(#[$meta:meta])* pub enum $name:ident: $family:ident, $english:path { $($variant:ident,)* })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(missing_docs, clippy::enum_variant_names, reason = "the English sentences are their documentation")]
        pub enum $name { $($variant,)* }

        impl $crate::words::key::Key for $name {
            const FAMILY: $crate::words::key::Family = $crate::words::key::Family::$family;

            fn index(self) -> usize {
                self as usize
            }

            fn english(self) -> &'static str {
                $english(self)
            }
        }

        impl $crate::words::key::Listed for $name {
            fn all() -> Vec<Self> {
                vec![$(Self::$variant,)*]
            }
        }
    )*};
}
pub(super) use keys;

/// Defines a key that is one of the sentences about what `$of` names.
macro_rules! keys_of {
    ($($(#[$meta:meta])* pub struct $name:ident($of:ty): $english:path;)*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct $name(pub $of);

        impl $crate::words::key::Key for $name {
            const FAMILY: $crate::words::key::Family = $crate::words::key::Family::$name;

            fn index(self) -> usize {
                self.0 as usize
            }

            fn english(self) -> &'static str {
                $english(self.0)
            }
        }
    )*};
}
pub(super) use keys_of;

keys_of! {
    /// The heading of a page.
    pub struct Title(Step): super::en::labels::title;
    /// The name of a page in the list of steps.
    pub struct StepName(Step): super::en::labels::step_name;
}

impl Listed for Title {
    fn all() -> Vec<Self> {
        Step::ALL.map(Title).to_vec()
    }
}

impl Listed for StepName {
    fn all() -> Vec<Self> {
        Step::ALL.map(StepName).to_vec()
    }
}
