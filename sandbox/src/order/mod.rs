//! The certificate order: what the wizard's steps collect, checked as strictly as a real billing system does.

pub mod details;
pub mod findings;
pub mod package;
pub mod questions;
pub mod request;

use details::Details;
use request::RequestStep;

use crate::money::Money;

/// The functions of the wizard, which are also the names of its steps.
pub mod step {
    /// Package and period.
    pub const PRICELIST: &str = "certificate.order.pricelist";
    /// The certification request and its subject.
    pub const CSR: &str = "certificate.order.csr";
    /// Contacts, organization, approvers; places the order.
    pub const PARAM: &str = "certificate.order.param";

    /// The step's title.
    pub fn title(step: &str) -> &'static str {
        match step {
            CSR => "Certificate signing request",
            PARAM => "Contact information",
            _ => "Selecting an SSL certificate",
        }
    }
}

/// Everything one order holds.
#[derive(Debug)]
pub struct CertificateOrder {
    /// The package and the request.
    pub request: RequestStep,
    /// Contacts, organization and approvers.
    pub details: Details,
}

/// Net price of a package with `names` names, without the setup fee.
pub fn net_cost(chosen: &package::Chosen, names: usize) -> Money {
    let further = names.saturating_sub(chosen.package.names_included);
    chosen.price.cost + chosen.price.further_name * i64::try_from(further).unwrap_or(i64::MAX)
}
