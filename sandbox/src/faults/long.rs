//! Long operations: the panel answers a page with a link instead of JSON, and the link answers JSON once the work is done.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse as _, Response};

use crate::billmgr::{Answer, protected};
use crate::state::Sandbox;
use crate::token;
use crate::wire::error::Failure;

/// An answer that waits to be fetched.
struct Waiting {
    answer: Answer,
    /// How often the page still comes instead.
    polls: u64,
}

/// The answers that wait to be fetched, by an id that cannot be guessed. Whoever knows the id gets the answer.
#[derive(Default)]
pub struct Operations(Mutex<HashMap<String, Waiting>>);

impl Operations {
    /// Keeps an answer and gives the page that stands for it.
    ///
    /// # Errors
    ///
    /// There are no random bytes.
    pub fn begin(&self, answer: Answer, polls: u64) -> Result<Response, Failure> {
        let id = token::random()?;
        self.lock().insert(id.clone(), Waiting { answer, polls });
        Ok(page(&id))
    }

    /// Forgets all answers.
    pub fn clear(&self) {
        self.lock().clear();
    }

    /// The page again, or the answer.
    fn fetch(&self, id: &str) -> Option<Response> {
        let mut waiting = self.lock();
        let entry = waiting.get_mut(id)?;
        if entry.polls > 0 {
            entry.polls -= 1;
            return Some(page(id));
        }
        Some(entry.answer.clone().into_response())
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Waiting>> {
        // Nothing under this lock can leave the map half changed.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn page(id: &str) -> Response {
    let html = format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Please wait</title>\n\
         <p>The operation takes a while. <a href=\"long/{id}/billmgr\">Continue</a></p>\n</html>\n"
    );
    protected(Html(html).into_response())
}

/// `…/long/ID/billmgr`. The link is relative and may have been resolved against any of these addresses before.
pub async fn fetch(State(shared): Sandbox, Path(path): Path<String>) -> Response {
    let id = path.strip_suffix("/billmgr").and_then(|rest| rest.rsplit('/').next());
    let found = id.and_then(|id| shared.operations().fetch(id));
    found.unwrap_or_else(|| StatusCode::NOT_FOUND.into_response())
}
