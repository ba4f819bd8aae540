//! Instead of review, after a payment whose answer did not arrive.
use leptos::prelude::*;

use crate::billing::certificate::CertificateRow;
use crate::browser::parts::{notice, page};
use crate::browser::ui::{Ui, t};
use crate::wizard::message::Msg;
use crate::wizard::reconcile::SearchState;
use crate::wizard::submission::Submission;
use crate::words::Text;

/// The page.
pub fn page(ui: Ui) -> AnyView {
    let state = ui.memo(|model| match &model.submission {
        Submission::Unclear(_, search) => search.state.clone(),
        _ => SearchState::Idle,
    });
    view! {
        <h1 class="question__title">{t(Text::UnclearTitle)}</h1>
        <div role="status">
            {move || match state.get() {
                SearchState::Idle | SearchState::Looking { .. } => notice::busy(t(Text::UnclearLooking)).into_any(),
                SearchState::Waiting => with_button(ui, "info", Text::UnclearWaiting, Text::LookAgain, Msg::LookAgain),
                SearchState::Failed(_) => with_button(ui, "warning", Text::UnclearFailed, Text::LookAgain, Msg::LookAgain),
                SearchState::Several(rows) => several(ui, rows),
                SearchState::NotFound => with_button(ui, "info", Text::UnclearNotFound, Text::UnclearConfirm, Msg::TryAgain),
            }}
        </div>
    }
    .into_any()
}

fn with_button(ui: Ui, kind: &'static str, words: Text, button: Text, msg: Msg) -> AnyView {
    view! {
        {notice::notice(kind, None, t(words))}
        <div class="actions">{page::button(ui, "button button--primary", t(button), msg)}</div>
    }
    .into_any()
}

fn several(ui: Ui, rows: Vec<CertificateRow>) -> AnyView {
    let line = |row: CertificateRow| {
        let text = format!("{} · {} · {}", row.id, row.cn, row.created);
        view! { <li>{text}" "{page::button(ui, "button button--small", t(Text::ThisOne), Msg::Adopt(row.id))}</li> }
    };
    view! {
        {notice::notice("warning", None, t(Text::UnclearSeveral))}
        <ul>{rows.into_iter().map(line).collect_view()}</ul>
    }
    .into_any()
}
