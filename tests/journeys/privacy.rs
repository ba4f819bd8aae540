//! What the page `#/privacy` shows is what is sent, to the byte, and no secret is in it.
use cert_order::wizard::field::Field;
use cert_order::wizard::privacy::{self, Sent, Whereabouts};

use crate::support::shop::Call;
use crate::support::visit::Visit;

/// What was really sent, with the session masked as the page masks it.
fn masked(call: &Call) -> String {
    let session = call.field("auth").unwrap();
    call.body.replace(&format!("auth={session}"), "auth=••••")
}

fn body<'a>(sent: &'a [Sent], func: &str) -> &'a str {
    &sent.iter().find(|sent| sent.func == func).unwrap_or_else(|| panic!("no {func} among {sent:?}")).body
}

#[test]
fn the_bytes_that_are_shown_are_those_that_are_sent() {
    let mut visit = Visit::new();
    visit.reach_validation();
    visit.enter(Field::Approver(0), "admin@example.com");
    let shown = privacy::sent(&visit.model);
    assert_eq!(visit.shop.count("param"), 0);
    visit.go_on();
    let placing: Vec<&Call> = visit.shop.calls.iter().filter(|call| call.field("sok").is_some()).collect();
    let [handed_in, ordered] = placing[..] else { panic!("{} calls", placing.len()) };
    assert_eq!(body(&shown, "certificate.order.csr"), masked(handed_in));
    assert_eq!(body(&shown, "certificate.order.param"), masked(ordered));
    assert!(body(&shown, "certificate.order.param").contains("csr=-----BEGIN+CERTIFICATE+REQUEST"));
}

#[test]
fn what_is_changed_changes_what_is_shown() {
    let mut visit = Visit::new();
    visit.reach_validation();
    visit.enter(Field::Approver(0), "admin@example.com");
    let before = privacy::sent(&visit.model);
    visit.enter(
        Field::Contact(cert_order::wizard::field::Who::Admin, cert_order::wizard::field::ContactField::FirstName),
        "Zoë",
    );
    let after = privacy::sent(&visit.model);
    assert_ne!(before, after);
    assert!(body(&after, "certificate.order.param").contains("adm_fname=Zo%C3%AB"));
}

#[test]
fn before_the_billing_systems_form_is_known_the_request_alone_is_shown() {
    let mut visit = Visit::new();
    assert_eq!((privacy::sent(&visit.model), privacy::request(&visit.model)), (Vec::new(), None));
    visit.reach_key();
    assert_eq!(privacy::sent(&visit.model), []);
    assert_eq!(privacy::request(&visit.model), Some(visit.csr()));
    let mut visit = Visit::new();
    visit.reach_contacts();
    assert_eq!(privacy::request(&visit.model), None);
    assert_eq!(privacy::sent(&visit.model).len(), 1);
}

#[test]
fn no_secret_is_in_what_is_shown() {
    let mut visit = Visit::new();
    visit.reach_validation();
    visit.enter(Field::Approver(0), "admin@example.com");
    let session = visit.shop.calls.iter().find_map(|call| call.field("auth")).unwrap().to_owned();
    let key = crate::support::browser::pem(&visit.browser.made[0].1);
    let shown = format!("{:?}", privacy::sent(&visit.model));
    for secret in [session.as_str(), key.expose(), "PRIVATE"] {
        assert!(!secret.is_empty() && !shown.contains(secret));
    }
    assert!(shown.contains("auth=••••"));
}

#[test]
fn the_page_tells_where_the_key_is() {
    let mut visit = Visit::new();
    assert_eq!(privacy::whereabouts(&visit.model), Whereabouts::Nowhere);
    visit.reach_key();
    assert_eq!(privacy::whereabouts(&visit.model), Whereabouts::Browser);
    visit.enter(Field::KeepKey, "");
    assert_eq!(privacy::whereabouts(&visit.model), Whereabouts::Memory);
    visit.enter(Field::RequestMethod, "existing");
    assert_eq!(privacy::whereabouts(&visit.model), Whereabouts::Elsewhere);
}
