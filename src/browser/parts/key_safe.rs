//! "I have the file": asked on the key page and, until it is answered, once more on review.
use leptos::prelude::*;

use super::choice::check_box_of;
use crate::browser::ui::{Ui, t};
use crate::wizard::field::Field;
use crate::wizard::keys::KeyState;
use crate::words::Text;

/// The check box; it can be ticked once the key was downloaded.
pub fn attest(ui: Ui) -> AnyView {
    let key = ui.memo(|model| match &model.key {
        KeyState::Ready(key) => (key.downloaded, key.attested),
        _ => (false, false),
    });
    let is_on = Memo::new(move |_| key.get().1);
    let is_disabled = Signal::derive(move || !key.get().0);
    view! {
        {check_box_of(ui, Field::KeyAttested, is_on, is_disabled)}
        {move || is_disabled.get().then(|| view! { <p class="field__hint">{t(Text::DownloadFirst)}</p> })}
    }
    .into_any()
}
