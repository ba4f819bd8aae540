//! The little of DER (ITU-T X.690) that is needed: one element after another, in and out.

/// `SEQUENCE`, constructed.
pub const SEQUENCE: u8 = 0x30;
/// `INTEGER`.
pub const INTEGER: u8 = 0x02;
/// `BIT STRING`.
pub const BIT_STRING: u8 = 0x03;
/// `OCTET STRING`.
pub const OCTET_STRING: u8 = 0x04;
/// `OBJECT IDENTIFIER`.
pub const OID: u8 = 0x06;
/// `SET`, constructed.
pub const SET: u8 = 0x31;
/// Context-specific `[0]`, constructed.
pub const CONTEXT_0: u8 = 0xa0;

/// One element: its tag, its content, and the whole of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Element<'a> {
    /// Identifier octet.
    pub tag: u8,
    /// Contents octets.
    pub content: &'a [u8],
    /// Identifier, length and contents.
    pub whole: &'a [u8],
}

/// Reads elements from the front of a slice.
#[derive(Debug, Clone)]
pub struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    /// Reads from `bytes`.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// Whether nothing is left.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The next element; `None` when the bytes end, are cut short, or use a form that DER forbids
    /// (indefinite or over-long lengths, lengths over four octets, multi-octet tags).
    pub fn next_element(&mut self) -> Option<Element<'a>> {
        let (&tag, rest) = self.0.split_first()?;
        let (&first, rest) = rest.split_first()?;
        if tag & 0x1f == 0x1f {
            return None;
        }
        let (length, rest) = if first < 0x80 {
            (usize::from(first), rest)
        } else {
            let count = usize::from(first & 0x7f);
            let (octets, rest) = rest.split_at_checked(count)?;
            if count == 0 || count > 4 || octets.first() == Some(&0) {
                return None;
            }
            let length = octets.iter().fold(0_usize, |sum, octet| (sum << 8) | usize::from(*octet));
            (if length < 0x80 { return None } else { length }, rest)
        };
        let (content, rest) = rest.split_at_checked(length)?;
        let whole = self.0.get(..self.0.len() - rest.len())?;
        self.0 = rest;
        Some(Element { tag, content, whole })
    }

    /// The content of the next element if it has `tag`.
    pub fn content(&mut self, tag: u8) -> Option<&'a [u8]> {
        self.next_element().filter(|element| element.tag == tag).map(|element| element.content)
    }
}

/// The content of the single element that `bytes` consist of.
pub fn single(bytes: &[u8], tag: u8) -> Option<&[u8]> {
    let mut reader = Reader::new(bytes);
    let content = reader.content(tag)?;
    reader.is_empty().then_some(content)
}

/// Writes one element whose content is `parts` joined.
pub fn write(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let length: usize = parts.iter().map(|part| part.len()).sum();
    let octets = length.to_be_bytes();
    let significant: Vec<u8> = octets.iter().copied().skip_while(|octet| *octet == 0).collect();
    let mut out = Vec::with_capacity(length + 6);
    out.push(tag);
    match significant.as_slice() {
        [] => out.push(0),
        [short] if *short < 0x80 => out.push(*short),
        long => {
            // A slice in memory is never longer than eight octets of length.
            out.push(0x80 | u8::try_from(long.len()).unwrap_or(8));
            out.extend_from_slice(long);
        }
    }
    for part in parts {
        out.extend_from_slice(part);
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn forbidden_lengths_are_refused() {
        for bytes in [
            &b"\x30\x80\x00\x00"[..],
            b"\x30\x81\x01\x00",
            b"\x30\x82\x00\x80",
            b"\x30\x05\x00",
            b"\x1f\x01\x00",
            b"\x30",
            b"\x30\x85\x01\x00\x00\x00\x00",
        ] {
            assert_eq!(Reader::new(bytes).next_element(), None, "{bytes:x?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(content in proptest::collection::vec(any::<u8>(), 0..70_000)) {
            let bytes = write(OCTET_STRING, &[&content]);
            prop_assert_eq!(single(&bytes, OCTET_STRING), Some(content.as_slice()));
        }

        #[test]
        fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let mut reader = Reader::new(&bytes);
            while reader.next_element().is_some() {}
        }
    }
}
