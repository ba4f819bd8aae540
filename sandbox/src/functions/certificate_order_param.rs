//! `certificate.order.param`: the wizard's last step, contacts and approvers; places the order.

use serde_json::json;

use super::{Call, Reply};
use crate::db::billorders::{self, Status};
use crate::db::{certificates, countries, payments};
use crate::money::RowPrice;
use crate::names;
use crate::order::details::{CONTACT_FIELDS, Details, ORGANIZATION_FIELDS, ROLES, approver_field};
use crate::order::package::Chosen;
use crate::order::request::RequestStep;
use crate::order::{CertificateOrder, net_cost, questions, step};
use crate::wire::error::{ApiError, Failure};
use crate::wire::form::{Choice, Form};
use crate::wire::json::text;

/// The form, or with `sok` the order: into the cart, or paid from the balance at once with `skipbasket=on`. The
/// earlier step's values are checked again, since the client carries them.
pub fn step(call: &Call<'_>) -> Result<Reply, Failure> {
    call.customer()?;
    let chosen = Chosen::carried(call.db, call.params, step::PARAM)?;
    if !call.params.has("csr") || !call.params.has("CN") {
        let title = step::title(step::PARAM);
        return Err(ApiError::wizard_unavailable(step::PARAM, title).into());
    }
    let profile = call.shared.profile();
    let request = RequestStep::read(call.db, call.params, chosen, profile)?;
    if !call.submits() {
        return form(call, &request, None);
    }
    questions::check_alone(call.params, profile, step::CSR)?;
    let details = Details::read(call.db, call.params, &request, profile)?;
    let order = CertificateOrder { request, details };
    match call.params.get("skipbasket") {
        "on" => pay_at_once(call, &order),
        _ => put_into_cart(call, &order),
    }
}

/// Assumed (Q5): the answer carries the cart's id as `billorder`, as other products do.
fn put_into_cart(call: &Call<'_>, order: &CertificateOrder) -> Result<Reply, Failure> {
    let customer = call.customer()?;
    let cart = billorders::open_cart(call.db, customer.id, call.now)?;
    certificates::add(call.db, cart, order, call.now)?;
    Ok(call.answer([("billorder", text(cart)), ("ok", json!({}))]))
}

/// A bill of its own, paid from the balance. Assumed (Q5, Q12): the answer carries the item's id, and a balance that
/// is too small is `limit`/`balance`.
fn pay_at_once(call: &Call<'_>, order: &CertificateOrder) -> Result<Reply, Failure> {
    let customer = call.customer()?;
    let id = billorders::begin(call.db, customer.id, Status::Unpaid, call.now)?;
    let item = certificates::add(call.db, id, order, call.now)?;
    let bill = billorders::find(call.db, customer.id, id)?;
    let bill = bill.ok_or_else(|| Failure::internal("the bill just made is gone"))?;
    payments::from_balance(call.db, customer.id, &bill, None, call.now)?;
    Ok(call.answer([("id", text(item)), ("ok", json!({}))]))
}

/// The step's form with a price preview; `key` only when the server made it.
pub fn form(call: &Call<'_>, request: &RequestStep, key: Option<&str>) -> Result<Reply, Failure> {
    let mut form = Form::new(step::PARAM, call.params);
    for role in ROLES {
        for (field, check) in CONTACT_FIELDS {
            form.input(&format!("{role}_{field}"), true, check);
        }
        add_phone_country(call, &mut form, role)?;
    }
    if request.chosen.package.asks_organization() {
        add_organization(call, &mut form)?;
    }
    let profile = call.shared.profile();
    questions::add_method(&mut form, profile, request.names.len());
    for (index, name) in request.names.iter().enumerate() {
        let choices = names::approvers(name).into_iter();
        let choices = choices.map(|address| Choice::new(&address, &address));
        form.select(&approver_field(index), true, choices.collect());
    }
    questions::add(&mut form, profile, step::PARAM);
    form.textdata("orderinfo", &total_text(&request.chosen, request.names.len()))
        .checkbox("skipbasket")
        .hidden("csr", &request.csr);
    if let Some(name) = &request.subject.common_name {
        form.hidden("CN", name);
    }
    if let Some(key) = key {
        form.hidden("key", key);
    }
    Ok(form.into_doc().into())
}

fn add_organization(call: &Call<'_>, form: &mut Form<'_>) -> Result<(), Failure> {
    for (field, check, required) in ORGANIZATION_FIELDS {
        if check == "country" {
            form.select(field, required, countries::choices(call.db)?);
        } else {
            form.input(field, required, check);
        }
    }
    add_phone_country(call, form, "org")
}

/// The country beside a phone number. Assumed: other forms of the billing system have it, with a list of its own.
fn add_phone_country(call: &Call<'_>, form: &mut Form<'_>, prefix: &str) -> Result<(), Failure> {
    form.select(&format!("{prefix}_phone_country"), false, countries::phone_choices(call.db)?);
    Ok(())
}

/// What the order costs with setup fee and tax, before any promotion code.
fn total_text(chosen: &Chosen, names: usize) -> String {
    let row = RowPrice::new(net_cost(chosen, names) + chosen.package.setup, 0);
    format!("Total amount: {}", row.total().in_words())
}
