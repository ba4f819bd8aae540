//! Domain names as certificates carry them, and the mailboxes that may approve them.

/// The five mailboxes a certificate authority may write to (Baseline Requirements, 3.2.2.4.4).
const MAILBOXES: [&str; 5] = ["admin", "administrator", "hostmaster", "webmaster", "postmaster"];

/// Public suffixes of two labels; a stand-in for the public suffix list, enough for trying and testing.
const TWO_LABEL_SUFFIXES: [&str; 14] = [
    "ac.uk", "co.in", "co.jp", "co.kr", "co.nz", "co.uk", "co.za", "com.au", "com.br", "com.cn", "com.mx", "com.tr",
    "net.au", "org.uk",
];

/// Whether `name` is a fully qualified name of letters, digits and hyphens, in lower case, without a final dot.
/// A leading `*.` is not part of such a name.
pub fn is_hostname(name: &str) -> bool {
    let labels: Vec<&str> = name.split('.').collect();
    let last = labels.last().copied().unwrap_or_default();
    name.len() <= 253
        && labels.len() >= 2
        && labels.iter().all(|label| is_label(label))
        && !last.bytes().all(|b| b.is_ascii_digit())
}

fn is_label(label: &str) -> bool {
    let letters = label.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    let reserved = label.get(2..4) == Some("--") && !label.starts_with("xn--");
    (1..=63).contains(&label.len()) && letters && !label.starts_with('-') && !label.ends_with('-') && !reserved
}

/// Whether `name` is a hostname, with `*.` before it if and only if `wildcard`.
pub fn fits(name: &str, wildcard: bool) -> bool {
    match (name.strip_prefix("*."), wildcard) {
        (Some(base), true) => is_hostname(base),
        (None, false) => is_hostname(name),
        _ => false,
    }
}

/// The registrable part of a hostname: its last two labels, or three under a suffix of two.
pub fn registrable(name: &str) -> &str {
    let suffix_of = |labels: usize| {
        let dots = name.rmatch_indices('.');
        dots.map(|(at, _)| at + 1).nth(labels - 1).unwrap_or(0)
    };
    let two = name.get(suffix_of(2)..).unwrap_or(name);
    if TWO_LABEL_SUFFIXES.contains(&two) {
        return name.get(suffix_of(3)..).unwrap_or(name);
    }
    two
}

/// The addresses that may approve `name`: at the name itself without `*.`, and at what is left each time a label is cut
/// off its front, down to its registrable domain (Baseline Requirements, 1.6.1 "Authorization Domain Name").
pub fn approvers(name: &str) -> Vec<String> {
    let mut host = name.strip_prefix("*.").unwrap_or(name);
    let last = registrable(host);
    let mut addresses = Vec::new();
    loop {
        addresses.extend(MAILBOXES.map(|mailbox| format!("{mailbox}@{host}")));
        match host.split_once('.') {
            Some((_, rest)) if host.len() > last.len() => host = rest,
            _ => return addresses,
        }
    }
}

/// Whether `address` has the shape of an e-mail address at a domain name.
pub fn is_email(address: &str) -> bool {
    let Some((local, domain)) = address.rsplit_once('@') else {
        return false;
    };
    let allowed = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+/=?^_`{|}~.-".contains(&b);
    (1..=64).contains(&local.len())
        && local.bytes().all(allowed)
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && is_hostname(&domain.to_ascii_lowercase())
}

/// Whether `number` is a phone number: an optional `+`, then 7 to 15 digits, grouped by spaces, hyphens or brackets.
pub fn is_phone(number: &str) -> bool {
    let number = number.trim();
    let number = number.strip_prefix('+').unwrap_or(number);
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    (7..=15).contains(&digits) && number.bytes().all(|b| b.is_ascii_digit() || b" -().".contains(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostnames_are_letters_digits_and_hyphens() {
        let long_label = format!("{}.example", "a".repeat(64));
        let long_name = format!("{}example", "abcdefgh.".repeat(28));
        for (name, good) in [
            ("shop.example", true),
            ("xn--mller-kva.example", true),
            ("a-b.c1.example", true),
            ("example", false),
            ("Shop.example", false),
            ("-a.example", false),
            ("a-.example", false),
            ("a_b.example", false),
            ("ab--c.example", false),
            ("a..example", false),
            ("a.example.", false),
            (".example", false),
            ("192.0.2.1", false),
            ("*.example.com", false),
            ("müller.example", false),
            ("a.example\0", false),
            ("", false),
            (&long_label, false),
            (&long_name, false),
        ] {
            assert_eq!(is_hostname(name), good, "{name}");
        }
    }

    #[test]
    fn a_star_belongs_to_wildcard_packages_only() {
        for (name, wildcard, good) in [
            ("*.shop.example", true, true),
            ("shop.example", true, false),
            ("*.shop.example", false, false),
            ("shop.example", false, true),
            ("*.*.shop.example", true, false),
            ("a.*.shop.example", true, false),
        ] {
            assert_eq!(fits(name, wildcard), good, "{name}");
        }
    }

    #[test]
    fn approvers_are_the_five_mailboxes_of_the_name_and_of_each_domain_above_it() {
        for (name, domains) in [
            ("shop.example", &["shop.example"][..]),
            ("*.shop.example", &["shop.example"]),
            ("a.b.shop.example", &["a.b.shop.example", "b.shop.example", "shop.example"]),
            ("*.a.shop.co.uk", &["a.shop.co.uk", "shop.co.uk"]),
            ("shop.co.uk", &["shop.co.uk"]),
            ("www.shop.co.uk", &["www.shop.co.uk", "shop.co.uk"]),
        ] {
            let list = approvers(name);
            let expected: Vec<String> = domains.iter().map(|d| format!("admin@{d}")).collect();
            let admins: Vec<_> = list.iter().filter(|a| a.starts_with("admin@")).collect();
            assert_eq!(admins, expected.iter().collect::<Vec<_>>(), "{name}");
            assert_eq!(list.len(), 5 * domains.len());
            assert!(list.iter().all(|address| is_email(address)));
        }
    }

    #[test]
    fn emails_and_phones_need_their_shape() {
        for (address, good) in [
            ("a.b+c@shop.example", true),
            ("a@Shop.Example", true),
            ("a@shop", false),
            ("@shop.example", false),
            ("a b@shop.example", false),
            ("a..b@shop.example", false),
            ("a@b@shop.example", false),
            ("a.shop.example", false),
        ] {
            assert_eq!(is_email(address), good, "{address}");
        }
        for (number, good) in [
            ("+7 (999) 1234567", true),
            ("74950000000", true),
            ("123456", false),
            ("+1234567890123456", false),
            ("12345678x", false),
            ("1+2345678", false),
            ("", false),
        ] {
            assert_eq!(is_phone(number), good, "{number}");
        }
    }
}
