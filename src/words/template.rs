//! Sentences with places to be filled in: the part of ICU's message format that this form needs.
//!
//! `{0}` is an argument; `{0, plural, one {# name} other {# names}}` is what stands beside the number that argument 0 is, where
//! `#` is that number. Places may stand inside the forms of a plural.
use super::speech::{Arg, Speech};

/// Fills `template` in. What a sentence has no argument for stays empty; tests hold that no sentence of any language does.
pub(super) fn fill(speech: &Speech, template: &str, args: &[Arg<'_>]) -> String {
    let mut words = String::with_capacity(template.len().saturating_mul(2));
    write(speech, template, args, None, &mut words);
    words
}

fn write(speech: &Speech, template: &str, args: &[Arg<'_>], number: Option<Arg<'_>>, words: &mut String) {
    let mut rest = template;
    while let Some(at) = rest.find(['{', '#']) {
        let (before, from) = rest.split_at(at);
        words.push_str(before);
        if let Some(after) = from.strip_prefix('#') {
            match number {
                Some(number) => words.push_str(&figures(speech, number)),
                None => words.push('#'),
            }
            rest = after;
            continue;
        }
        let (place, after) = braced(from);
        write_place(speech, place, args, words);
        rest = after;
    }
    words.push_str(rest);
}

fn write_place(speech: &Speech, place: &str, args: &[Arg<'_>], words: &mut String) {
    let (index, plural) = place.split_once(", plural, ").map_or((place, None), |(index, forms)| (index, Some(forms)));
    let arg = index.parse().ok().and_then(|index: usize| args.get(index));
    match (arg, plural) {
        (Some(Arg::Text(text)), _) => speech.push_foreign(text, words),
        (Some(Arg::Words(text)), _) => words.push_str(text),
        (Some(arg @ (Arg::Number(number) | Arg::Figures(number))), Some(forms)) => {
            let form = form(forms, speech.lang().plural(*number).name());
            write(speech, form, args, Some(*arg), words);
        }
        (Some(arg), None) => words.push_str(&figures(speech, *arg)),
        (None, _) => {}
    }
}

fn figures(speech: &Speech, number: Arg<'_>) -> String {
    match number {
        Arg::Number(number) => speech.number(number),
        Arg::Figures(number) => number.to_string(),
        Arg::Text(_) | Arg::Words(_) => String::new(),
    }
}

/// What stands between the brace that `text` begins with and the one that closes it, and what comes after.
fn braced(text: &str) -> (&str, &str) {
    let mut depth = 0_usize;
    for (at, sign) in text.char_indices() {
        match sign {
            '{' => depth = depth.saturating_add(1),
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            let inner = text.get(1..at).unwrap_or_default();
            return (inner, text.get(at.saturating_add(1)..).unwrap_or_default());
        }
    }
    (text.get(1..).unwrap_or_default(), "")
}

/// The form called `name` among `one {…} other {…}`; `other` where there is none such.
fn form<'a>(forms: &'a str, name: &str) -> &'a str {
    let (mut rest, mut other) = (forms, "");
    while let Some((called, from)) = rest.find('{').map(|at| rest.split_at(at)) {
        let (inner, after) = braced(from);
        match called.trim() {
            called if called == name => return inner,
            "other" => other = inner,
            _ => {}
        }
        rest = after;
    }
    other
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::lang::Lang;

    fn english(template: &str, args: &[Arg<'_>]) -> String {
        fill(&Speech::ENGLISH, template, args)
    }

    #[test]
    fn places_are_filled_in_their_order_and_more_than_once() {
        assert_eq!(english("{1} and {0}, {1}", &[Arg::Text("a"), Arg::Number(7)]), "7 and a, 7");
        assert_eq!(english("no place", &[]), "no place");
        assert_eq!(english("# {0}", &[Arg::Text("#{0}")]), "# #{0}");
    }

    #[test]
    fn a_number_chooses_the_form_of_the_words_beside_it() {
        let template = "{0, plural, one {# name at {1}} other {# names at {1} each}}.";
        assert_eq!(english(template, &[Arg::Number(1), Arg::Text("€5")]), "1 name at €5.");
        assert_eq!(english(template, &[Arg::Number(2), Arg::Text("€5")]), "2 names at €5 each.");
        let russian = Speech::of(Lang::Ru, None);
        let template = "{0, plural, one {# имя} few {# имени} many {# имён} other {# имени}}";
        for (number, words) in [(1, "1 имя"), (3, "3 имени"), (5, "5 имён"), (21, "21 имя"), (111, "111 имён")]
        {
            assert_eq!(fill(&russian, template, &[Arg::Number(number)]), words);
        }
        assert_eq!(fill(&russian, "{0, plural, one {x} other {y}}", &[Arg::Number(5)]), "y");
    }

    #[test]
    fn what_is_not_well_written_neither_panics_nor_shows_its_braces() {
        for template in
            ["{", "{0", "}", "{x}", "{9}", "{0, plural, }", "{0, plural, one}", "{0, plural, one {", "{{{", "{}"]
        {
            let words = english(template, &[Arg::Number(1)]);
            assert!(!words.contains('{'), "{template}: {words}");
        }
    }
}
