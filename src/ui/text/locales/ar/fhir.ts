import type { FhirCatalogue } from '../../catalogue.ts';

/** The item types of FHIR forms in Arabic. docs/translations/ar.md has the terms and the form of address. */
export const ar: FhirCatalogue = {
  fhir: {
    limitedForm: 'بعض أجزاء هذا النموذج تظهر هنا بشكل مختلف أو هي ناقصة.',
    errorMoment: 'يرجى كتابة تاريخ ووقت.',
    errorMomentBetween: 'يرجى كتابة تاريخ ووقت من {min} إلى {max}.',
    errorMomentFrom: 'يرجى كتابة تاريخ ووقت بدءًا من {min}.',
    errorMomentUpTo: 'يرجى كتابة تاريخ ووقت لا يتجاوز {max}.',
    zone: 'المنطقة الزمنية: {zone}',
    format: 'يُكتب هكذا: {format}',
    errorPattern: 'لم يُكتب هذا بالشكل المطلوب هنا.',
    errorAddress: 'يرجى كتابة عنوان كامل، مثل https://example.org.',
    errorDecimals: {
      other: 'يرجى الاختصار. أقصى عدد للأرقام بعد الفاصلة: {count}.',
    },
    unit: 'الوحدة',
    chooseUnit: 'اختيار وحدة',
    errorUnit: 'يرجى اختيار وحدة للرقم.',
    chooseOne: 'اختيار إجابة',
    otherAnswer: 'إجابة أخرى',
    ownWords: 'بكلماتك',
    orOwnWords: 'يمكنك أيضًا كتابة إجابتك.',
    errorList: 'يرجى اختيار إجابة من القائمة.',
    errorAlone: 'إحدى هذه الإجابات تُختار وحدها فقط.',
    found: {
      other: 'عدد الإجابات التي وُجدت: {count}.',
    },
    foundFirst: 'أول الإجابات: {shown} من {count}. يمكنك كتابة المزيد للعثور على غيرها.',
    foundNone: 'لا توجد إجابة كهذه في القائمة.',
    removeChosen: 'إزالة «{text}»',
    fileTypes: 'الأنواع الممكنة: {types}.',
    fileSize: 'أقصى حجم: {size}.',
    errorFile: 'يرجى اختيار ملف.',
    errorFileTypes: 'يرجى اختيار ملف من نوع آخر. الأنواع الممكنة: {types}.',
    errorFileSize: 'يرجى اختيار ملف أصغر. أقصى حجم: {size}.',
    errorFileUnread: 'لم يُقرأ هذا الملف. يرجى الانتظار قليلًا أو اختياره مرة أخرى.',
    fileGone: 'لم يبق هنا من هذا الملف إلا اسمه. يمكنك اختيار الملف مرة أخرى أو ترك الإجابة كما هي.',
  },
};
