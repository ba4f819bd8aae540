//! The sentences of the frame and the pages that depend on something.
use super::Words;
use super::field::FieldName;
use super::field::Label;
use super::key::{StepName, Title};
use super::name::{both_forms, read_form};
use super::say::Say;
use super::speech::{Arg, Said, Speech};
use crate::billing::assumed::method::MethodKind;
use crate::request::algorithm::KeyType;
use crate::request::csr::Verdict;
use crate::wizard::ask_once::Source;
use crate::wizard::field::Field;
use crate::wizard::step::Step;

/// A piece of text on the page; [`Say`] are those that depend on nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the English sentences are its documentation: `en/say.rs`")]
pub enum Text {
    Say(Say),
    PageTitle {
        step: Words,
        operator: String,
        wrong: bool,
    },
    StepOf {
        number: usize,
        count: usize,
    },
    OrderingAs(String),
    PackageFrom(String),
    SetupFeeOnce(String),
    NamesIncluded {
        included: u32,
        further: Option<String>,
    },
    Months(u16),
    PlanInCertificates {
        months: u16,
        certificates: u16,
    },
    Signature(Verdict),
    /// What was put right of the text.
    Cleaned(Vec<String>),
    FindingsCounted {
        errors: usize,
        warnings: usize,
        unjudged: usize,
    },
    FindingNotes(usize),
    FindingSource(&'static str),
    LeadSubject {
        latin: bool,
    },
    KeyTypeName(KeyType),
    KeyTypeHint(KeyType),
    CountryOption {
        code: String,
        name: String,
    },
    AlsoProtect(String),
    NameCosts(String),
    NamesCounted {
        included: u32,
        entered: u32,
        each: Option<String>,
    },
    UseName(String),
    UseText(String),
    BothForms(String),
    /// What fields begin with because it was said before.
    TakenFrom(Source, Vec<Field>),
    /// The same fields, emptied.
    Cleared(Vec<Field>),
    /// Whose details are used.
    DetailsUsed(Vec<String>),
    RemoveCode(String),
    BeginWithCode(String),
    /// How many countries fit what is typed.
    CountriesFound(usize),
    SwitchTo {
        package: String,
        difference: Option<String>,
        setup: Option<String>,
    },
    MakingKey(KeyType),
    KeyReady(KeyType),
    CallingCode {
        country: String,
        code: String,
    },
    MethodHint(MethodKind),
    ConfirmFor(Vec<String>),
    BillingSays(String),
    DiscountBy(String),
    CodeDoesNotFit(String),
    CodeRefused(String),
    Balance(String),
    BalanceTooSmall {
        balance: String,
        missing: String,
    },
    AtLeast(String),
    OrderAndPay(String),
}

impl Said for Text {
    fn said(self, speech: &Speech) -> Words {
        speech.text(self)
    }
}

impl From<Say> for Text {
    fn from(key: Say) -> Self {
        Self::Say(key)
    }
}

impl Speech {
    /// The heading of a page.
    pub fn title(&self, step: Step) -> Words {
        self.say(Title(step))
    }

    /// The name of a page in the list of steps.
    pub fn step_name(&self, step: Step) -> Words {
        self.say(StepName(step))
    }

