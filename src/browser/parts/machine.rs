//! Boxes for texts that machines read: the private key, the request, the certificate.
use leptos::prelude::*;

use super::page::button;
use crate::browser::ui::{Ui, t};
use crate::browser::watched::Watched;
use crate::wizard::effect::Purpose;
use crate::wizard::message::Msg;
use crate::words::{Text, Words};

/// A public text with Copy and Download.
pub fn public(ui: Ui, name: Words, text: Watched<String>, copy: Option<(Msg, Purpose)>, download: Msg) -> AnyView {
    view! {
        <div class="machine">
            <div class="machine__bar">
                <span class="machine__name">{name}</span>
                {copy.map(|(msg, purpose)| copy_button(ui, msg, purpose))}
                {button(ui, "button button--small", t(Text::Download), download)}
            </div>
            <pre class="machine__text" translate="no">{move || text.get()}</pre>
        </div>
    }
    .into_any()
}

/// The private key: hidden until it is shown, and again after a minute.
pub fn private_key(ui: Ui) -> AnyView {
    let shown = ui.memo(|model| model.revealed.clone());
    let is_shown = ui.memo(|model| model.revealed.is_some());
    let toggle = move |_| ui.send(if is_shown.get_untracked() { Msg::HideKey } else { Msg::ShowKey });
    let is_downloaded = ui.memo(|model| match &model.key {
        crate::wizard::keys::KeyState::Ready(key) => key.downloaded,
        _ => false,
    });
    view! {
        <div class="machine">
            <div class="machine__bar">
                <span class="machine__name">{t(Text::PrivateKey)}</span>
                <button class="button button--small" type="button" aria-expanded=move || is_shown.get().to_string() on:click=toggle>
                    {move || t(if is_shown.get() { Text::Hide } else { Text::Show })}
                </button>
                {copy_button(ui, Msg::CopyKey, Purpose::CopyKey)}
                {button(ui, "button button--small", t(Text::Download), Msg::DownloadKey)}
            </div>
            {move || match shown.get() {
                Some(text) => view! { <pre class="machine__text" translate="no">{text.expose().to_owned()}</pre> }.into_any(),
                None => view! { <p class="machine__text">{t(Text::KeyHidden)}</p> }.into_any(),
            }}
        </div>
        <p class="status" role="status">
            {move || is_shown.get().then(|| t(Text::KeyShownNote))}
            {move || is_downloaded.get().then(|| view! { <span>{t(Text::Downloaded)}</span> })}
        </p>
    }
    .into_any()
}

fn copy_button(ui: Ui, msg: Msg, purpose: Purpose) -> impl IntoView {
    let is_copied = ui.memo(move |model| model.copied == Some(purpose));
    view! {
        <button class="button button--small" type="button" on:click=move |_| ui.send(msg.clone())>
            {move || t(if is_copied.get() { Text::Copied } else { Text::Copy })}
        </button>
    }
}
