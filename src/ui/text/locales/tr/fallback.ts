import type { FallbackCatalogue } from '../../catalogue.ts';

/** The form without script in Turkish. docs/translations/tr.md has the terms and the form of address. */
export const tr: FallbackCatalogue = {
  fallback: {
    answerIf: 'Bunu yalnızca şu doğruysa cevaplayın:',
    answerIfAll: 'Bunu yalnızca bunların hepsi doğruysa cevaplayın:',
    answerIfAny: 'Bunu yalnızca bunlardan biri doğruysa cevaplayın:',
    answerIfFits: 'Bunu yalnızca size uyuyorsa cevaplayın.',
    leftOut: 'Bu cevap alınmadı. Bu sorunun ne zaman cevaplanacağına bakın.',
    all: 'Bunların hepsi doğru:',
    any: 'Bunlardan biri doğru:',
    onceAtLeast: 'En az bir kez:',
    eachTime: 'Her seferinde:',
    chosen: '“{question}” sorusuna cevabınız: {answer}.',
    notChosen: '“{question}” sorusuna cevabınız şu değil: {answer}.',
    answered: '“{question}” sorusunu cevapladınız.',
    notAnswered: '“{question}” sorusunu cevaplamadınız.',
    more: '“{question}” sorusuna cevabınız şundan fazla: {answer}.',
    atLeast: '“{question}” sorusuna cevabınız {answer} veya daha fazla.',
    less: '“{question}” sorusuna cevabınız şundan az: {answer}.',
    atMost: '“{question}” sorusuna cevabınız {answer} veya daha az.',
    after: '“{question}” sorusuna cevabınız şundan sonra: {answer}.',
    from: '“{question}” sorusuna cevabınız {answer} veya daha sonra.',
    before: '“{question}” sorusuna cevabınız şundan önce: {answer}.',
    until: '“{question}” sorusuna cevabınız {answer} veya daha önce.',
  },
};
