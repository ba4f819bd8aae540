//! One event in, the new state and its effects out. Synchronous and total: nothing panics, and what is not expected changes nothing.
use crate::billing::error::BillingError;
use crate::billing::http::Reply;

use super::effect::{Effect, Focus, Purpose};
use super::keys::KeyState;
use super::message::{Answer, Msg};
use super::model::{Model, Pending, Session, Trouble};
use super::shelf::Vault;
use super::shown::{self, Shown};
use super::step::Step;
use super::submission::Submission;
use super::{
    cart, catalogue, copy_check, direct, edits, existing, findings, idn, issue, journey, keys, language, log_in,
    order_form, payment, reconcile, requested, restore, session, steps, suffixes, tabs, transport, vault,
};

/// Takes `msg` in.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let mut out = Vec::new();
    match msg {
        Msg::Elsewhere => tabs::elsewhere(model, &mut out),
        Msg::Language(lang) => language::changed(model, lang),
        msg if model.elsewhere => elsewhere(model, &mut out, msg),
        msg => return here(model, out, msg),
    }
    if model.started && !model.elsewhere {
        drive(model, &mut out);
    }
    out
}

/// While the order is open in another tab.
fn elsewhere(model: &mut Model, out: &mut Vec<Effect>, msg: Msg) {
    match msg {
        Msg::TakeOver => tabs::take_over(model, out),
        // The kept keys are no tab's own.
        Msg::Vault(of) => vault::handle(model, out, of),
        Msg::Answered(number, answer @ Answer::Vault(_)) => {
            if let Some(asked) = model.take_pending(number) {
                answered(model, out, asked, answer);
            }
        }
        _ => {}
    }
}

/// While the order is this tab's.
fn here(model: &mut Model, mut out: Vec<Effect>, msg: Msg) -> Vec<Effect> {
    if let Msg::Started(start) = msg {
        if !model.started {
            restore::start(model, &mut out, &start);
        }
    } else if model.started {
        // While the session is in doubt, the page only waits.
        let waits = matches!(
            msg,
            Msg::Answered(..)
                | Msg::HideKey
                | Msg::AddressChanged(_)
                | Msg::StartOver
                | Msg::ForgetEverything
                | Msg::Vault(_)
        );
        if session::is_doubted(model) && !waits {
            return out;
        }
        if !matches!(msg, Msg::Answered(..) | Msg::HideKey | Msg::Online) {
            issue::touched(model);
        }
        handle(model, &mut out, msg);
    } else {
        return out;
    }
    journey::settle(model, &mut out);
    drive(model, &mut out);
    out
}

/// Whatever the place needs and nobody has asked for yet.
fn drive(model: &mut Model, out: &mut Vec<Effect>) {
    session::drive(model, out);
    catalogue::drive(model, out);
    idn::drive(model, out);
    suffixes::drive(model, out);
    keys::drive(model, out);
    vault::drive(model, out);
    findings::drive(model);
    order_form::drive(model, out);
    cart::drive(model, out);
    reconcile::drive(model, out);
    issue::drive(model, out);
}

fn handle(model: &mut Model, out: &mut Vec<Effect>, msg: Msg) {
    match msg {
        Msg::Edited(..) | Msg::PasswordEdited(_) | Msg::CodeEdited(_) | Msg::Apply(..) | Msg::Take(_) => {
            shown::change(model, |model| edits::changed(model, out, msg));
        }
        Msg::Entered(field) => shown::entered(model, field),
        Msg::Left(field) => shown::left(model, field),
        Msg::RequestGiven(text) if existing::is_asked(model) => existing::given(model, out, text),
        Msg::FileChosen if existing::is_asked(model) => existing::file_chosen(model, out),
        Msg::CopyChosen => copy_check::chosen(model, out),
        Msg::Vault(of) => vault::handle(model, out, of),
        Msg::AddressChanged(step) => address_changed(model, out, step),
        Msg::Continue(step) if step == model.place && !session::is_asked(model) => journey::proceed(model, out),
        Msg::Change(step) if step < model.place => {
            model.changing = true;
            journey::go(model, out, step, false);
        }
        Msg::Leave(rule) if existing::is_asked(model) => findings::leave(model, rule),
        Msg::LogIn => log_in::log_in(model, out),
        Msg::LogInAnew => log_in::anew(model, out),
        // While a payment is under way, nobody leaves: its end must be known first.
        Msg::LogOut
            if matches!(model.session, Session::In { .. }) && !matches!(model.submission, Submission::Paying(..)) =>
        {
            session::log_out(model, out);
        }
        Msg::Answered(number, answer) => {
            if let Some(asked) = model.take_pending(number) {
                answered(model, out, asked, answer);
            }
        }
        pressed => press(model, out, pressed),
    }
}

