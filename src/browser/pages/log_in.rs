//! The log-in: asked in the place of a page that needs it; the page comes back afterwards.
use leptos::prelude::*;

use crate::browser::parts::{errors, field, notice, page};
use crate::browser::ui::{Ui, t};
use crate::wizard::field::Field;
use crate::wizard::message::Msg;
use crate::wizard::model::Session;
use crate::wizard::session;
use crate::words::Text;

/// The page.
pub fn page(ui: Ui) -> AnyView {
    let step = ui.read(|model| model.place);
    let is_busy = ui.memo(session::is_busy);
    let has_ended = ui.memo(|model| model.session == Session::Guest { ended: true });
    let register = ui.memo(|model| model.config.links.register.clone());
    let fields = view! {
        {field::text(ui, Field::UserName, false)}
        {field::text(ui, Field::Password, false)}
        {page::submit(t(Text::LogIn), is_busy)}
        <div role="status">{move || is_busy.get().then(|| notice::busy(t(Text::LoggingIn)))}</div>
    };
    view! {
        {page::back(ui, step)}
        {errors::summary(ui)}
        {page::heading(t(Text::LogIn), Text::LeadLogIn)}
        {move || has_ended.get().then(|| notice::notice("warning", None, t(Text::SessionEnded)))}
        {page::form(ui, Msg::LogIn, fields.into_any())}
        {move || register.get().map(|address| view! {
            <p><a href=address target="_blank" rel="noopener">{t(Text::CreateAccount)}</a></p>
        })}
    }
    .into_any()
}
