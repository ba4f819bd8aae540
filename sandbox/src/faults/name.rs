//! The names of the switches, and at which moment of a call each one acts.

use crate::order::step;
use crate::wire::params::Params;

/// A moment in the life of a call at which faults act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The whole installation, whatever is called.
    Installation,
    /// Before anything else: a wait.
    Delay,
    /// In the place of the call: no effect.
    Before,
    /// The session comes from the cookie of a page of another origin.
    Foreign,
    /// In the place of the function: an error, no effect.
    Refuse,
    /// Around the function, in its transaction.
    Adjust,
    /// The form of the answer.
    Shape,
    /// On the way back, after the effect.
    After,
}

/// A fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    OneAsObject,
    ExtraFields,
    Reordered,
    PlainNumbers,
    Nested,
    Russian,
    Latency,
    TimeOut,
    TimeOutAfter,
    BadGateway,
    BadGatewayAfter,
    GatewayTimeOut,
    Forbidden,
    Blocked460,
    Html,
    Truncated,
    ConnectionLost,
    LongOperation,
    InProcess,
    SessionEnd,
    Access,
    OneTimeCode,
    BadIp,
    BlockLogon,
    BlockedIp,
    BlockGeoIp,
    Captcha,
    InsufficientFunds,
    PromoUnknown,
    PromoExpired,
    PromoUnfit,
    PayerIncomplete,
    NoSuitableModule,
    ApiError,
    Limit,
    Error,
    Cors,
    RefererCheck,
    NewCart,
    States,
}

/// Every switch as it is written, with its moment. `new_cart` has two: it refuses the old cart and fills the new one.
const TABLE: [(&str, Name, Stage); 40] = [
    ("one_as_object", Name::OneAsObject, Stage::Shape),
    ("extra_fields", Name::ExtraFields, Stage::Shape),
    ("reordered", Name::Reordered, Stage::Shape),
    ("plain_numbers", Name::PlainNumbers, Stage::Shape),
    ("nested", Name::Nested, Stage::Shape),
    ("russian", Name::Russian, Stage::Shape),
    ("latency", Name::Latency, Stage::Delay),
    ("time_out", Name::TimeOut, Stage::Before),
    ("time_out_after", Name::TimeOutAfter, Stage::After),
    ("bad_gateway", Name::BadGateway, Stage::Before),
    ("bad_gateway_after", Name::BadGatewayAfter, Stage::After),
    ("gateway_time_out", Name::GatewayTimeOut, Stage::After),
    ("forbidden", Name::Forbidden, Stage::Before),
    ("blocked_460", Name::Blocked460, Stage::Before),
    ("html", Name::Html, Stage::Before),
    ("truncated", Name::Truncated, Stage::After),
    ("connection_lost", Name::ConnectionLost, Stage::After),
    ("long_operation", Name::LongOperation, Stage::After),
    ("in_process", Name::InProcess, Stage::Refuse),
    ("session_end", Name::SessionEnd, Stage::Refuse),
    ("access", Name::Access, Stage::Refuse),
    ("one_time_code", Name::OneTimeCode, Stage::Adjust),
    ("badip", Name::BadIp, Stage::Refuse),
    ("blocklogon", Name::BlockLogon, Stage::Refuse),
    ("blocked_ip", Name::BlockedIp, Stage::Refuse),
    ("blockgeoip", Name::BlockGeoIp, Stage::Refuse),
    ("captcha", Name::Captcha, Stage::Refuse),
    ("insufficient_funds", Name::InsufficientFunds, Stage::Adjust),
    ("promo_unknown", Name::PromoUnknown, Stage::Refuse),
    ("promo_expired", Name::PromoExpired, Stage::Refuse),
    ("promo_unfit", Name::PromoUnfit, Stage::Refuse),
    ("payer_incomplete", Name::PayerIncomplete, Stage::Refuse),
    ("no_suitable_module", Name::NoSuitableModule, Stage::Refuse),
    ("api_error", Name::ApiError, Stage::Refuse),
    ("limit", Name::Limit, Stage::Refuse),
    ("error", Name::Error, Stage::Refuse),
    ("cors", Name::Cors, Stage::Installation),
    ("referer_check", Name::RefererCheck, Stage::Foreign),
    ("new_cart", Name::NewCart, Stage::Adjust),
    ("states", Name::States, Stage::Adjust),
];

