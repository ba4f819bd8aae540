//! The record that confirms a name in the DNS, as the customer's list of certificates may tell it (Q9). The source's own
//! parameters are called so; whether the list shows them is unknown.
use super::{Assumed, Fact};
use crate::billing::doc::{Object, cell};
use crate::billing::plain::plain;

/// A record to be added to the DNS.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DnsRecord {
    /// The names it is for, as the billing system writes them; may be empty.
    pub names: String,
    /// Its value.
    pub value: String,
}

/// The record of a certificate's row, if it tells one.
pub(in crate::billing) fn dns_record(row: &Object, assumed: &Assumed) -> Option<DnsRecord> {
    let text = |fact| plain(&cell(row, assumed.of(fact)));
    let value = text(Fact::DnsValue);
    (!value.is_empty()).then(|| DnsRecord { names: text(Fact::DnsNames), value })
}
