//! Page "package": what is bought, for how long, and a promotion code.
use crate::domain::package::{Package, Period};
use crate::domain::problem::Problem;
use crate::domain::text::Line;
use crate::wizard::field::Field;
use crate::wizard::model::{Loading, Model};

use super::{Errors, Parsed};

/// The most characters of a promotion code.
const CODE_LIMIT: usize = 64;

/// What the page parses to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackageChoice {
    /// `pricelist` id.
    pub pricelist: String,
    /// For how long.
    pub period: Period,
    /// Applied when the order is put together.
    pub promotion_code: Option<Line>,
}

/// The chosen package as the catalogue has it.
pub fn chosen(model: &Model) -> Option<&Package> {
    match &model.catalogue {
        Loading::Ready(packages) => packages.iter().find(|package| package.id == model.drafts.package.package),
        _ => None,
    }
}

/// Parses the page. While the catalogue is not there, a restored choice is taken on trust; the billing system checks it again.
///
/// # Errors
/// The errors of the page.
pub fn parse(model: &Model) -> Parsed<PackageChoice> {
    let draft = &model.drafts.package;
    let mut errors = Errors::default();
    let catalogue_is_here = matches!(model.catalogue, Loading::Ready(_));
    let package = chosen(model);
    if draft.package.is_empty() {
        errors.add(Field::Package, Problem::Missing);
    } else if catalogue_is_here && package.is_none() {
        errors.add(Field::Package, Problem::NotOffered);
    }
    let period = if draft.package.is_empty() {
        // Without a package there are no periods to choose from.
        return errors.finish(None);
    } else if draft.period.is_empty() {
        Err(Problem::Missing)
    } else {
        Period::parse(&draft.period)
            .filter(|period| package.is_none_or(|package| package.price(*period).is_some()))
            .ok_or(Problem::NotOffered)
    };
    let period = errors.take(Field::Period, period);
    let code = errors.optional(Field::PromotionCode, Line::parse(&draft.promotion_code, CODE_LIMIT));
    let pricelist = draft.package.clone();
    errors.finish(period.zip(code).map(|(period, promotion_code)| PackageChoice { pricelist, period, promotion_code }))
}
