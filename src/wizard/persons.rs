//! The drafts of the two contacts.
use super::field::{ContactField, Who};

/// Page "contacts".
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ContactsDraft {
    /// Administrative contact.
    pub admin: ContactDraft,
    /// Technical support.
    pub tech: ContactDraft,
    /// "Use the Administrative contact".
    pub tech_is_admin: bool,
    /// What technical support had of the administrative contact was cleared. Of this life of the page only, and not stored.
    pub is_copy_cleared: bool,
}

/// One contact.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ContactDraft {
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Job title.
    pub job_title: String,
    /// Email.
    pub email: String,
    /// Phone number; `None` means "not touched": it begins with the code of the country.
    pub phone: Option<String>,
}

impl ContactsDraft {
    /// "Use the Administrative contact". Cleared, it gives back what was typed before; where nothing was, a copy of the
    /// administrative contact to start from.
    pub(super) fn use_admin(&mut self, uses: bool) {
        self.tech_is_admin = uses;
        if uses && self.tech == self.admin {
            // A copy that nobody changed is not something typed.
            self.tech = ContactDraft::default();
        } else if !uses && self.tech == ContactDraft::default() {
            self.tech = self.admin.clone();
        }
    }

    /// What was typed of a contact.
    pub fn own(&self, who: Who) -> &ContactDraft {
        match who {
            Who::Admin => &self.admin,
            Who::Tech => &self.tech,
        }
    }

    /// The contact as it counts: technical support may be the administrative contact.
    pub fn person(&self, who: Who) -> &ContactDraft {
        match who {
            Who::Tech if !self.tech_is_admin => &self.tech,
            _ => &self.admin,
        }
    }
}

impl ContactDraft {
    /// The text of `field`.
    pub fn text(&self, field: ContactField) -> &str {
        match field {
            ContactField::FirstName => &self.first_name,
            ContactField::LastName => &self.last_name,
            ContactField::JobTitle => &self.job_title,
            ContactField::Email => &self.email,
            ContactField::Phone => self.phone.as_deref().unwrap_or_default(),
        }
    }

    pub(super) fn set(&mut self, field: ContactField, text: String) {
        match field {
            ContactField::FirstName => self.first_name = text,
            ContactField::LastName => self.last_name = text,
            ContactField::JobTitle => self.job_title = text,
            ContactField::Email => self.email = text,
            ContactField::Phone => self.phone = Some(text),
        }
    }
}
