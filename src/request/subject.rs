//! Whom and what the certificate names.
use crate::domain::country::CountryCode;
use crate::domain::email::EmailAddress;
use crate::domain::hostname::Hostname;
use crate::domain::text::Line;

/// What the subject step parses to: it goes to the billing form whole, and into the request as far as
/// [`SubjectInRequest`] says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// `C` / `field_country`.
    pub country: CountryCode,
    /// `ST`, up to 128 characters.
    pub state: Line,
    /// `L`, up to 128 characters.
    pub city: Line,
    /// `O`, up to 64 characters.
    pub company: Line,
    /// `OU`: posted to the form, never put into the request (BR 7.1.2.7.4 forbids it in certificates).
    pub company_unit: Option<Line>,
    /// `CN`.
    pub domain: Hostname,
    /// `emailAddress`: posted to the form, never put into the request.
    pub email: Option<EmailAddress>,
    /// Further names, without the domain itself and without doubles.
    pub further_names: Vec<Hostname>,
}

impl Subject {
    /// All names the certificate shall carry: the domain first.
    pub fn names(&self) -> impl Iterator<Item = &Hostname> {
        std::iter::once(&self.domain).chain(&self.further_names)
    }
}

/// How much of the subject the request itself carries (`subject_in_request` in `config.json`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SubjectInRequest {
    /// C, ST, L, O, CN: billing modules read the subject from the request.
    #[default]
    Full,
    /// CN only.
    Minimal,
}
