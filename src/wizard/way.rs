//! The ways to pay, what is sent for each, and what came of it.
use serde::{Serialize, Serializer};

use crate::billing::assumed::add_to_order;
use crate::billing::basket;
use crate::billing::certificate_order_param::{self, Finish};
use crate::billing::error::BillingError;
use crate::billing::http::{HttpRequest, Pass, Reply};
use crate::billing::payment_add_method::{self, Next};
use crate::domain::text::holds;

use super::direct;
use super::model::Model;
use super::submission::Quote;

/// How the customer pays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// "Current account": from the balance.
    Balance,
    /// Nothing has to be paid.
    Free,
    /// "Add to the order...": the cart joins an open order, and is paid with it.
    OpenOrder {
        /// Its id.
        id: String,
        /// The number to show.
        number: String,
    },
    /// "Add new account" without "Pay now": the cart's order is left unpaid; nothing is sent.
    Later,
    /// "Add new account" with "Pay now": by the method with this id, on the billing system's own page.
    Now(String),
    /// Past the cart, from the balance, by the operator's choice.
    AtOnce,
    /// Into the newer cart, which the panel pays, by the operator's choice.
    Panel,
}

/// What came of the order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It is paid, or cost nothing.
    Paid,
    /// It is in the customer's open order with this number.
    AddedTo(String),
    /// It is to be paid in the customer area.
    Later,
    /// It is to be paid on this page: an `https:` address, or one on the billing system's origin.
    PayAt(String),
    /// It lies in the cart of the customer area, to be ordered and paid there.
    InCart,
    /// As `Later`: the billing system named a page that is not safe to open.
    LinkRefused,
}

/// What is sent for the way of `quote`; `None` where nothing is.
pub fn request(model: &Model, quote: &Quote, way: &Way) -> Option<HttpRequest> {
    let caller = &model.caller();
    let method = match way {
        Way::Later => return None,
        Way::Free => return Some(basket::free_request(caller)),
        Way::OpenOrder { id, .. } => {
            return Some(add_to_order::request(caller, &model.config.assumed, &quote.billorder, id));
        }
        Way::AtOnce => return direct::order_request(model, &quote.basis, Finish::SkipBasket),
        Way::Panel => return direct::order_request(model, &quote.basis, Finish::QuickBasket),
        Way::Balance => quote.balance_method(),
        Way::Now(id) => quote.other_methods().find(|method| method.id == *id),
    };
    let form = quote.payment.as_ref()?;
    Some(payment_add_method::request(caller, &quote.billorder, form, method?, quote.total.as_ref()?))
}

/// What came of it, and the payment's number.
///
/// # Errors
/// Those of the call; `Unexpected` where the answer does not fit the way.
pub fn response(model: &Model, way: &Way, reply: Reply) -> Result<(Outcome, Option<String>), BillingError> {
    match way {
        Way::Free => basket::free_response(reply).map(|()| (Outcome::Paid, None)),
        Way::OpenOrder { number, .. } => {
            add_to_order::response(reply).map(|()| (Outcome::AddedTo(number.clone()), None))
        }
        Way::AtOnce => certificate_order_param::response(reply, &model.config.assumed).map(|_| (Outcome::Paid, None)),
        Way::Panel => certificate_order_param::response(reply, &model.config.assumed).map(|_| (Outcome::InCart, None)),
        _ => {
            let paid = payment_add_method::response(reply)?;
            let outcome = match (way, paid.next) {
                (Way::Balance, Next::Finished) => Outcome::Paid,
                // A payment from the balance has no further page: what became of it, the lists tell.
                (Way::Balance, _) => return Err(BillingError::Unexpected("func=order")),
                (_, Next::Finished) => Outcome::Later,
                (_, Next::Link(link)) if !names_session(model, &link) => {
                    Outcome::PayAt(payment_add_method::address(&model.config.billing_url, &link))
                }
                (_, Next::Link(_) | Next::Unsafe) => Outcome::LinkRefused,
            };
            Ok((outcome, paid.payment_id))
        }
    }
}

/// A session id must not get into an address, nor into the draft with it.
fn names_session(model: &Model, link: &str) -> bool {
    let Some(Pass::Token(id)) = model.session_id() else { return false };
    let session = id.expose().as_bytes();
    !session.is_empty() && holds(link, session)
}

impl Way {
    /// Whether it goes past the cart, so that there is nothing of it to read there.
    pub fn is_past_the_cart(&self) -> bool {
        matches!(self, Self::AtOnce | Self::Panel)
    }

    /// What came of it where only the certificate was found, not the answer.
    pub fn found(&self) -> Outcome {
        match self {
            Self::Balance | Self::Free | Self::AtOnce => Outcome::Paid,
            Self::Panel => Outcome::InCart,
            Self::OpenOrder { number, .. } => Outcome::AddedTo(number.clone()),
            Self::Later | Self::Now(_) => Outcome::Later,
        }
    }

    /// As it was stored. Drafts of the time when there was only the balance name no way.
    pub(super) fn from_text(stored: &str) -> Self {
        match stored.split_once(':') {
            None if stored == "free" => Self::Free,
            None if stored == "later" => Self::Later,
            None if stored == "at once" => Self::AtOnce,
            None if stored == "panel" => Self::Panel,
            Some(("now", method)) => Self::Now(method.to_owned()),
            Some((id, number)) => Self::OpenOrder { id: id.to_owned(), number: number.to_owned() },
            None => Self::Balance,
        }
    }
}

const ADDED: &str = "added to an open order";
const LATER: &str = "to be paid";
const IN_CART: &str = "in the cart of the customer area";
const REFUSED: &str = "to be paid, link refused";

impl Outcome {
    /// The word for receipts and drafts.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Paid => "paid",
            Self::AddedTo(_) => ADDED,
            Self::Later => LATER,
            Self::PayAt(_) => "to be paid at",
            Self::InCart => IN_CART,
            Self::LinkRefused => REFUSED,
        }
    }

    /// The number or address that belongs to it.
    pub fn detail(&self) -> Option<&str> {
        match self {
            Self::AddedTo(detail) | Self::PayAt(detail) => Some(detail),
            _ => None,
        }
    }

    /// As it was stored.
    pub(super) fn from_text(stored: &str) -> Self {
        match stored.split_once(':') {
            Some((name, number)) if name == ADDED => Self::AddedTo(number.to_owned()),
            Some((_, address)) => Self::PayAt(address.to_owned()),
            None if stored == LATER => Self::Later,
            None if stored == IN_CART => Self::InCart,
            None if stored == REFUSED => Self::LinkRefused,
            None => Self::Paid,
        }
    }
}

/// One text: its name and, after a colon, what belongs to it.
impl Serialize for Way {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = match self {
            Self::Balance => "balance".to_owned(),
            Self::Free => "free".to_owned(),
            Self::Later => "later".to_owned(),
            Self::AtOnce => "at once".to_owned(),
            Self::Panel => "panel".to_owned(),
            Self::OpenOrder { id, number } => [id, ":", number].concat(),
            Self::Now(method) => ["now:", method].concat(),
        };
        serializer.serialize_str(&text)
    }
}

/// One text: its name and, after a colon, what belongs to it.
impl Serialize for Outcome {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = match self.detail() {
            Some(detail) => [self.name(), ":", detail].concat(),
            None => self.name().to_owned(),
        };
        serializer.serialize_str(&text)
    }
}
