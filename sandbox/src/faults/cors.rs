//! Answers to pages of one other origin, as a provider's proxy allows them.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use super::name::{Name, Stage};
use super::transport::FromElsewhere;
use crate::state::Sandbox;
use crate::wire::params::Params;

/// Adds the headers while the fault `cors` is on, and answers preflights; never allows credentials.
pub async fn layer(State(shared): Sandbox, request: Request, next: Next) -> Response {
    let faults = shared.faults().all(Stage::Installation, &Params::default());
    let Some(fault) = faults.into_iter().find(|fault| fault.name == Name::Cors) else {
        return next.run(request).await;
    };
    let is_allowed = request.headers().get(header::ORIGIN).is_some_and(|origin| origin == fault.text.as_str());
    let allowed = is_allowed.then_some(fault.text);
    let preflight = request.method() == Method::OPTIONS;
    let mut response = if preflight { StatusCode::NO_CONTENT.into_response() } else { next.run(request).await };
    if response.extensions().get::<FromElsewhere>().is_some() {
        return response;
    }
    let headers = response.headers_mut();
    headers.append(header::VARY, HeaderValue::from_static("Origin"));
    let Some(allowed) = allowed else { return response };
    insert(headers, header::ACCESS_CONTROL_ALLOW_ORIGIN, &allowed);
    if preflight {
        insert(headers, header::ACCESS_CONTROL_ALLOW_METHODS, "GET, POST");
        insert(headers, header::ACCESS_CONTROL_ALLOW_HEADERS, "Content-Type");
    }
    response
}

fn insert(headers: &mut HeaderMap, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}
