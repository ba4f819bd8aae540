//! What the billing system asks and this form does not know: shown as described, sent under its name, never made up.
use cert_order::domain::problem::Problem;
use cert_order::wizard::field::Field;
use cert_order::wizard::message::Msg;
use cert_order::wizard::questions;
use cert_order::wizard::step::Step;
use cert_order::wizard::steps;
use serde_json::json;

use crate::support::shop::Extras;
use crate::support::visit::Visit;

/// A shop that asks something of every kind, early and late.
fn asking() -> Visit {
    let mut visit = Visit::new();
    visit.shop.early.line("project_note", "Project note", 20);
    visit.shop.early.require("project_note");
    let late = &mut visit.shop.late;
    late.select("server_software", "Server <b>software</b>", &["", "apache", "nginx"]);
    late.require("server_software");
    late.check_box("licence_agreement", "I accept the terms");
    late.propose("licence_agreement", "on");
    late.select("autoprolong", "Renew automatically", &["null", "12"]);
    late.propose("autoprolong", "null");
    late.check_box("newsletter", "Newsletter");
    late.propose("newsletter", "on");
    visit
}

fn field(visit: &Visit, name: &str) -> Field {
    let asked = questions::asked(&visit.model);
    asked.iter().find(|(_, question)| question.name == name).unwrap_or_else(|| panic!("{name} is not asked")).0
}

fn names(visit: &Visit) -> Vec<String> {
    questions::asked(&visit.model).into_iter().map(|(_, question)| question.name.clone()).collect()
}

/// As far as the page with the questions.
fn reach_questions(visit: &mut Visit) {
    visit.reach_contacts();
    visit.enter_contacts();
    visit.go_on();
    assert_eq!(visit.place(), Step::Questions);
}

fn answer(visit: &mut Visit, name: &str, text: &str) {
    let field = field(visit, name);
    visit.enter(field, text);
}

#[test]
fn early_and_late_questions_are_asked_on_one_page_and_sent_under_their_names() {
    let mut visit = asking();
    reach_questions(&mut visit);
    assert_eq!((names(&visit), visit.shop.count("csr.next")), (vec!["project_note".to_owned()], 0));
    visit.go_on();
    assert_eq!(visit.place(), Step::Questions, "a required answer is missing");
    let note = field(&visit, "project_note");
    let errors = steps::errors(&visit.model, Step::Questions);
    assert_eq!((errors[0].field, &errors[0].problem), (note, &Problem::Unanswered("Project note".into())));

    answer(&mut visit, "project_note", "Blue");
    assert_eq!(visit.shop.count("csr.next"), 0, "answers are not sent letter by letter");
    visit.go_on();
    assert_eq!(visit.shop.last("csr.next").field("project_note"), Some("Blue"));
    assert_eq!(visit.place(), Step::Questions, "the last form asks more");
    assert!(!visit.model.errors_shown.contains(&Step::Questions), "nobody has seen the new questions yet");
    assert_eq!(names(&visit), ["project_note", "server_software", "licence_agreement", "autoprolong"]);
    assert_eq!(visit.model.drafts.text(field(&visit, "licence_agreement")), "", "consent is never given for anybody");
    assert_eq!(visit.model.drafts.text(field(&visit, "autoprolong")), "null");
    answer(&mut visit, "server_software", "nginx");
    answer(&mut visit, "licence_agreement", "on");
    visit.go_on();
    visit.approve("admin@example.com");
    let call = visit.shop.last("param");
    let sent = ["project_note", "server_software", "licence_agreement", "autoprolong", "newsletter"];
    assert_eq!(sent.map(|name| call.field(name).unwrap_or("-")), ["Blue", "nginx", "on", "null", "on"]);
    for name in sent {
        assert_eq!(call.fields.iter().filter(|(known, _)| known == name).count(), 1, "{name} is sent once");
    }
    visit.send(Msg::Order);
    assert_eq!(visit.place(), Step::Done);
}

