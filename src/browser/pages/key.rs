//! Page "key": the private key, made here.
use crate::browser::html::{View, all, el, live, nothing};
use crate::browser::parts::choice::check_box;
use crate::browser::parts::{copies, kept, key_safe, machine, notice, page, rows, trust};
use crate::browser::ui::{Ui, t};
use crate::request::algorithm::KeyType;
use crate::wizard::effect::Purpose;
use crate::wizard::field::Field;
use crate::wizard::keys::{Hold, KeyState, RequestState};
use crate::wizard::message::Msg;
use crate::wizard::model::Model;
use crate::wizard::step::Step;
use crate::words::{Say, Text};

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
pub fn page(ui: Ui) -> View {
    let stage = ui.memo(stage);
    let status = live(move || match stage.get() {
        Stage::Nothing => notice::busy(Say::Loading),
        Stage::Making(key_type) => notice::busy(Text::MakingKey(key_type)),
        Stage::Signing => notice::busy(Say::SigningRequest),
        Stage::Failed => notice::notice("error", &t(Say::KeyFailed)),
        Stage::Ready(key_type, _) => notice::notice("success", &t(Text::KeyReady(key_type))),
    });
    let content = live(move || match stage.get() {
        Stage::Failed => page::primary(ui, Say::TryAgain, Msg::Retry).into(),
        Stage::Making(_) => page::button(ui, "button", &t(Say::Cancel), Msg::CancelKey).into(),
        Stage::Ready(_, hold) => ready(ui, hold),
        _ => nothing(),
    });
    all([
        page::top(ui, Step::Key, Say::LeadKey),
        el("div", "").attr("role", "status").add(status).into(),
        content,
        trust::line(ui),
    ])
}

fn ready(ui: Ui, hold: Hold) -> View {
    let key_part = match hold {
        Hold::Live => all([
            machine::private_key(ui),
            copies::encrypted(ui),
            key_safe::attest(ui),
            copies::check(ui),
            check_box(ui, Field::KeepKey),
            kept::state(ui),
        ]),
        Hold::Locked => kept::locked(ui),
        Hold::Loading => el("div", "").attr("role", "status").add(notice::busy(Say::KeyLoading)).into(),
        Hold::Gone => notice::notice("info", &t(Say::KeyInFileOnly)),
    };
    let request = ui.memo(|model| match &model.key {
        KeyState::Ready(key) => match &key.request {
            RequestState::Made { csr, .. } => csr.clone(),
            _ => String::new(),
        },
        _ => String::new(),
    });
    let copy = Some((Msg::CopyRequest, Purpose::CopyRequest));
    let request = machine::public(ui, Say::RequestCsr, request, copy, Some(Msg::DownloadRequest));
    let new_key = [page::paragraph(Say::NewKeyNote), page::button(ui, "button", &t(Say::NewKey), Msg::NewKey).into()];
    let content = [key_part, fingerprint(ui), page::more(Say::RequestCsr, [request]), page::more(Say::NewKey, new_key)];
    page::continued(ui, Step::Key, content)
}

fn fingerprint(ui: Ui) -> View {
    let text = ui.memo(|model| match &model.key {
        KeyState::Ready(key) => key.fingerprint.to_text(),
        _ => String::new(),
    });
    let code = live(move || rows::breakable(el("code", ""), &text.get()).into());
    el("div", "field")
        .add(el("p", "field__label").text(&t(Say::Fingerprint)))
        .add(el("p", "field__hint").text(&t(Say::FingerprintHint)))
        .add(el("p", "fingerprint").attr("translate", "no").add(code))
        .into()
}
