import type { FallbackCatalogue } from '../../catalogue.ts';

/** The form without script in Hebrew. docs/translations/he.md has the terms and the form of address. */
export const he: FallbackCatalogue = {
  fallback: {
    answerIf: 'נא לענות על זה רק אם:',
    answerIfAll: 'נא לענות על זה רק אם כל אלה נכונים:',
    answerIfAny: 'נא לענות על זה רק אם אחד מאלה נכון:',
    answerIfFits: 'נא לענות על זה רק אם זה מתאים לך.',
    leftOut: 'התשובה הזאת לא נכללה. נא לראות מתי לענות על השאלה הזאת.',
    all: 'כל אלה נכונים:',
    any: 'אחד מאלה נכון:',
    onceAtLeast: 'לפחות פעם אחת:',
    eachTime: 'בכל פעם:',
    chosen: 'התשובה שלך על ”{question}” היא {answer}.',
    notChosen: 'התשובה שלך על ”{question}” אינה {answer}.',
    answered: 'ענית על ”{question}”.',
    notAnswered: 'לא ענית על ”{question}”.',
    more: 'התשובה שלך על ”{question}” היא יותר מ-{answer}.',
    atLeast: 'התשובה שלך על ”{question}” היא {answer} או יותר.',
    less: 'התשובה שלך על ”{question}” היא פחות מ-{answer}.',
    atMost: 'התשובה שלך על ”{question}” היא {answer} או פחות.',
    after: 'התשובה שלך על ”{question}” היא אחרי {answer}.',
    from: 'התשובה שלך על ”{question}” היא {answer} או אחרי כן.',
    before: 'התשובה שלך על ”{question}” היא לפני {answer}.',
    until: 'התשובה שלך על ”{question}” היא {answer} או לפני כן.',
  },
};
