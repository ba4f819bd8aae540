//! Step "param" of the order wizard: the order goes into the cart, or where the operator wants it (API reference 4.3, 4.5).
use super::assumed::{Assumed, Fact};
use super::doc::{has_ok, read, some_cell};
use super::error::BillingError;
use super::http::{Caller, HttpRequest, Reply};
use super::order_form::read_order_form;
use super::order_input::add_organization;
use crate::domain::organization::Organization;

pub use super::order_form::OrderForm;
pub use super::order_input::{Contacts, OrderInput};

/// Where the order went. All may be missing: what exactly is answered is unknown (Q5); then the lists tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CartEntry {
    /// Id of the cart.
    pub billorder: Option<String>,
    /// Id of the service or the row.
    pub id: Option<String>,
}

/// Everything that the last step takes.
#[derive(Debug, Clone, Copy)]
pub struct OrderDetails<'a> {
    /// What the step before took.
    pub input: OrderInput<'a>,
    /// The billing system's form.
    pub form: &'a OrderForm,
    /// The two persons.
    pub contacts: Contacts<'a>,
    /// The organization with its country's id in [`OrderForm::org_countries`].
    pub organization: Option<(&'a Organization, &'a str)>,
    /// Validation method and mailboxes, and answers to [`OrderForm::questions`]: name and value.
    pub answers: &'a [(String, String)],
    /// The public key's fingerprint, to be kept with the order where the operator wants that (Q20).
    pub remote_id: Option<&'a str>,
}

/// Where the order goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finish {
    /// Into the cart: no money moves.
    Basket,
    /// Into the new cart, which the customer pays in the panel (API reference 4.5): no money moves.
    QuickBasket,
    /// Nowhere: it is paid from the balance at once (API reference 5.1).
    SkipBasket,
}

/// Places the order.
pub fn request(caller: &Caller<'_>, assumed: &Assumed, details: &OrderDetails<'_>, finish: Finish) -> HttpRequest {
    let order = HttpRequest::new(caller, "certificate.order.param").with("sok", "ok");
    let order = match finish {
        Finish::Basket => order.with("clicked_button", "finish"),
        Finish::QuickBasket => order.with("clicked_button", "quickbasket").with("force_use_new_cart", "on"),
        Finish::SkipBasket => order.with("clicked_button", "finish").with("skipbasket", "on"),
    };
    let order = details.add_to(order).of_project(caller);
    match details.remote_id.filter(|_| assumed.is_on(Fact::RemoteId)) {
        Some(id) => order.with("remoteid", id),
        None => order,
    }
}

/// Asks for the form once more with all that was entered: what the order would cost. Nothing is ordered by it.
pub fn preview_request(caller: &Caller<'_>, assumed: &Assumed, details: &OrderDetails<'_>) -> HttpRequest {
    details.add_to(HttpRequest::new(&caller.for_forms(assumed), "certificate.order.param")).of_project(caller)
}

/// The form with the price as text.
///
/// # Errors
/// As any call.
pub fn preview_response(reply: Reply, assumed: &Assumed, has_wildcard: bool) -> Result<OrderForm, BillingError> {
    read_order_form(reply, assumed, has_wildcard)
}

impl OrderDetails<'_> {
    fn add_to(&self, request: HttpRequest) -> HttpRequest {
        let form = self.form;
        let request = self.input.add_to(request);
        let mut request = self.contacts.add_to(request, &form.phones, self.input.subject.country);
        if let Some((organization, country_id)) = self.organization {
            request = add_organization(request, &form.phones, organization, country_id, &form.org_states);
        }
        for (name, value) in self.answers.iter().chain(&form.carried) {
            request = request.with_named(name, value);
        }
        request
    }
}

/// Where the order went.
///
/// # Errors
/// `Api` of kind `Value` names the field that was refused. `Unexpected` when a form came instead: whether the order
/// was taken is then unclear.
pub fn response(reply: Reply, assumed: &Assumed) -> Result<CartEntry, BillingError> {
    let doc = read(reply)?;
    let billorder = assumed.words(Fact::CartAnswer).find_map(|name| some_cell(&doc, name));
    let id = assumed.words(Fact::ItemAnswer).find_map(|name| some_cell(&doc, name));
    if billorder.is_none() && id.is_none() && !has_ok(&doc) {
        return Err(BillingError::Unexpected("billorder"));
    }
    Ok(CartEntry { billorder, id })
}
