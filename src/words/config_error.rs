//! Why the form does not start where its operator put it: sentences for the operator.
use super::Words;
use super::en;
use super::key::keys;
use super::speech::{Arg, Speech};
use crate::config::{ConfigError, ConfigReason, Wanted};

keys! {
    /// A sentence about `config.json`, or about the page around the form; the English one is its documentation:
    /// `en/config_error.rs`. `{0}` is the field, or the file.
    pub enum SetUp: SetUp, en::config_error::set_up {
        Title,
        Note,
        Unreachable,
        FramedTitle,
        FramedNote,
        FramedLink,
        NotJson,
        NotObject,
        NotList,
        NotText,
        Missing,
        Unknown,
        NotOneOf,
        NotOwnOrigin,
        BadAddress,
        Forbidden,
        Empty,
        NotInList,
        Lacks,
        NotNumber,
        NotColour,
        LowContrast,
        NotOrigin,
        TheField,
        TheFile,
    }
}

impl Speech {
    /// What is wrong with `config.json`.
    pub fn config_error(&self, error: &ConfigError) -> Words {
        let field = match error.field.as_str() {
            "" => self.say(SetUp::TheFile),
            field => self.fill(SetUp::TheField, &[Arg::Text(field)]),
        };
        let key = match &error.reason {
            ConfigReason::NotJson { line, column } => {
                return self.fill(SetUp::NotJson, &[Arg::Number(*line), Arg::Number(*column)]);
            }
            ConfigReason::NotOneOf(values) => return self.config_values(SetUp::NotOneOf, &field, values),
            ConfigReason::Lacks(values) => return self.config_values(SetUp::Lacks, &field, values),
            ConfigReason::WrongType(Wanted::Object) => SetUp::NotObject,
            ConfigReason::WrongType(Wanted::List) => SetUp::NotList,
            ConfigReason::WrongType(Wanted::Text) => SetUp::NotText,
            ConfigReason::Missing => SetUp::Missing,
            ConfigReason::Unknown => SetUp::Unknown,
            ConfigReason::NotOwnOrigin => SetUp::NotOwnOrigin,
            ConfigReason::BadAddress => SetUp::BadAddress,
            ConfigReason::Forbidden => SetUp::Forbidden,
            ConfigReason::Empty => SetUp::Empty,
            ConfigReason::NotInList(list) => {
                return self.fill(SetUp::NotInList, &[Arg::Words(&field), Arg::Text(list)]);
            }
            ConfigReason::NotNumber => SetUp::NotNumber,
            ConfigReason::NotColour => SetUp::NotColour,
            ConfigReason::LowContrast(ground) => {
                return self.fill(SetUp::LowContrast, &[Arg::Words(&field), Arg::Text(ground)]);
            }
            ConfigReason::NotOrigin => SetUp::NotOrigin,
        };
        self.fill(key, &[Arg::Words(&field)])
    }

    fn config_values(&self, key: SetUp, field: &Words, values: &[&str]) -> Words {
        let values: Vec<String> = values.iter().map(|value| (*value).to_owned()).collect();
        self.fill(key, &[Arg::Words(field), Arg::Words(&self.joined(&values))])
    }
}
