//! The packages on sale; guests may read them.
use crate::billing::error::BillingError;
use crate::billing::http::{Caller, Reply};
use crate::billing::pricelist_export;

use super::effect::{Effect, Purpose};
use super::language;
use super::model::{Loading, Model};
use super::offer;
use super::step::Step;

/// Loads the packages once, and again in another language.
pub fn drive(model: &mut Model, out: &mut Vec<Effect>) {
    let is_wanted = model.catalogue == Loading::Waiting || language::is_catalogue_foreign(model);
    if !is_wanted || model.is_pending(Purpose::Catalogue) {
        return;
    }
    model.catalogue_lang = model.lang;
    let request = pricelist_export::request(&model.guest());
    model.post(out, Purpose::Catalogue, request);
}

/// The packages came.
pub fn loaded(model: &mut Model, reply: Reply) {
    let offered = pricelist_export::response(reply, &model.config.assumed);
    model.catalogue = match offered.map(|offered| offer::packages(&model.config, offered)) {
        Ok(packages) if !packages.is_empty() => Loading::Ready(packages),
        // Packages in another language are better than none.
        _ if matches!(model.catalogue, Loading::Ready(_)) => return,
        Ok(_) => Loading::Failed(BillingError::NothingOnSale),
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
        Caller { dialect: self.config.dialect, lang: self.lang.tag(), session: None, project: self.project() }
    }

    /// Id of the provider, where the operator names one.
    pub(super) fn project(&self) -> Option<&str> {
        self.config.project.as_deref()
    }

    /// A call in the customer's name.
    pub fn caller(&self) -> Caller<'_> {
        Caller {
            dialect: self.config.dialect,
            lang: self.lang.tag(),
            session: self.session_id(),
            project: self.project(),
        }
    }
}
