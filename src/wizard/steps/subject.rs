//! Page "subject": whom and what the certificate names.
use crate::domain::country::CountryCode;
use crate::domain::email::EmailAddress;
use crate::domain::hostname::Hostname;
use crate::domain::package::Coverage;
use crate::domain::problem::Problem;
use crate::domain::text::{Alphabet, Line};
use crate::request::algorithm::KeyType;
use crate::request::subject::Subject;
use crate::wizard::field::Field;
use crate::wizard::model::Model;
use crate::wizard::{coverage, existing, further, idn, latin, states};

use super::{Errors, Parsed, package};

/// `ub-locality-name`, `ub-state-name` (RFC 5280 appendix A).
pub const PLACE_LIMIT: usize = 128;
/// `ub-organization-name`, `ub-organizational-unit-name`.
pub const COMPANY_LIMIT: usize = 64;

/// What the page parses to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubjectChoice {
    /// For form and request.
    pub subject: Subject,
    /// Which key to make.
    pub key_type: KeyType,
}

/// Parses the page; with an existing request, what that says counts. Country, state, city, company and domain are required by the billing form (API reference 4.2).
///
/// # Errors
/// The errors of the page.
pub fn parse(model: &Model) -> Parsed<SubjectChoice> {
    let text = |field| model.drafts.text(field);
    let mut errors = Errors::default();
    let domain = errors.take(Field::Domain, idn::domain(model).and_then(|name| fits(model, name)));
    let further = further::read(model, domain.as_ref());
    for problem in further.problems(model) {
        errors.add(Field::FurtherNames, problem);
    }
    let country = errors.take(Field::Country, CountryCode::parse(text(Field::Country)));
    let state = line(model, Field::State, PLACE_LIMIT).and_then(|line| states::check(model, Field::State, line));
    let state = errors.take(Field::State, state);
    let city = errors.take(Field::City, line(model, Field::City, PLACE_LIMIT));
    let company = errors.take(Field::Company, line(model, Field::Company, COMPANY_LIMIT));
    let is_needed = |field| existing::is_asked_too(model, field);
    let company_unit = line(model, Field::CompanyUnit, COMPANY_LIMIT);
    let company_unit = errors.needed(is_needed(Field::CompanyUnit), Field::CompanyUnit, company_unit);
    let email = EmailAddress::parse(text(Field::SubjectEmail));
    let email = errors.needed(is_needed(Field::SubjectEmail), Field::SubjectEmail, email);
    let key_type = errors.take(Field::KeyType, key_type(model));
    let choice = (|| {
        let subject = Subject {
            country: country?,
            state: state?,
            city: city?,
            company: company?,
            company_unit: company_unit?,
            domain: domain?,
            email: email?,
            further_names: further.names,
        };
        Some(SubjectChoice { subject, key_type: key_type? })
    })();
    errors.finish(choice)
}

/// The names of the certificate, the domain first; none while the page is not complete.
pub fn names(model: &Model) -> Vec<String> {
    parse(model).map(|choice| choice.subject.names().map(ToString::to_string).collect()).unwrap_or_default()
}

/// The chosen key type, or the operator's default.
pub fn chosen_key_type(model: &Model) -> KeyType {
    key_type(model).unwrap_or(model.config.default_key_type)
}

fn key_type(model: &Model) -> Result<KeyType, Problem> {
    match model.drafts.subject.key_type.as_str() {
        "" => Ok(model.config.default_key_type),
        id => KeyType::from_id(id).filter(|chosen| model.config.key_types.contains(chosen)).ok_or(Problem::NotOffered),
    }
}

/// A text of the subject. What an existing request says is the billing system's to refuse.
fn line(model: &Model, field: Field, limit: usize) -> Result<Line, Problem> {
    let alphabet = if existing::says(model, field) { Alphabet::Any } else { latin::alphabet(model, field) };
    Line::parse_subject(model.drafts.text(field), limit, alphabet)
}

/// A name that the chosen package is known not to be for is refused here; where that is not known, the billing system
/// decides.
fn fits(model: &Model, name: Hostname) -> Result<Hostname, Problem> {
    let name = further::sold(model, name)?;
    match package::chosen(model).map(|package| coverage::of(model, package)) {
        Some(Coverage::Wildcard) if !name.is_wildcard() => Err(Problem::WildcardNeeded),
        _ => Ok(name),
    }
}
