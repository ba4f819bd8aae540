//! Arabic: why the form does not start where its operator put it.
use crate::words::config_error::SetUp;

#[rustfmt::skip]
pub(in crate::words) fn set_up(key: SetUp) -> &'static str {
    match key {
        SetUp::Title => "نموذج الطلب هذا غير مُعدّ على الوجه الصحيح",
        SetUp::Note => "لمشغّل هذا الموقع: يوجد خطأ في config.json. للعملاء: يُرجى العودة لاحقًا.",
        SetUp::Unreachable => "تعذّر تحميل config.json. يجب أن يكون بجانب index.html.",
        SetUp::FramedTitle => "افتح هذا النموذج وحده",
        SetUp::FramedNote => "تعرض صفحة أخرى نموذج الطلب هذا داخلها، ولم يسمح مشغّل النموذج بذلك. قد ترى تلك الصفحة ما تكتبه أو تتحكم فيه.",
        SetUp::FramedLink => "فتح النموذج وحده",
        SetUp::NotJson => "الملف ليس بصيغة JSON (السطر {0}، العمود {1}).",
        SetUp::NotObject => "{0} يجب أن يكون كائنًا.",
        SetUp::NotList => "{0} يجب أن يكون قائمة.",
        SetUp::NotText => "{0} يجب أن يكون نصًّا.",
        SetUp::Missing => "{0} غير موجود.",
        SetUp::Unknown => "{0} ليس حقلًا معروفًا.",
        SetUp::NotOneOf => "{0} يجب أن يكون واحدًا مما يلي: {1}.",
        SetUp::NotOwnOrigin => "{0} يجب أن يكون مسارًا يبدأ بـ /، لأن قيمة log_in هي cookie.",
        SetUp::BadAddress => "{0} يجب أن يكون عنوان https: أو مسارًا يبدأ بـ /.",
        SetUp::Forbidden => "{0} يجب ألا يتيح للخادم إنشاء المفتاح الخاص.",
        SetUp::Empty => "{0} يجب ألا يكون فارغًا.",
        SetUp::NotInList => "{0} يجب أن يكون من قيم {1}.",
        SetUp::Lacks => "يجب أن يحتوي {0} على واحدة على الأقل من هذه القيم: {1}.",
        SetUp::NotNumber => "يجب أن يكون {0} رقمًا مكتوبًا كنص.",
        SetUp::NotColour => "يجب أن يكون {0} لونًا، مثل ‎#0a5c63.",
        SetUp::LowContrast => "يجب ألا يقل تباين {0} مع {1} عن 4.5:1.",
        SetUp::NotOrigin => "يجب أن يكون {0} مصدرًا (origin)، مثل https://panel.example.com.",
        SetUp::TheField => "«{0}»",
        SetUp::TheFile => "الملف",
    }
}
