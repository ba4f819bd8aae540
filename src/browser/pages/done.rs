//! Page "done": the order, what happens next, and the certificate once it is issued.
use crate::billing::assumed::dns_record::DnsRecord;
use crate::billing::assumed::method::MethodKind;
use crate::billing::certificate::CertificateStatus;
use crate::browser::html::{View, all, el, live, nothing};
use crate::browser::parts::rows::{row, rows, total};
use crate::browser::parts::{machine, notice, page};
use crate::browser::ui::{Ui, money, speech, t};
use crate::wizard::effect::Purpose;
use crate::wizard::field::Field;
use crate::wizard::issue::Watch;
use crate::wizard::keys::{Hold, KeyState};
use crate::wizard::message::Msg;
use crate::wizard::step::Step;
use crate::wizard::steps::done;
use crate::wizard::submission::Order;
use crate::wizard::way::Outcome;
use crate::wizard::{existing, requested};
use crate::words::{Say, Text};

/// The page.
pub fn page(ui: Ui) -> View {
    let has_key = ui.memo(|model| {
        !existing::is_chosen(model) && matches!(&model.key, KeyState::Ready(key) if key.hold == Hold::Live)
    });
    let key = live(move || if has_key.get() { machine::private_key(ui) } else { nothing() });
    let buttons = el("div", "actions")
        .add(page::button(ui, "button", &t(Say::Download), Msg::DownloadReceipt))
        .add(page::button(ui, "button", &t(Say::OrderAnother), Msg::StartOver));
    let receipt = page::section(&t(Say::Receipt), [page::paragraph(Say::ReceiptNote), buttons.into()]);
    let top = page::top(ui, Step::Done, lead(ui));
    // What lies in a cart has no state yet, and nothing happens next by itself.
    let later = if ui.peek(done::is_in_cart) { nothing() } else { all([state(ui), certificate(ui), next(ui)]) };
    all([top, order(ui), payment(ui), later, key, receipt])
}

/// Paid, or not yet.
fn lead(ui: Ui) -> Say {
    ui.peek(|model| match done::order(model) {
        Some(Order { outcome: Outcome::AddedTo(_), .. }) => Say::LeadDoneAdded,
        Some(Order { outcome: Outcome::InCart, .. }) => Say::LeadDoneInCart,
        Some(order) if order.outcome != Outcome::Paid => Say::LeadDoneUnpaid,
        Some(order) if order.intent.total.as_ref().is_some_and(|total| total.minor == 0) => Say::LeadDoneFree,
        _ => Say::LeadDone,
    })
}

/// How what is not paid yet is paid: by a link that the customer presses.
fn payment(ui: Ui) -> View {
    let Some(outcome) = ui.peek(|model| done::order(model).map(|order| order.outcome.clone())) else {
        return nothing();
    };
    let content = match &outcome {
        Outcome::Paid => return nothing(),
        Outcome::PayAt(address) => {
            let link = page::outside(address, Say::OpenPaymentPage).attr("class", "button button--primary");
            all([page::paragraph(Say::PayOnPage), el("p", "actions").add(link).into()])
        }
        Outcome::AddedTo(_) => page::paragraph(Say::PaidWithOrder),
        Outcome::InCart => page::paragraph(Say::OrderInCart),
        Outcome::Later => page::paragraph(Say::PayInCustomerArea),
        Outcome::LinkRefused => notice::notice("warning", &t(Say::PayLinkRefused)),
    };
    let panel = ui.peek(|model| model.config.links.panel.clone());
    let panel = panel.map(|address| el("p", "").add(page::outside(&address, Say::LinkPanel)).into());
    page::section(&t(Say::PaymentTitle), [content].into_iter().chain(panel))
}

fn order(ui: Ui) -> View {
    let order = ui.memo(|model| done::order(model).cloned());
    let fingerprint = ui.memo(|model| requested::fingerprint(model).map(|fingerprint| fingerprint.to_text()));
    live(move || {
        let Some(order) = order.get() else { return nothing() };
        let intent = &order.intent;
        let number = match &order.outcome {
            Outcome::AddedTo(number) => number,
            _ => &intent.billorder,
        };
        let mut lines = Vec::new();
        if !number.is_empty() {
            lines.push(row(&t(Say::OrderNumber), number));
        }
        lines.extend(order.payment_id.as_deref().map(|id| row(&t(Say::PaymentNumber), id)));
        lines.extend(order.certificate_id.as_deref().map(|id| row(&t(Say::CertificateNumber), id)));
        lines.push(row(&speech().label(Field::Package), &intent.package));
        lines.push(row(&speech().label(Field::Domain), &t(Text::BothForms(intent.domain.clone()))));
        lines.extend(fingerprint.get().map(|text| row(&t(Say::Fingerprint), &text)));
        lines.extend(intent.total.as_ref().map(|figure| total(&t(Say::Total), &money(figure))));
        rows(lines)
    })
}

