//! Serves the built site as a careful static host would.

use std::path::{Path, PathBuf};

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{Html, IntoResponse as _, Response};
use tower_http::services::ServeDir;

/// The site's Content Security Policy.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
    require-trusted-types-for 'script'; trusted-types 'none'";

/// Files whose name changes with their content.
const FOREVER: &str = "public, max-age=31536000, immutable";

/// What is shown while there is no site.
const NOT_BUILT: &str = "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
    <title>The site is not built yet</title>\n<h1>The site is not built yet</h1>\n\
    <p>Run <code>make dist</code> in the project's folder, then load this page again.</p>\n</html>\n";

/// The files of `folder`, with the policy on every answer.
pub fn service(folder: PathBuf) -> Router {
    let files = ServeDir::new(&folder).precompressed_br();
    Router::new().fallback_service(files).layer(from_fn(move |request: Request, next: Next| {
        let folder = folder.clone();
        async move {
            let hashed = has_hash(request.uri().path());
            let wants_start = matches!(request.uri().path(), "/" | "/index.html");
            if wants_start && !is_built(&folder).await {
                return guarded(Html(NOT_BUILT).into_response(), false);
            }
            guarded(next.run(request).await, hashed)
        }
    }))
}

async fn is_built(folder: &Path) -> bool {
    let index = folder.join("index.html");
    tokio::task::spawn_blocking(move || index.is_file()).await.unwrap_or(false)
}

fn guarded(mut response: Response, hashed: bool) -> Response {
    let kept = matches!(response.status(), StatusCode::OK | StatusCode::NOT_MODIFIED | StatusCode::PARTIAL_CONTENT);
    let cache = if hashed && kept { FOREVER } else { "no-cache" };
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (header::CACHE_CONTROL, cache),
    ] {
        let value = HeaderValue::from_static(value);
        response.headers_mut().insert(name, value);
    }
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
