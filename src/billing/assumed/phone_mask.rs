//! Phones as the order form wants them: a list of countries beside the field (`adm_phone_country`), each with its
//! country code and a mask. All inferred: other forms of the billing system have such lists (API reference 4.3, 4.6),
//! its country table has `phonecode` and `phoneformat`; whether the certificate form has them is unknown.
use super::{Assumed, Fact, flag};
use crate::billing::doc::{Object, cell, many, shown};
use crate::billing::http::HttpRequest;
use crate::domain::country::CountryCode;
use crate::domain::json::Json;
use crate::domain::phone::Phone;

/// The list beside one phone field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhoneList {
    /// Its name on the wire: `adm_phone_country`.
    pub field: String,
    /// Its countries.
    pub countries: Vec<PhoneCountry>,
}

/// A country of such a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhoneCountry {
    /// What is sent.
    pub id: String,
    /// The country meant, where its flag tells.
    pub country: Option<CountryCode>,
    /// Its country code: `49`.
    pub code: String,
    /// How its numbers are written: `9` for a digit, `[…]` what may be left out. May be empty.
    pub mask: String,
}

/// All such lists of a form. Countries without a code are of no use and left out.
pub(in crate::billing) fn phone_lists(doc: &Object, assumed: &Assumed) -> Vec<PhoneList> {
    let mut lists = Vec::new();
    for list in many(doc.get("slist")).iter().filter_map(Json::as_object) {
        let field = cell(list, "name");
        if field.ends_with(assumed.of(Fact::PhoneList)) {
            let mut countries = Vec::new();
            countries.extend(many(list.get("val")).iter().filter_map(|entry| country(entry, assumed)));
            lists.push(PhoneList { field, countries });
        }
    }
    lists
}

fn country(value: &Json, assumed: &Assumed) -> Option<PhoneCountry> {
    let entry = value.as_object()?;
    let mut code = cell(entry, assumed.of(Fact::PhoneCode));
    if code.is_empty() {
        code = shown(Some(value)).split_once('+').map(|(_, code)| code.to_owned()).unwrap_or_default();
    }
    code.retain(|c| c.is_ascii_digit());
    let id = cell(entry, "key");
    if code.is_empty() || id.is_empty() {
        return None;
    }
    let country = flag::country(&id, &cell(entry, "image"), assumed);
    Some(PhoneCountry { id, country, code, mask: cell(entry, assumed.of(Fact::PhoneMask)) })
}

/// The phone number as field `name` of the form, with its country where the form has a list of them: `home` if the number
/// is of that country's code, else the first that is.
pub(in crate::billing) fn add(
    request: HttpRequest,
    lists: &[PhoneList],
    name: &'static str,
    phone: &Phone,
    home: CountryCode,
) -> HttpRequest {
    let list = lists.iter().find(|list| list.field.starts_with(name));
    let mut found: Option<&PhoneCountry> = None;
    for country in list.into_iter().flat_map(|list| list.countries.as_slice()) {
        let fits = phone.national(&country.code).is_some();
        if fits && (found.is_none() || country.country == Some(home)) {
            found = Some(country);
        }
    }
    match list.zip(found) {
        None => request.with(name, &phone.to_billing()),
        Some((list, country)) => {
            let masked = phone.national(&country.code).and_then(|digits| masked(country, digits));
            let written = masked.unwrap_or_else(|| phone.to_billing());
            request.with(name, &written).with_named(&list.field, &country.id)
        }
    }
}

/// `+7 (495) 000-00-00`; `None` where the mask has another number of digits.
fn masked(country: &PhoneCountry, digits: &str) -> Option<String> {
    let mask = country.mask.trim();
    let own_code = mask.strip_prefix('+').and_then(|rest| rest.strip_prefix(country.code.as_str()));
    let mask = own_code.unwrap_or(mask).trim_start();
    let filled = fill(mask, digits, true).or_else(|| fill(mask, digits, false))?;
    Some(format!("+{} {filled}", country.code))
}

fn fill(mask: &str, digits: &str, with_optional: bool) -> Option<String> {
    let mut digits = digits.chars();
    let mut filled = String::new();
    let mut is_optional = false;
    for c in mask.chars() {
        match c {
            '[' => is_optional = true,
            ']' => is_optional = false,
            _ if is_optional && !with_optional => {}
            '9' => filled.push(digits.next()?),
            other => filled.push(other),
        }
    }
    digits.next().is_none().then_some(filled)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::json::from_serde;

    #[test]
    fn digits_fill_the_mask_or_the_usual_writing_is_kept() {
        for (code, mask, digits, written) in [
            ("7", "(999) 9999999", "4950000000", Some("+7 (495) 0000000")),
            ("7", "+7 (999) 999-99-99", "4950000000", Some("+7 (495) 000-00-00")),
            ("49", "(99[9]) 9999999", "301234567", Some("+49 (30) 1234567")),
            ("49", "(99[9]) 9999999", "8912345678", Some("+49 (891) 2345678")),
            ("49", "(99[9]) 9999999", "3012345", None),
            ("49", "(99[9]) 9999999", "30123456789", None),
            ("49", "", "301234567", None),
        ] {
            let country = PhoneCountry { id: "1".into(), country: None, code: code.into(), mask: mask.into() };
            assert_eq!(masked(&country, digits).as_deref(), written, "{mask} {digits}");
        }
    }

    #[test]
    fn countries_come_with_their_code_from_its_cell_or_from_what_is_shown() {
        let doc = json!({"slist": [
            {"$name": "adm_phone_country", "val": [
                {"$key": "", "$": "-"},
                {"$key": "182", "$": "Russia", "$image": "/RU.png", "$phonecode": "7", "$phoneformat": "(999) 9999999"},
                {"$key": "5", "$": "Germany (+49)", "$image": "/DE.png"},
                {"$key": "6", "$": "Elbonia"},
            ]},
            {"$name": "field_country", "val": {"$key": "1", "$": "+1"}},
        ]});
        let lists = phone_lists(from_serde(&doc).as_object().unwrap(), &Assumed::default());
        assert_eq!(lists.len(), 1);
        let codes: Vec<_> = lists[0].countries.iter().map(|c| (c.id.as_str(), c.code.as_str())).collect();
        assert_eq!(codes, [("182", "7"), ("5", "49")]);
    }
}
