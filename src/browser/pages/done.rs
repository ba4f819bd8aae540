//! Page "done": the order, what happens next, and the certificate once it is issued.
use leptos::prelude::*;

use crate::billing::certificate::CertificateStatus;
use crate::browser::parts::rows::{row, total};
use crate::browser::parts::{machine, notice, page};
use crate::browser::ui::{Ui, money, t};
use crate::wizard::issue::Watch;
use crate::wizard::keys::{Hold, KeyState};
use crate::wizard::message::Msg;
use crate::wizard::step::Step;
use crate::wizard::steps::done;
use crate::words::{self, Text};

/// The page.
pub fn page(ui: Ui) -> AnyView {
    let can_show_key = ui.memo(|model| matches!(&model.key, KeyState::Ready(key) if key.hold == Hold::Live));
    view! {
        {page::top(ui, Step::Done, Text::LeadDone)}
        {order(ui)}
        {state(ui)}
        {certificate(ui)}
        {next(ui)}
        {move || can_show_key.get().then(|| machine::private_key(ui))}
        <section class="review">
            <h2 class="review__title">{t(Text::Receipt)}</h2>
            <p>{t(Text::ReceiptNote)}</p>
            <div class="actions">
                {page::button(ui, "button", t(Text::Download), Msg::DownloadReceipt)}
                {page::button(ui, "button", t(Text::OrderAnother), Msg::StartOver)}
            </div>
        </section>
    }
    .into_any()
}

fn order(ui: Ui) -> impl IntoView {
    let order = ui.memo(|model| done::order(model).cloned());
    let fingerprint = ui.memo(|model| match &model.key {
        KeyState::Ready(key) => Some(key.fingerprint.to_text()),
        _ => None,
    });
    move || {
        order.get().map(|order| {
            let intent = order.intent;
            view! {
                <dl class="rows">
                    {row(t(Text::OrderNumber), intent.billorder)}
                    {order.payment_id.map(|id| row(t(Text::PaymentNumber), id))}
                    {order.certificate_id.map(|id| row(t(Text::CertificateNumber), id))}
                    {row(words::label(crate::wizard::field::Field::Package), intent.package)}
                    {row(t(Text::Domain), intent.domain)}
                    {fingerprint.get().map(|text| row(t(Text::Fingerprint), text))}
                    {total(t(Text::Total), money(&intent.total))}
                </dl>
            }
        })
    }
}

/// The three states on the way, and where the certificate is.
fn state(ui: Ui) -> impl IntoView {
    let watch = ui.memo(|model| model.watch.clone());
    move || {
        let watch = watch.get();
        let reached = reached(&watch);
        let item = |(i, words): (usize, Text)| {
            let state = match i.cmp(&reached) {
                std::cmp::Ordering::Less => "done",
                std::cmp::Ordering::Equal if reached == 2 => "done",
                std::cmp::Ordering::Equal => "current",
                std::cmp::Ordering::Greater => "todo",
            };
            view! { <li class="timeline__item" data-state=state>{t(words)}</li> }
        };
        let states = [Text::StateOrdered, Text::StateProcessing, Text::StateIssued];
        view! {
            <section class="review">
                <h2 class="review__title">{t(Text::StateTitle)}</h2>
                <ol class="timeline" role="status">{states.into_iter().enumerate().map(item).collect_view()}</ol>
                {news(ui, &watch)}
            </section>
        }
    }
}

fn reached(watch: &Watch) -> usize {
    match watch.row.as_ref().map(|row| &row.status) {
        Some(CertificateStatus::Issued) => 2,
        Some(CertificateStatus::Processing | CertificateStatus::Waiting) => 1,
        _ => 0,
    }
}

fn news(ui: Ui, watch: &Watch) -> AnyView {
    if watch.files.is_some() {
        return ().into_any();
    }
    match watch.row.as_ref().map(|row| &row.status) {
        Some(CertificateStatus::Failed) => return notice::notice("error", None, t(Text::StateFailed)).into_any(),
        Some(CertificateStatus::Unknown(code)) => {
            let said = watch.row.as_ref().map(|row| row.status_text.clone()).filter(|text| !text.is_empty());
            let words = t(Text::StateUnknown(said.unwrap_or_else(|| code.clone())));
            return notice::notice("info", None, words).into_any();
        }
        _ => {}
    }
    let words = match (&watch.failed, watch.stopped) {
        (_, true) => Text::WatchStopped,
        (Some(_), _) => Text::WatchFailed,
        _ => Text::StillWatching,
    };
    view! { <p>{t(words)}" "{page::button(ui, "link", t(Text::CheckNow), Msg::CheckNow)}</p> }.into_any()
}

fn certificate(ui: Ui) -> impl IntoView {
    let text = ui.memo(|model| model.watch.files.as_ref().map(|files| files.crt.clone()).unwrap_or_default());
    let is_ours = ui.memo(|model| model.watch.is_ours);
    move || {
        (!text.get().is_empty()).then(|| {
            let verdict = match is_ours.get() {
                Some(true) => Some(notice::notice("success", None, t(Text::IssuedOurs))),
                Some(false) => Some(notice::notice("error", None, t(Text::IssuedForeign))),
                None => None,
            };
            view! {
                {verdict}
                {machine::public(ui, t(Text::CertificateFile), text, None, Msg::DownloadCertificate)}
            }
        })
    }
}

fn next(ui: Ui) -> impl IntoView {
    let is_issued = ui.memo(|model| model.watch.files.is_some());
    view! {
        <section class="review">
            <h2 class="review__title">{t(Text::WhatNext)}</h2>
            {move || (!is_issued.get()).then(|| view! { <p>{t(Text::NextConfirm)}</p> })}
            <p>{t(Text::NextInstall)}</p>
            <p>{t(Text::KeyReminder)}</p>
        </section>
    }
}
