//! Random customers, random answers, random reloads: nothing panics, and what `support::audit` checks after every
//! message holds: no secret is seen, the page is one that may be shown, and money moves at most once a press.
use cert_order::config::LogIn;
use cert_order::request::algorithm::KeyType;
use cert_order::wizard::field::Field;
use cert_order::wizard::message::{Answer, Msg, StoredDraft};
use cert_order::wizard::step::Step;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::support::arbitrary::{answers, messages, scripts, steps, texts};
use crate::support::browser::Port;
use crate::support::shop::{OTHER_USER, PASSWORD, Script, USER};
use crate::support::visit::{Visit, by_the_panels_cookie, configured};

/// What happens next.
#[derive(Debug, Clone)]
enum Act {
    /// The customer does the sensible thing.
    Sensible,
    /// This message.
    Send(Msg),
    /// The next call of this operation ends like this.
    Script(&'static str, Script),
    /// A port begins to behave like this.
    Port(u8, Port),
    /// Late answers arrive.
    Arrive,
    /// One of the open questions gets this answer, fitting or not.
    Answer(Index, Answer),
    /// Time passes.
    Wait(u64),
    /// The page is loaded again.
    Reload,
    /// The other customer, or this one, logs in where that is asked.
    LogIn(&'static str),
}

const OPERATIONS: [&str; 14] = [
    "auth",
    "whoami",
    "csr",
    "csr.next",
    "basket",
    "basket.delete",
    "basket.code",
    "param",
    "payment.add",
    "subaccount",
    "certificate",
    "certificate.file",
    "pay",
    "pricelist.export",
];

fn acts() -> impl Strategy<Value = Act> {
    prop_oneof![
        30 => Just(Act::Sensible),
        12 => messages().prop_map(Act::Send),
        4 => (select(&OPERATIONS[..]), scripts()).prop_map(|(operation, script)| Act::Script(operation, script)),
        2 => (0_u8..5, select(vec![Port::Works, Port::Works, Port::Fails, Port::Silent])).prop_map(|(n, port)| Act::Port(n, port)),
        4 => Just(Act::Arrive),
        4 => (any::<Index>(), answers()).prop_map(|(index, answer)| Act::Answer(index, answer)),
        3 => select(vec![1_000, 60_000, 3_600_000]).prop_map(Act::Wait),
        2 => Just(Act::Reload),
        1 => select(vec![USER, OTHER_USER]).prop_map(Act::LogIn),
    ]
}

/// What can happen between the order button and the end of the order.
fn acts_around_the_payment() -> impl Strategy<Value = Act> {
    let pressed = select(vec![
        Msg::Order,
        Msg::Order,
        Msg::LookAgain,
        Msg::TryAgain,
        Msg::StartOver,
        Msg::LogOut,
        Msg::ForgetEverything,
        Msg::Retry,
        Msg::Adopt("501".to_owned()),
        Msg::Change(Step::Contacts),
        Msg::AddressChanged(Some(Step::Package)),
        Msg::Edited(Field::PromotionCode, "WELCOME10".to_owned()),
    ]);
    prop_oneof![
        6 => Just(Act::Sensible),
        6 => pressed.prop_map(Act::Send),
        6 => (select(vec!["pay", "pay", "certificate", "basket"]), scripts()).prop_map(|(operation, script)| Act::Script(operation, script)),
        2 => Just(Act::Arrive),
        2 => (any::<Index>(), answers()).prop_map(|(index, answer)| Act::Answer(index, answer)),
        2 => Just(Act::Wait(60_000)),
        1 => Just(Act::Reload),
        1 => select(vec![USER, OTHER_USER]).prop_map(Act::LogIn),
    ]
}

fn perform(visit: &mut Visit, act: Act) {
    match act {
        Act::Sensible => visit.act(),
        Act::Send(msg) => visit.send(msg),
        Act::Script(operation, script) => visit.shop.script(operation, script),
        Act::Port(0, port) => visit.browser.making = port,
        Act::Port(1, port) => visit.browser.signing = port,
        Act::Port(2, port) => visit.browser.keeping = port,
        Act::Port(3, port) => visit.browser.downloading = port,
        Act::Port(_, port) => visit.browser.locking = port,
        Act::Arrive => visit.late_answers_arrive(),
        Act::Answer(index, answer) if !visit.unanswered.is_empty() => {
            let at = index.index(visit.unanswered.len());
            let (number, _) = visit.unanswered.remove(at);
            visit.send(Msg::Answered(number, answer));
        }
        Act::Answer(..) => {}
        Act::Wait(ms) => visit.time_passes(ms),
        Act::Reload => visit.reload(),
        Act::LogIn(user) if visit.model.config.log_in == LogIn::Cookie => visit.shop.panel = Some(user),
        Act::LogIn(user) => visit.log_in_as(user, PASSWORD),
    }
}

/// A first visit, where the panel's cookie is the log-in or not.
fn visit(by_cookie: bool) -> Visit {
    if !by_cookie {
        return Visit::new();
    }
    let mut visit = Visit::with(by_the_panels_cookie());
    visit.shop.panel = Some(USER);
    visit
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config(96))]

