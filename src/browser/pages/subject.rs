//! Page "subject".
use crate::browser::html::{View, all, el, live, live_text, nothing};
use crate::browser::parts::choice::{self, Choice, LINES, radios};
use crate::browser::parts::{country, field, notice, page, select};
use crate::browser::ui::{Ui, money, speech, t};
use crate::domain::text::Alphabet;
use crate::request::algorithm::KeyType;
use crate::wizard::existing;
use crate::wizard::field::Field;
use crate::wizard::keys::KeyState;
use crate::wizard::latin;
use crate::wizard::message::Msg;
use crate::wizard::name_notes::{self, Note};
use crate::wizard::names::{self, Count, NameCost};
use crate::wizard::remedy::Remedy;
use crate::wizard::step::Step;
use crate::wizard::steps::package;
use crate::wizard::steps::subject::chosen_key_type;
use crate::words::{Say, Text};

/// The page.
pub fn page(ui: Ui) -> View {
    if ui.peek(existing::is_chosen) {
        return missing(ui);
    }
    let names = [field::text(ui, Field::Domain, false), notes(ui, Field::Domain), www(ui), further_names(ui)];
    let company = [
        country::country(ui, Field::Country),
        select::state(ui, Field::State),
        field::text(ui, Field::City, false),
        field::text(ui, Field::Company, false),
        page::more_details(
            ui,
            [Field::CompanyUnit, Field::SubjectEmail],
            [field::text(ui, Field::CompanyUnit, true), field::text(ui, Field::SubjectEmail, true)],
        ),
    ];
    let content = [page::group(Say::NamesTitle, names), page::group(Say::CompanyTitle, company), key_type(ui)];
    let latin = ui.peek(|model| latin::alphabet(model, Field::Company) == Alphabet::Latin);
    all([page::top(ui, Step::Subject, Text::LeadSubject { latin }), page::continued(ui, Step::Subject, content)])
}

/// Of a package for one name, they wait until somebody looks for them.
fn further_names(ui: Ui) -> View {
    let content = [field::text(ui, Field::FurtherNames, true), notes(ui, Field::FurtherNames), names_counted(ui)];
    let is_sold = ui.peek(|model| package::chosen(model).is_none_or(|package| package.further_names.is_some()));
    if is_sold { all(content) } else { page::more_details(ui, [Field::FurtherNames], content) }
}

/// `www.` beside the domain, with what it costs.
fn www(ui: Ui) -> View {
    let is_on = ui.memo(|model| names::www(model).is_some_and(|offer| offer.is_on));
    let name = ui.memo(|model| names::www(model).map(|offer| offer.name).unwrap_or_default());
    let cost = ui.memo(|model| match names::www(model).map(|offer| offer.cost) {
        Some(NameCost::Included) => t(Say::NameIncluded).into_owned(),
        Some(NameCost::Price(price)) => t(Text::NameCosts(money(&price))).into_owned(),
        Some(NameCost::Unknown) => t(Say::NameCostsUnknown).into_owned(),
        None => String::new(),
    });
    live(move || {
        let name = name.get();
        if name.is_empty() {
            return nothing();
        }
        let apply = [Remedy::AddName(name.clone()), Remedy::DropName(name.clone())];
        let apply = apply.map(|remedy| Msg::Apply(Field::FurtherNames, remedy));
        choice::box_of(ui, "www", &t(Text::AlsoProtect(name)), cost, is_on, apply)
    })
}

/// What is to be known of the names in `field`: their other form, letters that look like others, doubles.
fn notes(ui: Ui, field: Field) -> View {
    let notes = ui.memo(move |model| name_notes::notes(model, field));
    let list = live(move || {
        let line = |note: Note| {
            let class = if note.is_warning() { "note note--warning" } else { "note" };
            el("li", class).text(&speech().note(&note))
        };
        let notes = notes.get();
        if notes.is_empty() {
            return nothing();
        }
        notes.into_iter().fold(el("ul", "notes"), |list, note| list.add(line(note))).into()
    });
    el("div", "said").attr("role", "status").add(list).into()
}

/// How many names are typed, and how many the package includes.
fn names_counted(ui: Ui) -> View {
    let words = ui.memo(|model| match names::count(model) {
        Some(Count { included, entered, each }) => {
            t(Text::NamesCounted { included, entered, each: each.as_ref().map(money) }).into_owned()
        }
        None => String::new(),
    });
    el("p", "field__hint said").attr("role", "status").add(live_text(move || words.get())).into()
}

/// What an existing request does not say, and the form asks for.
fn missing(ui: Ui) -> View {
    // The billing system may ask for one more while the page is shown.
    let missing = ui.memo(existing::missing);
    let field = move |field| match field {
        Field::Country => country::country(ui, field),
        Field::State => select::state(ui, field),
        _ => field::text(ui, field, false),
    };
    let fields = live(move || all(missing.get().into_iter().map(field)));
    all([page::top(ui, Step::Subject, Say::LeadMissing), page::continued(ui, Step::Subject, [fields])])
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
        live(move || if is_other.get() { notice::notice("warning", &t(Say::KeyWillBeReplaced)) } else { nothing() });
    all([radios(ui, Field::KeyType, LINES, offered.into_iter().map(choice).collect()), warning])
}
