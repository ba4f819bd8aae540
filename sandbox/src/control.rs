//! `/sandbox/*`: looking into the sandbox and steering it, for tests and demonstrations. Loopback peers only.

mod orders;
mod pay;

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::clock::Timestamp;
use crate::db::{customers, issuance, seed, sessions, violations};
use crate::faults;
use crate::log;
use crate::money::CURRENCY;
use crate::state::{Sandbox, Shared};
use crate::wire::error::Failure;

/// The routes below `/sandbox`.
pub fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/violations", get(list_violations))
        .route("/orders", get(list_orders))
        .route("/balance", get(list_balances))
        .route("/pay/{payment}", get(pay::show).post(pay::pay))
        .route("/ca.pem", get(authority))
        .route("/timer", post(set_timer))
        .route("/faults", get(list_faults).post(set_faults))
        .route("/reset", post(reset))
        .route("/session/expire", post(expire_sessions))
        .layer(from_fn(loopback_only))
}

async fn loopback_only(request: Request, next: Next) -> Response {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    if !peer.is_some_and(|ConnectInfo(peer)| is_loopback(peer.ip())) {
        return StatusCode::FORBIDDEN.into_response();
    }
    next.run(request).await
}

/// Also for an IPv4 address that came in over IPv6.
fn is_loopback(peer: IpAddr) -> bool {
    peer.to_canonical().is_loopback()
}

async fn list_violations(State(shared): Sandbox) -> Response {
    json_of(shared, |_, db| violations::report(db)).await
}

async fn list_orders(State(shared): Sandbox) -> Response {
    json_of(shared, |shared, db| {
        let now = Timestamp::now();
        issuance::advance(db, shared.authority(), shared.issue_after(), now)?;
        orders::all(db)
    })
    .await
}

async fn list_balances(State(shared): Sandbox) -> Response {
    json_of(shared, |_, db| {
        let balance = |customer: customers::Customer| {
            json!({
                "id": customer.id,
                "login": customer.login,
                "balance_minor": customer.balance.minor(),
                "currency": CURRENCY,
            })
        };
        Ok(customers::all(db)?.into_iter().map(balance).collect())
    })
    .await
}

async fn authority(State(shared): Sandbox) -> Response {
    let kind = [(header::CONTENT_TYPE, "application/x-pem-file")];
    (kind, shared.authority().certificate_pem().to_owned()).into_response()
}

/// `{"issue_after_ms": N}`: time per change of state of a certificate from now on.
async fn set_timer(State(shared): Sandbox, body: Bytes) -> Response {
    let body: Option<Value> = serde_json::from_slice(&body).ok();
    let millis = body.as_ref().and_then(|body| body.get("issue_after_ms")?.as_i64());
    let Some(millis) = millis.filter(|millis| *millis >= 0) else {
        let usage = json!({"error": "send {\"issue_after_ms\": N}, N from 0"});
        return (StatusCode::BAD_REQUEST, usage.to_string()).into_response();
    };
    shared.set_issue_after(millis);
    done()
}

async fn list_faults(State(shared): Sandbox) -> Response {
    json_response(&shared.faults().report())
}

/// `{"faults": [...]}`: these are on from now, all others off.
async fn set_faults(State(shared): Sandbox, body: Bytes) -> Response {
    match faults::read_list(&body) {
        Ok(list) => shared.faults().replace(list),
        Err(reason) => return (StatusCode::BAD_REQUEST, json_response(&json!({"error": reason}))).into_response(),
    }
    done()
}

/// Everything as on the first day, timer and faults too; the certificate authority stays.
async fn reset(State(shared): Sandbox) -> Response {
    json_of(shared, |shared, db| {
        shared.restore_issue_after();
        shared.faults().restore();
        shared.operations().clear();
        seed::reset(db, shared.start(), Timestamp::now())?;
        Ok(json!({"ok": true}))
    })
    .await
}

async fn expire_sessions(State(shared): Sandbox) -> Response {
    json_of(shared, |_, db| {
        sessions::end_all(db)?;
        Ok(json!({"ok": true}))
    })
    .await
}

fn done() -> Response {
    json_response(&json!({"ok": true}))
}

fn json_response(value: &Value) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (headers, value.to_string()).into_response()
}

/// Runs `work` in a transaction on a thread that may block, and answers its JSON.
async fn json_of(
    shared: Arc<Shared>,
    work: impl FnOnce(&Shared, &Connection) -> Result<Value, Failure> + Send + 'static,
) -> Response {
    let task = tokio::task::spawn_blocking(move || shared.transaction(|db| work(&shared, db)));
    match task.await {
        Ok(Ok(value)) => json_response(&value),
        Ok(Err(failure)) => {
            log::line(format_args!("/sandbox failed: {failure:?}"));
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_itself_is_loopback() {
        for (peer, local) in [
            ("127.0.0.1", true),
            ("127.9.9.9", true),
            ("::1", true),
            ("::ffff:127.0.0.1", true),
            ("192.168.0.2", false),
            ("::ffff:10.0.0.1", false),
            ("2001:db8::1", false),
            ("0.0.0.0", false),
        ] {
            assert_eq!(is_loopback(peer.parse().unwrap()), local, "{peer}");
        }
    }
}