    /// The words for `text`.
    #[allow(clippy::too_many_lines, reason = "one exhaustive match is how a forgotten text does not compile")]
    pub fn text(&self, text: Text) -> Words {
        let (key, arg) = match text {
            Text::Say(key) => return self.say(key),
            Text::BothForms(name) => return both_forms(&name).into(),
            Text::KeyTypeName(key_type) => return key_type_name(key_type).into(),
            Text::KeyTypeHint(key_type) => return self.say(key_type_hint(key_type)),
            Text::LeadSubject { latin: true } => return self.say(Say::LeadSubjectLatin),
            Text::LeadSubject { latin: false } => return self.say(Say::LeadSubject),
            Text::Signature(verdict) => return self.say(signature(verdict)),
            Text::MethodHint(kind) => return method_hint(kind).map_or_else(Words::default, |key| self.say(key)),
            Text::OrderingAs(name) => (Say::OrderingAs, name),
            Text::PackageFrom(price) => (Say::PackageFrom, price),
            Text::SetupFeeOnce(fee) => (Say::SetupFeeOnce, fee),
            Text::Cleaned(what) => return self.fill(Say::Cleaned, &[Arg::Words(&self.joined(&what))]),
            Text::FindingSource(source) => (Say::FindingSource, source.to_owned()),
            Text::AlsoProtect(name) => (Say::AlsoProtect, read_form(&name)),
            Text::NameCosts(price) => (Say::NameCosts, price),
            Text::UseName(name) => (Say::UseName, name),
            Text::UseText(text) => (Say::UseText, text),
            Text::MakingKey(key_type) => (Say::MakingKey, key_type_name(key_type).to_owned()),
            Text::KeyReady(key_type) => (Say::KeyReady, key_type_name(key_type).to_owned()),
            Text::BillingSays(said) => (Say::BillingSays, said),
            Text::DiscountBy(code) => (Say::DiscountBy, code),
            Text::CodeDoesNotFit(said) => (Say::CodeDoesNotFit, said),
            Text::CodeRefused(said) => (Say::CodeRefused, said),
            Text::Balance(balance) => (Say::Balance, balance),
            Text::AtLeast(least) => (Say::AtLeast, least),
            Text::OrderAndPay(total) => (Say::OrderAndPay, total),
            Text::PageTitle { step, operator, wrong } => return self.page_title(step, &operator, wrong),
            Text::StepOf { number, count } => {
                return self.fill(Say::StepOf, &[Arg::Number(number), Arg::Number(count)]);
            }
            Text::NamesIncluded { included, further: None } => {
                return self.fill(Say::NamesIncluded, &[number(included)]);
            }
            Text::NamesIncluded { included, further: Some(price) } => {
                return self.fill(Say::NamesIncludedFurther, &[number(included), Arg::Text(&price)]);
            }
            Text::Months(months) => return self.fill(Say::Months, &[number(months.into())]),
            Text::PlanInCertificates { months, certificates } => {
                return self.fill(Say::PlanInCertificates, &[number(months.into()), number(certificates.into())]);
            }
            Text::FindingsCounted { errors, warnings, unjudged } => {
                return self.findings_counted(errors, warnings, unjudged);
            }
            Text::FindingNotes(count) => return self.fill(Say::FindingNotes, &[Arg::Number(count)]),
            Text::CountryOption { code, name } if name.is_empty() => return code.into(),
            Text::CountryOption { code, name } => return [&code, " – ", &name].concat().into(),
            Text::NamesCounted { included, entered, each } => {
                return self.names_counted(included, entered, each.as_deref());
            }
            Text::TakenFrom(source, fields) => return self.taken(taken_from(source), &fields),
            Text::Cleared(fields) => return self.taken(Say::TakenBack, &fields),
            Text::DetailsUsed(whose) => (Say::DetailsUsed, whose.join(", ")),
            Text::RemoveCode(code) => (Say::RemoveCode, code),
            Text::BeginWithCode(code) => (Say::BeginWithCode, code),
            Text::CountriesFound(0) => return self.say(Say::CountriesNone),
            Text::CountriesFound(count) => return self.fill(Say::CountriesFound, &[Arg::Number(count)]),
            Text::SwitchTo { package, difference, setup } => {
                return self.switch_to(&package, difference.as_deref(), setup.as_deref());
            }
            Text::CallingCode { country, code } => {
                return self.fill(Say::CallingCode, &[Arg::Text(&country), Arg::Text(&code)]);
            }
            Text::ConfirmFor(names) => return self.confirm_for(&names),
            Text::BalanceTooSmall { balance, missing } => {
                return self.fill(Say::BalanceTooSmall, &[Arg::Text(&balance), Arg::Text(&missing)]);
            }
        };
        self.fill(key, &[Arg::Text(&arg)])
    }

    fn page_title(&self, step: Words, operator: &str, is_wrong: bool) -> Words {
        let title = if is_wrong { self.fill(Say::TitleWrong, &[Arg::Words(&step)]) } else { step };
        if operator.is_empty() {
            return title;
        }
        self.fill(Say::TitleOf, &[Arg::Words(&title), Arg::Text(operator)])
    }

    /// With the labels of these fields.
    fn taken(&self, key: Say, fields: &[Field]) -> Words {
        let labels: Vec<String> = fields.iter().map(|field| self.label(*field).into_owned()).collect();
        self.fill(key, &[Arg::Words(&labels.join(", "))])
    }

