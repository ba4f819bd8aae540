//! How many names are ordered, how many the package includes, and the offer of `www.` beside the domain.
use crate::domain::hostname::{Hostname, to_unicode};
use crate::domain::money::Money;
use crate::domain::package::{Coverage, FurtherNames, Period};

use super::coverage;
use super::field::Field;
use super::further;
use super::idn;
use super::model::Model;
use super::remedy::Remedy;
use super::steps::package;

/// What one more name costs, as the catalogue says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NameCost {
    /// Nothing: it is among those included.
    Included,
    /// So much.
    Price(Money),
    /// The catalogue does not say.
    Unknown,
}

/// `www.` beside the domain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WwwOffer {
    /// The name.
    pub name: String,
    /// Whether it is among the further names.
    pub is_on: bool,
    /// What it costs.
    pub cost: NameCost,
}

/// How many names there are, in a package that includes some.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// In the package's price.
    pub included: u32,
    /// Typed, the domain among them.
    pub entered: u32,
    /// Price of each name beyond those included, where the catalogue has one.
    pub each: Option<Money>,
}

/// The names typed: the domain, and the further ones without it and without doubles.
fn typed(model: &Model) -> Option<(Hostname, Vec<Hostname>)> {
    let domain = idn::domain(model).ok()?;
    let further = further::read(model, Some(&domain));
    further.wrong.is_empty().then_some((domain, further.names))
}

fn price_of_one(model: &Model, sold: &FurtherNames) -> Option<Money> {
    let period = Period::parse(&model.drafts.package.period)?;
    sold.prices.iter().find(|price| price.period == period).map(|price| price.cost.clone())
}

/// Names typed and included; `None` where the package includes no particular number.
pub fn count(model: &Model) -> Option<Count> {
    let sold = package::chosen(model)?.further_names.as_ref()?;
    let (_, further) = typed(model)?;
    let entered = u32::try_from(further.len()).ok()? + 1;
    Some(Count { included: sold.included, entered, each: price_of_one(model, sold) })
}

/// The offer, where the domain has no `www.` and no `*.` yet and the package takes further names.
pub fn www(model: &Model) -> Option<WwwOffer> {
    let package = package::chosen(model)?;
    let (domain, further) = typed(model)?;
    if domain.is_wildcard() || domain.as_str().starts_with("www.") {
        return None;
    }
    if coverage::of(model, package) != Coverage::MultiDomain {
        return None;
    }
    let name = Hostname::parse(&format!("www.{domain}")).ok()?;
    let is_on = further.contains(&name);
    let others = further.len() - usize::from(is_on) + 1;
    let sold = package.further_names.as_ref();
    let most = sold.and_then(|sold| sold.limit).map_or(usize::MAX, |most| most.try_into().unwrap_or(usize::MAX));
    if !is_on && others >= most {
        return None;
    }
    let cost = match sold {
        Some(sold) if sold.included.try_into().is_ok_and(|included: usize| others < included) => NameCost::Included,
        Some(sold) => price_of_one(model, sold).map_or(NameCost::Unknown, NameCost::Price),
        None => NameCost::Unknown,
    };
    Some(WwwOffer { name: name.to_string(), is_on, cost })
}

/// The further names with the offered name added to them or taken out; each word stays as it was typed.
pub fn edit(model: &Model, remedy: &Remedy) -> Vec<(Field, String)> {
    let Some(offer) = www(model) else { return Vec::new() };
    let (name, adds) = match remedy {
        Remedy::AddName(name) => (name, true),
        Remedy::DropName(name) => (name, false),
        _ => return Vec::new(),
    };
    if *name != offer.name || adds == offer.is_on {
        return Vec::new();
    }
    let mut text = String::new();
    for word in idn::words(&model.drafts.subject.further_names) {
        if idn::hostname(model, word).is_ok_and(|known| known.as_str() != name) {
            text.push_str(word);
            text.push('\n');
        }
    }
    if adds {
        text.push_str(&to_unicode(name).unwrap_or_else(|_| name.clone()));
    } else {
        text.pop();
    }
    vec![(Field::FurtherNames, text)]
}
