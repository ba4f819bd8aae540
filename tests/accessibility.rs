//! What accessibility needs of the styles and of its document, held: styles mirror by themselves where text runs from the right,
//! and docs/accessibility.md answers every criterion and names only tests that exist.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test may end here; the lints exempt only the test functions themselves"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// The criteria of WCAG 2.2 at level A. 4.1.1 is obsolete.
const A: [&str; 31] = [
    "1.1.1", "1.2.1", "1.2.2", "1.2.3", "1.3.1", "1.3.2", "1.3.3", "1.4.1", "1.4.2", "2.1.1", "2.1.2", "2.1.4",
    "2.2.1", "2.2.2", "2.3.1", "2.4.1", "2.4.2", "2.4.3", "2.4.4", "2.5.1", "2.5.2", "2.5.3", "2.5.4", "3.1.1",
    "3.2.1", "3.2.2", "3.2.6", "3.3.1", "3.3.2", "3.3.7", "4.1.2",
];

/// Those at level AA.
const AA: [&str; 24] = [
    "1.2.4", "1.2.5", "1.3.4", "1.3.5", "1.4.3", "1.4.4", "1.4.5", "1.4.10", "1.4.11", "1.4.12", "1.4.13", "2.4.5",
    "2.4.6", "2.4.7", "2.4.11", "2.5.7", "2.5.8", "3.1.2", "3.2.3", "3.2.4", "3.3.3", "3.3.4", "3.3.8", "4.1.3",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A row of the document's table.
struct Row {
    number: String,
    level: String,
    how: String,
    test: String,
}

/// The rows that begin with the number of a criterion: number and name, level, how it is met, which test.
fn rows(document: &str) -> Vec<Row> {
    let cells =
        |line: &str| -> Vec<String> { line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect() };
    let is_row = |line: &&str| line.strip_prefix("| ").is_some_and(|row| row.starts_with(|c: char| c.is_ascii_digit()));
    document
        .lines()
        .filter(is_row)
        .map(|line| {
            let [name, level, how, test] = cells(line).try_into().unwrap_or_else(|_| panic!("not four cells: {line}"));
            let number = name.split(' ').next().unwrap_or_default().to_owned();
            Row { number, level, how, test }
        })
        .collect()
}

/// Each `` `file` “title” `` of a cell; the title is empty where only the file is named.
fn named_tests(cell: &str) -> Vec<(String, String)> {
    let mut parts = cell.split('`').skip(1);
    let mut found = Vec::new();
    while let Some(file) = parts.next() {
        let after = parts.next().unwrap_or_default();
        let mut titles = after.split('“').skip(1).map(|title| title.split('”').next().unwrap_or_default()).peekable();
        if titles.peek().is_none() {
            found.push((file.to_owned(), String::new()));
        }
        found.extend(titles.map(|title| (file.to_owned(), title.to_owned())));
    }
    found
}

/// What is wrong with a test that the document names.
fn missing((file, title): &(String, String)) -> Option<String> {
    let place = if file.ends_with(".spec.ts") { "tests/e2e/specs" } else { "tests" };
    let Ok(text) = fs::read_to_string(root().join(place).join(file)) else {
        return Some(format!("there is no {place}/{file}"));
    };
    (!text.contains(title.as_str())).then(|| format!("{file} has no test “{title}”"))
}

fn document() -> Vec<Row> {
    rows(&fs::read_to_string(root().join("docs/accessibility.md")).unwrap())
}

#[test]
fn the_document_answers_each_criterion_once() {
    let answered: Vec<(String, String)> = document().into_iter().map(|row| (row.number, row.level)).collect();
    let mut expected: Vec<(String, String)> = Vec::new();
    expected.extend(A.iter().map(|number| ((*number).to_owned(), "A".to_owned())));
    expected.extend(AA.iter().map(|number| ((*number).to_owned(), "AA".to_owned())));
    let place =
        |(number, _): &(String, String)| -> Vec<u8> { number.split('.').map(|part| part.parse().unwrap()).collect() };
    expected.sort_by_key(place);
    assert_eq!(answered, expected);
}

#[test]
fn the_document_says_how_each_criterion_is_met_and_what_shows_it() {
    for Row { number, how, test, .. } in document() {
        assert!(how.len() > 20, "{number}: how?");
        let is_shown = !named_tests(&test).is_empty() || test.contains("by eye");
        let is_needless = how.starts_with("Not applicable");
        assert!(is_shown || is_needless, "{number}: neither shown nor needless");
    }
}

#[test]
fn the_document_names_only_tests_that_exist() {
    let named: Vec<(String, String)> = document().iter().flat_map(|row| named_tests(&row.test)).collect();
    assert!(named.len() > 50, "only {} tests were read", named.len());
    let wrong: Vec<String> = named.iter().filter_map(missing).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_test_that_is_not_there_is_found() {
    let cell = "`focus.spec.ts` “the focus is seen”, “no such title”; `nowhere.spec.ts`; by eye";
    let named = named_tests(cell);
    assert_eq!(named.len(), 3);
    let wrong: Vec<String> = named.iter().filter_map(missing).collect();
    assert_eq!(wrong, ["focus.spec.ts has no test “no such title”", "there is no tests/e2e/specs/nowhere.spec.ts"]);
}

/// All style sheets.
fn sheets() -> Vec<PathBuf> {
    let folders = ["style", "public"].map(|folder| fs::read_dir(root().join(folder)).unwrap());
    let files = folders.into_iter().flatten().map(|entry| entry.unwrap().path());
    files.filter(|path| path.extension().is_some_and(|extension| extension == "css")).collect()
}

/// The declarations of a sheet that name a side of the screen instead of a side of the text.
fn physical(sheet: &str) -> Vec<String> {
    let without_comments: String =
        sheet.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, after)| after)).collect();
    let declarations = without_comments.split([';', '{', '}']).filter_map(|piece| piece.trim().split_once(':'));
    let is_physical = |(property, value): &(&str, &str)| {
        let (property, value) = (property.trim(), value.trim());
        let names_side = property.split('-').any(|word| ["left", "right"].contains(&word));
        let takes_side = ["text-align", "float", "clear"].contains(&property);
        let sides: Vec<&str> = value.split_whitespace().collect();
        let differs = matches!(sides[..], [_, right, _, left] if right != left);
        names_side
            || (takes_side && ["left", "right"].contains(&value))
            || (["margin", "padding", "inset"].contains(&property) && differs)
    };
    declarations.filter(is_physical).map(|(property, value)| format!("{property}:{value}")).collect()
}

#[test]
fn styles_name_sides_of_the_text_and_not_of_the_screen() {
    let sheets = sheets();
    assert!(sheets.len() > 5, "only {} sheets were found", sheets.len());
    for path in sheets {
        assert_eq!(physical(&fs::read_to_string(&path).unwrap()), Vec::<String>::new(), "{}", path.display());
    }
}

#[test]
fn each_way_to_name_a_side_of_the_screen_is_found() {
    let sheet = "/* left: 0 */ a { margin-left: 1px; color: red } b { left: 0 } @media print { c { text-align: right;
        border-top-right-radius: 2px; padding: 1px 2px 3px 4px } } d { padding: 1px 2px 3px 2px; margin-inline: 1px }";
    let found = [
        "margin-left: 1px",
        "left: 0",
        "text-align: right",
        "border-top-right-radius: 2px",
        "padding: 1px 2px 3px 4px",
    ];
    assert_eq!(physical(sheet), found);
}
