//! Files that are loaded on demand: only those that the page names, and only as it expects them.
use cert_order::browser::ports::asset::text;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

/// SHA-384 of `abc`.
const ABC: &str = "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn";

/// The boot script's element, for as long as a test takes.
struct Boot(Element);

impl Boot {
    fn naming(attributes: &[(&str, &str)]) -> Self {
        let document = web_sys::window().unwrap().document().unwrap();
        let script = document.create_element("script").unwrap();
        for (name, value) in [&[("type", "text/plain"), ("data-wasm", "")], attributes].concat() {
            script.set_attribute(name, value).unwrap();
        }
        document.body().unwrap().append_child(&script).unwrap();
        Self(script)
    }
}

impl Drop for Boot {
    fn drop(&mut self) {
        self.0.remove();
    }
}

#[wasm_bindgen_test]
async fn a_file_is_loaded_where_it_is_named_and_is_what_it_must_be() {
    let boot = Boot::naming(&[("data-list", "data:text/plain,abc"), ("data-list-integrity", ABC)]);
    assert_eq!(text("list").await, Ok("abc".to_owned()));
    assert!(text("other").await.is_err(), "the page names no such file");
    drop(boot);
    for attributes in [
        [("data-list", "data:text/plain,abd"), ("data-list-integrity", ABC)],
        [("data-list", "data:text/plain,abc"), ("data-list-integrity", "")],
        [("data-list", "data:text/plain,abc"), ("data-other-integrity", ABC)],
        [("data-list", "http://127.0.0.1:9/list.txt"), ("data-list-integrity", ABC)],
    ] {
        let _boot = Boot::naming(&attributes);
        assert!(text("list").await.is_err(), "{attributes:?}");
    }
    assert!(text("list").await.is_err(), "there is no boot script at all");
}
