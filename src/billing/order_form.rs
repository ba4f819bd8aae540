//! The last form of the order wizard: what it asks and what it carries (API reference 4.3, 4.4).
use super::country_list::{Country, countries};
use super::doc::{Object, cell, read, some_cell};
use super::error::BillingError;
use super::form::{Field, choice_names, choices, fields, is_form, required, values};
use super::http::Reply;
use super::order_input::{INPUT_FIELDS, PERSON_FIELDS};
use super::phone_mask::{SUFFIX, phone_lists};
use super::plain::plain;

pub use super::phone_mask::{PhoneCountry, PhoneList};

/// What `certificate.order.param` asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderForm {
    /// Mailboxes to choose from, one list for each name of the certificate: the domain first, then the further names in
    /// their order (inferred).
    pub approvers: Vec<Approvers>,
    /// Whether the organization is asked.
    pub organization: bool,
    /// Names of the organization's fields that may not be left empty (Q8).
    pub org_required: Vec<String>,
    /// Countries of the organization.
    pub org_countries: Vec<Country>,
    /// Countries of the phone numbers, where the form asks for them.
    pub phones: Vec<PhoneList>,
    /// What the order costs, as text; may be empty.
    pub order_info: String,
    /// The request as the billing system understood it, PEM.
    pub echoed_csr: Option<String>,
    /// Values of the form that are not ours: they go back as they came.
    pub carried: Vec<(String, String)>,
    /// Names of all fields that may not be left empty.
    pub required: Vec<String>,
}

/// Whom the CA may ask about one name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approvers {
    /// The field on the wire: `approver_email_1`.
    pub field: String,
    /// Mailboxes to choose from; none where the form takes any.
    pub addresses: Vec<String>,
}

/// Never sent back: keys, who asks, what was pressed. `skipbasket` would move money at once, `elid` would make an edit
/// of an order.
const NEVER_CARRIED: [&str; 19] = [
    "key",
    "auth",
    "authinfo",
    "username",
    "password",
    "su",
    "func",
    "out",
    "lang",
    "sok",
    "snext",
    "sback",
    "sv_field",
    "clicked_button",
    "skipbasket",
    "elid",
    "plid",
    "ok",
    "orderinfo",
];

/// Reads the form.
///
/// # Errors
/// As any call; `Api` of kind `Value` names the field that was refused.
pub(super) fn read_order_form(reply: Reply) -> Result<OrderForm, BillingError> {
    let doc = read(reply)?;
    if !is_form(&doc) {
        return Err(BillingError::Unexpected("metadata"));
    }
    let fields = fields(&doc);
    let required = required(&fields);
    Ok(OrderForm {
        approvers: approvers(&doc, &fields),
        organization: fields.iter().any(|field| field.name.starts_with("org_")),
        org_required: required.iter().filter(|name| name.starts_with("org_")).cloned().collect(),
        org_countries: countries(&doc, "org_country"),
        phones: phone_lists(&doc),
        order_info: plain(&cell(&doc, "orderinfo")),
        echoed_csr: some_cell(&doc, "csr"),
        carried: carried(&doc),
        required,
    })
}

fn approvers(doc: &Object, fields: &[Field]) -> Vec<Approvers> {
    let names = fields.iter().map(|field| field.name.clone()).chain(choice_names(doc));
    let mut numbered: Vec<(u32, String)> = Vec::new();
    for entry in names.filter_map(|name| Some((approver_number(&name)?, name))) {
        if let Err(at) = numbered.binary_search(&entry) {
            numbered.insert(at, entry);
        }
    }
    let list = |(_, field): (u32, String)| {
        let keys = choices(doc, &field).into_iter().map(|choice| choice.key);
        Approvers { addresses: keys.filter(|key| !key.is_empty()).collect(), field }
    };
    numbered.into_iter().map(list).collect()
}

/// `approver_email_N`: documented for 1, inferred for the rest.
fn approver_number(name: &str) -> Option<u32> {
    name.strip_prefix("approver_email_")?.parse().ok()
}

fn carried(doc: &Object) -> Vec<(String, String)> {
    let is_ours = |name: &str| {
        INPUT_FIELDS.contains(&name)
            || PERSON_FIELDS.contains(&name)
            || NEVER_CARRIED.contains(&name)
            || approver_number(name).is_some()
            || name.ends_with(SUFFIX)
    };
    values(doc).filter(|(name, _)| !is_ours(name)).map(|(name, text)| (name.to_owned(), text)).collect()
}
