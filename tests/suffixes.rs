//! The list of public suffixes that ships, and how it is read, with another implementation and its own copy of the list as
//! the judge.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may end here; the lints exempt only the test functions themselves")]

use std::process::Command;

use cert_order::domain::suffix::SuffixList;

/// What `scripts/suffixes.mjs` prints.
fn script(arguments: &[&str]) -> String {
    let run = Command::new("node").arg("scripts/suffixes.mjs").args(arguments).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).unwrap()
}

/// Not suffixes themselves, but above some, such as `nes.akershus.no`. The package that the list is from does not tell them
/// apart, and for certificates nobody has to: a wildcard covers what lies below.
const ABOVE_SUFFIXES: [&str; 11] = [
    "akershus.no",
    "buskerud.no",
    "hedmark.no",
    "hordaland.no",
    "more-og-romsdal.no",
    "nordland.no",
    "ostfold.no",
    "telemark.no",
    "vestfold.no",
    "xn--mre-og-romsdal-qqb.no",
    "xn--stfold-9xa.no",
];

#[test]
fn every_rule_of_the_list_is_read_as_another_implementation_reads_it() {
    let list = SuffixList::read(&script(&[])).unwrap();
    let mut count = 0;
    let mut wrong = Vec::new();
    let judged = script(&["--judge"]);
    for line in judged.lines() {
        let mut fields = line.split(' ');
        let [name, suffix, registrable] = std::array::from_fn(|_| fields.next().unwrap());
        let registrable = Some(registrable).filter(|name| !name.is_empty());
        let is_above = ABOVE_SUFFIXES.iter().any(|above| registrable == Some(above));
        if !is_above && (list.is_suffix(name) != (name == suffix) || list.registrable(name) != registrable) {
            wrong.push(line);
        }
        count += 1;
    }
    assert!(count > 15_000, "only {count} names were judged");
    assert!(wrong.is_empty(), "{} of {count} are found otherwise: {wrong:#?}", wrong.len());
}

#[test]
fn the_vectors_of_the_lists_own_project_hold() {
    let list = SuffixList::read(&script(&[])).unwrap();
    // From its test file, which is in the public domain: what is registered, for a name in the ICANN section.
    for (name, registrable) in [
        ("com", None),
        ("example.com", Some("example.com")),
        ("b.example.com", Some("example.com")),
        ("biz", None),
        ("domain.biz", Some("domain.biz")),
        ("uk.com", Some("uk.com")),
        ("jp", None),
        ("test.jp", Some("test.jp")),
        ("ac.jp", None),
        ("www.test.ac.jp", Some("test.ac.jp")),
        ("kyoto.jp", None),
        ("ide.kyoto.jp", None),
        ("b.ide.kyoto.jp", Some("b.ide.kyoto.jp")),
        ("c.kobe.jp", None),
        ("b.c.kobe.jp", Some("b.c.kobe.jp")),
        ("city.kobe.jp", Some("city.kobe.jp")),
        ("ck", None),
        ("test.ck", None),
        ("b.test.ck", Some("b.test.ck")),
        ("www.ck", Some("www.ck")),
        ("www.www.ck", Some("www.ck")),
        ("us", None),
        ("test.us", Some("test.us")),
        ("ak.us", None),
        ("www.test.ak.us", Some("test.ak.us")),
        ("k12.ak.us", None),
        ("test.k12.ak.us", Some("test.k12.ak.us")),
        ("xn--85x722f.com.cn", Some("xn--85x722f.com.cn")),
        ("xn--85x722f.xn--55qx5d.cn", Some("xn--85x722f.xn--55qx5d.cn")),
        ("shishi.xn--55qx5d.cn", Some("shishi.xn--55qx5d.cn")),
        ("xn--55qx5d.cn", None),
        ("xn--85x722f.xn--fiqs8s", Some("xn--85x722f.xn--fiqs8s")),
        ("xn--fiqs8s", None),
    ] {
        assert_eq!(list.registrable(name), registrable, "{name}");
    }
}
