//! What goes wrong outside the fields.
use crate::billing::assumed::Assumed;
use crate::billing::assumed::refusal::{is_captcha, is_poor};
use crate::billing::error::{BillingError, ErrorKind};

/// Something that went wrong outside the fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// The billing system's answer, or none.
    Billing(BillingError),
    /// The order form names no way, or several, to bring one's own request: never guess (API reference Q1).
    NoWayForOwnRequest,
    /// None of the ways to check the names that it offers is one that the operator allows.
    NoMethodAllowed,
    /// The billing system answered with a request for another key.
    ForeignRequest,
    /// The order was put into the cart but cannot be told from what else lies there.
    RowNotFound,
    /// What this form had put into the cart was gone at the next look: ordered elsewhere, or removed.
    RowGone,
    /// Another page of this browser is submitting an order.
    Locked,
    /// The total changed since it was shown.
    TotalChanged,
    /// The customer says they have logged in to the panel, and the panel knows nobody.
    NotLoggedIn,
    /// The log-in wants to see a human being, which this form cannot show.
    Captcha,
    /// The balance does not suffice, as the billing system says.
    TooLittleMoney,
    /// The payer's data are not complete, in the billing system's words: that is mended in the customer area.
    PayerIncomplete(String),
    /// Someone else logged in: the last customer's draft was removed.
    OtherAccount,
    /// The draft was older than 7 days, or of an unknown version.
    DraftDropped,
    /// The kept key could not be read; the request was given up with it.
    KeyLost,
}

impl Trouble {
    /// What went wrong with a call, where some of its words are assumed.
    pub fn of(error: BillingError, assumed: &Assumed) -> Self {
        match &error {
            BillingError::Api(api) if is_captcha(api, assumed) => Self::Captcha,
            BillingError::Api(api) if is_poor(api, assumed) => Self::TooLittleMoney,
            _ => Self::Billing(error),
        }
    }

    /// Whether the customer area is where it can be mended: a log-in that is refused for another reason than the password,
    /// the payer's data, money, and what lies in the cart.
    pub fn leads_to_panel(&self) -> bool {
        match self {
            Self::PayerIncomplete(_) | Self::RowNotFound | Self::RowGone | Self::Captcha | Self::TooLittleMoney => true,
            Self::Billing(BillingError::Api(api)) => match api.kind {
                ErrorKind::Auth => api.object != "badpassword",
                ErrorKind::Limit => true,
                _ => false,
            },
            _ => false,
        }
    }
}
