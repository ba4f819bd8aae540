//! The rules: what each is called, how bad it is, and where it is written.
//!
//! Names are for good: they stand in the page, in what `inspect` prints, and in what people search for. An error is what public
//! authorities must refuse; a warning is what many refuse, drop or ask about; a note is good to know.
//! "BR" are the CA/Browser Forum's Baseline Requirements for TLS, version 2.2.6.

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Public authorities must refuse it.
    Error,
    /// Many authorities refuse it, drop it or ask about it.
    Warning,
    /// Good to know.
    Note,
}

impl Severity {
    /// As it is written for machines.
    pub fn id(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// What can be done about a finding by one press.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fix {
    /// Make key and request here instead.
    NewKey,
    /// Use the country's right code in the order.
    Country,
    /// Choose another package.
    Package,
    /// Leave it: authorities ignore it.
    Ignored,
    /// Leave it as it is.
    Leave,
}

macro_rules! rules {
    ($($name:ident $severity:ident $id:literal $source:literal)*) => {
        /// A rule that a request can break.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the sentence of each is its documentation: `words/en/findings.rs`")]
        pub enum Rule { $($name,)* }

        impl Rule {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];
            /// A line for each: one text weighs less than a table of many.
            const LINES: &'static str = concat!($(stringify!($severity), "|", $id, "|", $source, "\n",)*);
        }
    };
}

