//! Everything that no public document of BILLmanager tells: names and values inferred from what is known, each a
//! [`Fact`] that the operator can set right in `config.json` (`assumed`), and what is made of them, a file for each.
//!
//! The numbers Q1 … Q20 are those of the open questions in the API reference; a fact without one is an inference of its own.
//! `docs/billmanager.md` lists them all.
pub mod add_to_order;
pub mod cells;
pub mod certificate_file;
pub mod coverage;
pub mod dns_record;
pub mod flag;
pub mod method;
pub mod phone_mask;
pub mod refusal;
pub mod rule;
pub mod state_list;

use crate::domain::country::CountryCode;

/// A name or a value that is assumed. Each is a text; several words in one are told apart by blanks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    /// Q1: the value of `crt_type` for an existing request. Empty: the one entry of the form's list that is not `generate`.
    CrtType,
    /// Q2, Q4: which step is asked for the last form, with the request: `csr` hands it in and takes the next form,
    /// `param` asks for the last step's form itself.
    OrderForm,
    /// Q11, Q15: the value of `out` for forms where the dialect is `bjson`, whose forms nobody has described.
    FormsOut,
    /// What the field of a mailbox is called before its number: documented for 1, inferred for the rest.
    ApproverField,
    /// Q6: the field of the validation method.
    MethodField,
    /// Q6: words in the values of methods that write to a mailbox.
    MethodEmail,
    /// Q6: words in the values of methods that look for a DNS record.
    MethodDns,
    /// Q6: words in the values of methods that look for a file.
    MethodHttp,
    /// Q9: the cell of a certificate that tells the value of its DNS record.
    DnsValue,
    /// Q9: the cell of a certificate that tells the names the DNS record is for.
    DnsNames,
    /// Q10: the parameter by which `certificate.file` takes the certificate's id.
    FileId,
    /// Q10: the member of its answer with the certificate.
    FileCrt,
    /// Q10: the member of its answer with the CA's certificates.
    FileCa,
    /// Q5, Q16: members of the last step's answer with the cart's id.
    CartAnswer,
    /// Q5, Q16: members of the last step's answer with the id of what was ordered.
    ItemAnswer,
    /// Q16: the object of the error `missed` for the old cart, where only the newer one is there.
    NewCartObject,
    /// The cell of an order with the number to show.
    OrderNumber,
    /// The cells of an order with what it comes to.
    OrderTotal,
    /// The cell of a row of the cart with its setup fee.
    SetupCost,
    /// The cell of a row of the cart with its tax.
    RowTax,
    /// The member of the cart with its currency (ISO 4217).
    Currency,
    /// The attribute of a price in the price list with the setup fee.
    ExportSetup,
    /// Q12: the object of the error `limit` for a balance that is too small.
    BalanceObject,
    /// The parameter of the error `promocode_not_use` for a code whose time is over.
    ExpiredParam,
    /// The object of the error `auth` that wants to see a human being.
    CaptchaObject,
    /// Q16, Q17: the button by which the cart joins an open order.
    AddToOrder,
    /// What the lists of countries beside phone numbers are called in the end.
    PhoneList,
    /// The attribute of their entries with the country's code.
    PhoneCode,
    /// The attribute of their entries with the mask.
    PhoneMask,
    /// The lists of states beside subject and organization.
    StateList,
    /// Words in the name of a package that takes several names.
    SeveralWords,
    /// Words in the name of a package for all names below a domain.
    WildcardWords,
    /// `off` lets letters of any alphabet into the subject: of request and form.
    LatinOnly,
    /// Q19: the longest wait between two looks at the certificate, in seconds.
    WatchSeconds,
    /// Q20: `on` sends the fingerprint of the public key as `remoteid` with the order.
    RemoteId,
}

impl Fact {
    /// All of them, in the order of the documents.
    pub const ALL: [Self; 35] = [
        Self::CrtType,
        Self::OrderForm,
        Self::FormsOut,
        Self::ApproverField,
        Self::MethodField,
        Self::MethodEmail,
        Self::MethodDns,
        Self::MethodHttp,
        Self::DnsValue,
        Self::DnsNames,
        Self::FileId,
        Self::FileCrt,
        Self::FileCa,
        Self::CartAnswer,
        Self::ItemAnswer,
        Self::NewCartObject,
        Self::OrderNumber,
        Self::OrderTotal,
        Self::SetupCost,
        Self::RowTax,
        Self::Currency,
        Self::ExportSetup,
        Self::BalanceObject,
        Self::ExpiredParam,
        Self::CaptchaObject,
        Self::AddToOrder,
        Self::PhoneList,
        Self::PhoneCode,
        Self::PhoneMask,
        Self::StateList,
        Self::SeveralWords,
        Self::WildcardWords,
        Self::LatinOnly,
        Self::WatchSeconds,
        Self::RemoteId,
    ];

