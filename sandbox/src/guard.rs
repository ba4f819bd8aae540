//! Refuses, records and shouts if a private key reaches the server, in any part of any request.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use http_body_util::BodyExt as _;

use crate::billmgr;
use crate::clock::Timestamp;
use crate::db::violations::{self, Violation};
use crate::log;
use crate::state::Shared;
use crate::wire::error::ApiError;
use crate::wire::params::Params;

/// The largest body that is read, in bytes.
pub const BODY_LIMIT: usize = 1024 * 1024;

/// The longest PEM label looked at, in bytes; RFC 7468 labels are much shorter.
const LABEL_LIMIT: usize = 64;

/// Looks at every request before anything else does. The body is read whole (1 MiB at most, else 413) and what was
/// read is searched even when it is too long.
pub async fn watch(State(shared): State<Arc<Shared>>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let (body, complete) = match read(body).await {
        Ok(read) => read,
        Err(status) => return status.into_response(),
    };
    let found = inspect(&parts, &body);
    if !found.is_empty() {
        return refuse(shared, &parts, &body, found).await;
    }
    if !complete {
        let closing = [(header::CONNECTION, "close")];
        return (StatusCode::PAYLOAD_TOO_LARGE, closing).into_response();
    }
    next.run(Request::from_parts(parts, Body::from(body))).await
}

/// The body, and whether that is all of it.
async fn read(mut body: Body) -> Result<(Bytes, bool), StatusCode> {
    let mut bytes = Vec::new();
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| StatusCode::BAD_REQUEST)?;
        let Some(data) = frame.data_ref() else {
            continue;
        };
        if bytes.len() + data.len() > BODY_LIMIT {
            bytes.extend_from_slice(data);
            return Ok((bytes.into(), false));
        }
        bytes.extend_from_slice(data);
    }
    Ok((bytes.into(), true))
}

/// What of a private key is in a request, one finding per part.
fn inspect(parts: &Parts, body: &[u8]) -> Vec<Violation> {
    let params = params(parts, body);
    let func = operation(&params);
    let mut found = Vec::new();
    let mut note = |place: String, what: String| {
        found.push(Violation { func: func.to_owned(), place, what });
    };
    let url = parts.uri.to_string();
    if let Some(label) = private_key_label(url.as_bytes()) {
        note("url".to_owned(), format!("{label} in PEM form"));
    }
    for (name, value) in &parts.headers {
        if let Some(label) = private_key_label(value.as_bytes()) {
            note(format!("header {name}"), format!("{label} in PEM form"));
        }
    }
    if let Some(label) = private_key_label(body) {
        note("body".to_owned(), format!("{label} in PEM form"));
    }
    if found.is_empty() && func.starts_with("certificate.") && params.has("key") {
        found.push(Violation {
            func: func.to_owned(),
            place: "parameter".to_owned(),
            what: "the field key is not empty".to_owned(),
        });
    }
    found
}

fn params(parts: &Parts, body: &[u8]) -> Params {
    Params::parse(parts.uri.query().unwrap_or_default(), body)
}

/// The operation, if it looks like one: what is recorded must not carry the key itself.
fn operation(params: &Params) -> &str {
    let func = params.get("func");
    let plain = func.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'.' || b == b'_');
    if plain && func.len() <= LABEL_LIMIT { func } else { "" }
}

/// The label of the first PEM private key in `bytes` as they are, percent-decoded once and twice, and form-decoded.
fn private_key_label(bytes: &[u8]) -> Option<String> {
    let once: Vec<u8> = form_urlencoded_bytes(bytes, false);
    let form = form_urlencoded_bytes(bytes, true);
    let twice = form_urlencoded_bytes(&form, true);
    [bytes, &once, &form, &twice].into_iter().find_map(pem_private_key)
}

/// Percent-decodes leniently; with `plus`, `+` is a space.
fn form_urlencoded_bytes(bytes: &[u8], plus: bool) -> Vec<u8> {
    let spaced = bytes.iter().map(|&b| if plus && b == b'+' { b' ' } else { b });
    percent_encoding::percent_decode(&spaced.collect::<Vec<_>>()).collect()
}

/// The label of the first `-----BEGIN … PRIVATE KEY …-----` in `bytes`, in any case of letters.
fn pem_private_key(bytes: &[u8]) -> Option<String> {
    const BEGIN: &[u8] = b"-----BEGIN ";
    let starts = bytes.windows(BEGIN.len()).enumerate().filter(|(_, window)| window.eq_ignore_ascii_case(BEGIN));
    for (at, _) in starts {
        let rest = bytes.get(at + BEGIN.len()..).unwrap_or_default();
        let line = rest.get(..LABEL_LIMIT).unwrap_or(rest);
        let end = line.windows(5).position(|dashes| dashes == b"-----");
        let label = String::from_utf8_lossy(line.get(..end?).unwrap_or_default());
        let label = label.to_ascii_uppercase();
        let plain = label.bytes().all(|b| b.is_ascii_uppercase() || b == b' ');
        if plain && label.contains("PRIVATE KEY") {
            return Some(label);
        }
    }
    None
}

async fn refuse(shared: Arc<Shared>, parts: &Parts, body: &[u8], found: Vec<Violation>) -> Response {
    for violation in &found {
        log::line(format_args!(
            "PRIVATE KEY REFUSED: {} ({}, func={})",
            violation.what, violation.place, violation.func
        ));
    }
    let params = params(parts, body);
    let func = operation(&params).to_owned();
    let stored = tokio::task::spawn_blocking(move || {
        shared.transaction(|db| found.iter().try_for_each(|violation| violations::add(db, violation, Timestamp::now())))
    });
    if !matches!(stored.await, Ok(Ok(()))) {
        log::line("the violation could not be stored");
    }
    let reason = "A private key must never be sent. It was not stored.";
    let mut response = billmgr::error_answer(ApiError::value("key", "", reason), &params, &func);
    if parts.uri.path() != "/billmgr" {
        *response.status_mut() = StatusCode::BAD_REQUEST;
    }
    response
}
