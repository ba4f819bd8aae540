//! What of the billing system's offer the operator shows.
use crate::billing::order_form::OrderForm;
use crate::config::{Config, PayBy};
use crate::domain::package::Package;

use super::model::Model;

/// The packages on sale here, in the operator's order where there is one.
pub fn packages(config: &Config, mut offered: Vec<Package>) -> Vec<Package> {
    let Some(shown) = &config.packages_shown else { return offered };
    let mut found = Vec::new();
    for id in shown {
        if let Some(at) = offered.iter().position(|package| package.id == *id) {
            found.push(offered.swap_remove(at));
        }
    }
    found
}

/// Keeps the ways to check the names that are allowed here, in the operator's order. Where the form leaves no choice there
/// is nothing to keep. Gives whether a way is left.
pub fn methods(config: &Config, form: &mut OrderForm) -> bool {
    let Some(allowed) = &config.validation_methods else { return true };
    if form.methods.is_empty() {
        return true;
    }
    let all = std::mem::take(&mut form.methods);
    for kind in allowed {
        form.methods.extend(all.iter().filter(|method| method.kind == *kind).cloned());
    }
    !form.methods.is_empty()
}

/// Whether this way to pay is on offer here.
pub fn pays_by(model: &Model, way: PayBy) -> bool {
    model.config.ways_to_pay.contains(&way)
}
