//! `fetch()` for the billing system: always POST, never with cookies when a token is used.
use std::cell::Cell;
use std::rc::Rc;

use gloo_net::http::Request;
use gloo_timers::callback::Timeout;
use web_sys::{AbortController, RequestCache, RequestCredentials};

use crate::billing::http::{Credentials, HttpRequest, HttpResponse, Reply, TransportError};

/// Posts `request` to `url`.
///
/// # Errors
/// That no answer came: the browser does not tell offline from refused.
pub async fn post(url: &str, request: &HttpRequest, timeout_ms: u32) -> Reply {
    let controller = AbortController::new().map_err(|_| TransportError::Unreachable)?;
    let timed_out = Rc::new(Cell::new(false));
    let timer = {
        let (controller, timed_out) = (controller.clone(), Rc::clone(&timed_out));
        Timeout::new(timeout_ms, move || {
            timed_out.set(true);
            controller.abort();
        })
    };
    let credentials = match request.credentials() {
        Credentials::Omit => RequestCredentials::Omit,
        Credentials::SameOrigin => RequestCredentials::SameOrigin,
    };
    let answer = async {
        let body = request.body();
        let response = Request::post(url)
            .credentials(credentials)
            .cache(RequestCache::NoStore)
            .header("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8")
            .abort_signal(Some(&controller.signal()))
            .body(body.expose())?
            .send()
            .await?;
        Ok::<_, gloo_net::Error>(HttpResponse { status: response.status(), body: response.text().await? })
    }
    .await;
    drop(timer);
    answer.map_err(|_| if timed_out.get() { TransportError::TimedOut } else { TransportError::Unreachable })
}
