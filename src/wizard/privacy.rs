//! What leaves the browser, shown before it does: made by the very functions that send it.
use crate::billing::http::HttpRequest;
use crate::request::vault::Guard;

use super::basis::basis;
use super::keys::{Hold, Kept, KeyState};
use super::model::Model;
use super::order_form::{self, Discovery};
use super::{direct, existing, requested};

/// A call as it would be sent now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// The operation, such as `certificate.order.csr`.
    pub func: &'static str,
    /// The body with the session masked.
    pub body: String,
}

impl Sent {
    fn new(request: &HttpRequest) -> Self {
        Self { func: request.func(), body: request.masked_body() }
    }
}

/// The calls that hand the request in and place the order, as far as they are known: both follow the billing system's form.
pub fn sent(model: &Model) -> Vec<Sent> {
    let handed_in = match &model.discovery {
        Discovery::Unanswered(asked, form) | Discovery::AskingOrder(asked, form) | Discovery::Ready(asked, form, _) => {
            order_form::hand_in_request(model, asked, form)
        }
        _ => None,
    };
    let ordered = basis(model).and_then(|basis| direct::order_request(model, &basis, direct::finish(model)));
    handed_in.iter().chain(&ordered).map(Sent::new).collect()
}

/// The request, while the calls that carry it are not known yet.
pub fn request(model: &Model) -> Option<&str> {
    requested::csr(model).filter(|_| sent(model).is_empty())
}

/// Where the private key is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whereabouts {
    /// None is made.
    Nowhere,
    /// In the memory of this page.
    Memory,
    /// Remembered by this browser.
    Browser,
    /// In the vault of this browser.
    Vault,
    /// In the customer's file.
    File,
    /// With whoever made the request that was brought along.
    Elsewhere,
}

/// Where the private key of this order is.
pub fn whereabouts(model: &Model) -> Whereabouts {
    if existing::is_chosen(model) {
        return Whereabouts::Elsewhere;
    }
    let KeyState::Ready(key) = &model.key else { return Whereabouts::Nowhere };
    match (key.hold, &key.kept) {
        (Hold::Gone, _) => Whereabouts::File,
        (Hold::Locked, _) | (_, Kept::Yes(Guard::Passphrase)) => Whereabouts::Vault,
        (_, Kept::Yes(Guard::Browser)) => Whereabouts::Browser,
        _ => Whereabouts::Memory,
    }
}
