//! Starts the form in the page.
fn main() {
    #[cfg(target_arch = "wasm32")]
    cert_order::browser::start();
}
