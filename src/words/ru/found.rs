//! Russian: what is said beside the findings of a request, and of names.
use crate::words::finding::Found;

#[rustfmt::skip]
pub(in crate::words) fn found(key: Found) -> &'static str {
    match key {
        // How bad a finding is.
        Found::Error => "Ошибка",
        Found::Warning => "Предупреждение",
        Found::Note => "Заметка",
        // What can be done about it.
        Found::FixNewKey => "Лучше создать новый ключ и запрос здесь",
        Found::FixCountry => "Взять правильный код страны",
        Found::FixPackage => "Выбрать другой пакет",
        Found::FixIgnored => "Оставить: это не будет учтено",
        Found::FixLeave => "Оставить как есть",
        // What was put right of the text that was given.
        Found::Binary => "двоичный файл (DER) записан текстом",
        Found::NoArmour => "не было строк BEGIN и END",
        Found::OtherLabel => "строка BEGIN говорила другое",
        Found::NewHeader => "старый заголовок NEW CERTIFICATE REQUEST",
        Found::Dashes => "пропущенные или другие чёрточки вокруг BEGIN или END",
        Found::NoEnd => "строки END не было, или она другая",
        Found::TextAround => "текст до или после запроса",
        Found::Headers => "строки с двоеточием внутри запроса",
        Found::Escapes => "переносы строк, записанные как \\n",
        Found::LineEnds => "концы строк Windows",
        Found::Lines => "строки длиной не 64 символа",
        Found::Blanks => "пробелы и пустые строки",
        Found::Strays => "символы, которых в запросах не бывает",
        Found::Padding => "неверные или пропущенные знаки = в конце",
        // Names that look like others, and the alphabets they are written in.
        Found::NoteBoth => "{0} стоит в сертификате как {1}",
        Found::NoteMixed => "В «{0}» смешаны алфавиты: {1}. Некоторые буквы только похожи: проверьте, то ли это имя.",
        Found::NoteAlphabet => "{0} {1}",
        Found::NoteReadsAs => "«{0}» выглядит как «{1}», но его буквы – {2}. Проверьте, то ли это имя.",
        Found::NoteFolded => "Введено не один раз, заказывается один: {0}.",
        Found::NoteUnchecked => "Список публичных окончаний не удалось загрузить, поэтому *. перед этим именем здесь не проверена. Её проверит биллинговая система.",
        Found::Latin => "латиница",
        Found::Greek => "греческий алфавит",
        Found::Cyrillic => "кириллица",
        Found::Armenian => "армянский алфавит",
        Found::Hebrew => "еврейский алфавит",
        Found::Arabic => "арабское письмо",
        Found::Devanagari => "деванагари",
        Found::Thai => "тайское письмо",
        Found::Georgian => "грузинский алфавит",
        Found::Hangul => "корейское письмо",
        Found::Cherokee => "письмо чероки",
        Found::Hiragana => "хирагана",
        Found::Katakana => "катакана",
        Found::Bopomofo => "бопомофо",
        Found::Han => "китайское письмо",
        Found::OtherScript => "другой алфавит",
    }
}
