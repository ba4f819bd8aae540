//! What the form can do about a wrong field by one press: each is an edit of the draft that the customer sees and can
//! take back by typing.
use crate::domain::hostname::to_unicode;
use crate::domain::money::Money;
use crate::domain::package::{Coverage, Package, Period, Price};

use super::draft::GENERATE;
use super::field::Field;
use super::further::NAMES_LIMIT;
use super::model::{Loading, Model};
use super::steps::package;
use super::{approvers, coverage, existing, findings, idn, latin, names};

/// An offer of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remedy {
    /// The domain name becomes this one.
    UseName(String),
    /// Among the further names, the first becomes the second.
    UseInstead(String, String),
    /// The field's text becomes this one.
    UseText(String),
    /// Another package.
    Switch(Box<Switch>),
    /// One more name.
    AddName(String),
    /// A further name less.
    DropName(String),
    /// The mailbox `admin@` for every name.
    AdminEverywhere,
    /// Key and request are made here, in place of the existing request.
    GenerateHere,
    /// The right code of the country that the existing request means.
    UseCountry(String),
}

/// Another package in place of the chosen one, for the same period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Switch {
    /// `pricelist` id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How much more it costs, or less; `None` where the currencies differ.
    pub difference: Option<Money>,
    /// Its setup fee, where that is another one than before.
    pub setup: Option<Money>,
}

