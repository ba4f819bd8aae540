//! Rows of names and values, with or without "Change".
use crate::browser::html::{El, View, all, el};
use crate::browser::ports::address::href;
use crate::browser::ui::{Ui, t};
use crate::wizard::message::Msg;
use crate::wizard::step::Step;
use crate::words::Say;

/// A name and its value; an empty value is said to be not provided.
pub fn row(key: &str, value: &str) -> View {
    line("rows__row", key, value).into()
}

/// The last row of figures.
pub fn total(key: &str, value: &str) -> View {
    line("rows__row rows__row--total", key, value).into()
}

/// A row with the way to change it.
pub fn changeable(ui: Ui, step: Step, key: &str, value: &str) -> View {
    let link = el("a", "")
        .attr("href", &href(step))
        .text(&t(Say::Change))
        .add(el("span", "visually-hidden").text(" ").text(key))
        .on("click", move |event| {
            event.prevent_default();
            ui.send(Msg::Change(step));
        });
    line("rows__row", key, value).add(el("dd", "rows__action").add(link)).into()
}

/// A list of rows.
pub fn rows(rows: impl IntoIterator<Item = View>) -> View {
    el("dl", "rows").add(all(rows)).into()
}

fn line(class: &'static str, key: &str, value: &str) -> El {
    let not_provided = t(Say::NotProvided);
    let value = if value.is_empty() { &not_provided } else { value };
    el("div", class)
        .add(el("dt", "rows__key").text(key))
        .add(el("dd", "rows__value").add(breakable(el("bdi", ""), value)))
}

/// Fingerprints and lists of addresses may break after a colon.
pub fn breakable(element: El, value: &str) -> El {
    let mut parts = value.split(':').peekable();
    let mut element = element;
    while let Some(part) = parts.next() {
        element = element.text(part);
        if parts.peek().is_some() {
            element = element.text(":").add(el("wbr", ""));
        }
    }
    element
}
