//! What was said on one page and is asked on another begins there as it was said: visibly, and it can be taken back.
use super::draft::Drafts;
use super::field::{ContactField, Field, OrgField, Who};
use super::model::Model;

/// Where it was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The request: of the organization, all but what no request says.
    Request,
    /// The administrative contact's phone: of the organization.
    AdminPhone,
    /// The administrative contact: for technical support.
    Admin,
}

/// What became of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Taken {
    /// These fields show it.
    pub shown: Vec<Field>,
    /// These were emptied.
    pub cleared: Vec<Field>,
}

impl Source {
    fn fields(self) -> Vec<Field> {
        match self {
            Self::Request => {
                [OrgField::Name, OrgField::Country, OrgField::State, OrgField::City].map(Field::Org).to_vec()
            }
            Self::AdminPhone => vec![Field::Org(OrgField::Phone)],
            Self::Admin => ContactField::ALL.map(|field| Field::Contact(Who::Tech, field)).to_vec(),
        }
    }
}

/// Where the text of `field` was said.
fn origin(field: Field) -> Option<Field> {
    Some(match field {
        Field::Org(OrgField::Name) => Field::Company,
        Field::Org(OrgField::Country) => Field::Country,
        Field::Org(OrgField::State) => Field::State,
        Field::Org(OrgField::City) => Field::City,
        Field::Org(OrgField::Phone) => Field::Contact(Who::Admin, ContactField::Phone),
        Field::Contact(Who::Tech, same) => Field::Contact(Who::Admin, same),
        _ => return None,
    })
}

fn said(drafts: &Drafts, field: Field) -> &str {
    origin(field).map_or("", |origin| drafts.text(origin))
}

/// Which fields show what was said at `source`, and which do not any more. What was typed is neither.
pub fn taken(model: &Model, source: Source) -> Taken {
    let drafts = &model.drafts;
    let mut taken = Taken::default();
    if source == Source::Admin && drafts.contacts.tech_is_admin {
        return taken;
    }
    for field in source.fields().into_iter().filter(|field| !said(drafts, *field).is_empty()) {
        match drafts.text(field) {
            // Empty fields of technical support are no news.
            "" if source == Source::Admin && !drafts.contacts.is_copy_cleared => {}
            "" => taken.cleared.push(field),
            text if text == said(drafts, field) => taken.shown.push(field),
            _ => {}
        }
    }
    taken
}

/// Empties the fields that show it; where there are none, it is taken once more.
pub(super) fn turn(model: &mut Model, source: Source) {
    let Taken { shown, cleared } = taken(model, source);
    let is_clearing = !shown.is_empty();
    if source == Source::Admin {
        model.drafts.contacts.is_copy_cleared = is_clearing;
    }
    for field in if is_clearing { shown } else { cleared } {
        let text = if is_clearing { String::new() } else { said(&model.drafts, field).to_owned() };
        model.drafts.set(field, text);
        model.billing_errors.retain(|error| error.field != field);
    }
}
