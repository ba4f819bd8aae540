//! The sentences about fields: label, hint, and what is said when nothing was entered.
use super::Words;
use super::en::labels;
use super::key::{Listed, keys_of};
use super::speech::Speech;
use crate::wizard::field::{ContactField, Field, OrgField, PassphraseOf};

macro_rules! field_names {
    ($($name:ident)*) => {
        /// What a field is called, wherever it stands: fields of the same name share their words.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the label of each is its documentation: `en/labels.rs`")]
        pub enum FieldName { $($name,)* }

        impl FieldName {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];
        }
    };
}

field_names! {
    Package Period PromotionCode RequestMethod ExistingRequest Domain FurtherNames Country State City Company CompanyUnit
    SubjectEmail KeyType KeepKey KeyAttested VaultPassphrase NextVaultPassphrase FilePassphrase TechIsAdmin FirstName LastName
    JobTitle ContactEmail Phone OrgName OrgCountry OrgState Postcode Address Question Method Approver PayBy OpenOrder PayNow
    PayMethod OrderAgain OtherRows UserName Password Code
}

keys_of! {
    /// The label of a field.
    pub struct Label(FieldName): labels::label;
    /// What helps to fill a field in; empty where nothing is needed.
    pub struct Hint(FieldName): labels::hint;
    /// What is said when nothing was entered and something is needed.
    pub struct Missing(FieldName): labels::missing;
}

impl Listed for Label {
    fn all() -> Vec<Self> {
        FieldName::ALL.iter().copied().map(Self).collect()
    }
}

impl Listed for Hint {
    fn all() -> Vec<Self> {
        FieldName::ALL.iter().copied().map(Self).collect()
    }
}

impl Listed for Missing {
    fn all() -> Vec<Self> {
        FieldName::ALL.iter().copied().map(Self).collect()
    }
}

impl FieldName {
    /// What `field` is called.
    pub fn of(field: Field) -> Self {
        match field {
            Field::Package => Self::Package,
            Field::Period => Self::Period,
            Field::PromotionCode => Self::PromotionCode,
            Field::RequestMethod => Self::RequestMethod,
            Field::ExistingRequest => Self::ExistingRequest,
            Field::Domain => Self::Domain,
            Field::FurtherNames => Self::FurtherNames,
            Field::Country => Self::Country,
            Field::State => Self::State,
            Field::City | Field::Org(OrgField::City) => Self::City,
            Field::Company => Self::Company,
            Field::CompanyUnit => Self::CompanyUnit,
            Field::SubjectEmail => Self::SubjectEmail,
            Field::KeyType => Self::KeyType,
            Field::KeepKey => Self::KeepKey,
            Field::KeyAttested => Self::KeyAttested,
            Field::Passphrase(PassphraseOf::Vault) => Self::VaultPassphrase,
            Field::Passphrase(PassphraseOf::NextVault) => Self::NextVaultPassphrase,
            Field::Passphrase(PassphraseOf::File) => Self::FilePassphrase,
            Field::TechIsAdmin => Self::TechIsAdmin,
            Field::Contact(_, ContactField::FirstName) => Self::FirstName,
            Field::Contact(_, ContactField::LastName) => Self::LastName,
            Field::Contact(_, ContactField::JobTitle) => Self::JobTitle,
            Field::Contact(_, ContactField::Email) => Self::ContactEmail,
            Field::Contact(_, ContactField::Phone) | Field::Org(OrgField::Phone) => Self::Phone,
            Field::Org(OrgField::Name) => Self::OrgName,
            Field::Org(OrgField::Country) => Self::OrgCountry,
            Field::Org(OrgField::State) => Self::OrgState,
            Field::Org(OrgField::Postcode) => Self::Postcode,
            Field::Org(OrgField::Address) => Self::Address,
            Field::Question(_) => Self::Question,
            Field::Method => Self::Method,
            Field::Approver(_) => Self::Approver,
            Field::PayBy => Self::PayBy,
            Field::OpenOrder => Self::OpenOrder,
            Field::PayNow => Self::PayNow,
            Field::PayMethod => Self::PayMethod,
            Field::OrderAgain => Self::OrderAgain,
            Field::OtherRows => Self::OtherRows,
            Field::UserName => Self::UserName,
            Field::Password => Self::Password,
            Field::Code => Self::Code,
        }
    }
}

impl Speech {
    /// A field's label.
    pub fn label(&self, field: Field) -> Words {
        self.say(Label(FieldName::of(field)))
    }

    /// What helps to fill a field in; empty where nothing is needed.
    pub fn hint(&self, field: Field) -> Words {
        self.say(Hint(FieldName::of(field)))
    }
}
