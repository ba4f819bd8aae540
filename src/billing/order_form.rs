//! The last form of the order wizard: what it asks and what it carries (API reference 4.3, 4.4).
use super::assumed::method::{self, Method};
use super::assumed::phone_mask::phone_lists;
use super::assumed::rule::Rule;
use super::assumed::state_list::{State, Whose, states};
use super::assumed::{Assumed, Fact};
use super::country_list::{Country, countries};
use super::doc::{Object, cell, read, some_cell};
use super::error::BillingError;
use super::form::{Field, choice_names, choices, fields, is_form, required, values};
use super::http::Reply;
use super::order_input::{INPUT_FIELDS, PERSON_FIELDS};
use super::plain::plain;
use super::question::{Question, questions};

pub use super::assumed::phone_mask::{PhoneCountry, PhoneList};

/// What `certificate.order.param` asks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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
    /// Its states and provinces; none where any text will do.
    pub org_states: Vec<State>,
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
    /// How the CA may check the names, DNS first; none where the form leaves no choice.
    pub methods: Vec<Method>,
    /// What else the form asks.
    pub questions: Vec<Question>,
    /// What hides what.
    pub rules: Vec<Rule>,
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

/// The organization's fields that this form asks for; others are questions.
const ORGANIZATION: [&str; 7] =
    ["org_name", "org_country", "org_state", "org_city", "org_postcode", "org_address", "org_phone"];

/// Reads the form, for names of which one is a wildcard or none.
///
/// # Errors
/// As any call; `Api` of kind `Value` names the field that was refused.
pub(super) fn read_order_form(reply: Reply, assumed: &Assumed, has_wildcard: bool) -> Result<OrderForm, BillingError> {
    let doc = read(reply)?;
    if !is_form(&doc) {
        return Err(BillingError::Unexpected("metadata"));
    }
    let fields = fields(&doc);
    let required = required(&fields);
    let questions = questions(&doc, &fields, |name| is_ours(name, assumed));
    let org_countries = countries(&doc, "org_country", assumed);
    Ok(OrderForm {
        approvers: approvers(&doc, &fields, assumed),
        organization: fields.iter().any(|field| ORGANIZATION.contains(&field.name.as_str())),
        org_required: required.iter().filter(|name| name.starts_with("org_")).cloned().collect(),
        org_states: states(&doc, Whose::Organization, &org_countries, assumed),
        org_countries,
        phones: phone_lists(&doc, assumed),
        order_info: plain(&cell(&doc, "orderinfo")),
        echoed_csr: some_cell(&doc, "csr"),
        carried: carried(&doc, &questions, assumed),
        required,
        methods: method::methods(&doc, assumed, has_wildcard),
        questions,
        rules: fields.iter().flat_map(|field| field.rules.clone()).collect(),
    })
}

fn approvers(doc: &Object, fields: &[Field], assumed: &Assumed) -> Vec<Approvers> {
    let names = fields.iter().map(|field| field.name.clone()).chain(choice_names(doc));
    let mut numbered: Vec<(u32, String)> = Vec::new();
    for entry in names.filter_map(|name| Some((approver_number(&name, assumed)?, name))) {
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

/// The number of a mailbox's field, from 1.
pub fn approver_number(name: &str, assumed: &Assumed) -> Option<u32> {
    name.strip_prefix(assumed.of(Fact::ApproverField))?.parse().ok()
}

/// Whether a field is one that this form fills in by itself.
pub(super) fn is_ours(name: &str, assumed: &Assumed) -> bool {
    INPUT_FIELDS.contains(&name)
        || PERSON_FIELDS.contains(&name)
        || NEVER_CARRIED.contains(&name)
        || name == assumed.of(Fact::MethodField)
        || name == "remoteid"
        || approver_number(name, assumed).is_some()
        || name.ends_with(assumed.of(Fact::PhoneList))
}

/// What is asked is not carried: only the customer answers it.
fn carried(doc: &Object, questions: &[Question], assumed: &Assumed) -> Vec<(String, String)> {
    let is_asked = |name: &str| questions.iter().any(|question| question.name == name);
    values(doc)
        .filter(|(name, _)| !is_ours(name, assumed) && !is_asked(name))
        .map(|(name, text)| (name.to_owned(), text))
        .collect()
}
