//! Page "request".
use crate::browser::html::{View, all, nothing};
use crate::browser::parts::{choice, notice, page};
use crate::browser::ui::{Ui, t};
use crate::wizard::field::Field;
use crate::wizard::step::Step;
use crate::words::Text;

/// The page. The one way offered is chosen.
pub fn page(ui: Ui) -> View {
    let can_make_keys = ui.peek(|model| model.can_make_keys);
    let warning = if can_make_keys { nothing() } else { notice::notice("warning", &t(Text::NoKeysHere)) };
    let content = [
        choice::only(ui, Field::RequestMethod, &t(Text::Generate), &t(Text::GenerateHint)).into(),
        warning,
        page::more(Text::WhatIsARequest, [page::paragraph(Text::WhatIsARequestAnswer)]),
    ];
    all([page::top(ui, Step::Request, Text::LeadRequest), page::continued(ui, Step::Request, content)])
}
