//! The shape of the code, held: which way imports point, how long files and functions are, where the browser may be named.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test may end here; the lints exempt only the test functions themselves"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use cert_order::wizard::step::Step;

/// The most lines of a file, its tests included.
const FILE_LINES: usize = 400;
/// The most lines of a function.
const FUNCTION_LINES: usize = 50;

/// A source file: its path from the root of the project, and its text.
struct Source {
    path: String,
    text: String,
}

impl Source {
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(i, line)| (i + 1, line))
    }

    /// Lines of code: what is not a comment.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.lines().filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// `path:line` of each line of code that `is_bad`.
    fn offences(&self, is_bad: impl Fn(&str) -> bool) -> Vec<String> {
        self.code().filter(|(_, line)| is_bad(line)).map(|(i, _)| format!("{}:{i}", self.path)).collect()
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All Rust files below `folder`.
fn sources(folder: &str) -> Vec<Source> {
    let mut found = Vec::new();
    let mut open = vec![root().join(folder)];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/");
                found.push(Source { path: name, text: fs::read_to_string(&path).unwrap() });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!found.is_empty(), "no Rust file below {folder}");
    found
}

fn all_sources() -> Vec<Source> {
    ["src", "sandbox/src", "sandbox/tests", "tests"]
        .into_iter()
        .filter(|folder| root().join(folder).exists())
        .flat_map(sources)
        .collect()
}

fn none(offences: &[String], rule: &str) {
    assert!(offences.is_empty(), "{rule}:\n{}", offences.join("\n"));
}

#[test]
fn no_file_is_longer_than_four_hundred_lines() {
    let long = all_sources().into_iter().filter(|source| source.text.lines().count() > FILE_LINES);
    none(&long.map(|source| source.path).collect::<Vec<_>>(), "split these files");
}

#[test]
fn no_function_is_longer_than_fifty_lines() {
    // A language is one exhaustive match from texts to sentences: splitting it would hide what is missing.
    let sources = all_sources().into_iter().filter(|source| !source.path.starts_with("src/words/"));
    let long: Vec<String> = sources.flat_map(|source| long_functions(&source.path, &source.text)).collect();
    none(&long, "split these functions");
}

/// `path:line` of functions that are too long. The formatter puts the closing brace below the first letter.
fn long_functions(path: &str, text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        let code = line.trim_start();
        let indent = line.len() - code.len();
        let is_function = code.split("fn ").next().is_some_and(|before| {
            before.split_whitespace().all(|word| word.starts_with("pub") || ["const", "async"].contains(&word))
        });
        if !is_function || !code.contains("fn ") || code.ends_with('}') || code.ends_with(';') {
            continue;
        }
        let end = format!("{}}}", " ".repeat(indent));
        let length = lines.iter().skip(i).position(|line| **line == end).map_or(0, |last| last + 1);
        if length > FUNCTION_LINES {
            found.push(format!("{path}:{}: {length} lines", i + 1));
        }
    }
    found
}

#[test]
fn long_functions_are_found_and_short_ones_are_not() {
    let body = "    let x = 1;\n".repeat(49);
    let long = format!("pub fn long(\n    x: u32,\n) {{\n{body}}}\n\nfn short() {{\n    f();\n}}\n");
    assert_eq!(long_functions("x.rs", &long), ["x.rs:1: 53 lines"]);
    let nested = format!("impl X {{\n    pub(super) async fn f() {{\n{}    }}\n}}\n", "        g();\n".repeat(49));
    assert_eq!(long_functions("x.rs", &nested), ["x.rs:2: 51 lines"]);
}

#[test]
fn each_file_begins_by_saying_what_it_is_for() {
    let silent = all_sources().into_iter().filter(|source| !source.text.starts_with("//! "));
    none(&silent.map(|source| source.path).collect::<Vec<_>>(), "these files lack a first line of documentation");
}

#[test]
fn nothing_is_left_for_later() {
    let marks = ["TODO", "FIXME", "XXX", "#[ignore", "todo!(", "unimplemented!("];
    let here = file!().replace('\\', "/");
    let offences: Vec<String> = all_sources()
        .iter()
        .filter(|source| source.path != here)
        .flat_map(|source| {
            let marked = source.lines().filter(|(_, line)| marks.iter().any(|mark| line.contains(mark)));
            marked.map(|(i, _)| format!("{}:{i}", source.path)).collect::<Vec<_>>()
        })
        .collect();
    none(&offences, "finish these");
}

