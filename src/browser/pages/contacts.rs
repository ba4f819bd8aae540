//! Page "contacts".
use leptos::prelude::*;

use crate::browser::parts::choice::check_box;
use crate::browser::parts::{field, page};
use crate::browser::ui::{Ui, t};
use crate::wizard::field::{ContactField, Field, Who};
use crate::wizard::step::Step;
use crate::words::Text;

/// The page.
pub fn page(ui: Ui) -> AnyView {
    let is_same = ui.memo(|model| model.drafts.contacts.tech_is_admin);
    let content = view! {
        <fieldset class="group">
            <legend class="group__title">{t(Text::AdminTitle)}</legend>
            {fields(ui, Who::Admin)}
        </fieldset>
        <fieldset class="group">
            <legend class="group__title">{t(Text::TechTitle)}</legend>
            {check_box(ui, Field::TechIsAdmin)}
            {move || (!is_same.get()).then(|| fields(ui, Who::Tech))}
        </fieldset>
    };
    view! {
        {page::top(ui, Step::Contacts, Text::LeadContacts)}
        {page::continued(ui, Step::Contacts, content.into_any())}
    }
    .into_any()
}

fn fields(ui: Ui, who: Who) -> Vec<AnyView> {
    ContactField::ALL.into_iter().map(|field| field::text(ui, Field::Contact(who, field), false)).collect()
}
