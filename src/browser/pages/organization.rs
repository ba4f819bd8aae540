//! Page "organization".
use crate::browser::html::{View, all};
use crate::browser::parts::{differences, field, page, select};
use crate::browser::ui::Ui;
use crate::wizard::field::{Field, OrgField};
use crate::wizard::step::Step;
use crate::wizard::steps::organization::needs_postcode;
use crate::words::Say;

/// The page.
pub fn page(ui: Ui) -> View {
    let is_optional = !ui.peek(needs_postcode);
    let control = |field| match field {
        OrgField::Country => select::country(ui, Field::Org(field)),
        _ => field::text(ui, Field::Org(field), is_optional && field == OrgField::Postcode),
    };
    let content = OrgField::ALL.into_iter().map(control).chain([differences::differences(ui)]);
    all([page::top(ui, Step::Organization, Say::LeadOrganization), page::continued(ui, Step::Organization, content)])
}
