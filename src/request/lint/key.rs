//! The public key: its type, and for elliptic curves its point.
use super::{Findings, Rule, rsa};
use crate::request::csr::{PublicKey, ReadRequest};
use crate::request::parse;

pub(super) fn lint(request: &ReadRequest, found: &mut Findings) {
    match &request.key {
        PublicKey::Rsa { modulus, exponent, is_positive, has_null } => {
            found.add_if(!is_positive, Rule::RsaNotPositive);
            found.add_if(!has_null, Rule::RsaNoNull);
            rsa::modulus(modulus, request.key.bits(), found);
            rsa::exponent(exponent, request.key.is_exponent_good(), found);
            // The list that authorities have holds 1024 to 4096 bits, all of them by the common exponent.
            let is_listed = matches!(request.key.bits(), 1024 | 2048 | 3072 | 4096) && *exponent == [1, 0, 1];
            found.add_if(is_listed, Rule::RsaDebian);
        }
        PublicKey::RsaPss => found.add(Rule::RsaPss),
        PublicKey::Ec(half) => {
            found.add_if(*half == 66, Rule::EcP521);
            match parse::point(request) {
                [4, both @ ..] if both.len() == 2 * half => {}
                [2 | 3, one @ ..] if one.len() == *half => found.add(Rule::EcCompressed),
                _ => found.add(Rule::EcPoint),
            }
        }
        PublicKey::Curve(oid) => found.about(Rule::EcCurve, oid),
        PublicKey::ExplicitCurve => found.add(Rule::EcExplicit),
        PublicKey::Ed25519 | PublicKey::Ed448 => found.add(Rule::KeyEdwards),
        PublicKey::Dsa => found.add(Rule::KeyDsa),
        PublicKey::Other(oid) => found.about(Rule::KeyOther, oid),
        PublicKey::Unreadable => found.add(Rule::KeyUnreadable),
    }
}
