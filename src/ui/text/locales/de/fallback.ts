import type { FallbackCatalogue } from '../../catalogue.ts';

/** The form without script in German. docs/translations/de.md has the terms and the form of address. */
export const de: FallbackCatalogue = {
  fallback: {
    answerIf: 'Beantworten Sie das nur, wenn dies stimmt:',
    answerIfAll: 'Beantworten Sie das nur, wenn all dies stimmt:',
    answerIfAny: 'Beantworten Sie das nur, wenn etwas davon stimmt:',
    answerIfFits: 'Beantworten Sie das nur, wenn es auf Sie zutrifft.',
    leftOut: 'Diese Antwort wurde weggelassen. Sehen Sie nach, wann diese Frage zu beantworten ist.',
    all: 'All dies stimmt:',
    any: 'Etwas davon stimmt:',
    onceAtLeast: 'Mindestens einmal:',
    eachTime: 'Jedes Mal:',
    chosen: 'Ihre Antwort auf „{question}“ ist {answer}.',
    notChosen: 'Ihre Antwort auf „{question}“ ist nicht {answer}.',
    answered: 'Sie haben „{question}“ beantwortet.',
    notAnswered: 'Sie haben „{question}“ nicht beantwortet.',
    more: 'Ihre Antwort auf „{question}“ ist mehr als {answer}.',
    atLeast: 'Ihre Antwort auf „{question}“ ist {answer} oder mehr.',
    less: 'Ihre Antwort auf „{question}“ ist weniger als {answer}.',
    atMost: 'Ihre Antwort auf „{question}“ ist {answer} oder weniger.',
    after: 'Ihre Antwort auf „{question}“ ist später als {answer}.',
    from: 'Ihre Antwort auf „{question}“ ist {answer} oder später.',
    before: 'Ihre Antwort auf „{question}“ ist früher als {answer}.',
    until: 'Ihre Antwort auf „{question}“ ist {answer} oder früher.',
  },
};
