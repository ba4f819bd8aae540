//! Where the customer is and may go: derived from which pages are complete, never stored.
use super::effect::{Effect, Focus};
use super::existing;
use super::keys::{Hold, Key, KeyState};
use super::model::Model;
use super::order_form::Discovery;
use super::questions;
use super::shown::Shown;
use super::step::Step;
use super::steps;
use super::submission::Submission;

/// The pages of this order: "organization" only where the billing system's form asks for it; with an existing request no
/// "key", and "subject" only for what the request does not say.
pub fn pages(model: &Model) -> Vec<Step> {
    let with_organization = match &model.discovery {
        Discovery::Ready(_, _, form) => form.organization,
        _ => false,
    };
    let is_existing = existing::is_chosen(model);
    let is_page = |step: &Step| match step {
        Step::Subject => !is_existing || !existing::missing(model).is_empty(),
        Step::Key => !is_existing,
        Step::Questions => !questions::asked(model).is_empty(),
        Step::Organization => with_organization,
        _ => true,
    };
    Step::ALL.into_iter().filter(is_page).collect()
}

/// The first page where something is missing.
pub fn first_incomplete(model: &Model) -> Step {
    pages(model).into_iter().find(|step| !steps::is_complete(model, *step)).unwrap_or(Step::Done)
}

/// Where a wish to see `step` leads: no further than the first incomplete page; only to the last page once ordered;
/// only to review while an order is being sent.
pub fn resolve(model: &Model, step: Step) -> Step {
    match &model.submission {
        Submission::Ordered(_) => Step::Done,
        Submission::Paying(..) | Submission::Unclear(..) => Step::Review,
        _ => {
            let limit = first_incomplete(model);
            // While the order's form is not known, whether its pages are complete is not known either.
            let limit = if step.needs_session() && is_undecided(model, limit) { step.min(Step::Review) } else { limit };
            let wanted = step.min(limit);
            let may_come = matches!(wanted, Step::Questions | Step::Organization) && is_undecided(model, limit);
            if may_come || pages(model).contains(&wanted) { wanted } else { limit }
        }
    }
}

fn is_undecided(model: &Model, limit: Step) -> bool {
    limit == Step::Validation && model.discovery.form().is_none() && !matches!(model.discovery, Discovery::Failed(_))
}

/// The page before `step`.
pub fn before(model: &Model, step: Step) -> Option<Step> {
    if step == Step::Done {
        return None;
    }
    pages(model).into_iter().take_while(|page| *page < step).last()
}

/// Shows `step`.
pub fn go(model: &mut Model, out: &mut Vec<Effect>, step: Step, replace: bool) {
    model.place = step;
    model.shown = Shown::default();
    super::keys::hide(model);
    super::vault::left(model);
    model.vault.is_stale = true;
    model.copied = None;
    model.continue_when_ready = false;
    out.push(Effect::Navigate { step, replace });
    out.push(Effect::Focus(Focus::Page));
}

/// A page that can no longer be shown gives way to the first one where something is missing.
pub fn settle(model: &mut Model, out: &mut Vec<Effect>) {
    let place = resolve(model, model.place);
    if place != model.place {
        if model.place > place {
            model.changing = model.place >= Step::Review;
        }
        go(model, out, place, true);
    }
}

/// "Continue": on with the journey if nothing on the page is wrong.
pub fn proceed(model: &mut Model, out: &mut Vec<Effect>) {
    let step = model.place;
    model.trouble = None;
    if step == Step::Key && !super::vault::may_continue(model, out) {
        return;
    }
    if !steps::errors(model, step).is_empty() {
        model.show_errors(step);
        out.push(Effect::Focus(Focus::Errors));
        return;
    }
    let leads_to_questions = step < Step::Questions && questions::is_unanswered(model);
    if step >= Step::Contacts && step < Step::Review && model.discovery.form().is_none() && !leads_to_questions {
        // Whether "organization" comes next only the billing system knows.
        model.continue_when_ready = true;
        if matches!(model.discovery, Discovery::Failed(_)) {
            model.discovery = Discovery::None;
        }
        return;
    }
    if !steps::is_complete(model, step) {
        return;
    }
    model.errors_shown.retain(|shown| *shown != step);
    let next = pages(model).into_iter().find(|page| *page > step).unwrap_or(Step::Done);
    let next = if model.changing { resolve(model, Step::Review) } else { next };
    // A change may need further pages before review is reached again.
    model.changing &= next != Step::Review;
    // Another package may be for other names than those typed.
    if model.changing && next == Step::Subject {
        model.show_errors(next);
    }
    let is_signing = next == Step::Key && step < next && waits_for_signature(model);
    go(model, out, next, false);
    model.continue_when_ready = is_signing;
}

/// Whether nothing keeps a change from review but that the request is signed anew with the same key.
fn waits_for_signature(model: &Model) -> bool {
    let is_same_key = |key: &Key| key.hold == Hold::Live && key.key_type == steps::subject::chosen_key_type(model);
    let is_signing = matches!(&model.key, KeyState::Ready(key) if is_same_key(key));
    let mut others = pages(model).into_iter().filter(|page| *page != Step::Key && *page < Step::Review);
    model.changing && is_signing && others.all(|page| steps::is_complete(model, page))
}

/// The request is signed: where that alone held up a change, the way goes on to review.
pub fn signed(model: &mut Model, out: &mut Vec<Effect>) {
    if model.place == Step::Key
        && steps::is_complete(model, Step::Key)
        && std::mem::take(&mut model.continue_when_ready)
    {
        proceed(model, out);
    }
}
