//! English: what is wrong with a field, and what to do about it.
use crate::domain::problem::{NotRequest, Problem};
use crate::wizard::field::Field;
use crate::words::Words;

use super::labels::label;
use super::names::{hostname, not_latin, too_many};

pub(in crate::words) fn problem(field: Field, problem: &Problem) -> Words {
    match problem {
        // What the billing system asks has its own name.
        Problem::Answer(question, inner) => worded(question, field, inner),
        other => worded(label(field), field, other),
    }
}

fn worded(label: &str, field: Field, problem: &Problem) -> Words {
    match problem {
        Problem::Missing => missing(field),
        Problem::TooLong { limit, count } => {
            format!("{label}: use at most {limit} characters; this has {count}").into()
        }
        Problem::ControlCharacter => format!("{label}: remove line breaks and invisible characters").into(),
        Problem::Filler => format!("{label}: write it out, or check that this is the right package").into(),
        Problem::Markup => format!("{label}: remove the signs < and >").into(),
        Problem::Emoji => format!("{label}: remove the emoji").into(),
        Problem::Lookalike => {
            format!("{label}: a word mixes letters of two alphabets that look alike. Type it again").into()
        }
        Problem::NotLatin { letter, can_be_written: true } => not_latin(label, *letter).into(),
        Problem::NotLatin { letter, .. } => {
            format!("{label}: use Latin letters and digits. This form cannot write “{letter}” in them: enter the spelling that your register or passport has").into()
        }
        Problem::Country => "Choose a country from the list".into(),
        Problem::CountryNotOffered if field == Field::ExistingRequest => {
            "The billing system does not list the country of this request. Please ask support".into()
        }
        Problem::CountryNotOffered => {
            "The billing system does not list this country. Choose another one, or ask support".into()
        }
        Problem::Email => "Enter an e-mail address such as name@example.com".into(),
        Problem::Phone => "Enter a phone number with its country code, such as +7 495 000-00-00".into(),
        Problem::PhoneCode(code) => {
            let code = code.as_deref().unwrap_or("7");
            format!("Begin the phone number with + and its country code, such as +{code}").into()
        }
        Problem::Hostname(reason) => hostname(*reason).into(),
        Problem::TooManyNames { limit, entered, of_package } => too_many(field, *limit, *entered, *of_package).into(),
        Problem::Name(name, inner) => format!("“{name}”: {}", worded(label, field, inner)).into(),
        Problem::MoreNames(count) => format!("{count} more names are wrong").into(),
        Problem::WildcardNeeded => "This package is for names that begin with *. such as *.example.com".into(),
        Problem::WildcardNotSold => "This package is for one name without *. at its front".into(),
        Problem::FurtherNamesNotSold if field == Field::ExistingRequest => {
            "This package is for one name, and the request has several. Choose a multi-domain package, or make a request with one name".into()
        }
        Problem::FurtherNamesNotSold => {
            "This package is for one name. Remove the further names, or choose a multi-domain package".into()
        }
        Problem::NotOffered => not_offered(field).into(),
        Problem::NotRequest(what) => not_request(*what).into(),
        Problem::ShortPassphrase { least } => format!("{label}: use at least {least} characters").into(),
        Problem::WeakPassphrase => format!("{label}: that is easy to guess. Use several words that have nothing to do with each other").into(),
        Problem::WrongPassphrase => format!("{label}: that one does not open it. Try again; nothing is lost").into(),
        Problem::NoRoom => "This browser has no room for the key. Download it before you go on".into(),
        Problem::NotKept => "This browser could not keep the key. Download it before you go on".into(),
        Problem::BadSignature => {
            "The signature of this request does not fit its key: it was changed or damaged. Make a new request".into()
        }
        Problem::KeyTooShort(bits) => {
            format!("The RSA key of this request has {bits} bits, and authorities take none below 2048. Make a new key and request").into()
        }
        Problem::BadExponent => {
            "The RSA key of this request has a public exponent that authorities do not take. Make a new key and request".into()
        }
        Problem::KeyNotTaken(name) => {
            format!("Authorities do not take keys of the type {}. Make a request with an RSA, P-256 or P-384 key", name.to_ascii_uppercase()).into()
        }
        Problem::RequestName(name, reason) => {
            format!("The request names “{name}”, which no certificate can carry. {}. Then make a new request", hostname(*reason)).into()
        }
        Problem::Faults(1) => "No authority takes this request: see below why".into(),
        Problem::Faults(count) => format!("No authority takes this request, for {count} reasons: see below").into(),
        Problem::KeyNotSafe => "Download the private key and confirm that you have the file".into(),
        Problem::OrderAgainNotAgreed => "Look into the customer area, then confirm that it shall be ordered again".into(),
        Problem::OtherRowsNotAgreed => {
            "Confirm that you also pay for what else is in your cart, or remove it in the customer area".into()
        }
        Problem::Answer(_, inner) => worded(label, field, inner),
        Problem::Unanswered(question) => format!("Answer the question “{question}”").into(),
        Problem::Unticked(label) => format!("Tick “{label}” to go on").into(),
        Problem::PrivateKey => {
            "That is a private key. It was removed from this page and has not been sent or stored. No field here needs it".into()
        }
        Problem::WrongCode => "This code is wrong or too old. Enter the code that is shown now".into(),
        Problem::Billing(said) => format!("{label}: {said}").into(),
    }
}

fn missing(field: Field) -> Words {
    match field {
        Field::Package => "Choose a package".into(),
        Field::Period => "Choose a period".into(),
        Field::ExistingRequest => "Paste the request, or choose its file".into(),
        Field::Country | Field::Org(crate::wizard::field::OrgField::Country) => "Choose a country".into(),
        Field::Approver(_) => "Choose an address for the confirmation email".into(),
        Field::PayBy => "Choose how to pay".into(),
        Field::OpenOrder => "Choose one of your orders".into(),
        Field::PayMethod => "Choose a payment method".into(),
        Field::UserName => "Enter your user name".into(),
        Field::Password => "Enter your password".into(),
        Field::SubjectEmail => "Enter an e-mail address".into(),
        Field::Org(crate::wizard::field::OrgField::Postcode) => "Enter the ZIP code".into(),
        other => format!("Enter the {}", label(other).to_ascii_lowercase()).into(),
    }
}

fn not_offered(field: Field) -> &'static str {
    match field {
        Field::Package => "This package is no longer on sale. Choose another one",
        Field::Period => "Choose one of the periods of this package",
        Field::Approver(_) => "This address is not offered for the name. Choose another one",
        _ => "Choose one of the values offered",
    }
}

fn not_request(what: NotRequest) -> &'static str {
    match what {
        NotRequest::PrivateKey => {
            "That is a private key. It was removed from this page and has not been sent or stored; treat it as exposed only if you sent it elsewhere. Paste the request instead"
        }
        NotRequest::Certificate => "That is a certificate. Paste the request that it was made from, or make a new one",
        NotRequest::PublicKey => "That is a public key alone. Paste the request that was made with it",
        NotRequest::Broken => {
            "The request is not complete or is damaged. Copy all of it, from the line BEGIN to the line END"
        }
        NotRequest::Other => "That is no request. A request begins with -----BEGIN CERTIFICATE REQUEST-----",
        NotRequest::TooBig => "That is too long for a request. Choose the file with the request alone",
        NotRequest::Unreadable => "The browser could not read the file. Choose it again, or paste the request",
    }
}
