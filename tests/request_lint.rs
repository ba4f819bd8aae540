//! Each rule of the linter has a request that breaks it and a near miss, made by `fixtures/requests/make.mjs`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may end here; the lints exempt only the test functions themselves"
)]

#[path = "support/verify.rs"]
mod verify;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use cert_order::domain::package::Coverage;
use cert_order::request::csr::{Part, ReadRequest, Verdict};
use cert_order::request::lint::{Context, Finding, Fix, Rule, Severity, lint};
use cert_order::request::{der, given, oid, pem};
use cert_order::words::Speech;

fn fixtures(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/requests").join(folder)
}

/// The request that breaks the rule, and the near miss.
fn requests(rule: Rule) -> [ReadRequest; 2] {
    let path = fixtures("rules").join(format!("{}.pem", rule.id()));
    let text =
        fs::read_to_string(&path).unwrap_or_else(|_| panic!("{} is missing: add it to make.mjs", path.display()));
    let (breaks, nearly) = text.split_once("\nNearly does:\n").unwrap();
    [breaks, nearly].map(|text| given::read(text).unwrap_or_else(|what| panic!("{}: {what:?}", rule.id())))
}

fn is_public_suffix(name: &str) -> bool {
    ["com", "uk", "co.uk"].contains(&name.strip_prefix("*.").unwrap_or(name))
}

/// What is known beside the request when this rule is looked at.
fn context(rule: Rule, request: &ReadRequest) -> Context<'static> {
    Context {
        verdict: verify::check(request),
        coverage: match rule {
            Rule::PackageWildcard => Coverage::Wildcard,
            Rule::PackageNoWildcard | Rule::PackageNames => Coverage::Single,
            _ => Coverage::Unknown,
        },
        is_domain_validated: rule == Rule::SubjectBeyondDomain,
        is_public_suffix: (rule != Rule::NameSuffixUnknown).then_some(&is_public_suffix),
    }
}

fn breaks(rule: Rule, findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.rule == rule)
}

#[test]
fn each_rule_is_broken_by_its_request_and_not_by_the_near_miss() {
    for rule in Rule::ALL {
        let [breaking, near] = requests(*rule);
        let found = lint(&breaking, &context(*rule, &breaking));
        assert!(breaks(*rule, &found), "{} is not said of its request: {found:?}", rule.id());
        let found = lint(&near, &context(*rule, &near));
        assert!(!breaks(*rule, &found), "{} is said of the near miss: {found:?}", rule.id());
    }
}

