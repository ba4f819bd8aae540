//! Page "validation": which address confirms each name.
use crate::browser::html::{View, all, el, live};
use crate::browser::parts::{field, notice, page, select};
use crate::browser::ui::{Ui, t};
use crate::wizard::field::Field;
use crate::wizard::message::Msg;
use crate::wizard::model::Model;
use crate::wizard::step::Step;
use crate::wizard::steps::subject;
use crate::words::{self, Text};

/// The name and addresses of each list.
type Lists = Vec<(String, Vec<String>)>;

fn lists(model: &Model) -> Option<Lists> {
    let names = subject::names(model);
    let lists = model.discovery.form()?.approvers.iter().enumerate();
    Some(lists.map(|(i, list)| (names.get(i).cloned().unwrap_or_default(), list.addresses.clone())).collect())
}

/// The page.
pub fn page(ui: Ui) -> View {
    let lists = ui.memo(lists);
    let is_busy = ui.memo(|model| model.discovery.is_busy());
    let content = live(move || match (lists.get(), is_busy.get()) {
        (Some(lists), _) => fields(ui, lists),
        (None, true) => notice::busy(Text::AskingBilling),
        (None, false) => page::primary(ui, Text::TryAgain, Msg::Retry).into(),
    });
    all([page::top(ui, Step::Validation, Text::LeadValidation), content])
}

fn fields(ui: Ui, lists: Lists) -> View {
    let selects = (0_u8..=u8::MAX).zip(lists).map(|(i, (name, addresses))| {
        let approver = Field::Approver(i);
        let label = if name.is_empty() { words::label(approver) } else { t(Text::ConfirmFor(name)) };
        // An empty list means that the CA takes any mailbox.
        if addresses.is_empty() {
            return field::labelled(ui, approver, &label, false);
        }
        select::address(ui, approver, &label, addresses)
    });
    let notes =
        [notice::notice("info", &t(Text::ReceiveMail)), el("p", "field__hint").text(&t(Text::EmailEnds)).into()];
    page::continued(ui, Step::Validation, selects.chain(notes))
}
