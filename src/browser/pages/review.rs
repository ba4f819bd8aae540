//! Page "review": everything once more, what it costs, and the order button.
use leptos::prelude::*;

use super::unclear;
use crate::browser::parts::choice::check_box;
use crate::browser::parts::rows::{changeable, group, row, total};
use crate::browser::parts::{key_safe, machine, notice, page};
use crate::browser::ui::{Ui, money, t};
use crate::wizard::field::{ContactField, Field, OrgField, Who};
use crate::wizard::keys::KeyState;
use crate::wizard::message::Msg;
use crate::wizard::model::{Model, Trouble};
use crate::wizard::step::Step;
use crate::wizard::steps::{package, subject};
use crate::wizard::submission::{Quote, Submission};
use crate::words::{self, Text, Words};

/// What the page shows under the answers.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Stage {
    Preparing,
    Failed(Trouble),
    Quoted(Box<Quote>),
    Paying,
    Unclear,
}

fn stage(model: &Model) -> Stage {
    match &model.submission {
        Submission::Idle | Submission::Cart(..) if model.trouble.is_none() || !is_stuck(model) => Stage::Preparing,
        Submission::CartFailed(trouble) => Stage::Failed(trouble.clone()),
        Submission::Quoted(quote) => Stage::Quoted(quote.clone()),
        Submission::Paying(..) => Stage::Paying,
        Submission::Unclear(..) => Stage::Unclear,
        _ => Stage::Failed(model.trouble.clone().unwrap_or(Trouble::TotalChanged)),
    }
}

/// Whether nothing is being asked, since the billing system's form could not be had.
fn is_stuck(model: &Model) -> bool {
    matches!(model.submission, Submission::Idle) && model.discovery.form().is_none() && !model.discovery.is_busy()
}

/// The page.
pub fn page(ui: Ui) -> AnyView {
    let stage = ui.memo(stage);
    let is_unclear = ui.memo(|model| matches!(model.submission, Submission::Unclear(..)));
    move_view(move || {
        if is_unclear.get() {
            return unclear::page(ui);
        }
        view! {
            {page::top(ui, Step::Review, Text::LeadReview)}
            {answers(ui)}
            {move || match stage.get() {
                Stage::Preparing => notice::busy(t(Text::PreparingOrder)).into_any(),
                Stage::Failed(trouble) => view! {
                    {notice::notice("error", None, words::trouble(&trouble))}
                    <div class="actions">{page::button(ui, "button button--primary", t(Text::TryAgain), Msg::Retry)}</div>
                }
                .into_any(),
                Stage::Quoted(quote) => quoted(ui, &quote),
                Stage::Paying => view! { {notice::busy(t(Text::Paying))}<p>{t(Text::DoNotClose)}</p> }.into_any(),
                Stage::Unclear => ().into_any(),
            }}
        }
        .into_any()
    })
}

fn move_view(view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    view.into_any()
}

fn answers(ui: Ui) -> impl IntoView {
    let rows = ui.memo(|model| (what(model), contacts(model), organization(model), approvers(model)));
    let group_of = move |title: Words, step: Step, rows: Vec<(Words, String)>| {
        let rows = rows.into_iter().map(|(key, value)| changeable(ui, step, key, value)).collect();
        group(title, rows)
    };
    move || {
        let (what, contacts, organization, approvers) = rows.get();
        let what = what.into_iter().map(|(step, key, value)| changeable(ui, step, key, value)).collect();
        view! {
            {group(t(Text::YourOrder), what)}
            {group_of(words::title(Step::Contacts), Step::Contacts, contacts)}
            {organization.map(|rows| group_of(words::title(Step::Organization), Step::Organization, rows))}
            {group_of(words::step_name(Step::Validation), Step::Validation, approvers)}
        }
    }
}

type Rows = Vec<(Words, String)>;

fn what(model: &Model) -> Vec<(Step, Words, String)> {
    let draft = |field| (words::label(field), model.drafts.text(field).to_owned());
    let mut rows = Vec::new();
    let package = package::chosen(model).map(|package| package.name.clone()).unwrap_or_default();
    rows.push((Step::Package, words::label(Field::Package), package));
    if let Ok(choice) = package::parse(model) {
        rows.push((Step::Package, words::label(Field::Period), t(Text::Months(choice.period.months())).into_owned()));
    }
    let (key, code) = draft(Field::PromotionCode);
    rows.push((Step::Package, key, code));
    if let Ok(choice) = subject::parse(model) {
        let names: Vec<String> = choice.subject.names().map(ToString::to_string).collect();
        rows.push((Step::Subject, t(Text::ReviewNames), names.join(", ")));
    }
    let fields = [Field::Country, Field::State, Field::City, Field::Company, Field::CompanyUnit, Field::SubjectEmail];
    for (key, value) in fields.map(draft) {
        rows.push((Step::Subject, key, value));
    }
    if let KeyState::Ready(ready) = &model.key {
        let key_type = t(Text::KeyTypeName(ready.key_type));
        rows.push((Step::Key, t(Text::ReviewRequest), format!("{key_type}, {}", ready.fingerprint.to_text())));
    }
    rows
}

fn contacts(model: &Model) -> Rows {
    let person = |who, title: Words| {
        let person = model.drafts.contacts.person(who);
        let texts: Vec<&str> = ContactField::ALL.iter().map(|field| person.text(*field)).collect();
        (title, texts.join(", "))
    };
    let tech = if model.drafts.contacts.tech_is_admin {
        (t(Text::TechTitle), t(Text::SameAsAdmin).into_owned())
    } else {
        person(Who::Tech, t(Text::TechTitle))
    };
    vec![person(Who::Admin, t(Text::AdminTitle)), tech]
}

