//! The third step: contacts, organization, and who approves each name.

use rusqlite::Connection;

use super::findings::Findings;
use super::request::RequestStep;
use super::{questions, step};
use crate::db::countries;
use crate::names;
use crate::profile::Profile;
use crate::wire::error::Failure;
use crate::wire::params::Params;

/// The two contacts' prefixes.
pub const ROLES: [&str; 2] = ["adm", "tech"];

/// The fields of a contact after the prefix, from top to bottom, with the validator; all are required.
pub const CONTACT_FIELDS: [(&str, &str); 5] =
    [("fname", ""), ("lname", ""), ("jtitle", ""), ("email", "email"), ("phone", "phone")];

/// The organization's fields from top to bottom: name, validator, required. Assumed (Q8): which are required.
pub const ORGANIZATION_FIELDS: [(&str, &str, bool); 9] = [
    ("org_name", "", true),
    ("org_duns", "", false),
    ("org_division", "", false),
    ("org_country", "country", true),
    ("org_state", "", true),
    ("org_city", "", true),
    ("org_postcode", "", true),
    ("org_address", "", true),
    ("org_phone", "phone", true),
];

/// The longest text, in characters.
const LONGEST: usize = 255;

/// A person.
#[derive(Clone, Debug)]
pub struct Contact {
    /// `adm` or `tech`.
    pub role: &'static str,
    /// First name.
    pub fname: String,
    /// Last name.
    pub lname: String,
    /// Job title.
    pub jtitle: String,
    /// E-mail address.
    pub email: String,
    /// Phone number.
    pub phone: String,
}

/// A legal entity.
#[derive(Clone, Debug)]
pub struct Organization {
    /// Legal name.
    pub name: String,
    /// DUNS number, or empty.
    pub duns: String,
    /// Division, or empty.
    pub division: String,
    /// Id in the country table.
    pub country: i64,
    /// Province or state.
    pub state: String,
    /// City.
    pub city: String,
    /// ZIP code.
    pub postcode: String,
    /// Postal address.
    pub address: String,
    /// Phone number.
    pub phone: String,
}

