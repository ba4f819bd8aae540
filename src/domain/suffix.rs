//! Public suffixes: the endings under which anybody can register a name, such as `com` or `co.uk` (the ICANN section of the
//! Public Suffix List). No certificate may be for all names under one (BR 3.2.2.6).
use std::fmt;

/// The list, as `scripts/suffixes.mjs` writes it: a line for each last label, with the rules below it, sorted, in A-labels.
///
/// ```text
/// ck * !www
/// de
/// uk ac co gov
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct SuffixList(String);

impl SuffixList {
    /// Takes the list; `None` where the text is none, as when a server sends a page of its own instead.
    pub fn read(text: &str) -> Option<Self> {
        let is_rule = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-.*! \n".contains(&b);
        (text.contains("\ncom\n") && text.bytes().all(is_rule)).then(|| Self(text.to_owned()))
    }

    /// Whether `name`, in A-labels and small letters, is a public suffix.
    pub fn is_suffix(&self, name: &str) -> bool {
        self.suffix(name).len() == name.len()
    }

    /// The name that was registered: the public suffix of `name` and one label more; `*.` does not count. `None` for a
    /// public suffix.
    pub fn registrable<'a>(&self, name: &'a str) -> Option<&'a str> {
        let name = name.strip_prefix("*.").unwrap_or(name);
        let above = name.strip_suffix(self.suffix(name))?.strip_suffix('.')?;
        let labels_above = above.rfind('.').map_or(0, |dot| dot + 1);
        name.get(labels_above..)
    }

    /// Whether `*.` may stand before `name`: not before a public suffix, nor where the list has each name below as one.
    pub fn takes_wildcard(&self, name: &str) -> bool {
        let is_parent =
            self.rules_of(name).any(|(rule, rest)| rule.strip_prefix('*').is_some_and(|below| is_parent(below, rest)));
        !is_parent && !self.is_suffix(name)
    }

    /// The public suffix that `name` ends with or is: the longest that matches, unless an exception does. The last label
    /// where the list knows nothing of it.
    fn suffix<'a>(&self, name: &'a str) -> &'a str {
        let mut longest = last_label(name);
        for (rule, rest) in self.rules_of(name) {
            if let Some(exception) = rule.strip_prefix('!') {
                if is_at_end(rest, exception) {
                    let parent = exception.split_once('.').map_or(0, |(_, parent)| parent.len() + 1);
                    return tail(name, last_label(name).len() + parent);
                }
                continue;
            }
            let matched = match rule.strip_prefix('*') {
                Some(below) => rest
                    .strip_suffix(below)
                    .filter(|above| !above.is_empty())
                    .map(|above| below.len() + last_label(above).len()),
                None => is_at_end(rest, rule).then_some(rule.len()),
            };
            let found = matched.map_or("", |length| tail(name, last_label(name).len() + 1 + length));
            if found.len() > longest.len() {
                longest = found;
            }
        }
        longest
    }

    /// The rules below the last label of `name`, each with what stands in `name` before that label.
    fn rules_of<'a>(&'a self, name: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let last = last_label(name);
        let rest = name.strip_suffix(last).and_then(|rest| rest.strip_suffix('.')).unwrap_or_default();
        let line = self.0.split('\n').find_map(|line| line.strip_prefix(last)?.strip_prefix(' '));
        line.unwrap_or_default()
            .split(' ')
            .filter(move |rule| !rule.is_empty() && !rest.is_empty())
            .map(move |rule| (rule, rest))
    }
}

impl fmt::Debug for SuffixList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SuffixList")
    }
}

fn last_label(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

/// The last `length` octets.
fn tail(name: &str, length: usize) -> &str {
    name.get(name.len().saturating_sub(length)..).unwrap_or(name)
}

/// Whether `name` is `end`, or ends with it after a dot.
fn is_at_end(name: &str, end: &str) -> bool {
    name.strip_suffix(end).is_some_and(|above| above.is_empty() || above.ends_with('.'))
}

/// Whether the rule `*` + `below` is about the names just below `rest`.
fn is_parent(below: &str, rest: &str) -> bool {
    below.strip_prefix('.') == Some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "aaa\nck * !www\ncom\njp ac *.kobe !city.kobe\nuk ac co\nxn--p1ai\n";

    #[test]
    fn suffixes_are_found_by_rules_wildcards_and_exceptions() {
        let list = SuffixList::read(LIST).unwrap();
        for (name, suffix, registrable) in [
            ("com", "com", None),
            ("example.com", "com", Some("example.com")),
            ("a.b.example.com", "com", Some("example.com")),
            ("co.uk", "co.uk", None),
            ("example.co.uk", "co.uk", Some("example.co.uk")),
            ("*.a.example.co.uk", "co.uk", Some("example.co.uk")),
            ("xco.uk", "uk", Some("xco.uk")),
            ("anything.ck", "anything.ck", None),
            ("a.anything.ck", "anything.ck", Some("a.anything.ck")),
            ("www.ck", "ck", Some("www.ck")),
            ("a.www.ck", "ck", Some("www.ck")),
            ("xwww.ck", "xwww.ck", None),
            ("kobe.jp", "jp", Some("kobe.jp")),
            ("a.kobe.jp", "a.kobe.jp", None),
            ("b.a.kobe.jp", "a.kobe.jp", Some("b.a.kobe.jp")),
            ("city.kobe.jp", "kobe.jp", Some("city.kobe.jp")),
            ("x.city.kobe.jp", "kobe.jp", Some("city.kobe.jp")),
            ("a.unknown", "unknown", Some("a.unknown")),
            ("m.om", "om", Some("m.om")),
            ("", "", None),
        ] {
            assert_eq!(list.suffix(name.trim_start_matches("*.")), suffix, "{name}");
            assert_eq!(list.registrable(name), registrable, "{name}");
            assert_eq!(list.is_suffix(name), name == suffix, "{name}");
        }
    }

    #[test]
    fn no_wildcard_stands_before_a_suffix_or_before_the_parent_of_suffixes() {
        let list = SuffixList::read(LIST).unwrap();
        for name in ["com", "co.uk", "kobe.jp", "a.kobe.jp", "b.ck"] {
            assert!(!list.takes_wildcard(name), "{name}");
        }
        for name in ["example.com", "city.kobe.jp", "www.ck", "a.b.ck", "obe.jp"] {
            assert!(list.takes_wildcard(name), "{name}");
        }
    }

    #[test]
    fn what_is_not_the_list_is_not_taken() {
        for text in ["", "<!doctype html>", "aaa\ncom", "aaa\n\ncom\n<", "com\n"] {
            assert_eq!(SuffixList::read(text), None, "{text:?}");
        }
    }
}
