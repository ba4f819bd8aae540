//! Which names a package is for. The billing system's export has no flag for it (API reference 4.3, "template flags"): the
//! operator's `packages` in `config.json` goes before what is inferred here.
use super::{Assumed, Fact};
use crate::domain::package::{Coverage, Package};

/// From the add-on that bills further names, and from the name. A package without either is for one name where others
/// of the catalogue are called "wildcard", so that being one would have been said.
pub fn inferred(packages: &[Package], package: &Package, assumed: &Assumed) -> Coverage {
    let is_called = |package: &Package, fact| assumed.words(fact).any(|word| is_called(package, word));
    if package.further_names.is_some() || is_called(package, Fact::SeveralWords) {
        Coverage::MultiDomain
    } else if is_called(package, Fact::WildcardWords) {
        Coverage::Wildcard
    } else if packages.iter().any(|other| is_called(other, Fact::WildcardWords)) {
        Coverage::Single
    } else {
        Coverage::Unknown
    }
}

fn is_called(package: &Package, word: &str) -> bool {
    words(&package.name).any(|own| own.eq_ignore_ascii_case(word))
}

/// The words of a name.
pub fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| c.is_ascii() && !c.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::package::FurtherNames;

    fn package(name: &str) -> Package {
        Package {
            id: name.to_owned(),
            name: name.to_owned(),
            description: "Not a wildcard".to_owned(),
            prices: Vec::new(),
            further_names: None,
        }
    }

    #[test]
    fn the_names_that_a_vendor_gives_tell_what_a_package_is_for() {
        use Coverage as C;
        let names = [
            ("AlphaSSL Wildcard", C::Wildcard),
            ("AlphaSSL", C::Single),
            ("Comodo PositiveSSL Multi-Domain (3 names included)", C::MultiDomain),
            ("Multi-Domain Wildcard", C::MultiDomain),
            ("Business SAN", C::MultiDomain),
            ("Sansevero", C::Single),
        ];
        let packages = names.map(|(name, _)| package(name));
        for ((name, coverage), own) in names.iter().zip(&packages) {
            assert_eq!(inferred(&packages, own, &Assumed::default()), *coverage, "{name}");
        }
    }

    #[test]
    fn further_names_that_are_billed_tell_it_and_nothing_is_guessed_where_no_package_is_called_wildcard() {
        let plain = package("DV");
        assert_eq!(inferred(std::slice::from_ref(&plain), &plain, &Assumed::default()), Coverage::Unknown);
        let further_names = Some(FurtherNames { included: 3, limit: None, prices: Vec::new() });
        let billed = Package { further_names, ..plain };
        assert_eq!(inferred(std::slice::from_ref(&billed), &billed, &Assumed::default()), Coverage::MultiDomain);
    }
}