/// What can be done about `field`, which is wrong.
pub fn remedies(model: &Model, field: Field) -> Vec<Remedy> {
    match field {
        Field::Domain => for_domain(model),
        Field::FurtherNames => {
            let mut all = instead(model);
            all.extend(switches(model, Coverage::MultiDomain));
            all
        }
        _ if latin::FIELDS.contains(&field) => latin::remedy(model, field).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// Packages that suit the existing request better.
pub fn for_request(model: &Model) -> Vec<Remedy> {
    findings::wanted_coverage(model).map(|wanted| switches(model, wanted)).unwrap_or_default()
}

/// What was meant by something that is no host name: a pasted address, a mailbox, a name with the dot of the root.
fn meant(word: &str) -> Option<String> {
    let word = word.trim().to_ascii_lowercase();
    let rest = word.split_once("://").map_or(word.as_str(), |(_, rest)| rest);
    let rest = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    let rest = rest.rsplit('@').next().unwrap_or_default();
    let rest = rest.split(':').next().unwrap_or_default();
    let name = rest.trim_end_matches('.');
    (name != word && idn::is_likely(name)).then(|| name.to_owned())
}

/// Names in place of those that are wrong.
fn instead(model: &Model) -> Vec<Remedy> {
    let words = idn::words(&model.drafts.subject.further_names).take(NAMES_LIMIT);
    let offer = |word: &str| meant(word).map(|name| Remedy::UseInstead(word.to_owned(), name));
    words.filter_map(offer).take(3).collect()
}

/// A `*` that the package is not for, or a missing one.
fn for_domain(model: &Model) -> Vec<Remedy> {
    let typed = &model.drafts.subject.domain;
    if let Some(name) = meant(typed) {
        return vec![Remedy::UseName(name)];
    }
    let shown = |name: &str| to_unicode(name).unwrap_or_else(|_| name.to_owned());
    let Ok(name) = idn::hostname(model, typed) else { return Vec::new() };
    let Some(package) = package::chosen(model) else { return Vec::new() };
    let (other, wanted) = match (name.as_str().strip_prefix("*."), coverage::of(model, package)) {
        (None, Coverage::Wildcard) => (format!("*.{}", shown(name.as_str())), Coverage::Single),
        (Some(plain), Coverage::Single | Coverage::MultiDomain) => (shown(plain), Coverage::Wildcard),
        _ => return Vec::new(),
    };
    let mut all = switches(model, wanted);
    all.insert(0, Remedy::UseName(other));
    all
}

/// Packages for such names that are sold for the same period: the one whose name has most words in common with the
/// chosen one's, and the cheapest.
fn switches(model: &Model, wanted: Coverage) -> Vec<Remedy> {
    let (Loading::Ready(packages), Some(chosen)) = (&model.catalogue, package::chosen(model)) else {
        return Vec::new();
    };
    let Some(now) = Period::parse(&model.drafts.package.period).and_then(|period| chosen.price(period)) else {
        return Vec::new();
    };
    if coverage::of(model, chosen) == wanted {
        return Vec::new();
    }
    let mut closest: Option<(usize, Remedy)> = None;
    let mut cheapest: Option<(i64, Remedy)> = None;
    for other in packages {
        let Some(price) = other.price(now.period).filter(|_| coverage::of(model, other) == wanted) else { continue };
        let (likeness, cost) = (likeness(chosen, other), price.cost.minor);
        // Of equals, the first of the catalogue.
        if closest.as_ref().is_none_or(|(best, _)| likeness > *best) {
            closest = Some((likeness, switch(other, price, now)));
        }
        if cheapest.as_ref().is_none_or(|(least, _)| cost < *least) {
            cheapest = Some((cost, switch(other, price, now)));
        }
    }
    let mut all = Vec::new();
    if let (Some((_, closest)), Some((_, cheapest))) = (closest, cheapest) {
        let is_one = closest == cheapest;
        all.push(closest);
        if !is_one {
            all.push(cheapest);
        }
    }
    all
}

/// How many words of its name `other` has in common with `chosen`.
fn likeness(chosen: &Package, other: &Package) -> usize {
    coverage::words(&other.name).filter(|word| coverage::words(&chosen.name).any(|own| own == *word)).count()
}

fn switch(other: &Package, price: &Price, now: &Price) -> Remedy {
    Remedy::Switch(Box::new(Switch {
        id: other.id.clone(),
        name: other.name.clone(),
        difference: price.cost.more_than(&now.cost),
        setup: price.setup.clone().filter(|_| price.setup != now.setup),
    }))
}

/// The edits that `remedy` stands for; nothing where it is not offered at the field `at` now.
pub fn edits(model: &Model, at: Field, remedy: &Remedy) -> Vec<(Field, String)> {
    if at.step() != Some(model.place) {
        return Vec::new();
    }
    match remedy {
        Remedy::AddName(_) | Remedy::DropName(_) => names::edit(model, remedy),
        Remedy::AdminEverywhere => approvers::admin_everywhere(model),
        _ if at == Field::ExistingRequest => at_request(model, remedy),
        _ if !remedies(model, at).contains(remedy) => Vec::new(),
        Remedy::UseName(name) => vec![(Field::Domain, name.clone())],
        Remedy::UseText(text) => vec![(at, text.clone())],
        Remedy::UseInstead(word, name) => {
            let words = idn::words(&model.drafts.subject.further_names);
            let words: Vec<&str> = words.map(|typed| if typed == word { name } else { typed }).collect();
            vec![(Field::FurtherNames, words.join("\n"))]
        }
        Remedy::Switch(to) => vec![(Field::Package, to.id.clone())],
        // Offered at the request alone.
        Remedy::GenerateHere | Remedy::UseCountry(_) => Vec::new(),
    }
}

/// The same at the existing request.
fn at_request(model: &Model, remedy: &Remedy) -> Vec<(Field, String)> {
    let edit = match remedy {
        _ if existing::chosen_request(model).is_none() => None,
        Remedy::GenerateHere if model.can_make_keys => Some((Field::RequestMethod, GENERATE.to_owned())),
        Remedy::UseCountry(code) if findings::country(model) == Some(code) => Some((Field::Country, code.clone())),
        Remedy::Switch(to) if for_request(model).contains(remedy) => Some((Field::Package, to.id.clone())),
        _ => None,
    };
    edit.into_iter().collect()
}