/// The three states on the way, and where the certificate is.
fn state(ui: Ui) -> View {
    let watch = ui.memo(|model| model.watch.clone());
    let content = live(move || {
        let watch = watch.get();
        let reached = reached(&watch);
        let states = [Say::StateOrdered, Say::StateProcessing, Say::StateIssued];
        let list = states.into_iter().enumerate().fold(el("ol", "timeline"), |list, (i, words)| {
            let state = match i {
                i if i < reached || reached == 2 => "done",
                i if i == reached => "current",
                _ => "todo",
            };
            let said = (state == "done").then(|| el("span", "visually-hidden").text(" ").text(&t(Say::StepDone)));
            let item = el("li", "timeline__item").attr("data-state", state);
            let item = item.attr_if("aria-current", (state == "current").then_some("step"));
            list.add(item.text(&t(words)).add_some(said))
        });
        all([list.into(), news(ui, &watch)])
    });
    page::section(&t(Say::StateTitle), [el("div", "").attr("role", "status").add(content).into()])
}

fn reached(watch: &Watch) -> usize {
    match watch.row.as_ref().map(|row| &row.status) {
        Some(CertificateStatus::Issued) => 2,
        Some(CertificateStatus::Processing | CertificateStatus::Waiting) => 1,
        _ => 0,
    }
}

fn news(ui: Ui, watch: &Watch) -> View {
    if watch.files.is_some() {
        return nothing();
    }
    let Some(row) = &watch.row else { return look(ui, watch) };
    match &row.status {
        CertificateStatus::Failed => notice::notice("error", &t(Say::StateFailed)),
        CertificateStatus::Unknown(code) => {
            let said = if row.status_text.is_empty() { code } else { &row.status_text };
            notice::notice("info", &t(Text::BillingSays(said.clone())))
        }
        _ => look(ui, watch),
    }
}

fn look(ui: Ui, watch: &Watch) -> View {
    let words = match (&watch.failed, watch.stopped) {
        (_, true) => Say::WatchStopped,
        (Some(_), _) => Say::WatchFailed,
        _ => Say::StillWatching,
    };
    let now = page::button(ui, "link", &t(Say::CheckNow), Msg::CheckNow);
    el("p", "").text(&t(words)).text(" ").add(now).into()
}

fn certificate(ui: Ui) -> View {
    let text = ui.memo(|model| model.watch.files.as_ref().map(|files| files.crt.clone()).unwrap_or_default());
    let is_ours = ui.memo(|model| model.watch.is_ours);
    live(move || {
        if text.get().is_empty() {
            return nothing();
        }
        let verdict = match is_ours.get() {
            Some(true) => notice::notice("success", &t(Say::IssuedOurs)),
            Some(false) => notice::notice("error", &t(Say::IssuedForeign)),
            None => nothing(),
        };
        all([verdict, machine::public(ui, Say::CertificateFile, text, None, Some(Msg::DownloadCertificate))])
    })
}

/// The record to add, with the names it is for.
fn dns_record(ui: Ui, found: &DnsRecord) -> View {
    let names = if found.names.is_empty() { nothing() } else { el("p", "").text(&found.names).into() };
    let value = ui.memo(|model| {
        let record = model.watch.row.as_ref().and_then(|row| row.record.as_ref());
        record.map(|record| record.value.clone()).unwrap_or_default()
    });
    let copy = Some((Msg::CopyRecord, Purpose::CopyRecord));
    all([page::paragraph(Say::NextRecord), names, machine::public(ui, Say::RecordTitle, value, copy, None)])
}

fn next(ui: Ui) -> View {
    let is_issued = ui.memo(|model| model.watch.files.is_some());
    let record = ui.memo(|model| model.watch.row.as_ref().and_then(|row| row.record.clone()));
    let kind = ui.peek(|model| done::order(model).and_then(|order| order.method_kind(&model.config.assumed)));
    let confirm = live(move || match (is_issued.get(), kind, record.get()) {
        (true, ..) => nothing(),
        (_, Some(MethodKind::Dns), Some(found)) => dns_record(ui, &found),
        (_, Some(MethodKind::Dns), None) => page::paragraph(Say::NextRecordLater),
        (_, Some(MethodKind::Http), _) => page::paragraph(Say::NextFile),
        (_, Some(MethodKind::Other), _) => page::paragraph(Say::NextAsTold),
        (_, Some(MethodKind::Email) | None, _) => page::paragraph(Say::NextConfirm),
    });
    let is_existing = ui.peek(existing::is_chosen);
    let reminder = if is_existing { nothing() } else { page::paragraph(Say::KeyReminder) };
    let rest = [confirm, page::paragraph(Say::NextInstall), reminder];
    page::section(&t(Say::WhatNext), rest)
}
