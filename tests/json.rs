//! Our reader of JSON: a table of what it takes and refuses, long texts, and `serde_json` as the judge of random ones.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may end here; the lints exempt only the test functions themselves")]

use std::time::{Duration, Instant};

use cert_order::domain::json::{Json, JsonError, read};
use proptest::prelude::*;
use serde_json::Value;

fn text(text: &str) -> Json {
    Json::Text(text.to_owned())
}

fn number(text: &str) -> Json {
    Json::Number(text.to_owned())
}

/// The tree as `serde_json` has it.
fn to_serde(json: &Json) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Bool(flag) => Value::Bool(*flag),
        Json::Number(number) => Value::Number(number.parse().unwrap()),
        Json::Text(text) => Value::String(text.clone()),
        Json::List(list) => list.iter().map(to_serde).collect(),
        Json::Object(object) => {
            let names: Vec<&String> = object.iter().map(|(name, _)| name).collect();
            let members: serde_json::Map<_, _> =
                object.iter().map(|(name, value)| (name.clone(), to_serde(value))).collect();
            assert_eq!(names.len(), members.len(), "a name is there twice: {names:?}");
            Value::Object(members)
        }
    }
}

#[test]
fn values_are_read() {
    for (json, wanted) in [
        ("null", Json::Null),
        (" true\r\n", Json::Bool(true)),
        ("\tfalse ", Json::Bool(false)),
        ("0", number("0")),
        ("-0", number("-0")),
        ("12.3400", number("12.3400")),
        ("-1.5e+30", number("-1.5e+30")),
        ("1E9", number("1E9")),
        ("0e-0", number("0e-0")),
        ("1e999", number("1e999")),
        ("123456789012345678901234567890", number("123456789012345678901234567890")),
        ("\"\"", text("")),
        ("\"a\u{7f}é\u{2028}😀\"", text("a\u{7f}é\u{2028}😀")),
        (r#""\"\\\/\b\f\n\r\t""#, text("\"\\/\u{8}\u{c}\n\r\t")),
        (r#""x\u0041\u00e9y\uABCD\u0000""#, text("xA\u{e9}y\u{abcd}\0")),
        (r#""\ud83d\ude00\uDBFF\uDFFF\ud7ff\ue000""#, text("😀\u{10ffff}\u{d7ff}\u{e000}")),
        ("[]", Json::List(vec![])),
        ("[ ]", Json::List(vec![])),
        ("[1 , [null]]", Json::List(vec![number("1"), Json::List(vec![Json::Null])])),
    ] {
        assert_eq!(read(json), Ok(wanted), "{json}");
    }
}

#[test]
fn members_keep_their_order_and_the_last_of_a_name_wins() {
    let json = read(r#" { "b" : 1 , "a" : {"x": {}} , "b" : 2, "": [], "\u0061": 3 } "#).unwrap();
    let object = json.as_object().unwrap();
    let members: Vec<_> = object.iter().cloned().collect();
    let wanted = [("b", number("2")), ("a", number("3")), ("", Json::List(vec![]))];
    assert_eq!(members, wanted.map(|(name, value)| (name.to_owned(), value)));
    assert!(object.contains_key("") && !object.contains_key("x"));
    assert_eq!(json.get("a"), Some(&number("3")));
    assert_eq!(read("{}").unwrap().get("a"), None);
    assert_eq!(number("{}").get("a"), None);
}

#[test]
fn an_object_is_lifted_and_wins() {
    let Ok(Json::Object(mut outer)) = read(r#"{"a": 1, "doc": {"b": 2, "a": 3}, "c": 4}"#) else { panic!() };
    assert_eq!(outer.take_object("a"), None);
    assert_eq!(outer.take_object("x"), None);
    let inner = outer.take_object("doc").unwrap();
    outer.extend(inner);
    assert_eq!(read(r#"{"a": 3, "c": 4, "b": 2}"#), Ok(Json::Object(outer)));
}

#[test]
fn each_type_is_told_from_the_others() {
    assert_eq!(number("-7").as_i64(), Some(-7));
    for json in ["1.0", "1e3", "9223372036854775808", "\"7\"", "null"] {
        assert_eq!(read(json).unwrap().as_i64(), None, "{json}");
    }
    assert_eq!((text("a").as_text(), number("1").as_text()), (Some("a"), None));
    assert_eq!((Json::Bool(true).as_bool(), Json::Null.as_bool()), (Some(true), None));
    assert_eq!((Json::List(vec![]).as_list(), text("").as_list()), (Some(&[][..]), None));
}

/// Each text is refused at this line and column, and by `serde_json` too.
fn refused(table: &[(&str, usize, usize)]) {
    for (json, line, column) in table.iter().copied() {
        assert_eq!(read(json), Err(JsonError { line, column }), "{json:?}");
        assert!(serde_json::from_str::<Value>(json).is_err(), "{json:?}");
    }
}

#[test]
fn what_is_not_json_is_refused_where_it_goes_wrong() {
    refused(&[
        ("", 1, 1),
        ("  ", 1, 3),
        ("{", 1, 2),
        ("[1,\n 2,\n]", 3, 1),
        ("[,1]", 1, 2),
        ("[1 2]", 1, 4),
        ("[1", 1, 3),
        ("{\"a\": 1,}", 1, 9),
        ("{\"a\" 1}", 1, 6),
        ("{a: 1}", 1, 2),
        ("{1: 1}", 1, 2),
        ("{\"é\": x}", 1, 7),
        ("1 2", 1, 3),
        ("{}}", 1, 3),
        ("nul", 1, 4),
        ("nulL", 1, 4),
        ("True", 1, 1),
        ("NaN", 1, 1),
        ("'a'", 1, 1),
        ("\u{feff}1", 1, 1),
        ("1\u{a0}", 1, 2),
        ("1\u{c}", 1, 2),
        ("1 // one", 1, 3),
    ]);
}

#[test]
fn wrong_numbers_and_texts_are_refused() {
    refused(&[
        ("01", 1, 2),
        ("-", 1, 2),
        ("-01", 1, 3),
        ("+1", 1, 1),
        (".5", 1, 1),
        ("1.", 1, 3),
        ("1.e3", 1, 3),
        ("1e", 1, 3),
        ("1e+-1", 1, 4),
        ("0x10", 1, 2),
        ("\"a", 1, 3),
        ("\"a\nb\"", 1, 3),
        ("\"\t\"", 1, 2),
        ("\"\0\"", 1, 2),
        (r#""\a""#, 1, 3),
        ("\"\\é\"", 1, 3),
        (r#""\u12""#, 1, 6),
        (r#""\u12g4""#, 1, 6),
        (r#""\u+123""#, 1, 4),
        (r#""\U0041""#, 1, 3),
        (r#""\ud83d""#, 1, 8),
        (r#""\ud83d\n""#, 1, 9),
        (r#""\ud83d\u0041""#, 1, 14),
        (r#""\ude00""#, 1, 8),
    ]);
}

#[test]
fn too_deep_is_an_error_and_never_the_end_of_the_stack() {
    let nested = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    assert!(read(&nested(128)).is_ok());
    assert_eq!(read(&nested(129)), Err(JsonError { line: 1, column: 129 }));
    for start in ["[", "{\"a\":", "[{\"a\":"] {
        assert!(read(&start.repeat(200_000)).is_err(), "{start}");
    }
}

#[test]
fn long_texts_are_read_in_the_time_of_their_length() {
    let many = |item: &dyn Fn(usize) -> String, count| (0..count).map(item).collect::<Vec<_>>().join(",");
    for long in [
        format!("\"{}\"", "x".repeat(4_000_000)),
        format!("\"{}\"", "é".repeat(2_000_000)),
        format!("\"{}\"", "\\n".repeat(1_000_000)),
        format!("\"{}\"", "\\u00e9".repeat(700_000)),
        format!("[{}]", many(&|_| "1".to_owned(), 1_000_000)),
        format!("[{}]", many(&|_| "{}".to_owned(), 1_000_000)),
        format!("{{{}}}", many(&|i| format!("\"n{i}\":{i}"), 100_000)),
        format!("{{{}}}", many(&|i| format!("\"n{}\":{i}", i % 3), 100_000)),
        format!("{{{}}}", many(&|_| "\"\":0".to_owned(), 500_000)),
        " ".repeat(4_000_000),
        "\n".repeat(4_000_000),
    ] {
        let start = Instant::now();
        let _ = read(&long);
        // A reader that goes over the text for each item would take minutes.
        assert!(start.elapsed() < Duration::from_secs(20), "{}…", long.chars().take(20).collect::<String>());
    }
}

/// Any tree, as `serde_json` has it.
fn trees() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        "[\\x00-\\x20\"\\\\/a\u{7f}é\u{ffff}\u{10000}]{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 60, 8, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..8).prop_map(Value::from),
            proptest::collection::hash_map("[a-c$\u{0}é\"]{0,3}", inner, 0..8)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

/// Both take the text and read the same from it, or both refuse it.
fn agree(json: &str) -> Result<(), TestCaseError> {
    match (read(json), serde_json::from_str::<Value>(json)) {
        (Ok(ours), Ok(theirs)) => prop_assert_eq!(to_serde(&ours), theirs, "{}", json),
        (Err(_), Err(_)) => {}
        (ours, theirs) => prop_assert!(false, "{}: {:?}, but serde_json: {:?}", json, ours, theirs),
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn what_serde_json_writes_is_read_as_it_was(tree in trees(), is_pretty in any::<bool>()) {
        let json = if is_pretty { serde_json::to_string_pretty(&tree) } else { serde_json::to_string(&tree) }.unwrap();
        let ours = read(&json);
        prop_assert!(ours.is_ok(), "{json}: {ours:?}");
        prop_assert_eq!(to_serde(&ours.unwrap()), tree);
    }

    #[test]
    fn a_spoilt_text_is_taken_or_refused_as_serde_json_does(
        tree in trees(),
        spoils in proptest::collection::vec((any::<prop::sample::Index>(), 0..3_u8, any::<prop::sample::Index>()), 1..4),
    ) {
        const BITS: [&str; 26] = [
            "\"", "\\", "{", "}", "[", "]", ",", ":", " ", "\n", "0", "1", "-", "+", ".", "e", "E", "u", "\\ud83d",
            "\\ude00", "null", "true", "\u{1}", "é", "\"a\":1,", "\"a\":2,",
        ];
        let mut chars: Vec<char> = tree.to_string().chars().collect();
        for (place, what, bit) in spoils {
            let at = place.index(chars.len() + 1);
            let until = if what == 0 { at } else { (at + 1).min(chars.len()) };
            let bit = if what == 1 { "" } else { *bit.get(&BITS) };
            chars.splice(at..until, bit.chars());
        }
        agree(&chars.into_iter().collect::<String>())?;
    }

    #[test]
    fn garbage_is_taken_or_refused_as_serde_json_does(
        json in "([ \\[\\]{},:\"\\\\eEtrufalsn0-9.+-]|\"[ab]\":|\"\\\\u[dD][89abcdef][0-9]{2}|\\\\u[0-9a-f]{3,4}|[0-9]|null|\\PC){0,12}",
    ) {
        agree(&json)?;
    }

    #[test]
    fn numbers_are_taken_or_refused_as_serde_json_does(json in "-?[0-9]{0,3}\\.?[0-9]{0,3}([eE][+-]?[0-9]{0,3})?") {
        agree(&json)?;
    }
}
