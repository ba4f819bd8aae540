//! English: labels, word for word those of the wiki page that customers know, and hints.
use crate::wizard::field::{ContactField, Field, OrgField, PassphraseOf};
use crate::wizard::step::Step;

pub(in crate::words) fn title(step: Step) -> &'static str {
    match step {
        Step::Package => "Selecting an SSL certificate",
        Step::Request => "Certificate Signing Request (CSR)",
        Step::Subject => "Generate a CSR and private key",
        Step::Key => "Private key",
        Step::Contacts => "Contact information",
        Step::Questions => "Additional questions",
        Step::Organization => "Organization name",
        Step::Validation | Step::Review => "Order confirmation",
        Step::Done => "Your order is placed",
    }
}

pub(in crate::words) fn step_name(step: Step) -> &'static str {
    match step {
        Step::Package => "Package",
        Step::Request => "Request",
        Step::Subject => "Names and company",
        Step::Key => "Private key",
        Step::Contacts => "Contacts",
        Step::Questions => "Additional questions",
        Step::Organization => "Organization",
        Step::Validation => "Confirmation",
        Step::Review => "Review and pay",
        Step::Done => "Done",
    }
}

pub(in crate::words) fn label(field: Field) -> &'static str {
    match field {
        Field::Package => "Package",
        Field::Period => "Period",
        Field::PromotionCode => "Promotion code",
        Field::RequestMethod => "How do you want to provide the request?",
        Field::ExistingRequest => "Request (CSR)",
        Field::Domain => "Domain name",
        Field::FurtherNames => "Further names",
        Field::Country => "Country code (2 characters)",
        Field::State => "State/province",
        Field::Company => "Company",
        Field::CompanyUnit => "Company unit",
        Field::SubjectEmail => "E-mail",
        Field::KeyType => "Key type",
        Field::KeepKey => "Save the private key in the system",
        Field::KeyAttested => "I have the file with the private key",
        Field::Passphrase(PassphraseOf::Vault) => "Passphrase of the vault",
        Field::Passphrase(PassphraseOf::NextVault) => "New passphrase of the vault",
        Field::Passphrase(PassphraseOf::File) => "Passphrase of the file",
        Field::TechIsAdmin => "Use the Administrative contact",
        Field::Contact(_, ContactField::FirstName) => "First name",
        Field::Contact(_, ContactField::LastName) => "Last name",
        Field::Contact(_, ContactField::JobTitle) => "Job title",
        Field::Contact(_, ContactField::Email) => "Email",
        Field::Org(OrgField::Name) => "Name",
        Field::Org(OrgField::Country) => "Country",
        Field::Org(OrgField::State) => "Province/state",
        Field::City | Field::Org(OrgField::City) => "City",
        Field::Org(OrgField::Postcode) => "ZIP code",
        Field::Org(OrgField::Address) => "Address",
        Field::Contact(_, ContactField::Phone) | Field::Org(OrgField::Phone) => "Phone number",
        Field::Question(_) => "Answer",
        Field::Method => "How shall the names be checked?",
        Field::Approver(_) => "Confirmation email",
        Field::PayBy => "Pay by",
        Field::OpenOrder => "Order",
        Field::PayNow => "Pay now",
        Field::PayMethod => "Payment method",
        Field::OrderAgain => "I have looked: order it again",
        Field::OtherRows => "Pay for these too",
        Field::UserName => "User name",
        Field::Password => "Password",
        Field::Code => "One-time code",
    }
}

pub(in crate::words) fn hint(field: Field) -> &'static str {
    match field {
        Field::PromotionCode => "The discount is worked out by the billing system and shown before you pay.",
        Field::ExistingRequest => {
            "Paste it whole, with the lines that begin with -----BEGIN and -----END. Your private key is not needed here: keep it where it is."
        }
        Field::Domain => {
            "The name that visitors type, such as example.com or müller.de. For all names below it, *.example.com with a wildcard package."
        }
        Field::FurtherNames => {
            "One a line, or with blanks or commas between them, such as www.example.com. How many are allowed, and at what price, depends on the package."
        }
        Field::Country => "Where your organization is registered.",
        Field::State => "Written out, not abbreviated.",
        Field::Company => "The legal name of your organization. Private persons enter their full name.",
        Field::CompanyUnit => {
            "The division that handles the certificate. It goes to the order form, not into the certificate."
        }
        Field::SubjectEmail => "Where to reach your organization. It goes to the order form, not into the certificate.",
        Field::KeepKey => {
            "“The system” is this browser: the key stays here after a reload. It is never sent to a server."
        }
        Field::Contact(_, ContactField::JobTitle) => "Such as technical specialist or system administrator.",
        Field::Contact(_, ContactField::Phone) | Field::Org(OrgField::Phone) => {
            "With the country code, such as 74950000000 or +7 495 000-00-00."
        }
        Field::Code => "From the app or the message by which your account is protected.",
        Field::OrderAgain => {
            "It was in your cart and then gone: ordered or removed from another page. The customer area shows which."
        }
        Field::Org(OrgField::Name) => "The legal name, as in the register.",
        Field::PayNow => "On the billing system’s own page, which opens when you press its link.",
        Field::KeyAttested => "Only you have it: nobody can restore a lost private key.",
        _ => "",
    }
}
