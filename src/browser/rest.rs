//! What is loaded when the customer begins to order: everything but the first page. The first page reaches it through this
//! table alone, so that `wasm-split` can put it into a file of its own.
use std::pin::Pin;
use std::rc::Rc;

use super::app::Shown;
use super::html::View;
use super::runtime::Runtime;
use super::ui::Ui;
use super::{NoConfig, deeds, pages};
use crate::wizard::effect::Effect;
use crate::wizard::message::Msg;
use crate::wizard::model::Model;
use crate::wizard::update;

/// The ways into it.
pub struct Rest {
    /// [`update::update`].
    pub(super) update: fn(&mut Model, Msg) -> Vec<Effect>,
    /// Whatever is shown but the first page.
    pub(super) page: fn(Ui, Shown) -> View,
    /// Instead of the form, where it cannot start.
    pub(super) no_config: fn(&NoConfig) -> View,
    /// Performs every effect that the first page has no use for.
    pub(super) perform: fn(&Rc<Runtime>, Effect),
}

/// The table.
pub static REST: Rest =
    Rest { update: update::update, page: pages::page, no_config: pages::config_error::page, perform: deeds::perform };

/// Loads the rest; `None` when it cannot be loaded now.
pub type Load = fn() -> Pin<Box<dyn Future<Output = Option<&'static Rest>>>>;
