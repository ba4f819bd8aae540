//! Page "subject".
use crate::browser::html::{View, all, live, nothing};
use crate::browser::parts::choice::{Choice, LINES, radios};
use crate::browser::parts::{field, notice, page, select};
use crate::browser::ui::{Ui, t};
use crate::request::algorithm::KeyType;
use crate::wizard::field::Field;
use crate::wizard::keys::KeyState;
use crate::wizard::step::Step;
use crate::wizard::steps::subject::chosen_key_type;
use crate::words::Text;

/// The page.
pub fn page(ui: Ui) -> View {
    let names = [field::text(ui, Field::Domain, false), field::text(ui, Field::FurtherNames, true)];
    let company = [
        select::country(ui, Field::Country),
        field::text(ui, Field::State, false),
        field::text(ui, Field::City, false),
        field::text(ui, Field::Company, false),
        field::text(ui, Field::CompanyUnit, true),
        field::text(ui, Field::SubjectEmail, true),
    ];
    let content = [page::group(Text::NamesTitle, names), page::group(Text::CompanyTitle, company), key_type(ui)];
    all([page::top(ui, Step::Subject, Text::LeadSubject), page::continued(ui, Step::Subject, content)])
}

/// The key types offered.
fn key_type(ui: Ui) -> View {
    let is_other = ui.memo(|model| match &model.key {
        KeyState::Ready(key) => key.key_type != chosen_key_type(model),
        _ => false,
    });
    let choice = |key_type: KeyType| Choice {
        value: key_type.id().to_owned(),
        label: t(Text::KeyTypeName(key_type)),
        hint: t(Text::KeyTypeHint(key_type)),
        aside: String::new(),
    };
    let offered = ui.peek(|model| model.config.key_types.clone());
    let warning =
        live(move || if is_other.get() { notice::notice("warning", &t(Text::KeyWillBeReplaced)) } else { nothing() });
    all([radios(ui, Field::KeyType, LINES, offered.into_iter().map(choice).collect()), warning])
}
