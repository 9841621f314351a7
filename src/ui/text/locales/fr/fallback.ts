import type { FallbackCatalogue } from '../../catalogue.ts';

/** The form without script in French. docs/translations/fr.md has the terms and the form of address. */
export const fr: FallbackCatalogue = {
  fallback: {
    answerIf: 'Répondez à cette question seulement si\u00a0:',
    answerIfAll: 'Répondez à cette question seulement si tout cela est vrai\u00a0:',
    answerIfAny: 'Répondez à cette question seulement si l’un de ces points est vrai\u00a0:',
    answerIfFits: 'Répondez à cette question seulement si elle vous concerne.',
    leftOut: 'Cette réponse n’a pas été prise. Regardez quand répondre à cette question.',
    all: 'Tout cela est vrai\u00a0:',
    any: 'L’un de ces points est vrai\u00a0:',
    onceAtLeast: 'Au moins une fois\u00a0:',
    eachTime: 'Chaque fois\u00a0:',
    chosen: 'Votre réponse à «\u00a0{question}\u00a0» est {answer}.',
    notChosen: 'Votre réponse à «\u00a0{question}\u00a0» n’est pas {answer}.',
    answered: 'Vous avez répondu à «\u00a0{question}\u00a0».',
    notAnswered: 'Vous n’avez pas répondu à «\u00a0{question}\u00a0».',
    more: 'Votre réponse à «\u00a0{question}\u00a0» est plus que {answer}.',
    atLeast: 'Votre réponse à «\u00a0{question}\u00a0» est {answer} ou plus.',
    less: 'Votre réponse à «\u00a0{question}\u00a0» est moins que {answer}.',
    atMost: 'Votre réponse à «\u00a0{question}\u00a0» est {answer} ou moins.',
    after: 'Votre réponse à «\u00a0{question}\u00a0» est après {answer}.',
    from: 'Votre réponse à «\u00a0{question}\u00a0» est {answer} ou après.',
    before: 'Votre réponse à «\u00a0{question}\u00a0» est avant {answer}.',
    until: 'Votre réponse à «\u00a0{question}\u00a0» est {answer} ou avant.',
  },
};
