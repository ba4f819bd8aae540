//! Between a call and its answer: pages of long operations are followed, and a busy billing system is asked again, each time
//! a little later. What orders or pays is never sent again.
use crate::billing::http::Reply;
use crate::billing::waiting;

use super::effect::{Effect, Purpose};
use super::model::{Model, Pending};

/// So often the link of a long operation is tried, this long apart.
const LINK_TRIES: u8 = 60;
const LINK_WAIT_MS: u32 = 2_000;
/// So often a busy billing system is asked again; each wait is twice the one before.
const BUSY_TRIES: u8 = 5;
const BUSY_WAIT_MS: u32 = 1_000;

/// The answer to what was `asked`, or nothing while there is none yet.
pub(super) fn settled(model: &mut Model, out: &mut Vec<Effect>, asked: Pending, reply: Reply) -> Option<Reply> {
    let Pending { purpose, call: Some(call), .. } = asked else { return Some(reply) };
    let Some(why) = waiting::waiting(&reply) else {
        let is_followed = call.request.address().is_some();
        return Some(if is_followed { waiting::followed(reply) } else { reply });
    };
    let (tries, wait_ms) = match why {
        waiting::Waiting::Long(_) => (LINK_TRIES, LINK_WAIT_MS),
        waiting::Waiting::Busy => (BUSY_TRIES, BUSY_WAIT_MS << call.tries.min(BUSY_TRIES)),
    };
    let next = waiting::next(&why, &call.request, &model.config.billing_url, is_repeatable(purpose));
    match next.filter(|_| call.tries < tries) {
        Some(request) => {
            model.post_again(out, purpose, request, wait_ms, call.tries + 1);
            None
        }
        None => Some(reply),
    }
}

/// Whether a call may be sent again without a word from the customer: it reads, or does the same twice as once. Whatever
/// orders, pays or opens a session does not.
pub fn is_repeatable(purpose: Purpose) -> bool {
    !matches!(purpose, Purpose::CartAdd | Purpose::Pay | Purpose::LogIn | Purpose::Code)
}
