//! Textual armour of DER (RFC 7468): strict when written, lax when read.
//!
//! By hand, since the usual crate brings a Base64 engine and a parser of headers that came to 3 kB of wasm with Brotli.

/// Characters in a line of Base64 (RFC 7468 section 2).
const LINE: usize = 64;
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Armours `der`. The text is made in one piece, so that no copy of a private key stays behind in memory.
pub fn encode(label: &str, der: &[u8]) -> String {
    let digits = der.len().div_ceil(3) * 4;
    let mut out = String::with_capacity(digits + digits / LINE + 2 * label.len() + 40);
    for part in ["-----BEGIN ", label, "-----\n"] {
        out.push_str(part);
    }
    for line in der.chunks(LINE / 4 * 3) {
        for group in line.chunks(3) {
            push_group(&mut out, group);
        }
        out.push('\n');
    }
    for part in ["-----END ", label, "-----\n"] {
        out.push_str(part);
    }
    out
}

/// Base64 in one line (RFC 4648 section 4).
pub fn to_base64(octets: &[u8]) -> String {
    let mut out = String::with_capacity(octets.len().div_ceil(3) * 4);
    for group in octets.chunks(3) {
        push_group(&mut out, group);
    }
    out
}

/// One to three octets as four characters (RFC 4648 section 4).
fn push_group(out: &mut String, group: &[u8]) {
    let octet = |at: usize| u32::from(group.get(at).copied().unwrap_or_default());
    let bits = octet(0) << 16 | octet(1) << 8 | octet(2);
    for (at, shift) in [18, 12, 6, 0].into_iter().enumerate() {
        let digit = ALPHABET.get((bits >> shift & 63) as usize).copied().unwrap_or(b'=');
        out.push(char::from(if at <= group.len() { digit } else { b'=' }));
    }
}

/// The content of the first block with `label`; text around and between blocks does no harm.
pub fn decode(text: &str, label: &str) -> Option<Vec<u8>> {
    let mut lines = text.lines().map(str::trim);
    loop {
        lines.by_ref().find(|line| is_boundary(line, "-----BEGIN ", label))?;
        let mut bytes = Base64::default();
        for line in lines.by_ref() {
            if is_boundary(line, "-----END ", label) {
                return bytes.finish();
            }
            if line.starts_with("-----") {
                break;
            }
            bytes.take(line);
        }
    }
}

/// The octets of Base64 without armour; blanks do no harm.
pub fn base64(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Base64::default();
    bytes.take(text);
    bytes.finish()
}

fn is_boundary(line: &str, begin: &str, label: &str) -> bool {
    line.strip_prefix(begin).and_then(|rest| rest.strip_prefix(label)) == Some("-----")
}

/// Base64 taken in piece by piece.
#[derive(Default)]
struct Base64 {
    bytes: Vec<u8>,
    bits: u32,
    digits: usize,
    pads: usize,
    is_wrong: bool,
}

impl Base64 {
    /// Blanks are skipped; any other character outside the alphabet spoils the whole.
    fn take(&mut self, text: &str) {
        for c in text.bytes().filter(|c| !c.is_ascii_whitespace()) {
            let value = match c {
                b'A'..=b'Z' => c - b'A',
                b'a'..=b'z' => c - b'a' + 26,
                b'0'..=b'9' => c - b'0' + 52,
                b'+' => 62,
                b'/' => 63,
                b'=' => {
                    self.pads += 1;
                    continue;
                }
                _ => 64,
            };
            self.is_wrong |= value == 64 || self.pads > 0;
            self.bits = self.bits << 6 | u32::from(value);
            self.digits += 1;
            // After two, three and four digits of a group another octet is whole.
            if self.missing() < 3 {
                let [.., octet] = (self.bits >> (2 * self.missing())).to_be_bytes();
                self.bytes.push(octet);
            }
        }
    }

    /// Digits that the last group lacks.
    fn missing(&self) -> usize {
        (4 - self.digits % 4) % 4
    }

    /// Padding may be missing, but not be wrong.
    fn finish(self) -> Option<Vec<u8>> {
        let missing = self.missing();
        (!self.is_wrong && missing < 3 && (self.pads == 0 || self.pads == missing)).then_some(self.bytes)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_others_write_is_read() {
        for text in [
            "-----BEGIN X-----
AAEC
-----END X-----",
            "text before
-----BEGIN X-----
AA
 EC
-----END X-----
text after",
            "-----BEGIN X-----
AA==
-----END Y-----
-----BEGIN X-----
AAEC
-----END X-----",
            "-----BEGIN Y-----
AA==
-----END Y-----
  -----BEGIN X-----  

AAEC
-----END X-----",
        ] {
            assert_eq!(decode(text, "X"), Some(vec![0, 1, 2]), "{text}");
        }
        assert_eq!(
            decode(
                "-----BEGIN X-----
AA
-----END X-----",
                "X"
            ),
            Some(vec![0])
        );
    }

    #[test]
    fn what_is_no_armour_is_refused() {
        for inside in ["A", "AA=", "AA===", "A=AA", "AA==AA==", "AAE*", "AAEé"] {
            assert_eq!(decode(&format!("-----BEGIN X-----\n{inside}\n-----END X-----"), "X"), None, "{inside}");
        }
        for text in [
            "",
            "AAEC",
            "-----BEGIN X-----
AAEC",
            "-----BEGIN X-----AAEC-----END X-----",
        ] {
            assert_eq!(decode(text, "X"), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn another_implementation_agrees(bytes in proptest::collection::vec(any::<u8>(), 1..300)) {
            let config = pem::EncodeConfig::new().set_line_ending(pem::LineEnding::LF);
            let theirs = pem::encode_config(&pem::Pem::new("PRIVATE KEY", bytes.clone()), config);
            prop_assert_eq!(&encode("PRIVATE KEY", &bytes), &theirs);
            prop_assert_eq!(decode(&theirs, "PRIVATE KEY"), Some(bytes));
        }

        #[test]
        fn arbitrary_text_never_panics(text in "(-----(BEGIN|END) X-----
|[A-Za-z=+/ 
]{0,40}|.{0,9}){0,8}") {
            let _ = decode(&text, "X");
        }
    }
}
