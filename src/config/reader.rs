//! Reads field after field and keeps the first that is wrong: no field has to ask what came of the ones before, which
//! makes this half the code that early returns would.
use super::{ConfigError, ConfigReason, Wanted};
use crate::domain::json::{Json, Object};

/// A value that a field chooses, under the name that the file has for it.
pub(super) type Named<T> = (&'static str, T);

/// Each method gives the value, or none where nothing is said or what is said is wrong.
#[derive(Debug, Default)]
pub(super) struct Reader {
    /// The first wrong field.
    pub wrong: Option<ConfigError>,
}

impl Reader {
    #[inline(never)]
    pub fn complain(&mut self, field: &str, reason: ConfigReason) {
        if self.wrong.is_none() {
            self.wrong = Some(ConfigError { field: field.to_owned(), reason });
        }
    }

    #[inline(never)]
    pub fn only_known(&mut self, object: &Object, parent: &str, known: &[&str]) {
        if let Some((name, _)) = object.iter().find(|(name, _)| !known.contains(&name.as_str())) {
            self.complain(&path(parent, name), ConfigReason::Unknown);
        }
    }

    /// `value` as a text.
    #[inline(never)]
    pub fn text<'a>(&mut self, field: &str, value: &'a Json) -> Option<&'a str> {
        if value.as_text().is_none() {
            self.complain(field, ConfigReason::WrongType(Wanted::Text));
        }
        value.as_text()
    }

    /// `value` as an object.
    #[inline(never)]
    pub fn object<'a>(&mut self, field: &str, value: &'a Json) -> Option<&'a Object> {
        if value.as_object().is_none() {
            self.complain(field, ConfigReason::WrongType(Wanted::Object));
        }
        value.as_object()
    }

    /// A text that may be left out.
    #[inline(never)]
    pub fn text_of<'a>(&mut self, object: &'a Object, parent: &str, name: &str) -> Option<&'a str> {
        match object.get(name) {
            None | Some(Json::Null) => None,
            Some(value) => self.text(&path(parent, name), value),
        }
    }

    /// A path or an `https:` address; `http:` only on the machine itself, for trying things out.
    #[inline(never)]
    pub fn address(&mut self, object: &Object, parent: &str, name: &str) -> Option<String> {
        let text = self.text_of(object, parent, name)?;
        let is_path = text.starts_with('/') && !text.starts_with("//");
        let is_https = text.strip_prefix("https://").is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'));
        let is_mail = parent == "links" && text.starts_with("mailto:");
        let is_clean = !text.contains(|c: char| c.is_whitespace() || c.is_control() || c == '\\');
        if !is_clean || !(is_path || is_local(text) || is_https || is_mail) {
            self.complain(&path(parent, name), ConfigReason::BadAddress);
        }
        Some(text.to_owned())
    }

    /// The value of this name.
    pub fn named<T: Copy>(&mut self, field: &str, name: &str, values: &[Named<T>]) -> Option<T> {
        let at = self.place(field, name, &mut values.iter().map(|(known, _)| *known))?;
        values.get(at).map(|(_, value)| *value)
    }

    /// Where the name stands among `names`: the part of [`Reader::named`] that is the same for all types.
    #[inline(never)]
    fn place(&mut self, field: &str, name: &str, names: &mut dyn Iterator<Item = &'static str>) -> Option<usize> {
        let names: Vec<&'static str> = names.collect();
        let at = names.iter().position(|known| *known == name);
        if at.is_none() {
            self.complain(field, ConfigReason::NotOneOf(names));
        }
        at
    }

    /// One of `values`.
    #[inline(never)]
    pub fn choice<T: Copy>(&mut self, object: &Object, parent: &str, name: &str, values: &[Named<T>]) -> Option<T> {
        let text = self.text_of(object, parent, name)?;
        self.named(&path(parent, name), text, values)
    }

    /// A list of texts with the names of its entries.
    #[inline(never)]
    pub fn list<'a>(&mut self, file: &'a Object, name: &str) -> Option<Vec<(String, &'a str)>> {
        let list = file.get(name)?.as_list();
        match list {
            None => self.complain(name, ConfigReason::WrongType(Wanted::List)),
            Some([]) => self.complain(name, ConfigReason::Empty),
            Some(_) => {}
        }
        let mut found = Vec::new();
        for (i, value) in list?.iter().enumerate() {
            let field = format!("{name}[{i}]");
            if let Some(text) = self.text(&field, value) {
                found.push((field, text));
            }
        }
        Some(found)
    }

    /// Some of `values`, each once, in the order of the file.
    #[inline(never)]
    pub fn choices<T: Copy + PartialEq>(&mut self, file: &Object, name: &str, values: &[Named<T>]) -> Option<Vec<T>> {
        let mut found = Vec::new();
        for (field, text) in self.list(file, name)? {
            if let Some(value) = self.named(&field, text, values)
                && !found.contains(&value)
            {
                found.push(value);
            }
        }
        Some(found)
    }
}

#[inline(never)]
pub(super) fn path(parent: &str, name: &str) -> String {
    if parent.is_empty() { name.to_owned() } else { [parent, ".", name].concat() }
}

/// Whether an address is an `http:` one on the machine itself.
pub(super) fn is_local(address: &str) -> bool {
    ["http://127.0.0.1", "http://localhost", "http://[::1]"]
        .iter()
        .any(|host| address.strip_prefix(host).is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '/'])))
}
