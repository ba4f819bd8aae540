//! The wire format: parameters in, the `doc`/`$` dialect of JSON out.

pub mod error;
pub mod form;
pub mod json;
pub mod labels;
pub mod params;
