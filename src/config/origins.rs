//! Which pages may show the form inside themselves.
use super::ConfigReason;
use super::reader::{Reader, is_local};
use crate::domain::json::Object;

/// `["https://panel.example.com"]`: none by default.
pub(super) fn read(reader: &mut Reader, file: &Object) -> Vec<String> {
    let mut origins = Vec::new();
    for (field, origin) in reader.list(file, "embedding_origins").unwrap_or_default() {
        if !is_origin(origin) {
            reader.complain(&field, ConfigReason::NotOrigin);
        }
        origins.push(origin.to_owned());
    }
    origins
}

/// `https://HOST` with a port or without, as browsers write it; `http:` on the machine itself only. It must be fit for a
/// header (`frame-ancestors`), where a blank or a semicolon would begin something else.
fn is_origin(text: &str) -> bool {
    let Some(host) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://").filter(|_| is_local(text)))
    else {
        return false;
    };
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || ".-:[]".contains(c);
    !host.is_empty() && host.chars().all(is_plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_a_scheme_a_host_and_a_port() {
        for good in
            ["https://panel.example.com", "https://panel.example.com:1500", "http://127.0.0.1:80", "https://[::1]"]
        {
            assert!(is_origin(good), "{good}");
        }
        for bad in [
            "",
            "https://",
            "panel.example.com",
            "*",
            "https://*.example.com",
            "https://panel.example.com/",
            "https://Panel.example.com",
            "https://a.example https://b.example",
            "https://a.example;",
            "http://panel.example.com",
            "null",
        ] {
            assert!(!is_origin(bad), "{bad}");
        }
    }
}
