//! Boxes for texts that machines read: the private key, the request, the certificate.
use super::page::button;
use crate::browser::html::{El, View, all, el, live, live_text, nothing};
use crate::browser::ui::{Ui, t};
use crate::browser::watched::Watched;
use crate::wizard::effect::Purpose;
use crate::wizard::field::Field;
use crate::wizard::keys::KeyState;
use crate::wizard::message::Msg;
use crate::words::{Said, Say};

/// A public text with Copy and Download, where there is a use for them.
pub fn public(
    ui: Ui,
    name: impl Said,
    text: Watched<String>,
    copy: Option<(Msg, Purpose)>,
    download: Option<Msg>,
) -> View {
    let bar = bar(name)
        .add_some(copy.map(|(msg, purpose)| copy_button(ui, msg, purpose)))
        .add_some(download.map(|msg| button(ui, SMALL, &t(Say::Download), msg)));
    let text = el("pre", "machine__text").attr("translate", "no").add(live_text(move || text.get()));
    el("div", "machine").add(bar).add(text).into()
}

/// The private key: hidden until it is shown, and again after a minute.
pub fn private_key(ui: Ui) -> View {
    let shown = ui.memo(|model| model.revealed.clone());
    let is_shown = ui.memo(|model| model.revealed.is_some());
    let is_downloaded = ui.memo(|model| matches!(&model.key, KeyState::Ready(key) if key.downloaded));
    let toggle = el("button", SMALL)
        .attr("type", "button")
        .live_attr("aria-expanded", move || Some(is_shown.get().to_string()))
        .add(live_text(move || t(if is_shown.get() { Say::Hide } else { Say::Show }).into_owned()))
        .on("click", move |_| ui.send(if is_shown.get_untracked() { Msg::HideKey } else { Msg::ShowKey }));
    // Until there is a file, "I have the file" cannot be ticked, and its error leads here.
    let download = button(ui, SMALL, &t(Say::Download), Msg::DownloadKey)
        .live_attr("data-field", move || (!is_downloaded.get()).then(|| Field::KeyAttested.id()));
    let bar = bar(Say::PrivateKey).add(toggle).add(copy_button(ui, Msg::CopyKey, Purpose::CopyKey)).add(download);
    let text = live(move || match shown.get() {
        Some(secret) => el("pre", "machine__text").attr("translate", "no").text(secret.expose()).into(),
        None => el("p", "machine__text").text(&t(Say::KeyHidden)).into(),
    });
    let note = live(move || if is_shown.get() { el("p", "").text(&t(Say::KeyShownNote)).into() } else { nothing() });
    let done = live(move || if is_downloaded.get() { el("p", "").text(&t(Say::Downloaded)).into() } else { nothing() });
    all([
        el("div", "machine").add(bar).add(text).into(),
        el("div", "status").attr("role", "status").add(done).add(note).into(),
    ])
}

const SMALL: &str = "button button--small";

fn bar(name: impl Said) -> El {
    el("div", "machine__bar").add(el("span", "machine__name").text(&t(name)))
}

/// The button says what it did; since few ears are told of a name that changes, a message says it too.
fn copy_button(ui: Ui, msg: Msg, purpose: Purpose) -> View {
    let is_copied = ui.memo(move |model| model.copied == Some(purpose));
    let told = live_text(move || if is_copied.get() { t(Say::Copied).into_owned() } else { String::new() });
    let button = el("button", SMALL)
        .attr("type", "button")
        .add(live_text(move || t(if is_copied.get() { Say::Copied } else { Say::Copy }).into_owned()))
        .on("click", move |_| ui.send(msg.clone()));
    all([button.into(), el("span", "visually-hidden").attr("role", "status").add(told).into()])
}
