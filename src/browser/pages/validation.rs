//! Page "validation": which address confirms the names, one choice for all that share their addresses.
use crate::browser::html::{View, all, el, live, live_text, nothing};
use crate::browser::parts::{field, notice, page, select};
use crate::browser::ui::{Ui, t};
use crate::wizard::approvers::{Group, admin_everywhere, groups};
use crate::wizard::field::Field;
use crate::wizard::message::Msg;
use crate::wizard::model::Model;
use crate::wizard::remedy::Remedy;
use crate::wizard::step::Step;
use crate::wizard::steps::subject;
use crate::words::Text;

/// The names and the choice of each group.
type Choices = Vec<(Vec<String>, Group)>;

fn choices(model: &Model) -> Option<Choices> {
    let names = subject::names(model);
    let of = |group: &Group| group.members.iter().filter_map(|i| names.get(usize::from(*i)).cloned()).collect();
    Some(groups(model.discovery.form()?).into_iter().map(|group| (of(&group), group)).collect())
}

/// The page.
pub fn page(ui: Ui) -> View {
    let choices = ui.memo(choices);
    let is_busy = ui.memo(|model| model.discovery.is_busy());
    let content = live(move || match (choices.get(), is_busy.get()) {
        (Some(choices), _) => fields(ui, choices),
        (None, true) => notice::busy(Text::AskingBilling),
        (None, false) => page::primary(ui, Text::TryAgain, Msg::Retry).into(),
    });
    all([page::top(ui, Step::Validation, Text::LeadValidation), content])
}

fn fields(ui: Ui, choices: Choices) -> View {
    let selects = choices.into_iter().map(|(names, Group { field, addresses, .. })| {
        let label = t(Text::ConfirmFor(names));
        // An empty list means that the CA takes any mailbox.
        if addresses.is_empty() {
            return field::labelled(ui, field, &label, false);
        }
        select::address(ui, field, &label, addresses)
    });
    let notes =
        [notice::notice("info", &t(Text::ReceiveMail)), el("p", "field__hint").text(&t(Text::EmailEnds)).into()];
    page::continued(ui, Step::Validation, [everywhere(ui)].into_iter().chain(selects).chain(notes))
}

/// The button that chooses `admin@` for every name, and whether that is chosen.
fn everywhere(ui: Ui) -> View {
    if ui.peek(|model| admin_everywhere(model).is_empty()) {
        return nothing();
    }
    let words = ui.memo(|model| {
        let is_chosen = admin_everywhere(model).iter().all(|(field, address)| model.drafts.text(*field) == address);
        if is_chosen { t(Text::AdminChosen).into_owned() } else { String::new() }
    });
    let words = live_text(move || words.get());
    let press = Msg::Apply(Field::Approver(0), Remedy::AdminEverywhere);
    el("div", "actions")
        .add(page::button(ui, "button button--small", &t(Text::AdminEverywhere), press))
        .add(el("span", "").attr("role", "status").add(words))
        .into()
}
