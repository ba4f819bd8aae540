//! The customer's certificates and their states (API reference 6.1, 6.2).
use super::assumed::Assumed;
use super::assumed::dns_record::{DnsRecord, dns_record};
use super::doc::{Object, cell, read, rows, shown_cell};
use super::error::BillingError;
use super::http::{Caller, HttpRequest, Reply};
use super::page;
use super::plain::plain;

/// One page of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificatePage {
    /// The certificates.
    pub rows: Vec<CertificateRow>,
    /// Number of this page, from 1.
    pub page: u32,
    /// How many pages there are; all of them make the list.
    pub pages: u32,
}

impl CertificatePage {
    /// Number of the page to ask for next, if there is one.
    pub fn next_page(&self) -> Option<u32> {
        page::next(self.page, self.pages)
    }
}

/// An ordered certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificateRow {
    /// Id of the service.
    pub id: String,
    /// Common name.
    pub cn: String,
    /// State.
    pub status: CertificateStatus,
    /// State as the billing system words it; may be empty.
    pub status_text: String,
    /// Day of the order, `YYYY-MM-DD`; may be empty.
    pub created: String,
    /// Last day, `YYYY-MM-DD`; may be empty.
    pub expires: String,
    /// The record that confirms the names, once the billing system tells it (assumed).
    pub record: Option<DnsRecord>,
}

/// State of an ordered certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CertificateStatus {
    /// Ordered, not yet paid.
    Ordered,
    /// The request is on its way to the CA.
    Processing,
    /// The CA waits for the validation.
    Waiting,
    /// Issued.
    Issued,
    /// The CA refused, or the order was cancelled.
    Failed,
    /// Any other code, as it came; suspended (`3`) and deleted (`4`) among them.
    Unknown(String),
}

/// Asks for page `page` of the list, from 1.
pub fn request(caller: &Caller<'_>, page: u32) -> HttpRequest {
    page::ask(HttpRequest::new(caller, "certificate"), page)
}

/// One page of the list.
///
/// # Errors
/// As any call.
pub fn response(reply: Reply, assumed: &Assumed) -> Result<CertificatePage, BillingError> {
    let doc = read(reply)?;
    let cells = rows(&doc, "certificate")?;
    let (page, pages) = page::place(&doc, cells.len());
    let rows = cells.into_iter().map(|cells| row(cells, assumed)).filter(|row| !row.id.is_empty()).collect();
    Ok(CertificatePage { rows, page, pages })
}

fn row(cells: &Object, assumed: &Assumed) -> CertificateRow {
    let status_text = [shown_cell(cells, "status_msg"), shown_cell(cells, "item_status")];
    CertificateRow {
        id: cell(cells, "id"),
        cn: cell(cells, "CN"),
        status: status(&cell(cells, "item_status"), &cell(cells, "service_status")),
        status_text: status_text.iter().map(|text| plain(text)).find(|text| is_wording(text)).unwrap_or_default(),
        created: cell(cells, "createdate"),
        expires: cell(cells, "expiredate"),
        record: dns_record(cells, assumed),
    }
}

/// Whether a text is more than a bare code such as `5_open`.
fn is_wording(text: &str) -> bool {
    text.starts_with(|c: char| !c.is_ascii_digit())
}

/// The state of the service as a whole (`5_open` and the like are kinds of 5) decides whether it is gone; else the
/// state at the CA decides, where there is one.
fn status(item: &str, service: &str) -> CertificateStatus {
    use CertificateStatus as S;
    let item_code = item.split('_').next().unwrap_or_default();
    match (item_code, service) {
        ("3" | "4", _) => S::Unknown(item_code.to_owned()),
        (_, "1" | "2") | ("1", "" | "0") => S::Ordered,
        (_, "3") | ("5", "" | "0") => S::Processing,
        (_, "4") => S::Waiting,
        (_, "5") | ("2", "" | "0") => S::Issued,
        (_, "6") => S::Failed,
        (_, "" | "0") => S::Unknown(item.to_owned()),
        (_, other) => S::Unknown(other.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_codes_make_one_state() {
        use CertificateStatus as S;
        for (item, service, wanted) in [
            ("1", "", S::Ordered),
            ("1", "0", S::Ordered),
            ("1", "1", S::Ordered),
            ("5", "", S::Processing),
            ("5_open", "3", S::Processing),
            ("5_open", "4", S::Waiting),
            ("2", "5", S::Issued),
            ("2", "", S::Issued),
            ("2", "6", S::Failed),
            ("3", "5", S::Unknown("3".into())),
            ("4", "5", S::Unknown("4".into())),
            ("", "", S::Unknown(String::new())),
            ("9", "0", S::Unknown("9".into())),
            ("5", "7", S::Unknown("7".into())),
        ] {
            assert_eq!(status(item, service), wanted, "{item:?} {service:?}");
        }
    }
}
