//! The letters of the subject: Latin where that is demanded, with an offer to write the text in them; else any.
use cert_order::config::{self, Config};
use cert_order::domain::problem::Problem;
use cert_order::wizard::field::Field;
use cert_order::wizard::message::Msg;
use cert_order::wizard::remedy::{Remedy, remedies};
use cert_order::wizard::step::Step;
use cert_order::wizard::steps;
use cert_order::words::{Speech, Text};
use serde_json::json;

use crate::support::shop::DV;
use crate::support::steps::DOMAIN;
use crate::support::visit::Visit;

fn any_letters() -> Config {
    let text = r#"{"billing_url": "/billmgr", "default_key_type": "p-256", "assumed": {"latin_only": "off"}}"#;
    config::parse(text).unwrap()
}

fn problem(visit: &Visit, field: Field) -> Option<Problem> {
    let errors = steps::errors(&visit.model, Step::Subject).into_iter();
    errors.filter(|error| error.field == field).map(|error| error.problem).next()
}

#[test]
fn a_text_in_other_letters_is_offered_in_latin_ones_and_can_be_changed_afterwards() {
    let mut visit = Visit::new();
    visit.choose(DV);
    for (field, typed, latin) in [
        (Field::State, "Київська область", "Kyivska oblast"),
        (Field::City, "Łódź", "Lodz"),
        (Field::Company, "Müller & Søn ΑΕ", "Mueller & Soen AE"),
        (Field::CompanyUnit, "İş Geliştirme", "Is Gelistirme"),
    ] {
        visit.enter(field, typed);
        let first = typed.chars().find(|letter| !letter.is_ascii()).unwrap();
        assert_eq!(problem(&visit, field), Some(Problem::NotLatin { letter: first, can_be_written: true }));
        let words = Speech::ENGLISH.problem(field, &problem(&visit, field).unwrap());
        let is_cyrillic = words.ends_with("“К” is a letter of another alphabet: Cyrillic");
        assert!(if field == Field::State { is_cyrillic } else { words.ends_with("is not one") }, "{words}");
        let offered = remedies(&visit.model, field);
        assert_eq!(offered, [Remedy::UseText(latin.to_owned())]);
        assert_eq!(Speech::ENGLISH.text(Text::UseText(latin.to_owned())), format!("Use “{latin}”"));
        visit.send(Msg::Apply(field, offered[0].clone()));
        assert_eq!((visit.model.drafts.text(field), problem(&visit, field)), (latin, None));
        visit.enter(field, "Something else");
        visit.send(Msg::Apply(field, offered[0].clone()));
        assert_eq!(visit.model.drafts.text(field), "Something else", "an offer that does not stand changes nothing");
    }
}

#[test]
fn a_text_that_cannot_be_written_in_latin_letters_says_so_and_which_letter_it_is() {
    let mut visit = Visit::new();
    visit.choose(DV);
    visit.enter(Field::Company, "Ä 王小明");
    let expected = Problem::NotLatin { letter: '王', can_be_written: false };
    assert_eq!(
        (problem(&visit, Field::Company), remedies(&visit.model, Field::Company)),
        (Some(expected.clone()), vec![])
    );
    assert_eq!(
        Speech::ENGLISH.problem(Field::Company, &expected),
        "Company: use Latin letters and digits. This form cannot write “王” in them: enter the spelling that your register or passport has"
    );
}

#[test]
fn where_latin_is_not_demanded_letters_of_any_alphabet_go_into_request_and_form() {
    let mut visit = Visit::with(any_letters());
    visit.choose(DV);
    visit.name(DOMAIN);
    visit.send(Msg::AddressChanged(Some(Step::Subject)));
    for (field, text) in [(Field::State, "Київ"), (Field::City, "東京"), (Field::Company, "ООО «Ромашка»")]
    {
        visit.enter(field, text);
    }
    visit.go_on();
    visit.save_key();
    visit.log_in();
    visit.enter_contacts();
    visit.go_on();
    assert_eq!(visit.place(), Step::Validation);
    let sent = visit.shop.last("csr.next");
    assert_eq!(
        [sent.field("ST"), sent.field("L"), sent.field("O")],
        [Some("Київ"), Some("東京"), Some("ООО «Ромашка»")]
    );
    let request = cert_order::request::given::read(visit.csr()).unwrap();
    assert_eq!(request.part(cert_order::request::csr::Part::Company), Some("ООО «Ромашка»"));
    visit.send(Msg::AddressChanged(Some(Step::Subject)));
    visit.enter(Field::Company, "N/A");
    assert_eq!(problem(&visit, Field::Company), Some(Problem::Filler), "a filler is one in any letters");
}

#[test]
fn a_form_that_demands_latin_letters_after_all_leads_back_with_the_offer() {
    let mut visit = Visit::with(any_letters());
    visit.choose(DV);
    visit.name(DOMAIN);
    visit.send(Msg::AddressChanged(Some(Step::Subject)));
    visit.enter(Field::City, "Łódź");
    visit.go_on();
    visit.save_key();
    visit.shop.early.add("L", "City", "input", json!({"$type": "text", "$check": "certificatelatin"}));
    visit.log_in();
    assert_eq!(visit.place(), Step::Subject);
    assert!(visit.model.errors_shown.contains(&Step::Subject));
    assert_eq!(problem(&visit, Field::City), Some(Problem::NotLatin { letter: 'Ł', can_be_written: true }));
    visit.send(Msg::Apply(Field::City, Remedy::UseText("Lodz".to_owned())));
    visit.go_on();
    assert_eq!(visit.place(), Step::Key);
}

#[test]
fn a_refusal_of_other_letters_by_the_billing_system_comes_with_the_offer_too() {
    let mut visit = Visit::with(any_letters());
    visit.choose(DV);
    visit.name(DOMAIN);
    visit.send(Msg::AddressChanged(Some(Step::Subject)));
    visit.enter(Field::Company, "Größe");
    visit.go_on();
    visit.save_key();
    visit.shop.refuse("csr.next", "value", "O", "Latin only");
    visit.log_in();
    assert_eq!(
        (visit.place(), problem(&visit, Field::Company)),
        (Step::Subject, Some(Problem::Billing("Latin only".to_owned())))
    );
    assert_eq!(remedies(&visit.model, Field::Company), [Remedy::UseText("Groesse".to_owned())]);
}
