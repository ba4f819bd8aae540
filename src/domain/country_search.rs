//! Finds a country by what people type: its code, a name in any language of the form, or what it is called besides.
use super::country::CountryCode;
use super::fold::fold;
use super::translit::transliterate;

/// What countries are called besides their names and the standard's codes, by code.
const CALLED: [(&str, &str); 7] = [
    ("usa", "US"),
    ("сша", "US"),
    ("uae", "AE"),
    ("оаэ", "AE"),
    ("great britain", "GB"),
    ("england", "GB"),
    ("holland", "NL"),
];

/// How well a text fits a country; the smaller, the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Code,
    Name,
    Beginning,
    Word,
    Inside,
}

/// All countries with what they can be found by.
#[derive(Debug)]
pub struct Countries(Vec<Entry>);

#[derive(Debug)]
struct Entry {
    code: CountryCode,
    codes: Vec<String>,
    names: Vec<String>,
}

impl Countries {
    /// `names` of a country in all languages, the one in use first; they stand in the order of that.
    pub fn new(names: impl Fn(CountryCode) -> Vec<String>) -> Self {
        let mut all: Vec<Entry> = CountryCode::all().map(|code| Entry::new(code, &names(code))).collect();
        all.sort_by(|a, b| a.names.first().cmp(&b.names.first()));
        Self(all)
    }

    /// All of them.
    pub fn all(&self) -> Vec<CountryCode> {
        self.0.iter().map(|entry| entry.code).collect()
    }

    /// Those that `typed` fits, the best first: code or alias, then a whole name, then how a name begins, how one of its words
    /// begins, and what stands inside. Nothing typed fits all.
    pub fn find(&self, typed: &str) -> Vec<CountryCode> {
        self.fits(&fold(typed)).into_iter().map(|(_, code)| code).collect()
    }

    /// The country that `typed` means without a doubt: it is its code or its name, or nothing else fits.
    pub fn meant(&self, typed: &str) -> Option<CountryCode> {
        let typed = fold(typed);
        let fits = self.fits(&typed);
        let is_sure = |fit: Fit| fit <= Fit::Name;
        match fits.as_slice() {
            _ if typed.is_empty() => None,
            [(_, only)] => Some(*only),
            [(Fit::Code, code), ..] => Some(*code),
            [(Fit::Name, code), (next, _), ..] if !is_sure(*next) => Some(*code),
            _ => None,
        }
    }

    fn fits(&self, typed: &str) -> Vec<(Fit, CountryCode)> {
        let mut found: Vec<_> =
            self.0.iter().filter_map(|entry| entry.fit(typed).map(|fit| (fit, entry.code))).collect();
        found.sort_by_key(|(fit, _)| *fit);
        found
    }
}

impl Entry {
    fn new(code: CountryCode, names: &[String]) -> Self {
        let own = [code.as_str().to_ascii_lowercase()];
        let aliases = CountryCode::ALIASES.into_iter().filter(|(_, meant)| *meant == code);
        let called = CALLED.into_iter().filter(|(_, meant)| *meant == code.as_str());
        let codes = own.into_iter().chain(aliases.map(|(alias, _)| alias.to_ascii_lowercase()));
        let mut all: Vec<String> = Vec::new();
        let latin = names.iter().filter_map(|name| transliterate(name).ok());
        // As the box shows it.
        let shown = names.first().map(|name| [code.as_str(), " ", name].concat());
        for name in names.iter().cloned().chain(latin).chain(shown) {
            let name = fold(&name);
            if !name.is_empty() && !all.contains(&name) {
                all.push(name);
            }
        }
        Self { code, codes: codes.chain(called.map(|(word, _)| word.to_owned())).collect(), names: all }
    }

    fn fit(&self, typed: &str) -> Option<Fit> {
        if self.codes.iter().any(|code| code == typed) {
            return Some(Fit::Code);
        }
        let name = self.names.iter().filter_map(|name| fit(name, typed)).min();
        let code = self.codes.iter().any(|code| code.starts_with(typed)).then_some(Fit::Beginning);
        name.into_iter().chain(code).min()
    }
}

