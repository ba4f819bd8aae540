//! What is wrong with a field, and what to do about it.
use super::Words;
use super::en;
use super::field::{FieldName, Missing};
use super::key::keys;
use super::speech::{Arg, Speech};
use crate::domain::problem::{HostnameProblem, NotRequest, Problem};
use crate::domain::script::{Script, of};
use crate::wizard::field::{Field, OrgField};

keys! {
    /// What is wrong with a field; the English sentence beside each is its documentation: `en/problems.rs`.
    pub enum Wrong: Wrong, en::problems::wrong {
        // A text.
        TooLong,
        ControlCharacter,
        Filler,
        Markup,
        Emoji,
        Lookalike,
        NotLatinLetter,
        NotLatin,
        NotLatinUnknown,
        // Values of a kind.
        Country,
        CountryOfRequestNotOffered,
        CountryNotOffered,
        Email,
        Phone,
        PhoneCode,
        PackageGone,
        PeriodGone,
        AddressGone,
        NotOffered,
        StateNotListed,
        // Names.
        IsAddress,
        IsEmail,
        IsIp,
        NoDot,
        EmptyLabel,
        TrailingDot,
        NameTooLong,
        Underscore,
        NotAscii,
        NotIdn,
        Unread,
        BadCharacter,
        Hyphen,
        Wildcard,
        PublicSuffix,
        NotPublic,
        Name,
        MoreNames,
        TooManyForPackage,
        TooManyForRequest,
        RequestTooManyForPackage,
        RequestTooMany,
        WildcardNeeded,
        WildcardNotSold,
        RequestFurtherNamesNotSold,
        FurtherNamesNotSold,
        // Requests.
        RequestIsPrivateKey,
        RequestIsCertificate,
        RequestIsPublicKey,
        RequestBroken,
        RequestOther,
        RequestTooBig,
        RequestUnreadable,
        BadSignature,
        KeyTooShort,
        BadExponent,
        KeyNotTaken,
        RequestName,
        Faults,
        // Passphrases and keys.
        ShortPassphrase,
        WeakPassphrase,
        WrongPassphrase,
        NoRoom,
        NotKept,
        KeyNotSafe,
        PrivateKey,
        // Orders and answers.
        OrderAgainNotAgreed,
        OtherRowsNotAgreed,
        Unanswered,
        Unticked,
        WrongCode,
        Billing,
    }
}

impl Speech {
    /// What is wrong with a field, and what to do.
    pub fn problem(&self, field: Field, problem: &Problem) -> Words {
        match problem {
            // What the billing system asks has its own name.
            Problem::Answer(question, inner) => self.worded(question, field, inner),
            other => self.worded(&self.label(field), field, other),
        }
    }

    /// A problem of the field that is called `label`.
    #[allow(clippy::too_many_lines, reason = "one exhaustive match is how a forgotten problem does not compile")]
    fn worded(&self, label: &str, field: Field, problem: &Problem) -> Words {
        let is_existing = field == Field::ExistingRequest;
        let of_label = |key| self.fill(key, &[Arg::Words(label)]);
        let key = match problem {
            Problem::Missing => return self.say(Missing(FieldName::of(field))),
            Problem::TooLong { limit, count } => {
                return self.fill(Wrong::TooLong, &[Arg::Words(label), Arg::Number(*limit), Arg::Number(*count)]);
            }
            Problem::ControlCharacter => return of_label(Wrong::ControlCharacter),
            Problem::Filler => return of_label(Wrong::Filler),
            Problem::Markup => return of_label(Wrong::Markup),
            Problem::Emoji => return of_label(Wrong::Emoji),
            Problem::Lookalike => return of_label(Wrong::Lookalike),
            Problem::NotLatin { letter, can_be_written } => return self.not_latin(label, *letter, *can_be_written),
            Problem::PhoneCode(code) => {
                return self.fill(Wrong::PhoneCode, &[Arg::Text(code.as_deref().unwrap_or("7"))]);
            }
            Problem::Name(name, inner) => {
                return self.fill(Wrong::Name, &[Arg::Text(name), Arg::Words(&self.worded(label, field, inner))]);
            }
            Problem::MoreNames(count) => return self.fill(Wrong::MoreNames, &[Arg::Number(*count)]),
            Problem::TooManyNames { limit, entered, of_package } => {
                return self.too_many(field, *limit, *entered, *of_package);
            }
            Problem::ShortPassphrase { least } => {
                return self.fill(Wrong::ShortPassphrase, &[Arg::Words(label), Arg::Number(*least)]);
            }
            Problem::WeakPassphrase => return of_label(Wrong::WeakPassphrase),
            Problem::WrongPassphrase => return of_label(Wrong::WrongPassphrase),
            Problem::KeyTooShort(bits) => return self.fill(Wrong::KeyTooShort, &[Arg::Figures(*bits)]),
            Problem::KeyNotTaken(name) => {
                return self.fill(Wrong::KeyNotTaken, &[Arg::Text(&name.to_ascii_uppercase())]);
            }
            Problem::RequestName(name, reason) => {
                return self.fill(Wrong::RequestName, &[Arg::Text(name), Arg::Words(&self.say(hostname(*reason)))]);
            }
            Problem::Faults(count) => return self.fill(Wrong::Faults, &[Arg::Number(*count)]),
            Problem::Answer(_, inner) => return self.worded(label, field, inner),
            Problem::Unanswered(question) => return self.fill(Wrong::Unanswered, &[Arg::Text(question)]),
            Problem::Unticked(box_label) => return self.fill(Wrong::Unticked, &[Arg::Text(box_label)]),
            Problem::Billing(said) => return self.fill(Wrong::Billing, &[Arg::Words(label), Arg::Text(said)]),
            Problem::Country => Wrong::Country,
            Problem::CountryNotOffered if is_existing => Wrong::CountryOfRequestNotOffered,
            Problem::CountryNotOffered => Wrong::CountryNotOffered,
            Problem::Email => Wrong::Email,
            Problem::Phone => Wrong::Phone,
            Problem::Hostname(reason) => hostname(*reason),
            Problem::WildcardNeeded => Wrong::WildcardNeeded,
            Problem::WildcardNotSold => Wrong::WildcardNotSold,
            Problem::FurtherNamesNotSold if is_existing => Wrong::RequestFurtherNamesNotSold,
            Problem::FurtherNamesNotSold => Wrong::FurtherNamesNotSold,
            Problem::NotRequest(what) => not_request(*what),
            Problem::NoRoom => Wrong::NoRoom,
            Problem::NotKept => Wrong::NotKept,
            Problem::BadSignature => Wrong::BadSignature,
            Problem::BadExponent => Wrong::BadExponent,
            Problem::KeyNotSafe => Wrong::KeyNotSafe,
            Problem::OrderAgainNotAgreed => Wrong::OrderAgainNotAgreed,
            Problem::OtherRowsNotAgreed => Wrong::OtherRowsNotAgreed,
            Problem::PrivateKey => Wrong::PrivateKey,
            Problem::WrongCode => Wrong::WrongCode,
            Problem::NotOffered => not_offered(field),
        };
        self.say(key)
    }