#[test]
fn each_answer_is_checked_as_its_field_says() {
    let mut visit = asking();
    visit.shop.late.add("more", "More", "textarea", json!({"$maxlength": "5"}));
    visit.shop.late.require("more");
    reach_questions(&mut visit);
    answer(&mut visit, "project_note", "Blue");
    visit.go_on();
    let problem = |visit: &Visit, name: &str| {
        let field = field(visit, name);
        let errors = steps::errors(&visit.model, Step::Questions);
        errors.into_iter().find(|error| error.field == field).map(|error| error.problem)
    };
    let at = |question: &str, problem| Problem::Answer(question.to_owned(), Box::new(problem));
    for (name, text, wanted) in [
        ("project_note", "", Some(Problem::Unanswered("Project note".into()))),
        ("project_note", &"x".repeat(21), Some(at("Project note", Problem::TooLong { limit: 20, count: 21 }))),
        ("project_note", "two\nlines", Some(at("Project note", Problem::ControlCharacter))),
        ("project_note", "Grün & Co", None),
        ("server_software", "", Some(Problem::Unanswered("Server software".into()))),
        ("server_software", "iis", Some(at("Server software", Problem::NotOffered))),
        ("server_software", "apache", None),
        ("licence_agreement", "", Some(Problem::Unticked("I accept the terms".into()))),
        ("autoprolong", "", None),
        ("more", "a\nb", None),
        ("more", "a\nb\nc\nd", Some(at("More", Problem::TooLong { limit: 5, count: 7 }))),
    ] {
        answer(&mut visit, name, text);
        assert_eq!(problem(&visit, name), wanted, "{name}: {text:?}");
    }
}

#[test]
fn answers_survive_a_reload_and_are_not_asked_again() {
    let mut visit = asking();
    reach_questions(&mut visit);
    answer(&mut visit, "project_note", "Blue");
    visit.go_on();
    answer(&mut visit, "server_software", "nginx");
    answer(&mut visit, "licence_agreement", "on");
    visit.reload();
    visit.log_in();
    assert_eq!(visit.place(), Step::Questions);
    assert_eq!(visit.model.drafts.text(field(&visit, "server_software")), "nginx");
    visit.go_on();
    assert_eq!(visit.place(), Step::Validation);
}

#[test]
fn a_refused_answer_leads_back_to_its_field_with_the_words() {
    let mut visit = asking();
    reach_questions(&mut visit);
    answer(&mut visit, "project_note", "Blue");
    visit.shop.refuse("csr.next", "value", "project_note", "Unknown project");
    visit.go_on();
    assert_eq!(visit.place(), Step::Questions);
    let errors = steps::errors(&visit.model, Step::Questions);
    assert_eq!(errors[0].problem, Problem::Billing("Unknown project".into()));
    answer(&mut visit, "project_note", "Green");
    visit.go_on();
    answer(&mut visit, "server_software", "nginx");
    answer(&mut visit, "licence_agreement", "on");
    visit.go_on();
    visit.shop.refuse("param", "value", "server_software", "Not for this package");
    visit.approve("admin@example.com");
    assert_eq!(visit.place(), Step::Questions);
    answer(&mut visit, "server_software", "apache");
    visit.go_on();
    assert_eq!(visit.place(), Step::Review);
    assert_eq!(visit.shop.last("param").field("server_software"), Some("apache"));
}

#[test]
fn an_optional_field_is_asked_once_the_billing_system_has_refused_it() {
    let mut visit = asking();
    visit.shop.early = Extras::default();
    visit.shop.late = Extras::default();
    visit.shop.late.line("branch", "Branch", 40);
    visit.reach_validation();
    visit.shop.refuse("param", "value", "branch", "Needed for your account");
    visit.approve("admin@example.com");
    assert_eq!((visit.place(), names(&visit)), (Step::Questions, vec!["branch".to_owned()]));
    answer(&mut visit, "branch", "North");
    visit.go_on();
    assert_eq!(visit.place(), Step::Review);
    assert_eq!(visit.shop.last("param").field("branch"), Some("North"));
}

#[test]
fn what_a_rule_hides_is_neither_asked_nor_sent() {
    let mut visit = asking();
    visit.shop.early = Extras::default();
    let rule = json!({"if": [{"$value": "apache", "$hide": "nginx_version"}]});
    visit.shop.late = Extras::default();
    visit.shop.late.select("server_software", "Server", &["apache", "nginx"]);
    visit.shop.late.require("server_software");
    visit.shop.late.add("server_software", "Server", "select", rule);
    visit.shop.late.add("nginx_version", "Version", "input", json!({"$required": "yes"}));
    visit.reach_contacts();
    visit.enter_contacts();
    visit.go_on();
    answer(&mut visit, "server_software", "nginx");
    assert_eq!(names(&visit), ["server_software", "nginx_version"]);
    answer(&mut visit, "nginx_version", "1.29");
    answer(&mut visit, "server_software", "apache");
    assert_eq!(names(&visit), ["server_software"]);
    visit.go_on();
    visit.approve("admin@example.com");
    assert_eq!(visit.shop.last("param").field("nginx_version"), None);
}

#[test]
fn a_password_or_a_file_is_never_asked_for() {
    let mut visit = Visit::new();
    visit.shop.late.add("pin", "PIN", "input", json!({"$type": "password", "$required": "yes"}));
    visit.shop.late.add("scan", "Scan", "input", json!({"$type": "file", "$required": "yes"}));
    visit.reach_review();
    assert!(visit.quote().is_some());
}
