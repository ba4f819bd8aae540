//! Page "review": everything once more, what it costs, and the order button.
use std::sync::Arc;

use super::{answers, pay_by, unclear};
use crate::browser::html::{View, all, el, live, nothing};
use crate::browser::parts::choice::check_box;
use crate::browser::parts::rows::{row, total};
use crate::browser::parts::{copies, differences, kept, key_safe, machine, notice, page};
use crate::browser::ui::{Ui, money, speech, t};
use crate::wizard::existing;
use crate::wizard::field::Field;
use crate::wizard::keys::{self, Hold, KeyState};
use crate::wizard::message::Msg;
use crate::wizard::model::{Model, Trouble};
use crate::wizard::step::Step;
use crate::wizard::steps::review::is_gone;
use crate::wizard::submission::{CodeRefusal, Quote, Submission};
use crate::words::vault::VaultSay;
use crate::words::{Say, Text};

/// What the page shows under the answers.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Stage {
    Preparing,
    Stuck,
    Failed(Trouble),
    Quoted(Arc<Quote>),
    Paying,
}

fn stage(model: &Model) -> Stage {
    match &model.submission {
        Submission::Idle if model.discovery.form().is_none() && !model.discovery.is_busy() => Stage::Stuck,
        Submission::CartFailed(trouble) => Stage::Failed(trouble.clone()),
        Submission::Quoted(quote) => Stage::Quoted(Arc::clone(quote)),
        Submission::Paying(..) => Stage::Paying,
        _ => Stage::Preparing,
    }
}

/// The page.
pub fn page(ui: Ui) -> View {
    let stage = ui.memo(stage);
    let is_unclear = ui.memo(|model| matches!(model.submission, Submission::Unclear(..)));
    live(move || {
        if is_unclear.get() {
            return unclear::page(ui);
        }
        let below = live(move || match stage.get() {
            Stage::Preparing => notice::busy(Say::PreparingOrder),
            Stage::Stuck => page::primary(ui, Say::TryAgain, Msg::Retry).into(),
            Stage::Failed(trouble) => all([
                notice::notice("error", &speech().trouble(&trouble)),
                notice::way_out(ui, &trouble),
                page::primary(ui, Say::TryAgain, Msg::Retry).into(),
            ]),
            Stage::Quoted(quote) => quoted(ui, &quote),
            Stage::Paying => all([notice::busy(Say::Paying), page::paragraph(Say::DoNotClose)]),
        });
        let below = el("div", "").attr("aria-live", "polite").add(below);
        let top = page::top(ui, Step::Review, Say::LeadReview);
        all([top, differences::differences(ui), answers::answers(ui), below.into()])
    })
}

fn quoted(ui: Ui, quote: &Arc<Quote>) -> View {
    page::form(ui, Msg::Order)
        .add(figures(quote))
        .add(other_rows(ui, quote))
        .add(order_again(ui))
        .add(key_is_safe(ui))
        .add(pay_by::pay_by(ui, quote))
        .into()
}

/// The billing system's own figures, none of them computed here.
fn figures(quote: &Quote) -> View {
    let mut rows = Vec::new();
    let setup = quote.row.setup.as_ref().filter(|setup| setup.minor > 0);
    if let Some(setup) = setup {
        rows.push(row(&t(Say::SetupFee), &money(setup)));
    }
    if let Some(period) = quote.row.period {
        rows.push(row(&speech().label(Field::Period), &t(Text::Months(period.months()))));
    }
    if let Some(cost) = quote.row.full_cost.as_ref().or(quote.row.cost.as_ref()) {
        let key = if setup.is_some() { Say::CostWithSetup } else { Say::Cost };
        rows.push(row(&t(key), &money(cost)));
    }
    if let Some(discount) = quote.discount.as_ref().filter(|discount| discount.minor != 0) {
        let code = &quote.promocode;
        let key = if code.is_empty() { t(Say::Discount) } else { t(Text::DiscountBy(code.clone())) };
        rows.push(row(&key, &format!("−{}", money(discount))));
    }
    if let Some(tax) = &quote.tax {
        rows.push(row(&t(Say::Tax), &money(tax)));
    }
    rows.extend(quote.total.as_ref().map(|figure| total(&t(Say::Total), &money(figure))));
    let said = (!quote.said.is_empty()).then(|| page::paragraph(Text::BillingSays(quote.said.clone())));
    let refused = quote.code_refused.clone().map(|refusal| {
        let said = t(match refusal {
            CodeRefusal::Unknown => Say::CodeUnknown.into(),
            CodeRefusal::Expired => Say::CodeExpired.into(),
            CodeRefusal::DoesNotFit(said) => Text::CodeDoesNotFit(said),
            CodeRefusal::Other(said) => Text::CodeRefused(said),
        });
        notice::notice("warning", &said)
    });
    let rows = el("dl", "rows rows--money").add(all(rows)).into();
    page::section(&t(Say::Price), refused.into_iter().chain([rows]).chain(said))
}

fn other_rows(ui: Ui, quote: &Quote) -> View {
    if quote.other_rows.is_empty() {
        return nothing();
    }
    let list = quote.other_rows.iter().fold(el("ul", ""), |list, other| {
        let cost = other.cost.as_ref().map(money).unwrap_or_default();
        list.add(el("li", "").text(&format!("{} {cost}", other.description)))
    });
    let box_of_rows = el("div", "notice")
        .attr("data-kind", "warning")
        .add(el("h2", "notice__title").text(&t(Say::OtherRowsTitle)))
        .add(page::paragraph(Say::OtherRowsNote))
        .add(list);
    all([box_of_rows.into(), check_box(ui, Field::OtherRows)])
}

/// What was gone from the cart may be ordered already.
fn order_again(ui: Ui) -> View {
    if !ui.peek(is_gone) {
        return nothing();
    }
    check_box(ui, Field::OrderAgain)
}

/// Once answered before this page, it is only said; else it is asked here, and stays open while it is answered.
fn key_is_safe(ui: Ui) -> View {
    if ui.peek(existing::is_chosen) {
        return nothing();
    }
    let (was_safe, is_in_hand, is_locked) = ui.peek(|model| match &model.key {
        KeyState::Ready(key) => (keys::is_safe(model), key.is_in_hand(), key.hold == Hold::Locked),
        _ => (false, false, false),
    });
    let content = match (was_safe, is_in_hand, is_locked) {
        (true, true, _) => notice::notice("success", &t(Say::KeyIsSafe)),
        (true, false, _) => notice::notice("success", &t(VaultSay::SafeInVault)),
        (false, _, true) => all([page::paragraph(Say::KeySafeNote), kept::locked(ui)]),
        (false, _, false) => all([
            page::paragraph(Say::KeySafeNote),
            machine::private_key(ui),
            key_safe::attest(ui),
            copies::check(ui),
            kept::state(ui),
        ]),
    };
    page::section(&t(Say::KeySafeTitle), [content])
}
