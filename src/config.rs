//! The operator's `config.json`, typed: read once at start, wrong values named by field and reason.
mod assumed;
mod languages;
mod offer;
mod origins;
mod reader;
mod theme;

use crate::billing::assumed::Assumed;
use crate::billing::assumed::method::MethodKind;
use crate::billing::doc::Dialect;
use crate::domain::json::{self, Object};
use crate::domain::lang::Lang;
use crate::domain::package::Coverage;
use crate::request::algorithm::KeyType;
use crate::request::subject::SubjectInRequest;
use reader::{Named, Reader};

pub use offer::PayBy;
pub use theme::{Colour, Corners, Scheme, Theme};

/// What the operator decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// `billing_url`: where `/billmgr` answers; a path on this origin or an `https:` address.
    pub billing_url: String,
    /// `dialect`: `json` (default), `xjson`, `sjson` or `bjson`.
    pub dialect: Dialect,
    /// `key_types`: what is offered, in this order; default all.
    pub key_types: Vec<KeyType>,
    /// `default_key_type`: default the first of `key_types`.
    pub default_key_type: KeyType,
    /// `subject_in_request`: `full` (default) or `minimal`.
    pub subject_in_request: SubjectInRequest,
    /// `packages`: which names a package is for, by its id, where the form cannot infer it.
    pub packages: Vec<(String, Coverage)>,
    /// `packages_shown`: ids of the packages on sale here, in their order; `None` for all.
    pub packages_shown: Option<Vec<String>>,
    /// `project`: id of the provider (brand) whose packages are sold, where the billing system serves several.
    pub project: Option<String>,
    /// `validation_methods`: how names may be checked, in this order; `None` for whatever the billing system offers.
    pub validation_methods: Option<Vec<MethodKind>>,
    /// `ways_to_pay`; default all.
    pub ways_to_pay: Vec<PayBy>,
    /// `theme`.
    pub theme: Theme,
    /// `embedding_origins`: pages of these origins may show the form inside themselves; default none.
    pub embedding_origins: Vec<String>,
    /// `log_in`: `password` (default) or `cookie`.
    pub log_in: LogIn,
    /// `cart`: `basket` (default), `quickbasket` or `skipbasket`.
    pub cart: Cart,
    /// `assumed`: what no document tells of the billing system, where the operator knows.
    pub assumed: Assumed,
    /// `languages`: what is offered, the first being for customers whose browser wants none of them; default all.
    pub languages: Vec<Lang>,
    /// `language`: what the form starts in, whatever the browser wants.
    pub language: Option<Lang>,
    /// `operator`: the name shown on top.
    pub operator: String,
    /// `links`.
    pub links: Links,
}

/// How customers log in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LogIn {
    /// In the form, by name and password.
    #[default]
    Password,
    /// In the panel: the form stands on the panel's own origin, and its cookie counts.
    Cookie,
}

/// Where an order goes (API reference 5.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Cart {
    /// Into the cart, to be paid by the form.
    #[default]
    Basket,
    /// Into the cart of newer installations, to be paid in the panel.
    QuickBasket,
    /// Past the cart: paid from the balance at once.
    SkipBasket,
}

/// Addresses outside the form; each may be left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Links {
    /// `links.register`: the panel's registration.
    pub register: Option<String>,
    /// `links.panel`: the panel itself.
    pub panel: Option<String>,
    /// `links.terms`: terms of service.
    pub terms: Option<String>,
    /// `links.privacy`: privacy notice.
    pub privacy: Option<String>,
    /// `links.support`: where help is.
    pub support: Option<String>,
}

/// A wrong `config.json`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError {
    /// The field, as `links.terms` or `key_types[1]`; empty for the file as a whole.
    pub field: String,
    /// What is wrong.
    pub reason: ConfigReason,
}

/// What is wrong with a field of `config.json`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConfigReason {
    /// The file is not JSON; line and column, from 1.
    NotJson {
        /// Line.
        line: usize,
        /// Column.
        column: usize,
    },
    /// A value of another type is needed.
    WrongType(Wanted),
    /// The field must be there.
    Missing,
    /// No field has this name.
    Unknown,
    /// One of these values is needed.
    NotOneOf(Vec<&'static str>),
    /// Not an `https:` address or a path that begins with `/`.
    BadAddress,
    /// In cookie mode, a path on the form's own origin is needed.
    NotOwnOrigin,
    /// The list is empty.
    Empty,
    /// The value would let the server make the private key.
    Forbidden,
    /// Not among what the field of this name offers.
    NotInList(&'static str),
    /// None of these values is in the list, and one must be.
    Lacks(&'static [&'static str]),
    /// Not a number.
    NotNumber,
    /// Not a colour.
    NotColour,
    /// Too hard to tell from this ground.
    LowContrast(&'static str),
    /// Not an origin.
    NotOrigin,
}

/// A type of JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// `{…}`
    Object,
    /// `[…]`
    List,
    /// `"…"`
    Text,
}

