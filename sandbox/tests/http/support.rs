//! A customer's client, requests to order with, and the `openssl` command.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use rcgen::{CertificateParams, DistinguishedName, DnType, KeyPair};
use sandbox::{Config, Sandbox};
use serde_json::Value;
use ureq::Agent;
use ureq::http::Response;

/// Germany's id in the sandbox's country table.
pub const GERMANY: &str = "188";

/// A client that treats no status as an error and keeps no cookies.
pub fn agent() -> Agent {
    Agent::config_builder().http_status_as_error(false).build().into()
}

/// A running sandbox and a customer logged in to it.
pub struct Shop {
    pub sandbox: Sandbox,
    pub agent: Agent,
    pub token: String,
}

impl Shop {
    /// A fresh sandbox with `demo` logged in.
    pub fn open() -> Self {
        Self::with(&Config::default())
    }

    pub fn with(config: &Config) -> Self {
        let mut shop = Self { sandbox: Sandbox::start(config).unwrap(), agent: agent(), token: String::new() };
        shop.token = shop.log_in("demo", "demo-password");
        shop
    }

    pub fn log_in(&self, login: &str, password: &str) -> String {
        let doc = self.post(&[("func", "auth"), ("username", login), ("password", password)]);
        doc["auth"]["$id"].as_str().unwrap().to_owned()
    }

    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.sandbox.url())
    }

    pub fn get(&self, path: &str) -> Response<ureq::Body> {
        self.agent.get(self.url(path)).call().unwrap()
    }

    pub fn json(&self, path: &str) -> Value {
        serde_json::from_str(&body(self.get(path))).unwrap()
    }

    /// Posts to a `/sandbox/…` address.
    pub fn control(&self, path: &str, body: &str) -> u16 {
        let answer = self.agent.post(self.url(path)).send(body);
        answer.unwrap().status().as_u16()
    }

    /// Posts a form without a session and returns `doc`.
    pub fn post(&self, form: &[(&str, &str)]) -> Value {
        let form = form.iter().copied().chain([("out", "json")]);
        let answer = self.agent.post(self.url("/billmgr")).send_form(form).unwrap();
        assert_eq!(answer.status(), 200);
        let mut answer: Value = serde_json::from_str(&body(answer)).unwrap();
        answer["doc"].take()
    }

    /// Calls a function as the customer and returns `doc`.
    pub fn call(&self, func: &str, more: &[(&str, &str)]) -> Value {
        let mut form = vec![("func", func), ("auth", &self.token)];
        form.extend(more);
        self.post(&form)
    }

    /// Calls with the values of an order.
    pub fn send(&self, func: &str, order: &Order) -> Value {
        let values = order.0.iter().map(|(n, v)| (n.as_str(), v.as_str()));
        let form: Vec<_> = values.collect();
        self.call(func, &form)
    }

    /// Puts an order into the cart and returns the bill's id.
    pub fn put_into_cart(&self, order: &Order) -> String {
        let doc = self.send("certificate.order.param", &order.clone().set("sok", "ok"));
        assert!(doc["ok"].is_object(), "{doc}");
        text(&doc["billorder"])
    }

    /// Pays a bill from the balance.
    pub fn pay(&self, bill: &str, amount: &str) -> Value {
        self.call("payment.add.method", &payment(bill, amount))
    }

    pub fn balance(&self) -> String {
        text(&self.call("subaccount", &[])["elem"][0]["balance"])
    }

    pub fn violations(&self) -> i64 {
        self.json("/sandbox/violations")["count"].as_i64().unwrap()
    }
}

/// The form that pays `bill` from the balance of `demo`.
pub fn payment<'a>(bill: &'a str, amount: &'a str) -> [(&'a str, &'a str); 7] {
    [
        ("sok", "ok"),
        ("billorder", bill),
        ("amount", amount),
        ("profile", "31"),
        ("payment_currency", "153"),
        ("paymethod", "1"),
        ("clicked_button", "fromsubaccount"),
    ]
}

/// The text of an element without white space at its ends.
pub fn text(element: &Value) -> String {
    element["$"].as_str().unwrap_or_default().trim().to_owned()
}

