//! States and provinces from the billing system's list, where it has one for the country.
use cert_order::domain::problem::Problem;
use cert_order::wizard::field::{Field, OrgField};
use cert_order::wizard::step::Step;
use cert_order::wizard::{shown, states};

use crate::support::shop::OV;
use crate::support::steps::DOMAIN;
use crate::support::visit::Visit;

const ORG_STATE: Field = Field::Org(OrgField::State);

/// The billing system lists states of two countries, by keys of its own.
fn with_lists() -> Visit {
    let mut visit = Visit::new();
    let lists =
        [("", "-- choose --", "41"), ("501", "New York", "41"), ("502", "Texas", "41"), ("77", "Thüringen", "80")];
    visit.shop.early.list("ST", &lists);
    visit.shop.late.list("org_state", &lists);
    visit.choose(OV);
    visit
}

/// The field and the problem of each error that the page says.
fn said(visit: &Visit) -> Vec<(Field, Problem)> {
    shown::errors(&visit.model).into_iter().map(|error| (error.field, error.problem)).collect()
}

#[test]
fn a_state_of_the_list_goes_by_its_key_and_into_the_request_by_its_name() {
    let mut visit = with_lists();
    visit.name(DOMAIN);
    visit.save_key();
    visit.log_in();
    visit.enter_contacts();
    visit.go_on();
    assert_eq!(visit.place(), Step::Organization);
    assert_eq!(states::names(&visit.model, ORG_STATE), ["New York", "Texas"]);
    assert_eq!(states::chosen(&visit.model, ORG_STATE), Some("New York"), "as the subject says");
    visit.enter(ORG_STATE, "texas ");
    assert_eq!(states::chosen(&visit.model, ORG_STATE), Some("Texas"));
    visit.enter_organization();
    visit.go_on();
    visit.approve("admin@example.com");
    let order = visit.shop.last("param");
    assert_eq!((order.field("ST"), order.field("org_state")), (Some("501"), Some("502")));
    let asked = visit.model.discovery.asked().unwrap();
    assert_eq!(asked.subject.state.as_str(), "New York");
}

#[test]
fn a_state_that_the_list_does_not_have_is_said_on_its_page_and_can_be_chosen() {
    let mut visit = with_lists();
    visit.enter(Field::State, "N.Y.");
    for (field, text) in
        [(Field::Domain, DOMAIN), (Field::Country, "US"), (Field::City, "Ithaca"), (Field::Company, "Example & Sons")]
    {
        visit.enter(field, text);
    }
    assert!(states::names(&visit.model, Field::State).is_empty(), "before the log-in any text will do");
    visit.go_on();
    visit.save_key();
    visit.log_in();
    assert_eq!(visit.place(), Step::Subject);
    assert_eq!(said(&visit), [(Field::State, Problem::NotOffered)]);
    assert_eq!(visit.model.drafts.text(Field::State), "N.Y.", "nothing typed is lost");
    assert_eq!(states::names(&visit.model, Field::State), ["New York", "Texas"]);
    visit.go_on();
    assert_eq!(visit.place(), Step::Subject);
    visit.enter(Field::State, "Nowhere");
    visit.go_on();
    assert_eq!(said(&visit), [(Field::State, Problem::NotOffered)]);
    visit.enter(Field::State, "New York");
    assert_eq!(said(&visit), []);
    visit.go_on();
    assert!(visit.place() > Step::Subject);
}

#[test]
fn another_country_has_its_own_states_or_takes_any_text() {
    let mut visit = with_lists();
    visit.name(DOMAIN);
    visit.save_key();
    visit.log_in();
    visit.enter_contacts();
    visit.go_on();
    for (country, names) in [("RU", &[][..]), ("US", &["New York", "Texas"]), ("", &[])] {
        visit.enter(Field::Org(OrgField::Country), country);
        assert_eq!(states::names(&visit.model, ORG_STATE), names, "{country}");
    }
    visit.enter(Field::Org(OrgField::Country), "RU");
    visit.enter(ORG_STATE, "Tver");
    visit.enter_organization();
    visit.go_on();
    assert_eq!(visit.place(), Step::Validation);
}
