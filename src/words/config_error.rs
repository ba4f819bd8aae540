//! What is wrong with `config.json`, for the operator.
use super::Words;
use super::speech::{Arg, Speech};
use super::trouble::Fault;
use crate::config::{ConfigError, ConfigReason, Wanted};

impl Speech {
    /// What is wrong with `config.json`.
    pub fn config_error(&self, error: &ConfigError) -> Words {
        let field = match error.field.as_str() {
            "" => self.say(Fault::TheFile),
            field => self.fill(Fault::TheField, &[Arg::Text(field)]),
        };
        let key = match &error.reason {
            ConfigReason::NotJson { line, column } => {
                return self.fill(Fault::ConfigNotJson, &[Arg::Number(*line), Arg::Number(*column)]);
            }
            ConfigReason::NotOneOf(values) => {
                let values: Vec<String> = values.iter().map(|value| (*value).to_owned()).collect();
                return self.fill(Fault::ConfigNotOneOf, &[Arg::Words(&field), Arg::Words(&self.joined(&values))]);
            }
            ConfigReason::WrongType(Wanted::Object) => Fault::ConfigNotObject,
            ConfigReason::WrongType(Wanted::List) => Fault::ConfigNotList,
            ConfigReason::WrongType(Wanted::Text) => Fault::ConfigNotText,
            ConfigReason::Missing => Fault::ConfigMissing,
            ConfigReason::Unknown => Fault::ConfigUnknown,
            ConfigReason::NotOwnOrigin => Fault::ConfigNotOwnOrigin,
            ConfigReason::BadAddress => Fault::ConfigBadAddress,
            ConfigReason::Forbidden => Fault::ConfigForbidden,
            ConfigReason::Empty => Fault::ConfigEmpty,
            ConfigReason::NotInList(list) => {
                return self.fill(Fault::ConfigNotInList, &[Arg::Words(&field), Arg::Text(list)]);
            }
        };
        self.fill(key, &[Arg::Words(&field)])
    }
}
