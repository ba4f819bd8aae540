//! What every page has: Back, what is wrong, one heading, and one primary button.
use web_sys::Event;

use super::{errors, notice};
use crate::browser::html::{El, View, all, el, live, nothing};
use crate::browser::ports::address::href;
use crate::browser::ports::js::get;
use crate::browser::ui::{Ui, speech, t};
use crate::browser::watched::Watched;
use crate::wizard::field::Field;
use crate::wizard::first::Rest;
use crate::wizard::message::Msg;
use crate::wizard::step::Step;
use crate::wizard::steps::done;
use crate::wizard::{existing, journey, shown};
use crate::words::{Said, Say, Words};

/// The top of the page of `step`.
pub fn top(ui: Ui, step: Step, lead: impl Said) -> View {
    all([back(ui, step), errors::summary(ui), heading(&title(ui, step), lead)])
}

/// The heading of the page of `step`.
pub fn title(ui: Ui, step: Step) -> Words {
    match step {
        Step::Subject if ui.peek(existing::is_chosen) => t(Say::Existing),
        Step::Done if ui.peek(done::is_in_cart) => t(Say::TitleInCart),
        _ => speech().title(step),
    }
}

/// The way to the page before.
pub fn back(ui: Ui, step: Step) -> View {
    let before = ui.memo(move |model| journey::before(model, step));
    live(move || match before.get() {
        Some(step) => el("a", "back").attr("href", &href(step)).text(&t(Say::Back)).into(),
        None => nothing(),
    })
}

/// The heading, and one sentence under it.
pub fn heading(title: &str, lead: impl Said) -> View {
    all([el("h1", "question__title").text(title).into(), el("p", "lead").text(&t(lead)).into()])
}

/// What a button says each time it is pressed. On the first page that is made anew by a function: to copy any message
/// whatever takes 2.7 kB of code.
pub trait Says: 'static {
    /// The message.
    fn says(&self) -> Msg;
}

impl Says for Msg {
    fn says(&self) -> Msg {
        self.clone()
    }
}

impl<F: Fn() -> Msg + 'static> Says for F {
    fn says(&self) -> Msg {
        self()
    }
}

/// A form whose only submit is `msg`; Enter in a field does the same.
pub fn form(ui: Ui, msg: impl Says) -> El {
    el("form", "form").attr("novalidate", "").on("submit", move |event| {
        event.prevent_default();
        ui.send(msg.says());
    })
}

/// The primary button; `is_busy` keeps it from being pressed twice.
pub fn submit(words: &str, is_busy: Watched<bool>) -> El {
    let busy = move || is_busy.get().then(|| "true".to_owned());
    let button = el("button", "button button--primary")
        .attr("type", "submit")
        .on("click", |event| {
            if is_second(&event) {
                event.prevent_default();
            }
        })
        .live_attr("aria-busy", busy)
        .live_attr("aria-disabled", busy)
        .text(words);
    el("div", "actions").add(button)
}

/// A button that says `msg`.
pub fn button(ui: Ui, class: &'static str, words: &str, msg: impl Says) -> El {
    el("button", class).attr("type", "button").text(words).on("click", move |event| {
        if !is_second(&event) {
            ui.send(msg.says());
        }
    })
}

/// Whether this is the second press of a double one: what it hits may be the button of the next page already.
pub fn is_second(event: &Event) -> bool {
    get(event, "detail").ok().and_then(|count| count.as_f64()).is_some_and(|count| count > 1.0)
}

/// A primary button that is not a form's submit.
pub fn primary(ui: Ui, words: impl Said, msg: impl Says) -> El {
    el("div", "actions").add(button(ui, "button button--primary", &t(words), msg))
}

/// `content` and "Continue" of `step`; while the billing system is asked, the page says so.
pub fn continued(ui: Ui, step: Step, content: impl IntoIterator<Item = View>) -> View {
    let is_asking = ui.memo(|model| model.continue_when_ready);
    let is_waiting = ui.memo(|model| model.continue_when_ready || model.rest == Rest::Loading);
    let status = live(move || match (is_asking.get(), is_waiting.get()) {
        (true, _) => notice::busy(Say::AskingBilling),
        (false, true) => notice::busy(Say::Loading),
        _ => nothing(),
    });
    form(ui, move || Msg::Continue(step))
        .add(all(content))
        .add(el("div", "").attr("role", "status").add(status))
        .add(submit(&t(Say::Continue), is_waiting))
        .into()
}

/// A group of fields under a heading.
pub fn group(title: impl Said, content: impl IntoIterator<Item = View>) -> View {
    el("fieldset", "group").add(el("legend", "group__title").text(&t(title))).add(all(content)).into()
}

/// Fields that the billing system does not require. They can be opened, and open by themselves where one is filled in or wrong.
pub fn more_details(ui: Ui, fields: impl Into<Vec<Field>>, content: impl IntoIterator<Item = View>) -> View {
    let fields = fields.into();
    let is_needed = ui.memo(move |model| {
        let wrong = shown::errors(model).into_iter().filter(|error| fields.contains(&error.field)).count();
        // One more error opens them once more.
        (fields.iter().any(|field| !model.drafts.text(*field).is_empty()), wrong)
    });
    let more = el("details", "more more--fields").add(el("summary", "more__title").text(&t(Say::MoreDetails)));
    more.live_on("open", move || is_needed.get() != (false, 0)).add(all(content)).into()
}

/// Something that can be opened.
pub fn more(title: impl Said, content: impl IntoIterator<Item = View>) -> View {
    el("details", "more").add(el("summary", "more__title").text(&t(title))).add(all(content)).into()
}

/// A part of a page under a heading.
pub fn section(title: &str, content: impl IntoIterator<Item = View>) -> View {
    el("section", "review").add(el("h2", "review__title").text(title)).add(all(content)).into()
}

/// A sentence.
pub fn paragraph(words: impl Said) -> View {
    el("p", "").text(&t(words)).into()
}

/// A link to another page, in a window of its own.
pub fn outside(address: &str, words: impl Said) -> El {
    el("a", "link").attr("href", address).attr("target", "_blank").attr("rel", "noopener").text(&t(words))
}
