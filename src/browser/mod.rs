//! The browser's part: what is seen, and the ports to everything outside the form.
mod app;
mod deeds;
mod drafts;
mod html;
mod language;
mod pages;
mod parts;
pub mod ports;
pub mod rest;
mod runtime;
mod ui;
mod vault_deeds;
mod watched;

use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::config::{self, Config};
use crate::wizard::model::Model;
use crate::words::Speech;
use html::View;
use language::Language;
use ports::address::Address;
use ports::store::Store;
use rest::Load;
use runtime::{Runtime, in_background};
use ui::Ui;

/// Mounts the form into `#app` of the page it is the page of; `load` gives what comes after the first page.
pub fn start(load: Load) {
    in_background(Box::pin(async move {
        let config = load_config().await;
        if let Ok(config) = &config {
            ports::theme::set(&config.theme);
        }
        let store = Store::open().await.ok();
        let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
        let Some(app) = document.get_element_by_id("app").and_then(|app| app.dyn_into::<HtmlElement>().ok()) else {
            return;
        };
        let (speech, offered) = language::choose(config.as_ref().ok(), &Address::Hash).await;
        let language = Language::new(speech, offered);
        let ready = match config {
            Ok(config) => Ok(config),
            // Where that cannot be loaded either, the shell goes on saying that the form has not started.
            Err(reason) => match load().await {
                Some(rest) => Err((reason, rest)),
                None => return,
            },
        };
        // The boot script has stopped the form.
        if app.has_attribute("inert") {
            return;
        }
        if let Some(shell) = document.get_element_by_id("boot") {
            shell.remove();
        }
        match ready {
            Ok(config) => mount(&app, config, store, Address::Hash, load, language),
            Err((reason, rest)) => show(&app, move || {
                provide_context(language.speech.get_untracked());
                (rest.no_config)(&reason)
            }),
        }
    }));
}

/// Mounts one form into `parent`; several can share a page.
fn mount(parent: &HtmlElement, config: Config, store: Option<Store>, address: Address, load: Load, language: Language) {
    let root = parent.clone();
    show(parent, move || {
        let billing_url = config.billing_url.clone();
        let mut model = Model::new(config);
        model.lang = language.speech.with_untracked(Speech::lang);
        let model = RwSignal::new(model);
        let runtime = Runtime::new(model, billing_url, store, address, load);
        runtime.set_root(root.into());
        let ui = Ui::new(model, Rc::clone(&runtime));
        in_background(Box::pin(async move { runtime.start().await }));
        app::app(ui, language)
    });
}

/// Puts a page into `parent`, with everything that keeps it up to date, for the life of the page around it.
fn show(parent: &HtmlElement, page: impl FnOnce() -> View + 'static) {
    let node = parent.clone();
    mount_to(parent.clone(), move || {
        let _ = node.append_child(page().node());
    })
    .forget();
}

/// What is wrong with the configuration, or that it could not be had.
pub(crate) enum NoConfig {
    /// The file could not be fetched.
    Unreachable,
    /// The form stands in a page that it is not allowed in.
    Framed,
    /// A field is wrong.
    Wrong(config::ConfigError),
}

async fn load_config() -> Result<Config, NoConfig> {
    let text = ports::asset::ahead("config").await.ok_or(NoConfig::Unreachable)?;
    let config = config::parse(&text).map_err(NoConfig::Wrong)?;
    if ports::embedding::is_allowed(&config.embedding_origins) { Ok(config) } else { Err(NoConfig::Framed) }
}
