//! The legal entity a certificate is issued to.
use super::country::CountryCode;
use super::phone::Phone;
use super::text::Line;

/// `org_*` of the order form (API reference 4.3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organization {
    /// Legal name.
    pub name: Line,
    /// Country of registration.
    pub country: CountryCode,
    /// Province or state.
    pub state: Line,
    /// City.
    pub city: Line,
    /// ZIP code; some countries have none.
    pub postcode: Option<Line>,
    /// Street address.
    pub address: Line,
    /// Telephone number.
    pub phone: Phone,
}
