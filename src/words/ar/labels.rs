//! Arabic: labels and hints.
use crate::wizard::step::Step;
use crate::words::field::FieldName;

#[rustfmt::skip]
pub(in crate::words) fn title(step: Step) -> &'static str {
    match step {
        Step::Package => "اختيار شهادة SSL",
        Step::Request => "طلب توقيع الشهادة (CSR)",
        Step::Subject => "إنشاء طلب توقيع (CSR) ومفتاح خاص",
        Step::Key => "المفتاح الخاص",
        Step::Contacts => "بيانات الاتصال",
        Step::Questions => "أسئلة إضافية",
        Step::Organization => "اسم المؤسسة",
        Step::Validation | Step::Review => "تأكيد الطلب",
        Step::Done => "تم تقديم طلبك",
    }
}

#[rustfmt::skip]
pub(in crate::words) fn step_name(step: Step) -> &'static str {
    match step {
        Step::Package => "الباقة",
        Step::Request => "طلب التوقيع",
        Step::Subject => "الأسماء والشركة",
        Step::Key => "المفتاح الخاص",
        Step::Contacts => "جهات الاتصال",
        Step::Questions => "أسئلة إضافية",
        Step::Organization => "المؤسسة",
        Step::Validation => "التأكيد",
        Step::Review => "المراجعة والدفع",
        Step::Done => "تم",
    }
}

#[rustfmt::skip]
pub(in crate::words) fn label(field: FieldName) -> &'static str {
    match field {
        FieldName::Package => "الباقة",
        FieldName::Period => "المدة",
        FieldName::PromotionCode => "الرمز الترويجي",
        FieldName::RequestMethod => "كيف تريد تقديم طلب التوقيع؟",
        FieldName::ExistingRequest => "طلب التوقيع (CSR)",
        FieldName::Domain => "اسم النطاق",
        FieldName::FurtherNames => "أسماء إضافية",
        FieldName::Country => "رمز البلد (حرفان)",
        FieldName::State => "الولاية/المقاطعة",
        FieldName::Company => "الشركة",
        FieldName::CompanyUnit => "قسم الشركة",
        FieldName::SubjectEmail => "البريد الإلكتروني",
        FieldName::KeyType => "نوع المفتاح",
        FieldName::KeepKey => "حفظ المفتاح الخاص في النظام",
        FieldName::KeyAttested => "لديّ الملف الذي يحتوي على المفتاح الخاص",
        FieldName::VaultPassphrase => "عبارة مرور الخزنة",
        FieldName::NextVaultPassphrase => "عبارة المرور الجديدة للخزنة",
        FieldName::FilePassphrase => "عبارة مرور الملف",
        FieldName::TechIsAdmin => "استخدام جهة الاتصال الإدارية",
        FieldName::FirstName => "الاسم الأول",
        FieldName::LastName => "اسم العائلة",
        FieldName::JobTitle => "المسمى الوظيفي",
        FieldName::ContactEmail => "البريد الإلكتروني",
        FieldName::OrgName => "الاسم",
        FieldName::OrgCountry => "البلد",
        FieldName::OrgState => "المقاطعة/الولاية",
        FieldName::City => "المدينة",
        FieldName::Postcode => "الرمز البريدي",
        FieldName::Address => "العنوان",
        FieldName::Phone => "رقم الهاتف",
        FieldName::Question => "الإجابة",
        FieldName::Method => "كيف تريد التحقق من الأسماء؟",
        FieldName::Approver => "البريد الإلكتروني للتأكيد",
        FieldName::PayBy => "الدفع من خلال",
        FieldName::OpenOrder => "الطلب",
        FieldName::PayNow => "الدفع الآن",
        FieldName::PayMethod => "طريقة الدفع",
        FieldName::OrderAgain => "راجعت منطقة العملاء: أريد تقديم الطلب مرة أخرى",
        FieldName::OtherRows => "دفع ثمن هذه العناصر أيضًا",
        FieldName::UserName => "اسم المستخدم",
        FieldName::Password => "كلمة المرور",
        FieldName::Code => "رمز التحقق لمرة واحدة",
    }
}

