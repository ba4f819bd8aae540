//! What the form can do about a wrong field by one press: buttons under its error.
use super::errors;
use super::page::button;
use crate::browser::html::{View, el, live, nothing};
use crate::browser::ui::{Ui, money, speech, t};
use crate::domain::money::Money;
use crate::request::lint::Fix;
use crate::wizard::field::Field;
use crate::wizard::message::Msg;
use crate::wizard::remedy::{Remedy, remedies};
use crate::words::{Say, Text, Words};

/// The buttons, while the field's error is shown.
pub fn under_error(ui: Ui, field: Field) -> View {
    let error = errors::of(ui, field);
    let offered = ui.memo(move |model| remedies(model, field));
    live(move || {
        let offered = offered.get();
        if error.get().is_none() || offered.is_empty() {
            return nothing();
        }
        let group = el("div", "actions remedies").attr("role", "group");
        let group = group.attr("aria-labelledby", &format!("{}-error", field.id()));
        let press = |remedy: Remedy| {
            button(ui, "button button--small", &words(&remedy), move || Msg::Apply(field, remedy.clone()))
        };
        offered.into_iter().fold(group, |group, remedy| group.add(press(remedy))).into()
    })
}

/// What the button of an offer says.
pub fn words(remedy: &Remedy) -> Words {
    match remedy {
        Remedy::UseName(name) | Remedy::UseInstead(_, name) => t(Text::UseName(name.clone())),
        Remedy::UseText(text) => t(Text::UseText(text.clone())),
        Remedy::Switch(to) => t(Text::SwitchTo {
            package: to.name.clone(),
            difference: to.difference.as_ref().map(signed),
            setup: to.setup.as_ref().map(money),
        }),
        Remedy::AddName(name) | Remedy::DropName(name) => t(Text::AlsoProtect(name.clone())),
        Remedy::AdminEverywhere => t(Say::AdminEverywhere),
        Remedy::GenerateHere => speech().fix(Fix::NewKey),
        Remedy::UseCountry(code) => t(Text::UseName(code.clone())),
    }
}

/// With a plus sign where it costs more.
fn signed(difference: &Money) -> String {
    let plus = if difference.minor < 0 { "" } else { "+" };
    format!("{plus}{}", money(difference))
}
