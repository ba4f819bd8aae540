//! A sandbox of its own for each test, and what is found in it afterwards.
use cert_order::config;
use cert_order::wizard::field::Field;
use sandbox::{Config, Sandbox};
use serde_json::{Value, json};

use crate::connection::{Connection, bitten};
use crate::support::customer::Customer;
use crate::support::visit::{Remote, Visit};

/// What each customer of the sandbox has at first, in cents.
pub const BALANCE: i64 = 50_000;
/// The one-time code of every account that wants one.
const CODE: &str = "246810";

/// A running sandbox.
pub struct Installation {
    sandbox: Sandbox,
    connection: Connection,
}

/// The operator's file with these further members.
pub fn configured(more: &Value) -> config::Config {
    let mut file = json!({"billing_url": "/billmgr", "default_key_type": "p-256"});
    file.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    config::parse(&file.to_string()).unwrap()
}

impl Installation {
    /// The standard one.
    pub fn standard() -> Self {
        Self::of(&Config::default())
    }

    /// Any one.
    pub fn of(config: &Config) -> Self {
        let sandbox = Sandbox::start(config).unwrap();
        let connection = Connection::to(sandbox.address());
        Self { sandbox, connection }
    }

    /// A customer's first visit to a form of this operator.
    pub fn visit(&self, config: config::Config) -> Visit {
        visit_by(config, self.connect())
    }

    /// A way to it.
    pub fn connect(&self) -> Connection {
        Connection::to(self.sandbox.address())
    }

    /// Switches these faults on and all others off.
    pub fn switch_on(&self, faults: &Value) {
        let answer = self.connection.post("/sandbox/faults", &json!({ "faults": faults }).to_string());
        assert_eq!(answer.status(), 200, "{}", answer.body);
    }

    /// How often the first of the faults that are on has bitten.
    pub fn bitten(&self) -> u64 {
        self.connection.faults().first().map_or(0, bitten)
    }

    fn json(&self, path: &str) -> Value {
        serde_json::from_str(&self.connection.get(path)).unwrap()
    }

    /// Every certificate order.
    pub fn orders(&self) -> Vec<Value> {
        serde_json::from_value(self.json("/sandbox/orders")).unwrap()
    }

    /// What a customer has, in cents.
    pub fn balance(&self, login: &str) -> i64 {
        let all = self.json("/sandbox/balance");
        let row = all.as_array().unwrap().iter().find(|row| row["login"] == login).unwrap();
        row["balance_minor"].as_i64().unwrap()
    }

    /// No private key was sent, and no wish that one be made.
    pub fn is_clean(&self) -> bool {
        self.json("/sandbox/violations")["count"] == 0
    }

    /// The one order, of which nothing is there twice and which is paid once from the balance of `demo`.
    pub fn the_one_order(&self, at: &str) -> Value {
        let mut orders = self.orders();
        assert_eq!(orders.len(), 1, "{at}: {orders:?}");
        let order = orders.remove(0);
        assert_eq!(order["state"], "paid", "{at}");
        let total = order["price"]["total_minor"].as_i64().unwrap();
        let paid: Vec<_> = payments(&order).into_iter().filter(|payment| payment["status"] == 4).collect();
        assert_eq!(payments(&order).len(), paid.len(), "{at}: {order}");
        assert_eq!(amounts(&paid), [total], "{at}: {order}");
        assert_eq!(self.balance("demo"), BALANCE - total, "{at}");
        assert!(self.is_clean(), "{at}");
        order
    }
}

/// A customer's first visit to a form of this operator, over this connection.
pub fn visit_by(config: config::Config, connection: Connection) -> Visit {
    visit_over(config, Box::new(move |request| Some(connection.call(request))))
}

/// As [`visit_by`], where a call whose answer is lost is simply never answered.
pub fn silent(config: config::Config, connection: Connection) -> Visit {
    visit_over(config, Box::new(move |request| connection.call(request).ok().map(Ok)))
}

/// A customer's first visit to a form of this operator, whose calls go this way.
pub fn visit_over(config: config::Config, remote: Remote) -> Visit {
    let mut visit = Visit::closed(config);
    visit.remote = Some(remote);
    let [user, password, code] = ["demo", "demo-password", CODE].map(str::to_owned);
    // Session ids here have no common beginning.
    visit.customer = Customer { user, password, code, sessions: Vec::new(), ..Customer::default() };
    visit.start();
    visit
}

/// The payments of an order.
pub fn payments(order: &Value) -> Vec<Value> {
    order["payments"].as_array().unwrap().clone()
}

/// What they come to, each by itself.
pub fn amounts(payments: &[Value]) -> Vec<i64> {
    payments.iter().map(|payment| payment["amount_minor"].as_i64().unwrap()).collect()
}

/// Whatever the customer has typed or chosen so far; what else lies in the cart is agreed to anew each time.
pub fn typed(visit: &Visit) -> Vec<(Field, String)> {
    let drafts = &visit.model.drafts;
    let lists = (0..drafts.approvers.len()).map(|i| Field::Approver(u8::try_from(i).unwrap()));
    let answers = (0..drafts.answers.len()).map(|i| Field::Question(u8::try_from(i).unwrap()));
    let fields = Field::drafted().filter(|field| *field != Field::OtherRows).chain(lists).chain(answers);
    fields.map(|field| (field, drafts.text(field).to_owned())).filter(|(_, text)| !text.is_empty()).collect()
}
