//! A box with something to know, and busy work told in words.
use leptos::prelude::*;

use crate::words::Words;

/// A box; `kind` is `info`, `success`, `warning` or `error`.
pub fn notice(kind: &'static str, title: Option<Words>, words: Words) -> impl IntoView {
    view! {
        <div class="notice" data-kind=kind>
            {title.map(|title| view! { <h2 class="notice__title">{title}</h2> })}
            <p>{words}</p>
        </div>
    }
}

/// What the page is doing, for eyes and ears.
pub fn busy(words: Words) -> impl IntoView {
    view! { <p class="status" role="status"><span class={"spinner"} aria-hidden="true"></span>{words}</p> }
}
