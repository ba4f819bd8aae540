//! Puts a value of the test's own in the place of one of the browser's.
use cert_order::browser::ports::js::get;
use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// A property that has another value until this is dropped.
pub struct Swapped {
    target: JsValue,
    name: &'static str,
    original: JsValue,
}

impl Swapped {
    /// Gives the method `name` of all objects of `class` another value, which `make` makes of the original.
    pub fn method(class: &JsValue, name: &'static str, make: impl FnOnce(&JsValue) -> JsValue) -> Self {
        let target = get(class, "prototype").unwrap();
        let original = get(&target, name).unwrap();
        assert!(original.is_function(), "there is no method {name}");
        Reflect::set(&target, &name.into(), &make(&original)).unwrap();
        Self { target, name, original }
    }
}

impl Drop for Swapped {
    fn drop(&mut self) {
        let _ = Reflect::set(&self.target, &self.name.into(), &self.original);
    }
}
