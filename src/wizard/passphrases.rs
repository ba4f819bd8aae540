//! Passphrases: the vault's and those of files. They live in memory only, and no longer than they are needed.
use crate::domain::passphrase::{self, Strength};
use crate::domain::problem::Problem;
use crate::domain::secret::Secret;

use super::effect::{Effect, Focus};
use super::field::{Field, PassphraseOf};
use super::model::{FieldError, Model};
use super::step::Step;

/// A passphrase is being typed.
pub(super) fn edited(model: &mut Model, of: PassphraseOf, secret: Secret) {
    if model.vault.problem.as_ref().is_some_and(|said| said.field == Field::Passphrase(of)) {
        model.vault.problem = None;
    }
    *model.vault.place_of(of) = secret;
}

/// The passphrase that opens the vault; where there is none yet, one that is hard enough to guess.
pub(super) fn of_vault(model: &mut Model, out: &mut Vec<Effect>) -> Option<Secret> {
    let of = PassphraseOf::Vault;
    if model.vault.is_there() { typed(model, out, of) } else { new(model, out, of) }
}

/// What is typed, if anything is.
pub(super) fn typed(model: &mut Model, out: &mut Vec<Effect>, of: PassphraseOf) -> Option<Secret> {
    let secret = model.vault.typed(of).clone();
    if secret.is_empty() {
        refuse(model, out, of, Problem::Missing);
        return None;
    }
    Some(secret)
}

/// What is typed, if it is hard enough to guess.
pub(super) fn new(model: &mut Model, out: &mut Vec<Effect>, of: PassphraseOf) -> Option<Secret> {
    let secret = typed(model, out, of)?;
    match passphrase::strength(secret.expose()) {
        strength if strength.is_enough() => return Some(secret),
        Strength::Refused => refuse(model, out, of, Problem::ShortPassphrase { least: passphrase::LEAST }),
        _ => refuse(model, out, of, Problem::WeakPassphrase),
    }
    None
}

/// Something is wrong with a passphrase.
pub(super) fn refuse(model: &mut Model, out: &mut Vec<Effect>, of: PassphraseOf, problem: Problem) {
    model.vault.problem = Some(FieldError { field: Field::Passphrase(of), problem });
    model.show_errors(model.place);
    out.push(Effect::Focus(Focus::Errors));
}

/// What is wrong with a passphrase on `step`, where that is shown: the fields are on the key's page and on review.
pub(super) fn problem(model: &Model, step: Step) -> Option<&FieldError> {
    model.vault.problem.as_ref().filter(|_| step == model.place && !model.vault.is_shown)
}

/// Everything wrong on the page `#/keys`.
pub fn errors(model: &Model) -> Vec<FieldError> {
    model.vault.problem.iter().cloned().collect()
}
