//! Text that must not be seen: passwords, session ids, private keys.
use std::fmt;

use zeroize::Zeroizing;

use super::text::holds;

/// A secret text: wiped when dropped, `[redacted]` in `Debug`, and without `Display` or serialisation.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Takes the text over.
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// The text itself: only for the body that is sent, or the element that shows it.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

/// Whether the armour of a private key in PEM stands in `text` (RFC 7468).
pub fn names_private_key(text: &str) -> bool {
    holds(text, b"PRIVATE KEY-----")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_output_never_shows_the_text() {
        let shown = format!("{:?}", Some(Secret::new("hunter2".into())));
        assert_eq!(shown, "Some([redacted])");
    }
}
