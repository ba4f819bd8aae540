//! Big natural numbers, as far as the rules for RSA keys need them: remainders, roots, and whether one is a square.
//!
//! Nothing here is secret: moduli are public. Numbers have no more than [`LIMIT`] bits, so that all takes milliseconds.
use std::cmp::Ordering;

/// The most bits of a modulus that is looked into; OpenSSL's limit for the use of a key too.
pub const LIMIT: usize = 16_384;

/// A natural number: digits of 32 bits, the lowest first, none of them a leading zero.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Big(Vec<u32>);

impl Big {
    /// From octets, the highest first.
    pub fn new(octets: &[u8]) -> Self {
        let digit = |part: &[u8]| part.iter().fold(0, |digit, octet| digit << 8 | u32::from(*octet));
        let mut big = Self(octets.rchunks(4).map(digit).collect());
        big.trim();
        big
    }

    fn trim(&mut self) {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }

    /// The remainder of a division by `by`, which is not 0.
    pub fn modulo(&self, by: u32) -> u32 {
        let by = u64::from(by.max(1));
        let rest = self.0.iter().rev().fold(0, |rest, digit| (rest << 32 | u64::from(*digit)) % by);
        u32::try_from(rest).unwrap_or_default()
    }

    /// Doubles the number `times` and adds `low` (`times` is below 32).
    fn shift(&mut self, times: u32, low: u32) {
        let mut carry = low;
        for digit in &mut self.0 {
            let wide = u64::from(*digit) << times | u64::from(carry);
            [*digit, carry] = halves(wide);
        }
        if carry != 0 {
            self.0.push(carry);
        }
    }

    /// Adds twice `other`, and one.
    fn add_twice_and_one(&mut self, other: &Self) {
        let mut carry = 1_u64;
        let length = self.0.len().max(other.0.len()) + 1;
        self.0.resize(length, 0);
        for (i, digit) in self.0.iter_mut().enumerate() {
            let more = other.0.get(i).copied().unwrap_or_default();
            let sum = u64::from(*digit) + (u64::from(more) << 1) + carry;
            let [low, high] = halves(sum);
            *digit = low;
            carry = u64::from(high);
        }
        self.trim();
    }

    /// Takes away `other`, which is not greater.
    fn subtract(&mut self, other: &Self) {
        let mut borrow = false;
        for (i, digit) in self.0.iter_mut().enumerate() {
            let less = other.0.get(i).copied().unwrap_or_default();
            let (difference, first) = digit.overflowing_sub(less);
            let (difference, second) = difference.overflowing_sub(u32::from(borrow));
            *digit = difference;
            borrow = first || second;
        }
        self.trim();
    }

    fn compare(&self, other: &Self) -> Ordering {
        let by_length = self.0.len().cmp(&other.0.len());
        by_length.then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }

    /// The greatest number whose square is not above this one, and how much is left: two bits at a time, as on paper.
    fn root(&self) -> (Self, Self) {
        let (mut root, mut rest, mut trial) = (Self(Vec::new()), Self(Vec::new()), Self(Vec::new()));
        for digit in self.0.iter().rev() {
            for pair in (0..16).rev() {
                rest.shift(2, digit >> (2 * pair) & 3);
                trial.0.clone_from(&root.0);
                trial.shift(2, 1);
                let is_one = rest.compare(&trial) != Ordering::Less;
                if is_one {
                    rest.subtract(&trial);
                }
                root.shift(1, u32::from(is_one));
            }
        }
        (root, rest)
    }

    /// Whether it is the square of a number. Most that are not are known by their remainders.
    fn is_square(&self) -> bool {
        let last = self.0.first().copied().unwrap_or_default() & 63;
        // 63, 65 and 11 have no common factor, and 45,045 is their product.
        let rest = self.modulo(45_045);
        let is_residue = |value: u32, of: u32| (0..of).any(|root| root * root % of == value % of);
        is_residue(last, 64) && is_residue(rest, 63) && is_residue(rest, 65) && is_residue(rest, 11) && {
            self.root().1.0.is_empty()
        }
    }

    /// Fermat's factorization: whether the number is a product of two so close to each other that `rounds` steps up from
    /// its root find them. A square is such a product.
    pub fn is_of_close_factors(&self, rounds: u32) -> bool {
        let (mut root, rest) = self.root();
        if rest.0.is_empty() {
            return true;
        }
        // (root + 1)² - number = 2 root + 1 - rest, and each further step adds 2 (root + 1) + 1 …
        let mut difference = Self(Vec::new());
        difference.add_twice_and_one(&root);
        difference.subtract(&rest);
        for _ in 0..rounds {
            if difference.is_square() {
                return true;
            }
            root.add_one();
            difference.add_twice_and_one(&root);
        }
        false
    }

    fn add_one(&mut self) {
        for digit in &mut self.0 {
            let (sum, is_over) = digit.overflowing_add(1);
            *digit = sum;
            if !is_over {
                return;
            }
        }
        self.0.push(1);
    }
}

/// Low and high half.
fn halves(wide: u64) -> [u32; 2] {
    [u32::try_from(wide & 0xffff_ffff).unwrap_or_default(), u32::try_from(wide >> 32).unwrap_or_default()]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn big(number: u128) -> Big {
        Big::new(&number.to_be_bytes())
    }

    #[test]
    fn close_factors_are_found_within_the_rounds_and_not_beyond() {
        // 101 · 103, a square, and primes so far apart that the eighth step finds them, not the seventh.
        assert!(big(10_403).is_of_close_factors(1) && big(1 << 40).is_of_close_factors(0));
        let (low, high) = (1_000_003_u128, 1_012_013_u128);
        let steps = u32::try_from(low.midpoint(high) - (low * high).isqrt()).unwrap();
        assert!(steps > 2);
        assert!(big(low * high).is_of_close_factors(steps) && !big(low * high).is_of_close_factors(steps - 1));
    }

    proptest! {
        #[test]
        fn arithmetic_is_that_of_the_machine(a in any::<u128>(), b in 1..=u32::MAX, root in any::<u64>()) {
            prop_assert_eq!(u128::from(big(a).modulo(b)), a % u128::from(b));
            let (found, rest) = big(a).root();
            prop_assert_eq!(&found, &big(a.isqrt()));
            prop_assert_eq!(&rest, &big(a - a.isqrt() * a.isqrt()));
            let square = u128::from(root) * u128::from(root);
            prop_assert!(big(square).is_square());
            prop_assert_eq!(big(a).is_square(), a.isqrt() * a.isqrt() == a);
        }
    }
}
