//! Latin letters for what is written in other alphabets: a proposal, which the customer sees and can change.
//!
//! Cyrillic as in passports (ICAO 9303, BGN/PCGN), with Ukrainian and Bulgarian letters where the text shows its language;
//! Greek by ELOT 743; of the letters with marks that Latin has, German and Nordic ones as their languages write them out.

/// The plain letters from U+00C0 on, one for each character.
const FROM_00C0: &[u8; 192] = b"\
    AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo?ouuuuytyAaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGg\
    GgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";
/// From U+1E00 on: Vietnamese and others. `?` stands for none.
const FROM_1E00: &[u8; 256] = b"\
    AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMmMmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRr\
    SsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVvWwWwWwWwWwXxXxYyZzZzZzhtwy??????AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEe\
    EeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy??????";
/// The small letters from `а` to `я`.
const CYRILLIC: [&str; 32] = [
    "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh",
    "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya",
];
/// The small letters from `α` to `ω`.
const GREEK: [&str; 25] = [
    "a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x", "o", "p", "r", "s", "s", "t", "y", "f",
    "ch", "ps", "o",
];
/// Other small letters, and signs.
const OTHERS: &[(char, &str)] = &[
    ('ä', "ae"),
    ('ö', "oe"),
    ('ü', "ue"),
    ('å', "aa"),
    ('ø', "oe"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('ß', "ss"),
    ('ẞ', "ss"),
    ('þ', "th"),
    ('ĳ', "ij"),
    ('ə', "a"),
    ('ș', "s"),
    ('ț', "t"),
    ('ơ', "o"),
    ('ư', "u"),
    ('ё', "e"),
    ('є', "ie"),
    ('і', "i"),
    ('ї', "i"),
    ('ґ', "g"),
    ('ў', "u"),
    ('ђ', "dj"),
    ('ј', "j"),
    ('љ', "lj"),
    ('њ', "nj"),
    ('ћ', "c"),
    ('џ', "dz"),
    ('ѓ', "gj"),
    ('ќ', "kj"),
    ('ѕ', "dz"),
    ('ә', "a"),
    ('ғ', "g"),
    ('қ', "k"),
    ('ң', "n"),
    ('ө', "o"),
    ('ұ', "u"),
    ('ү', "u"),
    ('һ', "h"),
    ('‘', "'"),
    ('’', "'"),
    ('ʼ', "'"),
    ('“', "\""),
    ('”', "\""),
    ('„', "\""),
    ('«', "\""),
    ('»', "\""),
    ('‐', "-"),
    ('‑', "-"),
    ('–', "-"),
    ('—', "-"),
    ('…', "..."),
    ('№', "No."),
];
/// Greek letters with accents, and those without.
const ACCENTED: (&str, &str) = ("άέήίόύώϊϋΐΰ", "αεηιουωιυιυ");

/// What the letters of a text say of its language, where a letter is written out in more than one way.
#[derive(Clone, Copy, Default)]
struct Language {
    is_ukrainian: bool,
    is_bulgarian: bool,
    /// Turkish, Azerbaijani or Hungarian: marks above vowels are left out.
    has_plain_umlauts: bool,
}

/// `text` in ASCII.
///
/// # Errors
/// The first letter that this form cannot write in Latin.
pub fn transliterate(text: &str) -> Result<String, char> {
    let letters: Vec<char> = text.chars().collect();
    let language = language(&letters);
    let mut latin = String::with_capacity(text.len());
    for (i, letter) in letters.iter().enumerate() {
        if letter.is_ascii() {
            latin.push(*letter);
            continue;
        }
        let at = |place: Option<usize>| place.and_then(|place| letters.get(place)).copied();
        let (before, after) = (at(i.checked_sub(1)), at(i.checked_add(1)));
        let small = small(*letter);
        let written = written(small, before, after, language).ok_or(*letter)?;
        // A capital that becomes several letters is all capitals only among capitals.
        let is_among_capitals = match after {
            Some(after) if is_letter(after) => is_capital(after),
            _ => before.is_some_and(is_capital),
        };
        for (j, b) in written.chars().enumerate() {
            let stays_large = is_capital(*letter) && (j == 0 || is_among_capitals);
            latin.push(if stays_large { b.to_ascii_uppercase() } else { b });
        }
    }
    Ok(latin)
}

fn language(letters: &[char]) -> Language {
    let mut language = Language::default();
    for (i, letter) in letters.iter().enumerate() {
        match small(*letter) {
            'і' | 'ї' | 'є' | 'ґ' => language.is_ukrainian = true,
            // In Russian it parts a consonant from one of these vowels; in Bulgarian it is a vowel.
            'ъ' => {
                let after = letters.get(i + 1).map(|after| small(*after));
                language.is_bulgarian |= !matches!(after, Some('е' | 'ё' | 'ю' | 'я'));
            }
            'ş' | 'ğ' | 'ı' | 'ə' | 'ő' | 'ű' => language.has_plain_umlauts = true,
            _ if *letter == 'İ' => language.has_plain_umlauts = true,
            _ => {}
        }
    }
    language
}

/// The small letter, in the alphabets that are known here: the tables of Unicode would weigh more than all else.
pub(super) fn small(letter: char) -> char {
    let code = u32::from(letter);
    let other = match code {
        0x41..=0x5a | 0xc0..=0xd6 | 0xd8..=0xde | 0x391..=0x3a9 | 0x3aa | 0x3ab | 0x410..=0x42f => code + 0x20,
        0x400..=0x40f => code + 0x50,
        0x386 => 0x3ac,
        0x388..=0x38a => code + 0x25,
        0x38c => 0x3cc,
        0x38e | 0x38f => code + 0x3f,
        0x18f => 0x259,
        0x1af => 0x1b0,
        0x1e9e => 0xdf,
        // Pairs of a capital and its small letter.
        0x132 | 0x152 | 0x15e | 0x11e | 0x150 | 0x170 | 0x218 | 0x21a | 0x1a0 => code + 1,
        0x460..=0x4bf | 0x4d0..=0x52f => code | 1,
        _ => code,
    };
    char::from_u32(other).unwrap_or(letter)
}

fn is_capital(letter: char) -> bool {
    small(letter) != letter || plain_letter(letter).is_some_and(|plain| plain.is_ascii_uppercase())
}

fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphabetic() || !letter.is_ascii()
}

