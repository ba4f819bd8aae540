//! The key as a file: encrypted, and the file compared with the key.
use super::{notice, page, passphrase};
use crate::browser::html::{View, clear, el, live, nothing};
use crate::browser::ui::{Ui, t};
use crate::wizard::copy_check::CopyCheck;
use crate::wizard::field::PassphraseOf;
use crate::wizard::keys::KeyState;
use crate::wizard::message::Msg;
use crate::words::vault::{VaultSay, VaultText};

/// "Download it encrypted".
pub fn encrypted(ui: Ui) -> View {
    let lead = el("p", "").text(&t(VaultSay::EncryptedLead)).into();
    let button = (VaultSay::DownloadEncrypted, Msg::DownloadKeyEncrypted);
    let field = passphrase::passphrase(ui, PassphraseOf::File, true, button);
    page::more(VaultSay::EncryptedTitle, [lead, field])
}

/// "Check my copy".
pub fn check(ui: Ui) -> View {
    let verdict = ui.memo(|model| match &model.key {
        KeyState::Ready(key) => key.copy,
        _ => CopyCheck::None,
    });
    let said = live(move || {
        let verdict = verdict.get();
        let words = t(VaultText::CopyIs(verdict));
        match verdict {
            CopyCheck::None => nothing(),
            CopyCheck::Checking => el("p", "status").text(&words).into(),
            CopyCheck::Same => notice::notice("success", &words),
            CopyCheck::Locked => notice::notice("info", &words),
            _ => notice::notice("error", &words),
        }
    });
    let file = el("input", "input").attr("type", "file").attr("id", "copy-file").on("change", move |event| {
        ui.choose_file(&event.target().into(), Msg::CopyChosen);
        clear(&event);
    });
    el("div", "field")
        .add(el("label", "field__label").attr("for", "copy-file").text(&t(VaultSay::CopyTitle)))
        .add(el("p", "field__hint").attr("id", "copy-hint").text(&t(VaultSay::CopyLead)))
        .add(file.attr("aria-describedby", "copy-hint"))
        .add(el("div", "").attr("role", "status").add(said))
        .into()
}
