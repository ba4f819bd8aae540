//! English: every sentence, in tables that do not compile when one is missing.
pub(super) mod boot;
pub(super) mod config_error;
pub(super) mod found;
pub(super) mod labels;
pub(super) mod privacy;
pub(super) mod problems;
pub(super) mod rules;
pub(super) mod say;
pub(super) mod troubles;
pub(super) mod vault;