fn written(letter: char, before: Option<char>, after: Option<char>, language: Language) -> Option<&'static str> {
    match letter {
        // Marks that stand after their letter.
        '\u{300}'..='\u{36f}' => return Some(""),
        'г' if language.is_ukrainian => return Some("h"),
        'и' if language.is_ukrainian => return Some("y"),
        'й' if language.is_ukrainian => return Some("i"),
        'щ' if language.is_bulgarian => return Some("sht"),
        'ъ' if language.is_bulgarian => return Some("a"),
        'ö' if language.has_plain_umlauts => return Some("o"),
        'ü' if language.has_plain_umlauts => return Some("u"),
        _ => {}
    }
    if let Some((_, written)) = OTHERS.iter().find(|(other, _)| *other == letter) {
        return Some(written);
    }
    if let Some(plain) = plain_letter(letter) {
        const LETTERS: &str = "abcdefghijklmnopqrstuvwxyz";
        let place = usize::from(plain.to_ascii_lowercase().checked_sub(b'a')?);
        return LETTERS.get(place..=place);
    }
    match u32::from(letter) {
        code @ 0x430..=0x44f => CYRILLIC.get(usize::try_from(code - 0x430).ok()?).copied(),
        0x370..=0x3ff => greek(bare(letter), before.map(|c| bare(small(c))), after.map(|c| bare(small(c)))),
        _ => None,
    }
}

