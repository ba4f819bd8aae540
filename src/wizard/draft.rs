//! What has been typed, raw: one struct per page, no secret in any.
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::domain::json::Json;

pub use super::answer::AnswerDraft;
use super::field::{ContactField, Field, OrgField, Who};
use super::idn::AsciiName;
pub use super::persons::{ContactDraft, ContactsDraft};
use super::step::Step;

/// The value of [`Field::RequestMethod`] for an existing request.
pub const EXISTING: &str = "existing";
/// The value of [`Field::RequestMethod`] for key and request made here.
pub const GENERATE: &str = "generate";

/// A text longer than this, in bytes, is not stored: no field takes so much, and each key would write it anew.
pub(super) const STORED_LIMIT: usize = 64 * 1024;

/// Everything typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drafts {
    /// Page "package".
    pub package: PackageDraft,
    /// Page "request".
    pub request: RequestDraft,
    /// Page "subject".
    pub subject: SubjectDraft,
    /// Page "subject": what the browser said of the names.
    pub ascii: Vec<AsciiName>,
    /// Page "contacts".
    pub contacts: ContactsDraft,
    /// Page "organization".
    pub organization: OrganizationDraft,
    /// Page "questions": in the order in which they were asked first.
    pub answers: Vec<AnswerDraft>,
    /// Page "validation": how the CA checks the names.
    pub method: String,
    /// Page "validation": chosen address of each ordered name.
    pub approvers: Vec<String>,
    /// Page "key": the box "Save the private key in the system" was cleared.
    pub do_not_keep_key: bool,
    /// Page "review": other rows of the cart may be paid too.
    pub other_rows: bool,
    /// Page "review": what was gone from the cart is ordered again all the same. Of this moment only, and not stored.
    pub order_again: bool,
    /// Page "review": how it shall be paid.
    pub payment: PaymentDraft,
}

/// Page "review".
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PaymentDraft {
    /// `balance`, `order`, `bill`, or nothing chosen yet.
    pub pay_by: String,
    /// Id of the open order.
    pub open_order: String,
    /// "Pay now".
    pub pay_now: bool,
    /// Id of the payment method.
    pub method: String,
}

/// Page "package".
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PackageDraft {
    /// `pricelist` id.
    pub package: String,
    /// Months.
    pub period: String,
    /// Promotion code.
    pub promotion_code: String,
}

/// Page "request".
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RequestDraft {
    /// "Enter an existing CSR" is chosen.
    pub is_existing: bool,
    /// The existing request, armoured anew; nothing but a request ever stands here.
    pub pem: String,
    /// What it says of the subject; derived from it, and not stored.
    pub carried: SubjectDraft,
    /// What the billing system asks for besides what it asks of every order; found out anew, and not stored.
    pub asked_too: Vec<Field>,
}

/// Page "subject".
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SubjectDraft {
    /// Domain name.
    pub domain: String,
    /// Further names.
    pub further_names: String,
    /// Country code.
    pub country: String,
    /// State/province.
    pub state: String,
    /// City.
    pub city: String,
    /// Company.
    pub company: String,
    /// Company unit.
    pub company_unit: String,
    /// E-mail.
    pub email: String,
    /// [`crate::request::algorithm::KeyType::id`]; empty means the configured default.
    pub key_type: String,
}

/// Page "organization". `None` means "not touched: as the subject says", and for the phone, the administrative contact.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OrganizationDraft {
    /// Name.
    pub name: Option<String>,
    /// Country.
    pub country: Option<String>,
    /// Province/state.
    pub state: Option<String>,
    /// City.
    pub city: Option<String>,
    /// ZIP code.
    pub postcode: String,
    /// Address.
    pub address: String,
    /// Phone number.
    pub phone: Option<String>,
}

