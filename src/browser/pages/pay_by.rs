//! On review: how it is paid, and the order button, which says what it does.
use crate::billing::order::OrderRow;
use crate::billing::payment_add::PaymentMethod;
use crate::browser::html::{View, all, el, live, nothing};
use crate::browser::parts::choice::{self, Choice, check_box, radios_but};
use crate::browser::parts::{page, select};
use crate::browser::ui::{Ui, money, t};
use crate::wizard::field::Field;
use crate::wizard::model::Model;
use crate::wizard::steps::review;
use crate::wizard::submission::{Quote, Submission};
use crate::words::Text;

/// What is chosen so far.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Chosen {
    pay_by: &'static str,
    pays_now: bool,
}

fn chosen(model: &Model) -> Chosen {
    let pay_by = match &model.submission {
        Submission::Quoted(quote) => review::pay_by(model, quote),
        _ => "",
    };
    Chosen { pay_by, pays_now: model.drafts.payment.pay_now }
}

/// "Pay by", what belongs to the way that is chosen, and the order button.
pub fn pay_by(ui: Ui, quote: &Quote) -> View {
    let terms = ui.peek(|model| model.config.links.terms.clone()).map(|address| {
        el("p", "").text(&t(Text::TermsNote)).text(" ").add(page::outside(&address, Text::LinkTerms)).into()
    });
    let choice = if quote.is_free() { nothing() } else { all([ways(ui, quote), details(ui, quote)]) };
    all([choice].into_iter().chain(terms).chain([button(ui, quote)]))
}

fn ways(ui: Ui, quote: &Quote) -> View {
    let balance = quote.balance.as_ref().map(money).unwrap_or_default();
    let hint = match quote.missing() {
        Some(missing) => t(Text::BalanceTooSmall { balance, missing: money(&missing) }),
        None if quote.is_payable() => t(Text::Balance(balance)),
        None => t(Text::NoBalanceMethod),
    };
    let way =
        |value: &str, label, hint| Choice { value: value.to_owned(), label: t(label), hint, aside: String::new() };
    let mut ways = vec![way(review::BALANCE, Text::CurrentAccount, hint)];
    if !quote.open_orders.is_empty() {
        ways.push(way(review::ORDER, Text::AddToOrder, t(Text::AddToOrderHint)));
    }
    ways.push(way(review::BILL, Text::NewAccount, t(Text::NewAccountHint)));
    let off: &[String] = if quote.is_payable() { &[] } else { &[review::BALANCE.to_owned()] };
    radios_but(ui, Field::PayBy, choice::CARDS, ways, off)
}

/// The select of orders, or "Pay now" and the methods for it.
fn details(ui: Ui, quote: &Quote) -> View {
    let chosen = ui.memo(chosen);
    let quote = quote.clone();
    live(move || match chosen.get() {
        Chosen { pay_by: review::ORDER, .. } => {
            select::order(ui, &quote.open_orders.iter().map(order).collect::<Vec<_>>())
        }
        Chosen { pay_by: review::BILL, pays_now } if quote.other_methods().next().is_some() => {
            let methods = if pays_now { methods(ui, &quote) } else { nothing() };
            all([check_box(ui, Field::PayNow), methods])
        }
        _ => nothing(),
    })
}

fn order(order: &OrderRow) -> (String, String) {
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

fn button(ui: Ui, quote: &Quote) -> View {
    let is_busy = ui.memo(|model| !matches!(model.submission, Submission::Quoted(_)));
    let is_free = quote.is_free();
    let total = money(&quote.total);
    let chosen = ui.memo(chosen);
    let can_pay_now = quote.other_methods().next().is_some();
    live(move || {
        let Chosen { pay_by, pays_now } = chosen.get();
        let words = match pay_by {
            _ if is_free => Text::OrderFree,
            review::BALANCE => Text::OrderAndPay(total.clone()),
            review::ORDER => Text::OrderAndAdd,
            review::BILL if pays_now && can_pay_now => Text::OrderAndGoToPayment,
            review::BILL => Text::OrderAndPayLater,
            _ => Text::OrderFree,
        };
        page::submit(&t(words), is_busy).into()
    })
}
