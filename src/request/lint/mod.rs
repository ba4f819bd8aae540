//! What is to be said of a request before an authority says it: one rule at a time, in the manner of zlint.
//!
//! All of it is bounded: a request has no more than 48 kB, no more than [`ReadRequest::NAMES`] names are looked at, and moduli
//! beyond [`super::big::LIMIT`] bits are not judged.
mod form;
mod key;
mod names;
mod package;
mod rsa;
mod rules;
mod signature;
mod subject;

use super::csr::{ReadRequest, Verdict};
use crate::domain::package::Coverage;

pub use rules::{Fix, Rule, Severity};
pub use subject::country_alias;

/// One thing to be said of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule that is broken.
    pub rule: Rule,
    /// What breaks it: a name, a value, a size, an object identifier; empty where the rule says it all.
    pub about: String,
}

/// What is known besides the request.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// Whether its signature is good.
    pub verdict: Verdict,
    /// Which names the chosen package is for.
    pub coverage: Coverage,
    /// Whether the chosen package is known to be validated by its domain alone.
    pub is_domain_validated: bool,
    /// Whether a name is a public suffix, or begins with `*.` and stands for all that is registered below one; where the
    /// list is loaded. Small letters.
    pub is_public_suffix: Option<&'a dyn Fn(&str) -> bool>,
}

impl Default for Context<'_> {
    /// Nothing is known.
    fn default() -> Self {
        let (verdict, coverage) = (Verdict::Unknown, Coverage::Unknown);
        Self { verdict, coverage, is_domain_validated: false, is_public_suffix: None }
    }
}

/// How often a rule is said at most: each is a row on the page.
const MOST: usize = 100;

/// Findings as they are made.
struct Findings(Vec<Finding>);

impl Findings {
    /// The rule is broken; what it is about goes without saying.
    fn add(&mut self, rule: Rule) {
        self.about(rule, "");
    }

    fn add_if(&mut self, is_broken: bool, rule: Rule) {
        if is_broken {
            self.add(rule);
        }
    }

    /// The rule is broken by `what`; each is said once, and no rule more often than [`MOST`].
    fn about(&mut self, rule: Rule, what: &str) {
        let mut known = self.0.iter().filter(|known| known.rule == rule);
        if known.clone().nth(MOST - 1).is_none() && !known.any(|known| known.about == what) {
            self.0.push(Finding { rule, about: what.to_owned() });
        }
    }
}

/// All findings, the worst first.
pub fn lint(request: &ReadRequest, context: &Context<'_>) -> Vec<Finding> {
    let mut found = Findings(Vec::new());
    signature::lint(request, context.verdict, &mut found);
    key::lint(request, &mut found);
    names::lint(request, context, &mut found);
    package::lint(request, context.coverage, &mut found);
    subject::lint(request, context.is_domain_validated, &mut found);
    form::lint(request, &mut found);
    let mut sorted = Vec::with_capacity(found.0.len());
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        sorted.extend(found.0.iter().filter(|finding| finding.rule.severity() == severity).cloned());
    }
    sorted
}
