//! Balances (API reference 2.4).
use super::doc::{read, rows};
use super::error::BillingError;
use super::http::{Caller, HttpRequest, Reply};
use super::money::money;
use crate::domain::money::Money;

/// What lies on one account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Balance {
    /// The amount; negative for a debt.
    pub money: Money,
}

/// Asks for the customer's balances.
pub fn request(caller: &Caller<'_>) -> HttpRequest {
    HttpRequest::new(caller, "subaccount")
}

/// The balances, one for each provider and currency. A row whose amount or currency is not plain is left out: money is
/// never guessed.
///
/// # Errors
/// As any call.
pub fn response(reply: Reply) -> Result<Vec<Balance>, BillingError> {
    let doc = read(reply)?;
    let amounts = rows(&doc, "subaccount")?.into_iter().filter_map(|row| money(row, "balance", ""));
    Ok(amounts.filter(|money| !money.currency.is_empty()).map(|money| Balance { money }).collect())
}
