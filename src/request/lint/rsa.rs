//! RSA keys: sizes, exponents, and the weaknesses that are known to be found by everybody.
use super::{Findings, Rule};
use crate::request::big::{Big, LIMIT};

/// Factors below this are refused (BR 6.1.6).
const SMALL: u32 = 752;
/// Rounds of Fermat's factorization (BR 6.1.1.3).
const ROUNDS: u32 = 100;
/// The generator of the primes that the faulty library made, and the last prime of its modulus that is looked at
/// (Nemec and others, "The Return of Coppersmith's Attack", 2017, section 2).
const ROCA: (u32, u32) = (65_537, 167);

pub(super) fn modulus(octets: &[u8], bits: usize, found: &mut Findings) {
    let size = bits.to_string();
    if bits > LIMIT {
        found.about(Rule::RsaTooBig, &size);
        return;
    }
    if bits < 2048 {
        found.about(Rule::RsaTooShort, &size);
    } else if !bits.is_multiple_of(8) {
        found.about(Rule::RsaNotBytes, &size);
    } else if !matches!(bits, 2048 | 3072 | 4096) {
        found.about(Rule::RsaUnusualSize, &size);
    }
    if octets.last().is_none_or(|last| last % 2 == 0) {
        found.add(Rule::RsaEven);
        return;
    }
    let modulus = Big::new(octets);
    let rests: Vec<(u32, u32)> = small_primes().map(|prime| (prime, modulus.modulo(prime))).collect();
    if let Some((prime, _)) = rests.iter().find(|(_, rest)| *rest == 0) {
        found.about(Rule::RsaSmallFactor, &prime.to_string());
        return;
    }
    if is_power(&rests) {
        found.add(Rule::RsaPrimePower);
    } else if modulus.is_of_close_factors(ROUNDS) {
        found.add(Rule::RsaFermat);
    }
    found.add_if(is_roca(&rests), Rule::RsaRoca);
}

pub(super) fn exponent(exponent: &[u8], is_good: bool, found: &mut Findings) {
    if !is_good {
        found.add(Rule::RsaExponentBad);
    } else if exponent.len() < 3 || exponent.len() > 32 {
        // Below 2^16 + 1, or not below 2^256.
        found.add(Rule::RsaExponentRange);
    } else {
        found.add_if(exponent != [1, 0, 1], Rule::RsaExponentUnusual);
    }
}

/// The odd primes below [`SMALL`], whose root is below 28.
fn small_primes() -> impl Iterator<Item = u32> {
    (3..SMALL).filter(|n| (2..28).all(|divisor| n % divisor != 0 || *n == divisor))
}

/// `base` to the power of `exponent`, of which only the rest by `prime` counts.
fn power(base: u32, exponent: u32, prime: u32) -> u32 {
    (0..exponent).fold(1, |product, _| product * base % prime)
}

/// Whether the modulus is a power of a smaller number. Exact but for one modulus in ten million: a k-th power leaves
/// a k-th power as its rest by each prime that is 1 more than a multiple of k, and there are enough of them below 752
/// for exponents up to 17 (a 17th root of 4096 bits has 241, far too few for a factor).
fn is_power(rests: &[(u32, u32)]) -> bool {
    [2, 3, 5, 7, 11, 13, 17].into_iter().any(|k| {
        let mut telling = rests.iter().filter(|(prime, _)| prime % k == 1);
        telling.all(|(prime, rest)| power(*rest, (prime - 1) / k, *prime) == 1)
    })
}

/// Whether the modulus looks like a product of two primes of the form `k M + (65537^a mod M)`: by each prime of `M` its
/// rest is then a power of 65537. Of other moduli one in a hundred million does.
fn is_roca(rests: &[(u32, u32)]) -> bool {
    let (generator, last) = ROCA;
    rests.iter().take_while(|(prime, _)| *prime <= last).all(|(prime, rest)| {
        let mut power = 1;
        (0..*prime).any(|_| {
            power = power * (generator % prime) % prime;
            power == *rest
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_are_told_from_products() {
        let rests =
            |n: u128| small_primes().map(|p| (p, u32::try_from(n % u128::from(p)).unwrap())).collect::<Vec<_>>();
        for (n, is_so) in [
            (1_000_003_u128.pow(2), true),
            (1_000_003_u128.pow(3), true),
            (100_003_u128.pow(5), true),
            (10_007_u128.pow(7), true),
            (1_009_u128.pow(11), true),
            (757_u128.pow(13), true),
            (1_000_003 * 1_000_033, false),
            (1_000_003_u128.pow(2) * 1_000_033, false),
        ] {
            assert_eq!(is_power(&rests(n)), is_so, "{n}");
        }
    }

    #[test]
    fn small_primes_are_all_there() {
        assert_eq!((small_primes().count(), small_primes().last()), (132, Some(751)));
    }
}
