//! Labels and messages in Russian, for `lang=ru`. A sentence without a translation of its own gets that of its type.

use serde_json::Value;

use super::json::{Element, text};

/// Labels of fields.
const LABELS: [(&str, &str); 54] = [
    ("CN", "Доменное имя"),
    ("L", "Город"),
    ("O", "Организация"),
    ("OU", "Отдел"),
    ("ST", "Область или край"),
    ("adm_email", "Электронная почта"),
    ("adm_fname", "Имя"),
    ("adm_jtitle", "Должность"),
    ("adm_lname", "Фамилия"),
    ("adm_phone", "Телефон"),
    ("altname", "Дополнительные имена"),
    ("altname_input", "Дополнительные имена"),
    ("amount", "Сумма"),
    ("approver_method", "Способ подтверждения"),
    ("autoprolong", "Автопродление"),
    ("billorder", "Заказ"),
    ("ca", "Сертификат центра"),
    ("crt", "Сертификат"),
    ("crt_type", "Запрос на сертификат"),
    ("csr", "Запрос на сертификат"),
    ("emailAddress", "Электронная почта"),
    ("field_country", "Страна"),
    ("key", "Секретный ключ"),
    ("licence_agreement", "Я принимаю лицензионное соглашение"),
    ("methodlist", "Способ оплаты"),
    ("newsletter", "Получать новости"),
    ("orderinfo", "Заказ"),
    ("org_address", "Адрес"),
    ("org_city", "Город"),
    ("org_country", "Страна"),
    ("org_division", "Подразделение"),
    ("org_duns", "Номер DUNS"),
    ("org_name", "Название"),
    ("org_phone", "Телефон"),
    ("org_postcode", "Индекс"),
    ("org_state", "Область или край"),
    ("out", "Формат вывода"),
    ("payment_currency", "Валюта"),
    ("paymethod", "Способ оплаты"),
    ("period", "Период"),
    ("person", "Контактное лицо"),
    ("pricelist", "Тарифный план"),
    ("profile", "Плательщик"),
    ("project_note", "Примечание к проекту"),
    ("promocode", "Промокод"),
    ("server_software", "Программа сервера"),
    ("skipbasket", "Оплатить сразу"),
    ("tariflist", "Тарифный план"),
    ("tax", "Налог"),
    ("tech_email", "Электронная почта"),
    ("tech_fname", "Имя"),
    ("tech_jtitle", "Должность"),
    ("tech_lname", "Фамилия"),
    ("tech_phone", "Телефон"),
];

fn label(field: &str) -> &str {
    if field.starts_with("approver_email_") {
        return "Почта для подтверждения";
    }
    let known = LABELS.iter().find(|(name, _)| *name == field);
    known.map_or(field, |(_, label)| label)
}

/// Puts labels and error message of an answer into Russian.
pub fn translate(doc: &mut Element) {
    let labels = doc.get_mut("messages").and_then(|messages| messages.get_mut("msg")).and_then(Value::as_object_mut);
    for (field, shown) in labels.into_iter().flatten() {
        *shown = label(field).into();
    }
    let Some(error) = doc.get_mut("error").and_then(Value::as_object_mut) else { return };
    let message = message(error);
    error.insert("msg".to_owned(), text(message));
    error.insert("$lang".to_owned(), "ru".into());
}

fn message(error: &Element) -> String {
    let attribute = |name: &str| error.get(name).and_then(Value::as_str).unwrap_or_default();
    let english = error.get("msg").and_then(|msg| msg.get("$")).and_then(Value::as_str).unwrap_or_default();
    let object = attribute("$object");
    match attribute("$type") {
        "access" => format!("У вас недостаточно прав на выполнение функции '{}'", value(error)),
        "value" if english.ends_with("The value cannot be empty.") => {
            format!("Поле '{}' имеет недопустимое значение. Значение не может быть пустым", label(object))
        }
        "value" => format!("Поле '{}' имеет недопустимое значение", label(object)),
        "missed" => format!("Объект '{object}' не существует"),
        "auth" => log_in_refused(object).to_owned(),
        "extraconfirm" => "Сначала подтвердите вход одноразовым кодом".to_owned(),
        "limit" if object == "balance" => "Недостаточно средств на счёте".to_owned(),
        "limit" => "Превышено ограничение".to_owned(),
        "promocode_not_use" => format!("Промокод '{}' нельзя использовать для этого заказа", value(error)),
        "wizard_unavailable" => "Вы пытаетесь перейти к шагу, который сейчас недоступен".to_owned(),
        "xml" => "Ваш запрос обрабатывается, пожалуйста, подождите".to_owned(),
        "no_suitable_module" => "Для этого продукта нет подходящего модуля обработки".to_owned(),
        "api_error" => "Удостоверяющий центр отклонил запрос".to_owned(),
        _ => "Не удалось выполнить операцию".to_owned(),
    }
}

fn log_in_refused(object: &str) -> &'static str {
    match object {
        "badip" => "Доступ с этого IP-адреса запрещён",
        "blocklogon" => "Слишком много неудачных попыток. Вход заблокирован",
        "blocked_ip" => "IP-адрес заблокирован",
        "blockgeoip" => "Вход из этой страны запрещён",
        "captcha" => "Подтвердите, что вы не робот",
        _ => "Неверное имя пользователя или пароль",
    }
}

/// The parameter `value`.
fn value(error: &Element) -> &str {
    let params = error.get("param").and_then(Value::as_array);
    let found = params.into_iter().flatten().find(|param| param.get("$name").is_some_and(|name| name == "value"));
    found.and_then(|param| param.get("$")).and_then(Value::as_str).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::error::ApiError;
    use super::*;

    fn message_of(error: ApiError) -> String {
        let mut doc = error.into_doc("f");
        translate(&mut doc);
        assert_eq!(doc["error"]["$lang"], "ru");
        doc["error"]["msg"]["$"].as_str().unwrap().to_owned()
    }

    #[test]
    fn the_recognizable_texts_are_those_of_real_installations() {
        let text = message_of(ApiError::access("basket"));
        assert_eq!(text, "У вас недостаточно прав на выполнение функции 'basket'");
        assert!(
            message_of(ApiError::other("xml", "", "", "Request in process")).starts_with("Ваш запрос обрабатывается")
        );
        let empty = message_of(ApiError::empty("adm_email"));
        assert_eq!(empty, "Поле 'Электронная почта' имеет недопустимое значение. Значение не может быть пустым");
    }

    #[test]
    fn every_error_is_translated_whole() {
        for error in [
            ApiError::value("CN", "x", "Too long."),
            ApiError::missed("billorder", "1"),
            ApiError::extra_confirm(),
            ApiError::bad_password(),
            ApiError::balance("18.00"),
            ApiError::limit("certificate"),
            ApiError::wizard_unavailable("f", "Title"),
            ApiError::promocode_expired("x"),
            ApiError::other("strange", "", "", "The operation failed."),
        ] {
            let text = message_of(error);
            let latin = text.split('\'').step_by(2).any(|part| part.bytes().any(|b| b.is_ascii_alphabetic()));
            assert!(!latin, "{text}");
        }
    }
}