/// The fields of the file.
const KNOWN: [&str; 20] = [
    "billing_url",
    "dialect",
    "project",
    "key_types",
    "default_key_type",
    "subject_in_request",
    "packages",
    "packages_shown",
    "validation_methods",
    "ways_to_pay",
    "log_in",
    "cart",
    "assumed",
    "languages",
    "language",
    "operator",
    "links",
    "theme",
    "embedding_origins",
    "$schema",
];

/// Reads the whole file.
///
/// # Errors
/// The first wrong field, in the order in which they are read here.
pub fn parse(text: &str) -> Result<Config, ConfigError> {
    let mut reader = Reader::default();
    let value = json::read(text);
    if let Err(e) = &value {
        reader.complain("", ConfigReason::NotJson { line: e.line, column: e.column });
    }
    let none = Object::default();
    let value = value.ok();
    let file = value.as_ref().and_then(|value| reader.object("", value)).unwrap_or(&none);
    let config = read(&mut reader, file);
    match reader.wrong {
        None => Ok(config),
        Some(wrong) => Err(wrong),
    }
}

#[inline(never)]
fn read(reader: &mut Reader, file: &Object) -> Config {
    reader.only_known(file, "", &KNOWN);
    let billing_url = reader.address(file, "", "billing_url").unwrap_or_default();
    if billing_url.is_empty() {
        reader.complain("billing_url", ConfigReason::Missing);
    }
    let log_in = reader.choice(file, "", "log_in", &[("password", LogIn::Password), ("cookie", LogIn::Cookie)]);
    if log_in == Some(LogIn::Cookie) && !billing_url.starts_with('/') {
        reader.complain("billing_url", ConfigReason::NotOwnOrigin);
    }
    let key_types = reader.choices(file, "key_types", &KEY_TYPES).unwrap_or_else(|| KeyType::ALL.to_vec());
    let languages = languages::offered(reader, file);
    Config {
        billing_url,
        dialect: reader.choice(file, "", "dialect", &DIALECTS).unwrap_or_default(),
        project: project(reader, file),
        default_key_type: default_key_type(reader, file, &key_types),
        key_types,
        subject_in_request: reader.choice(file, "", "subject_in_request", &SUBJECTS).unwrap_or_default(),
        packages: offer::packages(reader, file),
        packages_shown: offer::packages_shown(reader, file),
        validation_methods: offer::validation_methods(reader, file),
        ways_to_pay: offer::ways_to_pay(reader, file),
        log_in: log_in.unwrap_or_default(),
        cart: reader.choice(file, "", "cart", &CARTS).unwrap_or_default(),
        assumed: assumed::read(reader, file),
        language: languages::first(reader, file, &languages),
        languages,
        operator: reader.text_of(file, "", "operator").unwrap_or_default().to_owned(),
        links: links(reader, file),
        theme: theme::read(reader, file),
        embedding_origins: origins::read(reader, file),
    }
}

const DIALECTS: [Named<Dialect>; 4] =
    [("json", Dialect::Json), ("xjson", Dialect::Xjson), ("sjson", Dialect::Sjson), ("bjson", Dialect::Bjson)];
const SUBJECTS: [Named<SubjectInRequest>; 2] =
    [("full", SubjectInRequest::Full), ("minimal", SubjectInRequest::Minimal)];
const CARTS: [Named<Cart>; 3] =
    [("basket", Cart::Basket), ("quickbasket", Cart::QuickBasket), ("skipbasket", Cart::SkipBasket)];
const KEY_TYPES: [Named<KeyType>; 5] = [
    ("rsa-2048", KeyType::Rsa2048),
    ("rsa-3072", KeyType::Rsa3072),
    ("rsa-4096", KeyType::Rsa4096),
    ("p-256", KeyType::P256),
    ("p-384", KeyType::P384),
];

fn default_key_type(reader: &mut Reader, file: &Object, offered: &[KeyType]) -> KeyType {
    let first = offered.first().copied().unwrap_or(KeyType::Rsa2048);
    let wanted = reader.choice(file, "", "default_key_type", &KEY_TYPES).unwrap_or(first);
    if !offered.contains(&wanted) {
        reader.complain("default_key_type", ConfigReason::NotInList("key_types"));
    }
    wanted
}

/// `"2"`.
fn project(reader: &mut Reader, file: &Object) -> Option<String> {
    let id = reader.text_of(file, "", "project")?;
    if id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_digit()) {
        reader.complain("project", ConfigReason::NotNumber);
    }
    Some(id.to_owned())
}