/// The checked values of the step.
#[derive(Clone, Debug)]
pub struct Details {
    /// Administrative, then technical.
    pub contacts: [Contact; 2],
    /// For packages that validate it.
    pub organization: Option<Organization>,
    /// How the names are confirmed; empty where there is no choice.
    pub approver_method: String,
    /// One address per name, in the order of the names; empty unless they are confirmed by mail.
    pub approvers: Vec<String>,
    /// The caller's own reference, or empty.
    pub remote_id: String,
    /// Answers to what only this installation asks.
    pub answers: Vec<(&'static str, String)>,
}

impl Details {
    /// Checks all fields of the step.
    ///
    /// # Errors
    ///
    /// `value` on the topmost wrong field.
    pub fn read(db: &Connection, params: &Params, request: &RequestStep, profile: Profile) -> Result<Self, Failure> {
        let fields = field_names(request, profile);
        let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
        let mut findings = Findings::new(&fields);
        for role in ROLES {
            for (field, check) in CONTACT_FIELDS {
                let name = format!("{role}_{field}");
                check_text(&name, params.get(&name), check, true, &mut findings);
            }
        }
        for prefix in ["adm", "tech", "org"] {
            check_phone_country(db, params, prefix, &mut findings)?;
        }
        let organization = if request.chosen.package.asks_organization() {
            Some(read_organization(db, params, &mut findings)?)
        } else {
            None
        };
        let approver_method = questions::read_method(params, profile, &request.names, &mut findings);
        let approvers = read_approvers(params, request, &approver_method, &mut findings);
        questions::check(params, profile, step::PARAM, &mut findings);
        let remote_id = params.get("remoteid").to_owned();
        check_text("remoteid", &remote_id, "", false, &mut findings);
        findings.finish()?;
        let contacts = ROLES.map(|role| contact(params, role));
        let answers = questions::answers(params, profile);
        Ok(Self { contacts, organization, approver_method, approvers, remote_id, answers })
    }
}

/// The name of the approver select of the name at `index`, counted from 1 on the wire.
pub fn approver_field(index: usize) -> String {
    format!("approver_email_{}", index + 1)
}

fn field_names(request: &RequestStep, profile: Profile) -> Vec<String> {
    let phone_country = |prefix: &str| [format!("{prefix}_phone_country")];
    let contact =
        |role| CONTACT_FIELDS.map(|(field, _)| format!("{role}_{field}")).into_iter().chain(phone_country(role));
    let organization = ORGANIZATION_FIELDS.map(|(field, ..)| field.to_owned()).into_iter().chain(phone_country("org"));
    let approvers = (0..request.names.len()).map(approver_field);
    let contacts = ROLES.into_iter().flat_map(contact);
    let method = [questions::METHOD.to_owned()];
    contacts.chain(organization).chain(method).chain(approvers).chain(questions::fields(profile, step::PARAM)).collect()
}

fn check_text(field: &str, value: &str, check: &str, required: bool, findings: &mut Findings<'_>) {
    if value.is_empty() {
        if required {
            findings.required(field, value);
        }
        return;
    }
    let reason = match check {
        "email" if !names::is_email(value) => "Enter an e-mail address.",
        "phone" if !names::is_phone(value) => "Enter a phone number such as +7 (999) 1234567, with 7 to 15 digits.",
        _ if value.chars().any(char::is_control) => "Enter one line of text.",
        _ if value.chars().count() > LONGEST => "The value is too long.",
        _ => return,
    };
    findings.add(field, value, reason);
}

/// The country beside a phone number, where it is sent, is the one whose code the number begins with.
fn check_phone_country(
    db: &Connection,
    params: &Params,
    prefix: &str,
    findings: &mut Findings<'_>,
) -> Result<(), Failure> {
    let field = format!("{prefix}_phone_country");
    let sent = params.get(&field);
    if sent.is_empty() {
        return Ok(());
    }
    let code = params.id(&field).map(|id| countries::phone_code(db, id)).transpose()?.flatten();
    let phone: String = params.get(&format!("{prefix}_phone")).chars().filter(char::is_ascii_digit).collect();
    if !code.is_some_and(|code| phone.starts_with(&code.to_string())) {
        findings.add(&field, sent, "The phone number is of another country.");
    }
    Ok(())
}

fn contact(params: &Params, role: &'static str) -> Contact {
    let text = |field: &str| params.get(&format!("{role}_{field}")).to_owned();
    Contact {
        role,
        fname: text("fname"),
        lname: text("lname"),
        jtitle: text("jtitle"),
        email: text("email"),
        phone: text("phone"),
    }
}

fn read_organization(db: &Connection, params: &Params, findings: &mut Findings<'_>) -> Result<Organization, Failure> {
    for (field, check, required) in ORGANIZATION_FIELDS {
        check_text(field, params.get(field), check, required, findings);
    }
    let country = params.id("org_country").unwrap_or_default();
    let sent = params.get("org_country");
    if !sent.is_empty() && countries::iso2(db, country)?.is_none() {
        findings.add("org_country", sent, "Choose a country.");
    }
    let text = |field: &str| params.get(field).to_owned();
    Ok(Organization {
        name: text("org_name"),
        duns: text("org_duns"),
        division: text("org_division"),
        country,
        state: text("org_state"),
        city: text("org_city"),
        postcode: text("org_postcode"),
        address: text("org_address"),
        phone: text("org_phone"),
    })
}

fn read_approvers(params: &Params, request: &RequestStep, method: &str, findings: &mut Findings<'_>) -> Vec<String> {
    if !questions::is_by_mail(method) {
        return request.names.iter().map(|_| String::new()).collect();
    }
    let mut approvers = Vec::new();
    for (index, name) in request.names.iter().enumerate() {
        let field = approver_field(index);
        let address = params.get(&field);
        if findings.required(&field, address) {
            continue;
        }
        if !names::approvers(name).iter().any(|known| known == address) {
            findings.add(&field, address, "Choose one of the list.");
        }
        approvers.push(address.to_owned());
    }
    approvers
}
