//! English: what is said beside the findings of a request, and of names.
use crate::words::finding::Found;

#[allow(clippy::too_many_lines, reason = "one exhaustive match is how a missing sentence does not compile")]
#[rustfmt::skip]
pub(in crate::words) fn found(key: Found) -> &'static str {
    match key {
        // How bad a finding is.
        Found::Error => "Error",
        Found::Warning => "Warning",
        Found::Note => "Note",
        // What can be done about it.
        Found::FixNewKey => "Make a new key and request here instead",
        Found::FixCountry => "Use the right country code",
        Found::FixPackage => "Choose another package",
        Found::FixIgnored => "Leave it: it will be ignored",
        Found::FixLeave => "Leave it as it is",
        // What was put right of the text that was given.
        Found::Binary => "a binary file (DER) was written as text",
        Found::NoArmour => "the lines BEGIN and END were missing",
        Found::OtherLabel => "the line BEGIN said something else",
        Found::NewHeader => "the old header NEW CERTIFICATE REQUEST",
        Found::Dashes => "missing or other dashes around BEGIN or END",
        Found::NoEnd => "the line END was missing or another one",
        Found::TextAround => "text before or after the request",
        Found::Headers => "lines with a colon inside the request",
        Found::Escapes => "line breaks written as \\n",
        Found::LineEnds => "line ends of Windows",
        Found::Lines => "lines that are not 64 characters long",
        Found::Blanks => "blanks and empty lines",
        Found::Strays => "characters that no request has",
        Found::Padding => "wrong or missing = at the end",
        // Names that look like others, and the alphabets they are written in.
        Found::NoteBoth => "{0} stands in the certificate as {1}",
        Found::NoteMixed => "“{0}” mixes alphabets: {1}. Some letters only look alike: check that this is the name you mean.",
        Found::NoteAlphabet => "{0} {1}",
        Found::NoteReadsAs => "“{0}” looks like “{1}”, but its letters are {2}. Check that this is the name you mean.",
        Found::NoteFolded => "Entered more than once, ordered once: {0}.",
        Found::NoteUnchecked => "The list of public endings could not be loaded, so *. in front of this name is not checked here. The billing system checks it.",
        Found::Latin => "Latin",
        Found::Greek => "Greek",
        Found::Cyrillic => "Cyrillic",
        Found::Armenian => "Armenian",
        Found::Hebrew => "Hebrew",
        Found::Arabic => "Arabic",
        Found::Devanagari => "Devanagari",
        Found::Thai => "Thai",
        Found::Georgian => "Georgian",
        Found::Hangul => "Korean",
        Found::Cherokee => "Cherokee",
        Found::Hiragana => "Hiragana",
        Found::Katakana => "Katakana",
        Found::Bopomofo => "Bopomofo",
        Found::Han => "Chinese",
        Found::OtherScript => "another alphabet",
    }
}
