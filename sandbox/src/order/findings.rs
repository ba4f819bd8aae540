//! Collects what is wrong with a form and reports the first finding in the order of its fields.

use crate::wire::error::ApiError;

/// The findings of one form. Checks may run in any order; the customer hears of the topmost field.
pub struct Findings<'a> {
    fields: &'a [&'a str],
    found: Vec<(usize, ApiError)>,
}

impl<'a> Findings<'a> {
    /// For a form with these fields, from top to bottom. A field not among them comes last.
    pub const fn new(fields: &'a [&'a str]) -> Self {
        Self { fields, found: Vec::new() }
    }

    /// Notes that `field` has the wrong `value`, with the reason as a sentence.
    pub fn add(&mut self, field: &str, value: &str, reason: &str) {
        self.note(field, ApiError::value(field, value, reason));
    }

    /// Notes that `field` is empty; returns whether it is.
    pub fn required(&mut self, field: &str, value: &str) -> bool {
        if value.is_empty() {
            self.note(field, ApiError::empty(field));
        }
        value.is_empty()
    }

    fn note(&mut self, field: &str, error: ApiError) {
        let place = self.fields.iter().position(|name| *name == field);
        let place = place.unwrap_or(self.fields.len());
        self.found.push((place, error));
    }

    /// Whether something is wrong with `field`.
    pub fn concern(&self, field: &str) -> bool {
        self.found.iter().any(|(_, error)| error.object == field)
    }

    /// Nothing, or the topmost finding.
    ///
    /// # Errors
    ///
    /// That finding.
    pub fn finish(self) -> Result<(), ApiError> {
        let topmost = self.found.into_iter().min_by_key(|(place, _)| *place);
        topmost.map_or(Ok(()), |(_, error)| Err(error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_topmost_field_is_reported_and_of_one_field_the_first_reason() {
        let mut findings = Findings::new(&["a", "b"]);
        findings.add("unlisted", "", "Z.");
        findings.add("b", "", "Late.");
        findings.required("a", "");
        findings.add("a", "", "Second.");
        let error = findings.finish().unwrap_err();
        assert_eq!(error.object, "a");
        assert!(error.message.ends_with("cannot be empty."));
        assert!(Findings::new(&["a"]).finish().is_ok());
    }
}
