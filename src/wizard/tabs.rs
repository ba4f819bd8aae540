//! One order, one tab: the tab that begins holds the draft, and another one can take it over. What neither does is write
//! over the other's work in silence: the store refuses a draft that has gone on elsewhere.
use crate::domain::secret::Secret;

use super::effect::{Effect, Focus};
use super::keys;
use super::model::{Model, Session};

/// The order is open in another tab, or was taken over by it. From now on only "Take over here" does anything.
pub fn elsewhere(model: &mut Model, out: &mut Vec<Effect>) {
    keys::hide(model);
    model.password = Secret::default();
    model.code = Secret::default();
    // A payment that was sent is found by whichever tab reads the stored intent; one that was not is not sent any more.
    model.void_questions();
    model.elsewhere = true;
    out.push(Effect::ReleaseLock);
    out.push(Effect::Focus(Focus::Page));
}

/// "Take over here": the form begins anew with what is stored, as after a reload.
pub fn take_over(model: &mut Model, out: &mut Vec<Effect>) {
    model.start_over();
    model.session = Session::Guest { ended: false };
    model.owner = None;
    model.started = false;
    out.push(Effect::TakeOver);
}
