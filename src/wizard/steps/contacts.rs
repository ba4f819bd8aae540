//! Page "contacts": administrative contact and technical support.
use crate::domain::contact::Contact;
use crate::domain::email::EmailAddress;
use crate::domain::phone::{Home, Phone};
use crate::domain::text::Line;
use crate::wizard::draft::ContactDraft;
use crate::wizard::field::{ContactField, Field, Who};
use crate::wizard::model::Model;
use crate::wizard::phones;

use super::{Errors, Parsed};

/// The most characters of a name or a job title.
const NAME_LIMIT: usize = 64;

/// What the page parses to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactsChoice {
    /// Administrative contact.
    pub admin: Contact,
    /// Technical support.
    pub tech: Contact,
}

/// Parses the page.
///
/// # Errors
/// The errors of the page.
pub fn parse(model: &Model) -> Parsed<ContactsChoice> {
    let draft = &model.drafts.contacts;
    let mut errors = Errors::default();
    let home = phones::home(model, Field::Country);
    let admin = contact(&mut errors, home, Who::Admin, &draft.admin);
    let tech = if draft.tech_is_admin { admin.clone() } else { contact(&mut errors, home, Who::Tech, &draft.tech) };
    errors.finish(admin.zip(tech).map(|(admin, tech)| ContactsChoice { admin, tech }))
}

fn contact(errors: &mut Errors, home: Home<'_>, who: Who, draft: &ContactDraft) -> Option<Contact> {
    let mut line = |field, raw: &str| errors.take(Field::Contact(who, field), Line::parse(raw, NAME_LIMIT));
    let first_name = line(ContactField::FirstName, &draft.first_name);
    let last_name = line(ContactField::LastName, &draft.last_name);
    let job_title = line(ContactField::JobTitle, &draft.job_title);
    let email = errors.take(Field::Contact(who, ContactField::Email), EmailAddress::parse(&draft.email));
    let phone =
        errors.take(Field::Contact(who, ContactField::Phone), Phone::parse(draft.text(ContactField::Phone), home));
    Some(Contact {
        first_name: first_name?,
        last_name: last_name?,
        job_title: job_title?,
        email: email?,
        phone: phone?,
    })
}
