//! `certificate`: the customer's certificates with their state.

use super::{Call, Reply};
use crate::clock::Timestamp;
use crate::db::billorders::{self, Billorder, Status};
use crate::db::certificates::{self, DnsRecord, Listed};
use crate::db::issuance;
use crate::wire::error::Failure;
use crate::wire::json::{Element, put_rows, row, text};

/// Rows per page unless `p_cnt` says otherwise.
const PAGE: usize = 50;

/// Rows per page at most.
const LARGEST_PAGE: usize = 500;

/// The list, newest first; `p_num` counts pages from 1, `p_cnt` is rows per page, `p_elems` answers all rows.
pub fn list(call: &Call<'_>) -> Result<Reply, Failure> {
    let customer = call.customer()?;
    let shared = call.shared;
    issuance::advance(call.db, shared.authority(), shared.issue_after(), call.now)?;
    let all = certificates::placed(call.db, customer.id)?;
    let number = |name, default: usize| {
        let sent: Option<usize> = call.params.get(name).parse().ok();
        sent.filter(|number| *number > 0).unwrap_or(default)
    };
    let rows = number("p_cnt", PAGE).min(LARGEST_PAGE);
    let page = number("p_num", 1);
    let skipped = (page - 1).saturating_mul(rows);
    let mut cells = Vec::new();
    for certificate in all.iter().skip(skipped).take(rows) {
        let bill = billorders::find(call.db, customer.id, certificate.billorder)?;
        let mut row = row_of(certificate, bill.as_ref());
        if let Some(record) = certificates::dns_record(call.db, certificate.id)? {
            add_record(&mut row, &record);
        }
        cells.push(row);
    }
    let mut reply = call.answer([("p_num", text(page)), ("p_cnt", text(rows)), ("p_elems", text(all.len()))]);
    put_rows(&mut reply.doc, cells);
    Ok(reply)
}

fn row_of(certificate: &Listed, bill: Option<&Billorder>) -> Element {
    let (item_status, service_status, message) = certificate.stage.wire();
    let unpaid = bill.is_some_and(|bill| bill.status == Status::Unpaid);
    let message = if unpaid { "Ordered, waiting for payment" } else { message };
    let expires = certificate.expires_at.map(Timestamp::date);
    row([
        ("id", certificate.id.to_string()),
        ("CN", certificate.common_name.clone()),
        ("pricelist", certificate.package.clone()),
        ("createdate", certificate.created_at.date()),
        ("expiredate", expires.unwrap_or_default()),
        ("status_msg", message.to_owned()),
        ("item_status", item_status.to_owned()),
        ("service_status", service_status.to_owned()),
        ("cost", cost(certificate, bill)),
    ])
}

/// What is to be published. Assumed: the cells' names are those of the order's parameters, the names stand one after
/// another with commas.
fn add_record(row: &mut Element, record: &DnsRecord) {
    row.insert("auth_dnstxt_value".to_owned(), text(&record.value));
    row.insert("domains_list".to_owned(), text(record.names.join(", ")));
}

/// What the customer pays for it, tax included.
fn cost(certificate: &Listed, bill: Option<&Billorder>) -> String {
    let rows = bill.map_or(&[][..], |bill| &bill.rows);
    let row = rows.iter().find(|row| row.id == certificate.id);
    row.map_or_else(String::new, |row| row.price.total().to_string())
}
