//! English: what the linter says of a request; what a finding is about stands at `{0}`.
use crate::request::lint::Rule;

#[allow(clippy::too_many_lines, reason = "one exhaustive match is how a missing sentence does not compile")]
pub(in crate::words) fn sentence(rule: Rule) -> &'static str {
    match rule {
        Rule::SignatureBad => {
            "The signature does not fit the key: the request was changed or damaged. Make a new request."
        }
        Rule::SignatureOfOtherKey => {
            "The request says that it is signed with an algorithm that its key does not have. Make a new request."
        }
        Rule::SignatureMd5 => "The request is signed with MD5 or older, which anyone can forge. Make a new request.",
        Rule::SignatureSha1 => {
            "The request is signed with SHA-1, which many authorities refuse. Make a new request with SHA-256."
        }
        Rule::SignatureHashOfCurve => {
            "The hash of the signature has not the size of the curve. Authorities mostly take it; SHA-256 goes with P-256, SHA-384 with P-384."
        }
        Rule::SignatureUnchecked => "The signature could not be checked here. The certificate authority checks it.",
        Rule::RsaTooShort => "The RSA key has {0} bits, and authorities take none below 2048. Make a new key.",
        Rule::RsaNotBytes => "The RSA key has {0} bits, and authorities take only multiples of 8. Make a new key.",
        Rule::RsaUnusualSize => "The RSA key has {0} bits. Some authorities take only 2048, 3072 and 4096.",
        Rule::RsaTooBig => "The RSA key has {0} bits: too big to be judged here, and more than most servers can use.",
        Rule::RsaNotPositive => "The numbers of the RSA key are not written as positive ones. Make a new key.",
        Rule::RsaNoNull => "The RSA key has parameters where it may have none. Make a new request with another tool.",
        Rule::RsaEven => "The RSA key is an even number, which is no key. Make a new key.",
        Rule::RsaSmallFactor => {
            "The RSA key can be divided by {0}, so that anyone can compute the private key. Make a new key."
        }
        Rule::RsaPrimePower => {
            "The RSA key is a power of one number, so that anyone can compute the private key. Make a new key."
        }
        Rule::RsaRoca => {
            "The RSA key was made by a chip with a known fault (ROCA), and its private key can be computed. Make a new key elsewhere."
        }
        Rule::RsaFermat => {
            "The two primes of the RSA key are too close, so that anyone can compute the private key. Make a new key."
        }
        Rule::RsaExponentBad => "The public exponent of the RSA key is even or below 3. Make a new key.",
        Rule::RsaExponentRange => {
            "The public exponent of the RSA key is unusually small or large. Some authorities take only 65537."
        }
        Rule::RsaExponentUnusual => "The public exponent of the RSA key is not the usual 65537.",
        Rule::RsaDebian => {
            "Not checked against the list of weak keys that Debian made in 2006 to 2008. A key made since is not on it."
        }
        Rule::RsaPss => {
            "The key is for RSA-PSS alone, which no authority takes for websites. Make a plain RSA or a P-256 key."
        }
        Rule::EcP521 => {
            "Many certificate authorities do not take P-521 keys. RSA, P-256 and P-384 are taken everywhere."
        }
        Rule::EcCurve => "The key is on a curve that no authority takes ({0}). Make a P-256 or P-384 key.",
        Rule::EcExplicit => {
            "The key has its curve written out instead of named. Make a new request with a named curve."
        }
        Rule::EcCompressed => "The key is written in its short form, which some authorities cannot read.",
        Rule::EcPoint => "The key is not a point of its curve as it should be written. Make a new key.",
        Rule::KeyEdwards => {
            "Authorities do not take Ed25519 or Ed448 keys for websites. Make an RSA, P-256 or P-384 key."
        }
        Rule::KeyDsa => "Authorities do not take DSA keys. Make an RSA, P-256 or P-384 key.",
        Rule::KeyOther => {
            "The key is of a type that could not be judged here ({0}) and that no authority takes. Make an RSA, P-256 or P-384 key."
        }
        Rule::KeyUnreadable => "The key is damaged and could not be judged. Make a new request.",
        Rule::NamesNone => "The request has no name. The domain is asked for on the next page.",
        Rule::NamesMissing => {
            "The request has its name in the common name (CN) only. Authorities add it to the names themselves."
        }
        Rule::NamesEmpty => "The request has a list of names with nothing in it.",
        Rule::NamesMalformed => "The list of names is damaged. Make a new request.",
        Rule::NamesIp => "The request has the IP address {0}. It is not ordered.",
        Rule::NamesReservedIp => "The request has the IP address {0}, which is for private use. It is not ordered.",
        Rule::NamesEmail => {
            "The request has the e-mail address {0} among its names. Make a request with domain names alone."
        }
        Rule::NamesUri => "The request has the address {0} among its names. Make a request with domain names alone.",
        Rule::NamesOther => {
            "The request has something among its names that is neither a domain nor an IP address. Make a request with domain names alone."
        }
        Rule::NamesRepeated => "The name {0} is there twice. It is ordered once.",
        Rule::NamesTooMany => "The request has more than {0} names, and no more can be ordered at once.",
        Rule::NameBlank => "The request has an empty name. Make a new request without it.",
        Rule::NameAddress => "“{0}” is a web address. A certificate has the name alone: no https://, path or port.",
        Rule::NameIp => "“{0}” is an IP address written as a name. A certificate needs a domain name there.",
        Rule::NameInternal => {
            "“{0}” is an internal name without an ending such as .com. Public certificates have none."
        }
        Rule::NameReserved => "“{0}” has an ending that is reserved or internal. Public certificates have none such.",
        Rule::NameNumeric => "“{0}” ends in a number, which no public name does.",
        Rule::NameTrailingDot => "“{0}” ends in a dot. Make a request with the name without it.",
        Rule::NameEmptyLabel => "“{0}” has a dot too many.",
        Rule::NameLabelTooLong => "“{0}” has a part of more than 63 characters between two dots.",
        Rule::NameTooLong => "The name {0} is longer than 253 characters.",
        Rule::NameUnderscore => "“{0}” has an underscore. Names in certificates have none.",
        Rule::NameNotAscii => "“{0}” has letters outside ASCII. Make a request with its form that begins with xn--.",
        Rule::NameBadCharacter => "“{0}” has a character that no name has. Only letters, digits, hyphens and dots go.",
        Rule::NameHyphen => "“{0}” has a hyphen at the end or the beginning of a part.",
        Rule::NameReservedLabel => "“{0}” has two hyphens in third and fourth place, which only xn-- names have.",
        Rule::NameALabel => {
            "“{0}” has a part that begins with xn-- and stands for no letters. Check how it is written."
        }
        Rule::NameWildcard => {
            "“{0}” has an asterisk in the wrong place. It goes alone in front, such as *.example.com."
        }
        Rule::NameWildcardSuffix => {
            "“{0}” would be for all names below a public ending, which belong to many. Put your own name behind the asterisk."
        }
        Rule::NameSuffix => "“{0}” is a public ending below which anyone can register. Check that it is yours.",
        Rule::NameSuffixUnknown => "Whether “{0}” is for a public ending could not be checked here.",
        Rule::CommonNameNotAmong => {
            "The common name {0} is not among the other names. Authorities add it; it is ordered too."
        }
        Rule::CommonNameSeveral => {
            "The request has several common names. A certificate has one, and the first is ordered."
        }
        Rule::CommonNameTooLong => "The common name has more than 64 characters. Authorities leave it out.",
        Rule::CountryAlias => {
            "“{0}” is not the code of a country, though it is clear which is meant. The form takes the right one; the billing system may want it in the request."
        }
        Rule::CountryUnknown => {
            "“{0}” is not the code of a country (ISO 3166-1, two letters). The order form asks for it."
        }
        Rule::CountryCase => "The country code “{0}” is in small letters. The order has it in capitals.",
        Rule::CountryEncoding => "The country code is not written as PrintableString. Authorities write it anew.",
        Rule::SubjectUnit => {
            "The request has a company unit (OU: {0}). Authorities leave it out of certificates since 2022."
        }
        Rule::SubjectEmail => "The request has an e-mail address ({0}). Authorities leave it out of certificates.",
        Rule::SubjectFiller => {
            "{0} is only filled in with a sign such as - or . or with blanks. The order form asks for it."
        }
        Rule::SubjectPerson => {
            "The request names a person (GN or SN). Authorities leave it out of certificates for websites."
        }
        Rule::SubjectSerial => "The request has a serial number in its subject. Authorities fill in their own.",
        Rule::SubjectUnknown => "The subject has the part {0}, which authorities leave out.",
        Rule::SubjectOldEncoding => {
            "{0} is in an encoding of old (Teletex, BMP or Universal). Authorities write it anew."
        }
        Rule::SubjectEncoding => "{0} is in an encoding that is not for it. Authorities write it anew.",
        Rule::SubjectNotText => "{0} is not text in the encoding that it says. Make a new request.",
        Rule::SubjectUnreadable => "{0} has characters that cannot be shown safely. The order form asks for it.",
        Rule::SubjectPrintable => {
            "{0} is written as PrintableString and has characters that PrintableString does not have. Some authorities refuse it."
        }
        Rule::SubjectOrder => {
            "The parts of the subject are not in the order of certificates. Authorities put them right."
        }
        Rule::SubjectSeveralInOne => "Several parts of the subject are tied into one. Authorities take them apart.",
        Rule::SubjectRepeated => "{0} is there twice. Authorities take one of them, or ask.",
        Rule::SubjectTooLong => "{0} is longer than certificates have room for.",
        Rule::SubjectBeyondDomain => {
            "This package checks the domain alone: of the subject, only the name (and the country) gets into the certificate."
        }
        Rule::Version => "The request has a version that does not exist. Some authorities refuse it.",
        Rule::NoAttributes => {
            "The request lacks the field for attributes, even an empty one. Some authorities refuse it."
        }
        Rule::NotDer => "The request is not written in the strict form (DER). Some authorities refuse it.",
        Rule::ChallengePassword => {
            "The request has a challenge password, which anyone who sees the request can read. Authorities ignore it."
        }
        Rule::UnstructuredName => "The request has an “unstructured name”. Authorities ignore it.",
        Rule::AttributeMicrosoft => {
            "The request tells about the Windows machine it was made on. Authorities ignore that."
        }
        Rule::AttributeUnknown => "The request has the attribute {0}, which is not known here. Authorities ignore it.",
        Rule::AttributeMalformed => "The attribute {0} of the request has no value. Some authorities refuse it.",
        Rule::ExtensionRequests => {
            "The request asks for extensions in several places. Authorities may read only one of them."
        }
        Rule::ExtensionMalformed => {
            "An extension that the request asks for is damaged ({0}). Some authorities refuse it."
        }
        Rule::ExtensionRepeated => "The request asks for the extension {0} twice. Some authorities refuse it.",
        Rule::ExtensionCa => {
            "The request asks for a certificate that may issue others. Authorities ignore that or refuse it."
        }
        Rule::ExtensionKeyUsage => {
            "The key usage that the request asks for is not that of a website's key. Authorities ignore it."
        }
        Rule::ExtensionNoServerAuth => {
            "The uses that the request asks for lack that of a website (serverAuth). Authorities ignore it or refuse it."
        }
        Rule::ExtensionClientAuth => {
            "The request asks for use by clients (clientAuth). Public certificates no longer have it since June 2026."
        }
        Rule::ExtensionOtherUse => "The request asks for the use {0}, which public certificates do not have.",
        Rule::ExtensionUnknown => "The request asks for the extension {0}, which authorities ignore.",
        Rule::PackageWildcard => "The package is for names that begin with *. and the request has {0}.",
        Rule::PackageNoWildcard => "The package is for one name without *. at its front, and the request has {0}.",
        Rule::PackageNames => {
            "The package is for one name, and the request has {0}. The billing system may refuse the others."
        }
    }
}
