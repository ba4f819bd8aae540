//! A field for a passphrase: how strong it is, and a way to read what is typed.
use super::{errors, field, page};
use crate::browser::html::{View, all, el, live_text, nothing, value_of};
use crate::browser::ports::js::get;
use crate::browser::ui::{Ui, speech, t};
use crate::browser::watched::Watched;
use crate::domain::passphrase::strength;
use crate::domain::secret::Secret;
use crate::wizard::field::{Field, PassphraseOf};
use crate::wizard::message::{Msg, VaultMsg};
use crate::words::vault::{VaultSay, VaultText};

/// The field, and the button that uses it; Enter does the same. Where `is_new`, its strength is told.
pub fn passphrase(ui: Ui, of: PassphraseOf, is_new: bool, button: (VaultSay, Msg)) -> View {
    let (label, msg) = button;
    let pressed = msg.clone();
    let press = page::button(ui, "button", &t(label), msg);
    all([input(ui, of, is_new, Some(pressed)), el("div", "actions").add(press).into()])
}

/// The field alone; `enter` is what Enter does.
pub fn input(ui: Ui, of: PassphraseOf, is_new: bool, enter: Option<Msg>) -> View {
    let field = Field::Passphrase(of);
    let error = errors::of(ui, field);
    let value = ui.memo(move |model| model.vault.typed(of).clone());
    let is_readable = ui.memo(|model| model.vault.is_readable);
    let control = el("input", "input")
        .live_attr("type", move || Some(if is_readable.get() { "text" } else { "password" }.to_owned()))
        .attr("autocomplete", if is_new { "new-password" } else { "current-password" })
        .attr("autocapitalize", "none")
        .attr("spellcheck", "false")
        .live_prop("value", move || value.get().expose().to_owned())
        .on("input", move |event| {
            ui.send(Msg::Vault(VaultMsg::Edited(of, Secret::new(value_of(&event)))));
        })
        .on("keydown", move |event| {
            let is_enter = get(&event, "key").is_ok_and(|key| key == "Enter");
            if let (true, Some(msg)) = (is_enter, &enter) {
                event.prevent_default();
                ui.send(msg.clone());
            }
        });
    let control = field::watched(ui, field, field::describe(control, field, error));
    let label = field::name(field, &speech().label(field), false);
    let told = if is_new { strength_of(value) } else { nothing() };
    field::frame(ui, field, error, label, control).add(told).add(toggle(ui, is_readable)).into()
}

/// What a good passphrase is, until something is typed.
fn strength_of(value: Watched<Secret>) -> View {
    let words = live_text(move || {
        let typed = value.get();
        let words = if typed.is_empty() {
            VaultText::Say(VaultSay::PassphraseHint)
        } else {
            VaultText::StrengthIs(strength(typed.expose()))
        };
        t(words).into_owned()
    });
    el("p", "field__hint").attr("role", "status").add(words).into()
}

/// "Show the passphrase".
fn toggle(ui: Ui, is_readable: Watched<bool>) -> View {
    let words = live_text(move || {
        let words = if is_readable.get() { VaultSay::HidePassphrase } else { VaultSay::ShowPassphrase };
        t(words).into_owned()
    });
    el("button", "link")
        .attr("type", "button")
        .add(words)
        .on("click", move |_| ui.send(Msg::Vault(VaultMsg::ReadableToggled)))
        .into()
}
