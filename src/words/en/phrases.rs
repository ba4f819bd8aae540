//! English: sentences that are put together.
use crate::request::algorithm::KeyType;

/// `3 names included, you have 5: 2 further names at €5.00 each`.
pub(super) fn names_counted(included: u32, entered: u32, each: Option<String>) -> String {
    let mut words = included.to_string();
    words.push_str(if included == 1 { " name included, you have " } else { " names included, you have " });
    words.push_str(&entered.to_string());
    let further = entered.saturating_sub(included);
    if further > 0 {
        words.push_str(": ");
        words.push_str(&further.to_string());
        words.push_str(if further == 1 { " further name" } else { " further names" });
        match each {
            Some(each) => {
                words.push_str(" at ");
                words.push_str(&each);
                words.push_str(if further == 1 { "" } else { " each" });
            }
            None => words.push_str(", priced on review"),
        }
    }
    words.push('.');
    words
}

pub(super) fn switch_to(package: &str, difference: Option<String>, setup: Option<String>) -> String {
    let mut words = "Switch to ".to_owned();
    words.push_str(package);
    let is_priced = difference.is_some() || setup.is_some();
    let mut gap = " (";
    for (before, figure) in [("", difference), ("setup fee ", setup)] {
        if let Some(figure) = figure {
            words.push_str(gap);
            words.push_str(before);
            words.push_str(&figure);
            gap = ", ";
        }
    }
    if is_priced {
        words.push(')');
    }
    words
}

/// The first three of the names by name.
pub(super) fn confirm_for(names: &[String]) -> String {
    let mut words = "Confirmation email".to_owned();
    for (i, name) in names.iter().take(3).enumerate() {
        words.push_str(match i {
            0 => " for ",
            1 if names.len() == 2 => " and ",
            2 if names.len() == 3 => " and ",
            _ => ", ",
        });
        words.push_str(name);
    }
    if names.len() > 3 {
        words.push_str(" and ");
        words.push_str(&(names.len() - 3).to_string());
        words.push_str(" more");
    }
    words
}

pub(super) fn key_type_name(key_type: KeyType) -> &'static str {
    match key_type {
        KeyType::Rsa2048 => "RSA 2048",
        KeyType::Rsa3072 => "RSA 3072",
        KeyType::Rsa4096 => "RSA 4096",
        KeyType::P256 => "ECDSA P-256",
        KeyType::P384 => "ECDSA P-384",
    }
}

pub(super) fn key_type_hint(key_type: KeyType) -> &'static str {
    match key_type {
        KeyType::Rsa2048 => "Works everywhere.",
        KeyType::Rsa3072 => "Stronger than RSA 2048, slower.",
        KeyType::Rsa4096 => "The strongest RSA; slow to make and to use.",
        KeyType::P256 => "Smaller, modern; some resellers refuse it.",
        KeyType::P384 => "As P-256, with a larger curve.",
    }
}
