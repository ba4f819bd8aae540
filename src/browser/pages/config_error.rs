//! Instead of the form, when `config.json` is wrong: which field, and why.
use leptos::prelude::*;

use crate::billing::error::BillingError;
use crate::browser::NoConfig;
use crate::browser::ui::t;
use crate::wizard::model::Trouble;
use crate::words::{self, Text};

/// The page.
pub fn page(reason: &NoConfig) -> impl IntoView + use<> {
    let words = match reason {
        NoConfig::Unreachable => words::trouble(&Trouble::Billing(BillingError::Unreachable)),
        NoConfig::Wrong(error) => words::config_error(error),
    };
    view! {
        <div class="co">
            <main class="question" tabindex="-1">
                <h1 class="question__title">{t(Text::ConfigTitle)}</h1>
                <p class="lead">{t(Text::ConfigNote)}</p>
                <div class="notice" data-kind="error" role="alert"><p>{words}</p></div>
            </main>
        </div>
    }
}
