//! What was said once: it is shown where it is asked again, can be taken back, and then stays away.
use cert_order::wizard::ask_once::{Source, Taken, taken};
use cert_order::wizard::field::{ContactField, Field, OrgField, Who};
use cert_order::wizard::message::Msg;
use cert_order::wizard::step::Step;
use cert_order::wizard::steps;

use crate::support::shop::OV;
use crate::support::steps::DOMAIN;
use crate::support::visit::Visit;

const NAME: Field = Field::Org(OrgField::Name);
const CITY: Field = Field::Org(OrgField::City);
const TECH_NAME: Field = Field::Contact(Who::Tech, ContactField::FirstName);
const TECH_PHONE: Field = Field::Contact(Who::Tech, ContactField::Phone);

fn text(visit: &Visit, field: Field) -> &str {
    visit.model.drafts.text(field)
}

fn at_organization() -> Visit {
    let mut visit = Visit::new();
    visit.choose(OV);
    visit.name(DOMAIN);
    visit.save_key();
    visit.log_in();
    visit.enter_contacts();
    visit.go_on();
    assert_eq!(visit.place(), Step::Organization);
    visit
}

#[test]
fn the_organization_says_what_it_takes_from_the_request_and_gives_it_up_for_good() {
    let mut visit = at_organization();
    let all = [OrgField::Name, OrgField::Country, OrgField::State, OrgField::City].map(Field::Org);
    assert_eq!(taken(&visit.model, Source::Request).shown, all);
    assert_eq!(taken(&visit.model, Source::AdminPhone).shown, [Field::Org(OrgField::Phone)]);

    visit.enter(CITY, "Utica");
    visit.send(Msg::Take(Source::Request));
    assert_eq!(text(&visit, NAME), "");
    assert_eq!(text(&visit, CITY), "Utica", "what was typed stays");
    assert_eq!(text(&visit, Field::Org(OrgField::Phone)), "+1 202 555 0175", "another source");
    let left = taken(&visit.model, Source::Request);
    assert_eq!((left.shown, left.cleared.as_slice()), (vec![], &all[..3]));

    visit.reload();
    visit.log_in();
    assert_eq!(text(&visit, NAME), "", "also after a reload");
    visit.send(Msg::Take(Source::Request));
    assert_eq!((text(&visit, NAME), text(&visit, CITY)), ("Example & Sons", "Utica"), "taken once more");
}

#[test]
fn technical_support_says_what_it_copies_and_gives_it_up() {
    let mut visit = Visit::new();
    visit.reach_contacts();
    visit.enter(Field::Contact(Who::Admin, ContactField::FirstName), "Ann");
    assert_eq!(taken(&visit.model, Source::Admin), Taken::default(), "nothing was taken, and nothing cleared");
    visit.enter_contacts();
    assert_eq!(taken(&visit.model, Source::Admin), Taken::default(), "the administrative contact itself is used");
    visit.enter(Field::TechIsAdmin, "");
    assert_eq!(taken(&visit.model, Source::Admin).shown.len(), 5);
    visit.enter(TECH_NAME, "Bob");
    visit.send(Msg::Take(Source::Admin));
    assert_eq!((text(&visit, TECH_NAME), text(&visit, TECH_PHONE)), ("Bob", ""));
    assert!(steps::contacts::parse(&visit.model).is_err());
    assert_eq!(taken(&visit.model, Source::Admin).cleared.len(), 4);
    visit.send(Msg::Take(Source::Admin));
    assert_eq!((text(&visit, TECH_NAME), text(&visit, TECH_PHONE)), ("Bob", "+1 202 555 0175"));
    visit.send(Msg::Take(Source::Admin));
    visit.reload();
    assert_eq!((text(&visit, TECH_NAME), text(&visit, TECH_PHONE)), ("Bob", ""), "also after a reload");
}

#[test]
fn nothing_is_said_to_be_taken_where_nothing_was_said() {
    let visit = Visit::new();
    for source in [Source::Request, Source::AdminPhone, Source::Admin] {
        assert_eq!(taken(&visit.model, source), Taken::default());
    }
}
