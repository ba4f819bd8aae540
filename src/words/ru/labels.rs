//! Russian: labels and hints.
use crate::wizard::step::Step;
use crate::words::field::FieldName;

#[rustfmt::skip]
pub(in crate::words) fn title(step: Step) -> &'static str {
    match step {
        Step::Package => "Выбор SSL-сертификата",
        Step::Request => "Запрос на сертификат (CSR)",
        Step::Subject => "Создание запроса (CSR) и закрытого ключа",
        Step::Key => "Закрытый ключ",
        Step::Contacts => "Контактные данные",
        Step::Questions => "Дополнительные вопросы",
        Step::Organization => "Название организации",
        Step::Validation => "Подтверждение имени",
        Step::Review => "Подтверждение заказа",
        Step::Done => "Ваш заказ оформлен",
    }
}

#[rustfmt::skip]
pub(in crate::words) fn step_name(step: Step) -> &'static str {
    match step {
        Step::Package => "Пакет",
        Step::Request => "Запрос",
        Step::Subject => "Имена и компания",
        Step::Key => "Закрытый ключ",
        Step::Contacts => "Контакты",
        Step::Questions => "Дополнительные вопросы",
        Step::Organization => "Организация",
        Step::Validation => "Подтверждение",
        Step::Review => "Проверка и оплата",
        Step::Done => "Готово",
    }
}

#[rustfmt::skip]
pub(in crate::words) fn label(field: FieldName) -> &'static str {
    match field {
        FieldName::Package => "Пакет",
        FieldName::Period => "Период",
        FieldName::PromotionCode => "Промокод",
        FieldName::RequestMethod => "Откуда взять запрос?",
        FieldName::ExistingRequest => "Запрос (CSR)",
        FieldName::Domain => "Доменное имя",
        FieldName::FurtherNames => "Дополнительные имена",
        FieldName::Country => "Код страны (2 символа)",
        FieldName::State => "Область/штат",
        FieldName::City => "Город",
        FieldName::Company => "Компания",
        FieldName::CompanyUnit => "Подразделение",
        FieldName::SubjectEmail => "Электронная почта",
        FieldName::KeyType => "Тип ключа",
        FieldName::KeepKey => "Сохранить закрытый ключ в системе",
        FieldName::KeyAttested => "Файл с закрытым ключом у меня",
        FieldName::VaultPassphrase => "Парольная фраза хранилища",
        FieldName::NextVaultPassphrase => "Новая парольная фраза хранилища",
        FieldName::FilePassphrase => "Парольная фраза файла",
        FieldName::TechIsAdmin => "Использовать административный контакт",
        FieldName::FirstName => "Имя",
        FieldName::LastName => "Фамилия",
        FieldName::JobTitle => "Должность",
        FieldName::ContactEmail => "Электронная почта",
        FieldName::Phone => "Номер телефона",
        FieldName::OrgName => "Название",
        FieldName::OrgCountry => "Страна",
        FieldName::OrgState => "Область/штат",
        FieldName::Postcode => "Почтовый индекс",
        FieldName::Address => "Адрес",
        FieldName::Question => "Ответ",
        FieldName::Method => "Как проверить имена?",
        FieldName::Approver => "Адрес для подтверждения",
        FieldName::PayBy => "Способ оплаты",
        FieldName::OpenOrder => "Заказ",
        FieldName::PayNow => "Оплатить сейчас",
        FieldName::PayMethod => "Платёжная система",
        FieldName::OrderAgain => "Я проверил(а): заказать снова",
        FieldName::OtherRows => "Оплатить и это",
        FieldName::UserName => "Имя пользователя",
        FieldName::Password => "Пароль",
        FieldName::Code => "Одноразовый код",
    }
}

