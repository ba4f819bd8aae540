//! Page "questions": what the billing system asks besides, as it describes it.
use crate::billing::form::Control;
use crate::billing::question::Question;
use crate::browser::html::{View, all, live};
use crate::browser::parts::{choice, field, page, select};
use crate::browser::ui::Ui;
use crate::wizard::field::Field;
use crate::wizard::questions;
use crate::wizard::step::Step;
use crate::words::Say;

/// The page.
pub fn page(ui: Ui) -> View {
    let asked = ui.memo(|model| {
        let asked = questions::asked(model).into_iter();
        asked.map(|(field, question)| (field, question.clone())).collect::<Vec<_>>()
    });
    let content = live(move || {
        let (required, others): (Vec<_>, Vec<_>) = asked.get().into_iter().partition(|(_, question)| question.required);
        let controls = |asked: Vec<(Field, Question)>| {
            asked.into_iter().map(|(field, question)| control(ui, field, question)).collect::<Vec<_>>()
        };
        // A page of nothing but these would be empty.
        let (asked, waiting) = if required.is_empty() { (others, required) } else { (required, others) };
        let fields: Vec<Field> = waiting.iter().map(|(field, _)| *field).collect();
        let more = (!waiting.is_empty()).then(|| page::more_details(ui, fields, controls(waiting)));
        page::continued(ui, Step::Questions, controls(asked).into_iter().chain(more))
    });
    all([page::top(ui, Step::Questions, Say::LeadQuestions), content])
}

fn control(ui: Ui, field: Field, question: Question) -> View {
    let Question { label, control, choices, required, .. } = question;
    match control {
        Control::Select => select::answer(ui, field, &label, &choices, !required),
        Control::CheckBox => choice::labelled_box(ui, field, &label),
        Control::Area => field::area(ui, field, &label, !required),
        Control::Line => field::labelled(ui, field, &label, !required),
    }
}
