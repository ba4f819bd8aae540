//! Page "subject": whom and what the certificate names.
use crate::domain::country::CountryCode;
use crate::domain::email::EmailAddress;
use crate::domain::hostname::Hostname;
use crate::domain::package::Coverage;
use crate::domain::problem::Problem;
use crate::domain::text::Line;
use crate::request::algorithm::KeyType;
use crate::request::subject::Subject;
use crate::wizard::field::Field;
use crate::wizard::model::Model;
use crate::wizard::{coverage, existing};

use super::{Errors, Parsed, package};

/// `ub-locality-name`, `ub-state-name` (RFC 5280 appendix A).
pub const PLACE_LIMIT: usize = 128;
/// `ub-organization-name`, `ub-organizational-unit-name`.
pub const COMPANY_LIMIT: usize = 64;
/// The most further names of one request.
pub const NAMES_LIMIT: usize = 99;

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
    let domain = errors.take(Field::Domain, Hostname::parse(text(Field::Domain)).and_then(|name| fits(model, name)));
    let further_names = further_names(text(Field::FurtherNames), domain.as_ref());
    let further_names = errors.take(Field::FurtherNames, further_names);
    let country = errors.take(Field::Country, CountryCode::parse(text(Field::Country)));
    let state = errors.take(Field::State, Line::parse_latin(text(Field::State), PLACE_LIMIT));
    let city = errors.take(Field::City, Line::parse_latin(text(Field::City), PLACE_LIMIT));
    let company = errors.take(Field::Company, Line::parse_latin(text(Field::Company), COMPANY_LIMIT));
    let is_needed = |field| existing::is_asked_too(model, field);
    let company_unit = Line::parse_latin(text(Field::CompanyUnit), COMPANY_LIMIT);
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
            further_names: further_names?,
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

/// A name that the chosen package is known not to be for is refused here; where that is not known, the billing system
/// decides.
fn fits(model: &Model, name: Hostname) -> Result<Hostname, Problem> {
    match package::chosen(model).map(|package| coverage::of(model, package)) {
        Some(Coverage::Wildcard) if !name.is_wildcard() => Err(Problem::WildcardNeeded),
        Some(Coverage::Single) if name.is_wildcard() => Err(Problem::WildcardNotSold),
        _ => Ok(name),
    }
}

/// The names in a text: by lines, blanks or commas.
pub fn words(raw: &str) -> impl Iterator<Item = &str> {
    raw.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';')).filter(|word| !word.is_empty())
}

/// Names by lines, blanks or commas; doubles and the domain itself are folded.
pub(in crate::wizard) fn further_names(raw: &str, domain: Option<&Hostname>) -> Result<Vec<Hostname>, Problem> {
    let mut names = Vec::new();
    for word in words(raw) {
        let name = Hostname::parse(word)?;
        if Some(&name) != domain && !names.contains(&name) {
            names.push(name);
        }
        if names.len() > NAMES_LIMIT {
            return Err(Problem::TooManyNames { limit: NAMES_LIMIT });
        }
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn further_names_are_split_folded_and_checked() {
        let domain = Hostname::parse("example.com").unwrap();
        let names = further_names("www.example.com, example.com\n\nWWW.example.com shop.example.com", Some(&domain));
        let names: Vec<String> = names.unwrap().iter().map(ToString::to_string).collect();
        assert_eq!(names, ["www.example.com", "shop.example.com"]);
        assert!(further_names("www.example.com not_a_name.example.com", None).is_err());
        let many: String = (0..=NAMES_LIMIT).map(|i| format!("n{i}.example.com ")).collect::<Vec<_>>().concat();
        assert_eq!(further_names(&many, None), Err(Problem::TooManyNames { limit: NAMES_LIMIT }));
    }
}
