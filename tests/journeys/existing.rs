//! Orders with a request that the customer brings along.
use cert_order::domain::problem::Problem;
use cert_order::request::algorithm::KeyType;
use cert_order::request::fingerprint::Fingerprint;
use cert_order::request::read;
use cert_order::wizard::draft::{EXISTING, GENERATE};
use cert_order::wizard::field::{ContactField, Field, OrgField, Who};
use cert_order::wizard::keys::KeyState;
use cert_order::wizard::message::Msg;
use cert_order::wizard::step::Step;
use cert_order::wizard::submission::Submission;
use cert_order::wizard::{existing, journey, restore, steps};
use rcgen::DnType;
use sha2::{Digest, Sha256};

use crate::issue::issue;
use crate::support::browser::Port;
use crate::support::crypto::NativeKey;
use crate::support::requests;
use crate::support::shop::{DV, MULTI, OV};
use crate::support::visit::{Visit, configured};

const ADMIN_EMAIL: Field = Field::Contact(Who::Admin, ContactField::Email);

/// Page "package".
fn choose(visit: &mut Visit, package: &str) {
    visit.enter(Field::Package, package);
    visit.enter(Field::Period, "12");
    visit.go_on();
    assert_eq!(visit.place(), Step::Request);
}

/// From page "contacts" to review.
fn on_to_review(visit: &mut Visit) {
    visit.log_in();
    visit.enter_contacts();
    visit.go_on();
    visit.approve("admin@example.com");
    assert_eq!(visit.place(), Step::Review);
}

#[test]
fn a_whole_request_skips_subject_and_key_and_the_form_gets_what_it_says() {
    let mut visit = Visit::new();
    choose(&mut visit, DV);
    let request = requests::of(&["Example.com"], "US");
    visit.bring(&request);
    assert_eq!(existing::missing(&visit.model), []);
    visit.go_on();
    assert_eq!(visit.place(), Step::Contacts);
    assert!(!journey::pages(&visit.model).iter().any(|page| [Step::Subject, Step::Key].contains(page)));
    on_to_review(&mut visit);
    visit.send(Msg::Order);
    assert_eq!((visit.place(), visit.shop.payments.as_slice()), (Step::Done, &[1_500][..]));
    let order = visit.shop.last("param");
    for (field, value) in
        [("CN", "example.com"), ("ST", "Texas"), ("L", "Austin"), ("O", "Brought Along Inc"), ("csr", request.as_str())]
    {
        assert_eq!(order.field(field), Some(value), "{field}");
    }
    assert!(order.field("OU").is_none() && order.field("emailAddress").is_none());
    assert!(visit.browser.made.is_empty() && visit.model.key == KeyState::None);
    let receipt = steps::done::receipt(&visit.model).unwrap();
    let receipt: serde_json::Value = serde_json::from_str(&receipt).unwrap();
    let name = Fingerprint(Sha256::digest(read::request_public_key(&request).unwrap()).into());
    assert_eq!(receipt["public_key_sha256"], name.to_text());
    assert_eq!((&receipt["key_type"], &receipt["request"]), (&"p-256".into(), &request.into()));
}

#[test]
fn only_what_the_request_lacks_is_asked_and_goes_to_the_form_alone() {
    let mut visit = Visit::new();
    choose(&mut visit, DV);
    let request = requests::of(&["example.com"], "");
    visit.bring(&request);
    visit.go_on();
    assert_eq!(visit.place(), Step::Subject);
    assert_eq!(existing::missing(&visit.model), [Field::Country, Field::State, Field::City, Field::Company]);
    visit.go_on();
    assert_eq!(steps::errors(&visit.model, Step::Subject).len(), 4);
    for (field, text) in
        [(Field::Country, "de"), (Field::State, "Bayern"), (Field::City, "Ulm"), (Field::Company, "Bread and More")]
    {
        visit.enter(field, text);
        assert_eq!(visit.place(), Step::Subject);
    }
    // The page does not ask for the domain, so nothing that is said of it counts.
    visit.enter(Field::Domain, "other.example.org");
    visit.enter(Field::CompanyUnit, "Typed earlier");
    visit.go_on();
    assert_eq!(visit.place(), Step::Contacts);
    on_to_review(&mut visit);
    visit.send(Msg::Order);
    let order = visit.shop.last("param");
    assert_eq!((order.field("CN"), order.field("O")), (Some("example.com"), Some("Bread and More")));
    assert_eq!((order.field("OU"), order.field("csr")), (None, Some(request.as_str())));
}

