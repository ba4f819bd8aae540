//! Request parameters: the query string and an `application/x-www-form-urlencoded` body as one list.

use std::fmt;

/// Parameters that steer the call or open a session; they are never echoed in an answer.
const NOT_ECHOED: [&str; 14] = [
    "auth",
    "authinfo",
    "clicked_button",
    "func",
    "key",
    "lang",
    "out",
    "password",
    "sback",
    "sfrom",
    "snext",
    "sok",
    "sv_field",
    "username",
];

/// Names and values in the order they came: query string first, then body.
#[derive(Clone, Default)]
pub struct Params(Vec<(String, String)>);

impl Params {
    /// Reads both parts by the URL Standard's form rules: `+` is a space, a broken percent-escape stays as it
    /// is, wrong UTF-8 becomes U+FFFD. Never fails.
    pub fn parse(query: &str, body: &[u8]) -> Self {
        let pairs = form_urlencoded::parse(query.as_bytes())
            .chain(form_urlencoded::parse(body))
            .map(|(name, value)| (name.into_owned(), value.into_owned()));
        Self(pairs.collect())
    }

    /// The value of `name` exactly as sent. Assumed: of repeated parameters the last one counts, and so the body
    /// beats the query string. Absent is empty.
    pub fn verbatim(&self, name: &str) -> &str {
        let last = self.0.iter().rev().find(|(key, _)| key == name);
        last.map_or("", |(_, value)| value)
    }

    /// The value of `name` without white space around it.
    pub fn get(&self, name: &str) -> &str {
        self.verbatim(name).trim()
    }

    /// Whether `name` has a value; the wire format does not tell empty from absent.
    pub fn has(&self, name: &str) -> bool {
        !self.get(name).is_empty()
    }

    /// A positive database id.
    pub fn id(&self, name: &str) -> Option<i64> {
        self.get(name).parse().ok().filter(|id| *id > 0)
    }

    /// What an answer may repeat: no secrets, nothing that steers the call, plain names only, each name once.
    pub fn echoable(&self) -> impl Iterator<Item = (&str, &str)> {
        let plain = |name: &str| {
            !name.is_empty()
                && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
                && !NOT_ECHOED.contains(&name)
        };
        let first = move |index: usize, name: &str| !self.0.iter().take(index).any(|(earlier, _)| earlier == name);
        self.0
            .iter()
            .enumerate()
            .filter(move |(index, (name, _))| plain(name) && first(*index, name))
            .map(|(_, (name, _))| (name.as_str(), self.get(name)))
    }
}

impl fmt::Debug for Params {
    /// Names only: values may be passwords and session ids.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.iter().map(|(name, _)| name)).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn malformed_input_is_read_leniently() {
        for (query, name, value) in [
            ("a=1", "a", "1"),
            ("a=1+2%203", "a", "1 2 3"),
            ("a=%zz%4", "a", "%zz%4"),
            ("a=%ff", "a", "\u{fffd}"),
            ("a=x%00y", "a", "x\0y"),
            ("a=1&a=2", "a", "2"),
            ("&&=&a", "a", ""),
            ("", "a", ""),
        ] {
            assert_eq!(Params::parse(query, b"").get(name), value, "{query}");
        }
    }

    #[test]
    fn the_body_beats_the_query_string() {
        assert_eq!(Params::parse("a=query", b"a=body").get("a"), "body");
    }

    #[test]
    fn secrets_and_structure_are_never_echoed() {
        let params = Params::parse("auth=s&password=p&key=k&CN=a.example&%24func=x&CN=b", b"");
        let echoed: Vec<_> = params.echoable().collect();
        assert_eq!(echoed, [("CN", "b")]);
        assert!(!format!("{params:?}").contains("a.example"));
    }
}
