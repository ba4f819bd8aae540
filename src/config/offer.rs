//! What of the billing system's offer is shown: packages, ways to check the names, ways to pay.
use super::ConfigReason;
use super::reader::{Named, Reader, path};
use crate::billing::assumed::method::MethodKind;
use crate::domain::json::Object;
use crate::domain::package::Coverage;

/// A way to pay, as the page of the review has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PayBy {
    /// "Current account".
    Balance,
    /// "Add to the order...".
    Order,
    /// "Add new account", with "Pay now" or without.
    Bill,
}

const NAMES: [Named<Coverage>; 4] = [
    ("single", Coverage::Single),
    ("wildcard", Coverage::Wildcard),
    ("multi-domain", Coverage::MultiDomain),
    ("unknown", Coverage::Unknown),
];
const KINDS: [Named<MethodKind>; 4] =
    [("dns", MethodKind::Dns), ("email", MethodKind::Email), ("http", MethodKind::Http), ("other", MethodKind::Other)];
const WAYS: [Named<PayBy>; 3] = [("balance", PayBy::Balance), ("order", PayBy::Order), ("bill", PayBy::Bill)];

/// `{"102": {"names": "wildcard"}}`.
pub(super) fn packages(reader: &mut Reader, file: &Object) -> Vec<(String, Coverage)> {
    let mut found = Vec::new();
    let Some(all) = file.get("packages").and_then(|value| reader.object("packages", value)) else { return found };
    for (id, value) in all {
        let field = path("packages", id);
        let Some(own) = reader.object(&field, value) else { continue };
        reader.only_known(own, &field, &["names"]);
        match reader.choice(own, &field, "names", &NAMES) {
            Some(coverage) => found.push((id.clone(), coverage)),
            None => reader.complain(&path(&field, "names"), ConfigReason::Missing),
        }
    }
    found
}

/// `["102", "101"]`; `None` for all of them.
pub(super) fn packages_shown(reader: &mut Reader, file: &Object) -> Option<Vec<String>> {
    Some(reader.list(file, "packages_shown")?.into_iter().map(|(_, id)| id.to_owned()).collect())
}

/// `["dns", "email"]`; `None` for all of them.
pub(super) fn validation_methods(reader: &mut Reader, file: &Object) -> Option<Vec<MethodKind>> {
    reader.choices(file, "validation_methods", &KINDS)
}

/// `["balance", "bill"]`. An open order to add to is what few customers have, so that it cannot be the only way.
pub(super) fn ways_to_pay(reader: &mut Reader, file: &Object) -> Vec<PayBy> {
    let ways = reader.choices(file, "ways_to_pay", &WAYS).unwrap_or_else(|| WAYS.map(|(_, way)| way).to_vec());
    if ways == [PayBy::Order] {
        reader.complain("ways_to_pay", ConfigReason::Lacks(&["balance", "bill"]));
    }
    ways
}