#[test]
fn a_request_without_any_name_asks_for_the_domain_too() {
    let mut visit = Visit::new();
    choose(&mut visit, DV);
    visit.bring(&requests::of(&[], "US"));
    assert_eq!(existing::missing(&visit.model), [Field::Domain]);
    visit.go_on();
    visit.enter(Field::Domain, "example.com");
    visit.go_on();
    assert_eq!(visit.place(), Step::Contacts);
}

#[test]
fn what_the_form_would_not_take_is_asked_instead() {
    let mut visit = Visit::new();
    choose(&mut visit, DV);
    let parts = [(DnType::OrganizationName, "Пример"), (DnType::OrganizationalUnitName, "IT")];
    visit.bring(&requests::with(&["example.com"], "US", 3, &parts));
    assert_eq!(existing::missing(&visit.model), [Field::Company]);
    assert_eq!(visit.model.drafts.text(Field::CompanyUnit), "IT");
}

/// Goes on to the log-in with a request that says all but company unit and e-mail.
fn bring_and_log_in(visit: &mut Visit, request: &str) {
    choose(visit, DV);
    visit.bring(request);
    assert_eq!(existing::missing(&visit.model), []);
    visit.go_on();
    assert_eq!(visit.place(), Step::Contacts);
    visit.log_in();
}

#[test]
fn what_the_billing_form_requires_besides_is_asked_once_it_is_known() {
    let mut visit = Visit::new();
    visit.shop.required = vec!["OU", "emailAddress", "altname_input"];
    bring_and_log_in(&mut visit, &requests::of(&["example.com"], "US"));
    assert_eq!(visit.place(), Step::Subject);
    assert_eq!(existing::missing(&visit.model), [Field::CompanyUnit, Field::SubjectEmail]);
    let wrong = steps::errors(&visit.model, Step::Subject);
    assert!(wrong.iter().all(|error| error.problem == Problem::Missing) && wrong.len() == 2, "{wrong:?}");
    assert!(visit.model.errors_shown.contains(&Step::Subject));
    assert_eq!(visit.shop.count("csr.next"), 0, "nothing is handed in before");
    visit.enter(Field::CompanyUnit, "Web");
    visit.go_on();
    assert_eq!(visit.place(), Step::Subject);
    visit.enter(Field::SubjectEmail, "web@example.com");
    visit.go_on();
    let contacts = |visit: &mut Visit| {
        visit.enter_contacts();
        visit.go_on();
        visit.approve("admin@example.com");
        assert_eq!(visit.place(), Step::Review);
    };
    contacts(&mut visit);
    let (company_unit, email) = (Some("Web"), Some("web@example.com"));
    let sent = |visit: &Visit| {
        let order = visit.shop.last("param");
        assert_eq!((order.field("OU"), order.field("emailAddress")), (company_unit, email));
    };
    sent(&visit);
    // After a reload the form is found out anew, and nothing is asked twice.
    visit.reload();
    visit.log_in();
    assert_eq!(visit.place(), Step::Review);
    visit.send(Msg::Order);
    assert_eq!(visit.place(), Step::Done);
    sent(&visit);
}

#[test]
fn what_the_request_says_is_not_asked_even_if_the_billing_form_requires_it() {
    let mut visit = Visit::new();
    visit.shop.required = vec!["OU"];
    let unit = [(DnType::OrganizationalUnitName, "IT")];
    bring_and_log_in(&mut visit, &requests::with(&["example.com"], "US", 3, &unit));
    assert_eq!(visit.place(), Step::Contacts);
    assert_eq!((existing::missing(&visit.model), visit.shop.last("csr.next").field("OU")), (vec![], Some("IT")));
}

#[test]
fn another_request_or_package_is_asked_anew_what_it_lacks() {
    let mut visit = Visit::new();
    visit.shop.required = vec!["OU"];
    bring_and_log_in(&mut visit, &requests::of(&["example.com"], "US"));
    assert_eq!((visit.place(), existing::missing(&visit.model)), (Step::Subject, vec![Field::CompanyUnit]));
    visit.shop.required.clear();
    visit.send(Msg::Change(Step::Package));
    visit.enter(Field::Package, OV);
    assert_eq!(existing::missing(&visit.model), []);
    visit.go_on();
    assert_eq!((visit.place(), visit.model.billing_errors.as_slice()), (Step::Contacts, &[][..]));
}

