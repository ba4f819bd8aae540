//! Page "contacts".
use crate::browser::html::{View, all, live, nothing};
use crate::browser::parts::choice::check_box;
use crate::browser::parts::{field, page};
use crate::browser::ui::Ui;
use crate::wizard::field::{ContactField, Field, Who};
use crate::wizard::step::Step;
use crate::words::Say;

/// The page.
pub fn page(ui: Ui) -> View {
    let is_same = ui.memo(|model| model.drafts.contacts.tech_is_admin);
    let tech = live(move || if is_same.get() { nothing() } else { fields(ui, Who::Tech) });
    let content = [
        page::group(Say::AdminTitle, [fields(ui, Who::Admin)]),
        page::group(Say::TechTitle, [check_box(ui, Field::TechIsAdmin), tech]),
    ];
    all([page::top(ui, Step::Contacts, Say::LeadContacts), page::continued(ui, Step::Contacts, content)])
}

fn fields(ui: Ui, who: Who) -> View {
    all(ContactField::ALL.into_iter().map(|field| field::text(ui, Field::Contact(who, field), false)))
}
