import type { FhirCatalogue } from '../../catalogue.ts';

/** The item types of FHIR forms in Hebrew. docs/translations/he.md has the terms and the form of address. */
export const he: FhirCatalogue = {
  fhir: {
    errorMoment: 'נא לכתוב תאריך ושעה.',
    errorMomentBetween: 'נא לכתוב תאריך ושעה מ־{min} עד {max}.',
    errorMomentFrom: 'נא לכתוב תאריך ושעה מ־{min} והלאה.',
    errorMomentUpTo: 'נא לכתוב תאריך ושעה עד {max}.',
    zone: 'אזור זמן: {zone}',
    format: 'נא לכתוב כך: {format}',
    errorPattern: 'זה לא כתוב בצורה שנדרשת כאן.',
    errorAddress: 'נא לכתוב כתובת מלאה, כמו https://example.org.',
    errorDecimals: {
      one: 'נא לכתוב ספרה אחת לכל היותר אחרי הנקודה.',
      two: 'נא לכתוב שתי ספרות לכל היותר אחרי הנקודה.',
      other: 'נא לכתוב {count} ספרות לכל היותר אחרי הנקודה.',
    },
    unit: 'יחידה',
    chooseUnit: 'בחירת יחידה',
    errorUnit: 'נא לבחור יחידה למספר.',
    chooseOne: 'בחירת תשובה',
    otherAnswer: 'תשובה אחרת',
    ownWords: 'במילים שלך',
    orOwnWords: 'אפשר גם לכתוב תשובה משלך.',
    errorList: 'נא לבחור תשובה מהרשימה.',
    errorAlone: 'אחת התשובות האלה יכולה להיבחר רק לבדה.',
    found: {
      one: 'נמצאה תשובה אחת.',
      two: 'נמצאו שתי תשובות.',
      other: 'נמצאו {count} תשובות.',
    },
    foundFirst: '{shown} התשובות הראשונות מתוך {count}. אפשר לכתוב עוד כדי למצוא אחרות.',
    foundNone: 'אין תשובה כזאת ברשימה.',
    removeChosen: 'להסיר ”{text}”',
    fileTypes: 'סוגים אפשריים: {types}.',
    fileSize: '{size} לכל היותר.',
    errorFile: 'נא לבחור קובץ.',
    errorFileTypes: 'נא לבחור קובץ מסוג אחר. סוגים אפשריים: {types}.',
    errorFileSize: 'נא לבחור קובץ קטן יותר, של {size} לכל היותר.',
    errorFileUnread: 'הקובץ הזה לא נקרא. אפשר לחכות רגע, או לבחור אותו שוב.',
    fileGone: 'מהקובץ הזה נשאר כאן רק השם. אפשר לבחור את הקובץ שוב, או להשאיר את התשובה כמו שהיא.',
  },
};