/// The letter of Latin below the marks of `letter`.
pub(super) fn plain_letter(letter: char) -> Option<u8> {
    let code = usize::try_from(u32::from(letter)).ok()?;
    let found = match code {
        0xc0..=0x17f => FROM_00C0.get(code - 0xc0),
        0x1e00..=0x1eff => FROM_1E00.get(code - 0x1e00),
        _ => None,
    };
    // The sign for "times" stands among the letters.
    found.copied().filter(|plain| plain.is_ascii_alphabetic() && code != 0xd7)
}

/// A Greek letter without its accent.
fn bare(letter: char) -> char {
    let place = ACCENTED.0.chars().position(|accented| accented == letter);
    place.and_then(|place| ACCENTED.1.chars().nth(place)).unwrap_or(letter)
}

/// Greek pairs are written by how they sound.
fn greek(letter: char, before: Option<char>, after: Option<char>) -> Option<&'static str> {
    match (letter, before, after) {
        ('υ', Some('ο'), _) => return Some("u"),
        ('υ', Some('α' | 'ε' | 'η'), after) => {
            let is_voiced = after.is_some_and(|after| "αεηιουωβγδζλμνρ".contains(after));
            return Some(if is_voiced { "v" } else { "f" });
        }
        ('γ', _, Some('γ' | 'ξ' | 'χ')) => return Some("n"),
        _ => {}
    }
    let place = usize::try_from(u32::from(letter).checked_sub(0x3b1)?).ok()?;
    GREEK.get(place).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_written_as_their_countries_write_them() {
        for (text, latin) in [
            ("Zażółć gęślą jaźń, Łódź", "Zazolc gesla jazn, Lodz"),
            ("Größe & Söhne, Übersee-Straße", "Groesse & Soehne, Uebersee-Strasse"),
            ("ÄRZTE Ölwerk", "AERZTE Oelwerk"),
            ("Århus Ørsted Æbelø", "Aarhus Oersted Aebeloe"),
            ("Þór Guðmundsson", "Thor Gudmundsson"),
            ("İstanbul Büyükşehir Çağrı", "Istanbul Buyuksehir Cagri"),
            ("Kőrösi Gyümölcs", "Korosi Gyumolcs"),
            ("Plzeň Žižkov Český", "Plzen Zizkov Cesky"),
            ("Sørøya São Paulo Île-de-France", "Soeroeya Sao Paulo Ile-de-France"),
            ("Nguyễn Đức", "Nguyen Duc"),
            ("Юрий Щукин, Объект ЖЭУ", "Yuriy Shchukin, Obekt ZHEU"),
            ("ООО «Ромашка»", "OOO \"Romashka\""),
            ("Київ, Запоріжжя, Гарний", "Kyiv, Zaporizhzhya, Harnyi"),
            ("Търговище България", "Targovishte Balgariya"),
            ("Љубљана ЊЕГОШ", "Ljubljana NJEGOSH"),
            ("Αθήνα", "Athina"),
            ("Ευαγγελία Αυτόνομη Ούζο", "Evangelia Aftonomi Ouzo"),
            ("Μάμπης", "Mampis"),
            ("e\u{301}cole", "ecole"),
            ("Plain text 1", "Plain text 1"),
        ] {
            assert_eq!(transliterate(text).as_deref(), Ok(latin), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_written_in_latin_names_its_first_letter() {
        for (text, letter) in [("Ä 王小明", '王'), ("محمد", 'م'), ("a×", '×'), ("a÷", '÷'), ("ไทย", 'ไ'), ("½", '½')]
        {
            assert_eq!(transliterate(text), Err(letter), "{text}");
        }
    }

    #[test]
    fn whatever_comes_out_is_ascii() {
        for letter in (0..0x3000).filter_map(char::from_u32) {
            let latin = transliterate(&format!("a{letter}b"));
            assert!(latin.as_ref().is_ok_and(|latin| latin.is_ascii()) || latin == Err(letter), "{letter:?}");
        }
    }
}
