//! What is said of names, and of the alphabets they are written in.
use super::Words;
use super::finding::Found;
use super::speech::{Arg, Speech};
use crate::domain::hostname::to_unicode;
use crate::domain::script::Script;
use crate::wizard::name_notes::Note;

impl Speech {
    /// What is to be known of a name.
    pub fn note(&self, note: &Note) -> Words {
        match note {
            Note::Both { unicode, ascii } => self.fill(Found::NoteBoth, &[Arg::Text(unicode), Arg::Text(ascii)]),
            Note::Mixed(label, parts) => {
                let alphabet = |(alphabet, letters): &(Script, String)| {
                    let alphabet = self.say(script(*alphabet));
                    self.fill(Found::NoteAlphabet, &[Arg::Words(&alphabet), Arg::Text(letters)]).into_owned()
                };
                let parts: Vec<String> = parts.iter().map(alphabet).collect();
                self.fill(Found::NoteMixed, &[Arg::Text(label), Arg::Words(&self.joined(&parts))])
            }
            Note::ReadsAs(name, alphabet, latin) => {
                let alphabet = self.say(script(*alphabet));
                self.fill(Found::NoteReadsAs, &[Arg::Text(name), Arg::Text(latin), Arg::Words(&alphabet)])
            }
            Note::Folded(names) => self.fill(Found::NoteFolded, &[Arg::Words(&self.joined(names))]),
            Note::Unchecked => self.say(Found::NoteUnchecked),
        }
    }
}

/// `müller.de (xn--mller-kva.de)`; the name alone where both forms are the same.
pub(super) fn both_forms(ascii: &str) -> String {
    match to_unicode(ascii) {
        Ok(unicode) if unicode != ascii => [&unicode, " (", ascii, ")"].concat(),
        _ => ascii.to_owned(),
    }
}

/// The name as it is read.
pub(super) fn read_form(ascii: &str) -> String {
    to_unicode(ascii).unwrap_or_else(|_| ascii.to_owned())
}

/// What an alphabet is called.
pub(super) fn script(script: Script) -> Found {
    match script {
        Script::Latin => Found::Latin,
        Script::Greek => Found::Greek,
        Script::Cyrillic => Found::Cyrillic,
        Script::Armenian => Found::Armenian,
        Script::Hebrew => Found::Hebrew,
        Script::Arabic => Found::Arabic,
        Script::Devanagari => Found::Devanagari,
        Script::Thai => Found::Thai,
        Script::Georgian => Found::Georgian,
        Script::Hangul => Found::Hangul,
        Script::Cherokee => Found::Cherokee,
        Script::Hiragana => Found::Hiragana,
        Script::Katakana => Found::Katakana,
        Script::Bopomofo => Found::Bopomofo,
        Script::Han => Found::Han,
        Script::Other => Found::OtherScript,
    }
}
