//! Links that the billing system gives: which are safe, and where they lead.

/// Whether a link may be followed at all: relative, or `https:`, and read alike by everybody.
pub(super) fn is_safe(link: &str) -> bool {
    if link.contains(|c: char| c.is_whitespace() || c.is_control() || c == '\\') {
        return false;
    }
    // A colon before any "/", "?" or "#" would be a scheme, and "//" another host.
    let first = link.split(['/', '?', '#']).next().unwrap_or_default();
    let is_relative = !first.contains(':') && !link.starts_with("//");
    let is_https = link.strip_prefix("https://").is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'));
    is_relative || is_https
}

/// The full address of a link: relative ones are taken from `billing_url`.
pub fn address(billing_url: &str, link: &str) -> String {
    if link.starts_with("https://") {
        return link.to_owned();
    }
    let (origin, path) = billing_url.split_at_checked(origin(billing_url).len()).unwrap_or_default();
    let end = path.bytes().position(|byte| matches!(byte, b'?' | b'#')).unwrap_or(path.len());
    let path = path.get(..end).unwrap_or_default();
    let folder = path.bytes().rposition(|byte| byte == b'/').and_then(|slash| path.get(..=slash)).unwrap_or("/");
    let base = match link.bytes().next() {
        Some(b'/') => "",
        Some(b'?') => path,
        _ => folder,
    };
    [origin, base, link].concat()
}

/// As [`address`], but only where a safe link stays on the origin of `billing_url`.
pub(super) fn own_address(billing_url: &str, link: &str) -> Option<String> {
    let address = address(billing_url, link);
    (is_safe(link) && origin(&address).eq_ignore_ascii_case(origin(billing_url))).then_some(address)
}

/// Where to ask whether the billing system is there at all, without any parameters: `None` where it lies on the page's
/// own origin, `page`. There every answer can be read, and the question would be idle.
pub fn probe<'a>(billing_url: &'a str, page: &str) -> Option<&'a str> {
    let origin = origin(billing_url);
    let is_elsewhere = !origin.is_empty() && !origin.eq_ignore_ascii_case(page);
    billing_url.split(['?', '#']).next().filter(|_| is_elsewhere)
}

/// Scheme and host of an address; empty for a path.
fn origin(url: &str) -> &str {
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let end = |host: &str| host.bytes().position(|byte| matches!(byte, b'/' | b'?' | b'#')).unwrap_or(host.len());
    host.and_then(|host| url.get(..url.len() - host.len() + end(host))).unwrap_or_default()
}

/// The longest link to a long operation that is followed, in bytes.
const LONGEST: usize = 2048;

/// How many links of a page are looked at; a page to wait on has a few.
const MOST: usize = 1000;

/// The link in a page that the billing system sends instead of an answer while an operation takes long: its path has a
/// part that begins with `long`, and it ends in `billmgr` (API reference 1.6).
pub(super) fn long_operation(html: &str) -> Option<&str> {
    // ASCII alone is changed: every place stays where it is.
    let lower = html.to_ascii_lowercase();
    let places = lower.match_indices("href").take(MOST);
    let mut links = places.filter_map(|(at, name)| attribute(html.get(at + name.len()..)?));
    links.find(|link| is_long(link)).filter(|link| is_safe(link))
}

/// The value of an attribute, from what stands after its name.
fn attribute(text: &str) -> Option<&str> {
    let value = text.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.bytes().next().filter(|byte| matches!(byte, b'"' | b'\''));
    let value = value.strip_prefix(['"', '\'']).unwrap_or(value);
    let ends = |byte: u8| quote.map_or(byte.is_ascii_whitespace() || byte == b'>', |quote| byte == quote);
    // No further than the longest link: a page may be full of beginnings.
    let end = value.bytes().take(LONGEST + 1).position(ends)?;
    value.get(..end)
}