/// The buttons that stand for themselves.
fn press(model: &mut Model, out: &mut Vec<Effect>, pressed: Msg) {
    match pressed {
        Msg::Retry => retry(model),
        Msg::Online => online(model, out),
        Msg::NewKey => new_key(model, out),
        Msg::CancelKey => keys::cancel(model, out),
        Msg::ShowKey => keys::show(model, out),
        Msg::HideKey => keys::hide(model),
        Msg::CopyKey => keys::copy(model, out),
        Msg::DownloadKey => keys::download(model, out),
        Msg::DownloadKeyEncrypted => keys::download_encrypted(model, out),
        Msg::ProtectKey => keys::protect(model, out),
        Msg::UnlockKey => vault::open(model, out),
        Msg::CopyRequest => copy_request(model, out),
        Msg::DownloadRequest => download_request(model, out),
        Msg::Order => payment::order(model, out),
        Msg::LookAgain => reconcile::look_again(model, out),
        Msg::Adopt(id) => reconcile::adopt(model, out, &id),
        Msg::TryAgain => reconcile::try_again(model, out),
        Msg::CheckNow => issue::check_now(model, out),
        Msg::CopyRecord => issue::copy_record(model, out),
        Msg::DownloadCertificate => issue::download(model, out),
        Msg::DownloadReceipt => download_receipt(model, out),
        Msg::StartOver => start_over(model, out),
        Msg::ForgetEverything => forget_everything(model, out),
        _ => {}
    }
}

fn answered(model: &mut Model, out: &mut Vec<Effect>, asked: Pending, answer: Answer) {
    let purpose = asked.purpose;
    match (purpose, answer) {
        (purpose, Answer::Http(reply)) => {
            if let Some(reply) = transport::settled(model, out, asked, reply) {
                replied(model, out, purpose, reply);
            }
        }
        (Purpose::ReadFile, Answer::FileRead(file)) => existing::file_read(model, out, file),
        (Purpose::CheckRequest, Answer::Checked(checked)) => existing::checked(model, checked),
        (Purpose::ToAscii, Answer::Ascii(answers)) => idn::answered(model, out, answers),
        (Purpose::Suffixes, Answer::Asset(text)) => suffixes::loaded(model, text.as_deref()),
        (Purpose::MakeKey, Answer::KeyMade(made)) => keys::made(model, out, made),
        (Purpose::Sign, Answer::Signed(signature)) => {
            keys::signed(model, signature.as_deref());
            journey::signed(model, out);
            out.push(Effect::SaveDraft(restore::snapshot(model)));
        }
        (Purpose::Reveal, Answer::Revealed(text)) => keys::revealed(model, out, text),
        (Purpose::KeepKey, Answer::Kept(kept)) => {
            keys::kept(model, out, kept);
            out.push(Effect::SaveDraft(restore::snapshot(model)));
        }
        (Purpose::LoadKey, Answer::Loaded(loaded)) => keys::loaded(model, loaded),
        (Purpose::CheckCopy, Answer::CopyChecked(verdict)) => {
            copy_check::checked(model, out, verdict);
            out.push(Effect::SaveDraft(restore::snapshot(model)));
        }
        (Purpose::VaultLook | Purpose::VaultDeed, Answer::Vault(end)) => vault::answered(model, out, end),
        (Purpose::HideLater, _) => keys::hide(model),
        (Purpose::CopyKey | Purpose::CopyRequest | Purpose::CopyRecord, Answer::Done(true)) => {
            model.copied = Some(purpose);
        }
        (Purpose::DownloadKey, answer) => {
            keys::downloaded(model, &answer);
            out.push(Effect::SaveDraft(restore::snapshot(model)));
        }
        (Purpose::Lock, Answer::Done(done)) => payment::locked(model, out, done),
        (Purpose::SaveMark, _) => cart::marked(model, out),
        (Purpose::SaveIntent, _) => payment::saved(model, out),
        (Purpose::SearchAgain, _) => reconcile::time_to_look(model, out),
        (Purpose::WatchLater, _) => issue::waited(model, out),
        _ => {}
    }
}

fn replied(model: &mut Model, out: &mut Vec<Effect>, purpose: Purpose, reply: Reply) {
    match purpose {
        Purpose::Catalogue => catalogue::loaded(model, reply),
        Purpose::LogIn => log_in::logged_in(model, out, reply),
        Purpose::Code => log_in::confirmed(model, out, reply),
        Purpose::WhoAmI => log_in::known(model, out, reply),
        Purpose::SameCustomer => session::identified(model, out, reply),
        Purpose::KeepAlive => session::still_there(model, out, reply),
        Purpose::CsrForm => order_form::csr_form(model, out, reply),
        Purpose::OrderForm => order_form::order_form(model, out, reply),
        Purpose::Preview => direct::previewed(model, out, reply),
        Purpose::CartLook => cart::looked(model, out, reply),
        Purpose::CartRemove => cart::removed(model, out, reply),
        Purpose::CartAdd => cart::added(model, out, reply),
        Purpose::CartCode => cart::coded(model, out, reply),
        Purpose::CartRead => cart::cart_read(model, out, reply),
        Purpose::PaymentForm => cart::payment_form(model, out, reply),
        Purpose::Balance => cart::balance(model, out, reply),
        Purpose::OpenOrders => cart::open_orders(model, out, reply),
        Purpose::CertificatesBefore => payment::listed(model, out, reply),
        Purpose::CartRecheck => payment::rechecked(model, out, reply),
        Purpose::Pay => payment::paid(model, out, reply),
        Purpose::CertificatesSearch => reconcile::certificates(model, out, reply),
        Purpose::CartSearch => reconcile::cart(model, out, reply),
        Purpose::OrderSearch => reconcile::orders(model, out, reply),
        Purpose::Watch => issue::looked(model, out, reply),
        Purpose::Files => issue::files(model, reply),
        _ => {}
    }
}

