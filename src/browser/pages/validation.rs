//! Page "validation": how the names are checked, and which address confirms them, one choice for all that share theirs.
use crate::billing::assumed::method::Method;
use crate::browser::html::{View, all, el, live, live_text, nothing};
use crate::browser::parts::choice::{self, Choice, radios};
use crate::browser::parts::{differences, field, notice, page, select};
use crate::browser::ui::{Ui, t};
use crate::wizard::approvers::{Group, admin_everywhere, groups};
use crate::wizard::field::Field;
use crate::wizard::message::Msg;
use crate::wizard::model::Model;
use crate::wizard::remedy::Remedy;
use crate::wizard::step::Step;
use crate::wizard::steps::{subject, validation};
use crate::words::{Say, Text};

/// The names and the choice of each group.
type Choices = Vec<(Vec<String>, Group)>;

fn choices(model: &Model) -> Option<Choices> {
    let names = subject::names(model);
    let form = model.discovery.form()?;
    let asked: Vec<u8> = validation::lists(model, form).into_iter().map(|(place, _)| place).collect();
    let both = |name: &String| t(Text::BothForms(name.clone())).into_owned();
    let of = |group: &Group| group.members.iter().filter_map(|i| names.get(usize::from(*i)).map(both)).collect();
    let is_asked = |group: &Group| group.members.iter().any(|place| asked.contains(place));
    Some(groups(form).into_iter().filter(is_asked).map(|group| (of(&group), group)).collect())
}

fn methods_of(model: &Model) -> &[Method] {
    model.discovery.form().map(|form| form.methods.as_slice()).unwrap_or_default()
}

/// The page.
pub fn page(ui: Ui) -> View {
    let choices = ui.memo(choices);
    let methods = ui.memo(|model| methods_of(model).to_vec());
    let is_busy = ui.memo(|model| model.discovery.is_busy());
    let content = live(move || match (choices.get(), is_busy.get()) {
        (Some(choices), _) => fields(ui, &methods.get(), choices),
        (None, true) => notice::busy(Say::AskingBilling),
        (None, false) => page::primary(ui, Say::TryAgain, Msg::Retry).into(),
    });
    // The form may come after the page.
    let is_choice = ui.memo(|model| !methods_of(model).is_empty());
    let top = live(move || {
        let lead = if is_choice.get() { Say::LeadMethods } else { Say::LeadValidation };
        page::top(ui, Step::Validation, lead)
    });
    all([top, differences::differences(ui), content])
}

fn fields(ui: Ui, methods: &[Method], choices: Choices) -> View {
    let method = if methods.is_empty() {
        nothing()
    } else {
        let choice = |method: &Method| Choice {
            value: method.value.clone(),
            label: method.label.clone().into(),
            hint: t(Text::MethodHint(method.kind)),
            aside: String::new(),
        };
        radios(ui, Field::Method, choice::CARDS, methods.iter().map(choice).collect())
    };
    let writes = !choices.is_empty();
    let selects = choices.into_iter().map(|(names, Group { field, addresses, .. })| {
        let label = t(Text::ConfirmFor(names));
        // An empty list means that the CA takes any mailbox.
        if addresses.is_empty() {
            return field::labelled(ui, field, &label, false);
        }
        select::address(ui, field, &label, addresses)
    });
    let notes = [notice::notice("info", &t(Say::ReceiveMail)), el("p", "field__hint").text(&t(Say::EmailEnds)).into()];
    let notes = notes.into_iter().filter(|_| writes);
    let everywhere = if writes { everywhere(ui) } else { nothing() };
    page::continued(ui, Step::Validation, [method, everywhere].into_iter().chain(selects).chain(notes))
}

/// The button that chooses `admin@` for every name, and whether that is chosen.
fn everywhere(ui: Ui) -> View {
    if ui.peek(|model| admin_everywhere(model).is_empty()) {
        return nothing();
    }
    let words = ui.memo(|model| {
        let is_chosen = admin_everywhere(model).iter().all(|(field, address)| model.drafts.text(*field) == address);
        if is_chosen { t(Say::AdminChosen).into_owned() } else { String::new() }
    });
    let words = live_text(move || words.get());
    let press = Msg::Apply(Field::Approver(0), Remedy::AdminEverywhere);
    el("div", "actions")
        .add(page::button(ui, "button button--small", &t(Say::AdminEverywhere), press))
        .add(el("span", "").attr("role", "status").add(words))
        .into()
}
