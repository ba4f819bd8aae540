//! On review: how it is paid, and the order button, which says what it does.
use std::sync::Arc;

use crate::billing::order::OpenOrder;
use crate::billing::payment_add::PaymentMethod;
use crate::browser::html::{View, all, el, live, nothing};
use crate::browser::parts::choice::{self, Choice, check_box, radios_but};
use crate::browser::parts::{page, select};
use crate::browser::ui::{Ui, money, t};
use crate::browser::watched::Watched;
use crate::config::PayBy;
use crate::wizard::direct;
use crate::wizard::field::Field;
use crate::wizard::model::Model;
use crate::wizard::offer::pays_by;
use crate::wizard::steps::review;
use crate::wizard::submission::{Quote, Submission};
use crate::wizard::way::Way;
use crate::words::{Say, Text};

/// What is chosen so far: of "Pay by", or [`NOW`] where a new bill is paid at once.
fn chosen(model: &Model) -> String {
    let Submission::Quoted(quote) = &model.submission else { return String::new() };
    match review::pay_by(model, quote) {
        review::BILL if review::pays_now(model, quote) => NOW,
        chosen => chosen,
    }
    .to_owned()
}

/// "Add new account" and "Pay now".
const NOW: &str = "now";

/// "Pay by", what belongs to the way that is chosen, and the order button.
pub fn pay_by(ui: Ui, quote: &Arc<Quote>) -> View {
    let terms = ui.peek(|model| model.config.links.terms.clone()).map(|address| {
        el("p", "").text(&t(Say::TermsNote)).text(" ").add(page::outside(&address, Say::LinkTerms)).into()
    });
    let chosen = ui.memo(chosen);
    let choice = match ui.peek(direct::way) {
        Some(Way::Panel) => page::paragraph(Say::IntoCartNote),
        Some(_) => page::paragraph(Say::AtOnceNote),
        None if quote.is_free() => nothing(),
        None => all([ways(ui, quote), details(ui, quote, chosen)]),
    };
    all([choice].into_iter().chain(terms).chain([button(ui, quote, chosen)]))
}

fn ways(ui: Ui, quote: &Quote) -> View {
    let balance = quote.balance.as_ref().map(money).unwrap_or_default();
    let hint = match quote.missing() {
        Some(missing) => t(Text::BalanceTooSmall { balance, missing: money(&missing) }),
        None if quote.is_payable() => t(Text::Balance(balance)),
        None => t(Say::NoBalanceMethod),
    };
    let way =
        |value: &str, label, hint| Choice { value: value.to_owned(), label: t(label), hint, aside: String::new() };
    let (balance, order, bill) = ui.peek(|model| {
        (pays_by(model, PayBy::Balance), review::offers_order(model, quote), pays_by(model, PayBy::Bill))
    });
    let ways = [
        balance.then(|| way(review::BALANCE, Say::CurrentAccount, hint)),
        order.then(|| way(review::ORDER, Say::AddToOrder, t(Say::AddToOrderHint))),
        bill.then(|| way(review::BILL, Say::NewAccount, t(Say::NewAccountHint))),
    ];
    let ways = ways.into_iter().flatten().collect();
    let off: &[String] = if quote.is_payable() { &[] } else { &[review::BALANCE.to_owned()] };
    radios_but(ui, Field::PayBy, choice::CARDS, ways, off)
}

/// The select of orders, or "Pay now" and the methods for it.
fn details(ui: Ui, quote: &Arc<Quote>, chosen: Watched<String>) -> View {
    let quote = Arc::clone(quote);
    live(move || match chosen.get().as_str() {
        review::ORDER => select::order(ui, &quote.open_orders.iter().map(order).collect::<Vec<_>>()),
        NOW => all([check_box(ui, Field::PayNow), methods(ui, &quote)]),
        review::BILL if quote.can_pay_now() => check_box(ui, Field::PayNow),
        _ => nothing(),
    })
}

fn order(order: &OpenOrder) -> (String, String) {
    let mut words = order.number.clone();
    if let Some(total) = &order.total {
        words.push_str(" – ");
        words.push_str(&money(total));
    }
    (order.id.clone(), words)
}

fn methods(ui: Ui, quote: &Quote) -> View {
    let off = quote.other_methods().filter(|method| !review::takes(method, quote)).map(|method| method.id.clone());
    let choice = |method: &PaymentMethod| Choice {
        value: method.id.clone(),
        label: method.name.clone().into(),
        hint: method.description.clone().into(),
        aside: method.min_amount.as_ref().map(|least| t(Text::AtLeast(money(least))).into_owned()).unwrap_or_default(),
    };
    let choices = quote.other_methods().map(choice).collect();
    radios_but(ui, Field::PayMethod, choice::CARDS, choices, &off.collect::<Vec<_>>())
}

fn button(ui: Ui, quote: &Arc<Quote>, chosen: Watched<String>) -> View {
    let is_busy = ui.memo(|model| !matches!(model.submission, Submission::Quoted(_)));
    let quote = Arc::clone(quote);
    let direct = ui.peek(direct::way);
    live(move || {
        let words = match chosen.get().as_str() {
            _ if direct == Some(Way::Panel) => Say::OrderIntoCart.into(),
            _ if direct.is_some() => Say::OrderAtOnce.into(),
            _ if quote.is_free() => Say::OrderFree.into(),
            review::BALANCE => Text::OrderAndPay(quote.total.as_ref().map(money).unwrap_or_default()),
            review::ORDER => Say::OrderAndAdd.into(),
            review::BILL => Say::OrderAndPayLater.into(),
            NOW => Say::OrderAndGoToPayment.into(),
            _ => Say::OrderFree.into(),
        };
        page::submit(&t(words), is_busy).into()
    })
}
