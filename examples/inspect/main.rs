//! Reads a certificate signing request and prints what is in it, and what the linter says of it, as JSON.
//!
//! `cargo run --example inspect < request.pem`; `--help` says the rest.

mod report;
#[path = "../../tests/support/verify.rs"]
mod verify;

use std::io::{Read, Write, stderr, stdin, stdout};
use std::process::ExitCode;

/// More than any request; what is beyond is not even read.
const LIMIT: u64 = 1 << 20;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut input = Vec::new();
    if arguments.is_empty() && stdin().take(LIMIT).read_to_end(&mut input).is_err() {
        let _ = stderr().write_all(b"inspect: the input cannot be read\n");
        return ExitCode::from(2);
    }
    let report = report::run(&arguments, &input);
    let mut text = report.text;
    text.push('\n');
    match stdout().write_all(text.as_bytes()) {
        Ok(()) => ExitCode::from(report.status),
        Err(_) => ExitCode::from(2),
    }
}
