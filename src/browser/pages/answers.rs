//! What was entered, on review: each line with the way to change it.
use crate::billing::form::Control;
use crate::billing::question::Question;
use crate::browser::html::{View, all, live};
use crate::browser::parts::{page, rows};
use crate::browser::ui::{Ui, both_forms, speech, t};
use crate::wizard::field::{ContactField, Field, OrgField, Who};
use crate::wizard::keys::KeyState;
use crate::wizard::model::Model;
use crate::wizard::questions::asked;
use crate::wizard::step::Step;
use crate::wizard::steps::{package, subject, validation};
use crate::wizard::{direct, existing, requested};
use crate::words::{Say, Text, Words};

/// One line: the page to change it on, its name, its value.
type Line = (Step, Words, String);

/// All answers.
pub fn answers(ui: Ui) -> View {
    let lines =
        ui.memo(|model| [what(model), contacts(model), questions(model), organization(model), approvers(model)]);
    live(move || {
        let titles = [
            t(Say::YourOrder),
            speech().title(Step::Contacts),
            speech().title(Step::Questions),
            speech().step_name(Step::Organization),
            speech().step_name(Step::Validation),
        ];
        let groups = lines.get().into_iter().zip(titles).filter(|(lines, _)| !lines.is_empty());
        all(groups.map(|(lines, title)| {
            let line = |(step, key, value): Line| rows::changeable(ui, step, &key, &value);
            page::section(&title, [rows::rows(lines.into_iter().map(line))])
        }))
    })
}

fn what(model: &Model) -> Vec<Line> {
    let draft = |step, field| (step, speech().label(field), model.drafts.text(field).to_owned());
    let package = package::chosen(model).map(|package| package.name.clone()).unwrap_or_default();
    let mut lines = vec![(Step::Package, speech().label(Field::Package), package)];
    if let Ok(choice) = package::parse(model) {
        let months = t(Text::Months(choice.period.months())).into_owned();
        lines.push((Step::Package, speech().label(Field::Period), months));
    }
    if direct::way(model).is_none() {
        lines.push(draft(Step::Package, Field::PromotionCode));
    }
    let is_existing = existing::is_chosen(model);
    let missing = existing::missing(model);
    // What an existing request says is changed by another request.
    let place = |field| if is_existing && !missing.contains(&field) { Step::Request } else { Step::Subject };
    lines.push((place(Field::Domain), t(Say::ReviewNames), both_forms(subject::names(model))));
    let fields = [Field::Country, Field::State, Field::City, Field::Company, Field::CompanyUnit, Field::SubjectEmail];
    lines.extend(fields.map(|field| draft(place(field), field)));
    let name = match &model.key {
        _ if is_existing => requested::key_id(model).map(|id| id.to_ascii_uppercase().into()),
        KeyState::Ready(key) => Some(t(Text::KeyTypeName(key.key_type))),
        _ => None,
    };
    if let Some(name) = name {
        let mut text = name.into_owned();
        if let Some(fingerprint) = requested::fingerprint(model) {
            text.push_str(", ");
            text.push_str(&fingerprint.to_text());
        }
        lines.push((if is_existing { Step::Request } else { Step::Key }, t(Say::ReviewRequest), text));
    }
    lines
}

fn contacts(model: &Model) -> Vec<Line> {
    let person = |who| {
        let person = model.drafts.contacts.person(who);
        let name = format!("{} {}", person.first_name, person.last_name);
        let rest = [ContactField::JobTitle, ContactField::Email, ContactField::Phone].map(|field| person.text(field));
        format!("{name}, {}", rest.join(", "))
    };
    let tech = if model.drafts.contacts.tech_is_admin { t(Say::SameAsAdmin).into_owned() } else { person(Who::Tech) };
    vec![(Step::Contacts, t(Say::AdminTitle), person(Who::Admin)), (Step::Contacts, t(Say::TechTitle), tech)]
}

fn organization(model: &Model) -> Vec<Line> {
    if !model.discovery.form().is_some_and(|form| form.organization) {
        return Vec::new();
    }
    let line = |field| {
        (Step::Organization, speech().label(Field::Org(field)), model.drafts.text(Field::Org(field)).to_owned())
    };
    OrgField::ALL.into_iter().map(line).collect()
}

fn approvers(model: &Model) -> Vec<Line> {
    let names = subject::names(model);
    let Ok(choice) = validation::parse(model) else { return Vec::new() };
    let method = validation::method(model);
    let method = method.map(|method| (Step::Validation, speech().label(Field::Method), method.label.clone()));
    let line = |(place, _, address): (u8, String, String)| {
        let name = names.get(usize::from(place)).cloned().map(|name| t(Text::BothForms(name)).into_owned());
        let name = name.into_iter().collect();
        (Step::Validation, t(Text::ConfirmFor(name)), address)
    };
    method.into_iter().chain(choice.approvers.into_iter().map(line)).collect()
}

fn questions(model: &Model) -> Vec<Line> {
    let line = |(field, question): (Field, &Question)| {
        let text = model.drafts.text(field);
        let chosen = question.choices.iter().find(|(key, _)| key == text);
        let shown = match question.control {
            Control::CheckBox => t(if text.is_empty() { Say::No } else { Say::Yes }).into_owned(),
            _ => chosen.map_or_else(|| text.to_owned(), |(_, words)| words.clone()),
        };
        (Step::Questions, question.label.clone().into(), shown)
    };
    asked(model).into_iter().map(line).collect()
}
