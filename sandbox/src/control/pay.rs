//! `/sandbox/pay/ID`: the page on which a payment is made, in the place of a bank's or card company's.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse as _, Response};
use rusqlite::Connection;

use crate::clock::Timestamp;
use crate::db::payments;
use crate::log;
use crate::money::CURRENCY;
use crate::state::Shared;
use crate::wire::error::Failure;

/// The page runs nothing and sends its one form to itself.
const POLICY: &str = "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The payment with a button to make it.
pub async fn show(State(shared): State<Arc<Shared>>, Path(payment): Path<i64>) -> Response {
    answered(shared, move |db| {
        let waiting = payments::announced(db, payment)?;
        Ok(waiting.map(|announced| {
            let amount = announced.amount;
            format!(
                "<h1>Payment {payment}</h1><p>Order {}: {amount} {CURRENCY}</p>\
                 <form method=\"post\"><button>Pay {amount} {CURRENCY}</button></form>",
                announced.bill
            )
        }))
    })
    .await
}

/// The money is here.
pub async fn pay(State(shared): State<Arc<Shared>>, Path(payment): Path<i64>) -> Response {
    answered(shared, move |db| {
        let credited = payments::credit(db, payment, Timestamp::now())?;
        Ok(credited.then(|| format!("<h1>Payment {payment} is made</h1><p>You can close this page.</p>")))
    })
    .await
}

/// A page with what `work` gives, or that there is nothing to pay.
async fn answered(
    shared: Arc<Shared>,
    work: impl FnOnce(&Connection) -> Result<Option<String>, Failure> + Send + 'static,
) -> Response {
    let task = tokio::task::spawn_blocking(move || shared.transaction(|db| work(db)));
    match task.await {
        Ok(Ok(Some(content))) => page(StatusCode::OK, &content),
        Ok(Ok(None)) => page(StatusCode::CONFLICT, "<h1>There is nothing to pay here</h1>"),
        Ok(Err(failure)) => {
            log::line(format_args!("/sandbox/pay failed: {failure:?}"));
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

fn page(status: StatusCode, content: &str) -> Response {
    let html = format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
         <title>Payment page of the sandbox</title>\n{content}\n</html>\n"
    );
    let mut response = (status, Html(html)).into_response();
    for (name, value) in [(header::CONTENT_SECURITY_POLICY, POLICY), (header::CACHE_CONTROL, "no-store")] {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}
