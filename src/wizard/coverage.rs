//! Which names a package is for.
use crate::billing::assumed::coverage::inferred;
use crate::domain::package::{Coverage, Package};

use super::model::{Loading, Model};

pub use crate::billing::assumed::coverage::words;

/// Which names `package` is for: as the operator says, else inferred.
pub fn of(model: &Model, package: &Package) -> Coverage {
    let told = model.config.packages.iter().find(|(id, _)| *id == package.id);
    match (told, &model.catalogue) {
        (Some((_, coverage)), _) => *coverage,
        (None, Loading::Ready(packages)) => inferred(packages, package, &model.config.assumed),
        _ => Coverage::Unknown,
    }
}
