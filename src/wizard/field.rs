//! The fields of all pages.
use super::step::Step;

/// Which of the two contacts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    /// Administrative contact (`adm_*`).
    Admin,
    /// Technical support (`tech_*`).
    Tech,
}

/// A field of a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ContactField {
    /// First name.
    FirstName,
    /// Last name.
    LastName,
    /// Job title.
    JobTitle,
    /// Email.
    Email,
    /// Phone number.
    Phone,
}

impl ContactField {
    /// All of them in order.
    pub const ALL: [Self; 5] = [Self::FirstName, Self::LastName, Self::JobTitle, Self::Email, Self::Phone];
}

/// A field of the organization.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OrgField {
    /// Name.
    Name,
    /// Country.
    Country,
    /// Province/state.
    State,
    /// City.
    City,
    /// ZIP code.
    Postcode,
    /// Address.
    Address,
    /// Phone number.
    Phone,
}

impl OrgField {
    /// All of them in order.
    pub const ALL: [Self; 7] =
        [Self::Name, Self::Country, Self::State, Self::City, Self::Postcode, Self::Address, Self::Phone];
}

/// What a passphrase opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PassphraseOf {
    /// The vault.
    Vault,
    /// The vault, from the next change on.
    NextVault,
    /// A file.
    File,
}

/// Any field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Package.
    Package,
    /// Period.
    Period,
    /// Promotion code.
    PromotionCode,
    /// How the request comes about.
    RequestMethod,
    /// The existing request.
    ExistingRequest,
    /// Domain name.
    Domain,
    /// Further names, one a line.
    FurtherNames,
    /// Country code.
    Country,
    /// State/province.
    State,
    /// City.
    City,
    /// Company.
    Company,
    /// Company unit.
    CompanyUnit,
    /// E-mail.
    SubjectEmail,
    /// Key type.
    KeyType,
    /// "Save the private key in the system".
    KeepKey,
    /// "I have the file".
    KeyAttested,
    /// A passphrase.
    Passphrase(PassphraseOf),
    /// A contact's field.
    Contact(Who, ContactField),
    /// "Use the Administrative contact".
    TechIsAdmin,
    /// An organization's field.
    Org(OrgField),
    /// The answer with this index in [`super::draft::Drafts::answers`].
    Question(u8),
    /// How the CA checks the names.
    Method,
    /// Confirmation email for the ordered name with this index.
    Approver(u8),
    /// Pay by.
    PayBy,
    /// Which open order.
    OpenOrder,
    /// "Pay now".
    PayNow,
    /// By which method.
    PayMethod,
    /// "Pay for these too".
    OtherRows,
    /// "I have looked: order it again".
    OrderAgain,
    /// User name of the log-in.
    UserName,
    /// Password of the log-in.
    Password,
    /// One-time code of the log-in.
    Code,
}

impl Field {
    /// Every field whose text is part of the draft, but for the addresses of the validation and the answers to questions,
    /// which are lists.
    pub fn drafted() -> impl Iterator<Item = Self> {
        let single = [
            Self::Package,
            Self::Period,
            Self::PromotionCode,
            Self::RequestMethod,
            Self::ExistingRequest,
            Self::Domain,
            Self::FurtherNames,
            Self::Country,
            Self::State,
            Self::City,
            Self::Company,
            Self::CompanyUnit,
            Self::SubjectEmail,
            Self::KeyType,
            Self::KeepKey,
            Self::TechIsAdmin,
            Self::OtherRows,
            Self::PayBy,
            Self::OpenOrder,
            Self::PayNow,
            Self::PayMethod,
            Self::Method,
        ];
        let contacts = [Who::Admin, Who::Tech]
            .into_iter()
            .flat_map(|who| ContactField::ALL.into_iter().map(move |field| Self::Contact(who, field)));
        single.into_iter().chain(contacts).chain(OrgField::ALL.into_iter().map(Self::Org))
    }

    /// The page the field is on; `None` for the log-in, which can appear on several.
    pub fn step(self) -> Option<Step> {
        Some(match self {
            Self::Package | Self::Period | Self::PromotionCode => Step::Package,
            Self::RequestMethod | Self::ExistingRequest => Step::Request,
            Self::Domain
            | Self::FurtherNames
            | Self::Country
            | Self::State
            | Self::City
            | Self::Company
            | Self::CompanyUnit
            | Self::SubjectEmail
            | Self::KeyType => Step::Subject,
            Self::KeepKey | Self::KeyAttested | Self::Passphrase(_) => Step::Key,
            Self::Contact(..) | Self::TechIsAdmin => Step::Contacts,
            Self::Org(_) => Step::Organization,
            Self::Question(_) => Step::Questions,
            Self::Method | Self::Approver(_) => Step::Validation,
            Self::PayBy | Self::OpenOrder | Self::PayNow | Self::PayMethod | Self::OtherRows | Self::OrderAgain => {
                Step::Review
            }
            Self::UserName | Self::Password | Self::Code => return None,
        })
    }

