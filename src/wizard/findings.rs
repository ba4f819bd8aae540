//! What the linter says of an existing request, kept beside it and judged anew when what it depends on changes; and what the
//! form offers to do about each.
use crate::domain::package::Coverage;
use crate::request::csr::{Part, ReadRequest, Verdict};
use crate::request::lint::{Context, Finding, Fix, Rule, Severity, country_alias, lint};

use super::coverage;
use super::existing;
use super::field::Field;
use super::model::Model;
use super::remedy::{Remedy, for_request};
use super::steps::package;
use super::suffixes::Suffixes;

/// The findings of a request, and what they hold for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Findings {
    all: Vec<Finding>,
    /// `None` while the request has not been looked at.
    judged_for: Option<Circumstances>,
    /// What the customer leaves as it is; of this visit only.
    left: Vec<Rule>,
}

/// What findings depend on beside the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Circumstances {
    verdict: Verdict,
    coverage: Coverage,
    is_domain_validated: bool,
    knows_suffixes: bool,
}

/// Something to be done about a finding by one press.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Offer {
    /// An edit of the draft.
    Edit(Remedy),
    /// The finding is put aside.
    Leave(Rule),
}

impl Findings {
    /// How many of them authorities must refuse.
    pub fn errors(&self) -> usize {
        self.all.iter().filter(|finding| finding.rule.severity() == Severity::Error).count()
    }

    fn has(&self, rule: Rule) -> bool {
        self.all.iter().any(|finding| finding.rule == rule)
    }
}

/// Judges the request where that is due.
pub fn drive(model: &mut Model) {
    let Some(request) = existing::chosen_request(model) else { return };
    let coverage = package::chosen(model).map_or(Coverage::Unknown, |package| coverage::of(model, package));
    let is_domain_validated = model.discovery.form().is_some_and(|form| !form.organization);
    let verdict = model.existing.verdict();
    let now = Circumstances {
        verdict,
        coverage,
        is_domain_validated,
        knows_suffixes: matches!(model.suffixes, Suffixes::Ready(_)),
    };
    if model.existing.findings.judged_for != Some(now) {
        let all = judge(&request, now, &model.suffixes);
        let findings = &mut model.existing.findings;
        findings.all = all;
        findings.judged_for = Some(now);
    }
}

fn judge(request: &ReadRequest, now: Circumstances, suffixes: &Suffixes) -> Vec<Finding> {
    let Circumstances { verdict, coverage, is_domain_validated, .. } = now;
    let judge = |is_public_suffix: Option<&dyn Fn(&str) -> bool>| {
        lint(request, &Context { verdict, coverage, is_domain_validated, is_public_suffix })
    };
    match suffixes {
        Suffixes::Ready(list) => judge(Some(&|name| match name.strip_prefix("*.") {
            Some(plain) => !list.takes_wildcard(plain),
            None => list.is_suffix(name),
        })),
        Suffixes::None | Suffixes::Failed => judge(None),
    }
}

/// The findings that are shown, the worst first, each with what can be done about it.
pub fn shown(model: &Model) -> Vec<(Finding, Vec<Offer>)> {
    let findings = &model.existing.findings;
    let is_shown = |finding: &&Finding| !findings.left.contains(&finding.rule);
    let shown = findings.all.iter().filter(is_shown).filter(|_| existing::chosen_request(model).is_some());
    shown.map(|finding| (finding.clone(), offers(model, finding))).collect()
}

fn offers(model: &Model, finding: &Finding) -> Vec<Offer> {
    let rule = finding.rule;
    let new_key = model.can_make_keys.then_some(Offer::Edit(Remedy::GenerateHere));
    match rule.fix() {
        None => Vec::new(),
        Some(Fix::NewKey) => new_key.into_iter().collect(),
        Some(Fix::Package) => for_request(model).into_iter().map(Offer::Edit).collect(),
        Some(Fix::Country) => match country(model) {
            Some(code) => vec![Offer::Edit(Remedy::UseCountry(code.to_owned()))],
            None => new_key.into_iter().chain([Offer::Leave(rule)]).collect(),
        },
        Some(Fix::Ignored) => vec![Offer::Leave(rule)],
        Some(Fix::Leave) => {
            let is_of_key = rule.id().starts_with("key.") || rule.id().starts_with("signature.");
            new_key.filter(|_| is_of_key).into_iter().chain([Offer::Leave(rule)]).collect()
        }
    }
}

/// The country's right code, where the order has not got it yet.
pub(super) fn country(model: &Model) -> Option<&'static str> {
    let code = country_alias(existing::chosen_request(model)?.part(Part::Country)?)?;
    (model.drafts.text(Field::Country) != code).then_some(code)
}

/// Which names a package must be for to suit the request better than the chosen one.
pub(super) fn wanted_coverage(model: &Model) -> Option<Coverage> {
    let findings = &model.existing.findings;
    let is_several = findings.has(Rule::PackageNames);
    match () {
        () if findings.has(Rule::PackageNoWildcard) && !is_several => Some(Coverage::Wildcard),
        () if is_several => Some(Coverage::MultiDomain),
        () if findings.has(Rule::PackageWildcard) => Some(Coverage::Single),
        () => None,
    }
}

/// The customer leaves something as it is. What authorities must refuse stays said.
pub fn leave(model: &mut Model, rule: Rule) {
    let findings = &mut model.existing.findings;
    let is_offered = matches!(rule.fix(), Some(Fix::Leave | Fix::Ignored | Fix::Country)) && findings.has(rule);
    if is_offered && !findings.left.contains(&rule) {
        findings.left.push(rule);
    }
}
