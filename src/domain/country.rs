//! ISO 3166-1 countries.
use super::problem::Problem;

/// The 249 officially assigned alpha-2 codes of ISO 3166-1, run together in alphabetical order.
const CODES: &str = "\
    ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCR\
    CUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHU\
    IDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQ\
    MRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSI\
    SJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSYEYTZAZMZW";

/// An ISO 3166-1 alpha-2 code, upper case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct CountryCode([u8; 2]);

impl CountryCode {
    /// Codes that customers write, and those of ISO 3166-1 that they mean.
    pub const ALIASES: [(&'static str, Self); 2] = [("EL", Self(*b"GR")), ("UK", Self(*b"GB"))];

    /// The alias that `raw` is, in capitals, and what it means.
    pub fn alias(raw: &str) -> Option<(&'static str, Self)> {
        Self::ALIASES.into_iter().find(|(alias, _)| raw.trim().eq_ignore_ascii_case(alias))
    }

    /// Parses two letters in any case; `UK` means `GB` and `EL` means `GR`, as customers write them.
    ///
    /// # Errors
    /// `Missing` or `Country`.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        let code = raw.trim();
        if code.is_empty() {
            return Err(Problem::Missing);
        }
        let meant = Self::alias(code).map(|(_, meant)| meant);
        meant.or_else(|| Self::all().find(|known| known.as_str().eq_ignore_ascii_case(code))).ok_or(Problem::Country)
    }

    /// Every code, in alphabetical order.
    pub fn all() -> impl Iterator<Item = Self> {
        CODES.as_bytes().chunks_exact(2).filter_map(|pair| pair.try_into().ok().map(Self))
    }

    /// The two letters.
    pub fn as_str(&self) -> &str {
        // The bytes are ASCII letters by construction; an empty text is not reachable.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_249_codes_are_there_and_sorted() {
        let all: Vec<_> = CountryCode::all().collect();
        assert_eq!(all.len(), 249);
        assert!(all.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn codes_are_read_in_any_case_and_by_alias() {
        for (raw, code) in [("us", "US"), (" Ru ", "RU"), ("UK", "GB"), ("el", "GR")] {
            assert_eq!(CountryCode::parse(raw).unwrap().as_str(), code);
        }
        for raw in ["USA", "XX", "U", "ÅÅ", "SU"] {
            assert_eq!(CountryCode::parse(raw), Err(Problem::Country), "{raw:?}");
        }
    }
}
