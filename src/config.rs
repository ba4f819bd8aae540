//! The operator's `config.json`, typed: read once at start, wrong values named by field and reason.
mod assumed;
mod languages;

use crate::billing::assumed::Assumed;
use crate::billing::doc::Dialect;
use crate::domain::json::{self, Json, Object};
use crate::domain::lang::Lang;
use crate::domain::package::Coverage;
use crate::request::algorithm::KeyType;
use crate::request::subject::SubjectInRequest;

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
const KNOWN: [&str; 14] = [
    "billing_url",
    "dialect",
    "key_types",
    "default_key_type",
    "subject_in_request",
    "packages",
    "log_in",
    "cart",
    "assumed",
    "languages",
    "language",
    "operator",
    "links",
    "$schema",
];

/// Reads the whole file.
///
/// # Errors
/// The first wrong field, in the order of the fields above.
pub fn parse(text: &str) -> Result<Config, ConfigError> {
    let value = json::read(text).map_err(|e| error("", ConfigReason::NotJson { line: e.line, column: e.column }))?;
    let object = value.as_object().ok_or_else(|| error("", ConfigReason::WrongType(Wanted::Object)))?;
    only_known(object, "", &KNOWN)?;
    let key_types = key_types(object)?;
    let languages = languages::offered(object)?;
    let billing_url = address(object, "", "billing_url")?.ok_or_else(|| error("billing_url", ConfigReason::Missing))?;
    let log_in = choice(object, "log_in", &[("password", LogIn::Password), ("cookie", LogIn::Cookie)])?;
    if log_in == LogIn::Cookie && !billing_url.starts_with('/') {
        return Err(error("billing_url", ConfigReason::NotOwnOrigin));
    }
    Ok(Config {
        billing_url,
        dialect: choice(
            object,
            "dialect",
            &[("json", Dialect::Json), ("xjson", Dialect::Xjson), ("sjson", Dialect::Sjson), ("bjson", Dialect::Bjson)],
        )?,
        default_key_type: default_key_type(object, &key_types)?,
        key_types,
        subject_in_request: choice(
            object,
            "subject_in_request",
            &[("full", SubjectInRequest::Full), ("minimal", SubjectInRequest::Minimal)],
        )?,
        packages: packages(object)?,
        log_in,
        cart: choice(
            object,
            "cart",
            &[("basket", Cart::Basket), ("quickbasket", Cart::QuickBasket), ("skipbasket", Cart::SkipBasket)],
        )?,
        assumed: assumed::read(object)?,
        language: languages::first(object, &languages)?,
        languages,
        operator: text_of(object, "", "operator")?.unwrap_or_default(),
        links: links(object)?,
    })
}

fn error(field: &str, reason: ConfigReason) -> ConfigError {
    ConfigError { field: field.to_owned(), reason }
}

fn path(parent: &str, name: &str) -> String {
    if parent.is_empty() { name.to_owned() } else { format!("{parent}.{name}") }
}

fn only_known(object: &Object, parent: &str, known: &[&str]) -> Result<(), ConfigError> {
    let unknown = object.iter().find(|(name, _)| !known.contains(&name.as_str()));
    unknown.map_or(Ok(()), |(name, _)| Err(error(&path(parent, name), ConfigReason::Unknown)))
}

fn text_of(object: &Object, parent: &str, name: &str) -> Result<Option<String>, ConfigError> {
    match object.get(name) {
        None | Some(Json::Null) => Ok(None),
        Some(Json::Text(text)) => Ok(Some(text.clone())),
        Some(_) => Err(error(&path(parent, name), ConfigReason::WrongType(Wanted::Text))),
    }
}

/// A path or an `https:` address; `http:` only on the machine itself, for trying things out.
fn address(object: &Object, parent: &str, name: &str) -> Result<Option<String>, ConfigError> {
    let Some(text) = text_of(object, parent, name)? else { return Ok(None) };
    let is_path = text.starts_with('/') && !text.starts_with("//");
    let is_local = ["http://127.0.0.1", "http://localhost", "http://[::1]"]
        .iter()
        .any(|host| text.strip_prefix(host).is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '/'])));
    let is_https = text.strip_prefix("https://").is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'));
    let is_mail = parent == "links" && text.starts_with("mailto:");
    let is_clean = !text.contains(|c: char| c.is_whitespace() || c.is_control() || c == '\\');
    if is_clean && (is_path || is_local || is_https || is_mail) {
        Ok(Some(text))
    } else {
        Err(error(&path(parent, name), ConfigReason::BadAddress))
    }
}