#[test]
fn a_field_that_the_request_lacks_and_the_billing_system_refuses_is_asked_on_its_page() {
    for (operation, object, field, text) in [
        ("csr.next", "OU", Field::CompanyUnit, "Web"),
        ("param", "OU", Field::CompanyUnit, "Web"),
        ("csr.next", "emailAddress", Field::SubjectEmail, "web@example.com"),
    ] {
        let mut visit = Visit::new();
        visit.shop.refuse(operation, "value", object, "Please fill this in");
        bring_and_log_in(&mut visit, &requests::of(&["example.com"], "US"));
        if operation == "param" {
            visit.enter_contacts();
            visit.go_on();
            visit.approve("admin@example.com");
        }
        assert_eq!((visit.place(), existing::missing(&visit.model)), (Step::Subject, vec![field]));
        assert!(steps::errors(&visit.model, Step::Subject).iter().any(|error| error.field == field));
        assert!(steps::errors(&visit.model, Step::Request).is_empty());
        visit.enter(field, text);
        visit.go_on();
        while visit.place() != Step::Review {
            assert!([Step::Contacts, Step::Validation].contains(&visit.place()));
            visit.enter_contacts();
            visit.go_on();
            visit.approve("admin@example.com");
        }
        assert_eq!(visit.shop.last("param").field(object), Some(text));
    }
}

#[test]
fn a_state_that_the_request_lacks_and_the_billing_system_refuses_stands_on_its_page() {
    let mut visit = Visit::new();
    choose(&mut visit, DV);
    visit.shop.refuse("csr.next", "value", "ST", "Not a state");
    visit.bring(&requests::of(&["example.com"], ""));
    visit.go_on();
    for (field, text) in
        [(Field::Country, "US"), (Field::State, "Texas"), (Field::City, "Austin"), (Field::Company, "Bread and More")]
    {
        visit.enter(field, text);
    }
    visit.go_on();
    visit.log_in();
    let errors = steps::errors(&visit.model, Step::Subject);
    assert_eq!((visit.place(), errors.len(), errors[0].field), (Step::Subject, 1, Field::State));
    visit.enter(Field::State, "Utah");
    visit.go_on();
    assert_eq!((visit.place(), visit.shop.last("csr.next").field("ST")), (Step::Contacts, Some("Utah")));
}

#[test]
fn a_unit_typed_for_a_request_made_here_counts_once_the_billing_system_wants_one() {
    for is_marked in [true, false] {
        let mut visit = Visit::new();
        if is_marked {
            visit.shop.required = vec!["OU"];
        } else {
            visit.shop.refuse("csr.next", "value", "OU", "Please fill this in");
        }
        visit.enter(Field::CompanyUnit, "Typed earlier");
        bring_and_log_in(&mut visit, &requests::of(&["example.com"], "US"));
        assert_eq!(visit.place(), Step::Contacts);
        assert_eq!(visit.shop.last("csr.next").field("OU"), Some("Typed earlier"));
        assert!(visit.model.billing_errors.is_empty() && visit.model.discovery.form().is_some());
    }
}

#[test]
fn names_of_a_request_are_ordered_each_once_and_need_a_package_for_them() {
    let names = ["example.com", "www.example.com", "EXAMPLE.com"];
    let mut visit = Visit::new();
    choose(&mut visit, DV);
    visit.bring(&requests::of(&names, "US"));
    visit.go_on();
    visit.log_in();
    assert_eq!(visit.place(), Step::Request);
    let errors = steps::errors(&visit.model, Step::Request);
    assert_eq!((errors[0].field, &errors[0].problem), (Field::ExistingRequest, &Problem::FurtherNamesNotSold));
    // Another package is enough; the request need not be pasted again.
    visit.send(Msg::Change(Step::Package));
    visit.enter(Field::Package, MULTI);
    visit.go_on();
    visit.enter_contacts();
    visit.send(Msg::Continue(visit.place()));
    if visit.place() == Step::Contacts {
        visit.go_on();
    }
    assert_eq!(visit.place(), Step::Validation);
    assert_eq!(visit.shop.last("csr.next").field("altname"), Some("www.example.com"));
}

