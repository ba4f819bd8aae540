//! A box with something to know, and busy work told in words.
use crate::browser::html::{View, el};
use crate::browser::ui::t;
use crate::words::Text;

/// A box; `kind` is `info`, `success`, `warning` or `error`.
pub fn notice(kind: &'static str, words: &str) -> View {
    el("div", "notice").attr("data-kind", kind).add(el("p", "").text(words)).into()
}

/// What the page is doing. The element around it tells ears (`role=status`).
pub fn busy(words: Text) -> View {
    el("p", "status").add(el("span", "spinner").attr("aria-hidden", "true")).text(&t(words)).into()
}