rules! {
    SignatureBad Error "signature.bad" "RFC 2986 section 3"
    SignatureOfOtherKey Error "signature.algorithm_not_of_key" "RFC 2986 section 4.2"
    SignatureMd5 Warning "signature.md5" "RFC 6151"
    SignatureSha1 Warning "signature.sha1" "RFC 6194"
    SignatureHashOfCurve Note "signature.hash_not_of_curve" "BR 7.1.3.2.2"
    SignatureUnchecked Note "signature.not_checked" "RFC 2986 section 3"
    RsaTooShort Error "key.rsa.modulus_too_short" "BR 6.1.5"
    RsaNotBytes Error "key.rsa.modulus_not_whole_bytes" "BR 6.1.5"
    RsaUnusualSize Warning "key.rsa.modulus_unusual_size" "practice of authorities"
    RsaTooBig Warning "key.rsa.modulus_too_big" "practice of authorities"
    RsaNotPositive Error "key.rsa.not_positive" "RFC 8017 section A.1.1"
    RsaNoNull Error "key.rsa.parameters_not_null" "BR 7.1.3.1.1"
    RsaEven Error "key.rsa.modulus_even" "BR 6.1.6"
    RsaSmallFactor Error "key.rsa.small_factor" "BR 6.1.6"
    RsaPrimePower Error "key.rsa.prime_power" "BR 6.1.6"
    RsaRoca Error "key.rsa.roca" "BR 6.1.1.3"
    RsaFermat Error "key.rsa.fermat" "BR 6.1.1.3"
    RsaExponentBad Error "key.rsa.exponent_even_or_below_3" "BR 6.1.6"
    RsaExponentRange Warning "key.rsa.exponent_out_of_range" "BR 6.1.6"
    RsaExponentUnusual Note "key.rsa.exponent_unusual" "practice of authorities"
    RsaDebian Note "key.rsa.debian_not_checked" "BR 6.1.1.3"
    RsaPss Error "key.rsa_pss" "BR 7.1.3.1.1"
    EcP521 Warning "key.ec.p521" "practice of authorities"
    EcCurve Error "key.ec.curve" "BR 6.1.5"
    EcExplicit Error "key.ec.curve_written_out" "RFC 5480 section 2.1.1"
    EcCompressed Warning "key.ec.point_compressed" "RFC 5480 section 2.2"
    EcPoint Error "key.ec.point_malformed" "RFC 5480 section 2.2"
    KeyEdwards Error "key.edwards" "BR 6.1.5"
    KeyDsa Error "key.dsa" "BR 6.1.5"
    KeyOther Error "key.other" "BR 6.1.5"
    KeyUnreadable Error "key.unreadable" "RFC 5280 section 4.1.2.7"
    NamesNone Warning "names.none" "BR 7.1.2.7.12"
    NamesMissing Note "names.san_missing" "BR 7.1.2.7.12"
    NamesEmpty Warning "names.san_empty" "RFC 5280 section 4.2.1.6"
    NamesMalformed Error "names.san_malformed" "RFC 5280 section 4.2.1.6"
    NamesIp Warning "names.ip_address" "BR 7.1.2.7.12"
    NamesReservedIp Warning "names.ip_address_reserved" "BR 7.1.2.7.12"
    NamesEmail Error "names.email_address" "BR 7.1.2.7.12"
    NamesUri Error "names.uri" "BR 7.1.2.7.12"
    NamesOther Error "names.other_kind" "BR 7.1.2.7.12"
    NamesRepeated Note "names.repeated" "BR 7.1.2.7.12"
    NamesTooMany Error "names.too_many" "this order form"
    NameBlank Error "name.blank" "BR 7.1.2.7.12"
    NameAddress Error "name.address" "BR 7.1.2.7.12"
    NameIp Error "name.ip_address" "BR 7.1.2.7.12"
    NameInternal Error "name.internal" "BR 7.1.2.7.12"
    NameReserved Error "name.reserved" "BR 7.1.2.7.12"
    NameNumeric Error "name.last_label_numeric" "RFC 3696 section 2"
    NameTrailingDot Error "name.trailing_dot" "BR 7.1.2.7.12"
    NameEmptyLabel Error "name.empty_label" "RFC 1034 section 3.5"
    NameLabelTooLong Error "name.label_too_long" "RFC 1035 section 2.3.4"
    NameTooLong Error "name.too_long" "RFC 1035 section 2.3.4"
    NameUnderscore Error "name.underscore" "BR 7.1.2.7.12"
    NameNotAscii Error "name.not_ascii" "BR 7.1.2.7.12"
    NameBadCharacter Error "name.bad_character" "BR 7.1.2.7.12"
    NameHyphen Error "name.hyphen_at_end" "RFC 1123 section 2.1"
    NameReservedLabel Error "name.hyphens_in_third_place" "RFC 5891 section 4.2.3.1"
    NameALabel Error "name.a_label_invalid" "RFC 5890 section 2.3.2.1"
    NameWildcard Error "name.wildcard_not_in_front" "BR 1.6.1"
    NameWildcardSuffix Error "name.wildcard_on_public_suffix" "BR 3.2.2.6"
    NameSuffix Warning "name.public_suffix" "BR 3.2.2.4"
    NameSuffixUnknown Note "name.wildcard_suffix_not_checked" "BR 3.2.2.6"
    CommonNameNotAmong Warning "common_name.not_among_names" "BR 7.1.4.3"
    CommonNameSeveral Warning "common_name.several" "BR 7.1.4.3"
    CommonNameTooLong Warning "common_name.too_long" "RFC 5280 appendix A.1"
    CountryAlias Warning "subject.country_alias" "BR 7.1.2.7.4"
    CountryUnknown Warning "subject.country_unknown" "BR 7.1.2.7.4"
    CountryCase Note "subject.country_lower_case" "ISO 3166-1"
    CountryEncoding Warning "subject.country_encoding" "BR 7.1.4.2"
    SubjectUnit Warning "subject.unit" "BR 7.1.2.7.4"
    SubjectEmail Note "subject.email_address" "BR 7.1.2.7.4"
    SubjectFiller Warning "subject.filler" "BR 7.1.4.2"
    SubjectPerson Warning "subject.person" "BR 7.1.2.7.4"
    SubjectSerial Note "subject.serial_number" "BR 7.1.2.7.4"
    SubjectUnknown Note "subject.unknown_part" "BR 7.1.2.7.4"
    SubjectOldEncoding Warning "subject.old_encoding" "BR 7.1.4.2"
    SubjectEncoding Warning "subject.encoding" "BR 7.1.4.2"
    SubjectNotText Warning "subject.not_text" "RFC 3629 section 3"
    SubjectUnreadable Warning "subject.unreadable" "RFC 5280 section 4.1.2.4"
    SubjectPrintable Warning "subject.printable_string" "X.680 section 41.4"
    SubjectOrder Note "subject.order" "BR 7.1.4.2"
    SubjectSeveralInOne Note "subject.several_in_one" "BR 7.1.4.1"
    SubjectRepeated Warning "subject.repeated" "BR 7.1.4.1"
    SubjectTooLong Warning "subject.too_long" "RFC 5280 appendix A.1"
    SubjectBeyondDomain Note "subject.more_than_domain_validation" "BR 7.1.2.7.2"
    Version Warning "request.version" "RFC 2986 section 4.1"
    NoAttributes Warning "request.attributes_missing" "RFC 2986 section 4.1"
    NotDer Warning "request.not_der" "X.690 section 10"
    ChallengePassword Warning "attribute.challenge_password" "RFC 2985 section 5.4.1"
    UnstructuredName Note "attribute.unstructured_name" "RFC 2985 section 5.2.2"
    AttributeMicrosoft Note "attribute.microsoft" "MS-WCCE section 2.2.2.7"
    AttributeUnknown Note "attribute.unknown" "RFC 2986 section 4.1"
    AttributeMalformed Warning "attribute.without_value" "RFC 2986 section 4.1"
    ExtensionRequests Warning "extension.several_requests" "RFC 2985 section 5.4.2"
    ExtensionMalformed Warning "extension.malformed" "RFC 5280 section 4.2"
    ExtensionRepeated Warning "extension.repeated" "RFC 5280 section 4.2"
    ExtensionCa Warning "extension.ca_true" "BR 7.1.2.7.8"
    ExtensionKeyUsage Warning "extension.key_usage_unsuited" "BR 7.1.2.7.11"
    ExtensionNoServerAuth Warning "extension.no_server_auth" "BR 7.1.2.7.10"
    ExtensionClientAuth Note "extension.client_auth" "Chrome Root Program Policy"
    ExtensionOtherUse Note "extension.other_use" "BR 7.1.2.7.10"
    ExtensionUnknown Note "extension.unknown" "RFC 2986 section 4.1"
    PackageWildcard Error "package.wildcard_needed" "the chosen package"
    PackageNoWildcard Error "package.wildcard_not_sold" "the chosen package"
    PackageNames Warning "package.several_names" "the chosen package"
}

