//! The names: common name and subject alternative names.
use super::{Context, Findings, Rule};
use crate::domain::hostname::{Hostname, to_unicode};
use crate::domain::problem::{HostnameProblem, Problem};
use crate::request::csr::{Flaw, Part, ReadRequest, other_text};
use crate::request::oid;

/// The most names of one order: the domain and 99 further ones.
const LIMIT: usize = 100;

pub(super) fn lint(request: &ReadRequest, context: &Context<'_>, found: &mut Findings) {
    alternative_names(request, found);
    common_names(request, found);
    let names = request.all_names();
    found.add_if(names.is_empty(), Rule::NamesNone);
    if names.len() > LIMIT || request.further_names > 0 {
        found.about(Rule::NamesTooMany, &LIMIT.to_string());
    }
    // Each is a row on the page: a hundred are enough.
    for name in names.into_iter().take(LIMIT) {
        one(name, context, found);
    }
}

fn alternative_names(request: &ReadRequest, found: &mut Findings) {
    if request.flaws.contains(&Flaw::Names) {
        found.add(Rule::NamesMalformed);
    } else if request.extension(oid::ALTERNATIVE_NAMES).is_none() {
        found.add_if(request.part(Part::CommonName).is_some(), Rule::NamesMissing);
    } else {
        found.add_if(request.names.is_empty() && request.other_names.is_empty(), Rule::NamesEmpty);
    }
    for (tag, content) in request.other_names.iter().take(LIMIT) {
        let text = other_text(*tag, content).unwrap_or_default();
        match tag {
            0x81 => found.about(Rule::NamesEmail, &text),
            0x86 => found.about(Rule::NamesUri, &text),
            0x87 if is_reserved(content) => found.about(Rule::NamesReservedIp, &text),
            0x87 => found.about(Rule::NamesIp, &text),
            _ => found.add(Rule::NamesOther),
        }
    }
    let names = request.names.iter().take(LIMIT);
    for (i, name) in names.enumerate() {
        if request.names.iter().take(i).any(|earlier| earlier.eq_ignore_ascii_case(name)) {
            found.about(Rule::NamesRepeated, name);
        }
    }
}

fn common_names(request: &ReadRequest, found: &mut Findings) {
    found.add_if(request.parts(Part::CommonName).count() > 1, Rule::CommonNameSeveral);
    for part in request.parts(Part::CommonName) {
        let Some(name) = part.text.as_deref() else { continue };
        found.add_if(name.chars().count() > 64, Rule::CommonNameTooLong);
        let is_among = request.names.iter().any(|known| known.eq_ignore_ascii_case(name));
        if !request.names.is_empty() && !is_among {
            found.about(Rule::CommonNameNotAmong, name);
        }
    }
}

fn one(name: &str, context: &Context<'_>, found: &mut Findings) {
    let Err(problem) = Hostname::parse(name) else {
        let lower = name.to_ascii_lowercase();
        if to_unicode(&lower).is_err() {
            found.about(Rule::NameALabel, name);
        }
        suffix(name, &lower, context, found);
        return;
    };
    let Problem::Hostname(problem) = problem else {
        return found.add(Rule::NameBlank);
    };
    found.about(rule(name, problem), name);
}

/// A wildcard may not stand for all that is registered below a public suffix.
fn suffix(name: &str, lower: &str, context: &Context<'_>, found: &mut Findings) {
    let is_wildcard = lower.starts_with("*.");
    match context.is_public_suffix {
        Some(is_public_suffix) if is_public_suffix(lower) => {
            found.about(if is_wildcard { Rule::NameWildcardSuffix } else { Rule::NameSuffix }, name);
        }
        None if is_wildcard => found.about(Rule::NameSuffixUnknown, name),
        _ => {}
    }
}

/// The rule for each reason why a text is no host name; some reasons are two rules.
fn rule(name: &str, problem: HostnameProblem) -> Rule {
    let last = name.trim().rsplit('.').next().unwrap_or_default();
    match problem {
        HostnameProblem::IsAddress | HostnameProblem::IsEmail => Rule::NameAddress,
        HostnameProblem::IsIp => Rule::NameIp,
        HostnameProblem::NoDot => Rule::NameInternal,
        HostnameProblem::TrailingDot => Rule::NameTrailingDot,
        HostnameProblem::EmptyLabel => Rule::NameEmptyLabel,
        HostnameProblem::TooLong if name.len() <= 253 => Rule::NameLabelTooLong,
        HostnameProblem::TooLong => Rule::NameTooLong,
        HostnameProblem::Underscore => Rule::NameUnderscore,
        HostnameProblem::NotAscii | HostnameProblem::Unread => Rule::NameNotAscii,
        HostnameProblem::NotIdn => Rule::NameALabel,
        HostnameProblem::BadCharacter => Rule::NameBadCharacter,
        HostnameProblem::Hyphen => {
            let is_at_end = |label: &str| label.starts_with('-') || label.ends_with('-');
            if name.split('.').any(is_at_end) { Rule::NameHyphen } else { Rule::NameReservedLabel }
        }
        HostnameProblem::Wildcard => Rule::NameWildcard,
        HostnameProblem::PublicSuffix => Rule::NameWildcardSuffix,
        HostnameProblem::NotPublic if last.bytes().all(|octet| octet.is_ascii_digit()) => Rule::NameNumeric,
        HostnameProblem::NotPublic => Rule::NameReserved,
    }
}

/// Whether an IP address is reserved for private, local or no use at all (IANA's registries of special addresses).
fn is_reserved(octets: &[u8]) -> bool {
    match octets {
        [0 | 10 | 127 | 224..=255, _, _, _]
        | [100, 64..=127, _, _]
        | [169, 254, _, _]
        | [172, 16..=31, _, _]
        | [192, 168, _, _]
        | [192, 0, 0 | 2, _]
        | [198, 18 | 19, _, _]
        | [198, 51, 100, _]
        | [203, 0, 113, _] => true,
        [0, 0, ..] | [0x20, 1, 0x0d, 0xb8, ..] => octets.len() == 16,
        [first, ..] => octets.len() == 16 && *first >= 0xfc,
        [] => false,
    }
}
