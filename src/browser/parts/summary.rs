//! The card that always shows what is being ordered.
use leptos::prelude::*;

use super::rows;
use crate::browser::ui::{Ui, money, t};
use crate::domain::money::Money;
use crate::domain::package::Period;
use crate::wizard::field::Field;
use crate::wizard::model::Model;
use crate::wizard::steps::{package, subject};
use crate::wizard::submission::Submission;
use crate::words::{self, Text};

/// What the card says.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Card {
    package: String,
    months: Option<u16>,
    names: Vec<String>,
    setup: Option<Money>,
    total: Option<Money>,
    is_final: bool,
}

fn read(model: &Model) -> Card {
    let chosen = package::chosen(model);
    let period = package::parse(model).ok().map(|choice| choice.period);
    let price = chosen.zip(period).and_then(|(package, period)| package.price(period));
    let (quoted, ordered) = match &model.submission {
        Submission::Quoted(quote) | Submission::Paying(quote, _) => (Some(quote.total.clone()), None),
        Submission::Unclear(intent, _) => (Some(intent.total.clone()), Some(&**intent)),
        Submission::Ordered(order) => (Some(order.intent.total.clone()), Some(&order.intent)),
        _ => (None, None),
    };
    let name = chosen.map(|package| package.name.clone());
    Card {
        package: ordered.map(|intent| intent.package.clone()).or(name).unwrap_or_default(),
        months: ordered.map(|intent| intent.months).or(period.map(Period::months)),
        names: subject::parse(model)
            .map(|choice| choice.subject.names().map(ToString::to_string).collect())
            .unwrap_or_default(),
        is_final: quoted.is_some(),
        total: quoted.or_else(|| price.map(|price| price.cost.clone())),
        setup: price.and_then(|price| price.setup.clone()).filter(|setup| setup.minor > 0),
    }
}

/// The card.
pub fn card(ui: Ui) -> impl IntoView {
    let card = ui.memo(read);
    view! {
        <aside class="summary" aria-label=t(Text::YourOrder)>
            <h2 class="summary__title">{t(Text::YourOrder)}</h2>
            {move || {
                let Card { package, months, names, setup, total, is_final } = card.get();
                let setup = setup.map(|setup| rows::row(t(Text::SetupFee), money(&setup)));
                let months = months.map(|months| rows::row(words::label(Field::Period), t(Text::Months(months)).into_owned()));
                let names = (!names.is_empty()).then(|| rows::row(t(Text::ReviewNames), names.join(", ")));
                let package = (!package.is_empty()).then(|| rows::row(words::label(Field::Package), package));
                let label = t(if is_final { Text::Total } else { Text::TotalOnReview });
                view! {
                    <dl class="rows">{package}{months}{names}{setup}</dl>
                    {total.map(|total| view! {
                        <p class="summary__total"><span>{label}</span>" "<span>{money(&total)}</span></p>
                    })}
                }
            }}
            <p class="trust">{t(Text::Trust)}</p>
        </aside>
    }
}
