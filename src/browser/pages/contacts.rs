//! Page "contacts".
use crate::browser::html::{View, all, el, live, live_text};
use crate::browser::parts::choice::check_box;
use crate::browser::parts::{field, page, taken};
use crate::browser::ui::{Ui, t};
use crate::wizard::ask_once::Source;
use crate::wizard::field::{ContactField, Field, Who};
use crate::wizard::step::Step;
use crate::words::{Say, Text};

/// The page.
pub fn page(ui: Ui) -> View {
    let is_same = ui.memo(|model| model.drafts.contacts.tech_is_admin);
    let tech = live(move || if is_same.get() { used(ui) } else { fields(ui, Who::Tech) });
    let copied = taken::taken(ui, Source::Admin);
    let content = [
        page::group(Say::AdminTitle, [fields(ui, Who::Admin)]),
        page::group(Say::TechTitle, [check_box(ui, Field::TechIsAdmin), copied, tech]),
    ];
    all([page::top(ui, Step::Contacts, Say::LeadContacts), page::continued(ui, Step::Contacts, content)])
}

/// Whose details are used.
fn used(ui: Ui) -> View {
    let words = ui.memo(|model| {
        let text = |field| model.drafts.text(Field::Contact(Who::Admin, field)).trim();
        let name = [text(ContactField::FirstName), text(ContactField::LastName)].join(" ");
        let all = [name.trim(), text(ContactField::Email)].into_iter().filter(|part| !part.is_empty());
        all.map(str::to_owned).collect::<Vec<_>>()
    });
    let words = live_text(move || {
        let used = words.get();
        if used.is_empty() { String::new() } else { t(Text::DetailsUsed(used)).into_owned() }
    });
    el("p", "field__hint said").attr("role", "status").add(words).into()
}

fn fields(ui: Ui, who: Who) -> View {
    all(ContactField::ALL.into_iter().map(|field| field::text(ui, Field::Contact(who, field), false)))
}