    #[test]
    fn whatever_happens_nothing_panics_and_the_journeys_rules_hold(by_cookie: bool, acts in vec(acts(), 1..60)) {
        let mut visit = visit(by_cookie);
        for act in acts {
            perform(&mut visit, act);
        }
    }

    #[test]
    fn whatever_happens_around_the_payment_nothing_is_sent_twice(by_cookie: bool, acts in vec(acts_around_the_payment(), 1..30)) {
        let mut visit = visit(by_cookie);
        visit.reach_review();
        for act in acts {
            perform(&mut visit, act);
        }
    }

    #[test]
    fn whatever_the_stored_draft_says_the_page_starts(text in ".{0,200}", address in option::of(steps())) {
        let mut visit = Visit::closed(configured(KeyType::P256));
        visit.browser.draft = Some(StoredDraft { saved_ms: visit.now_ms, text });
        visit.browser.address = address;
        visit.start();
        prop_assert_eq!(visit.place(), Step::Package);
    }
}

proptest! {
    // Each case is a whole order.
    #![proptest_config(config(32))]

    #[test]
    fn a_stored_draft_with_one_spoilt_value_starts_somewhere_and_leads_to_one_order(
        place in any::<Index>(),
        value in prop_oneof![Just(serde_json::Value::Null), texts().prop_map(Into::into), any::<i64>().prop_map(Into::into)],
    ) {
        let mut visit = Visit::new();
        visit.reach_review();
        let draft = visit.browser.draft.as_mut().unwrap();
        let mut json: serde_json::Value = serde_json::from_str(&draft.text).unwrap();
        let mut paths = Vec::new();
        leaves(&json, String::new(), &mut paths);
        *json.pointer_mut(&paths[place.index(paths.len())]).unwrap() = value;
        draft.text = json.to_string();
        visit.shop.cart.clear();
        visit.reload();
        prop_assert_eq!(visit.persist(), Some(()), "stuck on {:?}: {}", visit.place(), visit.browser.draft.unwrap().text);
        prop_assert_eq!(visit.shop.payments.len(), 1);
    }
}

/// JSON pointers (RFC 6901) of all values without members.
fn leaves(json: &serde_json::Value, path: String, found: &mut Vec<String>) {
    let members: Vec<(String, &serde_json::Value)> = match json {
        serde_json::Value::Object(object) => object.iter().map(|(name, value)| (name.clone(), value)).collect(),
        serde_json::Value::Array(list) => list.iter().enumerate().map(|(i, value)| (i.to_string(), value)).collect(),
        _ => return found.push(path),
    };
    for (name, value) in members {
        leaves(value, format!("{path}/{name}"), found);
    }
}
