//! Page `#/keys`: the private keys that this browser keeps.
use crate::browser::html::{El, View, all, clear, el, live, nothing, value_of};
use crate::browser::parts::rows::{row, rows};
use crate::browser::parts::{confirm, errors, kept, notice, page, passphrase};
use crate::browser::ports::intl;
use crate::browser::ui::{Ui, speech, t};
use crate::request::fingerprint::Fingerprint;
use crate::request::vault::{Entry, Guard};
use crate::wizard::effect::Purpose;
use crate::wizard::field::{Field, PassphraseOf};
use crate::wizard::message::{Msg, VaultMsg};
use crate::wizard::model::Model;
use crate::words::vault::{VaultSay, VaultText};
use crate::words::{Say, Text, Words};

/// What the page shows of the vault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Vault {
    /// It is being looked.
    Unknown,
    /// This browser stores nothing.
    Denied,
    None,
    Locked,
    Open,
}

fn vault(model: &Model) -> Vault {
    match &model.vault.shelf {
        _ if !model.can_store => Vault::Denied,
        None => Vault::Unknown,
        Some(shelf) if shelf.is_open => Vault::Open,
        Some(shelf) if shelf.has_vault => Vault::Locked,
        Some(_) => Vault::None,
    }
}

fn button(ui: Ui, label: VaultSay, msg: VaultMsg) -> El {
    page::button(ui, "button button--small", &t(label), Msg::Vault(msg))
}

/// The page.
pub fn page(ui: Ui) -> View {
    let vault = ui.memo(vault);
    let storage = ui.memo(|model| model.vault.shelf.as_ref().map(|shelf| shelf.storage));
    let promise = live(move || storage.get().map_or_else(nothing, kept::said));
    let content = live(move || match vault.get() {
        Vault::Unknown => el("p", "status").text(&t(VaultSay::Reading)).into(),
        Vault::Denied => notice::notice("warning", &t(VaultSay::StorageDenied)),
        state => all([passphrase_part(ui, state), list(ui, state), files(ui, state)]),
    });
    let back = page::button(ui, "link back", &t(VaultSay::BackToOrder), Msg::Vault(VaultMsg::Left));
    all([
        back.into(),
        errors::summary(ui),
        page::heading(&t(Say::KeysTitle), VaultSay::Lead),
        el("div", "").attr("role", "status").add(said(ui)).into(),
        promise,
        content,
    ])
}

/// How the last deed ended.
fn said(ui: Ui) -> View {
    let said = ui.memo(|model| model.vault.said);
    let is_busy = ui.memo(|model| model.is_pending(Purpose::VaultDeed));
    live(move || match said.get() {
        _ if is_busy.get() => notice::busy(VaultSay::Working),
        Some(Ok(done)) => notice::notice("success", &t(VaultText::Said(done))),
        Some(Err(error)) => notice::notice("error", &t(VaultText::Failed(error))),
        None => nothing(),
    })
}

fn passphrase_part(ui: Ui, state: Vault) -> View {
    let (lead, content) = match state {
        Vault::Locked => {
            let open = (VaultSay::OpenVault, Msg::Vault(VaultMsg::Open));
            (VaultSay::VaultLocked, passphrase::passphrase(ui, PassphraseOf::Vault, false, open))
        }
        Vault::Open => {
            let close = el("div", "actions").add(button(ui, VaultSay::CloseVault, VaultMsg::Close));
            (VaultSay::VaultOpen, all([close.into(), change(ui)]))
        }
        _ => {
            let set = (VaultSay::SetPassphrase, Msg::Vault(VaultMsg::Open));
            (VaultSay::VaultNone, passphrase::passphrase(ui, PassphraseOf::Vault, true, set))
        }
    };
    let lead = el("p", "").text(&t(lead)).into();
    page::section(&t(VaultSay::PassphraseTitle), [lead, content])
}

fn change(ui: Ui) -> View {
    let now = passphrase::input(ui, PassphraseOf::Vault, false, None);
    let change = (VaultSay::Change, Msg::Vault(VaultMsg::Change));
    let new = passphrase::passphrase(ui, PassphraseOf::NextVault, true, change);
    page::more(VaultSay::ChangeTitle, [now, new])
}

fn list(ui: Ui, state: Vault) -> View {
    let entries = ui.memo(|model| model.vault.shelf.as_ref().map(|shelf| shelf.entries.clone()).unwrap_or_default());
    live(move || {
        let entries = entries.get();
        if entries.is_empty() {
            return el("p", "").text(&t(VaultSay::NoKeys)).into();
        }
        all(entries.iter().map(|entry| item(ui, state, entry)))
    })
}

