//! Page "key": the private key and the request made with it.
use crate::wizard::keys::{Key, KeyState, RequestState};
use crate::wizard::model::Model;

use super::Parsed;

/// What the page parses to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Requested<'a> {
    /// The request in PEM.
    pub csr: &'a str,
    /// Its key.
    pub key: &'a Key,
}

/// The request for what the subject says now, with a key that is in hand.
///
/// # Errors
/// An empty list: nothing on this page is typed.
pub fn parse(model: &Model) -> Parsed<Requested<'_>> {
    match &model.key {
        KeyState::Ready(key) => match &key.request {
            RequestState::Made { csr, subject } if *subject == model.drafts.subject => Ok(Requested { csr, key }),
            _ => Err(Vec::new()),
        },
        _ => Err(Vec::new()),
    }
}
