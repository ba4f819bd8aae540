//! The wire format: parameters in, one of the dialects of JSON out.

pub mod dialect;
pub mod error;
pub mod form;
pub mod json;
pub mod labels;
pub mod params;
pub mod russian;
