//! Whether the billing system takes Latin letters only, and the offer to write a text in them.
use super::field::Field;
use super::model::{FieldError, Model};
use super::remedy::Remedy;
use crate::billing::assumed::Fact;
use crate::billing::certificate_order_csr::CsrForm;
use crate::domain::problem::Problem;
use crate::domain::text::{Alphabet, Line};
use crate::domain::translit::transliterate;

/// The fields that may be in other letters.
pub const FIELDS: [Field; 4] = [Field::State, Field::City, Field::Company, Field::CompanyUnit];

/// The letters that `field` takes: Latin ones where the operator does not say otherwise, or the form itself demands them.
/// The form is known only after the log-in; until then what the operator says counts.
pub fn alphabet(model: &Model, field: Field) -> Alphabet {
    let by_form = model.discovery.csr_form().is_some_and(|form| demands(form, field));
    if by_form || model.config.assumed.of(Fact::LatinOnly) != "off" { Alphabet::Latin } else { Alphabet::Any }
}

/// Whether the form says that `field` takes Latin letters only.
fn demands(form: &CsrForm, field: Field) -> bool {
    form.latin.iter().any(|name| Field::from_billing(name) == Some(field))
}

/// The first field whose letters the form, which has just come, does not take.
pub fn refused(model: &Model, form: &CsrForm) -> Option<FieldError> {
    FIELDS.into_iter().filter(|field| demands(form, *field)).find_map(|field| {
        match Line::parse_subject(model.drafts.text(field), usize::MAX, Alphabet::Latin) {
            Err(problem @ Problem::NotLatin { .. }) => Some(FieldError { field, problem }),
            _ => None,
        }
    })
}

/// The text of `field` in Latin letters, where that can be written and is another text.
pub fn remedy(model: &Model, field: Field) -> Option<Remedy> {
    let text = model.drafts.text(field);
    if text.is_ascii() || text.len() > 1024 {
        return None;
    }
    let latin = transliterate(text).ok()?;
    // What stands in between may be wrong in other ways, which the customer sees once it is there.
    Line::parse(&latin, usize::MAX).ok().map(|line| Remedy::UseText(line.as_str().to_owned()))
}
