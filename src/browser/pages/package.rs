//! Page "package".
use crate::browser::html::{View, all, live, nothing};
use crate::browser::parts::choice::{CARDS, Choice, radios};
use crate::browser::parts::{field, notice, page};
use crate::browser::ui::{Ui, money, speech, t};
use crate::domain::package::{FurtherNames, Package, Price};
use crate::wizard::direct;
use crate::wizard::field::Field;
use crate::wizard::message::Msg;
use crate::wizard::model::{Loading, Trouble};
use crate::wizard::step::Step;
use crate::wizard::steps::package::chosen;
use crate::words::{Say, Text, Words};

/// Up to so many months, an order is one certificate (BR 6.3.2: 200 days at the most).
const ONE_CERTIFICATE_MONTHS: u16 = 6;

/// The page.
pub fn page(ui: Ui) -> View {
    let catalogue = ui.memo(|model| model.catalogue.clone());
    let content = live(move || match catalogue.get() {
        Loading::Waiting => notice::busy(Say::Loading),
        Loading::Failed(error) => all([
            notice::notice("error", &speech().trouble(&Trouble::Billing(error))),
            page::primary(ui, Say::TryAgain, || Msg::Retry).into(),
        ]),
        Loading::Ready(packages) => fields(ui, &packages),
    });
    all([page::top(ui, Step::Package, Say::LeadPackage), content])
}

fn fields(ui: Ui, packages: &[Package]) -> View {
    let chosen = ui.memo(|model| chosen(model).cloned());
    let periods = live(move || chosen.get().map_or_else(nothing, |package| periods(ui, &package)));
    let content = [
        radios(ui, Field::Package, CARDS, packages.iter().map(choice).collect()),
        periods,
        // Codes work on the old cart only (API reference 5.3).
        if ui.peek(|model| direct::way(model).is_none()) {
            page::more_details(ui, [Field::PromotionCode], [field::text(ui, Field::PromotionCode, true)])
        } else {
            nothing()
        },
    ];
    page::continued(ui, Step::Package, content)
}

fn choice(package: &Package) -> Choice {
    let cheapest = package.prices.iter().min_by_key(|price| price.cost.minor);
    let mut hints: Vec<Words> = Vec::new();
    if !package.description.is_empty() {
        hints.push(speech().foreign(&package.description).into());
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

fn periods(ui: Ui, package: &Package) -> View {
    let choice = |price: &Price| Choice {
        value: price.period.months().to_string(),
        label: t(Text::Months(price.period.months())),
        hint: plan(price.period.months()),
        aside: money(&price.cost),
    };
    radios(ui, Field::Period, CARDS, package.prices.iter().map(choice).collect())
}

/// What the period means in certificates.
fn plan(months: u16) -> Words {
    if months <= ONE_CERTIFICATE_MONTHS {
        return Words::Borrowed("");
    }
    t(Text::PlanInCertificates { months, certificates: months.div_ceil(ONE_CERTIFICATE_MONTHS) })
}
