//! What the steps of the order wizard carry: the server keeps no state, so each sends all of it (API reference 1.4).
use super::assumed::phone_mask::{self, PhoneList};
use super::assumed::state_list::{State, sent};
use super::http::HttpRequest;
use crate::domain::contact::Contact;
use crate::domain::country::CountryCode;
use crate::domain::email::EmailAddress;
use crate::domain::hostname::Hostname;
use crate::domain::organization::Organization;
use crate::domain::package::Period;
use crate::domain::text::Line;
use crate::request::subject::Subject;

/// A value of `crt_type` under which the billing system takes an existing request. It cannot be `generate`, which
/// would let the server make the private key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CrtType(String);

impl CrtType {
    /// Takes a value from the form's list, or from the operator.
    ///
    /// `None` for an empty text and for `generate` in any case. The documents name no other value (Q1).
    pub fn parse(raw: &str) -> Option<Self> {
        let value = raw.trim();
        (!value.is_empty() && !value.eq_ignore_ascii_case("generate")).then(|| Self(value.to_owned()))
    }

    /// The value on the wire.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The request and what it is for (API reference 4.2).
#[derive(Debug, Clone, Copy)]
pub struct OrderInput<'a> {
    /// Package id.
    pub pricelist: &'a str,
    /// For how long.
    pub period: Period,
    /// How the request is given.
    pub crt_type: &'a CrtType,
    /// Id of the subject's country in the form's list.
    pub country_id: &'a str,
    /// The subject's state as the form takes it: by the key of its list, where it has one.
    pub state: &'a str,
    /// Whom and what the certificate names.
    pub subject: &'a Subject,
    /// Whether the form takes further names; else none are sent.
    pub takes_further_names: bool,
    /// The request, PEM (RFC 7468).
    pub csr: &'a str,
    /// Answers to what the request's form asks besides: name and value.
    pub answers: &'a [(String, String)],
}

/// Names that [`OrderInput`] sends.
pub(super) const INPUT_FIELDS: [&str; 13] = [
    "pricelist",
    "period",
    "crt_type",
    "field_country",
    "CN",
    "ST",
    "L",
    "O",
    "OU",
    "emailAddress",
    "altname",
    "altname_input",
    "csr",
];

impl OrderInput<'_> {
    /// Adds all of it to `request`.
    pub(super) fn add_to(&self, request: HttpRequest) -> HttpRequest {
        let subject = self.subject;
        let request = request
            .with("pricelist", self.pricelist)
            .with("period", &self.period.months().to_string())
            .with("crt_type", self.crt_type.as_str())
            .with("field_country", self.country_id)
            .with("CN", subject.domain.as_str())
            .with("ST", self.state)
            .with("L", subject.city.as_str())
            .with("O", subject.company.as_str())
            .with_some("OU", subject.company_unit.as_ref().map(Line::as_str))
            .with_some("emailAddress", subject.email.as_ref().map(EmailAddress::as_str));
        let names: Vec<&str> = subject.further_names.iter().map(Hostname::as_str).collect();
        let names = Some(names.join(" ")).filter(|names| self.takes_further_names && !names.is_empty());
        // The documents want the same text under both names.
        let request = request
            .with_some("altname", names.as_deref())
            .with_some("altname_input", names.as_deref())
            .with("csr", self.csr);
        self.answers.iter().fold(request, |request, (name, value)| request.with_named(name, value))
    }
}

/// The two persons of an order (API reference 4.3).
#[derive(Debug, Clone, Copy)]
pub struct Contacts<'a> {
    /// `adm_*`.
    pub admin: &'a Contact,
    /// `tech_*`; the form's own "same as" switch is unknown (Q7), so the whole set is always sent.
    pub tech: &'a Contact,
}

/// Names that [`Contacts`] and an organization send.
pub(super) const PERSON_FIELDS: [&str; 17] = [
    "adm_fname",
    "adm_lname",
    "adm_jtitle",
    "adm_email",
    "adm_phone",
    "tech_fname",
    "tech_lname",
    "tech_jtitle",
    "tech_email",
    "tech_phone",
    "org_name",
    "org_country",
    "org_state",
    "org_city",
    "org_postcode",
    "org_address",
    "org_phone",
];

impl Contacts<'_> {
    /// Adds both to `request`; `home` is the country that phone numbers are likely of.
    pub(super) fn add_to(&self, request: HttpRequest, phones: &[PhoneList], home: CountryCode) -> HttpRequest {
        let (admin, tech) = (self.admin, self.tech);
        let request = request
            .with("adm_fname", admin.first_name.as_str())
            .with("adm_lname", admin.last_name.as_str())
            .with("adm_jtitle", admin.job_title.as_str())
            .with("adm_email", admin.email.as_str());
        let request = phone_mask::add(request, phones, "adm_phone", &admin.phone, home)
            .with("tech_fname", tech.first_name.as_str())
            .with("tech_lname", tech.last_name.as_str())
            .with("tech_jtitle", tech.job_title.as_str())
            .with("tech_email", tech.email.as_str());
        phone_mask::add(request, phones, "tech_phone", &tech.phone, home)
    }
}

/// Adds the organization (`org_*`; which of it a CA requires is unknown, Q8) with its country's id to `request`.
pub(super) fn add_organization(
    request: HttpRequest,
    phones: &[PhoneList],
    organization: &Organization,
    country_id: &str,
    states: &[State],
) -> HttpRequest {
    let request = request
        .with("org_name", organization.name.as_str())
        .with("org_country", country_id)
        .with("org_state", sent(states, organization.country, organization.state.as_str()))
        .with("org_city", organization.city.as_str())
        .with_some("org_postcode", organization.postcode.as_ref().map(Line::as_str))
        .with("org_address", organization.address.as_str());
    phone_mask::add(request, phones, "org_phone", &organization.phone, organization.country)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_server_is_never_asked_to_make_a_key() {
        for raw in ["generate", " GENERATE ", "", "  "] {
            assert_eq!(CrtType::parse(raw), None, "{raw:?}");
        }
        assert_eq!(CrtType::parse(" exist ").unwrap().as_str(), "exist");
    }
}
