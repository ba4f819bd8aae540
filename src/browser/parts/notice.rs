//! A box with something to know, and busy work told in words.
use super::page::outside;
use crate::browser::html::{View, el, nothing};
use crate::browser::ui::{Ui, t};
use crate::wizard::model::Trouble;
use crate::words::{Said, Say};

/// A box; `kind` is `info`, `success`, `warning` or `error`.
pub fn notice(kind: &'static str, words: &str) -> View {
    el("div", "notice").attr("data-kind", kind).add(el("p", "").text(words)).into()
}

/// The way to the customer area, where that is where the trouble can be mended.
pub fn way_out(ui: Ui, trouble: &Trouble) -> View {
    let panel = ui.peek(|model| model.config.links.panel.clone()).filter(|_| trouble.leads_to_panel());
    panel.map_or_else(nothing, |address| el("p", "").add(outside(&address, Say::OpenPanel)).into())
}

/// What the page is doing. The element around it tells ears (`role=status`).
pub fn busy(words: impl Said) -> View {
    el("p", "status").add(el("span", "spinner").attr("aria-hidden", "true")).text(&t(words)).into()
}
