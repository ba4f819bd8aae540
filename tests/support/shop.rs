//! A scripted billing system: a cart, an account and a list of certificates, without a network. Any call can be told to
//! fail, to end late, or to work and lose its answer.
use std::collections::{HashMap, VecDeque};

use cert_order::billing::http::{Credentials, HttpRequest, HttpResponse, Reply, TransportError};
use serde_json::json;

use super::wire::{amount, cell, doc, done, error, fields, no_session};

mod answers;
mod extras;

pub use extras::Extras;

/// The customer who orders.
pub const USER: &str = "demo";
/// Another customer.
pub const OTHER_USER: &str = "someone-else";
/// A customer whose account asks for a one-time code.
pub const CODE_USER: &str = "careful";
/// The code; it must never be seen outside the log-in.
pub const CODE: &str = "31415926";
/// Their password; it must never be seen outside the log-in.
pub const PASSWORD: &str = "hunter2&horse";
/// What every session id begins with.
pub const SESSION: &str = "5e55c0ffee";
/// The package for one name.
pub const DV: &str = "101";
/// The package for all names below a domain.
pub const WILDCARD: &str = "102";
/// The package for several names.
pub const MULTI: &str = "103";
/// The package that asks for an organization.
pub const OV: &str = "104";
/// As [`OV`], with extended validation.
pub const EV: &str = "106";

/// Stands for the answer that was put by for a link.
const LATER: &str = "later";

/// How a call ends.
#[derive(Debug, Clone)]
pub enum Script {
    /// By itself.
    AsUsual,
    /// This answer; the call has no effect.
    Answer(String),
    /// This status, with a proxy's page.
    Status(u16),
    /// No answer, and no effect.
    Lost(TransportError),
    /// The call takes effect, and its answer is lost.
    Forgotten(TransportError),
    /// The session is over, and the call is refused for that.
    SessionEnds,
    /// No answer yet; the call has no effect.
    Silent,
    /// The call takes effect; its answer does not come before the test says so.
    Late,
}

/// A call as it came in.
#[derive(Debug, Clone)]
pub struct Call {
    /// The operation, as in [`Shop::script`].
    pub operation: &'static str,
    /// What was posted.
    pub fields: Vec<(String, String)>,
    /// The bytes of it.
    pub body: String,
}

