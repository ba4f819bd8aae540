//! The frame around every page: header, steps, the page, the card, footer.
use leptos::prelude::*;

use super::pages;
use super::parts::{frame, listeners, summary};
use super::ui::{Ui, shown_errors, t};
use crate::browser::watched::Watched;
use crate::wizard::session;
use crate::wizard::step::Step;
use crate::words::{self, Text};

/// Which page is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    Nothing,
    LogIn,
    Step(Step),
}

/// The whole form.
pub fn app(ui: Ui) -> impl IntoView {
    let shown = ui.memo(|model| match (model.started, session::is_asked(model)) {
        (false, _) => Shown::Nothing,
        (true, true) => Shown::LogIn,
        (true, false) => Shown::Step(model.place),
    });
    listeners::install(ui);
    title(ui, shown);
    view! {
        <div class="co">
            {frame::header(ui)}
            {frame::progress(ui)}
            <div class="co-body">
                {frame::steps(ui)}
                <main class="question" tabindex="-1">
                    {move || match shown.get() {
                        Shown::Nothing => frame::loading().into_any(),
                        Shown::LogIn => pages::log_in::page(ui),
                        Shown::Step(step) => pages::page(ui, step),
                    }}
                </main>
                {summary::card(ui)}
            </div>
            {frame::footer(ui)}
        </div>
    }
}

/// The window's title: "Error:" first when something is wrong, then the page.
fn title(ui: Ui, shown: Watched<Shown>) {
    Effect::new(move |_| {
        let step = match shown.get() {
            Shown::Nothing => return,
            Shown::LogIn => t(Text::LogIn),
            Shown::Step(step) => words::title(step),
        };
        let (operator, wrong) = ui.read(|model| (model.config.operator.clone(), !shown_errors(model).is_empty()));
        let title = t(Text::PageTitle { step, operator, wrong });
        if let Some(document) = web_sys::window().and_then(|window| window.document()) {
            document.set_title(&title);
        }
    });
}
