//! English: why the form does not start where its operator put it.
use crate::words::config_error::SetUp;

#[rustfmt::skip]
pub(in crate::words) fn set_up(key: SetUp) -> &'static str {
    match key {
        SetUp::Title => "This order form is not set up correctly",
        SetUp::Note => "For the operator of this site: there is a mistake in config.json. Customers, please come back later.",
        SetUp::Unreachable => "config.json could not be loaded. It belongs beside index.html.",
        SetUp::FramedTitle => "Open this form by itself",
        SetUp::FramedNote => "Another page shows this order form inside itself, and the operator of the form has not allowed that. What you type there may be seen or steered by that page.",
        SetUp::FramedLink => "Open the form by itself",
        SetUp::NotJson => "The file is not JSON (line {0}, column {1}).",
        SetUp::NotObject => "{0} must be an object.",
        SetUp::NotList => "{0} must be a list.",
        SetUp::NotText => "{0} must be a text.",
        SetUp::Missing => "{0} is missing.",
        SetUp::Unknown => "{0} is not a known field.",
        SetUp::NotOneOf => "{0} must be one of: {1}.",
        SetUp::NotOwnOrigin => "{0} must be a path that begins with /, since log_in is cookie.",
        SetUp::BadAddress => "{0} must be an https: address, or a path that begins with /.",
        SetUp::Forbidden => "{0} must not let the server make the private key.",
        SetUp::Empty => "{0} must not be empty.",
        SetUp::NotInList => "{0} must be one of {1}.",
        SetUp::Lacks => "{0} must hold at least one of: {1}.",
        SetUp::NotNumber => "{0} must be a number, written as a text.",
        SetUp::NotColour => "{0} must be a colour, such as #0a5c63.",
        SetUp::LowContrast => "{0} must have a contrast of at least 4.5:1 with {1}.",
        SetUp::NotOrigin => "{0} must be an origin, such as https://panel.example.com.",
        SetUp::TheField => "“{0}”",
        SetUp::TheFile => "The file",
    }
}
