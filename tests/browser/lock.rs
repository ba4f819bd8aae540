//! Of all pages one submits at a time.
use cert_order::browser::ports::lock::SubmitLock;
use wasm_bindgen_test::wasm_bindgen_test;

/// Takes the lock as soon as the browser has noticed that it is free: it does so a little after the release.
async fn is_free_in_the_end(page: &SubmitLock) -> bool {
    for _ in 0..200 {
        if page.take().await {
            return true;
        }
    }
    false
}

#[wasm_bindgen_test]
async fn one_page_holds_the_lock_until_it_releases_it() {
    let (first, second) = (SubmitLock::default(), SubmitLock::default());
    assert!(is_free_in_the_end(&first).await);
    for _ in 0..20 {
        assert!(!second.take().await, "two pages submit at once");
    }
    assert!(first.take().await, "the holder may ask again");
    second.release();
    assert!(!second.take().await, "a page that does not hold the lock cannot release it");

    first.release();
    assert!(is_free_in_the_end(&second).await, "the lock is never let go");
    assert!(!first.take().await);
    second.release();
}

#[wasm_bindgen_test]
async fn copies_are_the_same_page() {
    let (page, other) = (SubmitLock::default(), SubmitLock::default());
    assert!(is_free_in_the_end(&page).await);
    let copy = page.clone();
    assert!(copy.take().await);
    copy.release();
    assert!(is_free_in_the_end(&other).await);
    other.release();
}
