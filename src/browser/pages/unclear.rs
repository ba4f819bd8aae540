//! Instead of review, after a payment whose answer did not arrive.
use crate::billing::certificate::CertificateRow;
use crate::browser::html::{View, all, el, live};
use crate::browser::parts::{notice, page};
use crate::browser::ui::{Ui, t};
use crate::wizard::message::Msg;
use crate::wizard::reconcile::SearchState;
use crate::wizard::submission::Submission;
use crate::wizard::way::Way;
use crate::words::{Said, Say};

/// The page.
pub fn page(ui: Ui) -> View {
    let state = ui.memo(|model| match &model.submission {
        Submission::Unclear(_, search) => search.state.clone(),
        _ => SearchState::Idle,
    });
    let content = live(move || match state.get() {
        SearchState::Idle | SearchState::Looking { .. } => notice::busy(Say::UnclearLooking),
        SearchState::Waiting => with_button(ui, "info", Say::UnclearWaiting, Say::LookAgain, Msg::LookAgain),
        SearchState::Failed(_) => with_button(ui, "warning", Say::UnclearFailed, Say::LookAgain, Msg::LookAgain),
        SearchState::Several(rows) => several(ui, rows),
        SearchState::NotFound => with_button(ui, "info", not_found(ui), Say::UnclearConfirm, Msg::TryAgain),
    });
    all([
        el("h1", "question__title").text(&t(Say::UnclearTitle)).into(),
        el("div", "").attr("role", "status").add(content).into(),
    ])
}

/// Only what still lies in the cart was surely not ordered: the newer cart cannot be read, and a row that has left the old
/// one may be on its way.
fn not_found(ui: Ui) -> Say {
    ui.peek(|model| match &model.submission {
        Submission::Unclear(intent, _) if intent.way == Way::Panel => Say::UnclearInCart,
        Submission::Unclear(_, search) if search.is_gone => Say::UnclearGone,
        _ => Say::UnclearNotFound,
    })
}

fn with_button(ui: Ui, kind: &'static str, words: impl Said, button: Say, msg: Msg) -> View {
    all([notice::notice(kind, &t(words)), page::primary(ui, button, msg).into()])
}

fn several(ui: Ui, rows: Vec<CertificateRow>) -> View {
    let list = rows.into_iter().fold(el("ul", ""), |list, row| {
        let words = format!("{} · {} · {} ", row.id, row.cn, row.created);
        let choose = page::button(ui, "button button--small", &t(Say::ThisOne), Msg::Adopt(row.id));
        list.add(el("li", "").text(&words).add(choose))
    });
    all([notice::notice("warning", &t(Say::UnclearSeveral)), list.into()])
}
