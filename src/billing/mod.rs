//! BILLmanager's protocol as data: each operation has one file with what is sent and how the answer is read.
//!
//! Nothing here performs a call: `request` functions make an [`http::HttpRequest`], `response` functions take the
//! [`http::Reply`] that the fetch port brought. Wire facts are those of the public documentation of BILLmanager 6;
//! what that leaves open is in [`assumed`], and nowhere else, with the number of the question (Q1 …).
pub mod assumed;
pub mod auth;
pub mod basket;
mod body;
pub mod certificate;
pub mod certificate_order_csr;
pub mod certificate_order_param;
pub mod country_list;
pub mod doc;
pub mod error;
mod error_kind;
pub mod form;
pub mod http;
pub mod keepalive;
pub mod link;
pub mod logon;
mod money;
pub mod order;
pub mod order_form;
pub mod order_input;
mod page;
pub mod payment_add;
pub mod payment_add_method;
mod plain;
pub mod pricelist_export;
pub mod question;
pub mod subaccount;
pub mod totp_confirm;
pub mod waiting;
pub mod whoami;

pub use error::{ApiError, BillingError, ErrorKind};
pub use http::{Caller, Reply};