fn organization(model: &Model) -> Option<Rows> {
    model.discovery.form().filter(|form| form.organization)?;
    let row = |field| (words::label(Field::Org(field)), model.drafts.text(Field::Org(field)).to_owned());
    Some(OrgField::ALL.into_iter().map(row).collect())
}

fn approvers(model: &Model) -> Rows {
    let names: Vec<String> = subject::parse(model)
        .map(|choice| choice.subject.names().map(ToString::to_string).collect())
        .unwrap_or_default();
    let row = |(i, address): (usize, &String)| {
        let name = names.get(i).cloned().unwrap_or_default();
        (t(Text::ConfirmFor(name)), address.clone())
    };
    model.drafts.approvers.iter().enumerate().map(row).collect()
}

fn quoted(ui: Ui, quote: &Quote) -> AnyView {
    let content = view! {
        {figures(quote)}
        {other_rows(ui, quote)}
        {key_is_safe(ui)}
        {pay_by(ui, quote)}
    };
    page::form(ui, Msg::Order, content.into_any())
}

fn figures(quote: &Quote) -> AnyView {
    let row_setup = quote.row.setup.clone().filter(|setup| setup.minor > 0);
    let discount = quote.discount.clone().filter(|discount| discount.minor != 0);
    let months = quote.row.period.map(|period| t(Text::Months(period.months())).into_owned());
    let discount_key =
        if quote.promocode.is_empty() { t(Text::Discount) } else { t(Text::CodeApplied(quote.promocode.clone())) };
    let cost = quote.row.full_cost.as_ref().or(quote.row.cost.as_ref());
    view! {
        <section class="review">
            <h2 class="review__title">{t(Text::Price)}</h2>
            {quote.code_refused.clone().map(|said| notice::notice("warning", None, t(Text::CodeRefused(said))))}
            <dl class="rows rows--money">
                {row_setup.map(|setup| row(t(Text::SetupFee), money(&setup)))}
                {months.map(|months| row(words::label(Field::Period), months))}
                {cost.map(|cost| row(t(Text::Cost), money(cost)))}
                {discount.map(|discount| row(discount_key, money(&discount)))}
                {quote.tax.as_ref().map(|tax| row(t(Text::Tax), money(tax)))}
                {total(t(Text::Total), money(&quote.total))}
            </dl>
        </section>
    }
    .into_any()
}

fn other_rows(ui: Ui, quote: &Quote) -> Option<AnyView> {
    if quote.other_rows.is_empty() {
        return None;
    }
    let line = |description: String, cost: String| view! { <li>{description}" "{cost}</li> };
    let lines = quote
        .other_rows
        .iter()
        .map(|other| line(other.description.clone(), other.cost.as_ref().map(money).unwrap_or_default()))
        .collect_view();
    let content = view! {
        <div class="notice" data-kind="warning">
            <h2 class="notice__title">{t(Text::OtherRowsTitle)}</h2>
            <p>{t(Text::OtherRowsNote)}</p>
            <ul>{lines}</ul>
        </div>
        {check_box(ui, Field::OtherRows)}
    };
    Some(content.into_any())
}

fn key_is_safe(ui: Ui) -> impl IntoView {
    let is_safe = ui.memo(|model| matches!(&model.key, KeyState::Ready(key) if key.is_safe()));
    let was_safe = is_safe.get_untracked();
    view! {
        <section class="review">
            <h2 class="review__title">{t(Text::KeySafeTitle)}</h2>
            {move || if is_safe.get() && was_safe {
                notice::notice("success", None, t(Text::KeyIsSafe)).into_any()
            } else {
                view! { <p>{t(Text::KeySafeNote)}</p>{machine::private_key(ui)}{key_safe::attest(ui)} }.into_any()
            }}
        </section>
    }
}

fn pay_by(ui: Ui, quote: &Quote) -> AnyView {
    let balance = quote.balance.as_ref().map(money).unwrap_or_default();
    if let Some(missing) = quote.missing() {
        let words = t(Text::BalanceTooSmall { balance, missing: money(&missing) });
        return notice::notice("error", None, words).into_any();
    }
    if !quote.is_payable() {
        return notice::notice("error", None, t(Text::NoBalanceMethod)).into_any();
    }
    let terms = ui.memo(|model| model.config.links.terms.clone());
    let is_busy = ui.memo(|model| !matches!(model.submission, Submission::Quoted(_)));
    let id = Field::PayBy.id();
    view! {
        <fieldset class="choices choices--cards field">
            <legend class="field__label">{words::label(Field::PayBy)}</legend>
            <div class="choice">
                <input class="choice__input" type="radio" id=id.clone() name=id.clone() data-field=id.clone() checked=true/>
                <label class="choice__label" for=id>
                    {t(Text::CurrentAccount)}<span class="choice__hint">{t(Text::Balance(balance))}</span>
                </label>
            </div>
        </fieldset>
        {move || terms.get().map(|address| view! {
            <p><a href=address target="_blank" rel="noopener">{t(Text::LinkTerms)}</a>" "{t(Text::TermsNote)}</p>
        })}
        {page::submit(t(Text::OrderAndPay(money(&quote.total))), is_busy)}
    }
    .into_any()
}
