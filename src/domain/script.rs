//! Which alphabets a label is written in, and whether it only looks like another one (UTS #39).

/// An alphabet, as far as host names tell them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names of Unicode's property `Script`")]
pub enum Script {
    Latin,
    Greek,
    Cyrillic,
    Armenian,
    Hebrew,
    Arabic,
    Devanagari,
    Thai,
    Georgian,
    Hangul,
    Cherokee,
    Hiragana,
    Katakana,
    Bopomofo,
    Han,
    /// One of the others.
    Other,
}

/// Where the letters of an alphabet stand, in their order. Names hold small letters only, so that not every block of
/// Unicode is here.
const BLOCKS: &[(u32, u32, Script)] = {
    use Script as S;
    &[
        (0x61, 0x7a, S::Latin),
        (0xdf, 0x2b8, S::Latin),
        (0x370, 0x3e1, S::Greek),
        (0x3f0, 0x3ff, S::Greek),
        (0x400, 0x52f, S::Cyrillic),
        (0x531, 0x58a, S::Armenian),
        (0x591, 0x5f4, S::Hebrew),
        (0x600, 0x6ff, S::Arabic),
        (0x750, 0x77f, S::Arabic),
        (0x870, 0x8e1, S::Arabic),
        (0x900, 0x97f, S::Devanagari),
        (0xe01, 0xe5b, S::Thai),
        (0x10a0, 0x10ff, S::Georgian),
        (0x1100, 0x11ff, S::Hangul),
        (0x13a0, 0x13fd, S::Cherokee),
        (0x1c80, 0x1c8a, S::Cyrillic),
        (0x1e00, 0x1eff, S::Latin),
        (0x1f00, 0x1fff, S::Greek),
        (0x2c60, 0x2c7f, S::Latin),
        (0x2d00, 0x2d2d, S::Georgian),
        (0x3005, 0x3007, S::Han),
        (0x3041, 0x309f, S::Hiragana),
        (0x30a1, 0x30ff, S::Katakana),
        (0x3105, 0x312f, S::Bopomofo),
        (0x3400, 0x9fff, S::Han),
        (0xa640, 0xa69f, S::Cyrillic),
        (0xa722, 0xa7ff, S::Latin),
        (0xab70, 0xabbf, S::Cherokee),
        (0xac00, 0xd7fb, S::Hangul),
        (0xf900, 0xfad9, S::Han),
        (0x20000, 0x3347f, S::Han),
    ]
};

/// Small letters that look like one of Latin, each beside that, where a whole word of them may be meant to deceive.
const LOOKALIKES: &[(Script, &str, &str)] = &[
    (Script::Cyrillic, "асԁеԍһіјӏорԛѕԝхуьҽпгѵѡ", "acdeghijlopqswxybenrvw"),
    (Script::Greek, "αικνροωυγητ", "aikvpowuynt"),
    (Script::Armenian, "հոսօյցզաղլ", "hnuojgqwnl"),
];

/// The alphabet of a letter; `None` for digits, marks, signs and hyphens, which go with any.
pub fn of(letter: char) -> Option<Script> {
    let code = u32::from(letter);
    let goes_with_any = match code {
        0..0x80 => !letter.is_ascii_lowercase(),
        // Marks above and below; signs and pictures; the sound marks of Japanese.
        0x80..=0xbf | 0x2b0..=0x36f | 0x2000..=0x2bff | 0x30fb..=0x30fc | 0xfe00..=0xfe0f | 0x1f000..=0x1ffff => true,
        _ => false,
    };
    let block = BLOCKS.iter().find(|(first, last, _)| (*first..=*last).contains(&code));
    (!goes_with_any).then(|| block.map_or(Script::Other, |(_, _, script)| *script))
}

/// The alphabets of a label, each with its letters, in the order in which they come.
pub fn parts(label: &str) -> Vec<(Script, String)> {
    let mut found: Vec<(Script, String)> = Vec::new();
    for letter in label.chars() {
        let Some(script) = of(letter) else { continue };
        match found.iter_mut().find(|(known, _)| *known == script) {
            Some((_, letters)) if letters.contains(letter) => {}
            Some((_, letters)) => letters.push(letter),
            None => found.push((script, letter.to_string())),
        }
    }
    found
}

/// Whether letters of several alphabets stand in one label that no language writes together. Japanese, Korean and Chinese
/// mix theirs, with Latin among them (UTS #39 5.2, "highly restrictive").
pub fn is_mixed(label: &str) -> bool {
    use Script as S;
    const TOGETHER: [&[Script]; 3] = [
        &[S::Latin, S::Han, S::Hiragana, S::Katakana],
        &[S::Latin, S::Han, S::Hangul],
        &[S::Latin, S::Han, S::Bopomofo],
    ];
    let parts = parts(label);
    parts.len() > 1 && !TOGETHER.iter().any(|together| parts.iter().all(|(script, _)| together.contains(script)))
}

