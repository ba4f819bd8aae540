//! The HTTP face of the API: `GET` and `POST /billmgr`. Status 200 even for errors, as the real one.

use std::sync::Arc;

use axum::Router;
use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::from_fn_with_state;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use rusqlite::Connection;

use crate::clock::Timestamp;
use crate::db::customers::Customer;
use crate::db::sessions;
use crate::faults::{Fault, Stage, adjust, cors, long, refuse, shape, transport};
use crate::functions::{Call, Reply};
use crate::guard::BODY_LIMIT;
use crate::log;
use crate::state::{Sandbox, Shared};
use crate::wire::dialect::Dialect;
use crate::wire::error::{ApiError, Failure};
use crate::wire::params::Params;
use crate::wire::russian;

/// The panel's session cookie.
pub const SESSION_COOKIE: &str = "billmgrses5";

/// Keeps a browser from running anything that an answer might hold.
const POLICY: &str = "default-src 'none'; sandbox";

/// What stands where the panel would be.
const PANEL: &str = "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
    <title>Billing system</title>\n<h1>Billing system</h1>\n\
    <p>Here would be the billing panel. This is a stand-in for trying certificate orders; \
    it answers to programs only (<code>out=json</code>).</p>\n</html>\n";

/// The routes of the API, and of the answers that are fetched later.
pub fn routes(shared: &Arc<Shared>) -> Router<Arc<Shared>> {
    let later = || get(long::fetch).post(long::fetch);
    Router::new()
        .route("/billmgr", get(answer).post(answer))
        .route("/long/{*path}", later())
        .route("/billmgr/long/{*path}", later())
        .layer(from_fn_with_state(Arc::clone(shared), cors::layer))
}

/// One call as it came in.
pub struct Asked {
    /// The parameters.
    pub params: Params,
    /// The session id of the cookie.
    cookie: Option<String>,
    /// It comes from a page of this very address.
    pub from_own_page: bool,
}

/// Answers one call.
async fn answer(State(shared): Sandbox, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, BODY_LIMIT).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let params = Params::parse(parts.uri.query().unwrap_or_default(), &body);
    if !params.has("out") {
        return protected(Html(PANEL).into_response());
    }
    if let Some(response) = transport::before(&shared, &params).await {
        return response;
    }
    let asked = Arc::new(Asked { params, cookie: session_cookie(&parts), from_own_page: is_own_page(&parts.headers) });
    let work = {
        let (shared, asked) = (Arc::clone(&shared), Arc::clone(&asked));
        tokio::task::spawn_blocking(move || perform(&shared, &asked)).await
    };
    let Ok(result) = work else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    let reply = result.unwrap_or_else(|failure| refusal(failure, &asked.params));
    transport::after(&shared, &asked.params, written(&shared, &asked.params, reply)).await
}

/// The error as an answer; a fault of the sandbox itself is logged.
fn refusal(failure: Failure, params: &Params) -> Reply {
    if let Failure::Internal(reason) = &failure {
        log::line(format_args!("internal fault: {reason}"));
    }
    failure.into_api().into_doc(params.get("func")).into()
}

/// The answer in the dialect, language and shape that it is to have.
fn written(shared: &Shared, params: &Params, mut reply: Reply) -> Answer {
    let shapes = shared.faults().all(Stage::Shape, params);
    if params.get("lang") == "ru" || shapes.iter().any(Fault::is_russian) {
        russian::translate(&mut reply.doc);
    }
    let dialect = Dialect::read(params.get("out")).unwrap_or(Dialect::Doc);
    Answer { body: shape::write(reply.doc, dialect, &shapes), cookie: reply.cookie }
}

/// Runs the function. The session is prolonged in a transaction of its own: it lives on even if the function fails.
fn perform(shared: &Shared, asked: &Asked) -> Result<Reply, Failure> {
    let params = &asked.params;
    let out = params.get("out");
    if Dialect::read(out).is_none() {
        return Err(ApiError::value("out", out, "Use json, xjson, sjson or bjson.").into());
    }
    let now = Timestamp::now();
    let session = shared.transaction(|db| find_session(db, params, asked.cookie.as_deref(), now))?;
    refuse::check(shared, asked, session.as_ref())?;
    shared.transaction(|db| {
        adjust::dispatch(&Call { func: params.get("func"), params, db, shared, session: session.as_ref(), now })
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
    /// The browser sent it along by itself.
    pub by_cookie: bool,
}

/// The session of the cookie if that one is live, else of the parameter `auth`: a cookie beats a token.
fn find_session(
    db: &Connection,
    params: &Params,
    cookie: Option<&str>,
    now: Timestamp,
) -> Result<Option<Session>, Failure> {
    let sent = cookie.into_iter().map(|id| (id, true)).chain([(params.get("auth"), false)]);
    for (id, by_cookie) in sent {
        if let Some((customer, temporary)) = sessions::resume(db, id, now)? {
            let id = id.to_owned();
            return Ok(Some(Session { id, customer, temporary, by_cookie }));
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

/// Whether `Origin`, or else `Referer`, names the host that is called.
fn is_own_page(headers: &HeaderMap) -> bool {
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let page = text(header::ORIGIN).or_else(|| text(header::REFERER));
    let authority = page.and_then(|page| page.split_once("://")?.1.split('/').next());
    authority.is_some() && authority == text(header::HOST)
}

/// An answer on its way back.
#[derive(Clone)]
pub struct Answer {
    /// The JSON.
    pub body: String,
    /// A `Set-Cookie` header.
    cookie: Option<String>,
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let kind = [(header::CONTENT_TYPE, "application/json; charset=utf-8")];
        let mut response = protected((kind, self.body).into_response());
        if let Some(value) = self.cookie.and_then(|text| HeaderValue::from_str(&text).ok()) {
            response.headers_mut().insert(header::SET_COOKIE, value);
        }
        response
    }
}

/// An error in the dialect that was asked for, untouched by faults.
pub fn error_answer(error: ApiError, params: &Params, func: &str) -> Response {
    let dialect = Dialect::read(params.get("out")).unwrap_or(Dialect::Doc);
    let body = shape::write(error.into_doc(func), dialect, &[]);
    Answer { body, cookie: None }.into_response()
}

/// With headers that keep a browser from running or keeping it.
pub fn protected(mut response: Response) -> Response {
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
