//! Armour as people paste it (RFC 7468): Base64 dug out of it, and what was put right on the way told.
//!
//! Nothing is guessed: whatever is dropped here, the octets must be one whole element of DER, and the signature over them
//! is checked later.

/// Something that was put right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cleaned {
    /// A file in DER got its armour.
    Binary,
    /// Base64 without BEGIN and END.
    NoArmour,
    /// A label that is not one of a request.
    OtherLabel,
    /// `NEW CERTIFICATE REQUEST`, which old tools write.
    NewHeader,
    /// Other dashes, or another number of them, around BEGIN or END.
    Dashes,
    /// The line END was missing, or another one.
    NoEnd,
    /// Text before or after the request.
    TextAround,
    /// Lines such as `Comment: …` inside.
    Headers,
    /// Line breaks written out, as `\n`.
    Escapes,
    /// Line ends of Windows or of old Macs.
    LineEnds,
    /// Lines that are not 64 characters long.
    Lines,
    /// Blanks and empty lines.
    Blanks,
    /// Characters that are none of Base64's.
    Strays,
    /// Wrong or missing `=` at the end.
    Padding,
}

/// Characters in a line of Base64 (RFC 7468 section 2).
const LINE: usize = 64;

/// Base64 as it was found.
#[derive(Default)]
pub(super) struct Body {
    /// The octets as far as there are any, so that half a private key is seen too.
    pub bytes: Vec<u8>,
    /// What was put right.
    pub cleaned: Vec<Cleaned>,
    bits: u32,
    digits: usize,
    pads: usize,
    line: usize,
    is_short: bool,
}

impl Body {
    /// Reads what stands between BEGIN and END, or a text without both.
    pub(super) fn read(text: &str) -> Self {
        let mut body = Self::default();
        let mut lines = text.trim_matches(|c| matches!(c, ' ' | '\n')).split('\n').peekable();
        while let Some(line) = lines.next() {
            let is_ended = line.ends_with('\r');
            if is_ended || line.contains('\r') {
                body.note(Cleaned::LineEnds);
            }
            // Armour of e-mail has lines of its own (RFC 1421 4.6).
            if line.as_bytes().contains(&b':') {
                body.note(Cleaned::Headers);
                continue;
            }
            if line.is_empty() {
                body.note(Cleaned::Blanks);
            }
            body.take(line);
            if lines.peek().is_some() || body.line > LINE {
                body.end_line();
            }
        }
        if body.pads != 0 && body.pads != (4 - body.digits % 4) % 4 || body.pads == 0 && body.digits % 4 != 0 {
            body.note(Cleaned::Padding);
        }
        body
    }

    fn note(&mut self, what: Cleaned) {
        if !self.cleaned.contains(&what) {
            self.cleaned.push(what);
        }
    }

    /// Only the last line may be shorter than the others.
    fn end_line(&mut self) {
        if self.is_short || self.line > LINE {
            self.note(Cleaned::Lines);
        }
        self.is_short |= self.line != 0 && self.line < LINE;
        self.line = 0;
    }

    fn take(&mut self, line: &str) {
        let mut letters = line.chars().peekable();
        while let Some(letter) = letters.next() {
            let value = match letter {
                'A'..='Z' => u32::from(letter) - u32::from('A'),
                'a'..='z' => u32::from(letter) - u32::from('a') + 26,
                '0'..='9' => u32::from(letter) - u32::from('0') + 52,
                '+' => 62,
                '/' => 63,
                '=' => {
                    self.pads += 1;
                    continue;
                }
                '\r' => {
                    self.end_line();
                    continue;
                }
                '\\' if letters.next_if(|next| matches!(next, 'n' | 'r')).is_some() => {
                    self.note(Cleaned::Escapes);
                    self.end_line();
                    continue;
                }
                ' ' | '\t' => {
                    self.note(Cleaned::Blanks);
                    continue;
                }
                _ => {
                    self.note(Cleaned::Strays);
                    continue;
                }
            };
            self.digit(value);
        }
    }

    fn digit(&mut self, value: u32) {
        // What follows the padding would shift every octet: it is left out, and the octets are not whole.
        if self.pads > 0 {
            self.note(Cleaned::Padding);
            return;
        }
        // A line that goes on after a short one.
        if self.is_short {
            self.note(Cleaned::Lines);
        }
        self.line += 1;
        self.digits += 1;
        self.bits = self.bits << 6 | value;
        // After two, three and four digits of a group another octet is whole.
        let missing = (4 - self.digits % 4) % 4;
        if missing < 3 {
            let [.., octet] = (self.bits >> (2 * missing)).to_be_bytes();
            self.bytes.push(octet);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_put_right_is_told() {
        use Cleaned as C;
        let line = "A".repeat(64);
        let other = "A".repeat(76);
        for (text, octets, cleaned) in [
            (format!("{line}\n{line}\nAAA="), 98, &[][..]),
            ("AAAA".to_owned(), 3, &[]),
            ("AAAA\r\nAAAA\r\n".to_owned(), 6, &[C::LineEnds, C::Lines]),
            (format!("{line}\r\nAA==\r\n"), 49, &[C::LineEnds]),
            (format!("{line}\rAA=="), 49, &[C::LineEnds]),
            (format!("{other}\n{other}"), 114, &[C::Lines]),
            ("A".repeat(100), 75, &[C::Lines]),
            (format!("  {line}\n\n\t{line}"), 96, &[C::Blanks]),
            (format!("> {line}\n> AAAA"), 51, &[C::Strays, C::Blanks]),
            (format!("{line}\\nAAAA\\n"), 51, &[C::Escapes]),
            (format!("Comment: a\n{line}"), 48, &[C::Headers]),
            ("AAA".to_owned(), 2, &[C::Padding]),
            ("AA=".to_owned(), 1, &[C::Padding]),
            ("AA==AAAA".to_owned(), 1, &[C::Padding]),
            ("AA\u{200b}A\u{a0}A".to_owned(), 3, &[C::Strays]),
        ] {
            let body = Body::read(&text);
            assert_eq!((body.bytes.len(), body.cleaned.as_slice()), (octets, cleaned), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn what_another_implementation_writes_is_read_and_needs_no_cleaning(bytes in prop::collection::vec(any::<u8>(), 1..300)) {
            let config = pem::EncodeConfig::new().set_line_ending(pem::LineEnding::LF);
            let theirs = pem::encode_config(&pem::Pem::new("X", bytes.clone()), config);
            let body = Body::read(theirs.trim_start_matches("-----BEGIN X-----").trim_end().trim_end_matches("-----END X-----"));
            prop_assert_eq!((&body.bytes, body.cleaned.as_slice()), (&bytes, &[][..]));
        }
    }
}
