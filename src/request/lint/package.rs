//! Whether the chosen package is for such names.
use super::{Findings, Rule};
use crate::domain::hostname::Hostname;
use crate::domain::package::Coverage;
use crate::request::csr::ReadRequest;

pub(super) fn lint(request: &ReadRequest, coverage: Coverage, found: &mut Findings) {
    let names = request.all_names();
    // A name that is none is said of elsewhere.
    let Some(first) = names.first().and_then(|name| Hostname::parse(name).ok()) else { return };
    match coverage {
        Coverage::Wildcard if !first.is_wildcard() => found.about(Rule::PackageWildcard, first.as_str()),
        Coverage::Single if first.is_wildcard() => found.about(Rule::PackageNoWildcard, first.as_str()),
        _ => {}
    }
    // The other of `www` and the bare name comes free with many packages, and beside a wildcard its bare name does.
    let bare = |name: &str| {
        let name = name.to_ascii_lowercase();
        let rest = name.strip_prefix("www.").or_else(|| name.strip_prefix("*."));
        rest.unwrap_or(&name).to_owned()
    };
    let is_one = names.iter().all(|name| bare(name) == bare(first.as_str()));
    if matches!(coverage, Coverage::Single | Coverage::Wildcard) && !is_one {
        found.about(Rule::PackageNames, &names.len().to_string());
    }
}
