//! Page "organization": the legal entity, where the product needs it.
use crate::domain::country::CountryCode;
use crate::domain::organization::Organization;
use crate::domain::phone::Phone;
use crate::domain::problem::Problem;
use crate::domain::text::Line;
use crate::wizard::field::{Field, OrgField};
use crate::wizard::model::Model;
use crate::wizard::{phones, states};

use super::{Errors, Parsed};

/// The most characters of a name.
const NAME_LIMIT: usize = 64;
/// The most characters of a place or an address (BR 7.1.4.2: street address 128).
const PLACE_LIMIT: usize = 128;
/// The most characters of a postal code (BR 7.1.4.2).
const POSTCODE_LIMIT: usize = 40;

/// Parses the page.
///
/// # Errors
/// The errors of the page.
pub fn parse(model: &Model) -> Parsed<Organization> {
    let mut errors = Errors::default();
    let text = |field| model.drafts.text(Field::Org(field));
    let name = errors.take(Field::Org(OrgField::Name), Line::parse(text(OrgField::Name), NAME_LIMIT));
    let country = CountryCode::parse(text(OrgField::Country)).and_then(|country| offered(model, country));
    let country = errors.take(Field::Org(OrgField::Country), country);
    let state = Line::parse(text(OrgField::State), PLACE_LIMIT)
        .and_then(|line| states::check(model, Field::Org(OrgField::State), line));
    let state = errors.take(Field::Org(OrgField::State), state);
    let city = errors.take(Field::Org(OrgField::City), Line::parse(text(OrgField::City), PLACE_LIMIT));
    let postcode = Line::parse(text(OrgField::Postcode), POSTCODE_LIMIT);
    let postcode = errors.needed(needs_postcode(model), Field::Org(OrgField::Postcode), postcode);
    let address = errors.take(Field::Org(OrgField::Address), Line::parse(text(OrgField::Address), PLACE_LIMIT));
    let home = phones::home(model, Field::Org(OrgField::Country));
    let phone = errors.take(Field::Org(OrgField::Phone), Phone::parse(text(OrgField::Phone), home));
    let organization = (|| {
        Some(Organization {
            name: name?,
            country: country?,
            state: state?,
            city: city?,
            postcode: postcode?,
            address: address?,
            phone: phone?,
        })
    })();
    errors.finish(organization)
}

/// Some countries have no ZIP code: it may be left out unless the billing form says otherwise (Q8).
pub fn needs_postcode(model: &Model) -> bool {
    model.discovery.form().is_some_and(|form| form.org_required.iter().any(|name| name == "org_postcode"))
}

/// The billing form takes only countries that it lists; before the form is known any will do.
fn offered(model: &Model, country: CountryCode) -> Result<CountryCode, Problem> {
    let is_unlisted = model.discovery.form().is_some() && model.discovery.org_country_id(country).is_none();
    if is_unlisted { Err(Problem::CountryNotOffered) } else { Ok(country) }
}
