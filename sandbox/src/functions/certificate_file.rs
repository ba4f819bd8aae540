//! `certificate.file`. Assumed (Q10): a form whose fields hold the request, the certificate and its issuer.

use super::{Call, Reply};
use crate::db::{certificates, issuance};
use crate::wire::error::{ApiError, Failure};
use crate::wire::form::Form;

/// The files of the issued certificate `elid`; `missed` before it is issued and for other customers.
pub fn files(call: &Call<'_>) -> Result<Reply, Failure> {
    let customer = call.customer()?;
    let authority = call.shared.authority();
    issuance::advance(call.db, authority, call.shared.issue_after(), call.now)?;
    let files = match call.params.id("elid") {
        Some(id) => certificates::files(call.db, customer.id, id)?,
        None => None,
    };
    let issued = files.and_then(|files| Some((files.csr, files.certificate?)));
    let Some((csr, certificate)) = issued else {
        let sent = call.params.get("elid");
        return Err(ApiError::missed("certificate", sent).into());
    };
    let mut form = Form::new(call.func, call.params);
    form.textarea("csr")
        .value("csr", &csr)
        .textarea("crt")
        .value("crt", &certificate)
        .textarea("ca")
        .value("ca", authority.certificate_pem());
    Ok(form.into_doc().into())
}
