//! The request of this order, made here or brought along, and its key.
use crate::request::csr::Verdict;
use crate::request::fingerprint::Fingerprint;

use super::existing;
use super::keys::{KeyState, RequestState};
use super::model::Model;
use super::steps;

/// The request as it may be sent: made for what the subject says now, or brought along with nothing wrong in it.
pub fn csr(model: &Model) -> Option<&str> {
    if existing::is_chosen(model) {
        let request = model.existing.request()?;
        let is_good = model.existing.verdict() != Verdict::Asked && existing::problem(model).is_none();
        return is_good.then_some(request.pem.as_str());
    }
    Some(steps::key::parse(model).ok()?.csr)
}

/// The request's text, whatever may be wrong with it.
pub fn text(model: &Model) -> Option<&str> {
    if existing::is_chosen(model) {
        return Some(&model.existing.request()?.pem);
    }
    match &model.key {
        KeyState::Ready(key) => match &key.request {
            RequestState::Made { csr, .. } => Some(csr),
            _ => None,
        },
        _ => None,
    }
}

/// The public key's `SubjectPublicKeyInfo`, in DER.
pub fn public_key(model: &Model) -> Option<&[u8]> {
    match &model.key {
        _ if existing::is_chosen(model) => Some(&model.existing.request()?.subject_public_key_info),
        KeyState::Ready(key) => Some(&key.subject_public_key_info),
        _ => None,
    }
}

/// SHA-256 of [`public_key`].
pub fn fingerprint(model: &Model) -> Option<Fingerprint> {
    match &model.key {
        _ if existing::is_chosen(model) => model.existing.fingerprint(),
        KeyState::Ready(key) => Some(key.fingerprint),
        _ => None,
    }
}

/// The key's type as receipts and drafts name it.
pub fn key_id(model: &Model) -> Option<String> {
    match &model.key {
        _ if existing::is_chosen(model) => Some(model.existing.request()?.key_id()),
        KeyState::Ready(key) => Some(key.key_type.id().to_owned()),
        _ => None,
    }
}
