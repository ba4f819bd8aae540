//! Instead of the form, when `config.json` is wrong: which field, and why.
use crate::browser::NoConfig;
use crate::browser::html::{View, el};
use crate::browser::parts::{notice, page};
use crate::browser::ui::{speech, t};
use crate::words::Say;

/// The page.
pub fn page(reason: &NoConfig) -> View {
    let words = match reason {
        NoConfig::Unreachable => t(Say::ConfigMissing),
        NoConfig::Wrong(error) => speech().config_error(error),
    };
    let main = el("main", "question")
        .attr("tabindex", "-1")
        .add(page::heading(&t(Say::ConfigTitle), Say::ConfigNote))
        .add(el("div", "").attr("role", "alert").add(notice::notice("error", &words)));
    el("div", "co").add(el("div", "co-body").add(main)).into()
}
