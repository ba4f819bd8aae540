//! In the place of every page, while what comes after the first one cannot be loaded.
use crate::browser::html::{View, all};
use crate::browser::parts::page;
use crate::browser::ui::{Ui, t};
use crate::wizard::message::Msg;
use crate::words::Say;

/// The page.
pub fn page(ui: Ui) -> View {
    let try_again = page::primary(ui, Say::TryAgain, || Msg::Retry);
    all([page::heading(&t(Say::MissingTitle), Say::MissingNote), try_again.into()])
}
