//! What `inspect` prints, and how it ends.
use cert_order::domain::problem::{NotRequest, Problem};
use cert_order::domain::text::Line;
use cert_order::request::csr::{NamePart, PublicKey, ReadRequest, Verdict};
use cert_order::request::lint::{Context, Finding, Rule, Severity, lint};
use cert_order::request::{given, oid};
use cert_order::wizard::field::Field;
use cert_order::words::Speech;
use serde::Serialize;

use super::verify;

const HELP: &str = "\
Reads a certificate signing request (PKCS #10: PEM, Base64 or DER) and prints as JSON what is in it and what is to be said of it.

  cargo run --example inspect < request.pem
  cargo run --example inspect -- --rules     prints all rules: name, severity, source, sentence
  cargo run --example inspect -- --help      prints this

It ends with 0 when the request was read and nothing in it is an error, with 1 when there are errors, and with 2 when it is no
request that can be read; the JSON then says what it is instead. A private key is never printed. Signatures with RSA and
SHA-256, SHA-384 or SHA-512, P-256 and SHA-256, P-384 and SHA-384 are verified; of others it says that they were not checked.";

/// A text, and the status to end with.
pub struct Report {
    /// What is printed.
    pub text: String,
    /// 0, 1 or 2.
    pub status: u8,
}

#[derive(Serialize)]
struct Described<'a> {
    subject: Vec<SubjectPart<'a>>,
    names: &'a [String],
    other_names: Vec<String>,
    names_left_out: usize,
    key: Key,
    signature: Signature,
    cleaned: Vec<String>,
    unjudged: usize,
    findings: Vec<Said>,
}

#[derive(Serialize)]
struct SubjectPart<'a> {
    oid: String,
    value: Option<&'a str>,
}

#[derive(Serialize)]
struct Key {
    kind: String,
    bits: Option<usize>,
}

#[derive(Serialize)]
struct Signature {
    algorithm: String,
    verdict: &'static str,
}

#[derive(Serialize)]
struct Said {
    id: &'static str,
    severity: &'static str,
    source: &'static str,
    about: String,
    sentence: String,
}

#[derive(Serialize)]
struct Told {
    id: &'static str,
    severity: &'static str,
    source: &'static str,
    sentence: String,
}

#[derive(Serialize)]
struct Refused {
    error: &'static str,
    sentence: String,
}

/// Does what the arguments ask for.
pub fn run(arguments: &[String], input: &[u8]) -> Report {
    match arguments {
        [] => inspect(input),
        [option] if option == "--rules" => Report { text: json(&rules()), status: 0 },
        [option] if option == "--help" || option == "-h" => Report { text: HELP.to_owned(), status: 0 },
        _ => Report { text: HELP.to_owned(), status: 2 },
    }
}

fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}

fn rules() -> Vec<Told> {
    let told = |rule: &Rule| Told {
        id: rule.id(),
        severity: rule.severity().id(),
        source: rule.source(),
        sentence: Speech::ENGLISH.rule(*rule).replace("{0}", "…"),
    };
    Rule::ALL.iter().map(told).collect()
}

fn inspect(input: &[u8]) -> Report {
    let read = if input.len() > given::LIMIT {
        Err(NotRequest::TooBig)
    } else {
        given::read(given::text_of_file(input).expose())
    };
    match read {
        Ok(request) => describe(&request),
        Err(what) => {
            let sentence = Speech::ENGLISH.problem(Field::ExistingRequest, &Problem::NotRequest(what)).into_owned();
            Report { text: json(&Refused { error: refusal(what), sentence }), status: 2 }
        }
    }
}

fn refusal(what: NotRequest) -> &'static str {
    match what {
        NotRequest::PrivateKey => "private_key",
        NotRequest::Certificate => "certificate",
        NotRequest::PublicKey => "public_key",
        NotRequest::Broken => "broken",
        NotRequest::Other => "other",
        NotRequest::TooBig => "too_big",
        NotRequest::Unreadable => "unreadable",
    }
}

fn describe(request: &ReadRequest) -> Report {
    let verdict = verify::check(request);
    let found = lint(request, &Context { verdict, ..Context::default() });
    let is_rsa = matches!(request.key, PublicKey::Rsa { .. });
    let described = Described {
        subject: request.subject.iter().map(subject_part).collect(),
        names: &request.names,
        other_names: request.other_texts().collect(),
        names_left_out: request.further_names,
        key: Key { kind: request.key_id(), bits: is_rsa.then(|| request.key.bits()) },
        signature: Signature {
            algorithm: oid::dotted(&request.signature_algorithm),
            verdict: match verdict {
                Verdict::Good => "good",
                Verdict::Bad => "bad",
                Verdict::Asked | Verdict::Unknown => "not checked",
            },
        },
        cleaned: request.cleaned.iter().map(|what| Speech::ENGLISH.cleaned(*what).into_owned()).collect(),
        unjudged: found.iter().filter(|finding| finding.rule.is_unjudged()).count(),
        findings: found.iter().map(said).collect(),
    };
    let has_error = found.iter().any(|finding| finding.rule.severity() == Severity::Error);
    Report { text: json(&described), status: u8::from(has_error) }
}

fn subject_part(part: &NamePart) -> SubjectPart<'_> {
    SubjectPart { oid: oid::dotted(&part.oid), value: part.text.as_deref() }
}

fn said(finding: &Finding) -> Said {
    let Finding { rule, about } = finding;
    // What a request says may turn or break the line of a terminal.
    let line = |text: &str| Line::parse(text, text.len()).map(|line| line.as_str().to_owned()).unwrap_or_default();
    let sentence = Speech::ENGLISH.finding(finding).into_owned();
    Said { id: rule.id(), severity: rule.severity().id(), source: rule.source(), about: line(about), sentence }
}
