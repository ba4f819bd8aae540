//! English: the frame and the pages.
use crate::words::say::Say;

#[allow(
    clippy::too_many_lines,
    clippy::match_same_arms,
    reason = "one exhaustive match is how a missing sentence does not compile"
)]
pub(in crate::words) fn say(key: Say) -> &'static str {
    match key {
        // The frame.
        Say::Steps => "Steps",
        Say::StepDone => "(done)",
        Say::Back => "Back",
        Say::Continue => "Continue",
        Say::Cancel => "Cancel",
        Say::Optional => "(optional)",
        Say::ThereIsAProblem => "There is a problem",
        Say::TryAgain => "Try again",
        Say::Loading => "Loading…",
        Say::LogOut => "Log out",
        Say::LinkTerms => "Terms of service",
        Say::LinkPrivacy => "Privacy",
        Say::LinkSupport => "Support",
        Say::LinkPanel => "Customer area",
        Say::OpenPanel => "Open the customer area",
        Say::ForgetEverything => "Forget everything on this device",
        Say::ForgetAsk => {
            "What you entered, the private keys kept in this browser and your log-in are removed from this device. Files you downloaded stay."
        }
        Say::StartOver => "Start over",
        Say::StartOverAsk => {
            "What you entered and the copy of the private key in this browser are removed, and the order begins anew. Your log-in and files you downloaded stay."
        }
        Say::StorageOff => {
            "This browser stores nothing for this page. If you reload or close it, what you entered and your private key are lost: download the key before you go on."
        }
        // Packages.
        Say::LeadPackage => "Prices are for the whole period. Discounts and tax are shown before you pay.",
        // Request.
        Say::LeadRequest => {
            "The certificate authority needs a request: a short text with your public key and the names of the certificate. It is not a secret."
        }
        Say::Generate => "Generate a CSR and private key",
        Say::GenerateHint => {
            "Both are made in this browser. The private key never leaves it; only the request is sent."
        }
        Say::Existing => "Enter an existing CSR",
        Say::ExistingHint => "You have made key and request elsewhere. Only the request is needed here.",
        Say::ChooseFile => "Choose the file with the request, or drop it here",
        Say::PartUnreadable => "Cannot be read",
        Say::PartSurname => "Surname",
        Say::PartGivenName => "Given name",
        Say::PartSerialNumber => "Serial number",
        // What request and form say differently.
        Say::DifferencesTitle => "The request and the order form say different things",
        Say::DifferencesLead => {
            "The certificate authority sees both, and may ask. If one of them is wrong, go back and change it."
        }
        Say::DifferencesWhat => "What",
        Say::InRequest => "Your request",
        Say::InForm => "Order form",
        Say::WhatIsARequest => "What is a certificate signing request?",
        Say::WhatIsARequestAnswer => {
            "It holds your public key, your organization and the domain names, signed with your private key to show that it is yours. The certificate authority turns it into the certificate. The private key itself is not in it."
        }
        Say::NoKeysHere => {
            "This browser cannot make keys on this page, nor check signatures: that takes a page with an https: address. You can enter a request that you made elsewhere."
        }
        // Subject.
        Say::LeadMissing => {
            "Your request lacks these details, and the order form needs them. They go to the form, not into the request."
        }
        Say::NamesTitle => "Names of the certificate",
        Say::CompanyTitle => "Your organization",
        Say::ChooseCountry => "Choose a country",
        Say::ChooseAddress => "Choose an address",
        Say::KeyWillBeReplaced => {
            "You already have a private key of another type. If you continue, a new one is made; the file you saved will not fit the new certificate."
        }
        Say::NameIncluded => "Included in the price.",
        Say::NameCostsUnknown => "The price is shown on review.",
        Say::CountriesByCode => "By code",
        Say::CountriesByName => "By name",
        // Key.
        Say::LeadKey => {
            "Please save it in a safe place: your server needs it to use the certificate. If you lose it, the certificate has to be reissued. It was made in this browser and has not been sent anywhere."
        }
        Say::SigningRequest => "Signing the request…",
        Say::KeyFailed => {
            "The browser could not make the key or the request. Try again; if it fails again, try another browser."
        }
        Say::PrivateKey => "Private key",
        Say::RequestCsr => "Request (CSR)",
        Say::Show => "Show",
        Say::Hide => "Hide",
        Say::Copy => "Copy",
        Say::Copied => "Copied",
        Say::Download => "Download",
        Say::Downloaded => "Downloaded",
        Say::KeyHidden => "Hidden. Anyone who sees it can pretend to be your website.",
        Say::KeyShownNote => "It is hidden again after a minute.",
        Say::Fingerprint => "Fingerprint of the public key (SHA-256)",
        Say::FingerprintHint => {
            "Request, key and certificate that belong together have the same fingerprint. The names of the files begin with it."
        }
        Say::KeepSaving => "Saving it in this browser…",
        Say::KeepOff => "It is not saved in this browser. After a reload it is lost unless you downloaded it.",
        Say::KeyLoading => "Reading the private key from this browser…",
        Say::KeyInFileOnly => "The private key is not in this browser. You have it in the file.",
        Say::NewKey => "Make another key",
        Say::NewKeyNote => {
            "A new key replaces this one: the saved copy and the request go, and a file you downloaded will not fit the certificate."
        }
        Say::DownloadFirst => "Download the private key first.",
        // Log-in.
        Say::LeadLogIn => "From here on the order is put together with your account. What you have entered is kept.",
        Say::SessionEnded => "Your session has ended. Log in again to go on where you were.",
        Say::LogIn => "Log in",
        Say::LoggingIn => "Logging in…",
        Say::CreateAccount => "Create an account",
        Say::LeadCode => "Your account is protected by a second step. What you have entered is kept.",
        Say::UseOtherAccount => "Use another account",
        Say::LeadPanelLogIn => {
            "From here on the order is put together with your account. Log in to the customer area in this browser, then come back here. What you have entered is kept."
        }
        Say::HaveLoggedIn => "I have logged in",
        Say::CheckingSession => "Checking whether you are still logged in…",
        // What comes after the first page could not be loaded.
        Say::MissingTitle => "A part of the form could not be loaded",
        Say::MissingNote => {
            "Check your connection, then try again; if that does not help, reload the page. Nothing has been sent, and what you have typed stays."
        }
        // Another tab.
        Say::ElsewhereTitle => "This order is open in another tab",
        Say::ElsewhereNote => {
            "So that neither tab writes over the other, it goes on in one at a time. Go to the other tab, or take the order over here as it was last saved."
        }
        Say::TakeOver => "Take over here",
        // Contacts, organization, validation.
        Say::LeadContacts => "The certificate authority may write to or call these people about the order.",
        Say::AdminTitle => "Administrative contact",
        Say::TechTitle => "Technical support",
        Say::LeadQuestions => "The company needs these answers for your order. Some lead to further questions.",
        Say::Yes => "Yes",
        Say::No => "No",
        Say::ChooseAnswer => "Choose an answer",
        Say::LeadOrganization => {
            "The certificate authority checks the organization in public registers before it issues."
        }
        Say::AskingBilling => "Asking the billing system what it needs for this order…",
        Say::LeadValidation => {
            "The certificate authority sends a message to this address. Whoever opens the link in it confirms that the name is yours."
        }
        Say::LeadMethods => "The certificate authority checks that each name is yours before it issues. Choose how.",
        Say::AdminEverywhere => "Use admin@ everywhere",
        Say::AdminChosen => "An admin@ address is chosen for every name.",
        Say::ReceiveMail => {
            "Do you receive mail at this address? If not, set the mailbox up first: without the answer no certificate is issued."
        }
        Say::EmailEnds => "Certificate authorities stop confirming by e-mail on 15 March 2028.",
        // Review.
        Say::LeadReview => "Check everything. Nothing is paid until you press the button below.",
        Say::PreparingOrder => "Putting the order into your cart and asking for its price…",
        Say::ReviewNames => "Names",
        Say::ReviewRequest => "Key and request",
        Say::Change => "Change",
        Say::SameAsAdmin => "The same as the administrative contact",
        Say::NotProvided => "Not provided",
        Say::Price => "Price",
        Say::SetupFee => "Setup fee",
        Say::Cost => "Cost",
        Say::CostWithSetup => "Cost with setup fee",
        Say::Discount => "Discount",
        Say::Tax => "Tax",
        Say::Total => "Total",
        Say::CodeUnknown => "There is no such promotion code. Check its spelling, or order without it.",
        Say::CodeExpired => "The promotion code has expired. Enter another one, or order without it.",
        Say::OtherRowsTitle => "Your cart holds more",
        Say::OtherRowsNote => "The button below orders the whole cart. The total includes:",
        Say::CurrentAccount => "Current account",
        Say::NoBalanceMethod => "The billing system does not offer it for this order.",
        Say::AddToOrder => "Add to the order...",
        Say::AddToOrderHint => "It joins an order of yours that is not paid yet, and is paid together with it.",
        Say::ChooseOrder => "Choose an order",
        Say::NewAccount => "Add new account",
        Say::NewAccountHint => "A new bill you can pay now or later.",
        Say::TermsNote => "By ordering you accept the terms of service.",
        Say::KeySafeTitle => "Is your private key safe?",
        Say::KeySafeNote => {
            "You can order once the private key is safe: as a file that you have, or in the vault of a browser that promises to keep it. A copy that is only remembered can be lost."
        }
        Say::KeyIsSafe => "You have the file with the private key.",
        Say::OrderFree => "Order",
        Say::OrderAtOnce => "Order and pay from the balance",
        Say::AtOnceNote => "The price is taken from your balance as soon as you press the button.",
        Say::OrderIntoCart => "Put into the cart",
        Say::IntoCartNote => {
            "The order goes into your cart in the customer area, where you pay it. Nothing is paid here."
        }
        Say::OrderAndAdd => "Order and add to the order",
        Say::OrderAndPayLater => "Order and pay later",
        Say::OrderAndGoToPayment => "Order and go on to the payment",
        Say::Paying => "Placing your order…",
        Say::DoNotClose => "Please keep this page open until the answer is here.",
        // After an unclear end.
        Say::UnclearTitle => "It is not clear yet whether your order went through",
        Say::UnclearLooking => "The answer of the billing system did not arrive. Looking into your account…",
        Say::UnclearWaiting => {
            "Your order is not in your account yet. This page looks again in a minute. It sends nothing twice."
        }
        Say::UnclearFailed => {
            "The billing system cannot be reached, so it is not known whether your order went through. Nothing is sent twice. Look again in a moment."
        }
        Say::UnclearSeveral => "More than one new certificate in your account could be this order. Which one is it?",
        Say::UnclearNotFound => {
            "Two looks a minute apart did not find the order in your account: it did not go through, and nothing was paid."
        }
        Say::UnclearInCart => {
            "Two looks a minute apart did not find the order in your account. It may lie in the cart of the customer area: look there before you try again. Nothing was paid."
        }
        Say::UnclearGone => {
            "Two looks a minute apart did not find the order in your account, and it has left the cart. Look into the customer area before you order again: it may still be on its way."
        }
        Say::UnclearConfirm => "Go back to the review",
        Say::ThisOne => "This one",
        Say::LookAgain => "Look again",
        // Done.
        Say::LeadDone => "Thank you. It is paid, and the certificate authority has been asked for your certificate.",
        Say::LeadDoneFree => {
            "Thank you. There is nothing to pay, and the certificate authority has been asked for your certificate."
        }
        Say::LeadDoneAdded => "Thank you. It is in the order below and not yet paid.",
        Say::TitleInCart => "Your order is in your cart",
        Say::LeadDoneInCart => "Thank you. It lies in your cart and is not ordered yet.",
        Say::LeadDoneUnpaid => "Thank you. It is ordered and not yet paid.",
        Say::PaymentTitle => "Payment",
        Say::PaidWithOrder => {
            "You pay it together with that order, in the customer area. Then the certificate authority is asked for your certificate."
        }
        Say::PayInCustomerArea => {
            "You find the order in the customer area and pay it there. Then the certificate authority is asked for your certificate."
        }
        Say::OrderInCart => {
            "Open your cart in the customer area, check the order and pay it there. Then the certificate authority is asked for your certificate."
        }
        Say::PayOnPage => {
            "You pay on the billing system’s own page. Then the certificate authority is asked for your certificate."
        }
        Say::PayLinkRefused => {
            "The billing system named a payment page that is not safe to open, so its link is not shown. You can pay the order in the customer area; please tell support."
        }
        Say::OpenPaymentPage => "Open the payment page",
        Say::OrderNumber => "Order",
        Say::CertificateNumber => "Certificate number",
        Say::PaymentNumber => "Payment",
        Say::WhatNext => "What happens next",
        Say::NextConfirm => "Open the message of the certificate authority and follow its link to confirm the name.",
        Say::NextRecord => {
            "Add the record below to the DNS of the domain, as the certificate authority asks. It looks for it from time to time."
        }
        Say::NextRecordLater => {
            "Add the DNS record that confirms the name. Its value is in the customer area, and here once the billing system tells it."
        }
        Say::NextFile => {
            "Put the file that confirms the name on your web server. What it holds is in the customer area."
        }
        Say::NextAsTold => "The certificate authority or the customer area tells you how to confirm the name.",
        Say::RecordTitle => "DNS record",
        Say::NextInstall => "When the certificate is issued, put it on your server together with your private key.",
        Say::StateTitle => "State of the certificate",
        Say::StateOrdered => "Ordered",
        Say::StateProcessing => "Being processed by the certificate authority",
        Say::StateIssued => "Issued",
        Say::StateFailed => "The certificate authority refused the order. Please ask support.",
        Say::StillWatching => "This page looks from time to time.",
        Say::WatchStopped => "This page stopped looking because nothing was done here for 15 minutes.",
        Say::WatchFailed => "The last look did not succeed. The order itself is safe.",
        Say::CheckNow => "Check now",
        Say::IssuedOurs => "Your certificate is issued, and it belongs to your private key.",
        Say::IssuedForeign => {
            "The certificate that was issued does not belong to your private key. Do not install it; please tell support."
        }
        Say::CertificateFile => "Certificate",
        Say::Receipt => "Receipt",
        Say::ReceiptNote => {
            "A JSON file with what you ordered, whether it is paid, and the request. The private key is not in it."
        }
        Say::KeyReminder => "The private key is not in the order and not in the receipt. Keep your file.",
        Say::OrderAnother => "Order another certificate",
        // The card.
        Say::YourOrder => "Your order",
        Say::TotalOnReview => "Before discount and tax",
        Say::Trust => {
            "The private key is made in this browser and stays here. Sent are: the request, your contacts, and your log-in."
        }
        Say::TrustExisting => {
            "Your private key is not needed here and is not asked for. Sent are: the request, your contacts, and your log-in."
        }
        // A wrong config.json.
        Say::ConfigTitle => "This order form is not set up correctly",
        Say::ConfigNote => {
            "For the operator of this site: there is a mistake in config.json. Customers, please come back later."
        }
        Say::ConfigMissing => "config.json could not be loaded. It belongs beside index.html.",
        // What is filled in.
        Say::TitleWrong => "Error: {0}",
        Say::TitleOf => "{0} – {1}",
        Say::StepOf => "Step {0} of {1}",
        Say::OrderingAs => "Ordering as {0}",
        Say::PackageFrom => "from {0}",
        Say::SetupFeeOnce => "Setup fee {0}, once",
        Say::NamesIncluded => "{0, plural, one {# name included} other {# names included}}",
        Say::NamesIncludedFurther => {
            "{0, plural, one {# name included} other {# names included}}, each further name {1}"
        }
        Say::Months => "{0, plural, one {# month} other {# months}}",
        Say::PlanInCertificates => {
            "{0, plural, one {# month is} other {# months are}} issued as {1, plural, one {# certificate} other {# certificates one after the other}}: no public certificate may live longer than 200 days, from 15 March 2027 no longer than 100."
        }
        Say::Cleaned => "We cleaned: {0}.",
        Say::FindingsNone => "No errors and no warnings.",
        Say::FindingsErrors => "{0, plural, one {# error.} other {# errors.}}",
        Say::FindingsWarnings => "{0, plural, one {# warning.} other {# warnings.}}",
        Say::FindingsBoth => {
            "{0, plural, one {# error} other {# errors}} and {1, plural, one {# warning} other {# warnings}}."
        }
        Say::FindingsUnjudged => "{0, plural, one {# thing} other {# things}} could not be judged here.",
        Say::FindingNotes => "Notes ({0})",
        Say::FindingSource => "Source: {0}",
        Say::AlsoProtect => "Also protect {0}",
        Say::NameCosts => "One further name: {0}.",
        Say::NamesAllIncluded => "{0, plural, one {# name included} other {# names included}}, you have {1}.",
        Say::NamesOver => {
            "{0, plural, one {# name included} other {# names included}}, you have {1}: {2, plural, one {# further name} other {# further names}}, priced on review."
        }
        Say::NamesOverAt => {
            "{0, plural, one {# name included} other {# names included}}, you have {1}: {2, plural, one {# further name at {3}} other {# further names at {3} each}}."
        }
        Say::UseName => "Use {0}",
        Say::UseText => "Use “{0}”",
        Say::CountryRead => "{0} is read as {1} ({2}).",
        Say::SwitchTo => "Switch to {0}",
        Say::SwitchToFor => "Switch to {0} ({1})",
        Say::SwitchToSetup => "Switch to {0} (setup fee {1})",
        Say::SwitchToForSetup => "Switch to {0} ({1}, setup fee {2})",
        Say::MakingKey => "Making your private key ({0})…",
        Say::KeyReady => "Your private key is ready ({0}).",
        Say::CallingCode => "For {0}: +{1}.",
        Say::ConfirmFor => "Confirmation email for {0}",
        Say::ConfirmForMore => "Confirmation email for {0} and {1, plural, one {# more} other {# more}}",
        Say::BillingSays => "The billing system says: {0}",
        Say::DiscountBy => "Discount (promotion code {0})",
        Say::CodeDoesNotFit => "The promotion code is not for this package. The billing system says: {0}",
        Say::CodeRefused => "The promotion code was not accepted: {0}",
        Say::Balance => "Balance {0}",
        Say::BalanceTooSmall => "Your balance is {0}: {1} are missing.",
        Say::AtLeast => "at least {0}",
        Say::OrderAndPay => "Order and pay {0}",
        // Chosen by what is told.
        Say::SignatureAsked => "Checking the signature of the request…",
        Say::SignatureGood => "The request is read, and its signature is verified.",
        Say::SignatureBad => "The signature of the request does not verify.",
        Say::SignatureUnknown => {
            "The request is read. Its signature cannot be checked here; the certificate authority checks it."
        }
        Say::LeadSubjectLatin => {
            "These details go into the request. Write them as they are registered, in Latin letters."
        }
        Say::LeadSubject => "These details go into the request. Write them as they are registered.",
        Say::HintRsa2048 => "Works everywhere.",
        Say::HintRsa3072 => "Stronger than RSA 2048, slower.",
        Say::HintRsa4096 => "The strongest RSA; slow to make and to use.",
        Say::HintP256 => "Smaller, modern; some resellers refuse it.",
        Say::HintP384 => "As P-256, with a larger curve.",
        Say::MethodDns => {
            "You add a record to the DNS of the domain. Its value is shown after the order. Works for every name."
        }
        Say::MethodEmail => "The certificate authority writes to an address at the domain, and you open its link.",
        Say::MethodHttp => "You put a file on the web server of each name.",
    }
}
