//! Cells of which no document tells: fees and taxes of single rows, and the currency of a cart.
use super::{Assumed, Fact};
use crate::billing::doc::{Object, cell, member};
use crate::billing::money::money;
use crate::domain::money::Money;

/// The setup fee within the cost of a row of the cart; a fee of nothing is none.
pub(in crate::billing) fn setup(row: &Object, assumed: &Assumed, currency: &str) -> Option<Money> {
    money(row, assumed.of(Fact::SetupCost), currency).filter(|fee| fee.minor != 0)
}

/// The tax of a row of the cart.
pub(in crate::billing) fn tax(row: &Object, assumed: &Assumed, currency: &str) -> Option<Money> {
    money(row, assumed.of(Fact::RowTax), currency)
}

/// The currency that the cart names (ISO 4217), else `otherwise`.
pub(in crate::billing) fn currency(cart: &Object, assumed: &Assumed, otherwise: &str) -> String {
    let named = cell(cart, assumed.of(Fact::Currency));
    if named.is_empty() { otherwise.to_owned() } else { named }
}

/// The setup fee of a price in the price list; a fee of nothing is none.
pub(in crate::billing) fn export_setup(price: &Object, assumed: &Assumed, currency: &str) -> Option<Money> {
    let name = assumed.of(Fact::ExportSetup);
    member(price, name).and_then(|_| money(price, name, currency)).filter(|fee| fee.minor != 0)
}
