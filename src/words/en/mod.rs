//! English.
pub(super) mod findings;
pub(super) mod labels;
mod names;
mod phrases;
pub(super) mod problems;
pub(super) mod troubles;
mod vault;

use crate::request::csr::Verdict;

use self::phrases::{confirm_for, key_type_hint, key_type_name, names_counted, switch_to};
use super::{Text, Words};
use crate::billing::assumed::method::MethodKind;

#[allow(
    clippy::too_many_lines,
    clippy::match_same_arms,
    reason = "one exhaustive match is how a missing sentence does not compile"
)]
pub(super) fn text(text: Text) -> Words {
    let words: &'static str = match text {
        Text::PageTitle { step, operator, wrong } => {
            let error = if wrong { "Error: " } else { "" };
            let operator = if operator.is_empty() { String::new() } else { format!(" – {operator}") };
            return format!("{error}{step}{operator}").into();
        }
        Text::StepOf { number, count } => return format!("Step {number} of {count}").into(),
        Text::Steps => "Steps",
        Text::StepDone => " (done)",
        Text::Back => "Back",
        Text::Continue => "Continue",
        Text::Cancel => "Cancel",
        Text::Optional => "(optional)",
        Text::ThereIsAProblem => "There is a problem",
        Text::TryAgain => "Try again",
        Text::Loading => "Loading…",
        Text::OrderingAs(name) => return format!("Ordering as {name}").into(),
        Text::LogOut => "Log out",
        Text::LinkTerms => "Terms of service",
        Text::LinkPrivacy => "Privacy",
        Text::LinkSupport => "Support",
        Text::OpenPanel => "Open the customer area",
        Text::LinkPanel => "Customer area",
        Text::ForgetEverything => "Forget everything on this device",
        Text::ForgetAsk => {
            "What you entered, the private keys kept in this browser and your log-in are removed from this device. Files you downloaded stay."
        }
        Text::StartOver => "Start over",
        Text::StartOverAsk => {
            "What you entered and the copy of the private key in this browser are removed, and the order begins anew. Your log-in and files you downloaded stay."
        }
        Text::StorageOff => {
            "This browser stores nothing for this page. If you reload or close it, what you entered and your private key are lost: download the key before you go on."
        }
        Text::LeadPackage => "Prices are for the whole period. Discounts and tax are shown before you pay.",
        Text::PackageFrom(price) => return format!("from {price}").into(),
        Text::SetupFeeOnce(fee) => return format!("Setup fee {fee}, once").into(),
        Text::NamesIncluded { included, further: None } => return format!("{included} names included").into(),
        Text::NamesIncluded { included, further: Some(price) } => {
            return format!("{included} names included, each further name {price}").into();
        }
        Text::Months(1) => "1 month",
        Text::Months(months) => return format!("{months} months").into(),
        Text::PlanInCertificates { months, certificates } => {
            return format!("{months} months are issued as {certificates} certificates one after the other: no public certificate may live longer than 200 days, from 15 March 2027 no longer than 100.").into();
        }
        Text::LeadRequest => {
            "The certificate authority needs a request: a short text with your public key and the names of the certificate. It is not a secret."
        }
        Text::Generate => "Generate a CSR and private key",
        Text::GenerateHint => {
            "Both are made in this browser. The private key never leaves it; only the request is sent."
        }
        Text::Existing => "Enter an existing CSR",
        Text::ExistingHint => "You have made key and request elsewhere. Only the request is needed here.",
        Text::ChooseFile => "Choose the file with the request, or drop it here",
        Text::Signature(Verdict::Asked) => "Checking the signature of the request…",
        Text::Signature(Verdict::Good) => "The request is read, and its signature is verified.",
        Text::Signature(Verdict::Bad) => "The signature of the request does not verify.",
        Text::Signature(Verdict::Unknown) => {
            "The request is read. Its signature cannot be checked here; the certificate authority checks it."
        }
        Text::PartUnreadable => "Cannot be read",
        Text::PartSurname => "Surname",
        Text::PartGivenName => "Given name",
        Text::PartSerialNumber => "Serial number",
        Text::Cleaned(list) => return ["We cleaned: ", &list, "."].concat().into(),
        Text::FindingsCounted { errors, warnings, unjudged } => {
            return findings::counted(errors, warnings, unjudged).into();
        }
        Text::FindingNotes(count) => return ["Notes (", &count.to_string(), ")"].concat().into(),
        Text::FindingSource(source) => return ["Source: ", source].concat().into(),
        Text::DifferencesTitle => "The request and the order form say different things",
        Text::DifferencesLead => {
            "The certificate authority sees both, and may ask. If one of them is wrong, go back and change it."
        }
        Text::DifferencesWhat => "What",
        Text::InRequest => "Your request",
        Text::InForm => "Order form",
        Text::WhatIsARequest => "What is a certificate signing request?",
        Text::WhatIsARequestAnswer => {
            "It holds your public key, your organization and the domain names, signed with your private key to show that it is yours. The certificate authority turns it into the certificate. The private key itself is not in it."
        }
        Text::NoKeysHere => {
            "This browser cannot make keys on this page, nor check signatures: that takes a page with an https: address. You can enter a request that you made elsewhere."
        }
        Text::LeadSubject { latin: true } => {
            "These details go into the request. Write them as they are registered, in Latin letters."
        }
        Text::LeadSubject { latin: false } => "These details go into the request. Write them as they are registered.",
        Text::LeadMissing => {
            "Your request lacks these details, and the order form needs them. They go to the form, not into the request."
        }
        Text::NamesTitle => "Names of the certificate",
        Text::CompanyTitle => "Your organization",
        Text::KeyTypeName(key_type) => return key_type_name(key_type).into(),
        Text::KeyTypeHint(key_type) => key_type_hint(key_type),
        Text::CountryOption { code, name } => {
            return if name.is_empty() { code.into() } else { format!("{code} – {name}").into() };
        }
        Text::ChooseCountry => "Choose a country",
        Text::ChooseAddress => "Choose an address",
        Text::KeyWillBeReplaced => {
            "You already have a private key of another type. If you continue, a new one is made; the file you saved will not fit the new certificate."
        }
        Text::AlsoProtect(name) => return format!("Also protect {}", names::read_form(name)).into(),
        Text::NameIncluded => "Included in the price.",
        Text::NameCosts(price) => return format!("One further name: {price}.").into(),
        Text::NameCostsUnknown => "The price is shown on review.",
        Text::NamesCounted { included, entered, each } => return names_counted(included, entered, each).into(),
        Text::UseName(name) => return format!("Use {name}").into(),
        Text::UseText(text) => return format!("Use “{text}”").into(),
        Text::NameNote(note) => return names::note(note).into(),
        Text::BothForms(name) => return names::both_forms(&name).into(),
        Text::CountryRead { typed, code, name } => {
            return format!("{typed} is read as {code} ({name}).").into();
        }
        Text::CountriesByCode => "By code",
        Text::CountriesByName => "By name",
        Text::SwitchTo { package, difference, setup } => return switch_to(&package, difference, setup).into(),
        Text::LeadKey => {
            "Please save it in a safe place: your server needs it to use the certificate. If you lose it, the certificate has to be reissued. It was made in this browser and has not been sent anywhere."
        }
        Text::MakingKey(key_type) => return format!("Making your private key ({})…", key_type_name(key_type)).into(),
        Text::SigningRequest => "Signing the request…",
        Text::KeyFailed => {
            "The browser could not make the key or the request. Try again; if it fails again, try another browser."
        }
        Text::KeyReady(key_type) => return format!("Your private key is ready ({}).", key_type_name(key_type)).into(),
        Text::PrivateKey => "Private key",
        Text::RequestCsr => "Request (CSR)",
        Text::Show => "Show",
        Text::Hide => "Hide",
        Text::Copy => "Copy",
        Text::Copied => "Copied",
        Text::Download => "Download",
        Text::Downloaded => "Downloaded",
        Text::KeyHidden => "Hidden. Anyone who sees it can pretend to be your website.",
        Text::KeyShownNote => "It is hidden again after a minute.",
        Text::Fingerprint => "Fingerprint of the public key (SHA-256)",
        Text::FingerprintHint => {
            "Request, key and certificate that belong together have the same fingerprint. The names of the files begin with it."
        }
        Text::KeepSaving => "Saving it in this browser…",
        Text::KeepOff => "It is not saved in this browser. After a reload it is lost unless you downloaded it.",
        Text::KeyLoading => "Reading the private key from this browser…",
        Text::KeyInFileOnly => "The private key is not in this browser. You have it in the file.",
        Text::NewKey => "Make another key",
        Text::NewKeyNote => {
            "A new key replaces this one: the saved copy and the request go, and a file you downloaded will not fit the certificate."
        }
        Text::DownloadFirst => "Download the private key first.",
        Text::Vault(of) => return vault::text(of),
        Text::LeadLogIn => "From here on the order is put together with your account. What you have entered is kept.",
        Text::SessionEnded => "Your session has ended. Log in again to go on where you were.",
        Text::LogIn => "Log in",
        Text::LoggingIn => "Logging in…",
        Text::CreateAccount => "Create an account",
        Text::LeadCode => "Your account is protected by a second step. What you have entered is kept.",
        Text::UseOtherAccount => "Use another account",
        Text::LeadPanelLogIn => {
            "From here on the order is put together with your account. Log in to the customer area in this browser, then come back here. What you have entered is kept."
        }
        Text::HaveLoggedIn => "I have logged in",
        Text::CheckingSession => "Checking whether you are still logged in…",
        Text::MissingTitle => "A part of the form could not be loaded",
        Text::MissingNote => {
            "Check your connection, then try again; if that does not help, reload the page. Nothing has been sent, and what you have typed stays."
        }
        Text::ElsewhereTitle => "This order is open in another tab",
        Text::ElsewhereNote => {
            "So that neither tab writes over the other, it goes on in one at a time. Go to the other tab, or take the order over here as it was last saved."
        }
        Text::TakeOver => "Take over here",
        Text::LeadContacts => "The certificate authority may write to or call these people about the order.",
        Text::CallingCode { country, code } => return format!(" For {country}: +{code}.").into(),
        Text::AdminTitle => "Administrative contact",
        Text::TechTitle => "Technical support",
        Text::LeadQuestions => "The company needs these answers for your order. Some lead to further questions.",
        Text::Yes => "Yes",
        Text::No => "No",
        Text::ChooseAnswer => "Choose an answer",
        Text::LeadOrganization => {
            "The certificate authority checks the organization in public registers before it issues."
        }
        Text::AskingBilling => "Asking the billing system what it needs for this order…",
        Text::LeadValidation => {
            "The certificate authority sends a message to this address. Whoever opens the link in it confirms that the name is yours."
        }
        Text::LeadMethods => "The certificate authority checks that each name is yours before it issues. Choose how.",
        Text::MethodHint(MethodKind::Dns) => {
            "You add a record to the DNS of the domain. Its value is shown after the order. Works for every name."
        }
        Text::MethodHint(MethodKind::Email) => {
            "The certificate authority writes to an address at the domain, and you open its link."
        }
        Text::MethodHint(MethodKind::Http) => "You put a file on the web server of each name.",
        Text::MethodHint(MethodKind::Other) => "",
        Text::ConfirmFor(names) => return confirm_for(&names).into(),
        Text::AdminEverywhere => "Use admin@ everywhere",
        Text::AdminChosen => "An admin@ address is chosen for every name.",
        Text::BillingSays(said) => return format!("The billing system says: {said}").into(),
        Text::ReceiveMail => {
            "Do you receive mail at this address? If not, set the mailbox up first: without the answer no certificate is issued."
        }
        Text::EmailEnds => "Certificate authorities stop confirming by e-mail on 15 March 2028.",
        Text::LeadReview => "Check everything. Nothing is paid until you press the button below.",
        Text::PreparingOrder => "Putting the order into your cart and asking for its price…",
        Text::ReviewNames => "Names",
        Text::ReviewRequest => "Key and request",
        Text::Change => "Change",
        Text::ChangeWhat(what) => return format!(" {}", what.to_ascii_lowercase()).into(),
        Text::SameAsAdmin => "The same as the administrative contact",
        Text::NotProvided => "Not provided",
        Text::Price => "Price",
        Text::SetupFee => "Setup fee",
        Text::Cost => "Cost",
        Text::CostWithSetup => "Cost with setup fee",
        Text::Discount => "Discount",
        Text::Tax => "Tax",
        Text::Total => "Total",
        Text::DiscountBy(code) => return format!("Discount (promotion code {code})").into(),
        Text::CodeUnknown => "There is no such promotion code. Check its spelling, or order without it.",
        Text::CodeExpired => "The promotion code has expired. Enter another one, or order without it.",
        Text::CodeDoesNotFit(said) => {
            return format!("The promotion code is not for this package. The billing system says: {said}").into();
        }
        Text::CodeRefused(said) => return format!("The promotion code was not accepted: {said}").into(),
        Text::OtherRowsTitle => "Your cart holds more",
        Text::OtherRowsNote => "The button below orders the whole cart. The total includes:",
        Text::CurrentAccount => "Current account",
        Text::Balance(balance) => return format!("Balance {balance}").into(),
        Text::BalanceTooSmall { balance, missing } => {
            return format!("Your balance is {balance}: {missing} are missing.").into();
        }
        Text::NoBalanceMethod => "The billing system does not offer it for this order.",
        Text::AddToOrder => "Add to the order...",
        Text::AddToOrderHint => "It joins an order of yours that is not paid yet, and is paid together with it.",
        Text::ChooseOrder => "Choose an order",
        Text::NewAccount => "Add new account",
        Text::NewAccountHint => "A new bill you can pay now or later.",
        Text::AtLeast(least) => return format!("at least {least}").into(),
        Text::TermsNote => "By ordering you accept the terms of service.",
        Text::KeySafeTitle => "Is your private key safe?",
        Text::KeySafeNote => {
            "You can order once the private key is safe: as a file that you have, or in the vault of a browser that promises to keep it. A copy that is only remembered can be lost."
        }
        Text::KeyIsSafe => "You have the file with the private key.",
        Text::OrderAndPay(total) => return format!("Order and pay {total}").into(),
        Text::OrderFree => "Order",
        Text::OrderAtOnce => "Order and pay from the balance",
        Text::AtOnceNote => "The price is taken from your balance as soon as you press the button.",
        Text::OrderIntoCart => "Put into the cart",
        Text::IntoCartNote => {
            "The order goes into your cart in the customer area, where you pay it. Nothing is paid here."
        }
        Text::OrderAndAdd => "Order and add to the order",
        Text::OrderAndPayLater => "Order and pay later",
        Text::OrderAndGoToPayment => "Order and go on to the payment",
        Text::Paying => "Placing your order…",
        Text::DoNotClose => "Please keep this page open until the answer is here.",
        Text::UnclearTitle => "It is not clear yet whether your order went through",
        Text::UnclearLooking => "The answer of the billing system did not arrive. Looking into your account…",
        Text::UnclearWaiting => {
            "Your order is not in your account yet. This page looks again in a minute. It sends nothing twice."
        }
        Text::UnclearFailed => {
            "The billing system cannot be reached, so it is not known whether your order went through. Nothing is sent twice. Look again in a moment."
        }
        Text::UnclearSeveral => "More than one new certificate in your account could be this order. Which one is it?",
        Text::UnclearNotFound => {
            "Two looks a minute apart did not find the order in your account: it did not go through, and nothing was paid."
        }
        Text::UnclearGone => {
            "Two looks a minute apart did not find the order in your account, and it has left the cart. Look into the customer area before you order again: it may still be on its way."
        }
        Text::UnclearInCart => {
            "Two looks a minute apart did not find the order in your account. It may lie in the cart of the customer area: look there before you try again. Nothing was paid."
        }
        Text::UnclearConfirm => "Go back to the review",
        Text::ThisOne => "This one",
        Text::LookAgain => "Look again",
        Text::LeadDone => "Thank you. It is paid, and the certificate authority has been asked for your certificate.",
        Text::LeadDoneFree => {
            "Thank you. There is nothing to pay, and the certificate authority has been asked for your certificate."
        }
        Text::LeadDoneAdded => "Thank you. It is in the order below and not yet paid.",
        Text::TitleInCart => "Your order is in your cart",
        Text::LeadDoneInCart => "Thank you. It lies in your cart and is not ordered yet.",
        Text::LeadDoneUnpaid => "Thank you. It is ordered and not yet paid.",
        Text::PaymentTitle => "Payment",
        Text::PaidWithOrder => {
            "You pay it together with that order, in the customer area. Then the certificate authority is asked for your certificate."
        }
        Text::PayInCustomerArea => {
            "You find the order in the customer area and pay it there. Then the certificate authority is asked for your certificate."
        }
        Text::OrderInCart => {
            "Open your cart in the customer area, check the order and pay it there. Then the certificate authority is asked for your certificate."
        }
        Text::PayOnPage => {
            "You pay on the billing system’s own page. Then the certificate authority is asked for your certificate."
        }
        Text::PayLinkRefused => {
            "The billing system named a payment page that is not safe to open, so its link is not shown. You can pay the order in the customer area; please tell support."
        }
        Text::OpenPaymentPage => "Open the payment page",
        Text::OrderNumber => "Order",
        Text::CertificateNumber => "Certificate number",
        Text::PaymentNumber => "Payment",
        Text::WhatNext => "What happens next",
        Text::NextConfirm => "Open the message of the certificate authority and follow its link to confirm the name.",
        Text::NextRecord => {
            "Add the record below to the DNS of the domain, as the certificate authority asks. It looks for it from time to time."
        }
        Text::NextRecordLater => {
            "Add the DNS record that confirms the name. Its value is in the customer area, and here once the billing system tells it."
        }
        Text::NextFile => {
            "Put the file that confirms the name on your web server. What it holds is in the customer area."
        }
        Text::NextAsTold => "The certificate authority or the customer area tells you how to confirm the name.",
        Text::RecordTitle => "DNS record",
        Text::NextInstall => "When the certificate is issued, put it on your server together with your private key.",
        Text::StateTitle => "State of the certificate",
        Text::StateOrdered => "Ordered",
        Text::StateProcessing => "Being processed by the certificate authority",
        Text::StateIssued => "Issued",
        Text::StateFailed => "The certificate authority refused the order. Please ask support.",
        Text::StateUnknown(said) => return format!("The billing system says: {said}").into(),
        Text::StillWatching => "This page looks from time to time.",
        Text::WatchStopped => "This page stopped looking because nothing was done here for 15 minutes.",
        Text::WatchFailed => "The last look did not succeed. The order itself is safe.",
        Text::CheckNow => "Check now",
        Text::IssuedOurs => "Your certificate is issued, and it belongs to your private key.",
        Text::IssuedForeign => {
            "The certificate that was issued does not belong to your private key. Do not install it; please tell support."
        }
        Text::CertificateFile => "Certificate",
        Text::Receipt => "Receipt",
        Text::ReceiptNote => {
            "A JSON file with what you ordered, whether it is paid, and the request. The private key is not in it."
        }
        Text::KeyReminder => "The private key is not in the order and not in the receipt. Keep your file.",
        Text::OrderAnother => "Order another certificate",
        Text::YourOrder => "Your order",
        Text::TotalOnReview => "Before discount and tax",
        Text::Trust => {
            "The private key is made in this browser and stays here. Sent are: the request, your contacts, and your log-in."
        }
        Text::TrustExisting => {
            "Your private key is not needed here and is not asked for. Sent are: the request, your contacts, and your log-in."
        }
        Text::ConfigMissing => "config.json could not be loaded. It belongs beside index.html.",
        Text::ConfigTitle => "This order form is not set up correctly",
        Text::ConfigNote => {
            "For the operator of this site: there is a mistake in config.json. Customers, please come back later."
        }
    };
    words.into()
}
