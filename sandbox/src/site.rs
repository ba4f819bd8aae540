//! Serves the built site as a careful static host would.

use std::fmt;
use std::path::{Path, PathBuf};

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{Html, IntoResponse as _, Response};
use tower_http::services::ServeDir;

/// The site's Content Security Policy, with `elsewhere` among what the page may call.
fn policy(elsewhere: Option<&Origin>) -> HeaderValue {
    let elsewhere = elsewhere.map(|origin| format!(" {origin}")).unwrap_or_default();
    let policy = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'{elsewhere}; \
         img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'"
    );
    // An origin has no character that a header cannot carry; should it have one after all, nothing is allowed.
    HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static("default-src 'none'"))
}

/// `SCHEME://HOST` with a port or without: what one directive of the policy can hold without meaning another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin(String);

impl Origin {
    /// The origin written so.
    pub fn read(text: &str) -> Option<Self> {
        let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
        let is_plain = |c: char| c.is_ascii_alphanumeric() || ".-_:[]".contains(c);
        (!host.is_empty() && host.chars().all(is_plain)).then(|| Self(text.to_owned()))
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What the form never uses, so that nothing in it can.
const PERMISSIONS: &str =
    "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), clipboard-write=(self)";

/// Files whose name changes with their content.
const FOREVER: &str = "public, max-age=31536000, immutable";

/// What is shown while there is no site.
const NOT_BUILT: &str = "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
    <title>The site is not built yet</title>\n<h1>The site is not built yet</h1>\n\
    <p>Run <code>make dist</code> in the project's folder, then load this page again.</p>\n</html>\n";

/// The files of `folder`, with the policy on every answer.
pub fn service(folder: PathBuf, elsewhere: Option<&Origin>) -> Router {
    let policy = policy(elsewhere);
    let files = ServeDir::new(&folder).precompressed_br();
    Router::new().fallback_service(files).layer(from_fn(move |request: Request, next: Next| {
        let (folder, policy) = (folder.clone(), policy.clone());
        async move {
            let hashed = has_hash(request.uri().path());
            let wants_start = matches!(request.uri().path(), "/" | "/index.html");
            if wants_start && !is_built(&folder).await {
                return guarded(Html(NOT_BUILT).into_response(), false, policy);
            }
            guarded(next.run(request).await, hashed, policy)
        }
    }))
}

async fn is_built(folder: &Path) -> bool {
    let index = folder.join("index.html");
    tokio::task::spawn_blocking(move || index.is_file()).await.unwrap_or(false)
}

fn guarded(mut response: Response, hashed: bool, policy: HeaderValue) -> Response {
    let kept = matches!(response.status(), StatusCode::OK | StatusCode::NOT_MODIFIED | StatusCode::PARTIAL_CONTENT);
    let cache = if hashed && kept { FOREVER } else { "no-cache" };
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("permissions-policy", PERMISSIONS),
        ("cache-control", cache),
    ] {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    response
}

/// Whether the file's name ends in a hash before its extension: eight or more hex digits after `-` or `.`. The suffix
/// `_bg` that wasm-bindgen puts between them does not count.
fn has_hash(path: &str) -> bool {
    let file = path.rsplit('/').next().unwrap_or_default();
    let Some((stem, _)) = file.rsplit_once('.') else {
        return false;
    };
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let hash = stem.rsplit_once(['-', '.']).map_or("", |(_, last)| last);
    hash.len() >= 8 && hash.bytes().all(|b| b.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_cannot_bring_a_directive_of_its_own() {
        for text in ["https://billing.example.com", "http://127.0.0.1:8081", "http://[::1]:8081"] {
            assert_eq!(Origin::read(text).map(|origin| origin.to_string()).as_deref(), Some(text));
        }
        for text in
            ["", "https://", "billing.example.com", "*", "https://a.example/b", "https://a.example; script-src *"]
        {
            assert_eq!(Origin::read(text), None, "{text}");
        }
    }

    #[test]
    fn only_names_with_a_hash_may_be_kept_forever() {
        for (path, hashed) in [
            ("/cert-order-0a1b2c3d4e5f6789.js", true),
            ("/cert-order-0a1b2c3d4e5f6789_bg.wasm", true),
            ("/app.0a1b2c3d.css", true),
            ("/index.html", false),
            ("/boot.js", false),
            ("/app-0a1b2c3.js", false),
            ("/app-decorated.js", false),
            ("/0a1b2c3d4e5f6789/index.html", false),
            ("/", false),
        ] {
            assert_eq!(has_hash(path), hashed, "{path}");
        }
    }
}