impl Drafts {
    /// The text of `field`; check boxes are `on` or empty. Log-in fields are not drafts and read as empty.
    pub fn text(&self, field: Field) -> &str {
        match field {
            Field::Package => &self.package.package,
            Field::Period => &self.package.period,
            Field::PromotionCode => &self.package.promotion_code,
            Field::RequestMethod => {
                if self.request.is_existing {
                    EXISTING
                } else {
                    ""
                }
            }
            Field::ExistingRequest => &self.request.pem,
            Field::KeyType => &self.subject.key_type,
            Field::FurtherNames | Field::CompanyUnit | Field::SubjectEmail
                if self.request.is_existing && !self.request.asked_too.contains(&field) =>
            {
                self.request.carried.text(field)
            }
            Field::Domain
            | Field::FurtherNames
            | Field::Country
            | Field::State
            | Field::City
            | Field::Company
            | Field::CompanyUnit
            | Field::SubjectEmail => match self.request.carried.text(field) {
                carried if self.request.is_existing && !carried.is_empty() => carried,
                _ => self.subject.text(field),
            },
            Field::Contact(who, field) => self.contacts.person(who).text(field),
            Field::Org(field) => self.org_text(field),
            Field::Question(i) => self.answers.get(usize::from(i)).map_or("", |answer| &answer.text),
            Field::Method => &self.method,
            Field::Approver(i) => self.approvers.get(usize::from(i)).map_or("", String::as_str),
            Field::TechIsAdmin => on(self.contacts.tech_is_admin),
            Field::KeepKey => on(!self.do_not_keep_key),
            Field::OtherRows => on(self.other_rows),
            Field::OrderAgain => on(self.order_again),
            Field::PayBy => &self.payment.pay_by,
            Field::OpenOrder => &self.payment.open_order,
            Field::PayNow => on(self.payment.pay_now),
            Field::PayMethod => &self.payment.method,
            Field::KeyAttested | Field::Passphrase(_) | Field::UserName | Field::Password | Field::Code => "",
        }
    }

    /// Takes over what was typed into `field`.
    pub fn set(&mut self, field: Field, text: String) {
        match field {
            Field::Package => self.package.package = text,
            Field::Period => self.package.period = text,
            Field::PromotionCode => self.package.promotion_code = text,
            Field::RequestMethod => self.request.is_existing = text == EXISTING,
            Field::ExistingRequest => self.request.pem = text,
            Field::Domain => self.subject.domain = text,
            Field::FurtherNames => self.subject.further_names = text,
            Field::Country => self.subject.country = text,
            Field::State => self.subject.state = text,
            Field::City => self.subject.city = text,
            Field::Company => self.subject.company = text,
            Field::CompanyUnit => self.subject.company_unit = text,
            Field::SubjectEmail => self.subject.email = text,
            Field::KeyType => self.subject.key_type = text,
            Field::Contact(Who::Admin, field) => self.contacts.admin.set(field, text),
            Field::Contact(Who::Tech, field) => self.contacts.tech.set(field, text),
            Field::Org(field) => self.organization.set(field, text),
            Field::Approver(i) => {
                let i = usize::from(i);
                if self.approvers.len() <= i {
                    self.approvers.resize(i + 1, String::new());
                }
                if let Some(slot) = self.approvers.get_mut(i) {
                    *slot = text;
                }
            }
            Field::Question(i) => {
                if let Some(answer) = self.answers.get_mut(usize::from(i)) {
                    answer.text = text;
                }
            }
            Field::Method => self.method = text,
            Field::TechIsAdmin => self.contacts.use_admin(!text.is_empty()),
            Field::KeepKey => self.do_not_keep_key = text.is_empty(),
            Field::OtherRows => self.other_rows = !text.is_empty(),
            Field::OrderAgain => self.order_again = !text.is_empty(),
            Field::PayBy => self.payment.pay_by = text,
            Field::OpenOrder => self.payment.open_order = text,
            Field::PayNow => self.payment.pay_now = !text.is_empty(),
            Field::PayMethod => self.payment.method = text,
            Field::KeyAttested | Field::Passphrase(_) | Field::UserName | Field::Password | Field::Code => {}
        }
    }

