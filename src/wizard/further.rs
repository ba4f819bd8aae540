//! The further names: what was typed, name by name.
use super::coverage;
use super::existing;
use super::field::Field;
use super::idn::{self, words};
use super::model::Model;
use super::steps::package;
use super::suffixes;
use crate::domain::hostname::Hostname;
use crate::domain::package::Coverage;
use crate::domain::problem::{HostnameProblem, Problem};

/// The most names of one request, the domain among them.
pub(super) const NAMES_LIMIT: usize = 100;
/// So many wrong names are told one by one.
const TOLD: usize = 5;
/// More words than this are counted and not looked at.
const READ: usize = 1_000;

/// The further names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Further {
    /// Without the domain and without doubles.
    pub names: Vec<Hostname>,
    /// What was typed more than once, each name once.
    pub folded: Vec<Hostname>,
    /// What is wrong: a word, and why.
    pub wrong: Vec<(String, Problem)>,
    /// How many words there are.
    words: usize,
}

/// Reads the names by lines, blanks or commas.
pub fn read(model: &Model, domain: Option<&Hostname>) -> Further {
    let raw = model.drafts.text(Field::FurtherNames);
    let is_carried = existing::says(model, Field::FurtherNames);
    let mut found = Further { words: words(raw).count(), ..Further::default() };
    for word in words(raw).take(READ) {
        let name = if is_carried { Hostname::parse(word) } else { idn::hostname(model, word) };
        match name.and_then(|name| sold(model, name)) {
            Ok(name) if Some(&name) == domain || found.names.contains(&name) => {
                if !found.folded.contains(&name) {
                    found.folded.push(name);
                }
            }
            Ok(name) => found.names.push(name),
            Err(problem) => found.wrong.push((shortened(word), problem)),
        }
    }
    found
}

impl Further {
    /// What is wrong, name by name, and whether there are too many.
    pub fn problems(&self, model: &Model) -> Vec<Problem> {
        let named = |(word, problem): &(String, Problem)| Problem::Name(word.clone(), Box::new(problem.clone()));
        let mut problems: Vec<Problem> = self.wrong.iter().take(TOLD).map(named).collect();
        if self.wrong.len() > TOLD {
            problems.push(Problem::MoreNames(self.wrong.len() - TOLD));
        }
        problems.extend(too_many(model, self.names.len() + 1 + self.words.saturating_sub(READ)));
        problems
    }
}

/// Whether so many names, the domain among them, are more than the package or a request takes.
pub fn too_many(model: &Model, entered: usize) -> Option<Problem> {
    let most = most(model);
    let (limit, of_package) = (most.unwrap_or(NAMES_LIMIT), most.is_some());
    (entered > limit).then_some(Problem::TooManyNames { limit, entered, of_package })
}

/// The most names, the domain among them, where the package takes fewer than a request can hold.
fn most(model: &Model) -> Option<usize> {
    let limit = package::chosen(model)?.further_names.as_ref()?.limit?;
    usize::try_from(limit).ok().filter(|limit| *limit < NAMES_LIMIT)
}

/// A name that is not for sale is refused here, where that is known: a wildcard in a package for one plain name, or on a
/// public suffix.
///
/// # Errors
/// `WildcardNotSold`, or `Hostname` with `PublicSuffix`.
pub fn sold(model: &Model, name: Hostname) -> Result<Hostname, Problem> {
    if suffixes::forbid(model, &name) {
        return Err(Problem::Hostname(HostnameProblem::PublicSuffix));
    }
    let coverage = package::chosen(model).map(|package| coverage::of(model, package));
    if name.is_wildcard() && coverage == Some(Coverage::Single) {
        return Err(Problem::WildcardNotSold);
    }
    Ok(name)
}

/// A word, no longer than it takes to find it in the text.
fn shortened(word: &str) -> String {
    const SHOWN: usize = 64;
    let mut letters = word.chars();
    let mut shown: String = letters.by_ref().take(SHOWN).collect();
    if letters.next().is_some() {
        shown.push('…');
    }
    shown
}
