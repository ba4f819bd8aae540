//! How the CA may check that a name is the customer's (Q6): the field, and what kind of method a value stands for.
use super::{Assumed, Fact};
use crate::billing::doc::Object;
use crate::billing::form::choices;

/// A way to check the names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Method {
    /// What is sent.
    pub value: String,
    /// What the billing system calls it.
    pub label: String,
    /// What it asks of the customer.
    pub kind: MethodKind,
}

/// What a method asks of the customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MethodKind {
    /// A record in the DNS.
    Dns,
    /// A message to a mailbox.
    Email,
    /// A file on the web server.
    Http,
    /// Nobody knows.
    Other,
}

/// The methods that the form offers, DNS first. A file cannot stand for a wildcard name (BR 3.2.2.4.18).
pub(in crate::billing) fn methods(doc: &Object, assumed: &Assumed, has_wildcard: bool) -> Vec<Method> {
    let mut found: Vec<Method> = Vec::new();
    for choice in choices(doc, assumed.of(Fact::MethodField)) {
        let kind = kind(&choice.key, assumed);
        if choice.key.is_empty() || (has_wildcard && kind == MethodKind::Http) {
            continue;
        }
        let at = found.iter().position(|known| known.kind > kind).unwrap_or(found.len());
        found.insert(at, Method { value: choice.key, label: choice.text, kind });
    }
    found
}

/// What the method with this value asks of the customer.
pub fn kind(value: &str, assumed: &Assumed) -> MethodKind {
    let kinds = [
        (Fact::MethodDns, MethodKind::Dns),
        (Fact::MethodEmail, MethodKind::Email),
        (Fact::MethodHttp, MethodKind::Http),
    ];
    kinds.into_iter().find(|(fact, _)| assumed.has_word(*fact, value)).map_or(MethodKind::Other, |(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::json::from_serde;

    #[test]
    fn dns_comes_first_and_a_file_never_stands_for_a_wildcard() {
        let doc = from_serde(&json!({"slist": {"$name": "approver_method", "val": [
            {"$key": "", "$": "-"}, {"$key": "phone", "$": "Phone"}, {"$key": "auth_http", "$": "File"},
            {"$key": "auth_email", "$": "E-mail"}, {"$key": "auth_dnstxt", "$": "DNS record"},
        ]}}));
        let values = |has_wildcard| -> Vec<String> {
            let found = methods(doc.as_object().unwrap(), &Assumed::default(), has_wildcard);
            found.into_iter().map(|method| method.value).collect()
        };
        assert_eq!(values(false), ["auth_dnstxt", "auth_email", "auth_http", "phone"]);
        assert_eq!(values(true), ["auth_dnstxt", "auth_email", "phone"]);
    }
}
