//! The effects of every page but the first: the only `match` on [`Question`].
use std::rc::Rc;

use leptos::prelude::{Set, WithUntracked};
use wasm_bindgen::JsValue;

use super::drafts::Deed;
use super::ports::js::Js;
use super::ports::{asset, files, idn, keep, key_file, verify};
use super::runtime::{Runtime, in_background};
use super::vault_deeds::entry;
use crate::request::algorithm::KeyType;
use crate::request::csr::Verdict;
use crate::wizard::effect::{Effect, Question, QuestionNo};
use crate::wizard::message::{Answer, Checked, MadeKey, Msg};

/// The media type of PEM files.
pub(super) const PEM: &str = "application/x-pem-file";

/// Performs what the first page has no use for.
pub fn perform(runtime: &Rc<Runtime>, effect: Effect) {
    let this = Rc::clone(runtime);
    match effect {
        Effect::Ask { number, question: Question::SaveDraft(text) } => this.write(Deed::Store(text), Some(number)),
        Effect::Ask { number, question } => in_background(Box::pin(async move { this.answer(number, question).await })),
        Effect::TakeOver => in_background(Box::pin(async move { this.take_over().await })),
        Effect::ShowKeys => {
            this.is_privacy.set(false);
            this.address.show_keys();
        }
        Effect::CloseVault => this.close_vault(),
        Effect::ForgetKey(_) | Effect::ForgetAllKeys | Effect::NoteKey { .. } => in_background(Box::pin(async move {
            // What cannot be stored is said once, at the start; the form goes on without.
            let _ = this.put_away(effect).await;
        })),
        Effect::Download { file_name, media_type, text } => {
            let _ = files::download(&file_name, media_type, &text);
        }
        Effect::ReleaseLock => this.lock.release(),
        _ => {}
    }
}

impl Runtime {
    /// Holds the first file of `source` until the form asks for it; whether there is one.
    pub fn choose_file(self: &Rc<Self>, source: &JsValue, msg: Msg) -> bool {
        let file = files::first(source);
        let is_file = file.is_some();
        if let Some(file) = file {
            self.file.replace(file);
            self.send(msg);
        }
        is_file
    }

    async fn answer(self: &Rc<Self>, number: QuestionNo, question: Question) {
        let answer = match question {
            Question::MakeKey(key_type) => Answer::KeyMade(self.make_key(number, key_type).await),
            Question::Sign { key, key_type, bytes } => Answer::Signed(match &self.crypto {
                Some(crypto) => crypto.sign(key, key_type, &bytes).await.ok(),
                None => None,
            }),
            Question::RevealKey(key) => Answer::Revealed(match &self.crypto {
                Some(crypto) => crypto.reveal(key).await.ok(),
                None => None,
            }),
            Question::Wait(ms) => {
                gloo_timers::future::TimeoutFuture::new(ms).await;
                Answer::Done(true)
            }
            Question::ReadFile => {
                let file = self.file.replace(JsValue::NULL);
                Answer::FileRead(files::read(&file).await)
            }
            Question::CheckRequest(request) => {
                let none = Checked { fingerprint: None, verdict: Verdict::Unknown };
                Answer::Checked(match &self.crypto {
                    Some(crypto) => verify::check(crypto, &request).await,
                    None => none,
                })
            }
            Question::ToAscii(names) => Answer::Ascii(names.iter().map(|name| idn::to_ascii(name)).collect()),
            Question::Load(file) => Answer::Asset(asset::text(file.name()).await.ok()),
            Question::KeepKey { key, key_type, domain, guard, passphrase } => {
                Answer::Kept(self.keep(entry(key, key_type, domain, guard), passphrase.as_ref()).await)
            }
            Question::LoadKey { key, key_type } => Answer::Loaded(self.load_key(key, key_type).await),
            Question::CheckCopy { key_type, public, passphrase, .. } => {
                Answer::CopyChecked(self.compare(key_type, &public, passphrase.as_ref()).await)
            }
            Question::Vault(deed) => Answer::Vault(self.do_in_vault(deed).await),
            Question::TakeLock => Answer::Done(self.lock.take().await),
            other => Answer::Done(self.try_to(other).await.is_ok()),
        };
        self.send(Msg::Answered(number, answer));
    }

    /// A key that is no longer wanted when it is there is let go at once.
    async fn make_key(&self, number: QuestionNo, key_type: KeyType) -> Option<MadeKey> {
        let crypto = self.crypto.as_ref()?;
        let made = crypto.make(key_type).await.ok()?;
        if !self.model.try_with_untracked(|model| model.is_awaited(number)).unwrap_or_default() {
            crypto.forget(made.fingerprint);
        }
        Some(made)
    }

    /// What works or does not.
    async fn try_to(&self, question: Question) -> Js<()> {
        let crypto = || self.crypto.as_ref().ok_or(JsValue::NULL);
        match question {
            Question::CopyKey(key) => files::copy(crypto()?.reveal(key).await?.expose()).await,
            Question::DownloadKey { key, file_name, passphrase: None } => {
                files::download(&file_name, PEM, crypto()?.reveal(key).await?.expose())
            }
            Question::DownloadKey { key, file_name, passphrase: Some(passphrase) } => {
                let crypto = crypto()?;
                let text = key_file::encrypted(crypto, crypto.pair(key)?.private(), &passphrase).await?;
                files::download(&file_name, PEM, &text)
            }
            Question::CopyText(text) => files::copy(&text).await,
            _ => Err(JsValue::NULL),
        }
    }

    async fn put_away(&self, effect: Effect) -> Js<()> {
        let store = self.store.as_ref().ok_or(JsValue::NULL)?;
        match effect {
            Effect::ForgetKey(key) => keep::forget(store, key).await,
            Effect::ForgetAllKeys => {
                if let Some(crypto) = &self.crypto {
                    crypto.forget_all();
                }
                keep::forget_all(store).await
            }
            Effect::NoteKey { key, order, is_issued } => keep::note(store, key, &order, is_issued).await,
            _ => Ok(()),
        }
    }
}