    /// `1 error and 2 warnings. 1 thing could not be judged here.`
    fn findings_counted(&self, errors: usize, warnings: usize, unjudged: usize) -> Words {
        let counted = match (errors, warnings) {
            (0, 0) => self.say(Say::FindingsNone),
            (0, _) => self.fill(Say::FindingsWarnings, &[Arg::Number(warnings)]),
            (_, 0) => self.fill(Say::FindingsErrors, &[Arg::Number(errors)]),
            (..) => self.fill(Say::FindingsBoth, &[Arg::Number(errors), Arg::Number(warnings)]),
        };
        if unjudged == 0 {
            return counted;
        }
        [&*counted, " ", &self.fill(Say::FindingsUnjudged, &[Arg::Number(unjudged)])].concat().into()
    }

    /// `3 names included, you have 5: 2 further names at €5.00 each.`
    fn names_counted(&self, included: u32, entered: u32, each: Option<&str>) -> Words {
        let further = entered.saturating_sub(included);
        let args = [number(included), number(entered), number(further), Arg::Text(each.unwrap_or_default())];
        let key = match each {
            _ if further == 0 => Say::NamesAllIncluded,
            Some(_) => Say::NamesOverAt,
            None => Say::NamesOver,
        };
        self.fill(key, &args)
    }

    fn switch_to(&self, package: &str, difference: Option<&str>, setup: Option<&str>) -> Words {
        let package = Arg::Text(package);
        match (difference.map(Arg::Text), setup.map(Arg::Text)) {
            (None, None) => self.fill(Say::SwitchTo, &[package]),
            (Some(difference), None) => self.fill(Say::SwitchToFor, &[package, difference]),
            (None, Some(setup)) => self.fill(Say::SwitchToSetup, &[package, setup]),
            (Some(difference), Some(setup)) => self.fill(Say::SwitchToForSetup, &[package, difference, setup]),
        }
    }

    /// The first three of the names by name.
    fn confirm_for(&self, names: &[String]) -> Words {
        if names.is_empty() {
            return self.say(Label(FieldName::Approver));
        }
        let (first, others) = names.split_at(names.len().min(3));
        if others.is_empty() {
            return self.fill(Say::ConfirmFor, &[Arg::Words(&self.list(first))]);
        }
        self.fill(Say::ConfirmForMore, &[Arg::Words(&self.joined(first)), Arg::Number(others.len())])
    }
}

fn number(figure: u32) -> Arg<'static> {
    Arg::Number(usize::try_from(figure).unwrap_or(usize::MAX))
}

/// Names of algorithms are the same in every language.
fn key_type_name(key_type: KeyType) -> &'static str {
    match key_type {
        KeyType::Rsa2048 => "RSA 2048",
        KeyType::Rsa3072 => "RSA 3072",
        KeyType::Rsa4096 => "RSA 4096",
        KeyType::P256 => "ECDSA P-256",
        KeyType::P384 => "ECDSA P-384",
    }
}

fn key_type_hint(key_type: KeyType) -> Say {
    match key_type {
        KeyType::Rsa2048 => Say::HintRsa2048,
        KeyType::Rsa3072 => Say::HintRsa3072,
        KeyType::Rsa4096 => Say::HintRsa4096,
        KeyType::P256 => Say::HintP256,
        KeyType::P384 => Say::HintP384,
    }
}

fn taken_from(source: Source) -> Say {
    match source {
        Source::Request => Say::TakenFromRequest,
        Source::AdminPhone | Source::Admin => Say::TakenFromAdmin,
    }
}

fn signature(verdict: Verdict) -> Say {
    match verdict {
        Verdict::Asked => Say::SignatureAsked,
        Verdict::Good => Say::SignatureGood,
        Verdict::Bad => Say::SignatureBad,
        Verdict::Unknown => Say::SignatureUnknown,
    }
}

fn method_hint(kind: MethodKind) -> Option<Say> {
    Some(match kind {
        MethodKind::Dns => Say::MethodDns,
        MethodKind::Email => Say::MethodEmail,
        MethodKind::Http => Say::MethodHttp,
        MethodKind::Other => return None,
    })
}
