//! Texts made alike: for finding what was meant, never for what is sent.
use super::translit::{plain_letter, small};

/// Small letters without marks, and one blank for whatever stands between words.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().map(small) {
        let plain = match letter {
            // Marks that stand for themselves, as in decomposed texts and in Arabic; the line that stretches a word.
            '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{640}' => continue,
            'ß' => {
                folded.push('s');
                's'
            }
            'ё' => 'е',
            'й' => 'и',
            'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
            'ى' => 'ي',
            'ة' => 'ه',
            '–' | '—' | '\u{a0}' | '‘' | '’' | '،' => ' ',
            letter if letter.is_ascii() && !letter.is_ascii_alphanumeric() => ' ',
            letter => plain_letter(letter).map_or(letter, |plain| char::from(plain.to_ascii_lowercase())),
        };
        // None at the beginning, and one at a time.
        if plain != ' ' || !(folded.is_empty() || folded.ends_with(' ')) {
            folded.push(plain);
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_marks_and_what_stands_between_words_do_not_matter() {
        for (text, folded) in [
            ("  São   Paulo ", "sao paulo"),
            ("SA\u{303}O PAULO", "sao paulo"),
            ("Baden-Württemberg", "baden wurttemberg"),
            ("Straße", "strasse"),
            ("ЁЛКИ ЙОД", "елки иод"),
            ("مُحَمَّد", "محمد"),
            (" – ", ""),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }
}
