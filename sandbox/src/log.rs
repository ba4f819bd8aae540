//! One line per notable event on standard error. Nothing secret may be passed here.

use std::fmt::Display;
use std::io::{self, Write as _};

/// Writes a line; a closed standard error is no reason to stop.
pub fn line(event: impl Display) {
    let _ = writeln!(io::stderr(), "sandbox: {event}");
}
