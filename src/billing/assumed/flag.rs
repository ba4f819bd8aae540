//! Which country an id of the installation's own table means.
use super::Assumed;
use crate::domain::country::CountryCode;

/// The country of an entry of a list: as the operator says, else as its flag tells, else its key is the code itself.
pub(in crate::billing) fn country(id: &str, image: &str, assumed: &Assumed) -> Option<CountryCode> {
    assumed.country_of(id).or_else(|| flag_code(image)).or_else(|| CountryCode::parse(id).ok())
}

/// The flag's file name is the ISO 3166-1 code: two characters before the extension of four, in any case.
/// Inferred for the certificate form from the register and payer forms (Q14).
pub(in crate::billing) fn flag_code(image: &str) -> Option<CountryCode> {
    let path = image.split(['?', '#']).next()?;
    let stem = path.get(..path.len().checked_sub(4)?)?;
    let extension = path.get(stem.len()..)?;
    let code = stem.get(stem.len().checked_sub(2)?..)?;
    extension.starts_with('.').then(|| CountryCode::parse(code).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_flag_tells_the_country() {
        for (image, code) in [
            ("/manimg/common/flag/RU.png", Some("RU")),
            ("/flag/gb.svg", Some("GB")),
            ("/flag/us.png?v=2", Some("US")),
            ("US.png", Some("US")),
            ("/flag/XX.png", None),
            ("/flag/RUpng", None),
            (".png", None),
            ("é.png", None),
            ("", None),
        ] {
            assert_eq!(flag_code(image).as_ref().map(CountryCode::as_str), code, "{image:?}");
        }
    }

    #[test]
    fn the_operator_is_believed_before_flag_and_key() {
        let mut assumed = Assumed::default();
        assumed.set_country(CountryCode::parse("RU").unwrap(), "182".into());
        for (id, image, code) in
            [("182", "/US.png", Some("RU")), ("9", "/US.png", Some("US")), ("DE", "", Some("DE")), ("9", "", None)]
        {
            assert_eq!(country(id, image, &assumed).as_ref().map(CountryCode::as_str), code, "{id} {image}");
        }
    }
}
