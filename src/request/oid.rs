//! Object identifiers: those that this form knows, by their octets (X.690 8.19), and the way to write any with dots.

/// C.
pub const COUNTRY: &[u8] = b"\x55\x04\x06";
/// ST.
pub const STATE: &[u8] = b"\x55\x04\x08";
/// L.
pub const CITY: &[u8] = b"\x55\x04\x07";
/// O.
pub const COMPANY: &[u8] = b"\x55\x04\x0a";
/// OU.
pub const COMPANY_UNIT: &[u8] = b"\x55\x04\x0b";
/// CN.
pub const COMMON_NAME: &[u8] = b"\x55\x04\x03";
/// surname.
pub const SURNAME: &[u8] = b"\x55\x04\x04";
/// givenName.
pub const GIVEN_NAME: &[u8] = b"\x55\x04\x2a";
/// serialNumber.
pub const SERIAL_NUMBER: &[u8] = b"\x55\x04\x05";
/// emailAddress (RFC 2985).
pub const EMAIL: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x09\x01";
/// unstructuredName (RFC 2985).
pub const UNSTRUCTURED_NAME: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x09\x02";
/// challengePassword (RFC 2985).
pub const CHALLENGE_PASSWORD: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x09\x07";
/// extensionRequest (RFC 2985).
pub const EXTENSION_REQUEST: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x09\x0e";
/// Microsoft's own name for the same.
pub const MICROSOFT_EXTENSIONS: &[u8] = b"\x2b\x06\x01\x04\x01\x82\x37\x02\x01\x0e";
/// What all of Microsoft's identifiers begin with.
pub const MICROSOFT: &[u8] = b"\x2b\x06\x01\x04\x01\x82\x37";
/// subjectAltName.
pub const ALTERNATIVE_NAMES: &[u8] = b"\x55\x1d\x11";
/// basicConstraints.
pub const BASIC_CONSTRAINTS: &[u8] = b"\x55\x1d\x13";
/// keyUsage.
pub const KEY_USAGE: &[u8] = b"\x55\x1d\x0f";
/// extKeyUsage.
pub const EXTENDED_KEY_USAGE: &[u8] = b"\x55\x1d\x25";
/// subjectKeyIdentifier: many tools ask for it, and every authority makes it anew.
pub const KEY_IDENTIFIER: &[u8] = b"\x55\x1d\x0e";
/// TLS feature, better known as "must staple" (RFC 7633).
pub const TLS_FEATURE: &[u8] = b"\x2b\x06\x01\x05\x05\x07\x01\x18";
/// id-kp-serverAuth.
pub const SERVER_AUTH: &[u8] = b"\x2b\x06\x01\x05\x05\x07\x03\x01";
/// id-kp-clientAuth.
pub const CLIENT_AUTH: &[u8] = b"\x2b\x06\x01\x05\x05\x07\x03\x02";
/// What RSA's algorithms begin with (PKCS #1).
pub const PKCS_1: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x01";
/// What ECDSA's algorithms begin with (ANSI X9.62).
pub const ECDSA: &[u8] = b"\x2a\x86\x48\xce\x3d\x04";
/// id-ecPublicKey.
pub const EC_KEY: &[u8] = b"\x2a\x86\x48\xce\x3d\x02\x01";
/// What DSA's own algorithms begin with.
pub const DSA: &[u8] = b"\x2a\x86\x48\xce\x38\x04";
/// Ed25519.
pub const ED25519: &[u8] = b"\x2b\x65\x70";
/// Ed448.
pub const ED448: &[u8] = b"\x2b\x65\x71";

/// An object identifier as people write it. A number beyond 64 bits, as identifiers made of UUIDs have, is a `?`.
pub fn dotted(oid: &[u8]) -> String {
    let mut text = String::new();
    let mut number = Some(0_u64);
    for octet in oid {
        let shifted = number.filter(|number| number >> 57 == 0);
        number = shifted.map(|number| number << 7 | u64::from(octet & 0x7f));
        if *octet >= 0x80 {
            continue;
        }
        if text.is_empty() {
            let first = number.map_or(2, |number| (number / 40).min(2));
            text.push_str(&first.to_string());
            number = number.map(|number| number - first * 40);
        }
        text.push('.');
        match number {
            Some(number) => text.push_str(&number.to_string()),
            None => text.push('?'),
        }
        number = Some(0);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_written_with_dots() {
        for (oid, text) in [
            (&b"\x55\x04\x03"[..], "2.5.4.3"),
            (EMAIL, "1.2.840.113549.1.9.1"),
            (b"\x88\x37\x03", "2.999.3"),
            (b"\x69\x83\xff\xff\xff\xff\xff\xff\xff\xff\xff\x7f\x01", "2.25.?.1"),
            (b"", ""),
        ] {
            assert_eq!(dotted(oid), text, "{oid:x?}");
        }
    }
}
