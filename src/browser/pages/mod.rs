//! One file per page, named as its step.
mod answers;
pub mod config_error;
mod contacts;
mod done;
pub mod elsewhere;
mod key;
pub mod log_in;
mod organization;
mod package;
mod pay_by;
mod request;
mod review;
mod subject;
mod unclear;
mod validation;

use super::html::View;
use super::ui::Ui;
use crate::wizard::step::Step;

/// The page of `step`.
pub fn page(ui: Ui, step: Step) -> View {
    match step {
        Step::Package => package::page(ui),
        Step::Request => request::page(ui),
        Step::Subject => subject::page(ui),
        Step::Key => key::page(ui),
        Step::Contacts => contacts::page(ui),
        Step::Organization => organization::page(ui),
        Step::Validation => validation::page(ui),
        Step::Review => review::page(ui),
        Step::Done => done::page(ui),
    }
}
