//! Whether a label that begins with `xn--` is one: Punycode (RFC 3492) decoded, as far as the rule needs it.

/// Whether what follows `xn--` decodes to letters of which at least one is not ASCII (RFC 5890 2.3.2.1). Lower case.
pub(super) fn is_valid(encoded: &str) -> bool {
    let (basic, deltas) = encoded.rsplit_once('-').unwrap_or(("", encoded));
    if deltas.is_empty() || !encoded.is_ascii() {
        return false;
    }
    let mut length = u32::try_from(basic.len()).unwrap_or(u32::MAX);
    let (mut code, mut bias, mut i, mut is_first) = (128_u32, 72, 0_u32, true);
    let mut digits = deltas.bytes().peekable();
    while digits.peek().is_some() {
        let before = i;
        let Some(next) = integer(&mut digits, i, bias) else { return false };
        length += 1;
        bias = adapted(next - before, length, is_first);
        is_first = false;
        // Where the code point would be put does not matter, only that it is one.
        let Some(sum) = code.checked_add(next / length) else { return false };
        code = sum;
        if char::from_u32(code).is_none_or(|letter| letter.is_control() || letter.is_whitespace()) {
            return false;
        }
        i = next % length + 1;
    }
    true
}

/// One generalized integer, added to `sum` (RFC 3492 3.3).
fn integer(digits: &mut impl Iterator<Item = u8>, mut sum: u32, bias: u32) -> Option<u32> {
    let mut weight = 1_u32;
    let mut k = 36;
    loop {
        let digit = match digits.next()? {
            letter @ b'a'..=b'z' => letter - b'a',
            number @ b'0'..=b'9' => number - b'0' + 26,
            _ => return None,
        };
        let digit = u32::from(digit);
        sum = sum.checked_add(digit.checked_mul(weight)?)?;
        let threshold = k.clamp(bias + 1, bias + 26) - bias;
        if digit < threshold {
            return Some(sum);
        }
        weight = weight.checked_mul(36 - threshold)?;
        k += 36;
    }
}

/// The bias for the next integer (RFC 3492 6.1).
fn adapted(delta: u32, length: u32, is_first: bool) -> u32 {
    let mut delta = if is_first { delta / 700 } else { delta / 2 };
    delta += delta / length.max(1);
    let mut k = 0;
    while delta > 455 {
        delta /= 35;
        k += 36;
    }
    k + 36 * delta / (delta + 38)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_that_decode_are_told_from_those_that_do_not() {
        for (label, is_good) in [
            ("mller-kva", true),
            ("bcher-kva", true),
            ("80ak6aa92e", true),
            ("fiqs8s", true),
            ("p1ai", true),
            ("maana-pta", true),
            ("egbpdaj6bu4bxfgehfvwxn", true),
            ("abc-", false),
            ("-", false),
            ("", false),
            ("a-b_", false),
            ("99999999", false),
            ("zzzzzzzzzzzzzzzz", true),
            ("zzzz", false),
            ("a", false),
        ] {
            assert_eq!(is_valid(label), is_good, "{label}");
        }
    }
}