    /// The field's element id, unique in one form.
    pub fn id(self) -> String {
        let fixed = match self {
            Self::Package => "package",
            Self::Period => "period",
            Self::PromotionCode => "promotion-code",
            Self::RequestMethod => "request-method",
            Self::ExistingRequest => "existing-request",
            Self::Domain => "domain",
            Self::FurtherNames => "further-names",
            Self::Country => "country",
            Self::State => "state",
            Self::City => "city",
            Self::Company => "company",
            Self::CompanyUnit => "company-unit",
            Self::SubjectEmail => "email",
            Self::KeyType => "key-type",
            Self::KeepKey => "keep-key",
            Self::KeyAttested => "key-attested",
            Self::Passphrase(PassphraseOf::Vault) => "vault-passphrase",
            Self::Passphrase(PassphraseOf::NextVault) => "new-passphrase",
            Self::Passphrase(PassphraseOf::File) => "file-passphrase",
            Self::TechIsAdmin => "tech-is-admin",
            Self::PayBy => "pay-by",
            Self::OpenOrder => "open-order",
            Self::PayNow => "pay-now",
            Self::PayMethod => "pay-method",
            Self::OtherRows => "other-rows",
            Self::OrderAgain => "order-again",
            Self::UserName => "user-name",
            Self::Password => "password",
            Self::Code => "one-time-code",
            Self::Method => "method",
            Self::Question(i) => return format!("question-{}", u16::from(i) + 1),
            Self::Approver(i) => return format!("approver-{}", u16::from(i) + 1),
            Self::Contact(Who::Admin, field) => return format!("admin-{}", contact_id(field)),
            Self::Contact(Who::Tech, field) => return format!("tech-{}", contact_id(field)),
            Self::Org(field) => return format!("org-{}", org_id(field)),
        };
        fixed.to_owned()
    }

    /// The field that the billing system calls `object` in a `value` error (API reference 3.1, 4.2, 4.3), where the name is
    /// documented; [`super::questions::field`] knows the others.
    pub fn from_billing(object: &str) -> Option<Self> {
        let contact = |rest: &str, who| {
            let field = match rest {
                "fname" => ContactField::FirstName,
                "lname" => ContactField::LastName,
                "jtitle" => ContactField::JobTitle,
                "email" => ContactField::Email,
                "phone" => ContactField::Phone,
                _ => return None,
            };
            Some(Self::Contact(who, field))
        };
        if let Some(rest) = object.strip_prefix("adm_") {
            return contact(rest, Who::Admin);
        }
        if let Some(rest) = object.strip_prefix("tech_") {
            return contact(rest, Who::Tech);
        }
        Some(match object {
            "pricelist" => Self::Package,
            "period" => Self::Period,
            "promocode" => Self::PromotionCode,
            "csr" => Self::ExistingRequest,
            "CN" => Self::Domain,
            "altname" | "altname_input" => Self::FurtherNames,
            "field_country" => Self::Country,
            "ST" => Self::State,
            "L" => Self::City,
            "O" => Self::Company,
            "OU" => Self::CompanyUnit,
            "emailAddress" => Self::SubjectEmail,
            "org_name" => Self::Org(OrgField::Name),
            "org_country" => Self::Org(OrgField::Country),
            "org_state" => Self::Org(OrgField::State),
            "org_city" => Self::Org(OrgField::City),
            "org_postcode" => Self::Org(OrgField::Postcode),
            "org_address" => Self::Org(OrgField::Address),
            "org_phone" => Self::Org(OrgField::Phone),
            _ => return None,
        })
    }
}

fn contact_id(field: ContactField) -> &'static str {
    match field {
        ContactField::FirstName => "first-name",
        ContactField::LastName => "last-name",
        ContactField::JobTitle => "job-title",
        ContactField::Email => "email",
        ContactField::Phone => "phone",
    }
}

fn org_id(field: OrgField) -> &'static str {
    match field {
        OrgField::Name => "name",
        OrgField::Country => "country",
        OrgField::State => "state",
        OrgField::City => "city",
        OrgField::Postcode => "postcode",
        OrgField::Address => "address",
        OrgField::Phone => "phone",
    }
}