    /// Which letter is not one of the Latin alphabet, and of which it is: some look the same.
    fn not_latin(&self, label: &str, letter: char, can_be_written: bool) -> Words {
        let mut buffer = [0; 4];
        let letter_text = Arg::Text(letter.encode_utf8(&mut buffer));
        if !can_be_written {
            return self.fill(Wrong::NotLatinUnknown, &[Arg::Words(label), letter_text]);
        }
        match of(letter) {
            None | Some(Script::Latin | Script::Other) => self.fill(Wrong::NotLatin, &[Arg::Words(label), letter_text]),
            Some(alphabet) => {
                let alphabet = self.say(super::name::script(alphabet));
                self.fill(Wrong::NotLatinLetter, &[Arg::Words(label), letter_text, Arg::Words(&alphabet)])
            }
        }
    }

    /// Too many names: of the package, or of any request.
    fn too_many(&self, field: Field, limit: usize, entered: usize, of_package: bool) -> Words {
        let args = [limit, entered, entered.saturating_sub(limit)].map(Arg::Number);
        let key = match (field == Field::ExistingRequest, of_package) {
            (false, true) => Wrong::TooManyForPackage,
            (false, false) => Wrong::TooManyForRequest,
            (true, true) => Wrong::RequestTooManyForPackage,
            (true, false) => Wrong::RequestTooMany,
        };
        self.fill(key, &args)
    }
}

fn not_offered(field: Field) -> Wrong {
    match field {
        Field::Package => Wrong::PackageGone,
        Field::Period => Wrong::PeriodGone,
        Field::Approver(_) => Wrong::AddressGone,
        Field::State | Field::Org(OrgField::State) => Wrong::StateNotListed,
        _ => Wrong::NotOffered,
    }
}

fn not_request(what: NotRequest) -> Wrong {
    match what {
        NotRequest::PrivateKey => Wrong::RequestIsPrivateKey,
        NotRequest::Certificate => Wrong::RequestIsCertificate,
        NotRequest::PublicKey => Wrong::RequestIsPublicKey,
        NotRequest::Broken => Wrong::RequestBroken,
        NotRequest::Other => Wrong::RequestOther,
        NotRequest::TooBig => Wrong::RequestTooBig,
        NotRequest::Unreadable => Wrong::RequestUnreadable,
    }
}

fn hostname(reason: HostnameProblem) -> Wrong {
    match reason {
        HostnameProblem::IsAddress => Wrong::IsAddress,
        HostnameProblem::IsEmail => Wrong::IsEmail,
        HostnameProblem::IsIp => Wrong::IsIp,
        HostnameProblem::NoDot => Wrong::NoDot,
        HostnameProblem::EmptyLabel => Wrong::EmptyLabel,
        HostnameProblem::TrailingDot => Wrong::TrailingDot,
        HostnameProblem::TooLong => Wrong::NameTooLong,
        HostnameProblem::Underscore => Wrong::Underscore,
        HostnameProblem::NotAscii => Wrong::NotAscii,
        HostnameProblem::NotIdn => Wrong::NotIdn,
        HostnameProblem::Unread => Wrong::Unread,
        HostnameProblem::BadCharacter => Wrong::BadCharacter,
        HostnameProblem::Hyphen => Wrong::Hyphen,
        HostnameProblem::Wildcard => Wrong::Wildcard,
        HostnameProblem::PublicSuffix => Wrong::PublicSuffix,
        HostnameProblem::NotPublic => Wrong::NotPublic,
    }
}
