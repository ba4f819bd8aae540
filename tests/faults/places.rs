//! Installations that differ: the same two lines of `config.json` order on each of them, and where one says no, the draft stays
//! and the page says where it can be mended.
use cert_order::config;
use cert_order::wizard::field::Field;
use cert_order::wizard::message::Msg;
use cert_order::wizard::step::Step;
use cert_order::wizard::steps::validation;
use cert_order::wizard::way::Outcome;
use sandbox::{Config, Profile};
use serde_json::{Value, json};

use crate::installation::{BALANCE, Installation, configured, payments, typed, visit_by};
use crate::matrix::{persist, plain};
use crate::support::visit::Visit;
use crate::words;

/// A DV package of the other installation.
const OTHER_DV: &str = "4101";

fn other() -> Installation {
    Installation::of(&Config { profile: Profile::Other, ..Config::default() })
}

/// The customer of this package, as far as the page that confirms the names.
fn before_validation(visit: &mut Visit, package: &str) {
    package.clone_into(&mut visit.customer.package);
    while visit.place() != Step::Validation {
        visit.act();
        assert_eq!(words::said(visit), [""; 0], "{:?}", visit.place());
    }
}

#[test]
fn the_same_two_lines_order_on_both_installations() {
    for dialect in ["json", "bjson"] {
        let config = configured(&json!({ "dialect": dialect }));
        for (profile, package, crt_type) in [(Profile::Standard, "101", "exist"), (Profile::Other, OTHER_DV, "own_csr")]
        {
            let at = format!("{dialect} on {profile:?}");
            let installation = Installation::of(&Config { profile, ..Config::default() });
            let mut visit = installation.visit(config.clone());
            visit.customer.package = package.to_owned();
            persist(&installation, &mut visit, &at);
            let order = installation.the_one_order(&at);
            assert_eq!(
                (order["crt_type"].as_str(), order["subject"]["country"].as_str()),
                (Some(crt_type), Some("US"))
            );
            assert_eq!(order["package"].to_string(), package, "{at}");
        }
    }
}

#[test]
fn what_only_this_installation_asks_is_asked_early_and_late() {
    let installation = other();
    let mut visit = installation.visit(plain().config);
    before_validation(&mut visit, OTHER_DV);
    let asked: Vec<(&str, bool)> =
        visit.model.drafts.answers.iter().map(|answer| (answer.name.as_str(), answer.early)).collect();
    let wanted =
        [("project_note", true), ("server_software", false), ("licence_agreement", false), ("autoprolong", false)];
    assert_eq!(asked, wanted);
    persist(&installation, &mut visit, "questions");
    let answers = installation.the_one_order("questions")["answers"].take();
    for (name, text) in
        [("project_note", "Blue"), ("server_software", "other"), ("licence_agreement", "on"), ("autoprolong", "null")]
    {
        assert_eq!(answers[name], text);
    }
}

#[test]
fn a_name_is_confirmed_by_each_method_that_is_offered() {
    for (method, is_by_mail) in [("auth_email", true), ("auth_dnstxt", false), ("auth_http", false)] {
        let installation = other();
        let mut visit = installation.visit(plain().config);
        before_validation(&mut visit, OTHER_DV);
        assert!(validation::method(&visit.model).is_some());
        visit.enter(Field::Method, method);
        persist(&installation, &mut visit, method);
        let order = installation.the_one_order(method);
        assert_eq!(order["approver_method"], method);
        assert_eq!(order["approvers"], if is_by_mail { json!(["admin@example.com"]) } else { json!([""]) }, "{method}");
    }
}

#[test]
fn where_the_old_cart_is_none_the_order_goes_past_it() {
    for (cart, outcome) in [("quickbasket", Outcome::InCart), ("skipbasket", Outcome::Paid)] {
        let installation = Installation::standard();
        installation.switch_on(&json!([{"fault": "new_cart"}]));
        let mut visit = installation.visit(configured(&json!({ "cart": cart })));
        persist(&installation, &mut visit, cart);
        assert_eq!(visit.order().unwrap().outcome, outcome, "{cart}");
        let orders = installation.orders();
        assert_eq!((orders.len(), installation.is_clean()), (1, true), "{cart}");
        let paid = i64::try_from(payments(&orders[0]).len()).unwrap();
        assert_eq!((paid, orders[0]["cart"] == "new"), (i64::from(cart == "skipbasket"), cart == "quickbasket"));
        assert_eq!(installation.balance("demo"), BALANCE - 1_800 * paid, "{cart}");
    }
}

/// Facts that the operator knows, with this id for the United States.
fn knowing(us: &str) -> config::Config {
    let facts = json!({"order_form": "param", "crt_type": "exist", "remoteid": "on", "countries": {"US": us}});
    configured(&json!({ "assumed": facts }))
}

