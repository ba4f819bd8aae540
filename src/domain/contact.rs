//! Administrative and technical contact.
use super::email::EmailAddress;
use super::phone::Phone;
use super::text::Line;

/// A person the CA may write to or call (`adm_*`, `tech_*`; API reference 4.3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// First name.
    pub first_name: Line,
    /// Last name.
    pub last_name: Line,
    /// Job title.
    pub job_title: Line,
    /// E-mail address.
    pub email: EmailAddress,
    /// Telephone number.
    pub phone: Phone,
}
