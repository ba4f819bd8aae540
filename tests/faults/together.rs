//! Two forms of one customer at once, in two browsers, over one cart: every row is paid at most once.
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;
use std::sync::Barrier;
use std::thread;

use cert_order::billing::http::HttpRequest;
use cert_order::wizard::field::Field;
use cert_order::wizard::message::Msg;
use cert_order::wizard::model::Trouble;

use crate::installation::{BALANCE, Installation, amounts, payments, visit_over};
use crate::matrix::plain;
use crate::support::visit::Visit;

/// What happens elsewhere while a call is on its way: function, how many such calls come before, and what.
type Meanwhile = (&'static str, usize, Box<dyn FnOnce()>);

/// A visit during whose calls something happens elsewhere.
fn interrupted(installation: &Installation, domain: &str, mut meanwhile: Vec<Meanwhile>) -> Visit {
    let connection = installation.connect();
    let mut calls: HashMap<&'static str, usize> = HashMap::new();
    let remote = move |request: &HttpRequest| {
        let count = calls.entry(request.func()).or_default();
        let due = meanwhile.iter().position(|(func, skip, _)| *func == request.func() && skip == count);
        *count += 1;
        if let Some(due) = due {
            (meanwhile.remove(due).2)();
        }
        Some(connection.call(request))
    };
    let mut visit = visit_over(plain().config, Box::new(remote));
    domain.clone_into(&mut visit.customer.domain);
    visit
}

/// A visit that nothing interrupts, to be used in the middle of another one.
fn other(installation: &Installation, domain: &str) -> Rc<RefCell<Visit>> {
    Rc::new(RefCell::new(interrupted(installation, domain, Vec::new())))
}

/// Until there is a price, for all that lies in the cart.
fn reach_quote(visit: &mut Visit) {
    for _ in 0..40 {
        if visit.quote().is_some() {
            visit.send(Msg::DownloadKey);
            visit.enter(Field::KeyAttested, "on");
            visit.enter(Field::OtherRows, "on");
            return;
        }
        visit.act();
    }
    panic!("no quote: {:?}", visit.model.submission);
}

/// A customer who agrees to whatever lies in the cart and presses the button as often as the page lets them, but looks into
/// the customer area where the page says that the order may be there.
fn insist(visit: &mut Visit) {
    for _ in 0..20 {
        if visit.order().is_some() || matches!(visit.trouble(), Some(Trouble::RowGone | Trouble::RowNotFound)) {
            return;
        }
        visit.enter(Field::OtherRows, "on");
        visit.act();
        visit.time_passes(2_000);
    }
}

/// Every bill that is paid was paid once, for exactly the rows in it; names of the rows that are paid.
fn paid_once_each(installation: &Installation, at: &str) -> Vec<String> {
    let orders = installation.orders();
    let paid: Vec<_> = orders.iter().filter(|order| order["state"] == "paid").collect();
    let mut bills: BTreeMap<String, i64> = BTreeMap::new();
    for order in &paid {
        *bills.entry(order["billorder"].to_string()).or_default() += order["price"]["total_minor"].as_i64().unwrap();
    }
    for order in &paid {
        assert_eq!(amounts(&payments(order)), [bills[&order["billorder"].to_string()]], "{at}: {order}");
    }
    assert!(orders.iter().filter(|order| order["state"] != "paid").all(|order| payments(order).is_empty()), "{at}");
    assert_eq!(installation.balance("demo"), BALANCE - bills.values().sum::<i64>(), "{at}");
    assert!(installation.is_clean(), "{at}");
    paid.iter().map(|order| order["names"][0].as_str().unwrap().to_owned()).collect()
}

/// Whoever was told that the order is placed has a certificate of that name, and each another one.
fn nobody_was_told_wrongly(installation: &Installation, visits: &[&Visit], at: &str) {
    let paid = paid_once_each(installation, at);
    let told: Vec<&str> =
        visits.iter().filter_map(|visit| visit.order()).map(|order| order.intent.domain.as_str()).collect();
    for name in told.iter().collect::<BTreeSet<_>>() {
        let count = |names: &mut dyn Iterator<Item = &str>| names.filter(|known| known == name).count();
        assert!(
            count(&mut told.iter().copied()) <= count(&mut paid.iter().map(String::as_str)),
            "{at}: {told:?} {paid:?}"
        );
    }
    let rows: Vec<_> = visits.iter().filter_map(|visit| visit.order()).map(|order| &order.intent.item).collect();
    assert_eq!(rows.iter().collect::<BTreeSet<_>>().len(), rows.len(), "{at}");
}

#[test]
fn two_forms_that_show_the_same_cart_pay_it_once() {
    for (func, skip) in [("certificate", 0), ("basket", 2), ("payment.add.method", 0)] {
        let at = format!("while {func}");
        let installation = Installation::standard();
        let second = other(&installation, "two.example.com");
        // The second form fills the cart before the first has read its price, and pays while the first is about to.
        let (fills, pays) = (Rc::clone(&second), Rc::clone(&second));
        let mut first = interrupted(
            &installation,
            "one.example.com",
            vec![
                ("basket", 1, Box::new(move || reach_quote(&mut fills.borrow_mut()))),
                (func, skip, Box::new(move || pays.borrow_mut().send(Msg::Order))),
            ],
        );
        reach_quote(&mut first);
        assert_eq!(first.quote().unwrap().other_rows.len(), 1, "{at}");
        first.send(Msg::Order);
        assert!(second.borrow().order().is_some(), "{at}: {:?}", second.borrow().model.submission);
        assert!(first.order().is_some() || first.trouble() == Some(&Trouble::RowGone), "{at}: {:?}", first.trouble());
        nobody_was_told_wrongly(&installation, &[&first, &second.borrow()], &at);
        assert_eq!(paid_once_each(&installation, &at), ["one.example.com", "two.example.com"], "{at}");
    }
}

#[test]
fn a_whole_order_in_the_middle_of_another_doubles_nothing() {
    let calls = [
        ("basket", 0),
        ("certificate.order.param", 0),
        ("basket", 1),
        ("payment.add", 0),
        ("subaccount", 0),
        ("order", 0),
        ("certificate", 0),
        ("basket", 2),
        ("payment.add.method", 0),
    ];
    for names in [["one.example.com", "two.example.com"], ["example.com"; 2]] {
        for (func, skip) in calls {
            let at = format!("{names:?} while {func} {skip}");
            let installation = Installation::standard();
            let second = other(&installation, names[1]);
            let middle = Rc::clone(&second);
            let whole: Meanwhile = (func, skip, Box::new(move || insist(&mut middle.borrow_mut())));
            let mut first = interrupted(&installation, names[0], vec![whole]);
            insist(&mut first);
            insist(&mut second.borrow_mut());
            nobody_was_told_wrongly(&installation, &[&first, &second.borrow()], &at);
            let mut paid = paid_once_each(&installation, &at);
            paid.sort();
            assert_eq!(paid, names, "{at}");
        }
    }
}

#[test]
fn two_forms_at_the_very_same_time_pay_every_row_at_most_once() {
    for round in 0..6 {
        let installation = &Installation::standard();
        let barrier = &Barrier::new(2);
        thread::scope(|scope| {
            for domain in ["one.example.com", "two.example.com"] {
                scope.spawn(move || {
                    let mut visit = interrupted(installation, domain, Vec::new());
                    reach_quote(&mut visit);
                    barrier.wait();
                    insist(&mut visit);
                });
            }
        });
        let at = format!("round {round}");
        assert!(!paid_once_each(installation, &at).is_empty(), "{at}");
    }
}
