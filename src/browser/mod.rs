//! What is seen and what touches the browser.
use leptos::prelude::*;
/// Mounts the form.
pub fn start() {
    leptos::mount::mount_to_body(|| view! { <p>{"hello"}</p> });
}
