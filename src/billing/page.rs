//! Lists that come page by page (API reference 1.3, 1.5).
use super::doc::{Object, cell};
use super::http::HttpRequest;

/// Rows asked for at once.
const ROWS: &str = "100";

/// The most pages that are told: a customer has no hundred thousand certificates, and a wrong count must not keep
/// a caller busy for ever.
const PAGE_LIMIT: u64 = 1_000;

/// Asks for page `page`, from 1.
pub(super) fn ask(request: HttpRequest, page: u32) -> HttpRequest {
    request.with("p_num", &page.max(1).to_string()).with("p_cnt", ROWS)
}

/// Which page this is and how many there are, both from 1: by `p_num`, `p_elems` (rows in all) and `p_cnt` (rows in a
/// page, as the server took it).
///
/// Where the server does not say how many rows there are, a full page means that one more may follow. Where it does not
/// say which page this is, it knows no pages: this one is all.
pub(super) fn place(doc: &Object, rows: usize) -> (u32, u32) {
    let number = |name| cell(doc, name).parse::<u64>().ok();
    let Some(page) = number("p_num").map(|page| page.clamp(1, PAGE_LIMIT)) else { return (1, 1) };
    let pages = match (number("p_elems"), number("p_cnt").unwrap_or_default()) {
        (_, 0) => page,
        (Some(total), per_page) => total.div_ceil(per_page),
        (None, per_page) if rows as u64 >= per_page => page + 1,
        (None, _) => page,
    };
    let small = |n: u64| u32::try_from(n).unwrap_or(1);
    (small(page), small(pages.clamp(page, PAGE_LIMIT)))
}

/// The page after `page`, if there is one.
pub(super) fn next(page: u32, pages: u32) -> Option<u32> {
    (page < pages).then(|| page + 1)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::json::from_serde;

    #[test]
    fn pages_are_counted_from_what_the_server_says() {
        for (doc, rows, wanted) in [
            (json!({"p_num": "1", "p_cnt": "10", "p_elems": "21"}), 10, (1, 3)),
            (json!({"p_num": 2, "p_cnt": 10, "p_elems": 20}), 10, (2, 2)),
            (json!({"p_num": "1", "p_elems": "0", "p_cnt": "10"}), 0, (1, 1)),
            (json!({"p_num": "1", "p_elems": "7"}), 7, (1, 1)),
            (json!({"p_num": "2", "p_cnt": "10"}), 10, (2, 3)),
            (json!({"p_num": "2", "p_cnt": "10"}), 9, (2, 2)),
            (json!({"p_num": "9", "p_cnt": "10", "p_elems": "20"}), 0, (9, 9)),
            (json!({"p_num": "1", "p_elems": "99999999999", "p_cnt": "1"}), 1, (1, 1000)),
            (json!({"p_num": "5000", "p_cnt": "1"}), 1, (1000, 1000)),
            (json!({"p_num": "1", "p_elems": "many", "p_cnt": "0"}), 3, (1, 1)),
            (json!({"p_elems": "21", "p_cnt": "10"}), 10, (1, 1)),
            (json!({}), 0, (1, 1)),
        ] {
            assert_eq!(place(from_serde(&doc).as_object().unwrap(), rows), wanted, "{doc}");
        }
    }

    #[test]
    fn after_the_last_page_there_is_none() {
        assert_eq!([next(1, 3), next(3, 3), next(1, 1)], [Some(2), None, None]);
    }
}
