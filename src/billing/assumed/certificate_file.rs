//! The files of an issued certificate. Parameters and shape of the answer are unknown (Q10): assumed is a form with one
//! value for each file.
use super::{Assumed, Fact};
use crate::billing::doc::{Object, cell, read};
use crate::billing::error::BillingError;
use crate::billing::http::{Caller, HttpRequest, Reply};

/// An issued certificate, each file PEM (RFC 7468).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Files {
    /// The certificate.
    pub crt: String,
    /// The CA's certificates between it and the root.
    pub ca: Option<String>,
    /// The request it was issued for.
    pub csr: Option<String>,
}

/// Asks for the files of the certificate with this id.
pub fn request(caller: &Caller<'_>, assumed: &Assumed, id: &str) -> HttpRequest {
    HttpRequest::new(caller, "certificate.file").with_named(assumed.of(Fact::FileId), id)
}

/// The files. A private key in the answer is not looked at.
///
/// # Errors
/// `Api` of kind `Missed` before the issue; `Unexpected` when there is no certificate in the answer.
pub fn response(reply: Reply, assumed: &Assumed) -> Result<Files, BillingError> {
    let doc = read(reply)?;
    Ok(Files {
        crt: pem(&doc, assumed.of(Fact::FileCrt), "CERTIFICATE").ok_or(BillingError::Unexpected("crt"))?,
        ca: pem(&doc, assumed.of(Fact::FileCa), "CERTIFICATE"),
        csr: pem(&doc, "csr", "CERTIFICATE REQUEST"),
    })
}

/// The value of `name` when it is PEM of this kind, ended by a line break.
fn pem(doc: &Object, name: &str, label: &str) -> Option<String> {
    let text = cell(doc, name);
    text.starts_with(&format!("-----BEGIN {label}-----")).then(|| text + "\n")
}
