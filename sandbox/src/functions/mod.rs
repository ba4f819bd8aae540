//! The operations of the API, one file per function or group, and the table that finds them by name.

mod account;
mod add_to_order;
mod auth;
mod basket;
mod certificate;
mod certificate_file;
mod certificate_order;
mod certificate_order_csr;
mod certificate_order_param;
mod order;
mod payment_add;
mod payment_add_method;
mod pricelist_export;

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::billmgr::Session;
use crate::clock::Timestamp;
use crate::db::customers::Customer;
use crate::order::step;
use crate::state::Shared;
use crate::wire::error::{ApiError, Failure};
use crate::wire::json::{Element, element};
use crate::wire::params::Params;

/// One call of a function, inside its transaction.
pub struct Call<'a> {
    /// The function's name as sent.
    pub func: &'a str,
    /// The parameters.
    pub params: &'a Params,
    /// The database, in a transaction that is kept only if the function succeeds.
    pub db: &'a Connection,
    /// Timer and certificate authority.
    pub shared: &'a Shared,
    /// The live session, if there is one.
    pub session: Option<&'a Session>,
    /// The time of the call.
    pub now: Timestamp,
}

impl<'a> Call<'a> {
    /// The customer.
    ///
    /// # Errors
    ///
    /// `access` without a live session, `extraconfirm` with a temporary one.
    pub fn customer(&self) -> Result<&'a Customer, Failure> {
        let session = self.session.ok_or_else(|| ApiError::access(self.func))?;
        if session.temporary {
            return Err(ApiError::extra_confirm().into());
        }
        Ok(&session.customer)
    }

    /// Whether the call submits: any non-empty `sok`.
    pub fn submits(&self) -> bool {
        self.params.has("sok")
    }

    /// A `doc` of this function with nothing in it.
    pub fn doc(&self) -> Element {
        element([("$func", self.func.to_owned())])
    }

    /// A `doc` with these members.
    pub fn answer<const N: usize>(&self, members: [(&str, Value); N]) -> Reply {
        let mut doc = self.doc();
        for (name, value) in members {
            doc.insert(name.to_owned(), value);
        }
        Reply::from(doc)
    }

    /// `{"ok": {}}`.
    pub fn ok(&self) -> Reply {
        self.answer([("ok", json!({}))])
    }
}

/// What a function answers.
pub struct Reply {
    /// The members of `doc`.
    pub doc: Element,
    /// A `Set-Cookie` header.
    pub cookie: Option<String>,
}

impl From<Element> for Reply {
    fn from(doc: Element) -> Self {
        Self { doc, cookie: None }
    }
}

/// Runs the function named by the call.
///
/// # Errors
///
/// `missed`/`func` for an unknown name; otherwise what the function reports.
pub fn dispatch(call: &Call<'_>) -> Result<Reply, Failure> {
    match call.func {
        "auth" => auth::log_in(call),
        "totp.confirm" => auth::confirm(call),
        "logon" => auth::log_out(call),
        "whoami" => account::whoami(call),
        "keepalive" => account::keepalive(call),
        "subaccount" => account::subaccount(call),
        "pricelist.export" => pricelist_export::export(call),
        "certificate.order" | step::PRICELIST => certificate_order::step(call),
        step::CSR => certificate_order_csr::step(call),
        step::PARAM => certificate_order_param::step(call),
        "basket" => basket::basket(call),
        "payment.add" => payment_add::form(call),
        "payment.add.method" => payment_add_method::pay(call),
        "order" => order::list(call),
        "certificate" => certificate::list(call),
        "certificate.file" => certificate_file::files(call),
        unknown => Err(ApiError::missed("func", unknown).into()),
    }
}
