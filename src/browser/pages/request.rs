//! Page "request": made here, or brought along.
use crate::browser::html::{El, View, all, clear, el, live, nothing};
use crate::browser::parts::choice::{CARDS, Choice, radios};
use crate::browser::parts::rows::{row, rows};
use crate::browser::parts::{field, findings, notice, page};
use crate::browser::ports::js::get;
use crate::browser::ui::{Ui, both_forms, speech, t};
use crate::request::csr::{NamePart, Part, ReadRequest, Verdict};
use crate::request::oid;
use crate::wizard::draft::{EXISTING, GENERATE};
use crate::wizard::existing;
use crate::wizard::field::Field;
use crate::wizard::message::Msg;
use crate::wizard::step::Step;
use crate::words::{Say, Text};

/// The page.
pub fn page(ui: Ui) -> View {
    let can_make_keys = ui.peek(|model| model.can_make_keys);
    let choice = |value: &str, label, hint| Choice {
        value: value.to_owned(),
        label: t(label),
        hint: t(hint),
        aside: String::new(),
    };
    let mut choices = vec![choice(EXISTING, Say::Existing, Say::ExistingHint)];
    if can_make_keys {
        choices.insert(0, choice(GENERATE, Say::Generate, Say::GenerateHint));
    }
    let is_existing = ui.memo(existing::is_chosen);
    let content = [
        if can_make_keys { nothing() } else { notice::notice("warning", &t(Say::NoKeysHere)) },
        radios(ui, Field::RequestMethod, CARDS, choices),
        live(move || if is_existing.get() { request(ui) } else { nothing() }),
        page::more(Say::WhatIsARequest, [page::paragraph(Say::WhatIsARequestAnswer)]),
    ];
    all([page::top(ui, Step::Request, Say::LeadRequest), page::continued(ui, Step::Request, content)])
}

/// The existing request: where it goes in, and what is in it.
fn request(ui: Ui) -> View {
    let read = ui.memo(|model| (model.existing.request().cloned(), model.existing.verdict()));
    let status = live(move || match read.get() {
        (None, _) => nothing(),
        (_, Verdict::Asked) => notice::busy(Text::Signature(Verdict::Asked)),
        (_, verdict) => {
            let kind = match verdict {
                Verdict::Good => "success",
                Verdict::Bad => "error",
                _ => "warning",
            };
            notice::notice(kind, &t(Text::Signature(verdict)))
        }
    });
    let shown = live(move || read.get().0.map_or_else(nothing, |request| summary(&request)));
    all([way_in(ui).into(), el("div", "").attr("role", "status").add(status).into(), findings::findings(ui), shown])
}

/// Paste, choose or drop.
fn way_in(ui: Ui) -> El {
    let file = el("input", "input").attr("type", "file").attr("id", "request-file").on("change", move |event| {
        ui.choose_file(&event.target().into(), Msg::FileChosen);
        clear(&event);
    });
    el("div", "drop")
        .add(field::text(ui, Field::ExistingRequest, false))
        .add(el("label", "field__label").attr("for", "request-file").text(&t(Say::ChooseFile)))
        .add(file)
        .on("dragover", |event| event.prevent_default())
        .on("drop", move |event| {
            // Dragged text goes where it is dropped, as everywhere.
            if get(&event, "dataTransfer").is_ok_and(|dragged| ui.choose_file(&dragged, Msg::FileChosen)) {
                event.prevent_default();
            }
        })
}

fn value(name: &str, part: &NamePart) -> View {
    row(name, part.text.as_deref().unwrap_or(&t(Say::PartUnreadable)))
}

fn summary(request: &ReadRequest) -> View {
    let part = |part: &NamePart| {
        let field = match part.part {
            Part::Country => Field::Country,
            Part::State => Field::State,
            Part::City => Field::City,
            Part::Company => Field::Company,
            Part::CompanyUnit => Field::CompanyUnit,
            Part::CommonName => Field::Domain,
            Part::Email => Field::SubjectEmail,
            Part::Surname => return value(&t(Say::PartSurname), part),
            Part::GivenName => return value(&t(Say::PartGivenName), part),
            Part::SerialNumber => return value(&t(Say::PartSerialNumber), part),
            Part::Other => return value(&oid::dotted(&part.oid), part),
        };
        value(&speech().label(field), part)
    };
    let all_names = request.all_names().into_iter().map(str::to_owned).chain(request.other_texts());
    let names = row(&t(Say::ReviewNames), &both_forms(all_names));
    let key = row(&speech().label(Field::KeyType), &request.key_id().to_ascii_uppercase());
    rows(request.subject.iter().map(part).chain([names, key]))
}
