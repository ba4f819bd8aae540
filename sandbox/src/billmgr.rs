//! The HTTP face of the API: `GET` and `POST /billmgr`. Status 200 even for errors, as the real one.

use std::sync::Arc;

use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse as _, Response};
use rusqlite::Connection;
use serde_json::json;

use crate::clock::Timestamp;
use crate::db::customers::Customer;
use crate::db::sessions;
use crate::functions::{self, Call, Reply};
use crate::guard::BODY_LIMIT;
use crate::log;
use crate::state::Shared;
use crate::wire::error::{ApiError, Failure};
use crate::wire::json::Element;
use crate::wire::params::Params;

/// The panel's session cookie.
pub const SESSION_COOKIE: &str = "billmgrses5";

/// Keeps a browser from running anything that an answer might hold.
const POLICY: &str = "default-src 'none'; sandbox";

/// What stands where the panel would be.
const PANEL: &str = "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
    <title>Billing system</title>\n<h1>Billing system</h1>\n\
    <p>Here would be the billing panel. This is a stand-in for trying certificate orders; \
    it answers to programs only (<code>out=json</code>).</p>\n</html>\n";

/// Answers one call.
pub async fn answer(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, BODY_LIMIT).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let params = Params::parse(parts.uri.query().unwrap_or_default(), &body);
    let func = params.get("func").to_owned();
    match params.get("out") {
        "json" | "xjson" | "sjson" => {}
        "" => return protected(Html(PANEL).into_response()),
        other => {
            let error = ApiError::value("out", other, "Use json, xjson or sjson.");
            return json_answer(&error.into_doc(&func));
        }
    }
    let cookie = session_cookie(&parts);
    let work = tokio::task::spawn_blocking(move || perform(&shared, &params, cookie.as_deref()));
    match work.await {
        Ok(Ok(reply)) => with_cookie(json_answer(&reply.doc), reply.cookie.as_deref()),
        Ok(Err(failure)) => {
            if let Failure::Internal(reason) = &failure {
                log::line(format_args!("internal fault: {reason}"));
            }
            json_answer(&failure.into_api().into_doc(&func))
        }
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// Runs the function. The session is prolonged in a transaction of its own: it lives on even if the function fails.
fn perform(shared: &Shared, params: &Params, cookie: Option<&str>) -> Result<Reply, Failure> {
    let now = Timestamp::now();
    let session = shared.transaction(|db| find_session(db, params, cookie, now))?;
    shared.transaction(|db| {
        functions::dispatch(&Call { func: params.get("func"), params, db, shared, session: session.as_ref(), now })
    })
}

/// A live session and whose it is.
pub struct Session {
    /// Its id.
    pub id: String,
    /// The customer.
    pub customer: Customer,
    /// The one-time code is still to come.
    pub temporary: bool,
}

/// The session of the cookie if that one is live, else of the parameter `auth`: a cookie beats a token.
fn find_session(
    db: &Connection,
    params: &Params,
    cookie: Option<&str>,
    now: Timestamp,
) -> Result<Option<Session>, Failure> {
    for id in cookie.into_iter().chain([params.get("auth")]) {
        if let Some((customer, temporary)) = sessions::resume(db, id, now)? {
            let id = id.to_owned();
            return Ok(Some(Session { id, customer, temporary }));
        }
    }
    Ok(None)
}

fn session_cookie(parts: &Parts) -> Option<String> {
    let values = parts.headers.get_all(header::COOKIE).iter();
    let mut pairs = values
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='));
    let found = pairs.find(|(name, _)| *name == SESSION_COOKIE);
    found.map(|(_, value)| value.to_owned())
}

/// An answer with this `doc`.
pub fn json_answer(doc: &Element) -> Response {
    let body = json!({"doc": doc}).to_string();
    let kind = [(header::CONTENT_TYPE, "application/json; charset=utf-8")];
    protected((kind, body).into_response())
}

fn protected(mut response: Response) -> Response {
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CACHE_CONTROL, "no-store"),
    ] {
        let value = HeaderValue::from_static(value);
        response.headers_mut().insert(name, value);
    }
    response
}

fn with_cookie(mut response: Response, cookie: Option<&str>) -> Response {
    if let Some(value) = cookie.and_then(|text| HeaderValue::from_str(text).ok()) {
        response.headers_mut().insert(header::SET_COOKIE, value);
    }
    response
}