/// What a label of another alphabet looks like in Latin, where each of its letters does.
pub fn reads_as(label: &str) -> Option<String> {
    let (script, _) = parts(label).into_iter().next()?;
    let (_, theirs, ours) = LOOKALIKES.iter().find(|(known, ..)| *known == script)?;
    let latin = |letter: char| match theirs.chars().position(|known| known == letter) {
        Some(place) => ours.chars().nth(place),
        None => letter.is_ascii().then_some(letter).filter(|letter| !letter.is_ascii_alphabetic()),
    };
    label.chars().map(latin).collect()
}

#[cfg(test)]
mod tests {
    use unicode_script::UnicodeScript;

    use super::*;

    /// Phonetic, historical and other letters that no registry takes.
    const RARE: [(u32, u32); 7] = [
        (0x2b0, 0x36f),
        (0x1c90, 0x1dff),
        (0x2071, 0x21ff),
        (0x3021, 0x3040),
        (0x31a0, 0x31ff),
        (0xa000, 0xab6f),
        (0xfb00, 0x1ffff),
    ];

    #[test]
    fn the_alphabets_of_small_letters_are_those_of_unicode() {
        use unicode_script::Script as U;
        for letter in (0..0x32400).filter_map(char::from_u32).filter(|c| c.is_alphabetic() && !c.is_uppercase()) {
            let expected = match letter.script() {
                U::Common | U::Inherited => continue,
                U::Latin => Script::Latin,
                U::Greek => Script::Greek,
                U::Cyrillic => Script::Cyrillic,
                U::Armenian => Script::Armenian,
                U::Hebrew => Script::Hebrew,
                U::Arabic => Script::Arabic,
                U::Devanagari => Script::Devanagari,
                U::Thai => Script::Thai,
                U::Georgian => Script::Georgian,
                U::Hangul => Script::Hangul,
                U::Cherokee => Script::Cherokee,
                U::Hiragana => Script::Hiragana,
                U::Katakana => Script::Katakana,
                U::Bopomofo => Script::Bopomofo,
                U::Han => Script::Han,
                _ => Script::Other,
            };
            // Letters that ToASCII never leaves in a name may be missing; none is taken for another alphabet's.
            let found = of(letter);
            assert!(found == Some(expected) || matches!(found, None | Some(Script::Other)), "{letter:?} {found:?}");
            let is_common_letter = idna::domain_to_ascii(&format!("{letter}.de")).is_ok()
                && idna::domain_to_unicode(&format!("{letter}.de")).0 == format!("{letter}.de");
            let is_rare = RARE.iter().any(|(first, last)| (*first..=*last).contains(&u32::from(letter)));
            assert!(
                found == Some(expected) || !is_common_letter || is_rare,
                "{letter:?} {:x} is not known",
                u32::from(letter)
            );
        }
    }

    #[test]
    fn labels_that_no_language_writes_are_told_from_those_of_one() {
        for mixed in ["pаypal", "ехаmple", "αpple", "cафе", "зα", "ａաb", "ไtест"] {
            assert!(is_mixed(mixed), "{mixed}");
        }
        for one in [
            "müller",
            "пример",
            "東京タワー",
            "ゲームセンター1",
            "x東京ひらがなカ",
            "한국漢字abc",
            "παράδειγμα",
            "a-1",
            "مثال",
        ] {
            assert!(!is_mixed(one), "{one}");
        }
        assert_eq!(parts("pаypal"), [(Script::Latin, "pyal".to_owned()), (Script::Cyrillic, "а".to_owned())]);
    }

    #[test]
    fn words_that_only_look_latin_are_read_as_they_look() {
        for (label, latin) in
            [("аррӏе", Some("apple")), ("сосо-1", Some("coco-1")), ("ροκο", Some("poko")), ("հոսօ", Some("hnuo"))]
        {
            assert_eq!(reads_as(label).as_deref(), latin, "{label}");
        }
        for label in ["пример", "apple", "müller", "москва", "αθήνα", "日本", "1", "аррlе"] {
            assert_eq!(reads_as(label), None, "{label}");
        }
    }

    #[test]
    fn each_lookalike_is_beside_its_letter() {
        for (script, theirs, ours) in LOOKALIKES {
            assert_eq!(theirs.chars().count(), ours.chars().count(), "{script:?}");
            assert!(ours.is_ascii() && theirs.chars().all(|letter| of(letter) == Some(*script)), "{script:?}");
        }
    }
}
