//! Texts of the billing system without their HTML: they are shown as text, never as markup.

/// Tags that begin a new line.
const BREAKS: [&str; 5] = ["br", "p", "div", "li", "tr"];

/// `html` as plain text: tags go (some leave a line break), the usual entities are decoded, blanks are folded, and
/// characters that would change the direction of what is read are left out.
pub(super) fn plain(html: &str) -> String {
    let mut lines = vec![String::new()];
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        add(&mut lines, before);
        match tag(after) {
            Some((name, following)) => {
                rest = following;
                if BREAKS.contains(&name.as_str()) {
                    lines.push(String::new());
                } else if name == "td" {
                    add(&mut lines, " ");
                }
            }
            None if after.contains('>') => {
                add(&mut lines, "<");
                rest = after;
            }
            // No tag ends from here on; looking at each "<" would take quadratic time.
            None => {
                add(&mut lines, "<");
                add(&mut lines, after);
                rest = "";
            }
        }
    }
    add(&mut lines, rest);
    let lines: Vec<String> = lines.iter().map(|line| fold(&decode(line))).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

fn add(lines: &mut [String], text: &str) {
    if let Some(line) = lines.last_mut() {
        line.push_str(text);
    }
}

/// The name of the tag that `text` (what follows `<`) begins with, and what follows the tag.
fn tag(text: &str) -> Option<(String, &str)> {
    if !text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!') {
        return None;
    }
    let (inside, following) = text.split_once('>')?;
    let name = inside.trim_start_matches('/').split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    Some((name.to_ascii_lowercase(), following))
}

fn decode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let known = ENTITIES.iter().find_map(|(name, c)| Some((c, after.strip_prefix(name)?)));
        if let Some((c, following)) = known {
            out.push(*c);
            rest = following;
        } else {
            out.push('&');
            rest = after;
        }
    }
    out + rest
}

const ENTITIES: [(&str, char); 9] = [
    ("amp;", '&'),
    ("lt;", '<'),
    ("gt;", '>'),
    ("quot;", '"'),
    ("apos;", '\''),
    ("#39;", '\''),
    ("#039;", '\''),
    ("nbsp;", ' '),
    ("euro;", '€'),
];

fn fold(line: &str) -> String {
    let words: Vec<&str> = line.split_whitespace().collect();
    let mut folded = words.join(" ");
    folded.retain(|c| !c.is_control() && !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'));
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_the_text_a_reader_would_see() {
        for (html, text) in [
            ("DV single", "DV single"),
            ("<b>DV</b> single<br/>for <i class=\"x\">one</i> name", "DV single\nfor one name"),
            ("<p>One</p>\n<p>Two</p>", "One\nTwo"),
            ("<tr><td>a</td><td>b</td></tr>", "a b"),
            ("Smith &amp; Sons &lt;b&gt; &quot;x&quot; it&#39;s&nbsp;5\u{a0}EUR", "Smith & Sons <b> \"x\" it's 5 EUR"),
            ("&amp;lt;b&amp;gt;", "&lt;b&gt;"),
            ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
            ("a <b", "a <b"),
            ("AT&T &unknown; &", "AT&T &unknown; &"),
            ("<!-- note -->text", "text"),
            ("  a \n\t b  ", "a b"),
            ("pay\u{202e}lap\u{7}", "paylap"),
            ("", ""),
        ] {
            assert_eq!(plain(html), text, "{html:?}");
        }
    }

    #[test]
    fn a_million_open_brackets_take_no_time() {
        let text = "<a".repeat(1_000_000);
        assert_eq!(plain(&text), text);
    }
}
