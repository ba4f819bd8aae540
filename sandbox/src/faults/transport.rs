//! Faults on the way: waits, pages of a proxy in the place of the answer, answers that get lost.

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse as _, Response};
use http_body_util::{Full, Limited};

use super::name::{Name, Stage};
use crate::billmgr::Answer;
use crate::log;
use crate::state::Shared;
use crate::wire::params::Params;

/// Marks an answer that does not come from the billing system's own address: it bears no CORS headers.
#[derive(Clone, Copy, Debug)]
pub struct FromElsewhere;

/// What comes in the place of the call, if anything does.
pub async fn before(shared: &Shared, params: &Params) -> Option<Response> {
    for fault in shared.faults().all(Stage::Delay, params) {
        tokio::time::sleep(Duration::from_millis(fault.millis)).await;
    }
    Some(match shared.faults().first(Stage::Before, params)?.name {
        Name::BadGateway => bad_gateway(),
        Name::Forbidden => elsewhere(StatusCode::FORBIDDEN, "403 Forbidden"),
        Name::Blocked460 => {
            elsewhere(StatusCode::from_u16(460).unwrap_or(StatusCode::FORBIDDEN), "Your address is blocked")
        }
        Name::Html => page(StatusCode::OK, "Checking your browser"),
        _ => never().await,
    })
}

/// What becomes of the answer on its way back.
pub async fn after(shared: &Shared, params: &Params, mut answer: Answer) -> Response {
    let Some(fault) = shared.faults().first(Stage::After, params) else {
        return answer.into_response();
    };
    match fault.name {
        Name::BadGatewayAfter => bad_gateway(),
        Name::GatewayTimeOut => page(StatusCode::GATEWAY_TIMEOUT, "504 Gateway Time-out"),
        Name::Truncated => {
            let half = answer.body.chars().count() / 2;
            answer.body = answer.body.chars().take(half).collect();
            answer.into_response()
        }
        Name::ConnectionLost => lost(),
        Name::LongOperation => shared.operations().begin(answer, fault.skip_polls).unwrap_or_else(|failure| {
            log::line(format_args!("a long operation failed: {failure:?}"));
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }),
        _ => never().await,
    }
}

/// Until the client or the sandbox gives up.
async fn never() -> Response {
    std::future::pending().await
}

fn bad_gateway() -> Response {
    page(StatusCode::BAD_GATEWAY, "502 Bad Gateway")
}

fn elsewhere(status: StatusCode, title: &str) -> Response {
    let mut response = page(status, title);
    response.extensions_mut().insert(FromElsewhere);
    response
}

/// A page as a proxy sends it.
fn page(status: StatusCode, title: &str) -> Response {
    let html = format!(
        "<html>\r\n<head><title>{title}</title></head>\r\n<body>\r\n<center><h1>{title}</h1></center>\r\n\
         </body>\r\n</html>\r\n"
    );
    (status, Html(html)).into_response()
}

/// A body that breaks before its first byte: the server then closes the connection, and not even a status goes out.
fn lost() -> Response {
    let broken = Limited::new(Full::new(Bytes::from_static(b"too long")), 1);
    Response::new(Body::new(broken))
}
