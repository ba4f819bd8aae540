//! Page "organization".
use crate::browser::html::{View, all, nothing};
use crate::browser::parts::{country, differences, field, page, select, taken};
use crate::browser::ui::Ui;
use crate::wizard::ask_once::Source;
use crate::wizard::field::{Field, OrgField};
use crate::wizard::step::Step;
use crate::wizard::steps::organization::needs_postcode;
use crate::words::Say;

/// What the billing system may leave to the customer.
const POSTCODE: Field = Field::Org(OrgField::Postcode);

/// The page.
pub fn page(ui: Ui) -> View {
    let is_optional = !ui.peek(needs_postcode);
    let control = |field| match field {
        OrgField::Country => country::country(ui, Field::Org(field)),
        OrgField::State => select::state(ui, Field::Org(field)),
        OrgField::Postcode if is_optional => nothing(),
        _ => field::text(ui, Field::Org(field), false),
    };
    let taken = [taken::taken(ui, Source::Request), taken::taken(ui, Source::AdminPhone)];
    let more = is_optional.then(|| page::more_details(ui, [POSTCODE], [field::text(ui, POSTCODE, true)]));
    let fields = OrgField::ALL.into_iter().map(control);
    let content = taken.into_iter().chain(fields).chain(more).chain([differences::differences(ui)]);
    all([page::top(ui, Step::Organization, Say::LeadOrganization), page::continued(ui, Step::Organization, content)])
}
