import type { FallbackCatalogue } from '../../catalogue.ts';

/** The form without script in Portuguese. docs/translations/pt.md has the terms and the form of address. */
export const pt: FallbackCatalogue = {
  fallback: {
    answerIf: 'Responda a isso só se:',
    answerIfAll: 'Responda a isso só se tudo isso for verdade:',
    answerIfAny: 'Responda a isso só se um destes pontos for verdade:',
    answerIfFits: 'Responda a isso só se for seu caso.',
    leftOut: 'Esta resposta não foi incluída. Veja quando responder a esta pergunta.',
    all: 'Tudo isso é verdade:',
    any: 'Um destes pontos é verdade:',
    onceAtLeast: 'Pelo menos uma vez:',
    eachTime: 'Todas as vezes:',
    chosen: 'Sua resposta a “{question}” é {answer}.',
    notChosen: 'Sua resposta a “{question}” não é {answer}.',
    answered: 'Você respondeu a “{question}”.',
    notAnswered: 'Você não respondeu a “{question}”.',
    more: 'Sua resposta a “{question}” é mais que {answer}.',
    atLeast: 'Sua resposta a “{question}” é {answer} ou mais.',
    less: 'Sua resposta a “{question}” é menos que {answer}.',
    atMost: 'Sua resposta a “{question}” é {answer} ou menos.',
    after: 'Sua resposta a “{question}” é depois de {answer}.',
    from: 'Sua resposta a “{question}” é {answer} ou depois.',
    before: 'Sua resposta a “{question}” é antes de {answer}.',
    until: 'Sua resposta a “{question}” é {answer} ou antes.',
  },
};