fn is_long(link: &str) -> bool {
    let path = link.get(origin(link).len()..).unwrap_or_default();
    !path.contains(['?', '#']) && path.ends_with("billmgr") && path.split('/').any(|part| part.starts_with("long"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_links_lead_to_the_billing_systems_origin() {
        let far = "https://billing.example.com/my/billmgr";
        for (billing_url, link, wanted) in [
            ("/billmgr", "https://pay.example.com/x", "https://pay.example.com/x"),
            ("/billmgr", "/pay/7", "/pay/7"),
            ("/billmgr", "?func=x", "/billmgr?func=x"),
            ("/my/billmgr", "pay/7", "/my/pay/7"),
            (far, "/pay/7", "https://billing.example.com/pay/7"),
            (far, "?func=x", "https://billing.example.com/my/billmgr?func=x"),
            (far, "pay/7", "https://billing.example.com/my/pay/7"),
            ("https://billing.example.com", "pay/7", "https://billing.example.com/pay/7"),
            ("http://127.0.0.1:8080/billmgr?a=/b", "pay/7", "http://127.0.0.1:8080/pay/7"),
        ] {
            assert_eq!(address(billing_url, link), wanted, "{link} from {billing_url}");
        }
    }

    #[test]
    fn only_the_billing_systems_own_origin_is_its_own() {
        let far = "https://billing.example.com/my/billmgr";
        for (billing_url, link, wanted) in [
            ("/my/billmgr", "long/7/billmgr", Some("/my/long/7/billmgr")),
            ("/my/billmgr", "/long/7/billmgr", Some("/long/7/billmgr")),
            ("/my/billmgr", "https://billing.example.com/long/7/billmgr", None),
            (far, "long/7/billmgr", Some("https://billing.example.com/my/long/7/billmgr")),
            (far, "https://Billing.example.com/long/billmgr", Some("https://Billing.example.com/long/billmgr")),
            (far, "https://billing.example.com.evil.example/long/billmgr", None),
            (far, "https://billing.example.com@evil.example/long/billmgr", None),
            (far, "https://billing.example.com:8443/long/billmgr", None),
            (far, "http://billing.example.com/long/billmgr", None),
            (far, "//evil.example/long/billmgr", None),
            (far, "/\\evil.example/long/billmgr", None),
            (far, "javascript:long/billmgr", None),
            ("http://127.0.0.1:8080/billmgr", "https://127.0.0.1:8080/long/billmgr", None),
        ] {
            assert_eq!(own_address(billing_url, link).as_deref(), wanted, "{link} from {billing_url}");
        }
    }

    #[test]
    fn only_another_origin_is_asked_whether_it_is_there_and_without_parameters() {
        let page = "https://shop.example.com";
        for (billing_url, asked) in [
            ("/billmgr", None),
            ("https://shop.example.com/billmgr", None),
            ("https://Shop.example.com?x=/", None),
            ("https://billing.example.com/billmgr", Some("https://billing.example.com/billmgr")),
            ("https://billing.example.com/billmgr?a=b#c", Some("https://billing.example.com/billmgr")),
            ("https://shop.example.com:8443/billmgr", Some("https://shop.example.com:8443/billmgr")),
            ("http://127.0.0.1:8080/billmgr", Some("http://127.0.0.1:8080/billmgr")),
        ] {
            assert_eq!(probe(billing_url, page), asked, "{billing_url}");
        }
    }

    #[test]
    fn the_link_to_a_long_operation_is_found_in_its_page() {
        let padded = format!("<a href=\"long/{}/billmgr\">", "x".repeat(LONGEST));
        for (html, link) in [
            (r#"<html><a href="long/5a7f/billmgr">Wait</a>"#, Some("long/5a7f/billmgr")),
            ("<a class=x HREF = '/my/long.5a7f.billmgr'>", Some("/my/long.5a7f.billmgr")),
            ("<a href=long/billmgr>", Some("long/billmgr")),
            (
                r#"<a href="/billmgr"><link href="https://b.example/longtask/billmgr">"#,
                Some("https://b.example/longtask/billmgr"),
            ),
            (r#"<a href="https://long.example/billmgr">"#, None),
            (r#"<a href="/billmgr?func=long">"#, None),
            (r#"<a href="/long/billmgr?auth=5e55&x=billmgr">"#, None),
            (r#"<a href="/long/#billmgr">"#, None),
            (r#"<a href="/along/billmgr">"#, None),
            (r#"<a href="/long/othermgr">"#, None),
            (r#"<a href="//evil.example/long/billmgr">"#, None),
            (r#"<a href="http://b.example/long/billmgr">"#, None),
            (r#"<a href="javascript:/long/billmgr">"#, None),
            (r#"<a href="/long\evil/billmgr">"#, None),
            (r#"<a href="/long /billmgr">"#, None),
            ("<a href=\"/long/billmgr", None),
            ("<a href", None),
            ("\u{130}<a href='/long/\u{e9}/billmgr'>", Some("/long/\u{e9}/billmgr")),
            (padded.as_str(), None),
        ] {
            assert_eq!(long_operation(html), link, "{html}");
        }
    }

    #[test]
    fn a_page_full_of_links_takes_no_time() {
        let late = "href=x ".repeat(MOST) + "href=long/billmgr>";
        assert_eq!(long_operation(&late), None);
        assert_eq!(long_operation(&late.replacen("href", "", 1)), Some("long/billmgr"));
        assert_eq!(long_operation(&"href=".repeat(800_000)), None);
    }
}
