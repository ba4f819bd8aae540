//! Russian: why the form does not start where its operator put it.
use crate::words::config_error::SetUp;

#[rustfmt::skip]
pub(in crate::words) fn set_up(key: SetUp) -> &'static str {
    match key {
        SetUp::Title => "Эта форма заказа настроена неверно",
        SetUp::Note => "Для владельца сайта: в config.json ошибка. Уважаемые клиенты, зайдите, пожалуйста, позже.",
        SetUp::Unreachable => "Не удалось загрузить config.json. Он должен лежать рядом с index.html.",
        SetUp::FramedTitle => "Откройте эту форму отдельно",
        SetUp::FramedNote => "Другая страница показывает эту форму заказа внутри себя, а владелец формы этого не разрешал. Та страница может видеть то, что вы вводите, или управлять этим.",
        SetUp::FramedLink => "Открыть форму отдельно",
        SetUp::NotJson => "Файл – не JSON (строка {0}, позиция {1}).",
        SetUp::NotObject => "{0} – должен быть объект.",
        SetUp::NotList => "{0} – должен быть список.",
        SetUp::NotText => "{0} – должен быть текст.",
        SetUp::Missing => "{0} – не указано.",
        SetUp::Unknown => "{0} – такого поля нет.",
        SetUp::NotOneOf => "{0} – должно быть одно из: {1}.",
        SetUp::NotOwnOrigin => "{0} – должен быть путь, который начинается с /, поскольку log_in – это cookie.",
        SetUp::BadAddress => "{0} – должен быть адрес https: или путь, который начинается с /.",
        SetUp::Forbidden => "{0} – нельзя, чтобы закрытый ключ создавал сервер.",
        SetUp::Empty => "{0} – не должно быть пустым.",
        SetUp::NotInList => "{0} – должно быть одно из {1}.",
        SetUp::Lacks => "{0}: нужно хотя бы одно из этих значений: {1}.",
        SetUp::NotNumber => "{0}: нужно число, записанное как текст.",
        SetUp::NotColour => "{0}: нужен цвет, например #0a5c63.",
        SetUp::LowContrast => "{0}: контраст с {1} должен быть не меньше 4,5:1.",
        SetUp::NotOrigin => "{0}: нужен источник, например https://panel.example.com.",
        SetUp::TheField => "«{0}»",
        SetUp::TheFile => "Файл",
    }
}
