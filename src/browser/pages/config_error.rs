//! Instead of the form: `config.json` is wrong, by field and reason, or the page around the form is not allowed.
use crate::browser::NoConfig;
use crate::browser::html::{View, all, el};
use crate::browser::parts::{notice, page};
use crate::browser::ui::{speech, t};
use crate::words::config_error::SetUp;

/// The page.
pub fn page(reason: &NoConfig) -> View {
    let words = match reason {
        NoConfig::Framed => return framed(),
        NoConfig::Unreachable => t(SetUp::Unreachable),
        NoConfig::Wrong(error) => speech().config_error(error),
    };
    let notice = el("div", "").attr("role", "alert").add(notice::notice("error", &words));
    whole([page::heading(&t(SetUp::Title), SetUp::Note), notice.into()])
}

/// A link to the form by itself: a way out of the page around it that only the customer can go.
fn framed() -> View {
    let link = page::outside("./", SetUp::FramedLink).into();
    whole([page::heading(&t(SetUp::FramedTitle), SetUp::FramedNote), link])
}

fn whole(parts: [View; 2]) -> View {
    let main = el("main", "question").attr("tabindex", "-1").add(all(parts));
    el("div", "co").add(el("div", "co-body").add(main)).into()
}