#[test]
fn what_the_operator_knows_better_is_sent() {
    let installation = Installation::standard();
    let mut visit = installation.visit(plain().config);
    before_validation(&mut visit, "101");
    let countries = &visit.model.discovery.csr_form().unwrap().countries;
    let us =
        countries.iter().find(|country| country.code.is_some_and(|code| code.as_str() == "US")).unwrap().id.clone();

    let mut visit = installation.visit(knowing(&us));
    persist(&installation, &mut visit, "assumed");
    let order = installation.the_one_order("assumed");
    assert_eq!((&order["subject"]["country"], &order["crt_type"]), (&json!("US"), &json!("exist")));
    assert_eq!(order["remoteid"].as_str().unwrap(), visit.key().fingerprint.to_text());

    // The operator is believed, whatever the flag says; what comes of it, the billing system says.
    let installation = Installation::standard();
    let mut visit = installation.visit(knowing(&format!("{us}9")));
    assert_eq!(visit.persist(), None);
    let errors: Vec<Field> = visit.model.billing_errors.iter().map(|error| error.field).collect();
    assert_eq!((errors, installation.orders().len()), (vec![Field::Country], 0));
}

/// The form stands still on `place` with these words; nothing was ordered or typed in vain, and with `mended` it goes on.
fn stops(installation: &Installation, visit: &mut Visit, faults: &Value, mark: &str) {
    installation.switch_on(faults);
    let mut before = typed(visit);
    for _ in 0..40 {
        visit.act();
        for (field, text) in &before {
            assert_eq!(visit.model.drafts.text(*field), text, "{faults}: {field:?}");
        }
        before = typed(visit);
    }
    let said = words::said(visit);
    assert!(said.iter().any(|words| words.contains(mark)), "{faults}: {said:?}");
    words::assert_sentences(&said, visit, mark);
    assert!(visit.trouble().unwrap().leads_to_panel(), "{faults}");
    let paid = installation.orders().iter().filter(|order| order["state"] != "cart").count();
    assert_eq!((paid, installation.balance("demo")), (0, BALANCE), "{faults}");
    installation.switch_on(&json!([]));
    persist(installation, visit, mark);
    installation.the_one_order(mark);
}

#[test]
fn a_refused_log_in_leaves_the_draft_and_leads_to_the_panel() {
    for (name, mark) in [
        ("badip", "from your network address"),
        ("blocklogon", "Logging in is blocked"),
        ("blocked_ip", "is blocked for a while"),
        ("blockgeoip", "from the country you are in"),
        ("captcha", "Log in to the customer area first"),
    ] {
        let installation = Installation::standard();
        let mut visit = installation.visit(plain().config);
        stops(&installation, &mut visit, &json!([{ "fault": name }]), mark);
    }
}

#[test]
fn money_and_payer_that_do_not_suffice_lead_to_the_panel() {
    for (name, mark) in [
        ("insufficient_funds", "Top it up in the customer area"),
        ("payer_incomplete", "Complete them in the customer area"),
        ("limit", "A limit of your account"),
    ] {
        let installation = Installation::standard();
        let mut visit = installation.visit(plain().config);
        stops(&installation, &mut visit, &json!([{"fault": name, "func": "payment.add.method"}]), mark);
    }
    let installation = Installation::standard();
    let mut visit = installation.visit(configured(&json!({"cart": "skipbasket"})));
    let faults = json!([{"fault": "insufficient_funds"}]);
    stops(&installation, &mut visit, &faults, "Top it up in the customer area");
}

#[test]
fn who_cannot_pay_from_the_balance_is_told_so_and_pays_another_way() {
    let installation = Installation::standard();
    let mut visit = installation.visit(plain().config);
    visit.customer.user = "trial".to_owned();
    visit.customer.password = "trial-password".to_owned();
    while visit.quote().is_none() {
        visit.act();
    }
    let quote = visit.quote().unwrap();
    assert!(!quote.is_payable());
    assert_eq!(quote.missing().map(|missing| missing.minor), Some(1_300));
    visit.act();
    assert!(visit.order().is_none());
    visit.enter(Field::PayBy, "bill");
    visit.act();
    assert_eq!(visit.order().map(|order| &order.outcome), Some(&Outcome::Later));
    assert_eq!(installation.orders().len(), 1);
    assert_eq!(installation.balance("trial"), 500);
}

#[test]
fn by_the_panels_cookie_an_order_passes_the_check_of_where_it_comes_from() {
    let installation = Installation::standard();
    installation.switch_on(&json!([{"fault": "referer_check"}]));
    let mut connection = installation.connect();
    let answer = connection.post("/billmgr", "func=auth&out=json&username=demo&password=demo-password");
    let cookie = answer.header("set-cookie").unwrap().split(';').next().unwrap().to_owned();
    let id = cookie.split_once('=').unwrap().1.to_owned();
    connection.cookie = Some(cookie.clone());
    let mut visit = visit_by(configured(&json!({"log_in": "cookie"})), connection);
    visit.customer.sessions.push(id);
    visit.persist().unwrap();
    installation.the_one_order("cookie");

    // A page of another origin is nobody to the panel.
    let mut stranger = installation.connect();
    stranger.cookie = Some(cookie);
    "https://shop.example".clone_into(&mut stranger.origin);
    let mut visit = visit_by(configured(&json!({"log_in": "cookie"})), stranger);
    visit.reach_key();
    visit.save_key();
    visit.send(Msg::LogIn);
    assert!(words::said(&visit).iter().any(|words| words.contains("does not know you")), "{:?}", words::said(&visit));
}