fn choice<T: Copy>(object: &Object, name: &str, values: &[(&'static str, T)]) -> Result<T, ConfigError> {
    let not_one_of = || error(name, ConfigReason::NotOneOf(values.iter().map(|(text, _)| *text).collect()));
    let text = text_of(object, "", name)?;
    let found = match &text {
        None => values.first(),
        Some(text) => values.iter().find(|(known, _)| known == text),
    };
    found.map(|(_, value)| *value).ok_or_else(not_one_of)
}

fn key_type(field: &str, value: &Json) -> Result<KeyType, ConfigError> {
    let id = value.as_text().ok_or_else(|| error(field, ConfigReason::WrongType(Wanted::Text)))?;
    KeyType::from_id(id)
        .ok_or_else(|| error(field, ConfigReason::NotOneOf(KeyType::ALL.iter().map(|known| known.id()).collect())))
}

fn key_types(object: &Object) -> Result<Vec<KeyType>, ConfigError> {
    let Some(value) = object.get("key_types") else { return Ok(KeyType::ALL.to_vec()) };
    let list = value.as_list().ok_or_else(|| error("key_types", ConfigReason::WrongType(Wanted::List)))?;
    if list.is_empty() {
        return Err(error("key_types", ConfigReason::Empty));
    }
    list.iter().enumerate().map(|(i, value)| key_type(&format!("key_types[{i}]"), value)).collect()
}

fn default_key_type(object: &Object, offered: &[KeyType]) -> Result<KeyType, ConfigError> {
    let first = offered.first().copied().unwrap_or(KeyType::Rsa2048);
    let Some(value) = object.get("default_key_type") else { return Ok(first) };
    let wanted = key_type("default_key_type", value)?;
    if offered.contains(&wanted) {
        Ok(wanted)
    } else {
        Err(error("default_key_type", ConfigReason::NotInList("key_types")))
    }
}

/// `{"102": {"names": "wildcard"}}`.
fn packages(object: &Object) -> Result<Vec<(String, Coverage)>, ConfigError> {
    const NAMES: [(&str, Coverage); 4] = [
        ("single", Coverage::Single),
        ("wildcard", Coverage::Wildcard),
        ("multi-domain", Coverage::MultiDomain),
        ("unknown", Coverage::Unknown),
    ];
    let Some(value) = object.get("packages") else { return Ok(Vec::new()) };
    let all = value.as_object().ok_or_else(|| error("packages", ConfigReason::WrongType(Wanted::Object)))?;
    let mut found = Vec::new();
    for (id, value) in all {
        let field = path("packages", id);
        let own = value.as_object().ok_or_else(|| error(&field, ConfigReason::WrongType(Wanted::Object)))?;
        only_known(own, &field, &["names"])?;
        let names = path(&field, "names");
        let text = text_of(own, &field, "names")?.ok_or_else(|| error(&names, ConfigReason::Missing))?;
        let not_one_of = || error(&names, ConfigReason::NotOneOf(NAMES.iter().map(|(known, _)| *known).collect()));
        let (_, coverage) = NAMES.iter().find(|(known, _)| *known == text).ok_or_else(not_one_of)?;
        found.push((id.clone(), *coverage));
    }
    Ok(found)
}

fn links(object: &Object) -> Result<Links, ConfigError> {
    let Some(value) = object.get("links") else { return Ok(Links::default()) };
    let object = value.as_object().ok_or_else(|| error("links", ConfigReason::WrongType(Wanted::Object)))?;
    only_known(object, "links", &["register", "panel", "terms", "privacy", "support"])?;
    let link = |name| address(object, "links", name);
    Ok(Links {
        register: link("register")?,
        panel: link("panel")?,
        terms: link("terms")?,
        privacy: link("privacy")?,
        support: link("support")?,
    })
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
