//! In the place of every page, while the order is open in another tab.
use crate::browser::html::{View, all};
use crate::browser::parts::page;
use crate::browser::ui::{Ui, t};
use crate::wizard::message::Msg;
use crate::words::Say;

/// The page.
pub fn page(ui: Ui) -> View {
    let take_over = page::primary(ui, Say::TakeOver, Msg::TakeOver);
    all([page::heading(&t(Say::ElsewhereTitle), Say::ElsewhereNote), take_over.into()])
}
