//! The files of words: what `scripts/dist` writes beside the form, one for each language but English.
use std::collections::BTreeMap;

use serde::Serialize;

use super::boot::Boot;
use super::config_error::SetUp;
use super::field::{FieldName, Hint, Label, Missing};
use super::finding::{Found, RuleSentence};
use super::key::{Family, Listed, StepName, Title};
use super::privacy::Privacy;
use super::problem::Wrong;
use super::say::Say;
use super::trouble::Fault;
use super::vault::VaultSay;
use super::{ar, de, en, es, ru};
use crate::domain::lang::Lang;
use crate::request::lint::Rule;
use crate::wizard::step::Step;

/// The tables of one language, which its own exhaustive matches fill.
#[derive(Clone, Copy)]
struct Tables {
    say: fn(Say) -> &'static str,
    label: fn(FieldName) -> &'static str,
    hint: fn(FieldName) -> &'static str,
    missing: fn(FieldName) -> &'static str,
    title: fn(Step) -> &'static str,
    step_name: fn(Step) -> &'static str,
    wrong: fn(Wrong) -> &'static str,
    fault: fn(Fault) -> &'static str,
    vault: fn(VaultSay) -> &'static str,
    rule: fn(Rule) -> &'static str,
    found: fn(Found) -> &'static str,
    privacy: fn(Privacy) -> &'static str,
    set_up: fn(SetUp) -> &'static str,
    boot: fn(Boot) -> &'static str,
}

macro_rules! tables {
    ($lang:ident) => {
        Tables {
            say: $lang::say::say,
            label: $lang::labels::label,
            hint: $lang::labels::hint,
            missing: $lang::labels::missing,
            title: $lang::labels::title,
            step_name: $lang::labels::step_name,
            wrong: $lang::problems::wrong,
            fault: $lang::troubles::fault,
            vault: $lang::vault::vault,
            rule: $lang::rules::sentence,
            found: $lang::found::found,
            privacy: $lang::privacy::privacy,
            set_up: $lang::config_error::set_up,
            boot: $lang::boot::boot,
        }
    };
}

fn tables(lang: Lang) -> Tables {
    match lang {
        Lang::En => tables!(en),
        Lang::Ru => tables!(ru),
        Lang::De => tables!(de),
        Lang::Es => tables!(es),
        Lang::Ar => tables!(ar),
    }
}