#[test]
fn only_the_browsers_layer_knows_for_what_it_is_compiled() {
    let offences: Vec<String> = sources("src")
        .iter()
        .filter(|source| !["src/lib.rs", "src/main.rs"].contains(&source.path.as_str()))
        .filter(|source| !source.path.starts_with("src/browser/"))
        .flat_map(|source| source.offences(|line| line.contains("target_arch") || line.contains("target_family")))
        .collect();
    none(&offences, "the core must be the same everywhere");
}

#[test]
fn unsafe_code_is_only_where_the_wasm_is_cut() {
    let offences: Vec<String> = all_sources()
        .iter()
        .filter(|source| !["src/split.rs", file!()].contains(&source.path.as_str()))
        .flat_map(|source| source.offences(|line| line.contains("(unsafe_code") && !line.contains("forbid")))
        .collect();
    none(&offences, "the rest does without");
}

/// What of the browser's layer belongs to the rest of the form: the first page reaches it by `Rest` alone.
#[test]
fn the_first_page_does_not_name_the_rest() {
    let of_the_rest = [
        "update::update",
        "deeds::",
        "ports::verify",
        "ports::keep",
        "ports::vault",
        "vault_deeds::",
        "log_in::page",
        "elsewhere::page",
    ];
    let offences: Vec<String> = sources("src/browser")
        .iter()
        .filter(|source| {
            !["src/browser/rest.rs", "src/browser/deeds.rs", "src/browser/vault_deeds.rs"]
                .contains(&source.path.as_str())
        })
        .filter(|source| !source.path.starts_with("src/browser/pages/") && !source.path.contains("/ports/"))
        .flat_map(|source| source.offences(|line| of_the_rest.iter().any(|name| line.contains(name))))
        .collect();
    none(&offences, "go by Ui::rest, or a first visit loads it all");
}

/// What each module may import besides itself.
const MAY_IMPORT: [(&str, &[&str]); 7] = [
    ("domain", &[]),
    ("request", &["domain"]),
    ("billing", &["domain", "request"]),
    ("config", &["billing", "domain", "request"]),
    ("wizard", &["billing", "config", "domain", "request"]),
    ("words", &["billing", "config", "domain", "request", "wizard"]),
    ("browser", &["billing", "config", "domain", "request", "wizard", "words"]),
];

/// The modules of this crate that a line names.
fn imports(line: &str) -> Vec<&str> {
    let after = line.split("crate::").skip(1).filter(|rest| !rest.is_empty());
    after
        .flat_map(|rest| {
            let list = rest.strip_prefix('{').map_or(rest, |list| list.split_once('}').map_or(list, |(list, _)| list));
            let separators: &[char] = if rest.starts_with('{') { &[','] } else { &['\0'] };
            let names = list.split(separators);
            names
                .filter_map(|name| name.trim().split(|c: char| !c.is_alphanumeric() && c != '_').next())
                .collect::<Vec<_>>()
        })
        .filter(|name| !name.is_empty())
        .collect()
}

#[test]
fn imports_are_read_in_each_way_of_writing() {
    assert_eq!(imports("use crate::domain::text::Line;"), ["domain"]);
    assert_eq!(imports("use crate::{billing::doc, words};"), ["billing", "words"]);
    assert_eq!(imports("fn f(a: crate::wizard::Model, b: &crate::words::Words)"), ["wizard", "words"]);
    assert_eq!(imports("pub(in crate::words) fn label()"), ["words"]);
    assert!(imports("use super::draft::Drafts;").is_empty());
}

#[test]
fn imports_point_one_way() {
    let mut offences = Vec::new();
    for source in sources("src") {
        let inside = source.path.trim_start_matches("src/").trim_end_matches(".rs");
        let module = inside.split('/').next().unwrap();
        if ["lib", "main", "split"].contains(&module) {
            continue;
        }
        let rule = MAY_IMPORT.iter().find(|(name, _)| *name == module);
        let (_, allowed) = rule.unwrap_or_else(|| panic!("say in this test what {module} may import"));
        let is_bad = |line: &str| {
            let is_foreign = imports(line).iter().any(|name| *name != module && !allowed.contains(name));
            // Two steps up from a file of its own is the root, where every module can be had.
            is_foreign || line.contains("super::super::super") || line.contains("use crate::*")
        };
        offences.extend(source.offences(is_bad));
    }
    none(&offences, "these lines import what lies outward");
}

#[test]
fn nothing_reaches_the_root_by_way_of_its_parents() {
    let deep = |source: &Source| source.path.matches('/').count() > 2;
    let offences: Vec<String> = sources("src")
        .iter()
        .filter(|source| !deep(source))
        .flat_map(|source| source.offences(|line| line.contains("super::super::")))
        .collect();
    none(&offences, "say crate:: instead");
}

/// File names without extension in a folder, `mod` aside.
fn names(folder: &str) -> BTreeSet<String> {
    let files = fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path());
    let rust = files.filter(|path| path.extension().is_some_and(|extension| extension == "rs"));
    rust.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).filter(|name| name != "mod").collect()
}

