//! English: what is wrong with a field, and what to do about it.
use crate::words::problem::Wrong;

#[allow(
    clippy::too_many_lines,
    clippy::match_same_arms,
    reason = "one exhaustive match is how a missing sentence does not compile"
)]
pub(in crate::words) fn wrong(key: Wrong) -> &'static str {
    match key {
        // A text.
        Wrong::TooLong => "{0}: use at most {1, plural, one {# character} other {# characters}}; this has {2}",
        Wrong::ControlCharacter => "{0}: remove line breaks and invisible characters",
        Wrong::Filler => "{0}: write it out, or check that this is the right package",
        Wrong::Markup => "{0}: remove the signs < and >",
        Wrong::Emoji => "{0}: remove the emoji",
        Wrong::Lookalike => "{0}: a word mixes letters of two alphabets that look alike. Type it again",
        Wrong::NotLatinLetter => "{0}: use Latin letters and digits; “{1}” is a letter of another alphabet: {2}",
        Wrong::NotLatin => "{0}: use Latin letters and digits; “{1}” is not one",
        Wrong::NotLatinUnknown => {
            "{0}: use Latin letters and digits. This form cannot write “{1}” in them: enter the spelling that your register or passport has"
        }
        // Values of a kind.
        Wrong::Country => "Choose a country from the list",
        Wrong::CountryOfRequestNotOffered => {
            "The billing system does not list the country of this request. Please ask support"
        }
        Wrong::CountryNotOffered => "The billing system does not list this country. Choose another one, or ask support",
        Wrong::Email => "Enter an e-mail address such as name@example.com",
        Wrong::Phone => "Enter a phone number with its country code, such as +7 495 000-00-00",
        Wrong::PhoneCode => "Begin the phone number with + and its country code, such as +{0}",
        Wrong::PackageGone => "This package is no longer on sale. Choose another one",
        Wrong::PeriodGone => "Choose one of the periods of this package",
        Wrong::AddressGone => "This address is not offered for the name. Choose another one",
        Wrong::NotOffered => "Choose one of the values offered",
        // Names.
        Wrong::IsAddress => "Enter the name alone, without https://, path or port",
        Wrong::IsEmail => "Enter the domain name alone, not an e-mail address",
        Wrong::IsIp => "Enter a domain name; certificates for IP addresses are not sold here",
        Wrong::NoDot => "Enter the full name with its ending, such as example.com",
        Wrong::EmptyLabel => "Remove the extra dot from the name",
        Wrong::TrailingDot => "Remove the dot at the end of the name",
        Wrong::NameTooLong => "Shorten the name: at most 63 characters between two dots and 253 in all",
        Wrong::Underscore => "Remove the underscore: names in certificates have none",
        Wrong::NotAscii => "Enter the name in its ASCII form, which begins with xn--",
        Wrong::NotIdn => "No domain name is spelled like this. Check each letter, or enter the name in its own letters",
        Wrong::Unread => "The name is still being read. Press again in a moment",
        Wrong::BadCharacter => "Use letters, digits, hyphens and dots only",
        Wrong::Hyphen => "A part of the name has a hyphen where none is allowed",
        Wrong::Wildcard => "Put the asterisk alone in front, such as *.example.com",
        Wrong::PublicSuffix => {
            "Names with this ending belong to many owners, so no certificate covers them all. Enter a name of your own, such as *.example.com"
        }
        Wrong::NotPublic => "Enter a public name: this ending is reserved or internal",
        Wrong::Name => "“{0}”: {1}",
        Wrong::MoreNames => "{0, plural, one {# more name is wrong} other {# more names are wrong}}",
        Wrong::TooManyForPackage => {
            "This package takes at most {0, plural, one {# name} other {# names}}, the domain among them; you have {1}. Remove {2}"
        }
        Wrong::TooManyForRequest => {
            "A request holds at most {0, plural, one {# name} other {# names}} here, the domain among them; you have {1}. Remove {2}"
        }
        Wrong::RequestTooManyForPackage => {
            "This package takes at most {0, plural, one {# name} other {# names}}, the domain among them; the request has {1}. Make a request with fewer, or choose another package"
        }
        Wrong::RequestTooMany => {
            "A request holds at most {0, plural, one {# name} other {# names}} here, the domain among them; the request has {1}. Make a request with fewer, or choose another package"
        }
        Wrong::WildcardNeeded => "This package is for names that begin with *. such as *.example.com",
        Wrong::WildcardNotSold => "This package is for one name without *. at its front",
        Wrong::RequestFurtherNamesNotSold => {
            "This package is for one name, and the request has several. Choose a multi-domain package, or make a request with one name"
        }
        Wrong::FurtherNamesNotSold => {
            "This package is for one name. Remove the further names, or choose a multi-domain package"
        }
        // Requests.
        Wrong::RequestIsPrivateKey => {
            "That is a private key. It was removed from this page and has not been sent or stored; treat it as exposed only if you sent it elsewhere. Paste the request instead"
        }
        Wrong::RequestIsCertificate => {
            "That is a certificate. Paste the request that it was made from, or make a new one"
        }
        Wrong::RequestIsPublicKey => "That is a public key alone. Paste the request that was made with it",
        Wrong::RequestBroken => {
            "The request is not complete or is damaged. Copy all of it, from the line BEGIN to the line END"
        }
        Wrong::RequestOther => "That is no request. A request begins with -----BEGIN CERTIFICATE REQUEST-----",
        Wrong::RequestTooBig => "That is too long for a request. Choose the file with the request alone",
        Wrong::RequestUnreadable => "The browser could not read the file. Choose it again, or paste the request",
        Wrong::BadSignature => {
            "The signature of this request does not fit its key: it was changed or damaged. Make a new request"
        }
        Wrong::KeyTooShort => {
            "The RSA key of this request has {0, plural, one {# bit} other {# bits}}, and authorities take none below 2048. Make a new key and request"
        }
        Wrong::BadExponent => {
            "The RSA key of this request has a public exponent that authorities do not take. Make a new key and request"
        }
        Wrong::KeyNotTaken => {
            "Authorities do not take keys of the type {0}. Make a request with an RSA, P-256 or P-384 key"
        }
        Wrong::RequestName => "The request names “{0}”, which no certificate can carry. {1}. Then make a new request",
        Wrong::Faults => {
            "No authority takes this request{0, plural, one {: see below why} other {, for # reasons: see below}}"
        }
        // Passphrases and keys.
        Wrong::ShortPassphrase => "{0}: use at least {1, plural, one {# character} other {# characters}}",
        Wrong::WeakPassphrase => {
            "{0}: that is easy to guess. Use several words that have nothing to do with each other"
        }
        Wrong::WrongPassphrase => "{0}: that one does not open it. Try again; nothing is lost",
        Wrong::NoRoom => "This browser has no room for the key. Download it before you go on",
        Wrong::NotKept => "This browser could not keep the key. Download it before you go on",
        Wrong::KeyNotSafe => "Download the private key and confirm that you have the file",
        Wrong::PrivateKey => {
            "That is a private key. It was removed from this page and has not been sent or stored. No field here needs it"
        }
        // Orders and answers.
        Wrong::OrderAgainNotAgreed => "Look into the customer area, then confirm that it shall be ordered again",
        Wrong::OtherRowsNotAgreed => {
            "Confirm that you also pay for what else is in your cart, or remove it in the customer area"
        }
        Wrong::Unanswered => "Answer the question “{0}”",
        Wrong::Unticked => "Tick “{0}” to go on",
        Wrong::WrongCode => "This code is wrong or too old. Enter the code that is shown now",
        Wrong::Billing => "{0}: {1}",
    }
}
