//! Names in letters of any alphabet, by the browser's `URL`: the same answer from each engine, also where their own differ.
use cert_order::browser::ports::idn::to_ascii;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn names_become_the_a_labels_of_uts_46_non_transitional() {
    for (name, ascii) in [
        ("müller.de", "xn--mller-kva.de"),
        ("MÜLLER.de", "xn--mller-kva.de"),
        ("mu\u{308}ller.de", "xn--mller-kva.de"),
        ("faß.de", "xn--fa-hia.de"),
        ("пример.рф", "xn--e1afmkfd.xn--p1ai"),
        ("münchen.example.org", "xn--mnchen-3ya.example.org"),
        ("例え。テスト", "xn--r8jz45g.xn--zckzah"),
        ("βόλος.com", "xn--nxasmm1c.com"),
        ("ｅｘａｍｐｌｅ.com", "example.com"),
        ("example.com", "example.com"),
    ] {
        assert_eq!(to_ascii(name).as_deref(), Some(ascii), "{name}");
    }
}

#[wasm_bindgen_test]
fn what_would_be_an_address_or_is_no_name_has_no_answer() {
    for name in [
        "",
        "*.müller.de",
        "ü/x.de",
        "ü:8.de",
        "me@ü.de",
        "ü?.de",
        "ü#.de",
        "ü\\x.de",
        "%c3%bc.de",
        "[::1]",
        "ü x.de",
        "ü\u{2100}.de",
        "ü\u{378}.de",
        "\u{300}ü.de",
        "ü\u{202e}.de",
    ] {
        assert_eq!(to_ascii(name), None, "{name:?}");
    }
}

#[wasm_bindgen_test]
fn what_engines_let_pass_is_for_the_core_to_refuse() {
    use cert_order::domain::hostname::Hostname;
    // Digits become an address, and too many or too long labels stay.
    let long = format!("{}ü.de", "a".repeat(70));
    for name in ["1.2.3", "１.２.３.４", "ü..de", &long] {
        let refused = to_ascii(name).is_none_or(|ascii| Hostname::parse(&ascii).is_err());
        assert!(refused, "{name} gives {:?}", to_ascii(name));
    }
}
