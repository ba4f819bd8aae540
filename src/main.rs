//! Starts the form in the page.
#[cfg(target_arch = "wasm32")]
mod split;

fn main() {
    #[cfg(target_arch = "wasm32")]
    cert_order::browser::start(split::load);
}
