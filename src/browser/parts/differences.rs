//! What an existing request and the order form say differently, side by side.
use super::page::paragraph;
use crate::browser::html::{El, View, all, el, live, nothing};
use crate::browser::ui::{Ui, speech, t};
use crate::wizard::differences::{Difference, differences as all_differences};
use crate::wizard::field::Field;
use crate::wizard::step::Step;
use crate::words::{Say, Words};

/// The table, while there is something to compare.
pub fn differences(ui: Ui) -> View {
    let found = ui.memo(all_differences);
    live(move || {
        let found = found.get();
        if found.is_empty() {
            return nothing();
        }
        let heads = [t(Say::DifferencesWhat), t(Say::InRequest), t(Say::InForm)];
        let head = heads.iter().fold(el("tr", ""), |row, head| row.add(el("th", "").attr("scope", "col").text(head)));
        let body = found.iter().fold(el("tbody", ""), |body, difference| body.add(row(difference, &heads)));
        let table = el("table", "compare")
            .add(el("caption", "compare__title").text(&t(Say::DifferencesTitle)))
            .add(el("thead", "").add(head))
            .add(body);
        let lead = paragraph(Say::DifferencesLead);
        el("section", "notice")
            .attr("data-kind", "warning")
            .attr("data-part", "differences")
            .add(all([table.into(), lead]))
            .into()
    })
}

fn row(difference: &Difference, heads: &[Words]) -> El {
    let not_provided = t(Say::NotProvided);
    let values = [&difference.request, &difference.form];
    let row = el("tr", "").add(el("th", "").attr("scope", "row").text(&name(difference.field)));
    // Where the table is narrow, each value says by itself which side it is of.
    values.into_iter().zip(heads.iter().skip(1)).fold(row, |row, (value, head)| {
        let value = if value.is_empty() { &not_provided } else { value.as_str() };
        row.add(el("td", "").attr("data-head", head).text(value))
    })
}

/// What is compared; fields of other pages are called by these too.
fn name(field: Field) -> Words {
    match (field, field.step()) {
        (Field::Domain, _) => t(Say::ReviewNames),
        (_, Some(step @ (Step::Organization | Step::Contacts))) => {
            [&speech().step_name(step), ": ", &speech().label(field)].concat().into()
        }
        _ => speech().label(field),
    }
}
