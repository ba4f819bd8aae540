//! One line or area of text with its label, hint and error.
use crate::browser::html::{El, View, clear, el, live, live_text, nothing, value_of};
use crate::browser::parts::{errors, remedies, taken};
use crate::browser::ui::{Ui, speech, t};
use crate::browser::watched::Watched;
use crate::domain::secret::Secret;
use crate::wizard::field::{ContactField, Field, OrgField};
use crate::wizard::message::Msg;
use crate::wizard::phones;
use crate::words::{Say, Text};

/// A text field; `is_optional` is said beside the label.
pub fn text(ui: Ui, field: Field, is_optional: bool) -> View {
    labelled(ui, field, &speech().label(field), is_optional)
}

/// A text field with a label of its own.
pub fn labelled(ui: Ui, field: Field, label: &str, is_optional: bool) -> View {
    let error = errors::of(ui, field);
    frame(ui, field, error, name(field, label, is_optional), describe(input(ui, field), field, error)).into()
}

/// As [`labelled`], with room for several lines.
pub fn area(ui: Ui, field: Field, label: &str, is_optional: bool) -> View {
    let error = errors::of(ui, field);
    let control = el("textarea", "textarea").attr("rows", "3");
    frame(ui, field, error, name(field, label, is_optional), describe(filled(ui, field, control), field, error)).into()
}

/// A field's label; `is_optional` is said beside it.
pub fn name(field: Field, label: &str, is_optional: bool) -> El {
    let optional = is_optional.then(|| el("span", "field__optional").text(" ").text(&t(Say::Optional)));
    el("label", "field__label").attr("for", &field.id()).text(label).add_some(optional)
}

/// A field's box: label, hint, error with what can be done about it, control.
pub fn frame(ui: Ui, field: Field, error: Watched<Option<String>>, label: El, control: El) -> El {
    el("div", "field")
        .live_class("field--bad", move || error.get().is_some())
        .add(label)
        .add_some(hint(field).map(|hint| hint.add(calling_code(ui, field))))
        .add(error_line(field, error))
        .add(remedies::under_error(ui, field))
        .add(control)
        .add(if kind(field) == "tel" { taken::code(ui, field) } else { nothing() })
}

/// The hint under a label.
pub fn hint(field: Field) -> Option<El> {
    let words = speech().hint(field);
    (!words.is_empty()).then(|| el("p", "field__hint").attr("id", &format!("{}-hint", field.id())).text(&words))
}

/// The country code of the chosen country, in the hint of a phone field.
fn calling_code(ui: Ui, field: Field) -> View {
    if kind(field) != "tel" {
        return nothing();
    }
    let words = ui.memo(move |model| match phones::hint(model, field) {
        Some((country, code)) => [" ", &t(Text::CallingCode { country: country.as_str().to_owned(), code })].concat(),
        None => String::new(),
    });
    live_text(move || words.get())
}

/// The error above a control.
pub fn error_line(field: Field, error: Watched<Option<String>>) -> View {
    live(move || match error.get() {
        Some(words) => {
            let line = el("p", "field__error").attr("id", &format!("{}-error", field.id()));
            let mut lines = words.split('\n');
            let line = line.text(lines.next().unwrap_or_default());
            lines.fold(line, |line, more| line.add(el("br", "")).text(more)).into()
        }
        None => nothing(),
    })
}

/// Gives a control its name for labels, errors and the focus, and what describes it.
pub fn describe(control: El, field: Field, error: Watched<Option<String>>) -> El {
    described_by(control.attr("id", &field.id()).attr("data-field", &field.id()), field, error)
        .live_attr("aria-invalid", move || error.get().map(|_| "true".to_owned()))
}

/// Tells when a text field gets the focus and when it is left, which is when it is judged anew.
pub fn watched(ui: Ui, field: Field, control: El) -> El {
    let control = control.on("focus", move |_| ui.send(Msg::Entered(field)));
    control.on("blur", move |_| ui.send_settled(Msg::Left(field)))
}

/// Ties hint and error to a control.
pub fn described_by(control: El, field: Field, error: Watched<Option<String>>) -> El {
    control.live_attr("aria-describedby", move || {
        let hint = (!speech().hint(field).is_empty()).then(|| format!("{}-hint", field.id()));
        let error = error.get().is_some().then(|| format!("{}-error", field.id()));
        let ids: Vec<String> = hint.into_iter().chain(error).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    })
}

fn input(ui: Ui, field: Field) -> El {
    let control = match field {
        Field::FurtherNames | Field::ExistingRequest => el("textarea", "textarea").attr("rows", "3"),
        Field::Org(OrgField::Postcode) => el("input", "input input--short").attr("type", "text"),
        _ => el("input", "input").attr("type", kind(field)),
    };
    filled(ui, field, control)
}

/// A control that shows what is typed, and tells what is being typed.
fn filled(ui: Ui, field: Field, control: El) -> El {
    let value = ui.memo(move |model| match field {
        Field::UserName => model.user_name.clone(),
        Field::Password => model.password.expose().to_owned(),
        Field::ExistingRequest => model.existing.text.expose().to_owned(),
        Field::Code => model.code.expose().to_owned(),
        _ => phones::begun(model, field).unwrap_or_else(|| model.drafts.text(field).to_owned()),
    });
    watched(ui, field, control)
        .attr("autocomplete", autocomplete(field))
        .attr_if("inputmode", (field == Field::Code).then_some("numeric"))
        .attr("autocapitalize", capitals(field))
        .attr("spellcheck", "false")
        .live_prop("value", move || value.get())
        .on("input", move |event| {
            let text = value_of(&event);
            let is_empty = text.is_empty();
            ui.send(match field {
                Field::Password => Msg::PasswordEdited(Secret::new(text)),
                Field::ExistingRequest => Msg::RequestGiven(Secret::new(text)),
                Field::Code => Msg::CodeEdited(Secret::new(text)),
                _ => Msg::Edited(field, text),
            });
            // A private key that was pasted is nowhere by now but here.
            let is_gone = ui.peek(|model| match field {
                Field::ExistingRequest => model.existing.text.is_empty(),
                Field::UserName | Field::Password | Field::Code => false,
                _ => model.drafts.text(field).is_empty(),
            });
            if is_gone && !is_empty {
                clear(&event);
            }
        })
}

fn kind(field: Field) -> &'static str {
    match field {
        Field::Password => "password",
        Field::SubjectEmail | Field::Approver(_) | Field::Contact(_, ContactField::Email) => "email",
        Field::Contact(_, ContactField::Phone) | Field::Org(OrgField::Phone) => "tel",
        _ => "text",
    }
}

/// What browsers may fill in (WCAG 1.3.5).
fn autocomplete(field: Field) -> &'static str {
    match field {
        Field::UserName => "username",
        Field::Password => "current-password",
        Field::Code => "one-time-code",
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
        Field::Domain | Field::FurtherNames | Field::ExistingRequest | Field::UserName | Field::PromotionCode => "none",
        _ => "sentences",
    }
}
