//! One fault at one call of a whole order: the customer goes on as the page says, and it comes to one order.
use cert_order::config::Config;
use cert_order::wizard::field::Field;
use cert_order::wizard::way::Outcome;
use serde_json::{Value, json};

use crate::installation::{Installation, configured, typed};
use crate::support::visit::Visit;
use crate::words;

/// A call of an order.
#[derive(Debug, Clone, Copy)]
pub struct Operation {
    /// Its function.
    pub func: &'static str,
    /// Its button; empty where it has none.
    pub button: &'static str,
    /// Whether it does something.
    pub submits: bool,
    /// How often it was called before.
    pub skip: u32,
}

/// A call that only asks.
pub const fn shows(func: &'static str, skip: u32) -> Operation {
    Operation { func, button: "", submits: false, skip }
}

/// A call that does something.
pub const fn does(func: &'static str, button: &'static str) -> Operation {
    Operation { func, button, submits: true, skip: 0 }
}

/// Every call of an order that is paid from the balance, in this order.
pub const OPERATIONS: [Operation; 17] = [
    shows("pricelist.export", 0),
    shows("auth", 0),
    shows("whoami", 0),
    shows("certificate.order.csr", 0),
    does("certificate.order.csr", ""),
    shows("basket", 0),
    does("certificate.order.param", "finish"),
    does("basket", "setpromocode"),
    shows("basket", 1),
    shows("payment.add", 0),
    shows("subaccount", 0),
    shows("order", 0),
    shows("certificate", 0),
    shows("basket", 2),
    does("payment.add.method", "fromsubaccount"),
    shows("certificate", 1),
    shows("certificate.file", 0),
];

impl Operation {
    /// The switch `name` for this call alone, once.
    pub fn fault(&self, name: &str, more: &Value) -> Value {
        let mut fault = json!({
            "fault": name, "func": self.func, "submits": self.submits, "skip": self.skip, "times": 1,
        });
        let members = fault.as_object_mut().unwrap();
        if !self.button.is_empty() {
            members.insert("button".to_owned(), self.button.into());
        }
        members.extend(more.as_object().unwrap().clone());
        fault
    }

    /// Whether its failure is nobody's business: an open order is only one of several ways to pay.
    fn is_optional(&self) -> bool {
        self.func == "order"
    }
}

/// What a customer noticed of a fault.
pub struct Heard {
    /// What was said.
    words: Vec<String>,
    /// Whether the order was placed by the very same press.
    is_placed: bool,
}

/// Whether a customer need not hear of it: it only takes longer, if need be by asking again what may be asked again.
fn is_patience(name: &str, more: &Value, operation: &Operation) -> bool {
    let is_repeatable = !["auth", "payment.add.method"].contains(&operation.func) && operation.button != "finish";
    match name {
        "latency" | "long_operation" => true,
        _ => (name == "in_process" || more["text"] == "process/") && is_repeatable,
    }
}

/// An order as this customer wants it, on a form of this operator.
pub struct Wish {
    /// The operator's file.
    pub config: Config,
    /// What holds for the installation all the time.
    pub standing: Vec<Value>,
    /// What is typed and chosen besides the usual.
    pub chosen: Vec<(Field, &'static str)>,
    /// What must have come of it.
    pub is_met: fn(&Installation, &str),
}

/// Paid from the balance, with a promotion code.
pub fn usual(config: Config) -> Wish {
    let is_met = |installation: &Installation, at: &str| drop(installation.the_one_order(at));
    Wish { config, standing: Vec::new(), chosen: vec![(Field::PromotionCode, "WELCOME10")], is_met }
}

/// A whole order with `name` at `operation`, once.
pub fn run(wish: &Wish, name: &str, more: &Value, operation: &Operation) {
    let at = format!("{name} {more} at {operation:?}, {:?} {:?}", wish.config.dialect, wish.chosen);
    let installation = Installation::standard();
    let faults: Vec<Value> = [operation.fault(name, more)].into_iter().chain(wish.standing.clone()).collect();
    installation.switch_on(&Value::Array(faults));
    let mut visit = installation.visit(wish.config.clone());
    for (field, text) in &wish.chosen {
        visit.enter(*field, text);
    }
    let heard = persist(&installation, &mut visit, &at);
    assert_eq!(installation.bitten(), 1, "{at}: it has not bitten");
    let may_be_silent = operation.is_optional() || is_patience(name, more, operation) || heard.is_placed;
    assert!(may_be_silent || !heard.words.is_empty(), "{at}: no word");
    (wish.is_met)(&installation, &at);
}

/// Goes on until the order is placed, and issued where it is paid; what was said just after the fault had bitten, if the order was not placed
/// all the same: what became of a payment is found out at once.
pub fn persist(installation: &Installation, visit: &mut Visit, at: &str) -> Heard {
    let mut heard = Heard { words: words::said(visit), is_placed: false };
    let mut has_bitten = installation.bitten() > 0;
    for _ in 0..60 {
        if visit.order().is_some_and(|order| order.outcome != Outcome::Paid || visit.model.watch.files.is_some()) {
            return heard;
        }
        let before = typed(visit);
        let was_placed = visit.order().is_some();
        if !was_placed || visit.model.session_id().is_none() {
            visit.act();
        }
        if !has_bitten && installation.bitten() > 0 {
            has_bitten = true;
            heard = Heard { words: words::said(visit), is_placed: !was_placed && visit.order().is_some() };
        }
        words::assert_sentences(&words::said(visit), visit, at);
        // A busy billing system is asked again by itself.
        visit.time_passes(6_000);
        for (field, text) in before {
            assert_eq!(visit.model.drafts.text(field), text, "{at}: {field:?}");
        }
    }
    panic!("{at}: stuck on {:?}, {:?}: {:?}", visit.place(), visit.model.submission, words::said(visit));
}

/// The usual wish, on a form as it comes.
pub fn plain() -> Wish {
    usual(configured(&json!({})))
}

/// Each of these faults at each call.
pub fn everywhere(wish: &Wish, faults: &[&str]) {
    for name in faults {
        for operation in &OPERATIONS {
            run(wish, name, &json!({}), operation);
        }
    }
}