fn address_changed(model: &mut Model, out: &mut Vec<Effect>, step: Option<Step>) {
    let wanted = step.unwrap_or(Step::Package);
    let place = journey::resolve(model, wanted);
    if place == model.place && step == Some(place) {
        if model.vault.is_shown {
            vault::left(model);
            out.push(Effect::Focus(Focus::Page));
        }
        return;
    }
    model.place = place;
    model.shown = Shown::default();
    keys::hide(model);
    vault::left(model);
    model.continue_when_ready = false;
    if step != Some(place) {
        out.push(Effect::Navigate { step: place, replace: true });
    }
    out.push(Effect::Focus(Focus::Page));
}

fn retry(model: &mut Model) {
    model.trouble = None;
    catalogue::retry(model);
    order_form::retry(model);
    cart::retry(model);
    suffixes::retry(model);
    if model.key == KeyState::Failed {
        model.key = KeyState::None;
    }
}

/// The connection is back: what failed for want of it is tried again.
fn online(model: &mut Model, out: &mut Vec<Effect>) {
    let is_it = |trouble: &Trouble| *trouble == Trouble::Billing(BillingError::Offline);
    suffixes::retry(model);
    let is_cart = matches!(&model.submission, Submission::CartFailed(trouble) if is_it(trouble));
    if is_cart || model.trouble.as_ref().is_some_and(is_it) || catalogue::is_offline(model) {
        retry(model);
    }
    if reconcile::is_offline(model) {
        reconcile::look_again(model, out);
    }
}

fn new_key(model: &mut Model, out: &mut Vec<Effect>) {
    if model.place == Step::Key && matches!(model.key, KeyState::Ready(_) | KeyState::Failed) {
        let key_type = steps::subject::chosen_key_type(model);
        keys::make(model, out, key_type);
    }
}

fn copy_request(model: &mut Model, out: &mut Vec<Effect>) {
    if let Some(csr) = requested::text(model) {
        let question = super::effect::Question::CopyText(csr.to_owned());
        model.ask(out, Purpose::CopyRequest, question);
    }
}

fn download_request(model: &Model, out: &mut Vec<Effect>) {
    let (Some(text), Ok(choice), Some(fingerprint)) =
        (requested::text(model), steps::subject::parse(model), requested::fingerprint(model))
    else {
        return;
    };
    let text = text.to_owned();
    let file_name = fingerprint.file_name(&choice.subject.domain, "csr.pem");
    out.push(Effect::Download { file_name, media_type: "application/x-pem-file", text });
}

fn download_receipt(model: &Model, out: &mut Vec<Effect>) {
    if let (Some(text), Some(order)) = (steps::done::receipt(model), steps::done::order(model)) {
        let file_name = format!("receipt-{}.json", order.intent.billorder);
        out.push(Effect::Download { file_name, media_type: "application/json", text });
    }
}

/// A new order begins only where none is under way.
fn start_over(model: &mut Model, out: &mut Vec<Effect>) {
    if matches!(model.submission, Submission::Paying(..) | Submission::Unclear(..)) {
        return;
    }
    if let (KeyState::Ready(key), false) = (&model.key, matches!(model.submission, Submission::Ordered(_))) {
        out.push(Effect::ForgetKey(key.fingerprint));
    }
    // A row that lies in the cart already is removed when the next order gets there.
    let mark = model.cart_mark.take();
    model.start_over();
    out.push(Effect::DropDraft);
    if mark.is_some() {
        model.cart_mark = mark;
        out.push(Effect::SaveDraft(restore::snapshot(model)));
    }
    journey::go(model, out, Step::Package, false);
}

/// The draft and all kept keys go; the log-in too.
fn forget_everything(model: &mut Model, out: &mut Vec<Effect>) {
    if matches!(model.submission, Submission::Paying(..)) {
        return;
    }
    out.push(Effect::ForgetAllKeys);
    if model.pass().is_some() {
        session::log_out(model, out);
    } else {
        model.start_over();
        model.vault = Vault::default();
        model.owner = None;
        out.push(Effect::ReleaseLock);
        out.push(Effect::DropDraft);
        journey::go(model, out, Step::Package, false);
    }
}
