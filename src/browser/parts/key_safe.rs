//! "I have the file": asked on the key page and, until it is answered, once more on review.
use super::choice::check_box_of;
use crate::browser::html::{View, all, el, live, nothing};
use crate::browser::ui::{Ui, t};
use crate::wizard::field::Field;
use crate::wizard::keys::KeyState;
use crate::words::Say;

/// The check box; it can be ticked once the key was downloaded.
pub fn attest(ui: Ui) -> View {
    let is_on = ui.memo(|model| matches!(&model.key, KeyState::Ready(key) if key.attested));
    let is_disabled = ui.memo(|model| !matches!(&model.key, KeyState::Ready(key) if key.downloaded));
    let first = live(move || {
        if is_disabled.get() { el("p", "field__hint said").text(&t(Say::DownloadFirst)).into() } else { nothing() }
    });
    all([check_box_of(ui, Field::KeyAttested, is_on, is_disabled), first])
}