impl Rule {
    /// Its name, such as `key.rsa.modulus_too_short`.
    pub fn id(self) -> &'static str {
        self.piece(1)
    }

    /// How bad it is to break it.
    pub fn severity(self) -> Severity {
        match self.piece(0) {
            "Error" => Severity::Error,
            "Warning" => Severity::Warning,
            _ => Severity::Note,
        }
    }

    /// Where it is written.
    pub fn source(self) -> &'static str {
        self.piece(2)
    }

    /// A piece of the rule's line.
    fn piece(self, at: usize) -> &'static str {
        let line = Self::LINES.split('\n').nth(self as usize).unwrap_or_default();
        line.split('|').nth(at).unwrap_or_default()
    }

    /// Whether it says that something could not be judged here.
    pub fn is_unjudged(self) -> bool {
        use Rule as R;
        matches!(
            self,
            R::SignatureUnchecked | R::RsaTooBig | R::RsaDebian | R::KeyOther | R::KeyUnreadable | R::NameSuffixUnknown
        )
    }

    /// What can be done about it.
    pub fn fix(self) -> Option<Fix> {
        use Rule as R;
        Some(match self {
            R::PackageWildcard | R::PackageNoWildcard | R::PackageNames => Fix::Package,
            R::CountryAlias => Fix::Country,
            R::SubjectUnit | R::SubjectPerson | R::ChallengePassword => Fix::Ignored,
            R::ExtensionCa | R::ExtensionKeyUsage | R::ExtensionNoServerAuth | R::NamesIp | R::NamesReservedIp => {
                Fix::Ignored
            }
            _ => match self.severity() {
                Severity::Error => Fix::NewKey,
                Severity::Warning => Fix::Leave,
                Severity::Note => return None,
            },
        })
    }
}
