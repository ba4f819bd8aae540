//! One line or area of text with its label, hint and error.
use leptos::prelude::*;

use crate::browser::parts::errors;
use crate::browser::ui::{Ui, t};
use crate::browser::watched::Watched;
use crate::domain::secret::Secret;
use crate::wizard::field::{ContactField, Field, OrgField};
use crate::wizard::message::Msg;
use crate::words::{self, Text, Words};

/// What kind of control a field has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Line(&'static str),
    Password,
    Area,
}

/// A text field; `is_optional` is said beside the label.
pub fn text(ui: Ui, field: Field, is_optional: bool) -> AnyView {
    labelled(ui, field, words::label(field), is_optional)
}

/// A text field with a label of its own.
pub fn labelled(ui: Ui, field: Field, label: Words, is_optional: bool) -> AnyView {
    let error = errors::of(ui, field);
    view! {
        <div class="field" class:field--bad=move || error.get().is_some()>
            <label class="field__label" for=field.id()>
                {label}
                {is_optional.then(|| view! { <span class="field__optional">{" "}{t(Text::Optional)}</span> })}
            </label>
            {hint(field)}
            {error_line(field, error)}
            {control(ui, field, error)}
        </div>
    }
    .into_any()
}

/// The hint under a label.
pub fn hint(field: Field) -> Option<impl IntoView> {
    let words = words::hint(field);
    (!words.is_empty()).then(|| view! { <p class="field__hint" id=format!("{}-hint", field.id())>{words}</p> })
}

/// The error above a control.
pub fn error_line(field: Field, error: Watched<Option<String>>) -> impl IntoView {
    move || error.get().map(|words| view! { <p class="field__error" id=format!("{}-error", field.id())>{words}</p> })
}

/// The ids of what describes a control.
pub fn described_by(field: Field, error: Watched<Option<String>>) -> impl Fn() -> Option<String> + Copy + Send {
    move || {
        let hint = (!words::hint(field).is_empty()).then(|| format!("{}-hint", field.id()));
        let error = error.get().is_some().then(|| format!("{}-error", field.id()));
        let ids: Vec<String> = hint.into_iter().chain(error).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }
}

fn control(ui: Ui, field: Field, error: Watched<Option<String>>) -> AnyView {
    let invalid = move || error.get().map(|_| "true");
    let value = ui.memo(move |model| match field {
        Field::UserName => model.user_name.clone(),
        Field::Password => model.password.expose().to_owned(),
        _ => model.drafts.text(field).to_owned(),
    });
    let described = described_by(field, error);
    let size = if matches!(field, Field::Org(OrgField::Postcode)) { "input input--short" } else { "input" };
    match kind(field) {
        Kind::Area => view! {
            <textarea class="textarea" id=field.id() data-field=field.id() rows="3" spellcheck="false"
                prop:value=move || value.get() aria-invalid=invalid aria-describedby=described
                on:input=move |event| ui.send(Msg::Edited(field, event_target_value(&event)))></textarea>
        }
        .into_any(),
        Kind::Password => view! {
            <input class="input" id=field.id() data-field=field.id() type="password" autocomplete="current-password"
                prop:value=move || value.get() aria-invalid=invalid aria-describedby=described
                on:input=move |event| ui.send(Msg::PasswordEdited(Secret::new(event_target_value(&event))))/>
        }
        .into_any(),
        Kind::Line(input_type) => view! {
            <input class=size id=field.id() data-field=field.id() type=input_type autocomplete=autocomplete(field)
                spellcheck="false" autocapitalize=capitals(field)
                prop:value=move || value.get() aria-invalid=invalid aria-describedby=described
                on:input=move |event| ui.send(Msg::Edited(field, event_target_value(&event)))/>
        }
        .into_any(),
    }
}

fn kind(field: Field) -> Kind {
    match field {
        Field::FurtherNames => Kind::Area,
        Field::Password => Kind::Password,
        Field::SubjectEmail | Field::Contact(_, ContactField::Email) => Kind::Line("email"),
        Field::Contact(_, ContactField::Phone) | Field::Org(OrgField::Phone) => Kind::Line("tel"),
        _ => Kind::Line("text"),
    }
}

/// What browsers may fill in (WCAG 1.3.5).
fn autocomplete(field: Field) -> &'static str {
    match field {
        Field::UserName => "username",
        Field::Company | Field::Org(OrgField::Name) => "organization",
        Field::State | Field::Org(OrgField::State) => "address-level1",
        Field::City | Field::Org(OrgField::City) => "address-level2",
        Field::Org(OrgField::Postcode) => "postal-code",
        Field::Org(OrgField::Address) => "street-address",
        Field::Contact(_, ContactField::FirstName) => "given-name",
        Field::Contact(_, ContactField::LastName) => "family-name",
        Field::Contact(_, ContactField::JobTitle) => "organization-title",
        Field::Contact(_, ContactField::Email) | Field::SubjectEmail => "email",
        Field::Contact(_, ContactField::Phone) | Field::Org(OrgField::Phone) => "tel",
        _ => "off",
    }
}

fn capitals(field: Field) -> &'static str {
    match field {
        Field::Domain | Field::UserName | Field::PromotionCode => "none",
        _ => "sentences",
    }
}
