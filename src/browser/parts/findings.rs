//! What is to be said of an existing request: findings by how bad they are, each with its source and what can be done.
use super::page::{button, more};
use super::{notice, remedies};
use crate::browser::html::{View, all, el, live, nothing};
use crate::browser::ui::{Ui, speech, t};
use crate::request::lint::{Finding, Fix, Severity};
use crate::wizard::existing::chosen_request;
use crate::wizard::field::Field;
use crate::wizard::findings::{Offer, shown};
use crate::wizard::message::Msg;
use crate::words::Text;

/// What was put right of the text, how much there is to say, and each of it.
pub fn findings(ui: Ui) -> View {
    let cleaned = ui.memo(|model| chosen_request(model).map(|request| request.cleaned.clone()).unwrap_or_default());
    let found = ui.memo(shown);
    let is_read = ui.memo(|model| chosen_request(model).is_some());
    let cleaned = live(move || {
        let list: Vec<String> = cleaned.get().into_iter().map(|what| speech().cleaned(what).into_owned()).collect();
        if list.is_empty() { nothing() } else { notice::notice("info", &t(Text::Cleaned(list))) }
    });
    let summary = live(move || if is_read.get() { counted(&found.get()) } else { nothing() });
    let list = live(move || {
        let (notes, others): (Vec<_>, Vec<_>) =
            found.get().into_iter().partition(|(finding, _)| finding.rule.severity() == Severity::Note);
        let items = |list: Vec<_>| {
            let items = list.into_iter().map(|(finding, offers)| item(ui, &finding, offers));
            el("ul", "findings").add(all(items)).into()
        };
        let count = notes.len();
        all([
            if others.is_empty() { nothing() } else { items(others) },
            if count == 0 { nothing() } else { more(Text::FindingNotes(count), [items(notes)]) },
        ])
    });
    all([el("div", "").attr("role", "status").add(cleaned).add(summary).into(), list])
}

/// How many there are of each kind.
fn counted(found: &[(Finding, Vec<Offer>)]) -> View {
    let count = |severity| found.iter().filter(|(finding, _)| finding.rule.severity() == severity).count();
    let unjudged = found.iter().filter(|(finding, _)| finding.rule.is_unjudged()).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    el("p", "findings__count").text(&t(Text::FindingsCounted { errors, warnings, unjudged })).into()
}

fn item(ui: Ui, finding: &Finding, offers: Vec<Offer>) -> View {
    let (severity, source) = (finding.rule.severity(), finding.rule.source());
    let kind = if severity == Severity::Note { "info" } else { severity.id() };
    let sentence = el("p", "")
        .add(el("strong", "notice__title").text(&speech().severity(severity)).text(":"))
        .text(" ")
        .text(&speech().finding(finding));
    let buttons = offers.into_iter().map(|offer| {
        let (words, msg) = match offer {
            Offer::Edit(remedy) => (remedies::words(&remedy), Msg::Apply(Field::ExistingRequest, remedy)),
            Offer::Leave(rule) => {
                // Only what authorities ignore is said to be ignored.
                let fix = rule.fix().filter(|fix| *fix == Fix::Ignored).unwrap_or(Fix::Leave);
                (speech().fix(fix), Msg::Leave(rule))
            }
        };
        button(ui, "button button--small", &words, msg).into()
    });
    let buttons: Vec<View> = buttons.collect();
    let actions = (!buttons.is_empty()).then(|| el("div", "actions").add(all(buttons)));
    el("li", "notice finding")
        .attr("data-kind", kind)
        .attr("data-finding", finding.rule.id())
        .add(sentence)
        .add(el("p", "finding__source").text(&t(Text::FindingSource(source))))
        .add_some(actions)
        .into()
}