fn item(ui: Ui, state: Vault, entry: &Entry) -> View {
    let tag = speech().lang().formats_tag();
    let date = |ms| intl::date(ms, tag);
    let mut lines = vec![
        row(&speech().label(Field::Domain), &entry.domain),
        row(&speech().label(Field::KeyType), &t(Text::KeyTypeName(entry.key_type))),
        row(&t(Say::Fingerprint), &entry.key.to_text()),
        row(&t(VaultSay::Kept), &date(entry.created_ms)),
        row(&t(VaultSay::KeptHow), &t(VaultText::KeptBy(entry.guard))),
    ];
    if !entry.order.is_empty() {
        lines.push(row(&t(VaultSay::Order), &entry.order));
    }
    let ends = entry.ends_ms().map(|ends_ms| el("p", "").text(&t(VaultText::EndsOn(date(ends_ms)))).into());
    let can_open = entry.guard == Guard::Browser || state == Vault::Open;
    let content = [rows(lines), ends.unwrap_or_else(nothing), buttons(ui, entry, can_open), rename(ui, entry.key)];
    page::section(entry.title(), content)
}

fn buttons(ui: Ui, entry: &Entry, can_open: bool) -> View {
    let key = entry.key;
    let item = |label: Words, msg| {
        // Which key it is for, ears are told.
        let which = el("span", "visually-hidden").text(" ").text(entry.title());
        el("li", "").add(page::button(ui, "button button--small", &label, Msg::Vault(msg)).add(which))
    };
    let list = el("ul", "actions");
    let list = if can_open {
        list.add(item(t(Say::Download), VaultMsg::Download(key)))
            .add(item(t(VaultSay::DownloadEncrypted), VaultMsg::DownloadEncrypted(key)))
    } else {
        list
    };
    let ask = VaultText::DeleteAsk(entry.title().to_owned());
    let delete = VaultSay::Delete;
    list.add(item(t(VaultSay::Rename), VaultMsg::RenameBegun(key)))
        .add(confirm::named_button(ui, delete, entry.title(), ask, Msg::Vault(VaultMsg::Delete(key))))
        .into()
}

fn rename(ui: Ui, key: Fingerprint) -> View {
    let is_renamed = ui.memo(move |model| model.vault.renaming.as_ref().is_some_and(|(renamed, _)| *renamed == key));
    live(move || {
        if !is_renamed.get() {
            return nothing();
        }
        let typed = ui.memo(|model| model.vault.renaming.as_ref().map(|(_, name)| name.clone()).unwrap_or_default());
        let input = el("input", "input")
            .attr("id", "key-name")
            .attr("type", "text")
            .attr("maxlength", "80")
            .attr("autocomplete", "off")
            .live_prop("value", move || typed.get())
            .on("input", move |event| ui.send(Msg::Vault(VaultMsg::NameEdited(value_of(&event)))));
        let label = el("label", "field__label").attr("for", "key-name").text(&t(VaultSay::NewName));
        let save = el("button", "button button--small").attr("type", "submit").text(&t(VaultSay::SaveName));
        page::form(ui, Msg::Vault(VaultMsg::Rename))
            .add(el("div", "field").add(label).add(input))
            .add(el("div", "actions").add(save))
            .into()
    })
}

/// Everything as one file, and back; the passphrase is that of whatever file is written or read.
fn files(ui: Ui, state: Vault) -> View {
    let lead = el("p", "").text(&t(VaultSay::FilesLead)).into();
    if state != Vault::Open {
        return page::section(&t(VaultSay::FilesTitle), [lead]);
    }
    let export = (VaultSay::Export, Msg::Vault(VaultMsg::Export));
    let passphrase = passphrase::passphrase(ui, PassphraseOf::File, true, export);
    let file = el("input", "input").attr("type", "file").attr("id", "vault-file").on("change", move |event| {
        ui.choose_file(&event.target().into(), Msg::Vault(VaultMsg::FileChosen));
        clear(&event);
    });
    let label = el("label", "field__label").attr("for", "vault-file").text(&t(VaultSay::ChooseVaultFile));
    let import = el("div", "field").add(label).add(file);
    page::section(&t(VaultSay::FilesTitle), [lead, passphrase, import.into()])
}
