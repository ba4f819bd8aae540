//! The little of DER (ITU-T X.690) that is needed: one element after another, in and out.

/// `SEQUENCE`, constructed.
pub const SEQUENCE: u8 = 0x30;
/// `BOOLEAN`.
pub const BOOLEAN: u8 = 0x01;
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
pub struct Reader<'a> {
    rest: &'a [u8],
    is_lax: bool,
}

impl<'a> Reader<'a> {
    /// Reads from `bytes`.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes, is_lax: false }
    }

    /// Reads from `bytes`, and takes lengths with more octets than needed and tags of several octets too.
    pub fn lax(bytes: &'a [u8]) -> Self {
        Self { rest: bytes, is_lax: true }
    }

    /// Whether nothing is left.
    pub fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// The next element; `None` when the bytes end, are cut short, or use a form that DER forbids
    /// (indefinite or over-long lengths, lengths over four octets, multi-octet tags).
    pub fn next_element(&mut self) -> Option<Element<'a>> {
        let (&tag, mut rest) = self.rest.split_first()?;
        if tag & 0x1f == 0x1f {
            if !self.is_lax {
                return None;
            }
            let more = rest.iter().take_while(|octet| **octet >= 0x80).count();
            rest = rest.get(more + 1..)?;
        }
        let (&first, rest) = rest.split_first()?;
        let (length, rest) = if first < 0x80 {
            (usize::from(first), rest)
        } else {
            let count = usize::from(first & 0x7f);
            let (octets, rest) = rest.split_at_checked(count)?;
            if count == 0 || count > 4 {
                return None;
            }
            let length = octets.iter().fold(0_usize, |sum, octet| (sum << 8) | usize::from(*octet));
            if !self.is_lax && (length < 0x80 || octets.first() == Some(&0)) {
                return None;
            }
            (length, rest)
        };
        let (content, rest) = rest.split_at_checked(length)?;
        let whole = self.rest.get(..self.rest.len() - rest.len())?;
        self.rest = rest;
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

/// Whether elements, and all that lie in them, are written as DER has it: shortest lengths and integers, truth as one
/// octet of ones, sets in their order (X.690 10, 11). `None` where they are no elements, or lie deeper than `depth`.
pub fn form(bytes: &[u8], depth: u8) -> Option<bool> {
    let mut elements = Reader::lax(bytes);
    let mut strict = Reader::new(bytes);
    let mut is_der = true;
    while !elements.is_empty() {
        let element = elements.next_element()?;
        // A tag of several octets is good DER, and only not read by the strict reader.
        is_der &= strict.next_element().is_some() || element.tag & 0x1f == 0x1f;
        strict = Reader::new(elements.rest);
        if element.tag & 0x20 != 0 {
            is_der &= form(element.content, depth.checked_sub(1)?)? && is_in_order(element);
        }
        is_der &= match (element.tag, element.content) {
            (INTEGER, [0, second, ..]) => *second >= 0x80,
            (INTEGER, [0xff, second, ..]) => *second < 0x80,
            (INTEGER, content) => !content.is_empty(),
            (BOOLEAN, content) => matches!(content, [0 | 0xff]),
            _ => true,
        };
    }
    Some(is_der)
}

/// Whether the elements of a set follow each other as their octets do.
fn is_in_order(set: Element<'_>) -> bool {
    let mut elements = Reader::lax(set.content);
    let mut last: &[u8] = &[];
    while let Some(element) = elements.next_element().filter(|_| set.tag == SET) {
        if element.whole < last {
            return false;
        }
        last = element.whole;
    }
    true
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

    #[test]
    fn what_only_ber_allows_is_read_laxly_and_told() {
        for (bytes, content, is_der) in [
            (&b"\x30\x02\x05\x00"[..], &b"\x05\x00"[..], true),
            (b"\x30\x81\x02\x05\x00", b"\x05\x00", false),
            (b"\x30\x82\x00\x03\x02\x01\x00", b"\x02\x01\x00", false),
            (b"\x30\x04\x02\x02\x00\x7f", b"\x02\x02\x00\x7f", false),
            (b"\x30\x04\x02\x02\x00\x80", b"\x02\x02\x00\x80", true),
            (b"\x30\x03\x01\x01\x01", b"\x01\x01\x01", false),
            (b"\x31\x06\x02\x01\x02\x02\x01\x01", b"\x02\x01\x02\x02\x01\x01", false),
            (b"\x31\x06\x02\x01\x01\x02\x01\x02", b"\x02\x01\x01\x02\x01\x02", true),
            (b"\x1f\x81\x01\x01\x07", b"\x07", true),
        ] {
            let read = Reader::lax(bytes).next_element().map(|element| element.content);
            assert_eq!((read, form(bytes, 4)), (Some(content), Some(is_der)), "{bytes:x?}");
        }
        for bytes in [&b"\x30\x80\x00\x00"[..], b"\x30\x05\x00", b"\x30\x02\x30\x01", b"\x1f\x81"] {
            assert_eq!(form(bytes, 4), None, "{bytes:x?}");
        }
        let nested = |depth| (0..depth).fold(Vec::new(), |inside, _| write(SEQUENCE, &[&inside]));
        assert_eq!((form(&nested(5), 5), form(&nested(6), 5)), (Some(true), None));
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
            let _ = form(&bytes, 9);
        }
    }
}
