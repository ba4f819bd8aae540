//! Page "subject".
use leptos::prelude::*;

use crate::browser::parts::choice::{Choice, radios};
use crate::browser::parts::{country, field, notice, page};
use crate::browser::ui::{Ui, t};
use crate::request::algorithm::KeyType;
use crate::wizard::field::Field;
use crate::wizard::keys::KeyState;
use crate::wizard::step::Step;
use crate::wizard::steps::subject::chosen_key_type;
use crate::words::Text;

/// The page.
pub fn page(ui: Ui) -> AnyView {
    let content = view! {
        {names(ui)}
        {company(ui)}
        {key_type(ui)}
    };
    view! {
        {page::top(ui, Step::Subject, Text::LeadSubject)}
        {page::continued(ui, Step::Subject, content.into_any())}
    }
    .into_any()
}

fn names(ui: Ui) -> impl IntoView {
    view! {
        <fieldset class="group">
            <legend class="group__title">{t(Text::NamesTitle)}</legend>
            {field::text(ui, Field::Domain, false)}
            {field::text(ui, Field::FurtherNames, true)}
        </fieldset>
    }
}

fn company(ui: Ui) -> impl IntoView {
    view! {
        <fieldset class="group">
            <legend class="group__title">{t(Text::CompanyTitle)}</legend>
            {country::select(ui, Field::Country)}
            {field::text(ui, Field::State, false)}
            {field::text(ui, Field::City, false)}
            {field::text(ui, Field::Company, false)}
            {field::text(ui, Field::CompanyUnit, true)}
            {field::text(ui, Field::SubjectEmail, true)}
        </fieldset>
    }
}

/// The key types offered; the default is chosen from the start.
fn key_type(ui: Ui) -> impl IntoView {
    let offered = ui.read(|model| model.config.key_types.clone());
    let untouched = ui.read(|model| model.drafts.subject.key_type.is_empty());
    if untouched {
        let default = ui.read(chosen_key_type);
        ui.send(crate::wizard::message::Msg::Edited(Field::KeyType, default.id().to_owned()));
    }
    let is_other = ui.memo(|model| match &model.key {
        KeyState::Ready(key) => key.key_type != chosen_key_type(model),
        _ => false,
    });
    let choice = |key_type: KeyType| Choice {
        value: key_type.id().to_owned(),
        label: t(Text::KeyTypeName(key_type)),
        hint: t(Text::KeyTypeHint(key_type)),
        aside: String::new(),
    };
    view! {
        {radios(ui, Field::KeyType, "", offered.into_iter().map(choice).collect())}
        {move || is_other.get().then(|| notice::notice("warning", None, t(Text::KeyWillBeReplaced)))}
    }
}
