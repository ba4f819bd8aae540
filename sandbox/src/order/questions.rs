//! Fields of the installation's own, and how the names are confirmed: only in the profile that has them.

use serde_json::{Value, json};

use super::details::approver_field;
use super::findings::Findings;
use super::step;
use crate::profile::Profile;
use crate::wire::error::ApiError;
use crate::wire::form::{Choice, Form};
use crate::wire::params::Params;

/// How a name is confirmed. Assumed (Q6): the name of the select, and the value for a file on the web server.
pub const METHOD: &str = "approver_method";

/// By mail; also when nothing is chosen.
const BY_MAIL: &str = "auth_email";

/// By a record in the domain name system.
pub const BY_DNS: &str = "auth_dnstxt";

/// By a file on the web server; not for names with a star.
const BY_HTTP: &str = "auth_http";

const METHODS: [(&str, &str); 3] =
    [(BY_MAIL, "E-mail"), (BY_DNS, "DNS TXT record"), (BY_HTTP, "File on the web server")];

/// What is asked.
enum Kind {
    /// One of a list.
    Select(&'static [(&'static str, &'static str)]),
    /// A line of so many characters at most.
    Text(usize),
    /// Yes or no; if required, yes.
    CheckBox,
}

/// A field that no public document names.
struct Question {
    step: &'static str,
    name: &'static str,
    kind: Kind,
    required: bool,
}

const QUESTIONS: [Question; 5] = [
    Question { step: step::CSR, name: "project_note", kind: Kind::Text(40), required: true },
    Question {
        step: step::PARAM,
        name: "server_software",
        kind: Kind::Select(&[("apache", "Apache"), ("nginx", "nginx"), ("other", "Another")]),
        required: true,
    },
    Question { step: step::PARAM, name: "newsletter", kind: Kind::CheckBox, required: false },
    Question { step: step::PARAM, name: "licence_agreement", kind: Kind::CheckBox, required: true },
    Question {
        step: step::PARAM,
        name: "autoprolong",
        kind: Kind::Select(&[("null", "Off"), ("12", "12 months")]),
        required: false,
    },
];

fn questions(profile: Profile, step: &str) -> impl Iterator<Item = &'static Question> {
    QUESTIONS.iter().filter(move |question| profile.asks_more() && question.step == step)
}

/// The names of the fields of a step, from top to bottom.
pub fn fields(profile: Profile, step: &str) -> impl Iterator<Item = String> {
    questions(profile, step).map(|question| question.name.to_owned())
}

/// Adds the fields of a step to its form.
pub fn add(form: &mut Form<'_>, profile: Profile, step: &str) {
    for Question { name, kind, required, .. } in questions(profile, step) {
        match kind {
            Kind::Select(entries) => form.select(name, *required, choices(entries)),
            Kind::Text(longest) => form.input(name, *required, "").attribute("$maxlength", longest.to_string().into()),
            Kind::CheckBox if *required => form.checkbox(name).attribute("$required", "yes".into()),
            Kind::CheckBox => form.checkbox(name),
        };
    }
}

fn choices(entries: &[(&str, &str)]) -> Vec<Choice> {
    entries.iter().map(|(key, text)| Choice::new(key, *text)).collect()
}

/// Adds the choice of how `names` names are confirmed; ways other than by mail hide the addresses.
pub fn add_method(form: &mut Form<'_>, profile: Profile, names: usize) {
    if !profile.asks_more() {
        return;
    }
    let hides =
        |method: &'static str| (0..names).map(move |index| json!({"$value": method, "$hide": approver_field(index)}));
    let rules: Vec<Value> = [BY_DNS, BY_HTTP].into_iter().flat_map(hides).collect();
    form.select(METHOD, false, choices(&METHODS)).default(METHOD, BY_MAIL).attribute("if", rules.into());
}

/// Checks the fields of a step.
pub fn check(params: &Params, profile: Profile, step: &str, findings: &mut Findings<'_>) {
    for Question { name, kind, required, .. } in questions(profile, step) {
        let value = params.get(name);
        if value.is_empty() {
            if *required {
                findings.required(name, value);
            }
            continue;
        }
        match kind {
            Kind::Select(entries) if !entries.iter().any(|(key, _)| *key == value) => {
                findings.add(name, value, "Choose one of the list.");
            }
            Kind::Text(longest) if value.chars().count() > *longest => {
                findings.add(name, value, &format!("The value can have {longest} characters at most."));
            }
            Kind::CheckBox if *required && value != "on" => findings.add(name, value, "You have to accept this."),
            Kind::CheckBox if !["on", "off"].contains(&value) => findings.add(name, value, "Use on or off."),
            _ => {}
        }
    }
}

/// Checks the fields of a step that is over.
///
/// # Errors
///
/// `value` on the topmost wrong field.
pub fn check_alone(params: &Params, profile: Profile, step: &str) -> Result<(), ApiError> {
    let fields: Vec<&str> = questions(profile, step).map(|question| question.name).collect();
    let mut findings = Findings::new(&fields);
    check(params, profile, step, &mut findings);
    findings.finish()
}

/// What was answered in all steps; what was left out is not among it.
pub fn answers(params: &Params, profile: Profile) -> Vec<(&'static str, String)> {
    let asked = QUESTIONS.iter().filter(|_| profile.asks_more());
    let sent = asked.map(|question| (question.name, params.get(question.name).to_owned()));
    sent.filter(|(_, value)| !value.is_empty()).collect()
}

/// How the names are confirmed: empty where there is no choice.
pub fn read_method(params: &Params, profile: Profile, names: &[String], findings: &mut Findings<'_>) -> String {
    let sent = if profile.asks_more() { params.get(METHOD) } else { "" };
    if !sent.is_empty() && !METHODS.iter().any(|(key, _)| *key == sent) {
        findings.add(METHOD, sent, "Choose one of the list.");
    }
    if sent == BY_HTTP && names.iter().any(|name| name.starts_with("*.")) {
        findings.add(METHOD, sent, "A name with a star cannot be confirmed by a file.");
    }
    sent.to_owned()
}

/// Whether the method writes to an address for each name.
pub fn is_by_mail(method: &str) -> bool {
    !matches!(method, BY_DNS | BY_HTTP)
}
