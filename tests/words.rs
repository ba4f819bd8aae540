//! The words of the page around the form are those of its shell.
use std::collections::BTreeMap;
use std::fs;

use cert_order::domain::lang::Lang;
use cert_order::words::packs;

/// The texts of `index.html` that have a name, by it.
fn named(html: &str) -> BTreeMap<String, String> {
    let named = html.split("data-boot-text=\"").skip(1).filter_map(|rest| {
        let (name, rest) = rest.split_once("\">")?;
        let (text, _) = rest.split_once('<')?;
        Some((name.to_owned(), text.to_owned()))
    });
    named.collect()
}

#[test]
fn each_sentence_of_the_shell_stands_in_the_page_in_english() {
    let html = fs::read_to_string("index.html").unwrap();
    let words = packs::shell(Lang::En);
    let expected = words.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
    assert_eq!(named(&html), expected.collect());
    assert!(html.contains(&format!("<title>{}</title>", words["title"])));
}

#[test]
fn no_sentence_of_the_shell_is_without_a_name_but_those_for_browsers_without_script() {
    let html = fs::read_to_string("index.html").unwrap();
    let (shell, _) = html.split_once("<main").unwrap().1.split_once("</main>").unwrap();
    let (before, rest) = shell.split_once("<noscript>").unwrap();
    let (_, after) = rest.split_once("</noscript>").unwrap();
    for part in [before, after] {
        for tag in ["<h1", "<h2", "<p"] {
            let elements = part.split(tag).skip(1).filter(|rest| rest.starts_with([' ', '>']));
            assert!(elements.clone().all(|rest| rest.split_once('>').unwrap().0.contains("data-boot-text")), "{tag}");
        }
    }
}