impl Call {
    /// The value of a field.
    pub fn field(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// A row of the cart.
#[derive(Debug, Clone)]
pub struct Row {
    /// Its id, and that of its item.
    pub id: u32,
    /// What it says.
    pub text: String,
    /// What it costs.
    pub cost: i64,
    /// The certificate's name; empty for other goods.
    pub domain: String,
}

/// A certificate of the customer.
#[derive(Debug, Clone)]
pub struct Certificate {
    /// Its id.
    pub id: u32,
    /// Common name.
    pub domain: String,
    /// `item_status` and `service_status`.
    pub status: [&'static str; 2],
    /// PEM, once issued.
    pub pem: String,
    /// The value of its DNS record, once the CA has told it.
    pub record: &'static str,
}

/// The billing system.
#[derive(Debug)]
pub struct Shop {
    /// What lies in the cart.
    pub cart: Vec<Row>,
    /// Domains of what lies in the newer cart.
    pub new_cart: Vec<String>,
    /// The customer's certificates.
    pub certificates: Vec<Certificate>,
    /// What was paid, each payment by itself.
    pub payments: Vec<i64>,
    /// Orders placed and not paid yet: number, and what lies in each.
    pub open_orders: Vec<(u32, Vec<Row>)>,
    /// Payments to be made on a page: what each comes to.
    pub announced: Vec<i64>,
    /// Where that page is.
    pub payment_page: &'static str,
    /// What is on the account.
    pub balance: i64,
    /// Rows in a page of the list of certificates.
    pub page_size: usize,
    /// Values of `crt_type` that the form offers.
    pub crt_types: Vec<&'static str>,
    /// What the request's form requires besides the usual.
    pub required: Vec<&'static str>,
    /// What the request's form asks besides.
    pub early: Extras,
    /// What the last form asks besides.
    pub late: Extras,
    /// What the form echoes instead of the request it was given.
    pub echoed: Option<String>,
    /// The credentials of every call so far.
    pub credentials: Vec<Credentials>,
    /// Every call so far.
    pub calls: Vec<Call>,
    scripts: HashMap<&'static str, VecDeque<Script>>,
    script_of_call: Option<(usize, Script)>,
    session: Option<(String, String)>,
    /// Id of a session that is good for the one-time code alone.
    temporary: Option<String>,
    /// Who is logged in to the panel, whose cookie goes with calls that let it.
    pub panel: Option<&'static str>,
    is_by_cookie: bool,
    later: Option<&'static str>,
    ready: Option<String>,
    sessions: u32,
    last_id: u32,
    discount_percent: i64,
    billorder: u32,
}

impl Default for Shop {
    fn default() -> Self {
        Self {
            cart: Vec::new(),
            new_cart: Vec::new(),
            certificates: Vec::new(),
            payments: Vec::new(),
            open_orders: Vec::new(),
            announced: Vec::new(),
            payment_page: "https://pay.example.com/78",
            balance: 50_000,
            page_size: 100,
            crt_types: vec!["generate", "exist"],
            required: Vec::new(),
            early: Extras::default(),
            late: Extras::default(),
            echoed: None,
            credentials: Vec::new(),
            calls: Vec::new(),
            scripts: HashMap::new(),
            script_of_call: None,
            session: None,
            temporary: None,
            panel: None,
            is_by_cookie: false,
            later: None,
            ready: None,
            sessions: 0,
            last_id: 500,
            discount_percent: 0,
            billorder: 12,
        }
    }
}

impl Shop {
    /// The next call of `operation` ends like this; several are taken in turn. Operations are named by function, with
    /// `.next`, `.code`, `.delete` for what a function does besides showing its form.
    pub fn script(&mut self, operation: &'static str, script: Script) {
        self.scripts.entry(operation).or_default().push_back(script);
    }

    /// The call with this number, counted from 0, ends like this.
    pub fn script_call(&mut self, number: usize, script: Script) {
        self.script_of_call = Some((number, script));
    }

    /// As [`Shop::script`], with an error of the billing system.
    pub fn refuse(&mut self, operation: &'static str, kind: &str, object: &str, message: &str) {
        self.script(operation, Script::Answer(error(kind, object, message)));
    }

    /// All sessions are over.
    pub fn end_session(&mut self) {
        self.session = None;
        self.panel = None;
    }

    /// Something else lies in the cart.
    pub fn put_into_cart(&mut self, text: &str, cost: i64) {
        let id = self.new_id();
        self.cart.push(Row { id, text: text.to_owned(), cost, domain: String::new() });
    }

    /// The customer has an order that is not paid yet.
    pub fn open_order(&mut self, number: u32) {
        self.open_orders.push((number, Vec::new()));
    }

    /// The customer has this certificate, in work.
    pub fn add_certificate(&mut self, domain: &str) -> u32 {
        let id = self.new_id();
        self.certificates.push(Certificate {
            id,
            domain: domain.to_owned(),
            status: ["5", "3"],
            pem: String::new(),
            record: "",
        });
        id
    }

    /// What the next call of `operation` would answer, for a link that gives it later: it takes effect as soon as the call
    /// was answered by a page.
    pub fn done_later(&mut self, operation: &'static str) -> String {
        self.later = Some(operation);
        LATER.to_owned()
    }

    /// How often `operation` was called.
    pub fn count(&self, operation: &str) -> usize {
        self.calls.iter().filter(|call| call.operation == operation).count()
    }

    /// The last call of `operation`.
    pub fn last(&self, operation: &str) -> &Call {
        self.calls.iter().rfind(|call| call.operation == operation).unwrap()
    }

    fn new_id(&mut self) -> u32 {
        self.last_id += 1;
        self.last_id
    }

    /// Takes a call; the reply, and whether it comes at once.
    pub fn call(&mut self, request: &HttpRequest) -> (Option<Reply>, bool) {
        let body = request.body().expose().to_owned();
        let fields = fields(&body);
        let operation = if request.address().is_some() { "long" } else { operation(request.func(), &fields) };
        let call = Call { operation, fields, body };
        self.credentials.push(request.credentials());
        self.is_by_cookie = request.credentials() == Credentials::SameOrigin;
        self.calls.push(call.clone());
        let answered = |body| Some(Ok(HttpResponse { status: 200, body }));
        let number = self.calls.len() - 1;
        let script = match self.script_of_call.take_if(|(wanted, _)| *wanted == number) {
            Some((_, script)) => Some(script),
            None => self.scripts.get_mut(call.operation).and_then(VecDeque::pop_front),
        };
        match script {
            None | Some(Script::AsUsual) => (answered(self.answer(&call)), true),
            Some(Script::Answer(body)) if body == LATER => (answered(self.ready.take().unwrap()), true),
            Some(Script::Answer(body)) => {
                if self.later.take_if(|operation| *operation == call.operation).is_some() {
                    self.ready = Some(self.answer(&call));
                }
                (answered(body), true)
            }
            Some(Script::SessionEnds) => {
                self.end_session();
                (answered(no_session(call.operation)), true)
            }
            Some(Script::Status(status)) => {
                (Some(Ok(HttpResponse { status, body: "<html>Bad gateway</html>".to_owned() })), true)
            }
            Some(Script::Lost(error)) => (Some(Err(error)), true),
            Some(Script::Forgotten(error)) => {
                self.answer(&call);
                (Some(Err(error)), true)
            }
            Some(Script::Silent) => (None, false),
            Some(Script::Late) => (answered(self.answer(&call)), false),
        }
    }

    fn answer(&mut self, call: &Call) -> String {
        match call.operation {
            "auth" => return self.log_in(call),
            "pricelist.export" => return answers::catalogue(),
            _ => {}
        }
        let login = match (&self.session, call.field("auth"), self.panel) {
            (_, None, Some(login)) if self.is_by_cookie => login.to_owned(),
            (Some((id, login)), Some(sent), _) if sent == id => login.clone(),
            (_, Some(sent), _) if self.temporary.as_deref() == Some(sent) => return self.second_step(call),
            _ => return no_session(call.operation),
        };
        match call.operation {
            "whoami" => doc("whoami", json!({"user": {"$id": "7", "$name": login, "$realname": "Ann O&#39;Neil"}})),
            "keepalive" => done("keepalive"),
            "logon" => {
                self.session = None;
                done("logon")
            }
            "csr" => self.csr_form(call),
            "csr.next" => self.early.refusal(call).unwrap_or_else(|| self.order_form(call)),
            "preview" => self.order_form(call),
            "param" => self.late.refusal(call).unwrap_or_else(|| self.add_row(call)),
            "basket" => self.basket(),
            "basket.delete" => self.delete_row(call),
            "basket.code" => self.take_code(call),
            "payment.add" => self.ways_to_pay(call),
            "pay" => self.pay(call),
            "basket.free" => self.place_free(call),
            "basket.add" => self.add_to_order(call),
            "order" => self.orders(),
            "subaccount" => {
                let row = json!({"id": cell(9), "balance": amount(self.balance), "currency": cell("EUR")});
                doc("subaccount", json!({"elem": [row]}))
            }
            "certificate" => self.certificates(call),
            "certificate.file" => self.file(call),
            other => error("missed", "func", other),
        }
    }

    fn log_in(&mut self, call: &Call) -> String {
        let login = call.field("username").unwrap_or_default();
        if ![USER, OTHER_USER, CODE_USER].contains(&login) || call.field("password") != Some(PASSWORD) {
            return error("auth", "badpassword", "Invalid username or password");
        }
        let id = self.new_session();
        if login == CODE_USER {
            self.temporary = Some(id.clone());
        } else {
            self.session = Some((id.clone(), login.to_owned()));
        }
        doc("auth", json!({"auth": {"$id": id, "$level": "16", "$": id}}))
    }

    fn new_session(&mut self) -> String {
        self.sessions += 1;
        format!("{SESSION}{:04}", self.sessions)
    }

    /// All that a temporary session is good for: to say so, and to take the code.
    fn second_step(&mut self, call: &Call) -> String {
        match call.operation {
            "whoami" => doc("whoami", json!({"ok": {"$type": "form", "$": "func=totp.confirm"}})),
            "totp.confirm" if call.field("qrcode") == Some(CODE) => {
                let id = self.new_session();
                self.temporary = None;
                self.session = Some((id.clone(), CODE_USER.to_owned()));
                doc("totp.confirm", json!({"auth": {"$id": id, "$level": "16", "$": id}}))
            }
            "totp.confirm" => error("value", "qrcode", "Invalid code"),
            _ => error("extraconfirm", "", ""),
        }
    }
}

fn operation(func: &'static str, fields: &[(String, String)]) -> &'static str {
    let value = |name: &str| fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
    match (func, value("clicked_button"), value("sok")) {
        ("certificate.order.csr", _, None) => "csr",
        ("certificate.order.csr", ..) => "csr.next",
        ("certificate.order.param", _, None) => "preview",
        ("certificate.order.param", ..) => "param",
        ("basket", Some("delete"), _) => "basket.delete",
        ("basket", Some("setpromocode"), _) => "basket.code",
        ("basket", Some("free"), _) => "basket.free",
        ("basket", Some("addtoorder"), _) => "basket.add",
        ("payment.add.method", ..) => "pay",
        _ => func,
    }
}
