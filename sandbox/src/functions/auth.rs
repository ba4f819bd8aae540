//! `auth` opens a session, `totp.confirm` makes a temporary one whole, `logon` ends it.

use serde_json::json;

use super::{Call, Reply};
use crate::billmgr::SESSION_COOKIE;
use crate::db::{customers, sessions};
use crate::wire::error::{ApiError, Failure};

/// `auth` with `username` and `password`: a new session, in the answer and as the panel's cookie.
pub fn log_in(call: &Call<'_>) -> Result<Reply, Failure> {
    let login = call.params.get("username");
    let password = call.params.verbatim("password");
    let customer = customers::log_in(call.db, login, password)?;
    let temporary = customers::has_code(call.db, customer)?;
    open(call, customer, temporary)
}

/// `totp.confirm` with `qrcode`, called with a temporary session: a whole one in its place. Assumed: the error of a wrong code.
pub fn confirm(call: &Call<'_>) -> Result<Reply, Failure> {
    let Some(session) = call.session.filter(|session| session.temporary) else {
        return Err(ApiError::access(call.func).into());
    };
    if !customers::is_code(call.db, session.customer.id, call.params.get("qrcode"))? {
        // The code itself is not repeated.
        return Err(ApiError::value("qrcode", "", "The code is wrong or too old.").into());
    }
    sessions::end(call.db, &session.id)?;
    open(call, session.customer.id, false)
}

fn open(call: &Call<'_>, customer: i64, temporary: bool) -> Result<Reply, Failure> {
    let id = sessions::open(call.db, customer, temporary, call.now)?;
    let mut reply = call.answer([("auth", json!({"$id": id, "$level": "16", "$": id}))]);
    reply.cookie = Some(cookie(&id, ""));
    Ok(reply)
}

/// `logon` ends the session it is called with.
pub fn log_out(call: &Call<'_>) -> Result<Reply, Failure> {
    call.customer()?;
    if let Some(session) = call.session {
        sessions::end(call.db, &session.id)?;
    }
    let mut reply = call.ok();
    reply.cookie = Some(cookie("", "; Max-Age=0"));
    Ok(reply)
}

fn cookie(id: &str, more: &str) -> String {
    format!("{SESSION_COOKIE}={id}; Path=/; HttpOnly; SameSite=Strict{more}")
}