    /// Takes back what was stored of drafts; unknown and missing fields do no harm.
    pub fn from_json(value: &Json) -> Self {
        let mut drafts = Self::default();
        for field in Field::drafted() {
            if let Some(text) = value.get(&field.id()).and_then(Json::as_text) {
                drafts.set(field, text.to_owned());
            }
        }
        let list = |name| value.get(name).and_then(Json::as_list).into_iter().flatten();
        drafts.approvers = list("approvers").map(|text| text.as_text().unwrap_or_default().to_owned()).collect();
        drafts.answers = list("answers").map(AnswerDraft::from_json).collect();
        drafts.ascii = list("ascii").map(AsciiName::from_json).collect();
        drafts
    }

    /// The text of `field` if the customer touched it.
    fn typed(&self, field: Field) -> Option<&str> {
        let own = &self.organization;
        match field {
            Field::Org(OrgField::Name) => own.name.as_deref(),
            Field::Org(OrgField::Country) => own.country.as_deref(),
            Field::Org(OrgField::State) => own.state.as_deref(),
            Field::Org(OrgField::City) => own.city.as_deref(),
            Field::Org(OrgField::Phone) => own.phone.as_deref(),
            Field::KeepKey => self.do_not_keep_key.then_some(""),
            Field::Contact(who, ContactField::Phone) => self.contacts.own(who).phone.as_deref(),
            Field::Contact(Who::Tech, field) => Some(self.contacts.tech.text(field)),
            field if field.step() == Some(Step::Subject) => Some(self.subject.text(field)),
            _ => Some(self.text(field)),
        }
        .filter(|text| text.len() <= STORED_LIMIT && (!text.is_empty() || means_something_empty(field)))
    }

    /// Organization fields not touched yet say what the subject says: asked once.
    fn org_text(&self, field: OrgField) -> &str {
        let own = &self.organization;
        match field {
            OrgField::Name => own.name.as_deref().unwrap_or_else(|| self.text(Field::Company)),
            OrgField::Country => own.country.as_deref().unwrap_or_else(|| self.text(Field::Country)),
            OrgField::State => own.state.as_deref().unwrap_or_else(|| self.text(Field::State)),
            OrgField::City => own.city.as_deref().unwrap_or_else(|| self.text(Field::City)),
            OrgField::Postcode => &own.postcode,
            OrgField::Address => &own.address,
            OrgField::Phone => own.phone.as_deref().unwrap_or_else(|| self.contacts.admin.text(ContactField::Phone)),
        }
    }
}

/// What was typed, by the fields' ids.
impl Serialize for Drafts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for field in Field::drafted() {
            if let Some(text) = self.typed(field) {
                map.serialize_entry(&field.id(), text)?;
            }
        }
        map.serialize_entry("approvers", &self.approvers)?;
        map.serialize_entry("answers", &self.answers)?;
        map.serialize_entry("ascii", &self.ascii)?;
        map.end()
    }
}

/// Whether an empty text is an answer too: a cleared box, or a field that would else show what the subject says.
fn means_something_empty(field: Field) -> bool {
    use OrgField as O;
    let is_begun = matches!(field, Field::Contact(_, ContactField::Phone));
    is_begun || matches!(field, Field::KeepKey | Field::Org(O::Name | O::Country | O::State | O::City | O::Phone))
}

impl SubjectDraft {
    /// The text of `field`; nothing for fields of other pages.
    pub fn text(&self, field: Field) -> &str {
        match field {
            Field::Domain => &self.domain,
            Field::FurtherNames => &self.further_names,
            Field::Country => &self.country,
            Field::State => &self.state,
            Field::City => &self.city,
            Field::Company => &self.company,
            Field::CompanyUnit => &self.company_unit,
            Field::SubjectEmail => &self.email,
            Field::KeyType => &self.key_type,
            _ => "",
        }
    }
}

impl OrganizationDraft {
    fn set(&mut self, field: OrgField, text: String) {
        match field {
            OrgField::Name => self.name = Some(text),
            OrgField::Country => self.country = Some(text),
            OrgField::State => self.state = Some(text),
            OrgField::City => self.city = Some(text),
            OrgField::Postcode => self.postcode = text,
            OrgField::Address => self.address = text,
            OrgField::Phone => self.phone = Some(text),
        }
    }
}

fn on(set: bool) -> &'static str {
    if set { "on" } else { "" }
}
