//! From an A-label back to the letters that it stands for (RFC 3492). The other way takes the tables of Unicode and is the
//! browser's.

/// The text that `encoded`, a label without its `xn--`, stands for; `None` where it stands for none.
pub fn decode(encoded: &str) -> Option<String> {
    // What every such label has before and after the last hyphen: its ASCII letters, and where the others go.
    let (basic, deltas) = encoded.rsplit_once('-').unwrap_or(("", encoded));
    let is_empty = deltas.is_empty() || encoded.starts_with('-') && basic.is_empty();
    if !encoded.is_ascii() || encoded.len() > 63 || is_empty {
        return None;
    }
    let mut letters: Vec<char> = basic.chars().collect();
    let (mut code, mut place, mut bias) = (128_u32, 0_u32, 72_u32);
    let mut digits = deltas.bytes();
    while digits.len() > 0 {
        let before = place;
        let (mut weight, mut k) = (1_u32, 36_u32);
        loop {
            let digit = digit(digits.next()?)?;
            place = place.checked_add(digit.checked_mul(weight)?)?;
            let threshold = k.saturating_sub(bias).clamp(1, 26);
            if digit < threshold {
                break;
            }
            weight = weight.checked_mul(36 - threshold)?;
            k += 36;
        }
        let count = u32::try_from(letters.len()).ok()? + 1;
        bias = adapt(place - before, count, before == 0);
        code = code.checked_add(place / count)?;
        place %= count;
        letters.insert(usize::try_from(place).ok()?, char::from_u32(code)?);
        place += 1;
    }
    Some(letters.into_iter().collect())
}

fn digit(b: u8) -> Option<u32> {
    match b {
        b'a'..=b'z' => Some(u32::from(b - b'a')),
        b'A'..=b'Z' => Some(u32::from(b - b'A')),
        b'0'..=b'9' => Some(u32::from(b - b'0') + 26),
        _ => None,
    }
}

/// Bias adaptation (RFC 3492 6.1).
fn adapt(delta: u32, count: u32, is_first: bool) -> u32 {
    let mut delta = if is_first { delta / 700 } else { delta / 2 };
    delta += delta / count;
    let mut k = 0;
    while delta > 455 {
        delta /= 35;
        k += 36;
    }
    k + 36 * delta / (delta + 38)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn labels_are_decoded_and_what_is_none_is_not() {
        for (encoded, text) in [
            ("mller-kva", "müller"),
            ("fa-hia", "faß"),
            ("e1afmkfd", "пример"),
            ("p1ai", "рф"),
            ("fiqs8s", "中国"),
            ("e28h", "😀"),
            ("ihqwcrb4cv8a8dqg056pqjye", "他们为什么不说中文"),
        ] {
            assert_eq!(decode(encoded).as_deref(), Some(text), "{encoded}");
        }
        for none in ["", "-", "a-", "mller-kv_", "99999999", "ü", "mller-kv", &"9".repeat(64)] {
            assert_eq!(decode(none), None, "{none:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_another_implementation_encodes_is_decoded(text in ".{0,12}[^\\x00-\\x7f].{0,6}") {
            if let Some(encoded) = idna::punycode::encode_str(&text).filter(|encoded| encoded.len() <= 59) {
                prop_assert_eq!(decode(&encoded), Some(text));
            }
        }

        #[test]
        fn another_implementation_agrees_on_any_text(encoded in "[a-z0-9-]{0,30}") {
            if let Some(text) = decode(&encoded) {
                prop_assert_eq!(idna::punycode::decode_to_string(&encoded), Some(text));
            }
        }
    }
}
