//! Page "request".
use leptos::prelude::*;

use crate::browser::parts::{notice, page};
use crate::browser::ui::{Ui, t};
use crate::wizard::field::Field;
use crate::wizard::step::Step;
use crate::words::{self, Text};

/// The page. The one way offered is chosen.
pub fn page(ui: Ui) -> AnyView {
    let can_make_keys = ui.memo(|model| model.can_make_keys);
    let id = Field::RequestMethod.id();
    let content = view! {
        <fieldset class="choices choices--cards field">
            <legend class="field__label">{words::label(Field::RequestMethod)}</legend>
            <div class="choice">
                <input class="choice__input" type="radio" id=id.clone() data-field=id.clone() name=id.clone() checked=true
                    disabled=move || !can_make_keys.get()/>
                <label class="choice__label" for=id>
                    {t(Text::Generate)}<span class="choice__hint">{t(Text::GenerateHint)}</span>
                </label>
            </div>
        </fieldset>
        {move || (!can_make_keys.get()).then(|| notice::notice("warning", None, t(Text::NoKeysHere)))}
        <details class="more">
            <summary class="more__title">{t(Text::WhatIsARequest)}</summary>
            <p>{t(Text::WhatIsARequestAnswer)}</p>
        </details>
    };
    view! {
        {page::top(ui, Step::Request, Text::LeadRequest)}
        {page::continued(ui, Step::Request, content.into_any())}
    }
    .into_any()
}
