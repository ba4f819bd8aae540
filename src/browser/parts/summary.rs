//! The card that always shows what is being ordered.

use super::rows;
use crate::browser::html::{View, all, el, live, live_text, nothing};
use crate::browser::ui::{Ui, both_forms, money, speech, t};
use crate::domain::money::Money;
use crate::domain::package::Period;
use crate::wizard::existing;
use crate::wizard::field::Field;
use crate::wizard::model::Model;
use crate::wizard::order_form;
use crate::wizard::requested;
use crate::wizard::steps::{package, subject};
use crate::wizard::submission::Submission;
use crate::words::vault::VaultSay;
use crate::words::{Say, Text};

/// What the card says.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Card {
    package: String,
    months: Option<u16>,
    names: Vec<String>,
    fingerprint: String,
    setup: Option<Money>,
    total: Option<Money>,
    is_final: bool,
    said: String,
}

fn read(model: &Model) -> Card {
    let chosen = package::chosen(model);
    let period = package::parse(model).ok().map(|choice| choice.period);
    let price = chosen.zip(period).and_then(|(package, period)| package.price(period));
    let (quoted, ordered) = match &model.submission {
        Submission::Quoted(quote) | Submission::Paying(quote, _) => (quote.total.clone(), None),
        Submission::Unclear(intent, _) => (intent.total.clone(), Some(&**intent)),
        Submission::Ordered(order) => (order.intent.total.clone(), Some(&*order.intent)),
        _ => (None, None),
    };
    let name = chosen.map(|package| package.name.clone());
    Card {
        package: ordered.map(|intent| intent.package.clone()).or(name).unwrap_or_default(),
        months: ordered.map(|intent| intent.months).or(period.map(Period::months)),
        names: subject::names(model),
        fingerprint: requested::fingerprint(model).map(|key| key.short()).unwrap_or_default(),
        is_final: quoted.is_some(),
        said: order_form::price_text(model).unwrap_or_default().to_owned(),
        total: quoted.or_else(|| price.map(|price| price.cost.clone())),
        setup: price.and_then(|price| price.setup.clone()).filter(|setup| setup.minor > 0),
    }
}

/// The card.
pub fn card(ui: Ui) -> View {
    let card = ui.memo(read);
    let content = live(move || {
        let Card { package, months, names, fingerprint, setup, total, is_final, said } = card.get();
        let mut lines = Vec::new();
        if !package.is_empty() {
            lines.push(rows::row(&speech().label(Field::Package), &package));
        }
        if let Some(months) = months {
            lines.push(rows::row(&speech().label(Field::Period), &t(Text::Months(months))));
        }
        if !names.is_empty() {
            lines.push(rows::row(&t(Say::ReviewNames), &both_forms(names)));
        }
        if !fingerprint.is_empty() {
            lines.push(rows::row(&t(VaultSay::CardFingerprint), &fingerprint));
        }
        if let Some(setup) = setup {
            lines.push(rows::row(&t(Say::SetupFee), &money(&setup)));
        }
        let label = t(if is_final { Say::Total } else { Say::TotalOnReview });
        let total = total.map(|total| {
            let figure = el("span", "").text(&money(&total));
            el("p", "summary__total").add(el("span", "").text(&label)).text(" ").add(figure)
        });
        let said = if said.is_empty() { nothing() } else { el("p", "").text(&t(Text::BillingSays(said))).into() };
        all([rows::rows(lines), total.map_or_else(nothing, View::from), said])
    });
    let is_existing = ui.memo(existing::is_chosen);
    let trust = live_text(move || t(if is_existing.get() { Say::TrustExisting } else { Say::Trust }).into_owned());
    el("aside", "summary")
        .attr("aria-label", &t(Say::YourOrder))
        .add(el("h2", "summary__title").text(&t(Say::YourOrder)))
        .add(content)
        .add(el("p", "trust").add(trust))
        .into()
}
