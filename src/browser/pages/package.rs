//! Page "package".
use leptos::prelude::*;

use crate::browser::parts::choice::{Choice, radios};
use crate::browser::parts::{field, notice, page};
use crate::browser::ui::{Ui, money, t};
use crate::domain::package::{FurtherNames, Package, Price};
use crate::wizard::field::Field;
use crate::wizard::message::Msg;
use crate::wizard::model::{Loading, Trouble};
use crate::wizard::step::Step;
use crate::wizard::steps::package::chosen;
use crate::words::{self, Text, Words};

/// From this many months on, an order is issued as several certificates (BR 6.3.2: 200 days at the most).
const ONE_CERTIFICATE_MONTHS: u16 = 6;

/// The page.
pub fn page(ui: Ui) -> AnyView {
    let catalogue = ui.memo(|model| model.catalogue.clone());
    view! {
        {page::top(ui, Step::Package, Text::LeadPackage)}
        {move || match catalogue.get() {
            Loading::Waiting => notice::busy(t(Text::Loading)).into_any(),
            Loading::Failed(error) => view! {
                {notice::notice("error", None, words::trouble(&Trouble::Billing(error)))}
                <div class="actions">{page::button(ui, "button button--primary", t(Text::TryAgain), Msg::Retry)}</div>
            }
            .into_any(),
            Loading::Ready(packages) => fields(ui, &packages),
        }}
    }
    .into_any()
}

fn fields(ui: Ui, packages: &[Package]) -> AnyView {
    let choices = packages.iter().map(choice).collect();
    let chosen_package = ui.memo(|model| chosen(model).cloned());
    let content = view! {
        {radios(ui, Field::Package, "choices--cards", choices)}
        {move || chosen_package.get().map(|package| periods(ui, &package))}
        {field::text(ui, Field::PromotionCode, true)}
    };
    page::continued(ui, Step::Package, content.into_any())
}

fn choice(package: &Package) -> Choice {
    let cheapest = package.prices.iter().min_by_key(|price| price.cost.minor);
    let mut hints: Vec<Words> = Vec::new();
    if !package.description.is_empty() {
        hints.push(package.description.clone().into());
    }
    if let Some(names) = &package.further_names {
        hints.push(names_included(names));
    }
    if let Some(setup) = cheapest.and_then(|price| price.setup.as_ref()).filter(|setup| setup.minor > 0) {
        hints.push(t(Text::SetupFeeOnce(money(setup))));
    }
    Choice {
        value: package.id.clone(),
        label: package.name.clone().into(),
        hint: hints.join(" · ").into(),
        aside: cheapest.map(|price| t(Text::PackageFrom(money(&price.cost))).into_owned()).unwrap_or_default(),
    }
}

fn names_included(names: &FurtherNames) -> Words {
    let cheapest = names.prices.iter().min_by_key(|price| price.cost.minor);
    let further = cheapest.map(|price| money(&price.cost));
    t(Text::NamesIncluded { included: names.included, further })
}

fn periods(ui: Ui, package: &Package) -> AnyView {
    let choice = |price: &Price| Choice {
        value: price.period.months().to_string(),
        label: t(Text::Months(price.period.months())),
        hint: plan(price.period.months()),
        aside: money(&price.cost),
    };
    radios(ui, Field::Period, "choices--cards", package.prices.iter().map(choice).collect())
}

/// What the period means in certificates.
fn plan(months: u16) -> Words {
    if months <= ONE_CERTIFICATE_MONTHS {
        return Words::Borrowed("");
    }
    t(Text::PlanInCertificates { months, certificates: months.div_ceil(ONE_CERTIFICATE_MONTHS) })
}
