//! Page "organization".
use leptos::prelude::*;

use crate::browser::parts::{country, field, page};
use crate::browser::ui::Ui;
use crate::wizard::field::{Field, OrgField};
use crate::wizard::step::Step;
use crate::words::Text;

/// The page.
pub fn page(ui: Ui) -> AnyView {
    let control = |field| match field {
        OrgField::Country => country::select(ui, Field::Org(field)),
        _ => field::text(ui, Field::Org(field), field == OrgField::Postcode),
    };
    let content: Vec<AnyView> = OrgField::ALL.into_iter().map(control).collect();
    view! {
        {page::top(ui, Step::Organization, Text::LeadOrganization)}
        {page::continued(ui, Step::Organization, content.into_any())}
    }
    .into_any()
}
