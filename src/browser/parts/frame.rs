//! Header, list of steps, progress and footer.
use super::page::{button, outside};
use super::{confirm, languages, notice, trust};
use crate::browser::html::{El, View, all, el, live, live_text, nothing};
use crate::browser::language::Language;
use crate::browser::ports::address::{KEYS, href};
use crate::browser::ui::{Ui, speech, t};
use crate::browser::watched::Watched;
use crate::config::{Links, LogIn};
use crate::wizard::journey;
use crate::wizard::message::{Msg, VaultMsg};
use crate::wizard::model::{Model, Session};
use crate::wizard::step::Step;
use crate::wizard::submission::Submission;
use crate::words::{Said, Say, Text};

/// The operator, and who is ordering.
pub fn header(ui: Ui, language: Language) -> View {
    let customer = ui.memo(|model| match &model.session {
        Session::In { user, .. } if user.name.is_empty() => Some(user.login.clone()),
        Session::In { user, .. } => Some(user.name.clone()),
        _ => None,
    });
    // In cookie mode the session is the panel's, and so is the log-out.
    let is_ours = ui.peek(|model| model.config.log_in == LogIn::Password);
    let account = live(move || match customer.get() {
        Some(name) => {
            let log_out = is_ours.then(|| button(ui, "link", &t(Say::LogOut), || Msg::LogOut));
            el("p", "co-account").text(&t(Text::OrderingAs(name))).text(" ").add_some(log_out).into()
        }
        None => nothing(),
    });
    let operator = ui.peek(|model| model.config.operator.clone());
    let header = el("div", "co-header")
        .add(el("p", "co-brand").text(&operator))
        .add(account)
        .add(languages::choice(ui, language));
    let is_storage_off = ui.memo(|model| model.started && !model.can_store);
    let storage_off =
        live(move || if is_storage_off.get() { notice::notice("warning", &t(Say::StorageOff)) } else { nothing() });
    el("header", "").add(header).add(storage_off).into()
}

/// While something must be known before a page can be shown.
pub fn waiting(words: impl Said) -> View {
    el("div", "").attr("role", "status").add(notice::busy(words)).into()
}

/// A page in the list of steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Entry {
    step: Step,
    state: &'static str,
    can_visit: bool,
}

fn entries(model: &Model) -> Vec<Entry> {
    let entry = |step| {
        let state = match step {
            step if step == model.place => "current",
            step if step < model.place => "done",
            _ => "todo",
        };
        Entry { step, state, can_visit: state != "current" && journey::resolve(model, step) == step }
    };
    journey::pages(model).into_iter().map(entry).collect()
}

fn item(entry: Entry) -> El {
    let name = speech().step_name(entry.step);
    let link = if entry.can_visit {
        el("a", "steps__link").attr("href", &href(entry.step))
    } else {
        el("span", "steps__link").attr_if("aria-current", (entry.state == "current").then_some("step"))
    };
    let done = (entry.state == "done").then(|| el("span", "visually-hidden").text(" ").text(&t(Say::StepDone)));
    el("li", "steps__item").attr("data-state", entry.state).add(link.text(&name).add_some(done))
}

/// All pages, and where the customer is.
pub fn steps(ui: Ui) -> View {
    let entries = ui.memo(entries);
    let items = live(move || all(entries.get().into_iter().map(|entry| item(entry).into())));
    el("nav", "steps").attr("aria-label", &t(Say::Steps)).add(el("ol", "steps__list").add(items)).into()
}

/// "Step 3 of 9", with a bar.
pub fn progress(ui: Ui) -> View {
    let place = ui.memo(|model| {
        let pages = journey::pages(model);
        let number = pages.iter().position(|page| *page == model.place).map_or(1, |at| at + 1);
        (number, pages.len())
    });
    let words = live_text(move || {
        let (number, count) = place.get();
        t(Text::StepOf { number, count }).into_owned()
    });
    let bar = el("progress", "co-progress__bar")
        .attr("aria-hidden", "true")
        .live_attr("max", move || Some(place.get().1.to_string()))
        .live_attr("value", move || Some(place.get().0.to_string()));
    el("section", "co-progress")
        .attr("aria-label", &t(Say::Steps))
        .add(el("p", "co-progress__text").add(words))
        .add(bar)
        .into()
}

/// Links outside the form, and forgetting.
pub fn footer(ui: Ui) -> View {
    let Links { panel, terms, privacy, support, .. } = ui.peek(|model| model.config.links.clone());
    let links =
        [(panel, Say::LinkPanel), (terms, Say::LinkTerms), (privacy, Say::LinkPrivacy), (support, Say::LinkSupport)];
    let list = links.into_iter().fold(el("ul", "co-footer__links"), |list, (address, words)| {
        list.add_some(address.map(|address| el("li", "").add(outside(&address, words))))
    });
    // Nobody leaves an order whose payment is under way, and a placed one has a button of its own.
    let can_start_over = ui.memo(|model| {
        use Submission as S;
        !model.elsewhere && !matches!(model.submission, S::Paying(..) | S::Unclear(..) | S::Ordered(_))
    });
    let start_over = asking(ui, can_start_over, Say::StartOver, Say::StartOverAsk, || Msg::StartOver);
    let can_forget = ui.memo(|model| !model.elsewhere && !matches!(model.submission, Submission::Paying(..)));
    let forget = asking(ui, can_forget, Say::ForgetEverything, Say::ForgetAsk, || Msg::ForgetEverything);
    // A plain link, so that it can be opened in a tab of its own; a form inside another page has no address.
    let keys = el("a", "").attr("href", KEYS).text(&t(Say::KeysTitle)).on("click", move |event| {
        event.prevent_default();
        ui.send(Msg::Vault(VaultMsg::Shown));
    });
    let keys = el("li", "").add(keys);
    let privacy = el("li", "").add(trust::link(ui, Say::PrivacyTitle));
    el("footer", "co-footer").add(list.add(keys).add(privacy).add(start_over).add(forget)).into()
}

/// A button that asks before it does anything; it is there while it can be pressed.
fn asking(ui: Ui, is_there: Watched<bool>, words: Say, question: Say, msg: fn() -> Msg) -> View {
    live(move || {
        if !is_there.get() {
            return nothing();
        }
        confirm::button_with_question(ui, words, question, msg).into()
    })
}
