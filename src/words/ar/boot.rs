//! Arabic: the shell around the form, until it has started.
use crate::words::boot::Boot;

#[rustfmt::skip]
pub(in crate::words) fn boot(key: Boot) -> &'static str {
    match key {
        Boot::Title => "طلب شهادة جديدة",
        Boot::Loading => "جارٍ تحميل نموذج الطلب…",
        Boot::SlowTitle => "لم يبدأ النموذج بعد",
        Boot::SlowWait => "إذا كان الاتصال بطيئًا فانتظر قليلًا. وإن لم يتغير شيء فأعد تحميل الصفحة.",
        Boot::SlowElse => "إن لم يُجدِ ذلك فافتحها في إصدار حديث من Firefox أو Chrome أو Edge أو Safari، أو أبلغ الشركة التي تطلب منها. لم يُرسَل شيء.",
        Boot::OldTitle => "لا يستطيع هذا المتصفح تشغيل النموذج",
        Boot::OldNote => "يُنشأ مفتاحك الخاص في المتصفح، وينقص هذا المتصفح ما يلزم لذلك. افتح هذه الصفحة في إصدار حديث من Firefox أو Chrome أو Edge أو Safari.",
        Boot::AlteredTitle => "تغيّر أحد ملفات هذا النموذج",
        Boot::AlteredNote => "ليس هذا الملف الذي نُشر مع هذه الصفحة، ولذلك لم يُستخدم منه شيء.",
        Boot::AlteredReload => "أعد تحميل الصفحة. وإن رأيت هذه الرسالة مرة أخرى فلا تطلب من هنا، وأبلغ الشركة التي تطلب منها.",
        Boot::NetworkTitle => "تعذّر تحميل جزء من النموذج",
        Boot::NetworkNote => "تحقق من اتصالك ثم أعد تحميل الصفحة. لم يُرسَل شيء.",
        Boot::CrashedTitle => "توقف النموذج",
        Boot::CrashedNote => "هذا خطأ في النموذج. أعد تحميل الصفحة للمتابعة. وإن تكرر ذلك فأبلغ الشركة التي تطلب منها.",
    }
}