fn fit(name: &str, typed: &str) -> Option<Fit> {
    let rest = name.strip_prefix(typed);
    match rest {
        Some("") => Some(Fit::Name),
        Some(_) => Some(Fit::Beginning),
        None if name.split(' ').any(|word| word.starts_with(typed)) => Some(Fit::Word),
        None if name.contains(&[" ", typed].concat()) => Some(Fit::Word),
        // One letter stands inside of nearly all.
        None if typed.chars().nth(1).is_some() && name.contains(typed) => Some(Fit::Inside),
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Some names as browsers give them, in English, German, Spanish, Russian and Arabic.
    const NAMES: [(&str, [&str; 5]); 14] = [
        ("AT", ["Austria", "Österreich", "Austria", "Австрия", "النمسا"]),
        ("AU", ["Australia", "Australien", "Australia", "Австралия", "أستراليا"]),
        (
            "AE",
            [
                "United Arab Emirates",
                "Vereinigte Arabische Emirate",
                "Emiratos Árabes Unidos",
                "ОАЭ",
                "الإمارات العربية المتحدة",
            ],
        ),
        ("CI", ["Côte d’Ivoire", "Côte d’Ivoire", "Costa de Marfil", "Кот-д’Ивуар", "ساحل العاج"]),
        ("DE", ["Germany", "Deutschland", "Alemania", "Германия", "ألمانيا"]),
        ("DK", ["Denmark", "Dänemark", "Dinamarca", "Дания", "الدانمرك"]),
        ("DZ", ["Algeria", "Algerien", "Argelia", "Алжир", "الجزائر"]),
        ("ES", ["Spain", "Spanien", "España", "Испания", "إسبانيا"]),
        ("GB", ["United Kingdom", "Vereinigtes Königreich", "Reino Unido", "Великобритания", "المملكة المتحدة"]),
        ("GR", ["Greece", "Griechenland", "Grecia", "Греция", "اليونان"]),
        ("NE", ["Niger", "Niger", "Níger", "Нигер", "النيجر"]),
        ("NG", ["Nigeria", "Nigeria", "Nigeria", "Нигерия", "نيجيريا"]),
        ("RU", ["Russia", "Russland", "Rusia", "Россия", "روسيا"]),
        ("US", ["United States", "Vereinigte Staaten", "Estados Unidos", "Соединенные Штаты", "الولايات المتحدة"]),
    ];

    fn named(first: usize) -> Countries {
        Countries::new(|code| {
            let known = NAMES.iter().find(|(known, _)| *known == code.as_str());
            let names = known.map(|(_, names)| names.map(str::to_owned).to_vec());
            names
                .map(|mut names| {
                    names.rotate_left(first);
                    names
                })
                .unwrap_or_default()
        })
    }

    fn found(typed: &str) -> String {
        let codes = named(0).find(typed);
        codes.iter().map(CountryCode::as_str).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_country_is_found_by_code_alias_and_name_in_every_language_whatever_the_page_speaks() {
        for first in 0..5 {
            let countries = named(first);
            for (code, names) in NAMES {
                for typed in names.into_iter().chain([code]) {
                    let meant = countries.meant(typed).unwrap();
                    assert_eq!(meant.as_str(), code, "{typed} on page {first}");
                    assert_eq!(countries.find(typed).first(), Some(&meant), "{typed}");
                }
            }
        }
        for (typed, code) in [("UK", "GB"), ("el", "GR"), ("USA", "US"), ("England", "GB")] {
            assert_eq!(named(0).meant(typed).unwrap().as_str(), code, "{typed}");
        }
    }

    #[test]
    fn case_marks_dashes_and_apostrophes_do_not_matter() {
        for (typed, code) in [
            ("osterreich", "AT"),
            ("OESTERREICH", "AT"),
            ("O\u{308}sterreich", "AT"),
            ("espana", "ES"),
            ("cote d'ivoire", "CI"),
            ("  кот д ивуар ", "CI"),
            ("РОССИЯ", "RU"),
            ("rossiya", "RU"),
            ("اسبانيا", "ES"),
            ("US – United States", "US"),
            ("us united st", "US"),
        ] {
            assert_eq!(named(0).meant(typed).unwrap().as_str(), code, "{typed}");
        }
    }

    #[test]
    fn the_best_fit_comes_first() {
        // The code, then what begins so, then a word of "Costa de Marfil".
        assert_eq!(found("de"), "DE DK CI");
        assert_eq!(found("niger"), "NE NG");
        assert_eq!(found("unit"), "AE GB US");
        assert_eq!(found("kingdom"), "GB");
        assert_eq!(found("xyzzy"), "");
    }

    #[test]
    fn what_fits_several_is_not_taken_for_one() {
        for typed in ["", " ", "unit", "a", "xyzzy", "vereinigte"] {
            assert_eq!(named(0).meant(typed), None, "{typed}");
        }
        assert_eq!(named(0).meant("kingd").unwrap().as_str(), "GB", "the only one");
        assert_eq!(named(0).find("").len(), 249);
    }
}
