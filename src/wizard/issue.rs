//! The certificate after the order: watched until it is issued, fetched, and held against our key.
use crate::billing::assumed::Fact;
use crate::billing::assumed::certificate_file::{self, Files};
use crate::billing::certificate::{self, CertificateRow, CertificateStatus};
use crate::billing::error::BillingError;
use crate::billing::http::Reply;
use crate::domain::hostname::Hostname;
use crate::request::read;

use super::effect::{Effect, Purpose, Question};
use super::model::Model;
use super::step::Step;
use super::submission::Submission;
use super::{reconcile, requested, restore, session};

/// The first wait between two looks; each later one is longer by as much, up to [`Fact::WatchSeconds`]: no rate limit is
/// documented (Q19).
const FIRST_WAIT_MS: u32 = 5_000;
/// Without any input for so long, the page stops asking.
const PATIENCE_MS: u32 = 15 * 60_000;

/// What is known of the certificate.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Watch {
    /// Its row in the customer's list.
    pub row: Option<CertificateRow>,
    /// Its files, once issued.
    pub files: Option<Files>,
    /// Whether its public key is ours; `None` while there is nothing to compare.
    pub is_ours: Option<bool>,
    /// What the last look ended with.
    pub failed: Option<BillingError>,
    /// The page stopped asking.
    pub stopped: bool,
    looks: u32,
    waited_ms: u32,
    page: u32,
}

/// Looks, and waits between the looks, as long as there is something to wait for.
pub fn drive(model: &mut Model, out: &mut Vec<Effect>) {
    let is_placed = matches!(model.submission, Submission::Ordered(_));
    if model.place != Step::Done || !is_placed || model.session_id().is_none() || model.watch.stopped {
        return;
    }
    let asks =
        [Purpose::Watch, Purpose::WatchLater, Purpose::Files].into_iter().any(|purpose| model.is_pending(purpose));
    if asks || model.watch.files.is_some() {
        return;
    }
    match model.watch.row.as_ref().map(|row| (&row.status, row.id.clone())) {
        Some((CertificateStatus::Failed, _)) => {}
        _ if model.watch.failed.is_some() || model.watch.looks > 0 => wait(model, out),
        _ => look(model, out, 1),
    }
}

fn look(model: &mut Model, out: &mut Vec<Effect>, page: u32) {
    model.watch.page = page;
    let request = certificate::request(&model.caller(), page);
    model.post(out, Purpose::Watch, request);
}

fn wait(model: &mut Model, out: &mut Vec<Effect>) {
    let longest = model.config.assumed.milliseconds(Fact::WatchSeconds);
    let watch = &mut model.watch;
    let wait_ms = FIRST_WAIT_MS.saturating_mul(watch.looks.max(1)).min(longest);
    watch.waited_ms = watch.waited_ms.saturating_add(wait_ms);
    if watch.waited_ms > PATIENCE_MS {
        watch.stopped = true;
    } else {
        model.ask(out, Purpose::WatchLater, Question::Wait(wait_ms));
    }
}

/// After the log-in the watch goes on.
pub fn retry(model: &mut Model) {
    model.watch.failed = None;
}

/// The wait is over.
pub fn waited(model: &mut Model, out: &mut Vec<Effect>) {
    if model.session_id().is_some() && model.place == Step::Done {
        look(model, out, 1);
    }
}

/// The customer did something: the patience begins anew.
pub fn touched(model: &mut Model) {
    model.watch.waited_ms = 0;
    model.watch.stopped = false;
}

/// "Check now".
pub fn check_now(model: &mut Model, out: &mut Vec<Effect>) {
    if model.place == Step::Done && model.session_id().is_some() && model.watch.files.is_none() {
        model.cancel(Purpose::WatchLater);
        look(model, out, 1);
    }
}

/// A page of the customer's certificates.
pub fn looked(model: &mut Model, out: &mut Vec<Effect>, reply: Reply) {
    let Submission::Ordered(order) = &mut model.submission else { return };
    let page = match certificate::response(reply, &model.config.assumed) {
        Ok(page) => page,
        Err(error) => {
            model.watch.looks += 1;
            session::doubt(model, &error);
            model.watch.failed = Some(error);
            return;
        }
    };
    let next = (model.watch.page < page.pages).then_some(model.watch.page + 1);
    let is_it = |row: &CertificateRow| match &order.certificate_id {
        Some(id) => row.id == *id,
        None => reconcile::may_be(row, &order.intent),
    };
    let Some(row) = page.rows.into_iter().find(is_it) else {
        match next {
            Some(next) => look(model, out, next),
            None => model.watch.looks += 1,
        }
        return;
    };
    let is_new = order.certificate_id.is_none();
    order.certificate_id = Some(row.id.clone());
    let is_issued = row.status == CertificateStatus::Issued;
    let request = certificate_file::request(&model.caller(), &model.config.assumed, &row.id);
    model.watch.row = Some(row);
    model.watch.failed = None;
    model.watch.looks += 1;
    if is_new {
        out.push(Effect::SaveDraft(restore::snapshot(model)));
    }
    if is_issued {
        model.post(out, Purpose::Files, request);
    }
}

/// The certificate's files: its public key is held against ours.
pub fn files(model: &mut Model, reply: Reply) {
    match certificate_file::response(reply, &model.config.assumed) {
        Ok(files) => {
            let certified = read::certificate_public_key(&files.crt);
            model.watch.is_ours = certified.zip(requested::public_key(model)).map(|(theirs, ours)| theirs == ours);
            model.watch.files = Some(files);
        }
        Err(error) => {
            session::doubt(model, &error);
            model.watch.failed = Some(error);
        }
    }
}

/// "Copy" at the DNS record.
pub fn copy_record(model: &mut Model, out: &mut Vec<Effect>) {
    let record = model.watch.row.as_ref().and_then(|row| row.record.clone());
    if let Some(record) = record {
        model.ask(out, Purpose::CopyRecord, Question::CopyText(record.value));
    }
}

/// "Download" at the certificate: the certificate and its chain in one file, as servers want it.
pub fn download(model: &Model, out: &mut Vec<Effect>) {
    let (Some(files), Submission::Ordered(order)) = (&model.watch.files, &model.submission) else { return };
    let chain = files.ca.as_deref().unwrap_or_default();
    let text = format!("{}\n{}", files.crt.trim_end(), chain);
    let file_name = match (requested::fingerprint(model), Hostname::parse(&order.intent.domain)) {
        (Some(fingerprint), Ok(domain)) => fingerprint.file_name(&domain, "crt.pem"),
        _ => "certificate.crt.pem".to_owned(),
    };
    let text = format!("{}\n", text.trim_end());
    out.push(Effect::Download { file_name, media_type: "application/x-pem-file", text });
}
