//! What leaves the browser, in one quiet line, and the way to all of it.
use crate::browser::html::{El, View, el};
use crate::browser::ports::address::PRIVACY;
use crate::browser::ui::{Ui, t};
use crate::words::Said;
use crate::words::privacy::Privacy;

/// The line.
pub fn line(ui: Ui) -> View {
    el("p", "trust").text(&t(Privacy::Quiet)).text(" ").add(link(ui, Privacy::Link)).into()
}

/// The link; a plain one, so that it can be opened in a tab of its own.
pub fn link(ui: Ui, words: impl Said) -> El {
    el("a", "").attr("href", PRIVACY).text(&t(words)).on("click", move |event| {
        event.prevent_default();
        ui.show_privacy();
    })
}
