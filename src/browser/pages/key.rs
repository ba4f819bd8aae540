//! Page "key": the private key, made here.
use leptos::prelude::*;

use crate::browser::parts::choice::check_box;
use crate::browser::parts::{key_safe, machine, notice, page};
use crate::browser::ui::{Ui, t};
use crate::browser::watched::Watched;
use crate::request::algorithm::KeyType;
use crate::wizard::effect::Purpose;
use crate::wizard::field::Field;
use crate::wizard::keys::{Hold, Kept, KeyState, RequestState};
use crate::wizard::message::Msg;
use crate::wizard::model::Model;
use crate::wizard::step::Step;
use crate::words::Text;

/// How far the key is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Nothing,
    Making(KeyType),
    Signing,
    Failed,
    Ready(KeyType, Hold),
}

fn stage(model: &Model) -> Stage {
    match &model.key {
        KeyState::None => Stage::Nothing,
        KeyState::Making(key_type) => Stage::Making(*key_type),
        KeyState::Failed => Stage::Failed,
        KeyState::Ready(key) => match &key.request {
            RequestState::Made { subject, .. } if *subject == model.drafts.subject => {
                Stage::Ready(key.key_type, key.hold)
            }
            _ => Stage::Signing,
        },
    }
}

/// The page.
pub fn page(ui: Ui) -> AnyView {
    let stage = ui.memo(stage);
    view! {
        {page::top(ui, Step::Key, Text::LeadKey)}
        <div role="status">
            {move || match stage.get() {
                Stage::Nothing => notice::busy(t(Text::Loading)).into_any(),
                Stage::Making(key_type) => notice::busy(t(Text::MakingKey(key_type))).into_any(),
                Stage::Signing => notice::busy(t(Text::SigningRequest)).into_any(),
                Stage::Failed => notice::notice("error", None, t(Text::KeyFailed)).into_any(),
                Stage::Ready(key_type, _) => notice::notice("success", None, t(Text::KeyReady(key_type))).into_any(),
            }}
        </div>
        {move || match stage.get() {
            Stage::Failed => view! {
                <div class="actions">{page::button(ui, "button button--primary", t(Text::TryAgain), Msg::Retry)}</div>
            }
            .into_any(),
            Stage::Ready(_, hold) => ready(ui, hold),
            _ => ().into_any(),
        }}
    }
    .into_any()
}

fn ready(ui: Ui, hold: Hold) -> AnyView {
    let key_part = match hold {
        Hold::Live => view! {
            {machine::private_key(ui)}
            {key_safe::attest(ui)}
            {check_box(ui, Field::KeepKey)}
            {kept(ui)}
        }
        .into_any(),
        Hold::Loading => notice::busy(t(Text::KeyLoading)).into_any(),
        Hold::Gone => notice::notice("info", None, t(Text::KeyInFileOnly)).into_any(),
    };
    let content = view! {
        {key_part}
        {fingerprint(ui)}
        <details class="more">
            <summary class="more__title">{t(Text::RequestCsr)}</summary>
            {machine::public(ui, t(Text::RequestCsr), request(ui), Some((Msg::CopyRequest, Purpose::CopyRequest)), Msg::DownloadRequest)}
        </details>
        <details class="more">
            <summary class="more__title">{t(Text::NewKey)}</summary>
            <p>{t(Text::NewKeyNote)}</p>
            {page::button(ui, "button", t(Text::NewKey), Msg::NewKey)}
        </details>
    };
    page::continued(ui, Step::Key, content.into_any())
}

fn kept(ui: Ui) -> impl IntoView {
    let kept = ui.memo(|model| match &model.key {
        KeyState::Ready(key) => key.kept,
        _ => Kept::No,
    });
    view! {
        <p class="status" role="status">
            {move || t(match kept.get() {
                Kept::No => Text::KeepOff,
                Kept::Saving => Text::KeepSaving,
                Kept::Yes => Text::KeepDone,
                Kept::Failed => Text::KeepFailed,
            })}
        </p>
    }
}

fn fingerprint(ui: Ui) -> impl IntoView {
    let text = ui.memo(|model| match &model.key {
        KeyState::Ready(key) => key.fingerprint.to_text(),
        _ => String::new(),
    });
    view! {
        <div class="field">
            <p class="field__label">{t(Text::Fingerprint)}</p>
            <p class="field__hint">{t(Text::FingerprintHint)}</p>
            <p class="fingerprint" translate="no"><code>{move || text.get()}</code></p>
        </div>
    }
}

fn request(ui: Ui) -> Watched<String> {
    ui.memo(|model| match &model.key {
        KeyState::Ready(key) => match &key.request {
            RequestState::Made { csr, .. } => csr.clone(),
            _ => String::new(),
        },
        _ => String::new(),
    })
}
