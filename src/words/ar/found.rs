//! Arabic: what is said beside the findings of a request, and of names.
use crate::words::finding::Found;

#[allow(clippy::too_many_lines, reason = "one exhaustive match is how a missing sentence does not compile")]
#[rustfmt::skip]
pub(in crate::words) fn found(key: Found) -> &'static str {
    match key {
        // How bad a finding is.
        Found::Error => "خطأ",
        Found::Warning => "تحذير",
        Found::Note => "ملاحظة",
        // What can be done about it.
        Found::FixNewKey => "إنشاء مفتاح وطلب توقيع جديدين هنا بدلًا من ذلك",
        Found::FixCountry => "استخدام رمز البلد الصحيح",
        Found::FixPackage => "اختيار باقة أخرى",
        Found::FixIgnored => "إبقاؤه: سيجري تجاهله",
        Found::FixLeave => "إبقاؤه كما هو",
        // What was put right of the text that was given.
        Found::Binary => "ملف ثنائي (DER) حُوّل إلى نص",
        Found::NoArmour => "سطرا BEGIN وEND كانا مفقودين",
        Found::OtherLabel => "سطر BEGIN كان فيه نص آخر",
        Found::NewHeader => "الترويسة القديمة NEW CERTIFICATE REQUEST",
        Found::Dashes => "شرطات مفقودة أو مختلفة حول BEGIN أو END",
        Found::NoEnd => "سطر END كان مفقودًا أو مختلفًا",
        Found::TextAround => "نص قبل طلب التوقيع أو بعده",
        Found::Headers => "أسطر فيها نقطتان رأسيتان داخل طلب التوقيع",
        Found::Escapes => "فواصل أسطر مكتوبة على شكل \\n",
        Found::LineEnds => "نهايات أسطر بصيغة Windows",
        Found::Lines => "أسطر لا يبلغ طولها 64 حرفًا",
        Found::Blanks => "مسافات وأسطر فارغة",
        Found::Strays => "أحرف لا ترد في أي طلب توقيع",
        Found::Padding => "علامة = خاطئة أو مفقودة في النهاية",
        // Names that look like others, and the alphabets they are written in.
        Found::NoteBoth => "يُكتب {0} في الشهادة على شكل {1}",
        Found::NoteMixed => "يجمع «{0}» بين أكثر من أبجدية: {1}. بعض الحروف متشابهة في الشكل فحسب: تحقق من أن هذا هو الاسم الذي تقصده.",
        Found::NoteAlphabet => "{0} ({1})",
        Found::NoteReadsAs => "يشبه «{0}» الاسم «{1}»، لكن أبجدية حروفه هي: {2}. تحقق من أن هذا هو الاسم الذي تقصده.",
        Found::NoteFolded => "أُدخل أكثر من مرة ويُطلب مرة واحدة: {0}.",
        Found::NoteUnchecked => "تعذّر تحميل قائمة اللواحق العامة، ولذلك لا يُتحقق هنا من *. قبل هذا الاسم. ويتحقق منها نظام الفوترة.",
        Found::Latin => "اللاتينية",
        Found::Greek => "اليونانية",
        Found::Cyrillic => "السيريلية",
        Found::Armenian => "الأرمنية",
        Found::Hebrew => "العبرية",
        Found::Arabic => "العربية",
        Found::Devanagari => "الديفاناغارية",
        Found::Thai => "التايلاندية",
        Found::Georgian => "الجورجية",
        Found::Hangul => "الكورية",
        Found::Cherokee => "الشيروكية",
        Found::Hiragana => "الهيراغانا",
        Found::Katakana => "الكاتاكانا",
        Found::Bopomofo => "البوبوموفو",
        Found::Han => "الصينية",
        Found::OtherScript => "أبجدية أخرى",
    }
}