/// The body as text without white space at its ends.
pub fn body(mut answer: Response<ureq::Body>) -> String {
    answer.body_mut().read_to_string().unwrap().trim().to_owned()
}

/// Type and object of an error.
pub fn error(doc: &Value) -> (&str, &str) {
    let part = |name: &str| doc["error"][name].as_str().unwrap_or_default();
    (part("$type"), part("$object"))
}

/// The form values of an order, ready for `certificate.order.param`.
#[derive(Clone)]
pub struct Order(Vec<(String, String)>);

impl Order {
    /// A DV certificate for 12 months, with a fresh P-256 request.
    pub fn dv(name: &str) -> Self {
        Self::new("101", &[name])
    }

    /// A package with a request for `names`, the first of them the domain name.
    pub fn new(package: &str, names: &[&str]) -> Self {
        let mut order = Self(Vec::new())
            .set("pricelist", package)
            .set("period", "12")
            .set("crt_type", "exist")
            .set("field_country", GERMANY)
            .set("ST", "Berlin")
            .set("L", "Berlin")
            .set("O", "Example GmbH")
            .set("CN", names[0])
            .set("csr", &request(names));
        if names.len() > 1 {
            let further = names[1..].join(" ");
            order = order.set("altname", &further).set("altname_input", &further);
        }
        for role in ["adm", "tech"] {
            for (field, value) in [
                ("fname", "Ada"),
                ("lname", "Lovelace"),
                ("jtitle", "Engineer"),
                ("email", "ada@example.com"),
                ("phone", "+49 (30) 1234567"),
            ] {
                order = order.set(&format!("{role}_{field}"), value);
            }
        }
        for (index, name) in names.iter().enumerate() {
            let host = name.trim_start_matches("*.");
            let field = format!("approver_email_{}", index + 1);
            order = order.set(&field, &format!("admin@{host}"));
        }
        order
    }

    /// An OV or EV package with its organization.
    pub fn organization(package: &str, name: &str) -> Self {
        Self::new(package, &[name])
            .set("org_name", "Example GmbH")
            .set("org_country", GERMANY)
            .set("org_state", "Berlin")
            .set("org_city", "Berlin")
            .set("org_postcode", "10115")
            .set("org_address", "Beispielweg 1")
            .set("org_phone", "+49 (30) 7654321")
    }

    /// With `name` set to `value`.
    pub fn set(mut self, name: &str, value: &str) -> Self {
        self.0.retain(|(known, _)| known != name);
        self.0.push((name.to_owned(), value.to_owned()));
        self
    }

    /// All names and values.
    pub fn values(&self) -> Vec<(String, String)> {
        self.0.clone()
    }

    pub fn get(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(known, _)| known == name);
        found.map_or("", |(_, value)| value)
    }
}

/// A P-256 request for `names` with the subject of [`Order::new`].
pub fn request(names: &[&str]) -> String {
    let subject = [
        (DnType::CountryName, "DE"),
        (DnType::StateOrProvinceName, "Berlin"),
        (DnType::LocalityName, "Berlin"),
        (DnType::OrganizationName, "Example GmbH"),
        (DnType::CommonName, names[0]),
    ];
    request_with(&subject, names)
}

/// A P-256 request with this subject and these names.
pub fn request_with(subject: &[(DnType, &str)], names: &[&str]) -> String {
    let key = KeyPair::generate().unwrap();
    let names: Vec<String> = names.iter().map(ToString::to_string).collect();
    let mut params = CertificateParams::new(names).unwrap();
    params.distinguished_name = DistinguishedName::new();
    for (kind, value) in subject {
        params.distinguished_name.push(kind.clone(), *value);
    }
    params.serialize_request(&key).unwrap().pem().unwrap()
}

/// Runs `openssl` and returns what it prints; it must succeed.
pub fn openssl(arguments: &[&str], input: &str) -> String {
    let mut child = Command::new("openssl")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(input.as_bytes()).unwrap();
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "openssl {arguments:?}: {errors}");
    String::from_utf8(output.stdout).unwrap()
}

/// A folder that is removed at the end of the test.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let (process, count) = (std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(format!("sandbox-{name}-{process}-{count}"));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        std::fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