    /// Its name in `config.json`, and what is assumed.
    fn entry(self) -> (&'static str, &'static str) {
        match self {
            Self::CrtType => ("crt_type", ""),
            Self::OrderForm => ("order_form", "csr"),
            Self::FormsOut => ("forms_out", "json"),
            Self::ApproverField => ("approver_field", "approver_email_"),
            Self::MethodField => ("method_field", "approver_method"),
            Self::MethodEmail => ("method_email", "mail"),
            Self::MethodDns => ("method_dns", "dns txt cname"),
            Self::MethodHttp => ("method_http", "http file"),
            Self::DnsValue => ("dns_value", "auth_dnstxt_value"),
            Self::DnsNames => ("dns_names", "domains_list"),
            Self::FileId => ("file_id", "elid"),
            Self::FileCrt => ("file_crt", "crt"),
            Self::FileCa => ("file_ca", "ca"),
            Self::CartAnswer => ("cart_answer", "billorder order"),
            Self::ItemAnswer => ("item_answer", "id lineitem.id"),
            Self::NewCartObject => ("new_cart_object", "func"),
            Self::OrderNumber => ("order_number", "number"),
            Self::OrderTotal => ("order_total", "total total_sum amount"),
            Self::SetupCost => ("setup_cost", "setup_cost"),
            Self::RowTax => ("row_tax", "tax"),
            Self::Currency => ("currency", "currency"),
            Self::ExportSetup => ("export_setup", "setup"),
            Self::BalanceObject => ("balance_object", "balance"),
            Self::ExpiredParam => ("expired_param", "expired"),
            Self::CaptchaObject => ("captcha_object", "captcha"),
            Self::AddToOrder => ("add_to_order", "addtoorder"),
            Self::PhoneList => ("phone_list", "_phone_country"),
            Self::PhoneCode => ("phone_code", "phonecode"),
            Self::PhoneMask => ("phone_mask", "phoneformat"),
            Self::StateList => ("state_list", "ST org_state"),
            Self::SeveralWords => ("several_words", "multi multidomain san ucc"),
            Self::WildcardWords => ("wildcard_words", "wildcard"),
            Self::LatinOnly => ("latin_only", "on"),
            Self::WatchSeconds => ("watch_seconds", "30"),
            Self::RemoteId => ("remoteid", "off"),
        }
    }

    /// Its name in `config.json`.
    pub fn name(self) -> &'static str {
        self.entry().0
    }

    /// What is assumed where the operator says nothing.
    pub fn default(self) -> &'static str {
        self.entry().1
    }

    /// The fact with this [`Fact::name`].
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fact| fact.name() == name)
    }
}

/// What the text of an element with attributes is called in `bjson` (Q11). All of them are read; the operator's way out is
/// another `dialect`.
pub(in crate::billing) const OWN_TEXT: [&str; 3] = ["value", "text", "v"];

/// What is assumed of this installation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Assumed {
    own: Vec<(Fact, String)>,
    countries: Vec<(CountryCode, String)>,
}

impl Assumed {
    /// The operator knows better.
    pub fn set(&mut self, fact: Fact, text: String) {
        self.own.push((fact, text));
    }

    /// The operator knows the id of this country (Q14).
    pub fn set_country(&mut self, code: CountryCode, id: String) {
        self.countries.push((code, id));
    }

    /// What is assumed.
    pub fn of(&self, fact: Fact) -> &str {
        let own = self.own.iter().find(|(known, _)| *known == fact);
        own.map_or(fact.default(), |(_, text)| text)
    }

    /// The words of the fact.
    pub fn words(&self, fact: Fact) -> impl Iterator<Item = &str> {
        self.of(fact).split_whitespace()
    }

    /// Whether the fact is switched on.
    pub fn is_on(&self, fact: Fact) -> bool {
        self.of(fact) == "on"
    }

    /// The fact as a number of seconds, in milliseconds; at least one second.
    pub fn milliseconds(&self, fact: Fact) -> u32 {
        let seconds = self.of(fact).parse::<u32>().or_else(|_| fact.default().parse()).unwrap_or(1);
        seconds.max(1).saturating_mul(1000)
    }

    /// Whether `value` holds one of the fact's words.
    pub fn has_word(&self, fact: Fact, value: &str) -> bool {
        let value = value.to_ascii_lowercase();
        self.words(fact).any(|word| value.contains(word))
    }

    /// The operator's id of a country.
    pub fn country_id(&self, code: CountryCode) -> Option<&str> {
        self.countries.iter().find(|(known, _)| *known == code).map(|(_, id)| id.as_str())
    }

    /// The country that the operator gave this id.
    pub fn country_of(&self, id: &str) -> Option<CountryCode> {
        self.countries.iter().find(|(_, known)| known == id).map(|(code, _)| *code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_operator_knows_better() {
        let mut assumed = Assumed::default();
        assert_eq!(assumed.of(Fact::MethodField), "approver_method");
        assumed.set(Fact::MethodField, "dcv".into());
        assumed.set(Fact::WatchSeconds, "0".into());
        assert_eq!(assumed.of(Fact::MethodField), "dcv");
        assert_eq!(assumed.milliseconds(Fact::WatchSeconds), 1_000);
        assert_eq!(Assumed::default().milliseconds(Fact::WatchSeconds), 30_000);
        assert!(assumed.has_word(Fact::MethodDns, "AUTH_DNSTXT") && !assumed.has_word(Fact::MethodDns, "auth_email"));
    }

    #[test]
    fn names_are_told_apart_and_the_documents_list_each_with_its_value() {
        let document = include_str!("../../../docs/billmanager.md");
        for fact in Fact::ALL {
            assert_eq!(Fact::from_name(fact.name()), Some(fact));
            let default = if fact.default().is_empty() { "empty".to_owned() } else { format!("`{}`", fact.default()) };
            let line = format!("| `{}` | {default} |", fact.name());
            assert!(document.contains(&line), "docs/billmanager.md lacks: {line}");
        }
    }
}
