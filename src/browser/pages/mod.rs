//! One file per page, named as its step.
mod answers;
pub mod config_error;
mod contacts;
mod done;
mod elsewhere;
mod key;
mod keys;
mod log_in;
pub mod missing;
mod organization;
pub mod package;
mod pay_by;
mod privacy;
mod questions;
mod request;
mod review;
mod subject;
mod unclear;
mod validation;

use super::app::Shown;
use super::html::View;
use super::ui::Ui;
use crate::wizard::step::Step;

/// What comes after the first page.
pub fn page(ui: Ui, shown: Shown) -> View {
    let step = match shown {
        Shown::Step(step) => step,
        Shown::Elsewhere => return elsewhere::page(ui),
        Shown::Keys => return keys::page(ui),
        Shown::Privacy => return privacy::page(ui),
        _ => return log_in::page(ui),
    };
    match step {
        Step::Package => package::page(ui),
        Step::Request => request::page(ui),
        Step::Subject => subject::page(ui),
        Step::Key => key::page(ui),
        Step::Contacts => contacts::page(ui),
        Step::Questions => questions::page(ui),
        Step::Organization => organization::page(ui),
        Step::Validation => validation::page(ui),
        Step::Review => review::page(ui),
        Step::Done => done::page(ui),
    }
}