#[test]
fn each_request_among_the_fixtures_is_for_a_rule() {
    let names = fs::read_dir(fixtures("rules")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let rules: BTreeSet<String> = Rule::ALL.iter().map(|rule| format!("{}.pem", rule.id())).collect();
    assert_eq!(names.collect::<BTreeSet<_>>(), rules);
    assert!(rules.len() >= 30);
}

/// What else is said of a request that breaks one rule is known, so that no rule is loose.
#[test]
fn a_broken_rule_breaks_only_those_that_follow_from_it() {
    use Rule as R;
    let mut loose = Vec::new();
    for rule in R::ALL {
        let [breaking, _] = requests(*rule);
        let found = lint(&breaking, &context(*rule, &breaking));
        let others: Vec<Rule> = found.iter().map(|finding| finding.rule).filter(|other| other != rule).collect();
        let is_expected = |other: &Rule| match other {
            // Keys without a private side: their requests are signed by another, or by nothing that can be checked.
            R::SignatureBad | R::SignatureUnchecked | R::RsaDebian | R::RsaSmallFactor => {
                rule.id().starts_with("key.") || rule.id().starts_with("signature.")
            }
            R::KeyEdwards => *rule == R::SignatureUnchecked,
            R::NamesMissing => *rule == R::NoAttributes,
            R::AttributeUnknown => *rule == R::AttributeMalformed,
            R::CommonNameNotAmong => *rule == R::CommonNameSeveral,
            R::ExtensionClientAuth => *rule == R::ExtensionNoServerAuth,
            _ => false,
        };
        loose.extend(others.into_iter().filter(|other| !is_expected(other)).map(|other| (*rule, other)));
    }
    assert_eq!(loose, []);
}

#[test]
fn names_sources_and_sentences_of_rules_are_there_and_their_own() {
    let ids: BTreeSet<&str> = Rule::ALL.iter().map(|rule| rule.id()).collect();
    assert_eq!(ids.len(), Rule::ALL.len());
    let sentences: BTreeSet<String> = Rule::ALL.iter().map(|rule| Speech::ENGLISH.rule(*rule).into_owned()).collect();
    assert_eq!(sentences.len(), Rule::ALL.len());
    for rule in Rule::ALL {
        let (id, sentence) = (rule.id(), Speech::ENGLISH.rule(*rule));
        let is_name = |part: &str| part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        assert!(id.contains('.') && id.split('.').all(is_name), "{id}");
        assert!(sentence.ends_with('.') && sentence.len() < 150 && !rule.source().is_empty(), "{id}: {sentence}");
        // An error can be mended by a new key or another package, and a note needs nothing.
        let fits = match rule.severity() {
            Severity::Error => matches!(rule.fix(), Some(Fix::NewKey | Fix::Package)),
            Severity::Warning => rule.fix().is_some(),
            Severity::Note => rule.fix().is_none(),
        };
        assert!(fits, "{id}");
        // What it is about is said where the sentence has room for it, and only there.
        let [breaking, _] = requests(*rule);
        for finding in lint(&breaking, &context(*rule, &breaking)).iter().filter(|finding| finding.rule == *rule) {
            let said = Speech::ENGLISH.finding(finding);
            assert_eq!(finding.about.is_empty(), !sentence.contains("{0}"), "{id}: {finding:?}");
            assert!(!said.contains('{') && said.contains(&finding.about), "{id}: {said}");
        }
    }
}

#[test]
fn findings_come_with_the_worst_first() {
    let [request, _] = requests(Rule::NamesIp);
    let mut request = request;
    request.names.push("my_shop.example.com".to_owned());
    let found = lint(&request, &Context { verdict: Verdict::Bad, ..Context::default() });
    let severities: Vec<Severity> = found.iter().map(|finding| finding.rule.severity()).collect();
    assert!(severities.is_sorted() && severities.first() == Some(&Severity::Error), "{found:?}");
    assert!(severities.contains(&Severity::Warning));
}

#[test]
fn a_rule_is_said_once_of_a_thing_and_no_more_than_a_hundred_times() {
    let [mut request, _] = requests(Rule::SubjectUnit);
    let unit = request.parts(Part::CompanyUnit).next().unwrap().clone();
    request.subject.push(unit.clone());
    let units = |request: &ReadRequest| {
        lint(request, &Context::default()).iter().filter(|finding| finding.rule == Rule::SubjectUnit).count()
    };
    assert_eq!(units(&request), 1);
    for i in 0..200 {
        let octets = format!("unit {i}").into_bytes();
        request.subject.push(cert_order::request::csr::NamePart { octets, ..unit.clone() });
    }
    assert_eq!(units(&request), 100);
}

#[test]
fn the_biggest_requests_are_judged_in_bounded_time() {
    let at = Instant::now();
    let [_, biggest] = requests(Rule::RsaTooBig);
    assert_eq!(biggest.key.bits(), 16_384);
    let _ = lint(&biggest, &Context::default());
    // A subject of thousands of parts, as many as fit into the limit.
    let [mut request, _] = requests(Rule::SubjectUnit);
    let part = request.subject[3].clone();
    request.subject.extend((0..4_000).map(|rdn| cert_order::request::csr::NamePart { rdn, ..part.clone() }));
    request.names = (0..ReadRequest::NAMES).map(|i| format!("a_{i}.example.com")).collect();
    let found = lint(&request, &Context::default());
    assert!(found.len() < 1_000);
    // Where tests are optimised, it takes less than a tenth of a second.
    assert!(at.elapsed().as_secs() < 20, "{:?}", at.elapsed());
}

/// A request put together by hand, with so many names; its signature is none.
fn with_names(count: usize) -> String {
    let [_, good] = requests(Rule::SignatureBad);
    let names: Vec<u8> = (0..count).flat_map(|i| der::write(0x82, &[format!("n{i}.example.com").as_bytes()])).collect();
    let value = der::write(der::OCTET_STRING, &[&der::write(der::SEQUENCE, &[&names])]);
    let oid = |octets: &[u8]| der::write(der::OID, &[octets]);
    let extension = der::write(der::SEQUENCE, &[&oid(oid::ALTERNATIVE_NAMES), &value]);
    let list = der::write(der::SET, &[&der::write(der::SEQUENCE, &[&extension])]);
    let attribute = der::write(der::SEQUENCE, &[&oid(oid::EXTENSION_REQUEST), &list]);
    let attributes = der::write(der::CONTEXT_0, &[&attribute]);
    let info = der::write(
        der::SEQUENCE,
        &[&[2, 1, 0], &der::write(der::SEQUENCE, &[]), &good.subject_public_key_info, &attributes],
    );
    let algorithm = der::write(der::SEQUENCE, &[&oid(&good.signature_algorithm)]);
    let signature = der::write(der::BIT_STRING, &[&[0, 1]]);
    pem::encode("CERTIFICATE REQUEST", &der::write(der::SEQUENCE, &[&info, &algorithm, &signature]))
}

#[test]
fn names_beyond_a_thousand_are_counted_and_not_read() {
    for (count, left_out) in [(1_000, 0), (1_003, 3)] {
        let read = given::read(&with_names(count)).unwrap();
        assert_eq!((read.names.len(), read.further_names), (1_000, left_out));
        assert!(breaks(Rule::NamesTooMany, &lint(&read, &Context::default())));
    }
}

#[test]
fn bare_names_beside_their_wildcard_are_no_further_names() {
    let [mut request, _] = requests(Rule::PackageNames);
    let context = Context { coverage: Coverage::Wildcard, ..Context::default() };
    request.names = vec!["*.example.com".to_owned(), "EXAMPLE.com".to_owned(), "www.example.com".to_owned()];
    assert!(!breaks(Rule::PackageNames, &lint(&request, &context)));
    request.names.push("shop.example.com".to_owned());
    assert!(breaks(Rule::PackageNames, &lint(&request, &context)));
}

#[test]
fn what_common_tools_write_has_no_errors() {
    let mut count = 0;
    for entry in fs::read_dir(fixtures("makers")).unwrap() {
        let path = entry.unwrap().path();
        let request = given::read(&fs::read_to_string(&path).unwrap()).unwrap();
        let context = Context { verdict: verify::check(&request), ..Context::default() };
        let found = lint(&request, &context);
        let errors: Vec<&Finding> = found.iter().filter(|f| f.rule.severity() == Severity::Error).collect();
        assert!(errors.is_empty(), "{}: {errors:?}", path.display());
        assert!(request.all_names().contains(&"example.com"), "{}", path.display());
        count += 1;
    }
    assert!(count >= 9);
}

#[test]
fn a_request_of_ours_has_nothing_but_notes() {
    let [_, good] = requests(Rule::SignatureBad);
    let found = lint(&good, &Context { verdict: Verdict::Good, ..Context::default() });
    assert_eq!(found, []);
    assert_eq!(
        pem::decode(&good.pem, "CERTIFICATE REQUEST").map(|der| pem::encode("CERTIFICATE REQUEST", &der)),
        Some(good.pem)
    );
}
