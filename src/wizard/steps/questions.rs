//! Page "questions": what the billing system asks besides, as it describes it.
use crate::billing::form::Control;
use crate::billing::question::Question;
use crate::domain::problem::Problem;
use crate::wizard::model::Model;
use crate::wizard::questions;

use super::{Errors, Parsed};

/// The most characters of an answer, where the form names no limit.
const ANSWER_LIMIT: usize = 1_000;

/// Whether everything that must be answered is; the answers themselves are [`questions::early_answers`] and
/// [`questions::late_answers`].
///
/// # Errors
/// The errors of the page.
pub fn parse(model: &Model) -> Parsed<()> {
    let mut errors = Errors::default();
    for (field, question) in questions::asked(model) {
        match check(question, model.drafts.text(field)) {
            Ok(()) => {}
            Err(missing @ (Problem::Unanswered(_) | Problem::Unticked(_))) => errors.add(field, missing),
            Err(other) => errors.add(field, Problem::Answer(question.label.clone(), Box::new(other))),
        }
    }
    errors.finish(Some(()))
}

fn check(question: &Question, text: &str) -> Result<(), Problem> {
    let limit = question.max_length.unwrap_or(ANSWER_LIMIT);
    let is_control = |c: char| c.is_control() && !(question.control == Control::Area && c == '\n');
    if text.trim().is_empty() {
        let label = || question.label.clone();
        return match question.control {
            _ if !question.required => Ok(()),
            Control::CheckBox => Err(Problem::Unticked(label())),
            _ => Err(Problem::Unanswered(label())),
        };
    }
    match question.control {
        Control::Select if question.choices.iter().all(|(key, _)| key != text) => Err(Problem::NotOffered),
        Control::Line | Control::Area if text.chars().any(is_control) => Err(Problem::ControlCharacter),
        Control::Line | Control::Area if text.chars().count() > limit => {
            Err(Problem::TooLong { limit, count: text.chars().count() })
        }
        Control::Select | Control::CheckBox | Control::Line | Control::Area => Ok(()),
    }
}
