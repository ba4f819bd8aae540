//! English: what is said of names, and the alphabets they are written in.
use crate::domain::hostname::to_unicode;
use crate::domain::problem::HostnameProblem;
use crate::domain::script::{Script, of};
use crate::wizard::field::Field;
use crate::wizard::name_notes::Note;

/// `müller.de (xn--mller-kva.de)`; the name alone where both forms are the same.
pub(super) fn both_forms(ascii: &str) -> String {
    let mut words = String::new();
    match to_unicode(ascii) {
        Ok(unicode) if unicode != ascii => put(&mut words, &[&unicode, " (", ascii, ")"]),
        _ => words.push_str(ascii),
    }
    words
}

/// The name as it is read.
pub(super) fn read_form(ascii: String) -> String {
    to_unicode(&ascii).unwrap_or(ascii)
}

fn put(words: &mut String, parts: &[&str]) {
    for part in parts {
        words.push_str(part);
    }
}

pub(super) fn note(note: Note) -> String {
    let mut words = String::new();
    match note {
        Note::Both { unicode, ascii } => put(&mut words, &[&unicode, " stands in the certificate as ", &ascii]),
        Note::Mixed(label, parts) => {
            put(&mut words, &["“", &label, "” mixes alphabets: "]);
            for (i, (alphabet, letters)) in parts.iter().enumerate() {
                put(&mut words, &[if i == 0 { "" } else { ", " }, script(*alphabet), " ", letters]);
            }
            words.push_str(". Some letters only look alike: check that this is the name you mean.");
        }
        Note::ReadsAs(name, alphabet, latin) => {
            let alphabet = script(alphabet);
            put(&mut words, &["“", &name, "” looks like “", &latin, "”, but its letters are ", alphabet]);
            words.push_str(". Check that this is the name you mean.");
        }
        Note::Folded(names) => {
            put(&mut words, &["Entered more than once, ordered once: ", &names.join(", "), "."]);
        }
        Note::Unchecked => words.push_str(
            "The list of public endings could not be loaded, so *. in front of this name is not checked here. The billing system checks it.",
        ),
    }
    words
}

fn script(script: Script) -> &'static str {
    match script {
        Script::Latin => "Latin",
        Script::Greek => "Greek",
        Script::Cyrillic => "Cyrillic",
        Script::Armenian => "Armenian",
        Script::Hebrew => "Hebrew",
        Script::Arabic => "Arabic",
        Script::Devanagari => "Devanagari",
        Script::Thai => "Thai",
        Script::Georgian => "Georgian",
        Script::Hangul => "Korean",
        Script::Cherokee => "Cherokee",
        Script::Hiragana => "Hiragana",
        Script::Katakana => "Katakana",
        Script::Bopomofo => "Bopomofo",
        Script::Han => "Chinese",
        Script::Other => "another alphabet",
    }
}

/// Which letter is not one of the Latin alphabet, and of which it is: some look the same.
pub(super) fn not_latin(label: &str, letter: char) -> String {
    let mut words = String::from(label);
    put(&mut words, &[": use Latin letters and digits; “", letter.encode_utf8(&mut [0; 4]), "” is "]);
    match of(letter) {
        None | Some(Script::Latin | Script::Other) => words.push_str("not one"),
        Some(alphabet) => put(&mut words, &["a letter of another alphabet: ", script(alphabet)]),
    }
    words
}

/// Too many names: of the package, or of any request.
pub(super) fn too_many(field: Field, limit: usize, entered: usize, of_package: bool) -> String {
    let [limit, entered, over] = [limit, entered, entered.saturating_sub(limit)].map(|figure| figure.to_string());
    let mut words = String::new();
    if of_package {
        put(&mut words, &["This package takes at most ", &limit, " names, the domain among them"]);
    } else {
        put(&mut words, &["A request holds at most ", &limit, " names here, the domain among them"]);
    }
    if field == Field::ExistingRequest {
        put(&mut words, &["; the request has ", &entered, ". Make a request with fewer, or choose another package"]);
    } else {
        put(&mut words, &["; you have ", &entered, ". Remove ", &over]);
    }
    words
}

pub(super) fn hostname(reason: HostnameProblem) -> &'static str {
    match reason {
        HostnameProblem::IsAddress => "Enter the name alone, without https://, path or port",
        HostnameProblem::IsEmail => "Enter the domain name alone, not an e-mail address",
        HostnameProblem::IsIp => "Enter a domain name; certificates for IP addresses are not sold here",
        HostnameProblem::NoDot => "Enter the full name with its ending, such as example.com",
        HostnameProblem::EmptyLabel => "Remove the extra dot from the name",
        HostnameProblem::TrailingDot => "Remove the dot at the end of the name",
        HostnameProblem::TooLong => "Shorten the name: at most 63 characters between two dots and 253 in all",
        HostnameProblem::Underscore => "Remove the underscore: names in certificates have none",
        HostnameProblem::NotAscii => "Enter the name in its ASCII form, which begins with xn--",
        HostnameProblem::NotIdn => {
            "No domain name is spelled like this. Check each letter, or enter the name in its own letters"
        }
        HostnameProblem::Unread => "The name is still being read. Press again in a moment",
        HostnameProblem::BadCharacter => "Use letters, digits, hyphens and dots only",
        HostnameProblem::Hyphen => "A part of the name has a hyphen where none is allowed",
        HostnameProblem::Wildcard => "Put the asterisk alone in front, such as *.example.com",
        HostnameProblem::PublicSuffix => {
            "Names with this ending belong to many owners, so no certificate covers them all. Enter a name of your own, such as *.example.com"
        }
        HostnameProblem::NotPublic => "Enter a public name: this ending is reserved or internal",
    }
}