#[rustfmt::skip]
pub(in crate::words) fn hint(field: FieldName) -> &'static str {
    match field {
        FieldName::PromotionCode => "يحسب نظام الفوترة الخصم، ويُعرض قبل الدفع.",
        FieldName::ExistingRequest => "الصقه كاملًا، مع السطرين اللذين يبدآن بـ -----BEGIN و -----END. لا يلزم مفتاحك الخاص هنا: أبقه حيث هو.",
        FieldName::Domain => "الاسم الذي يكتبه الزوار، مثل example.com أو müller.de. ولجميع الأسماء الفرعية التابعة له أدخل *.example.com مع باقة النطاقات الفرعية (Wildcard).",
        FieldName::FurtherNames => "اسم واحد في كل سطر، أو أسماء تفصل بينها مسافات أو فواصل، مثل www.example.com. يتوقف العدد المسموح به وسعره على الباقة.",
        FieldName::Country => "البلد الذي سُجّلت فيه مؤسستك. اكتب اسم البلد أو رمزه.",
        FieldName::OrgCountry => "اكتب اسم البلد أو رمزه.",
        FieldName::State => "اكتبها كاملة من دون اختصار.",
        FieldName::Company => "الاسم القانوني لمؤسستك. يُدخل الأفراد أسماءهم الكاملة.",
        FieldName::CompanyUnit => "القسم المسؤول عن الشهادة. يُدرج في نموذج الطلب، لا في الشهادة.",
        FieldName::SubjectEmail => "العنوان الذي يمكن التواصل مع مؤسستك عليه. يُدرج في نموذج الطلب، لا في الشهادة.",
        FieldName::KeepKey => "المقصود بـ«النظام» هو هذا المتصفح: يبقى المفتاح هنا بعد إعادة تحميل الصفحة. ولا يُرسل أبدًا إلى أي خادم.",
        FieldName::JobTitle => "مثل أخصائي تقني أو مدير أنظمة.",
        FieldName::Phone => "مع رمز الاتصال الدولي، مثل 74950000000 أو +7 495 000-00-00.",
        FieldName::Code => "من التطبيق الذي يحمي حسابك، أو من الرسالة التي تصلك.",
        FieldName::OrderAgain => "كان الطلب في سلة المشتريات ثم لم يعد فيها: فقد قُدّم أو أُزيل من صفحة أخرى. راجع منطقة العملاء لتعرف ما حدث.",
        FieldName::OrgName => "الاسم القانوني كما ورد في السجل.",
        FieldName::PayNow => "في صفحة نظام الفوترة نفسه، وهي تُفتح عندما تضغط رابطها.",
        FieldName::KeyAttested => "لا أحد سواك يملكه: لا يمكن لأحد استعادة مفتاح خاص مفقود.",
        _ => "",
    }
}

#[rustfmt::skip]
pub(in crate::words) fn missing(field: FieldName) -> &'static str {
    match field {
        FieldName::Package => "اختر باقة",
        FieldName::Period => "اختر مدة",
        FieldName::PromotionCode => "أدخل الرمز الترويجي",
        FieldName::ExistingRequest => "الصق طلب التوقيع، أو اختر ملفه",
        FieldName::Domain => "أدخل اسم النطاق",
        FieldName::FurtherNames => "أدخل الأسماء الإضافية",
        FieldName::Country | FieldName::OrgCountry => "اختر بلدًا",
        FieldName::State => "أدخل الولاية/المقاطعة",
        FieldName::City => "أدخل المدينة",
        FieldName::Company => "أدخل الشركة",
        FieldName::CompanyUnit => "أدخل قسم الشركة",
        FieldName::SubjectEmail => "أدخل عنوان بريد إلكتروني",
        FieldName::VaultPassphrase => "أدخل عبارة مرور الخزنة",
        FieldName::NextVaultPassphrase => "أدخل عبارة المرور الجديدة للخزنة",
        FieldName::FilePassphrase => "أدخل عبارة مرور الملف",
        FieldName::FirstName => "أدخل الاسم الأول",
        FieldName::LastName => "أدخل اسم العائلة",
        FieldName::JobTitle => "أدخل المسمى الوظيفي",
        FieldName::ContactEmail => "أدخل البريد الإلكتروني",
        FieldName::Phone => "أدخل رقم الهاتف",
        FieldName::OrgName => "أدخل الاسم",
        FieldName::OrgState => "أدخل المقاطعة/الولاية",
        FieldName::Postcode => "أدخل الرمز البريدي",
        FieldName::Address => "أدخل العنوان",
        FieldName::Question => "أدخل الإجابة",
        FieldName::Approver => "اختر عنوان البريد الإلكتروني للتأكيد",
        FieldName::PayBy => "اختر كيفية الدفع",
        FieldName::OpenOrder => "اختر أحد طلباتك",
        FieldName::PayMethod => "اختر طريقة دفع",
        FieldName::UserName => "أدخل اسم المستخدم",
        FieldName::Password => "أدخل كلمة المرور",
        FieldName::Code => "أدخل رمز التحقق لمرة واحدة",
        FieldName::RequestMethod
        | FieldName::KeyType
        | FieldName::KeepKey
        | FieldName::KeyAttested
        | FieldName::TechIsAdmin
        | FieldName::Method
        | FieldName::PayNow
        | FieldName::OrderAgain
        | FieldName::OtherRows => "اختر إحدى القيم المعروضة",
    }
}
