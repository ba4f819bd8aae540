//! Step "param" of the order wizard: the order goes into the cart (API reference 4.3).
use super::doc::{has_ok, read, some_cell};
use super::error::BillingError;
use super::http::{Caller, HttpRequest, Reply};
use super::order_input::add_organization;
use crate::domain::organization::Organization;

pub use super::order_form::OrderForm;
pub use super::order_input::{Contacts, OrderInput};

/// Where the order went. Both may be missing: what exactly is answered is unknown (Q5); then the cart is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CartEntry {
    /// Id of the cart.
    pub billorder: Option<String>,
    /// Id of the service or the row.
    pub id: Option<String>,
}

/// Puts the order into the cart. No money moves: `skipbasket` is not sent.
///
/// `organization` comes with its country's id in [`OrderForm::org_countries`]; `approvers` are in the order of
/// [`OrderForm::approvers`].
pub fn request(
    caller: &Caller<'_>,
    input: &OrderInput<'_>,
    form: &OrderForm,
    contacts: &Contacts<'_>,
    organization: Option<(&Organization, &str)>,
    approvers: &[String],
) -> HttpRequest {
    let order = HttpRequest::new(caller, "certificate.order.param").with("sok", "ok").with("clicked_button", "finish");
    let mut request = contacts.add_to(input.add_to(order), &form.phones, input.subject.country);
    if let Some((organization, country_id)) = organization {
        request = add_organization(request, &form.phones, organization, country_id);
    }
    for (list, address) in form.approvers.iter().zip(approvers) {
        request = request.with_named(&list.field, address);
    }
    for (name, value) in &form.carried {
        request = request.with_named(name, value);
    }
    request
}

/// Where the order went.
///
/// # Errors
/// `Api` of kind `Value` names the field that was refused. `Unexpected` when a form came instead: whether the order
/// was taken is then unclear.
pub fn response(reply: Reply) -> Result<CartEntry, BillingError> {
    let doc = read(reply)?;
    let entry = CartEntry { billorder: some_cell(&doc, "billorder"), id: some_cell(&doc, "id") };
    if entry.billorder.is_none() && entry.id.is_none() && !has_ok(&doc) {
        return Err(BillingError::Unexpected("billorder"));
    }
    Ok(entry)
}
