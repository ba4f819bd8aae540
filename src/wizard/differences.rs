//! Where an existing request and the order form say different things: the authority sees both, and may ask.
use crate::request::csr::Part;

use super::existing;
use super::field::{ContactField, Field, OrgField, Who};
use super::idn::words;
use super::model::Model;

/// One thing that the request and the form say differently; either may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The form's field; [`Field::Domain`] stands for all names.
    pub field: Field,
    /// What the request says.
    pub request: String,
    /// What the form says.
    pub form: String,
}

/// The fields of the subject, the part of the request that each is held against, and what the organization has instead.
const FIELDS: [(Field, Part, Option<OrgField>); 6] = [
    (Field::Country, Part::Country, Some(OrgField::Country)),
    (Field::State, Part::State, Some(OrgField::State)),
    (Field::City, Part::City, Some(OrgField::City)),
    (Field::Company, Part::Company, Some(OrgField::Name)),
    (Field::CompanyUnit, Part::CompanyUnit, None),
    (Field::SubjectEmail, Part::Email, None),
];

/// All of them; none where the request is made here, since it is made of what the form says.
pub fn differences(model: &Model) -> Vec<Difference> {
    let Some(request) = existing::chosen_request(model) else { return Vec::new() };
    let mut all = Vec::new();
    let mut compare = |field, request: &str, form: &str| {
        if !request.eq_ignore_ascii_case(form) {
            all.push(Difference { field, request: request.to_owned(), form: form.to_owned() });
        }
    };
    let ordered = ordered(model);
    let requested: Vec<String> =
        request.all_names().into_iter().map(str::to_owned).chain(request.other_texts()).collect();
    // The order of names is nobody's business.
    if !is_same(&requested, &ordered) {
        compare(Field::Domain, &requested.join(", "), &ordered.join(", "));
    }
    let has_organization = model.discovery.form().is_some_and(|form| form.organization);
    for (field, part, of_organization) in FIELDS {
        // A value that cannot be read is shown as what it is: there, and not readable.
        let said = request.part(part).or_else(|| request.parts(part).next().map(|_| "?")).unwrap_or_default();
        let typed = model.drafts.text(field).trim();
        compare(field, said, typed);
        let organization = of_organization.filter(|_| has_organization).map(Field::Org);
        // What the organization takes over from the subject has been compared.
        if let Some(other) = organization.filter(|other| model.drafts.text(*other).trim() != typed) {
            compare(other, said, model.drafts.text(other).trim());
        }
    }
    let (said, field) = (request.part(Part::Email), Field::Contact(Who::Admin, ContactField::Email));
    let typed = model.drafts.text(field).trim();
    if let Some(said) = said.filter(|_| !typed.is_empty()) {
        compare(field, said, typed);
    }
    all
}

/// The names that are ordered, as the form has them.
fn ordered(model: &Model) -> Vec<String> {
    let names = [Field::Domain, Field::FurtherNames].map(|field| words(model.drafts.text(field)));
    names.into_iter().flatten().map(str::to_owned).collect()
}

fn is_same(names: &[String], others: &[String]) -> bool {
    let has = |list: &[String], name: &String| list.iter().any(|other| other.eq_ignore_ascii_case(name));
    names.iter().all(|name| has(others, name)) && others.iter().all(|name| has(names, name))
}
