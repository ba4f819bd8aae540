//! How far an order has come, from nothing to placed; `cart` and `payment` lead from state to state.
use std::sync::Arc;

use serde::Serialize;

use crate::billing::assumed::Assumed;
use crate::billing::assumed::method::{self, MethodKind};
use crate::billing::basket::CartRow;
use crate::billing::order::OpenOrder;
use crate::billing::payment_add::{self, PaymentForm, PaymentMethod};
use crate::domain::money::Money;

use super::basis::Basis;
use super::model::Trouble;
use super::payment::{Intent, PayStage};
use super::reconcile::Search;
use super::way::Outcome;

/// How far the order has come. Each state carries what cannot be undone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Submission {
    /// Nothing was sent.
    Idle,
    /// The order is being put into the cart.
    Cart(Arc<Basis>, CartWork),
    /// It could not be; trying again begins by looking into the cart.
    CartFailed(Trouble),
    /// It lies in the cart, and this is what it costs.
    Quoted(Arc<Quote>),
    /// The order button was pressed.
    Paying(Arc<Quote>, PayStage),
    /// The payment was sent and no clear answer came.
    Unclear(Arc<Intent>, Search),
    /// The order is placed.
    Ordered(Box<Order>),
}

/// What is being done with the cart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CartWork {
    /// Cookie mode: is the panel's customer still this one?
    Identifying,
    /// Past the cart: what would it cost?
    Previewing,
    /// Reading what lies there already.
    Looking,
    /// Removing these rows of ours.
    Removing(Vec<String>),
    /// Storing which rows are not ours.
    Marking,
    /// Adding our row.
    Adding,
    /// Applying the promotion code.
    Coding,
    /// Reading what it costs; with the refusal of the code, if it was refused.
    Reading(Option<CodeRefusal>),
    /// Reading how it can be paid: ways, balance, open orders.
    Methods(Box<Quote>),
}

/// What is known of our row, also after a reload.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct CartMark {
    /// Rows that lay in the cart before ours came.
    pub before: Vec<String>,
    /// Our row, once it is known.
    pub ours: Option<String>,
    /// The domain ours is for.
    pub domain: String,
    /// Ours was gone at a later look: it may be ordered already.
    pub gone: bool,
}

/// What the order costs, as the billing system says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// What it was made for.
    pub basis: Arc<Basis>,
    /// The cart's order.
    pub billorder: String,
    /// Our row.
    pub row: CartRow,
    /// Whatever else lies in the cart and would be paid too.
    pub other_rows: Vec<CartRow>,
    /// Tax.
    pub tax: Option<Money>,
    /// Discount.
    pub discount: Option<Money>,
    /// Total; `None` where the billing system tells it in words only.
    pub total: Option<Money>,
    /// What the billing system says of the price of an order that goes past the cart; else empty.
    pub said: String,
    /// The code that counts.
    pub promocode: String,
    /// Why the code was refused.
    pub code_refused: Option<CodeRefusal>,
    /// How it can be paid.
    pub payment: Option<PaymentForm>,
    /// What is on the account.
    pub balance: Option<Money>,
    /// The customer's orders that are still to be paid, this one not among them.
    pub open_orders: Vec<OpenOrder>,
}

/// Why a promotion code does not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CodeRefusal {
    /// There is no such code.
    Unknown,
    /// Its time is over.
    Expired,
    /// It is for something else, in the billing system's words.
    DoesNotFit(String),
    /// Another reason, in the billing system's words.
    Other(String),
}

/// A placed order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Order {
    /// What was meant to be paid.
    pub intent: Arc<Intent>,
    /// Whether it is paid.
    pub outcome: Outcome,
    /// The payment's number.
    pub payment_id: Option<String>,
    /// The certificate's number, once it is known.
    pub certificate_id: Option<String>,
}

impl Order {
    /// What the check of the names asks of the customer; `None` where there was no choice.
    pub fn method_kind(&self, assumed: &Assumed) -> Option<MethodKind> {
        let method = &self.intent.method;
        (!method.is_empty()).then(|| method::kind(method, assumed))
    }
}

impl Quote {
    /// For an order that goes past the cart.
    pub fn said(basis: Arc<Basis>, row: CartRow, said: String) -> Self {
        Self {
            basis,
            billorder: String::new(),
            row,
            other_rows: Vec::new(),
            tax: None,
            discount: None,
            total: None,
            said,
            promocode: String::new(),
            code_refused: None,
            payment: None,
            balance: None,
            open_orders: Vec::new(),
        }
    }

    /// The currency of the cart (ISO 4217); empty where no figure is told.
    pub fn currency(&self) -> &str {
        self.total.as_ref().map_or("", |total| &total.currency)
    }

    /// The way to pay from the balance, if the billing system offers it.
    pub fn balance_method(&self) -> Option<&PaymentMethod> {
        self.payment.as_ref()?.methods.iter().find(|method| method.kind == payment_add::MethodKind::Balance)
    }

    /// The ways to pay a new bill at once, on the billing system's own page.
    pub fn other_methods(&self) -> impl Iterator<Item = &PaymentMethod> {
        let methods = self.payment.as_ref().map(|form| form.methods.as_slice()).unwrap_or_default();
        methods.iter().filter(|method| method.kind == payment_add::MethodKind::Other)
    }

    /// Whether a new bill can be paid at once.
    pub fn can_pay_now(&self) -> bool {
        self.other_methods().next().is_some()
    }

    /// Whether nothing has to be paid.
    pub fn is_free(&self) -> bool {
        self.total.as_ref().is_some_and(|total| total.minor == 0)
    }

    /// How much the account lacks.
    pub fn missing(&self) -> Option<Money> {
        self.balance.as_ref()?.missing_for(self.total.as_ref()?)
    }

    /// Whether "Current account" can be chosen: only when it suffices.
    pub fn is_payable(&self) -> bool {
        self.balance_method().is_some() && self.balance.is_some() && self.missing().is_none()
    }
}
