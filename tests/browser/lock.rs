//! Of all pages one submits at a time.
use std::cell::Cell;
use std::rc::Rc;

use cert_order::browser::ports::lock::{SubmitLock, TabLock};
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

#[wasm_bindgen_test]
async fn a_tab_that_is_taken_over_is_told() {
    let (first, second) = (TabLock::default(), TabLock::default());
    let lost = Rc::new(Cell::new(0));
    let note = |lost: &Rc<Cell<u32>>| -> Rc<dyn Fn()> {
        let lost = Rc::clone(lost);
        Rc::new(move || lost.set(lost.get() + 1))
    };
    assert!(first.take(false, note(&lost)).await && first.is_held());
    assert!(!second.take(false, note(&lost)).await && !second.is_held());
    assert!(second.take(true, note(&Rc::default())).await);
    for _ in 0..200 {
        if lost.get() == 0 {
            assert!(!TabLock::default().take(false, note(&Rc::default())).await);
        }
    }
    assert_eq!((lost.get(), first.is_held(), second.is_held()), (1, false, true));
}
