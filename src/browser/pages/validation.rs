//! Page "validation": which address confirms each name.
use leptos::prelude::*;

use crate::browser::parts::{errors, notice, page};
use crate::browser::ui::{Ui, t};
use crate::wizard::field::Field;
use crate::wizard::message::Msg;
use crate::wizard::model::Model;
use crate::wizard::step::Step;
use crate::wizard::steps::subject;
use crate::words::{self, Text};

/// The name and addresses of each list.
fn lists(model: &Model) -> Vec<(String, Vec<String>)> {
    let Some(form) = model.discovery.form() else { return Vec::new() };
    let names: Vec<String> = subject::parse(model)
        .map(|choice| choice.subject.names().map(ToString::to_string).collect())
        .unwrap_or_default();
    let with_name = |(i, list): (usize, &crate::billing::order_form::Approvers)| {
        (names.get(i).cloned().unwrap_or_default(), list.addresses.clone())
    };
    form.approvers.iter().enumerate().map(with_name).collect()
}

/// The page.
pub fn page(ui: Ui) -> AnyView {
    let lists = ui.memo(lists);
    let is_known = ui.memo(|model| model.discovery.form().is_some());
    let is_busy = ui.memo(|model| model.discovery.is_busy());
    view! {
        {page::top(ui, Step::Validation, Text::LeadValidation)}
        {move || match (is_known.get(), is_busy.get()) {
            (true, _) => fields(ui, lists.get()),
            (false, true) => notice::busy(t(Text::AskingBilling)).into_any(),
            (false, false) => view! {
                <div class="actions">{page::button(ui, "button button--primary", t(Text::TryAgain), Msg::Retry)}</div>
            }
            .into_any(),
        }}
    }
    .into_any()
}

fn fields(ui: Ui, lists: Vec<(String, Vec<String>)>) -> AnyView {
    let selects =
        (0_u8..=u8::MAX).zip(lists).map(|(i, (name, addresses))| select(ui, i, name, addresses)).collect_view();
    let content = view! {
        {selects}
        {notice::notice("info", None, t(Text::ReceiveMail))}
        <p class="field__hint">{t(Text::EmailEnds)}</p>
    };
    page::continued(ui, Step::Validation, content.into_any())
}

fn select(ui: Ui, i: u8, name: String, addresses: Vec<String>) -> AnyView {
    let field = Field::Approver(i);
    let error = errors::of(ui, field);
    let chosen = ui.memo(move |model| model.drafts.text(field).to_owned());
    let label = if name.is_empty() { words::label(field) } else { t(Text::ConfirmFor(name)) };
    let option = |address: String| {
        let value = address.clone();
        view! { <option value=address.clone() prop:selected=move || chosen.get() == value>{address.clone()}</option> }
    };
    view! {
        <div class="field" class:field--bad=move || error.get().is_some()>
            <label class="field__label" for=field.id()>{label}</label>
            {crate::browser::parts::field::error_line(field, error)}
            <select class="select" id=field.id() data-field=field.id()
                aria-invalid=move || error.get().map(|_| "true")
                aria-describedby=crate::browser::parts::field::described_by(field, error)
                on:change=move |event| ui.send(Msg::Edited(field, event_target_value(&event)))>
                <option value="" prop:selected=move || chosen.get().is_empty()>{"…"}</option>
                {addresses.into_iter().map(option).collect_view()}
            </select>
        </div>
    }
    .into_any()
}
