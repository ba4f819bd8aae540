//! `fetch()` for the billing system: POST, or GET of a link that it gave; never with cookies when a token is used.
use std::cell::Cell;
use std::rc::Rc;

use gloo_net::http::{Request, Response};
use gloo_timers::callback::Timeout;
use web_sys::{AbortController, AbortSignal, RequestCache, RequestCredentials, RequestMode};

use crate::billing::http::{Credentials, HttpRequest, HttpResponse, Reply, TransportError};
use crate::billing::link;

/// Posts `request` to `url`, or gets the link that it is for.
///
/// # Errors
/// That no answer came, and what can be found out about why.
pub async fn call(url: &str, request: &HttpRequest, timeout_ms: u32) -> Reply {
    let controller = AbortController::new().map_err(|_| TransportError::Unreachable)?;
    let signal = controller.signal();
    let timed_out = Rc::new(Cell::new(false));
    let timer = {
        let timed_out = Rc::clone(&timed_out);
        Timeout::new(timeout_ms, move || {
            timed_out.set(true);
            controller.abort();
        })
    };
    let begun = begin(url, request, &signal).await;
    let has_begun = begun.is_ok();
    let reply = match finish(begun).await {
        Ok(response) => Ok(response),
        Err(_) if timed_out.get() => Err(TransportError::TimedOut),
        // What has begun may be read: the connection broke off.
        Err(_) if has_begun => Err(TransportError::Unreachable),
        Err(_) => Err(reason(url, &signal).await),
    };
    drop(timer);
    reply
}

type Fetched<T> = Result<T, gloo_net::Error>;

async fn begin(url: &str, request: &HttpRequest, signal: &AbortSignal) -> Fetched<Response> {
    let credentials = match request.credentials() {
        Credentials::Omit => RequestCredentials::Omit,
        Credentials::SameOrigin => RequestCredentials::SameOrigin,
    };
    let address = request.address();
    let builder = address.map_or_else(|| Request::post(url), Request::get);
    let builder = builder.credentials(credentials).cache(RequestCache::NoStore).abort_signal(Some(signal));
    let ready = if address.is_some() {
        builder.build()?
    } else {
        let form = "application/x-www-form-urlencoded;charset=UTF-8";
        builder.header("Content-Type", form).body(request.body().expose())?
    };
    ready.send().await
}

async fn finish(begun: Fetched<Response>) -> Fetched<HttpResponse> {
    let response = begun?;
    Ok(HttpResponse { status: response.status(), body: response.text().await? })
}

/// Why a call failed. A browser does not tell "not there" from "not for this page" (CORS): one more call does, which no
/// page may read and which says nothing. A redirect has to be followed, since that mode allows nothing else.
async fn reason(url: &str, signal: &AbortSignal) -> TransportError {
    let Some(window) = web_sys::window() else { return TransportError::Unreachable };
    if !window.navigator().on_line() {
        return TransportError::Offline;
    }
    let page = window.location().origin().unwrap_or_default();
    let Some(address) = link::probe(url, &page) else { return TransportError::Unreachable };
    let probe = Request::get(address)
        .mode(RequestMode::NoCors)
        .credentials(RequestCredentials::Omit)
        .cache(RequestCache::NoStore)
        .abort_signal(Some(signal))
        .build();
    let Ok(probe) = probe else { return TransportError::Unreachable };
    if probe.send().await.is_ok() { TransportError::Refused } else { TransportError::Unreachable }
}
