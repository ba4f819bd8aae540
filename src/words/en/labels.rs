//! English: labels, word for word those of the wiki page that customers know, and hints.
use crate::wizard::step::Step;
use crate::words::field::FieldName;

#[rustfmt::skip]
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

#[rustfmt::skip]
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

#[rustfmt::skip]
pub(in crate::words) fn label(field: FieldName) -> &'static str {
    match field {
        FieldName::Package => "Package",
        FieldName::Period => "Period",
        FieldName::PromotionCode => "Promotion code",
        FieldName::RequestMethod => "How do you want to provide the request?",
        FieldName::ExistingRequest => "Request (CSR)",
        FieldName::Domain => "Domain name",
        FieldName::FurtherNames => "Further names",
        FieldName::Country => "Country code (2 characters)",
        FieldName::State => "State/province",
        FieldName::Company => "Company",
        FieldName::CompanyUnit => "Company unit",
        FieldName::SubjectEmail => "E-mail",
        FieldName::KeyType => "Key type",
        FieldName::KeepKey => "Save the private key in the system",
        FieldName::KeyAttested => "I have the file with the private key",
        FieldName::VaultPassphrase => "Passphrase of the vault",
        FieldName::NextVaultPassphrase => "New passphrase of the vault",
        FieldName::FilePassphrase => "Passphrase of the file",
        FieldName::TechIsAdmin => "Use the Administrative contact",
        FieldName::FirstName => "First name",
        FieldName::LastName => "Last name",
        FieldName::JobTitle => "Job title",
        FieldName::ContactEmail => "Email",
        FieldName::OrgName => "Name",
        FieldName::OrgCountry => "Country",
        FieldName::OrgState => "Province/state",
        FieldName::City => "City",
        FieldName::Postcode => "ZIP code",
        FieldName::Address => "Address",
        FieldName::Phone => "Phone number",
        FieldName::Question => "Answer",
        FieldName::Method => "How shall the names be checked?",
        FieldName::Approver => "Confirmation email",
        FieldName::PayBy => "Pay by",
        FieldName::OpenOrder => "Order",
        FieldName::PayNow => "Pay now",
        FieldName::PayMethod => "Payment method",
        FieldName::OrderAgain => "I have looked: order it again",
        FieldName::OtherRows => "Pay for these too",
        FieldName::UserName => "User name",
        FieldName::Password => "Password",
        FieldName::Code => "One-time code",
    }
}

#[rustfmt::skip]
pub(in crate::words) fn hint(field: FieldName) -> &'static str {
    match field {
        FieldName::PromotionCode => "The discount is worked out by the billing system and shown before you pay.",
        FieldName::ExistingRequest => "Paste it whole, with the lines that begin with -----BEGIN and -----END. Your private key is not needed here: keep it where it is.",
        FieldName::Domain => "The name that visitors type, such as example.com or müller.de. For all names below it, *.example.com with a wildcard package.",
        FieldName::FurtherNames => "One a line, or with blanks or commas between them, such as www.example.com. How many are allowed, and at what price, depends on the package.",
        FieldName::Country => "Where your organization is registered. Type its name or its code.",
        FieldName::OrgCountry => "Type its name or its code.",
        FieldName::State => "Written out, not abbreviated.",
        FieldName::Company => "The legal name of your organization. Private persons enter their full name.",
        FieldName::CompanyUnit => "The division that handles the certificate. It goes to the order form, not into the certificate.",
        FieldName::SubjectEmail => "Where to reach your organization. It goes to the order form, not into the certificate.",
        FieldName::KeepKey => "“The system” is this browser: the key stays here after a reload. It is never sent to a server.",
        FieldName::JobTitle => "Such as technical specialist or system administrator.",
        FieldName::Phone => "With the country code, such as 74950000000 or +7 495 000-00-00.",
        FieldName::Code => "From the app or the message by which your account is protected.",
        FieldName::OrderAgain => "It was in your cart and then gone: ordered or removed from another page. The customer area shows which.",
        FieldName::OrgName => "The legal name, as in the register.",
        FieldName::PayNow => "On the billing system’s own page, which opens when you press its link.",
        FieldName::KeyAttested => "Only you have it: nobody can restore a lost private key.",
        _ => "",
    }
}

#[rustfmt::skip]
pub(in crate::words) fn missing(field: FieldName) -> &'static str {
    match field {
        FieldName::Package => "Choose a package",
        FieldName::Period => "Choose a period",
        FieldName::PromotionCode => "Enter the promotion code",
        FieldName::ExistingRequest => "Paste the request, or choose its file",
        FieldName::Domain => "Enter the domain name",
        FieldName::FurtherNames => "Enter the further names",
        FieldName::Country | FieldName::OrgCountry => "Choose a country",
        FieldName::State => "Enter the state/province",
        FieldName::City => "Enter the city",
        FieldName::Company => "Enter the company",
        FieldName::CompanyUnit => "Enter the company unit",
        FieldName::SubjectEmail => "Enter an e-mail address",
        FieldName::VaultPassphrase => "Enter the passphrase of the vault",
        FieldName::NextVaultPassphrase => "Enter the new passphrase of the vault",
        FieldName::FilePassphrase => "Enter the passphrase of the file",
        FieldName::FirstName => "Enter the first name",
        FieldName::LastName => "Enter the last name",
        FieldName::JobTitle => "Enter the job title",
        FieldName::ContactEmail => "Enter the email",
        FieldName::Phone => "Enter the phone number",
        FieldName::OrgName => "Enter the name",
        FieldName::OrgState => "Enter the province/state",
        FieldName::Postcode => "Enter the ZIP code",
        FieldName::Address => "Enter the address",
        FieldName::Question => "Enter the answer",
        FieldName::Approver => "Choose an address for the confirmation email",
        FieldName::PayBy => "Choose how to pay",
        FieldName::OpenOrder => "Choose one of your orders",
        FieldName::PayMethod => "Choose a payment method",
        FieldName::UserName => "Enter your user name",
        FieldName::Password => "Enter your password",
        FieldName::Code => "Enter the one-time code",
        FieldName::RequestMethod
        | FieldName::KeyType
        | FieldName::KeepKey
        | FieldName::KeyAttested
        | FieldName::TechIsAdmin
        | FieldName::Method
        | FieldName::PayNow
        | FieldName::OrderAgain
        | FieldName::OtherRows => "Choose one of the values offered",
    }
}
