//! The request's own signature, by which it proves that its maker has the private key.
use super::{Findings, Rule};
use crate::request::csr::{PublicKey, ReadRequest, Verdict};
use crate::request::oid;

pub(super) fn lint(request: &ReadRequest, verdict: Verdict, found: &mut Findings) {
    let algorithm = request.signature_algorithm.as_slice();
    let is_other = family(algorithm).zip(of_key(&request.key)).is_some_and(|(family, key)| family != key);
    match verdict {
        _ if is_other => found.add(Rule::SignatureOfOtherKey),
        Verdict::Bad => found.add(Rule::SignatureBad),
        Verdict::Unknown => found.add(Rule::SignatureUnchecked),
        Verdict::Asked | Verdict::Good => {}
    }
    let last = algorithm.strip_prefix(oid::PKCS_1);
    found.add_if(matches!(last, Some([2..=4])), Rule::SignatureMd5);
    let is_sha1 = matches!(last, Some([5])) || algorithm.strip_prefix(oid::ECDSA) == Some(&[1]);
    found.add_if(is_sha1 || algorithm.strip_prefix(oid::DSA) == Some(&[3]), Rule::SignatureSha1);
    let hash = match algorithm.strip_prefix(oid::ECDSA) {
        Some([3, 2]) => 32,
        Some([3, 3]) => 48,
        Some([3, 4]) => 66,
        _ => return,
    };
    found.add_if(matches!(request.key, PublicKey::Ec(half) if half != hash), Rule::SignatureHashOfCurve);
}

/// Kinds of algorithms that belong together.
#[derive(PartialEq, Eq)]
enum Family {
    Rsa,
    Ecdsa,
    Dsa,
    Ed25519,
    Ed448,
}

/// The kind of a signature's algorithm, where it is known here.
fn family(algorithm: &[u8]) -> Option<Family> {
    match algorithm {
        oid::ED25519 => Some(Family::Ed25519),
        oid::ED448 => Some(Family::Ed448),
        _ if algorithm.starts_with(oid::PKCS_1) => Some(Family::Rsa),
        _ if algorithm.starts_with(oid::ECDSA) => Some(Family::Ecdsa),
        _ if algorithm.starts_with(oid::DSA) => Some(Family::Dsa),
        _ => None,
    }
}

fn of_key(key: &PublicKey) -> Option<Family> {
    match key {
        PublicKey::Rsa { .. } | PublicKey::RsaPss => Some(Family::Rsa),
        PublicKey::Ec(_) | PublicKey::Curve(_) | PublicKey::ExplicitCurve => Some(Family::Ecdsa),
        PublicKey::Ed25519 => Some(Family::Ed25519),
        PublicKey::Ed448 => Some(Family::Ed448),
        PublicKey::Dsa | PublicKey::Other(_) | PublicKey::Unreadable => None,
    }
}