#[rustfmt::skip]
pub(in crate::words) fn hint(field: FieldName) -> &'static str {
    match field {
        FieldName::PromotionCode => "Скидку рассчитает биллинговая система и покажет до оплаты.",
        FieldName::ExistingRequest => "Вставьте его целиком, вместе со строками, которые начинаются с -----BEGIN и -----END. Закрытый ключ здесь не нужен: оставьте его там, где он есть.",
        FieldName::Domain => "Имя, которое вводят посетители, например example.com или müller.de. Для всех имён под ним – *.example.com с пакетом Wildcard.",
        FieldName::FurtherNames => "По одному в строке либо через пробелы или запятые, например www.example.com. Сколько их может быть и по какой цене, зависит от пакета.",
        FieldName::Country => "Где зарегистрирована ваша организация. Введите название страны или её код.",
        FieldName::OrgCountry => "Введите название страны или её код.",
        FieldName::State => "Полностью, без сокращений.",
        FieldName::Company => "Юридическое название организации. Частные лица указывают полное имя.",
        FieldName::CompanyUnit => "Отдел, который занимается сертификатом. Попадёт в форму заказа, но не в сертификат.",
        FieldName::SubjectEmail => "Как связаться с вашей организацией. Попадёт в форму заказа, но не в сертификат.",
        FieldName::KeepKey => "«Система» – это ваш браузер: ключ останется здесь и после перезагрузки. На сервер он никогда не отправляется.",
        FieldName::KeyAttested => "Он есть только у вас: потерянный закрытый ключ не восстановит никто.",
        FieldName::JobTitle => "Например, технический специалист или системный администратор.",
        FieldName::Phone => "С кодом страны, например 74950000000 или +7 495 000-00-00.",
        FieldName::OrgName => "Юридическое название, как в реестре.",
        FieldName::PayNow => "На странице самой биллинговой системы; она откроется по ссылке.",
        FieldName::OrderAgain => "Заказ был в корзине и исчез: его оформили или удалили на другой странице. Что именно, видно в личном кабинете.",
        FieldName::Code => "Из приложения или сообщения, которым защищена ваша учётная запись.",
        FieldName::Package
        | FieldName::Period
        | FieldName::RequestMethod
        | FieldName::City
        | FieldName::KeyType
        | FieldName::VaultPassphrase
        | FieldName::NextVaultPassphrase
        | FieldName::FilePassphrase
        | FieldName::TechIsAdmin
        | FieldName::FirstName
        | FieldName::LastName
        | FieldName::ContactEmail
        | FieldName::OrgState
        | FieldName::Postcode
        | FieldName::Address
        | FieldName::Question
        | FieldName::Method
        | FieldName::Approver
        | FieldName::PayBy
        | FieldName::OpenOrder
        | FieldName::PayMethod
        | FieldName::OtherRows
        | FieldName::UserName
        | FieldName::Password => "",
    }
}

#[rustfmt::skip]
pub(in crate::words) fn missing(field: FieldName) -> &'static str {
    match field {
        FieldName::Package => "Выберите пакет",
        FieldName::Period => "Выберите период",
        FieldName::PromotionCode => "Введите промокод",
        FieldName::ExistingRequest => "Вставьте запрос или выберите его файл",
        FieldName::Domain => "Введите доменное имя",
        FieldName::FurtherNames => "Введите дополнительные имена",
        FieldName::Country => "Выберите страну",
        FieldName::State => "Введите область или штат",
        FieldName::City => "Введите город",
        FieldName::Company => "Введите название компании",
        FieldName::CompanyUnit => "Введите подразделение",
        FieldName::SubjectEmail => "Введите адрес электронной почты",
        FieldName::VaultPassphrase => "Введите парольную фразу хранилища",
        FieldName::NextVaultPassphrase => "Введите новую парольную фразу хранилища",
        FieldName::FilePassphrase => "Введите парольную фразу файла",
        FieldName::FirstName => "Введите имя",
        FieldName::LastName => "Введите фамилию",
        FieldName::JobTitle => "Введите должность",
        FieldName::ContactEmail => "Введите адрес электронной почты",
        FieldName::Phone => "Введите номер телефона",
        FieldName::OrgName => "Введите название организации",
        FieldName::OrgCountry => "Выберите страну",
        FieldName::OrgState => "Введите область или штат",
        FieldName::Postcode => "Введите почтовый индекс",
        FieldName::Address => "Введите адрес",
        FieldName::Question => "Введите ответ",
        FieldName::Approver => "Выберите адрес для подтверждения",
        FieldName::PayBy => "Выберите способ оплаты",
        FieldName::OpenOrder => "Выберите один из ваших заказов",
        FieldName::PayMethod => "Выберите платёжную систему",
        FieldName::UserName => "Введите имя пользователя",
        FieldName::Password => "Введите пароль",
        FieldName::Code => "Введите одноразовый код",
        FieldName::RequestMethod
        | FieldName::KeyType
        | FieldName::KeepKey
        | FieldName::KeyAttested
        | FieldName::TechIsAdmin
        | FieldName::Method
        | FieldName::PayNow
        | FieldName::OrderAgain
        | FieldName::OtherRows => "Выберите одно из предложенных значений",
    }
}
