//! HTTP as the browser's port speaks it, to one address of this machine: a connection each, nothing sent twice.
use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use cert_order::billing::http::{Credentials, HttpRequest, HttpResponse, Reply, TransportError};
use serde_json::Value;

/// Without a byte for so long, the sandbox is asked whether it has ceased to answer.
const SILENCE: Duration = Duration::from_millis(20);

/// The way to one sandbox.
pub struct Connection {
    address: SocketAddr,
    /// The panel's cookie, where the customer has logged in to the panel.
    pub cookie: Option<String>,
    /// The origin of the page that calls.
    pub origin: String,
    /// How many calls it has left without an answer.
    hung: AtomicU64,
}

/// An answer as it came.
pub struct Raw {
    /// Status line and headers.
    pub head: String,
    /// The body.
    pub body: String,
}

impl Raw {
    /// The status.
    pub fn status(&self) -> u16 {
        self.head.split(' ').nth(1).unwrap().parse().unwrap()
    }

    /// The value of a header, if it came whole.
    pub fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.into_iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

impl Connection {
    /// To this address.
    pub fn to(address: SocketAddr) -> Self {
        let new = Self { address, cookie: None, origin: format!("http://{address}"), hung: AtomicU64::new(0) };
        new.hung.store(new.hanging(), Ordering::Relaxed);
        new
    }

    /// As `fetch` would do it.
    pub fn call(&self, request: &HttpRequest) -> Reply {
        let body = request.body();
        let cookie = self.cookie.as_deref().filter(|_| request.credentials() == Credentials::SameOrigin);
        let raw = match request.address() {
            Some(address) => self.exchange("GET", address, "", cookie, || self.has_ceased()),
            None => self.exchange("POST", "/billmgr", body.expose(), cookie, || self.has_ceased()),
        };
        raw.map(|raw| HttpResponse { status: raw.status(), body: raw.body })
    }

    /// GETs a path that always answers.
    pub fn get(&self, path: &str) -> String {
        self.exchange("GET", path, "", None, || false).unwrap().body
    }

    /// POSTs to a path that always answers.
    pub fn post(&self, path: &str, body: &str) -> Raw {
        self.exchange("POST", path, body, None, || false).unwrap()
    }

    /// One call on a connection of its own, which is given up once the other end `has_ceased` to answer.
    fn exchange(
        &self,
        method: &str,
        path: &str,
        body: &str,
        cookie: Option<&str>,
        has_ceased: impl Fn() -> bool,
    ) -> Result<Raw, TransportError> {
        let (address, origin, length) = (self.address, &self.origin, body.len());
        let cookie = cookie.map(|cookie| format!("Cookie: {cookie}\r\n")).unwrap_or_default();
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: {address}\r\nOrigin: {origin}\r\n{cookie}\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
        );
        let sent = TcpStream::connect(address).and_then(|mut stream| {
            stream.set_read_timeout(Some(SILENCE))?;
            stream.write_all(&[head.as_bytes(), body.as_bytes()].concat())?;
            Ok(stream)
        });
        let bytes = read(sent.map_err(|_| TransportError::Unreachable)?, has_ceased)?;
        let text = String::from_utf8(bytes).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").ok_or(TransportError::Unreachable)?;
        let raw = Raw { head: head.to_owned(), body: body.to_owned() };
        let is_whole = raw.header("content-length").is_some_and(|length| length.parse() == Ok(raw.body.len()));
        if is_whole { Ok(raw) } else { Err(TransportError::Unreachable) }
    }

    /// Whether a call more has been taken without an answer to come: its effect is then there, however slow this machine is.
    fn has_ceased(&self) -> bool {
        let hung = self.hanging();
        hung > self.hung.swap(hung, Ordering::Relaxed)
    }

    /// How many calls were left without an answer so far.
    fn hanging(&self) -> u64 {
        self.faults().iter().filter(|fault| fault["fault"].as_str().unwrap().starts_with("time_out")).map(bitten).sum()
    }

    /// The faults that are on.
    pub fn faults(&self) -> Vec<Value> {
        let text = self.get("/sandbox/faults");
        let mut list: Value = serde_json::from_str(&text).unwrap();
        serde_json::from_value(list["faults"].take()).unwrap()
    }
}

/// Until the other end closes the connection, or has ceased to answer.
fn read(mut stream: TcpStream, has_ceased: impl Fn() -> bool) -> Result<Vec<u8>, TransportError> {
    let (mut bytes, mut part) = (Vec::new(), [0; 16 * 1024]);
    loop {
        match stream.read(&mut part) {
            Ok(0) => return Ok(bytes),
            Ok(count) => bytes.extend(&part[..count]),
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
                if has_ceased() {
                    return Err(TransportError::TimedOut);
                }
            }
            Err(_) => return Err(TransportError::Unreachable),
        }
    }
}

/// How often a fault has bitten.
pub fn bitten(fault: &Value) -> u64 {
    fault["bitten"].as_u64().unwrap()
}
