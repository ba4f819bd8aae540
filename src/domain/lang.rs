//! The languages of the form.

/// A language that every sentence of the form is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lang {
    /// English, which is compiled in.
    En,
    /// Russian.
    Ru,
    /// German.
    De,
    /// Spanish.
    Es,
    /// Arabic, which is written from right to left.
    Ar,
}

/// The form that a word takes beside a number (CLDR plural categories).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "CLDR's own names")]
pub enum Plural {
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

impl Lang {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::En, Self::De, Self::Es, Self::Ru, Self::Ar];

    /// Its tag (BCP 47), as in `lang="…"` and in calls to the billing system.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ru => "ru",
            Self::De => "de",
            Self::Es => "es",
            Self::Ar => "ar",
        }
    }

    /// The tag by which `Intl` writes numbers, money and dates. Arabic takes Latin figures: those of domain names, addresses
    /// and amounts beside them are Latin too, and two kinds on one page are easily misread.
    pub fn formats_tag(self) -> &'static str {
        match self {
            Self::Ar => "ar-u-nu-latn",
            other => other.tag(),
        }
    }

    /// What its speakers call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Ru => "Русский",
            Self::De => "Deutsch",
            Self::Es => "Español",
            Self::Ar => "العربية",
        }
    }

    /// Whether it is written from right to left.
    pub fn is_rtl(self) -> bool {
        self == Self::Ar
    }

    /// The language of a tag such as `de-AT`; the region is not looked at.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|lang| lang.tag().eq_ignore_ascii_case(primary))
    }

    /// The first of the tags in `wanted` that is among `offered`; else the first one offered, else English.
    pub fn choose<'a>(wanted: impl IntoIterator<Item = &'a str>, offered: &[Self]) -> Self {
        let wanted = wanted.into_iter().filter_map(Self::from_tag).find(|lang| offered.contains(lang));
        wanted.or_else(|| offered.first().copied()).unwrap_or(Self::En)
    }

    /// The form of a word beside the whole number `n` (CLDR 48, cardinal rules).
    pub fn plural(self, n: usize) -> Plural {
        match self {
            Self::En | Self::De => {
                if n == 1 {
                    Plural::One
                } else {
                    Plural::Other
                }
            }
            Self::Es => match n {
                1 => Plural::One,
                n if n != 0 && n % 1_000_000 == 0 => Plural::Many,
                _ => Plural::Other,
            },
            Self::Ru => match (n % 10, n % 100) {
                (1, rest) if rest != 11 => Plural::One,
                (2..=4, rest) if !(12..=14).contains(&rest) => Plural::Few,
                _ => Plural::Many,
            },
            Self::Ar => match (n, n % 100) {
                (0, _) => Plural::Zero,
                (1, _) => Plural::One,
                (2, _) => Plural::Two,
                (_, 3..=10) => Plural::Few,
                (_, 11..=99) => Plural::Many,
                _ => Plural::Other,
            },
        }
    }

    /// The forms that a sentence with a number needs; what is missing is written as `other`.
    pub fn plurals(self) -> &'static [Plural] {
        match self {
            Self::En | Self::De | Self::Es => &[Plural::One, Plural::Other],
            Self::Ru => &[Plural::One, Plural::Few, Plural::Many],
            Self::Ar => &[Plural::Zero, Plural::One, Plural::Two, Plural::Few, Plural::Many, Plural::Other],
        }
    }
}

impl Plural {
    /// CLDR's name of it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_known_by_its_language() {
        assert_eq!(Lang::from_tag("de-AT"), Some(Lang::De));
        assert_eq!(Lang::from_tag("RU"), Some(Lang::Ru));
        assert_eq!(Lang::from_tag("ar_EG"), Some(Lang::Ar));
        for unknown in ["", "fr", "d", "deu", "-", "ar1"] {
            assert_eq!(Lang::from_tag(unknown), None, "{unknown}");
        }
    }

    #[test]
    fn the_first_wanted_and_offered_one_is_chosen() {
        let all = Lang::ALL;
        assert_eq!(Lang::choose(["fr-FR", "es-MX", "en"], &all), Lang::Es);
        assert_eq!(Lang::choose(["ru", "de"], &[Lang::De, Lang::En]), Lang::De);
        assert_eq!(Lang::choose(["ru"], &[Lang::De, Lang::En]), Lang::De);
        assert_eq!(Lang::choose([], &all), Lang::En);
        assert_eq!(Lang::choose(["ru"], &[]), Lang::En);
    }

    #[test]
    fn words_take_the_form_that_the_number_wants() {
        use Plural as P;
        let forms = |lang: Lang, numbers: &[usize]| numbers.iter().map(|n| lang.plural(*n)).collect::<Vec<_>>();
        assert_eq!(forms(Lang::En, &[0, 1, 2]), [P::Other, P::One, P::Other]);
        assert_eq!(
            forms(Lang::Ru, &[1, 2, 5, 11, 12, 21, 22, 112, 0]),
            [P::One, P::Few, P::Many, P::Many, P::Many, P::One, P::Few, P::Many, P::Many]
        );
        assert_eq!(
            forms(Lang::Ar, &[0, 1, 2, 3, 10, 11, 99, 100, 102, 103]),
            [P::Zero, P::One, P::Two, P::Few, P::Few, P::Many, P::Many, P::Other, P::Other, P::Few]
        );
        assert_eq!(forms(Lang::Es, &[1, 2, 1_000_000]), [P::One, P::Other, P::Many]);
    }
}