#[test]
fn each_step_has_one_file_of_its_name_in_each_layer() {
    let steps: BTreeSet<String> = Step::ALL.into_iter().map(|step| step.slug().to_owned()).collect();
    assert_eq!(names("src/wizard/steps"), steps);
    let missing: Vec<String> = steps.difference(&names("src/browser/pages")).cloned().collect();
    none(&missing, "src/browser/pages lacks a file for these");
}

#[test]
fn the_page_is_never_built_from_markup_or_inline_styles() {
    // Names of the DOM and of Leptos by which text would become markup or a style attribute.
    let words = ["inner_html", "innerHTML", "outer_html", "outerHTML", "insert_adjacent", "insertAdjacent"];
    let styles = [" style=", "\tstyle=", " style:", "attribute(\"style\"", ".style(", "cssText", "css_text"];
    let offences: Vec<String> = sources("src/browser")
        .iter()
        // The operator's colours go to the page's root by `setProperty`, which makes no attribute that the policy would block.
        .filter(|source| source.path != "src/browser/ports/theme.rs")
        .flat_map(|source| {
            source.offences(|line| {
                words.iter().chain(&styles).any(|word| line.contains(word)) || line.starts_with("style=")
            })
        })
        .collect();
    none(&offences, "text stays text, and styles live in style/");
}

/// Whether code reads JSON by `serde_json`, or makes a tree of it: only its two writers are small.
fn is_json_of_serde(line: &str) -> bool {
    line.contains("json!") || line.replace("serde_json::to_string", "").contains("serde_json")
}

#[test]
fn json_is_read_by_our_own_reader() {
    let mut offences = Vec::new();
    for mut source in sources("src") {
        if let Some((code, _tests)) = source.text.split_once("#[cfg(test)]") {
            source.text = code.to_owned();
        }
        offences.extend(source.offences(is_json_of_serde));
    }
    none(&offences, "read by crate::domain::json, and write structs that derive Serialize");
}

#[test]
fn each_way_to_the_trees_of_serde_json_is_found() {
    for line in
        ["use serde_json::Value;", "let x = json!({});", "    serde_json::from_str(text)", "use serde_json as j;"]
    {
        assert!(is_json_of_serde(line), "{line}");
    }
    assert!(!is_json_of_serde("    serde_json::to_string_pretty(&receipt).ok()"));
    assert!(!is_json_of_serde("use crate::domain::json::{self, Json};"));
}

/// Lines `name = …` in the tables of dependencies of a manifest, with the line above each.
fn dependencies(manifest: &str) -> Vec<(String, String, String)> {
    let mut table = String::new();
    let mut above = String::new();
    let mut found = Vec::new();
    let mut is_inside = false;
    for line in manifest.lines() {
        if line.starts_with('[') {
            line.clone_into(&mut table);
        } else if table.ends_with("dependencies]") && !is_inside {
            let name = line.split_once('=').map(|(name, _)| name.trim()).filter(|name| !name.starts_with('#'));
            found.extend(name.map(|name| (table.clone(), name.to_owned(), above.clone())));
        }
        // A list of features over several lines is no list of dependencies.
        is_inside = (is_inside || line.ends_with('[')) && !line.starts_with(']');
        line.clone_into(&mut above);
    }
    found
}

#[test]
fn each_dependency_says_why_it_is_there() {
    for manifest in ["Cargo.toml", "sandbox/Cargo.toml"] {
        let found = dependencies(&fs::read_to_string(root().join(manifest)).unwrap());
        assert!(found.len() > 5, "{manifest}");
        let unexplained = found.into_iter().filter(|(_, _, above)| !above.starts_with("# "));
        let offences: Vec<String> = unexplained.map(|(table, name, _)| format!("{manifest} {table} {name}")).collect();
        none(&offences, "give each a line of reason above it");
    }
}

#[test]
fn crates_of_the_browser_are_dependencies_of_the_wasm_build_alone() {
    let found = dependencies(&fs::read_to_string(root().join("Cargo.toml")).unwrap());
    let is_of_the_browser = |name: &str| {
        ["leptos", "web-sys", "js-sys", "idb", "getrandom"].contains(&name)
            || ["gloo", "wasm-bindgen"].iter().any(|start| name.starts_with(start))
    };
    let offences: Vec<String> = found
        .into_iter()
        .filter(|(table, name, _)| is_of_the_browser(name) && !table.contains("cfg(target_arch = \"wasm32\")"))
        .map(|(table, name, _)| format!("{table} {name}"))
        .collect();
    none(&offences, "a native build must not be able to import these");
}
