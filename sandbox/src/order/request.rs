//! The second step: the request, its subject, and the names to be certified.

use rusqlite::Connection;

use super::findings::Findings;
use super::package::Chosen;
use crate::csr::{self, DecodedRequest, Subject};
use crate::db::countries;
use crate::names;
use crate::profile::Profile;
use crate::wire::error::Failure;
use crate::wire::params::Params;

/// `crt_type`: the server makes key and request.
pub const GENERATE: &str = "generate";

/// The step's fields from top to bottom.
pub const FIELDS: [&str; 10] =
    ["crt_type", "field_country", "ST", "L", "O", "OU", "CN", "emailAddress", "csr", "altname_input"];

/// The subject's text fields: name, longest value in characters (RFC 5280, appendix A), required.
pub const SUBJECT_TEXTS: [(&str, usize, bool); 4] =
    [("ST", 128, true), ("L", 128, true), ("O", 64, true), ("OU", 64, false)];

/// The checked values of the step.
#[derive(Clone, Debug)]
pub struct RequestStep {
    /// Package and period.
    pub chosen: Chosen,
    /// `generate`, or the profile's value for a request of one's own.
    pub crt_type: String,
    /// Id in the country table.
    pub country: i64,
    /// The subject as typed; the country as ISO code.
    pub subject: Subject,
    /// The request as sent; empty if the server shall make it.
    pub csr: String,
    /// Names to be certified, the domain name first, each once, in lower case.
    pub names: Vec<String>,
}

impl RequestStep {
    /// Checks all fields of the step.
    ///
    /// # Errors
    ///
    /// `value` on the topmost wrong field.
    pub fn read(db: &Connection, params: &Params, chosen: Chosen, profile: Profile) -> Result<Self, Failure> {
        let mut findings = Findings::new(&FIELDS);
        let crt_type = params.get("crt_type");
        if ![GENERATE, profile.own_request()].contains(&crt_type) {
            findings.add("crt_type", crt_type, "Choose one of the list.");
        }
        let country = read_country(db, params, &mut findings)?;
        check_texts(params, &mut findings);
        let common_name = read_common_name(params, &chosen, &mut findings);
        let names = read_names(params, &chosen, &common_name, &mut findings);
        let step = Self {
            crt_type: crt_type.to_owned(),
            country: country.as_ref().map_or(0, |(id, _)| *id),
            subject: subject(params, country.map(|(_, iso2)| iso2), common_name),
            csr: params.get("csr").to_owned(),
            chosen,
            names,
        };
        if step.crt_type == profile.own_request() || !step.csr.is_empty() {
            step.check_request(&mut findings);
        }
        findings.finish()?;
        Ok(step)
    }

    fn check_request(&self, findings: &mut Findings<'_>) {
        if findings.required("csr", &self.csr) {
            return;
        }
        match csr::decode(&self.csr) {
            Ok(request) => self.compare(&request, findings),
            Err(reason) => findings.add("csr", "", reason),
        }
    }

    /// What the request says must be what the form says: certificate authorities read one or the other.
    fn compare(&self, request: &DecodedRequest, findings: &mut Findings<'_>) {
        let (typed, asked) = (&self.subject, &request.subject);
        for (field, typed, asked) in [
            ("field_country", &typed.country, &asked.country),
            ("ST", &typed.state, &asked.state),
            ("L", &typed.locality, &asked.locality),
            ("O", &typed.organization, &asked.organization),
        ] {
            if asked.is_some() && asked != typed {
                let asked = asked.as_deref().unwrap_or_default();
                findings.add(field, asked, "The request has another value.");
            }
        }
        let typed = typed.common_name.as_deref().unwrap_or_default();
        let same = match &asked.common_name {
            Some(name) => name.eq_ignore_ascii_case(typed),
            None => request.names.iter().any(|name| name == typed),
        };
        if !same {
            findings.add("CN", typed, "The request is for another name.");
        }
        // With wrong further names, a name that is not ordered is only the consequence.
        if findings.concern("altname_input") {
            return;
        }
        if let Some(name) = request.names.iter().find(|n| !self.names.contains(n)) {
            findings.add("csr", name, "The request has a name that is not ordered.");
        }
    }
}

fn read_country(
    db: &Connection,
    params: &Params,
    findings: &mut Findings<'_>,
) -> Result<Option<(i64, String)>, Failure> {
    let sent = params.get("field_country");
    if findings.required("field_country", sent) {
        return Ok(None);
    }
    let Some(id) = params.id("field_country") else {
        findings.add("field_country", sent, "Choose a country.");
        return Ok(None);
    };
    let iso2 = countries::iso2(db, id)?;
    if iso2.is_none() {
        findings.add("field_country", sent, "Choose a country.");
    }
    Ok(iso2.map(|iso2| (id, iso2)))
}

fn check_texts(params: &Params, findings: &mut Findings<'_>) {
    for (field, longest, required) in SUBJECT_TEXTS {
        let value = params.get(field);
        if required && findings.required(field, value) {
            continue;
        }
        if !value.chars().all(is_latin) {
            let reason = "Use Latin letters, digits and common punctuation.";
            findings.add(field, value, reason);
        }
        if value.chars().count() > longest {
            let reason = format!("The value can have {longest} characters at most.");
            findings.add(field, value, &reason);
        }
    }
    let email = params.get("emailAddress");
    if !email.is_empty() && !names::is_email(email) {
        findings.add("emailAddress", email, "Enter an e-mail address.");
    }
}

/// What the billing system's validator `certificatelatin` lets pass.
fn is_latin(c: char) -> bool {
    c.is_ascii_alphanumeric() || " -.,'&()/+:#@!\"_".contains(c)
}

fn read_common_name(params: &Params, chosen: &Chosen, findings: &mut Findings<'_>) -> String {
    let name = params.get("CN").to_ascii_lowercase();
    if findings.required("CN", &name) {
        return name;
    }
    if !names::fits(&name, chosen.package.wildcard) {
        let reason = if chosen.package.wildcard {
            "Enter a domain name that begins with *. for this package."
        } else {
            "Enter a full domain name without a star for this package."
        };
        findings.add("CN", &name, reason);
    }
    name
}

/// The domain name and the further names. `altname` and `altname_input` carry the same text.
fn read_names(params: &Params, chosen: &Chosen, common_name: &str, findings: &mut Findings<'_>) -> Vec<String> {
    const FIELD: &str = "altname_input";
    let (first, second) = (params.get(FIELD), params.get("altname"));
    let sent = if first.is_empty() { second } else { first };
    if !second.is_empty() && second != sent {
        findings.add(FIELD, second, "The two lists of further names differ.");
    }
    let mut names = vec![common_name.to_owned()];
    for name in sent.split_whitespace().map(str::to_ascii_lowercase) {
        if !names::is_hostname(&name) {
            findings.add(FIELD, &name, "Enter full domain names, separated by spaces.");
        }
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if !chosen.package.is_multi_domain() && !sent.is_empty() {
        findings.add(FIELD, sent, "This package is for one name only.");
    }
    let most = chosen.package.names_max;
    if chosen.package.is_multi_domain() && names.len() > most {
        let reason = format!("The package is for {most} names at most.");
        findings.add(FIELD, sent, &reason);
    }
    names
}

fn subject(params: &Params, country: Option<String>, common_name: String) -> Subject {
    let typed = |field| Some(params.get(field).to_owned()).filter(|text| !text.is_empty());
    Subject {
        common_name: Some(common_name),
        country,
        state: typed("ST"),
        locality: typed("L"),
        organization: typed("O"),
        organizational_unit: typed("OU"),
        email: typed("emailAddress"),
    }
}