#[test]
fn organization_and_contact_start_as_the_request_says_and_typed_text_stays() {
    let email = [(DnType::CustomDnType(vec![1, 2, 840, 113_549, 1, 9, 1]), "web@example.com")];
    let request = requests::with(&["example.com"], "US", 5, &email);
    let mut visit = Visit::new();
    choose(&mut visit, OV);
    visit.bring(&request);
    assert_eq!(visit.model.drafts.text(ADMIN_EMAIL), "web@example.com");
    assert_eq!(visit.model.drafts.text(Field::SubjectEmail), "web@example.com");
    visit.enter(ADMIN_EMAIL, "");
    visit.go_on();
    visit.reload();
    assert_eq!(visit.model.drafts.text(ADMIN_EMAIL), "", "it is offered once");
    for (field, text) in [
        (OrgField::Name, "Brought Along Inc"),
        (OrgField::Country, "US"),
        (OrgField::State, "Texas"),
        (OrgField::City, "Austin"),
    ] {
        assert_eq!(visit.model.drafts.text(Field::Org(field)), text);
    }
    let mut other = Visit::new();
    other.enter(ADMIN_EMAIL, "me@example.org");
    choose(&mut other, OV);
    other.bring(&request);
    assert_eq!(other.model.drafts.text(ADMIN_EMAIL), "me@example.org");
}

#[test]
fn a_reload_keeps_request_and_place_and_asks_for_the_signature_again() {
    let mut visit = Visit::new();
    choose(&mut visit, DV);
    let request = requests::of(&["example.com"], "US");
    visit.bring(&format!("from a mail:\r\n{}\r\nbye", request.replace('\n', "\r\n")));
    visit.go_on();
    on_to_review(&mut visit);
    assert!(!restore::snapshot(&visit.model).contains("from a mail"));
    visit.browser.checking = Port::Silent;
    visit.reload();
    assert_eq!((visit.place(), visit.model.existing.text.expose()), (Step::Review, request.as_str()));
    visit.log_in();
    assert_eq!(visit.model.submission, Submission::Idle, "nothing is sent before the signature is checked");
    assert_eq!(visit.shop.count("csr.next"), 1);
    visit.browser.checking = Port::Works;
    visit.reload();
    visit.log_in();
    visit.send(Msg::Order);
    assert_eq!(visit.place(), Step::Done);
    visit.reload();
    assert_eq!(visit.model.drafts.text(Field::RequestMethod), EXISTING);
    assert!(steps::done::receipt(&visit.model).unwrap().contains("CERTIFICATE REQUEST"));
}

#[test]
fn the_certificate_is_held_against_the_request() {
    let request = requests::of(&["example.com"], "US");
    for (seed, is_ours) in [(7, true), (8, false)] {
        let mut visit = Visit::new();
        choose(&mut visit, DV);
        visit.bring(&request);
        visit.go_on();
        on_to_review(&mut visit);
        visit.send(Msg::Order);
        issue(&mut visit, &NativeKey::make(KeyType::P256, seed));
        visit.send(Msg::CheckNow);
        assert_eq!(visit.model.watch.is_ours, Some(is_ours), "{:?}", visit.model.watch);
        visit.send(Msg::DownloadCertificate);
        assert!(visit.browser.downloads.last().unwrap().0.ends_with(".crt.pem"));
    }
}

#[test]
fn after_a_change_of_mind_a_key_is_made_and_what_was_typed_is_there_again() {
    let mut visit = Visit::new();
    visit.enter(Field::Company, "Typed Ltd");
    choose(&mut visit, DV);
    visit.bring(&requests::of(&["example.com"], "US"));
    assert_eq!(visit.model.drafts.text(Field::Company), "Brought Along Inc");
    visit.enter(Field::RequestMethod, GENERATE);
    assert_eq!(visit.model.drafts.text(Field::Company), "Typed Ltd");
    visit.go_on();
    visit.name("example.org");
    assert_eq!(visit.place(), Step::Key);
    assert!(visit.csr().contains("CERTIFICATE REQUEST"));
}

#[test]
fn where_no_keys_can_be_made_only_an_existing_request_is_taken_and_its_signature_not_judged() {
    let mut visit = Visit::closed(configured(KeyType::P256));
    visit.browser.checking = Port::Fails;
    visit.start_where(false);
    choose(&mut visit, DV);
    visit.enter(Field::RequestMethod, GENERATE);
    visit.go_on();
    assert_eq!(visit.place(), Step::Request);
    let damaged = requests::of(&["example.com"], "US");
    visit.bring(&damaged);
    visit.go_on();
    on_to_review(&mut visit);
    visit.send(Msg::Order);
    assert_eq!(visit.place(), Step::Done);
    let receipt = steps::done::receipt(&visit.model).unwrap();
    assert!(receipt.contains("\"public_key_sha256\": null"), "{receipt}");
    visit.send(Msg::StartOver);
    assert!(existing::is_chosen(&visit.model), "the next order knows it too");
}
