//! The place in the form as the browser's address.
use std::cell::Cell;
use std::rc::Rc;

use cert_order::browser::ports::address::{Address, href};
use cert_order::wizard::step::Step;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{History, Location};

fn history() -> History {
    web_sys::window().unwrap().history().unwrap()
}

fn location() -> Location {
    web_sys::window().unwrap().location()
}

/// Puts the address back as it was when the test ends.
struct Before(String);

impl Before {
    fn now() -> Self {
        Self(location().href().unwrap())
    }
}

impl Drop for Before {
    fn drop(&mut self) {
        let _ = history().replace_state_with_url(&JsValue::NULL, "", Some(&self.0));
    }
}

/// Does `navigate` and waits until the page has heard of it.
async fn after(navigate: impl FnOnce()) {
    let heard = Promise::new(&mut |resolve, _| web_sys::window().unwrap().set_onpopstate(Some(&resolve)));
    navigate();
    JsFuture::from(heard).await.unwrap();
}

#[wasm_bindgen_test]
fn each_page_has_its_hash() {
    let _before = Before::now();
    for step in Step::ALL {
        Address::Hash.show(step, true);
        assert_eq!(location().hash().unwrap(), href(step));
        assert_eq!(Address::Hash.current(), Some(step));
    }
}

#[wasm_bindgen_test]
fn a_hash_that_names_no_page_is_none() {
    let _before = Before::now();
    for hash in ["#", "#/", "#/nowhere", "#key", "#/key/", "#/Key", "#/%E0%A4%A"] {
        history().replace_state_with_url(&JsValue::NULL, "", Some(hash)).unwrap();
        assert_eq!(Address::Hash.current(), None, "{hash}");
    }
}

#[wasm_bindgen_test]
async fn back_leads_to_the_page_before_and_is_noticed() {
    let _before = Before::now();
    let address = Address::Hash;
    address.show(Step::Subject, true);
    let length = history().length().unwrap();
    address.show(Step::Key, false);
    assert_eq!(history().length().unwrap(), length + 1, "going on makes an entry");
    address.show(Step::Contacts, true);
    assert_eq!(history().length().unwrap(), length + 1, "replacing makes none");
    assert_eq!(address.current(), Some(Step::Contacts));

    let noticed = Rc::new(Cell::new(0));
    let watched = Rc::clone(&noticed);
    address.watch(move || watched.set(watched.get() + 1));
    after(|| history().back().unwrap()).await;
    assert_eq!((address.current(), noticed.get()), (Some(Step::Subject), 1));
    after(|| history().forward().unwrap()).await;
    assert_eq!((address.current(), noticed.get()), (Some(Step::Contacts), 2));
    web_sys::window().unwrap().set_onpopstate(None);
}

#[wasm_bindgen_test]
fn in_memory_the_address_of_the_host_page_is_left_alone() {
    let (host, length) = (location().href().unwrap(), history().length().unwrap());
    let address = Address::Memory(Cell::new(None));
    assert_eq!(address.current(), None);
    for (step, replace) in [(Step::Subject, false), (Step::Key, true), (Step::Done, false)] {
        address.show(step, replace);
        assert_eq!(address.current(), Some(step));
    }
    assert_eq!(location().href().unwrap(), host);
    assert_eq!(history().length().unwrap(), length);
    assert_eq!(Address::Memory(Cell::new(None)).current(), None, "each form has a place of its own");
}
