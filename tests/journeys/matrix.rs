//! Every kind of validation, with a request made here and one brought along, by every way to pay: one order each.
use cert_order::wizard::field::Field;
use cert_order::wizard::message::Msg;
use cert_order::wizard::step::Step;
use cert_order::wizard::steps;
use cert_order::wizard::way::Outcome;

use crate::support::requests;
use crate::support::shop::{DV, EV, OV};
use crate::support::steps::DOMAIN;
use crate::support::visit::Visit;

/// A way to pay: what is chosen for it, the calls that place the order by it, and what is told of it.
struct Way {
    name: &'static str,
    chosen: &'static [(Field, &'static str)],
    placed_by: Option<&'static str>,
    is_told: fn(&Outcome) -> bool,
}

const WAYS: [Way; 5] = [
    Way {
        name: "current account",
        chosen: &[(Field::PayBy, "balance")],
        placed_by: Some("pay"),
        is_told: |outcome| matches!(outcome, Outcome::Paid),
    },
    Way {
        name: "open order",
        chosen: &[(Field::PayBy, "order"), (Field::OpenOrder, "8")],
        placed_by: Some("basket.add"),
        is_told: |outcome| matches!(outcome, Outcome::AddedTo(_)),
    },
    Way {
        name: "new bill, later",
        chosen: &[(Field::PayBy, "bill")],
        placed_by: None,
        is_told: |outcome| matches!(outcome, Outcome::Later),
    },
    Way {
        name: "new bill, now",
        chosen: &[(Field::PayBy, "bill"), (Field::PayNow, "on"), (Field::PayMethod, "3")],
        placed_by: Some("pay"),
        is_told: |outcome| !matches!(outcome, Outcome::Paid | Outcome::AddedTo(_)),
    },
    Way {
        name: "nothing to pay",
        chosen: &[(Field::PromotionCode, "FREE100")],
        placed_by: Some("basket.free"),
        is_told: |outcome| matches!(outcome, Outcome::Paid),
    },
];

/// As far as review; `brought` is the request that is brought along.
fn review(package: &str, brought: Option<&str>, way: &Way) -> Visit {
    let mut visit = Visit::new();
    visit.shop.balance = 100_000;
    visit.shop.open_order(8);
    for (field, text) in way.chosen {
        visit.enter(*field, text);
    }
    visit.enter(Field::Package, package);
    visit.enter(Field::Period, "12");
    visit.go_on();
    if let Some(request) = brought {
        visit.bring(request);
        visit.go_on();
    } else {
        visit.go_on();
        visit.name(DOMAIN);
        visit.save_key();
    }
    visit.log_in();
    visit.enter_contacts();
    visit.go_on();
    if package != DV {
        assert_eq!(visit.place(), Step::Organization);
        visit.enter_organization();
        visit.go_on();
    }
    visit.approve("admin@example.com");
    visit
}

#[test]
fn each_validation_with_each_request_by_each_way_is_ordered_once() {
    for package in [DV, OV, EV] {
        for is_existing in [false, true] {
            for way in &WAYS {
                let brought = is_existing.then(|| requests::of(&[DOMAIN], "US"));
                let mut visit = review(package, brought.as_deref(), way);
                let at = format!("{package}, existing {is_existing}, {}", way.name);
                assert_eq!(visit.place(), Step::Review, "{at}: {:?}", steps::errors(&visit.model, visit.place()));
                visit.send(Msg::Order);
                assert_eq!(visit.place(), Step::Done, "{at}: {:?}", visit.model.submission);
                for operation in ["pay", "basket.add", "basket.free"] {
                    let wanted = usize::from(way.placed_by == Some(operation));
                    assert_eq!(visit.shop.count(operation), wanted, "{at}: {operation}");
                }
                let outcome = &visit.order().unwrap().outcome;
                assert!((way.is_told)(outcome), "{at}: {outcome:?}");
                let param = visit.shop.last("param");
                let request = brought.as_deref().unwrap_or_else(|| visit.csr());
                assert_eq!(param.field("csr"), Some(request), "{at}");
                assert_eq!((param.field("CN"), param.field("pricelist")), (Some(DOMAIN), Some(package)), "{at}");
                assert_eq!(param.field("org_name").is_some(), package != DV, "{at}");
                assert_eq!(visit.browser.made.is_empty(), is_existing, "{at}");
            }
        }
    }
}
