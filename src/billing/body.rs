//! What a body is that is not JSON (API reference 1.6).
use super::error::BillingError;
use super::link;
use crate::domain::json::JsonError;
use crate::domain::secret::Secret;

/// What came instead of JSON; `at` is where it stops being that.
pub(super) fn instead_of_json(body: &str, at: JsonError) -> BillingError {
    let body_start = body.trim_start();
    if body_start.starts_with(['{', '[']) {
        return if at == end(body) { BillingError::Truncated } else { BillingError::NotJson };
    }
    if !is_page(body_start) {
        return BillingError::NotJson;
    }
    match link::long_operation(body) {
        Some(link) => BillingError::Long(Secret::new(link.to_owned())),
        None => BillingError::Html,
    }
}

/// The place after the last character, counted as the reader of JSON counts.
fn end(body: &str) -> JsonError {
    let mut lines = body.split('\n');
    JsonError { line: lines.clone().count(), column: lines.next_back().map_or(1, |line| line.chars().count() + 1) }
}

/// Whether it is markup, or text that soon becomes HTML.
fn is_page(body: &str) -> bool {
    let has = |mark: &[u8]| body.as_bytes().windows(mark.len()).take(1000).any(|part| part.eq_ignore_ascii_case(mark));
    body.starts_with('<') || has(b"<!doctype html") || has(b"<html")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::json;

    fn instead(body: &str) -> BillingError {
        instead_of_json(body, json::read(body).unwrap_err())
    }

    #[test]
    fn pages_and_halves_of_answers_are_told_from_other_texts() {
        use BillingError as E;
        for (body, error) in [
            ("<html><body>502</body></html>", E::Html),
            ("\n <!DOCTYPE html><p>Check that you are human</p>", E::Html),
            ("Warning: x\n<HTML>", E::Html),
            ("<?xml version=\"1.0\"?><doc/>", E::Html),
            ("<a href=\"long/7/billmgr\">", E::Long(Secret::new("long/7/billmgr".into()))),
            ("{\"doc\": {\"msg\": \"<html> <a href='long/7/billmgr'>", E::Truncated),
            ("{\"doc\": {\"elem\": [{\"id\"", E::Truncated),
            ("{\n\"é\": tru", E::Truncated),
            ("[1,\n", E::Truncated),
            ("{", E::Truncated),
            ("{\"doc\": {}}}", E::NotJson),
            ("{\"doc\": x", E::NotJson),
            ("{'doc': {}}", E::NotJson),
            ("", E::NotJson),
            (" ", E::NotJson),
            ("n", E::NotJson),
            ("Service unavailable", E::NotJson),
        ] {
            assert_eq!(instead(body), error, "{body}");
        }
    }

    #[test]
    fn the_link_of_a_long_operation_is_no_part_of_debug_output() {
        assert_eq!(format!("{:?}", instead("<a href=long/5e55/billmgr>")), "Long([redacted])");
    }
}
