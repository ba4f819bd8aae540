//! A button whose deed is done only after a second press, in a dialog: Escape and "Cancel" leave everything as it is.
use super::page::Says;
use crate::browser::html::{El, View, el};
use crate::browser::ports::js::call;
use crate::browser::ui::{Ui, t};
use crate::words::{Said, Say};

/// The button, and its dialog.
pub fn button_with_question(ui: Ui, words: impl Said, question: impl Said, msg: impl Says) -> El {
    named_button(ui, words, "", question, msg)
}

/// As [`button_with_question`], where there are several such buttons: which it is, ears are told.
pub fn named_button(ui: Ui, words: impl Said, which: &str, question: impl Said, msg: impl Says) -> El {
    let words = t(words);
    let dialog = el("dialog", "dialog").attr("aria-label", &words);
    let (opened, cancelled, confirmed) = (dialog.clone(), dialog.clone(), dialog.clone());
    let cancel = el("button", "button").attr("type", "button").text(&t(Say::Cancel));
    let confirm = el("button", "button button--primary").attr("type", "button").text(&words);
    let actions = el("div", "actions").add(cancel.on("click", move |_| tell(&cancelled, "close"))).add(confirm.on(
        "click",
        move |_| {
            tell(&confirmed, "close");
            ui.send(msg.says());
        },
    ));
    let which = (!which.is_empty()).then(|| el("span", "visually-hidden").text(" ").text(which));
    let open = el("button", "link").attr("type", "button").text(&words).add_some(which);
    el("li", "")
        .add(open.on("click", move |_| tell(&opened, "showModal")))
        .add(dialog.add(el("p", "").text(&t(question))).add(actions))
}

/// Calls a method of a dialog. The browser gives the focus to "Cancel", the first button, and afterwards back.
fn tell(dialog: &El, method: &str) {
    let view: View = dialog.clone().into();
    let _ = call(view.node(), method, &[]);
}