/// A family with its sentences in one language, in the order of the keys.
pub type Sentences = (Family, Vec<&'static str>);

/// All sentences of `lang`, by family.
pub fn sentences(lang: Lang) -> Vec<Sentences> {
    let Tables { say, label, hint, missing, title, step_name, wrong, fault, vault, rule, found, privacy, set_up, boot } =
        tables(lang);
    vec![
        family(say),
        family(|Label(name)| label(name)),
        family(|Hint(name)| hint(name)),
        family(|Missing(name)| missing(name)),
        family(|Title(step)| title(step)),
        family(|StepName(step)| step_name(step)),
        family(wrong),
        family(fault),
        family(vault),
        family(|RuleSentence(of)| rule(of)),
        family(found),
        family(privacy),
        family(set_up),
        family(boot),
    ]
}

fn family<K: Listed>(words: impl Fn(K) -> &'static str) -> Sentences {
    (K::FAMILY, K::all().into_iter().map(words).collect())
}

/// The file of words of `lang`: JSON, a list for each family.
pub fn file(lang: Lang) -> String {
    let of_form = |(family, _): &Sentences| *family != Family::Boot;
    let shown = |words: &str| if lang.is_rtl() { isolated(words) } else { words.to_owned() };
    let families: Vec<Vec<String>> = sentences(lang)
        .into_iter()
        .filter(of_form)
        .map(|(_, sentences)| sentences.into_iter().map(shown).collect())
        .collect();
    json(&families)
}

/// A sentence that is written from right to left, with names such as `*.example.com`, `xn--` and `+7 495` kept from being turned
/// around: what has signs at its edges stands in an isolate (Unicode UAX 9).
fn isolated(words: &str) -> String {
    let is_of_name = |sign: char| sign.is_ascii_graphic() && !"{}#()\"".contains(sign);
    let mut out = String::new();
    let mut rest = words;
    while let Some(start) = rest.find(is_of_name) {
        let (before, from) = rest.split_at(start);
        out.push_str(before);
        let end = from.find(|sign| !is_of_name(sign)).unwrap_or(from.len());
        // The digits of a telephone number stand in groups.
        let end = if from.starts_with('+') {
            from.find(|sign: char| !sign.is_ascii_digit() && !"+- ".contains(sign)).unwrap_or(from.len())
        } else {
            end
        };
        let name = from.get(..end).unwrap_or_default().trim_end();
        // What ends the sentence is none of the name.
        let name = name.trim_end_matches([',', ';', '?']);
        let name = if name.ends_with("*.") { name } else { name.trim_end_matches('.') };
        let edges = [name.chars().next(), name.chars().next_back()];
        let has_edge = edges.into_iter().flatten().any(|sign| !sign.is_ascii_alphanumeric());
        let place = from.strip_prefix('+').filter(|after| after.starts_with('{'));
        if let Some((place, after)) = place.and_then(|after| after.split_once('}')) {
            out.extend(["\u{2066}+", place, "}\u{2069}"]);
            rest = after;
            continue;
        }
        let is_name = has_edge && name.chars().any(|sign| sign.is_ascii_alphanumeric() || sign == '*');
        if is_name {
            out.extend(["\u{2066}", name, "\u{2069}"]);
        } else {
            out.push_str(name);
        }
        rest = from.get(name.len()..).unwrap_or_default();
        if name.is_empty() {
            let first = rest.chars().next().map_or(0, char::len_utf8);
            out.push_str(rest.get(..first).unwrap_or_default());
            rest = rest.get(first..).unwrap_or_default();
        }
    }
    out.push_str(rest);
    out
}

/// The sentences of the shell in `lang`, by their names in the page.
pub fn shell(lang: Lang) -> BTreeMap<&'static str, &'static str> {
    let boot = tables(lang).boot;
    Boot::all().into_iter().map(|key| (key.name(), boot(key))).collect()
}

/// The file of the shell's words in `lang`: a JSON object of [`shell`].
pub fn shell_file(lang: Lang) -> String {
    json(&shell(lang))
}

/// Lists and maps of texts can always be written as JSON.
fn json(texts: &impl Serialize) -> String {
    serde_json::to_string(texts).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::words::key::Key;
    use crate::words::pack::Pack;

    const OTHERS: [Lang; 4] = [Lang::Ru, Lang::De, Lang::Es, Lang::Ar];

    /// Each sentence of `lang` beside the English one.
    fn pairs(lang: Lang) -> Vec<(Family, usize, &'static str, &'static str)> {
        let all = sentences(Lang::En).into_iter().zip(sentences(lang));
        all.flat_map(|((family, english), (_, words))| {
            let pairs = english.into_iter().zip(words).enumerate();
            pairs.map(move |(index, (english, words))| (family, index, english, words)).collect::<Vec<_>>()
        })
        .collect()
    }

    /// The numbers of the places in a sentence.
    fn places(template: &str) -> BTreeSet<u32> {
        let after = |part: &str| part.chars().next().and_then(|digit| digit.to_digit(10));
        template.split('{').skip(1).filter_map(after).collect()
    }

    #[test]
    fn each_family_stands_where_its_keys_look_for_it_and_each_sentence_too() {
        for lang in Lang::ALL {
            let pack = Pack::parse(&file(lang)).unwrap();
            let of_form = sentences(lang).into_iter().filter(|(family, _)| *family != Family::Boot);
            for (place, (family, sentences)) in of_form.enumerate() {
                assert_eq!(family as usize, place, "{family:?}");
                for (index, words) in sentences.into_iter().enumerate() {
                    let found = pack.sentence(family, index).map(|found| found.replace(['\u{2066}', '\u{2069}'], ""));
                    assert_eq!(found.as_deref(), Some(words), "{lang:?} {family:?} {index}");
                }
            }
        }
        assert!(Say::all().iter().enumerate().all(|(index, key)| key.index() == index));
        assert!(RuleSentence::all().iter().enumerate().all(|(index, key)| key.index() == index));
        assert!(Label::all().iter().enumerate().all(|(index, key)| key.index() == index));
        assert!(Title::all().iter().enumerate().all(|(index, key)| key.index() == index));
    }

    #[test]
    fn what_is_written_from_left_to_right_is_not_turned_around() {
        for (words, shown) in [
            ("ضع *.example.com هنا.", "ضع ‹*.example.com› هنا."),
            ("مثل +7 495 000-00-00.", "مثل ‹+7 495 000-00-00›."),
            ("للبلد {0}: +{1}.", "للبلد {0}: ‹+{1}›."),
            ("admin@ و xn--.", "‹admin@› و ‹xn--›."),
            ("تبدأ بـ *. مثل", "تبدأ بـ ‹*.› مثل"),
            ("مفتاح P-256 (CSR) 200.", "مفتاح P-256 (CSR) 200."),
            ("من دون https:// ولا", "من دون ‹https://› ولا"),
            ("{0, plural, one {# a} other {#}}", "{0, plural, one {# a} other {#}}"),
            ("{0}: {1}", "{0}: {1}"),
            ("السؤال - أو . فقط", "السؤال - أو . فقط"),
        ] {
            assert_eq!(isolated(words).replace('\u{2066}', "‹").replace('\u{2069}', "›"), shown);
        }
    }

    #[test]
    fn each_sentence_has_the_places_of_the_english_one_and_closes_what_it_opens() {
        for lang in OTHERS {
            for (family, _, english, words) in pairs(lang) {
                assert_eq!(places(words), places(english), "{lang:?} {family:?}: {english}\n{words}");
                let (open, close) = (words.matches('{').count(), words.matches('}').count());
                assert_eq!(open, close, "{lang:?} {family:?}: {words}");
            }
        }
    }

    #[test]
    fn a_sentence_is_empty_where_the_english_one_is_and_ends_as_it_does() {
        for lang in OTHERS {
            for (family, _, english, words) in pairs(lang) {
                assert_eq!(words.is_empty(), english.is_empty(), "{lang:?} {family:?}: {english}");
                let ends = |text: &str| match text.trim_end_matches('}').chars().next_back() {
                    Some('؟') => Some('?'),
                    Some(sign @ ('.' | '?' | '…' | ':')) => Some(sign),
                    _ => None,
                };
                assert_eq!(ends(words), ends(english), "{lang:?} {family:?}: {english}\n{words}");
                assert!(!words.contains(['!', '¡']), "{lang:?}: {words}");
                assert_eq!(words.trim(), words, "{lang:?}: {words}");
            }
        }
    }

    #[test]
    fn each_number_finds_the_form_of_the_words_that_its_language_wants() {
        for lang in Lang::ALL {
            for (family, _, _, words) in pairs(lang) {
                for forms in words.split(", plural, ").skip(1) {
                    for form in lang.plurals() {
                        let marked = [" ", form.name(), " {"].concat();
                        assert!(
                            [" ", forms].concat().contains(&marked),
                            "{lang:?} {family:?}: no form “{}” in {words}",
                            form.name()
                        );
                    }
                    assert!(forms.contains("other {"), "{lang:?}: {words}");
                }
            }
        }
    }

    /// What is the same in a language as in English, and rightly so.
    fn is_shared(words: &str) -> bool {
        const SHARED: [&str; 15] = [
            "{0} – {1}",
            "{0} {1}",
            "{0}, {1}",
            "Error: {0}",
            "Error",
            "“{0}”: {1}",
            "{0}: {1}",
            "For {0}: +{1}.",
            "DNS",
            "OK",
            "System",
            "Name",
            "Detail",
            "PIN",
            "No",
        ];
        SHARED.contains(&words) || !words.chars().any(char::is_alphabetic)
    }

    #[test]
    fn no_sentence_promises_what_nobody_can_keep() {
        let promises = [
            "zero knowledge",
            "zero-knowledge",
            "military",
            "unbreakable",
            "conocimiento cero",
            "нулевым разглашением",
            "нулевым знанием",
            "المعرفة الصفرية",
            "100 %",
            "100%",
        ];
        for lang in Lang::ALL {
            for (family, _, _, words) in pairs(lang) {
                let said = words.to_lowercase();
                assert!(!promises.iter().any(|promise| said.contains(promise)), "{lang:?} {family:?}: {words}");
            }
        }
    }

    #[test]
    fn nothing_is_left_in_english() {
        for lang in OTHERS {
            let same: Vec<_> = pairs(lang).into_iter().filter(|(_, _, english, words)| english == words).collect();
            let left: Vec<_> = same.iter().filter(|(_, _, _, words)| !is_shared(words)).collect();
            assert!(left.is_empty(), "{lang:?}: {left:?}");
        }
    }

    #[test]
    fn languages_of_other_letters_have_no_english_words_in_their_sentences() {
        for (lang, letters) in [(Lang::Ru, 'а'..='я'), (Lang::Ar, 'ء'..='ي')] {
            for (family, _, english, words) in pairs(lang) {
                let has = words.to_lowercase().chars().any(|letter| letters.contains(&letter));
                let needs = english.chars().any(|letter| letter.is_ascii_lowercase());
                assert!(has || !needs || is_shared(words) || !english.contains(' '), "{lang:?} {family:?}: {words}");
            }
        }
    }
}