fn links(reader: &mut Reader, file: &Object) -> Links {
    let Some(own) = file.get("links").and_then(|value| reader.object("links", value)) else { return Links::default() };
    reader.only_known(own, "links", &["register", "panel", "terms", "privacy", "support"]);
    let mut link = |name| reader.address(own, "links", name);
    Links {
        register: link("register"),
        panel: link("panel"),
        terms: link("terms"),
        privacy: link("privacy"),
        support: link("support"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_file_is_good() {
        let config = parse(include_str!("../public/config.json")).unwrap();
        assert_eq!(config.billing_url, "/billmgr");
        assert_eq!(config.default_key_type, KeyType::Rsa2048);
    }

    #[test]
    fn the_file_has_the_names_that_the_code_has() {
        assert_eq!(KEY_TYPES, KeyType::ALL.map(|known| (known.id(), known)));
        assert_eq!(DIALECTS, Dialect::ALL.map(|known| (known.as_str(), known)));
    }

    #[test]
    fn little_is_needed_and_the_rest_has_defaults() {
        let config = parse(r#"{"billing_url": "https://billing.example.com/billmgr"}"#).unwrap();
        assert_eq!(config.key_types, KeyType::ALL);
        assert_eq!(config.subject_in_request, SubjectInRequest::Full);
        let config = parse(r#"{"billing_url": "/b", "packages": {"102": {"names": "wildcard"}}}"#).unwrap();
        assert_eq!(config.packages, [("102".to_owned(), Coverage::Wildcard)]);
    }

    #[test]
    fn each_wrong_file_names_its_field_and_the_reason() {
        use ConfigReason as R;
        let key_types = || R::NotOneOf(KeyType::ALL.iter().map(|known| known.id()).collect());
        for (text, field, reason) in [
            ("{", "", R::NotJson { line: 1, column: 2 }),
            ("{\n  \"billing_url\": \"/b\",\n}", "", R::NotJson { line: 3, column: 1 }),
            ("[]", "", R::WrongType(Wanted::Object)),
            ("{}", "billing_url", R::Missing),
            (r#"{"billing_url": 7}"#, "billing_url", R::WrongType(Wanted::Text)),
            (r#"{"billing_url": "http://shop.example.com"}"#, "billing_url", R::BadAddress),
            (r#"{"billing_url": "http://localhost.evil.example"}"#, "billing_url", R::BadAddress),
            (r#"{"billing_url": "//evil.example"}"#, "billing_url", R::BadAddress),
            (r#"{"billing_url": "javascript:alert(1)"}"#, "billing_url", R::BadAddress),
            (r#"{"billing_url": "/b", "biling": 1}"#, "biling", R::Unknown),
            (
                r#"{"billing_url": "/b", "dialect": "xml"}"#,
                "dialect",
                R::NotOneOf(vec!["json", "xjson", "sjson", "bjson"]),
            ),
            (r#"{"billing_url": "/b", "key_types": "p-256"}"#, "key_types", R::WrongType(Wanted::List)),
            (r#"{"billing_url": "/b", "key_types": []}"#, "key_types", R::Empty),
            (r#"{"billing_url": "/b", "key_types": ["p-256", "p-521"]}"#, "key_types[1]", key_types()),
            (
                r#"{"billing_url": "/b", "key_types": ["p-256"], "default_key_type": "rsa-2048"}"#,
                "default_key_type",
                R::NotInList("key_types"),
            ),
            (
                r#"{"billing_url": "/b", "subject_in_request": "none"}"#,
                "subject_in_request",
                R::NotOneOf(vec!["full", "minimal"]),
            ),
            (r#"{"billing_url": "/b", "packages": []}"#, "packages", R::WrongType(Wanted::Object)),
            (r#"{"billing_url": "/b", "packages": {"1": {}}}"#, "packages.1.names", R::Missing),
            (r#"{"billing_url": "/b", "packages": {"1": {"name": "x"}}}"#, "packages.1.name", R::Unknown),
            (
                r#"{"billing_url": "/b", "packages": {"1": {"names": "two"}}}"#,
                "packages.1.names",
                R::NotOneOf(vec!["single", "wildcard", "multi-domain", "unknown"]),
            ),
            (r#"{"billing_url": "/b", "log_in": "token"}"#, "log_in", R::NotOneOf(vec!["password", "cookie"])),
            (r#"{"billing_url": "https://b.example", "log_in": "cookie"}"#, "billing_url", R::NotOwnOrigin),
            (r#"{"billing_url": "/b", "links": {"terms": "ftp://x"}}"#, "links.terms", R::BadAddress),
            (r#"{"billing_url": "/b", "links": {"term": "/x"}}"#, "links.term", R::Unknown),
        ] {
            let wrong = parse(text).unwrap_err();
            assert_eq!(wrong, ConfigError { field: field.to_owned(), reason }, "{text}");
        }
    }
}
