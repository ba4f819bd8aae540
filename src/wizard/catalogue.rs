//! The packages on sale; guests may read them.
use crate::billing::error::BillingError;
use crate::billing::http::{Caller, Reply};
use crate::billing::pricelist_export;

use super::effect::{Effect, Purpose};
use super::model::{Loading, Model};
use super::step::Step;

/// Language of the billing system's texts.
pub const LANG: &str = "en";

/// Loads the packages once.
pub fn drive(model: &mut Model, out: &mut Vec<Effect>) {
    if model.catalogue != Loading::Waiting || model.is_pending(Purpose::Catalogue) {
        return;
    }
    let request = pricelist_export::request(&model.guest());
    model.post(out, Purpose::Catalogue, request);
}

/// The packages came.
pub fn loaded(model: &mut Model, reply: Reply) {
    model.catalogue = match pricelist_export::response(reply, &model.config.assumed) {
        Ok(packages) if packages.is_empty() => Loading::Failed(BillingError::Unexpected("pricelist")),
        Ok(packages) => Loading::Ready(packages),
        Err(error) => Loading::Failed(error),
    };
}

/// Whether they could not be loaded for want of a connection, and are wanted now.
pub fn is_offline(model: &Model) -> bool {
    model.catalogue == Loading::Failed(BillingError::Offline) && model.place == Step::Package
}

/// "Try again".
pub fn retry(model: &mut Model) {
    if matches!(model.catalogue, Loading::Failed(_)) && model.place == Step::Package {
        model.catalogue = Loading::Waiting;
    }
}

impl Model {
    /// A call without a customer.
    pub fn guest(&self) -> Caller<'_> {
        Caller { dialect: self.config.dialect, lang: LANG, session: None }
    }

    /// A call in the customer's name.
    pub fn caller(&self) -> Caller<'_> {
        Caller { dialect: self.config.dialect, lang: LANG, session: self.session_id() }
    }
}