impl Name {
    /// The switch spelt so.
    pub fn read(text: &str) -> Option<Self> {
        TABLE.iter().find(|(own, ..)| *own == text).map(|(_, name, _)| *name)
    }

    /// As it is written.
    pub fn text(self) -> &'static str {
        TABLE.iter().find(|(_, name, _)| *name == self).map_or("", |(text, ..)| text)
    }

    /// All names in one line, for whoever has misspelt one.
    pub fn all() -> String {
        TABLE.map(|(text, ..)| text).join(", ")
    }

    /// Its moment.
    pub fn stage(self) -> Stage {
        TABLE.iter().find(|(_, name, _)| *name == self).map_or(Stage::Installation, |(.., stage)| *stage)
    }

    /// Whether it has something to do at `stage` of this call.
    pub fn acts(self, stage: Stage, params: &Params) -> bool {
        let func = params.get("func");
        let at_stage = match self {
            Self::NewCart if is_old_cart(func) => return stage == Stage::Refuse,
            _ => self.stage() == stage,
        };
        at_stage
            && match self {
                Self::BadIp
                | Self::BlockLogon
                | Self::BlockedIp
                | Self::BlockGeoIp
                | Self::Captcha
                | Self::OneTimeCode => func == "auth",
                Self::PromoUnknown | Self::PromoExpired | Self::PromoUnfit => sets_code(params),
                Self::PayerIncomplete => func == "payment.add.method" && params.has("sok"),
                Self::InsufficientFunds => pays_from_balance(params),
                Self::NewCart => is_for_new_cart(params),
                _ => true,
            }
    }
}

/// Functions that an installation with the new cart does not have.
fn is_old_cart(func: &str) -> bool {
    func == "basket" || func == "payment.add" || func.starts_with("payment.add.")
}

fn sets_code(params: &Params) -> bool {
    params.get("func") == "basket" && params.has("sok") && ["setpromocode", ""].contains(&params.get("clicked_button"))
}

fn pays_from_balance(params: &Params) -> bool {
    let pays = match params.get("func") {
        "payment.add.method" => params.get("clicked_button") == "fromsubaccount",
        step::PARAM => params.get("skipbasket") == "on",
        _ => false,
    };
    pays && params.has("sok")
}

/// The two parameters that put a certificate into the new cart.
fn is_for_new_cart(params: &Params) -> bool {
    params.get("func") == step::PARAM
        && params.has("sok")
        && params.get("clicked_button") == "quickbasket"
        && params.get("force_use_new_cart") == "on"
        && params.get("skipbasket") != "on"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_read_back() {
        for (text, name, stage) in TABLE {
            assert_eq!((Name::read(text), name.text(), name.stage()), (Some(name), text, stage));
        }
        assert_eq!(Name::read("Latency"), None);
    }

    #[test]
    fn a_fault_of_one_function_lets_all_others_pass() {
        for (name, stage, query, acts) in [
            (Name::Captcha, Stage::Refuse, "func=auth", true),
            (Name::Captcha, Stage::Refuse, "func=whoami", false),
            (Name::PromoUnfit, Stage::Refuse, "func=basket&sok=ok&clicked_button=setpromocode", true),
            (Name::PromoUnfit, Stage::Refuse, "func=basket&sok=ok&clicked_button=delete", false),
            (Name::PromoUnfit, Stage::Refuse, "func=basket", false),
            (Name::NewCart, Stage::Refuse, "func=payment.add.method", true),
            (Name::NewCart, Stage::Adjust, "func=basket", false),
            (Name::NewCart, Stage::Adjust, "func=certificate.order.param&sok=ok", false),
            (Name::InsufficientFunds, Stage::Adjust, "func=certificate.order.param&sok=ok&skipbasket=on", true),
            (Name::InsufficientFunds, Stage::Adjust, "func=payment.add.method&sok=ok&paymethod=2", false),
        ] {
            assert_eq!(name.acts(stage, &Params::parse(query, b"")), acts, "{query}");
        }
    }
}
