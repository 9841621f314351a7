import type { FallbackCatalogue } from '../../catalogue.ts';

/** The form without script in Spanish. docs/translations/es.md has the terms and the form of address. */
export const es: FallbackCatalogue = {
  fallback: {
    answerIf: 'Responde a esto solo si:',
    answerIfAll: 'Responde a esto solo si se cumple todo esto:',
    answerIfAny: 'Responde a esto solo si se cumple una de estas cosas:',
    answerIfFits: 'Responde a esto solo si es tu caso.',
    leftOut: 'Esta respuesta no se ha incluido. Mira cuándo hay que responder a esta pregunta.',
    all: 'Se cumple todo esto:',
    any: 'Se cumple una de estas cosas:',
    onceAtLeast: 'Al menos una vez:',
    eachTime: 'Cada vez:',
    chosen: 'Tu respuesta a «{question}» es {answer}.',
    notChosen: 'Tu respuesta a «{question}» no es {answer}.',
    answered: 'Respondiste a «{question}».',
    notAnswered: 'No respondiste a «{question}».',
    more: 'Tu respuesta a «{question}» es más de {answer}.',
    atLeast: 'Tu respuesta a «{question}» es {answer} o más.',
    less: 'Tu respuesta a «{question}» es menos de {answer}.',
    atMost: 'Tu respuesta a «{question}» es {answer} o menos.',
    after: 'Tu respuesta a «{question}» es posterior a {answer}.',
    from: 'Tu respuesta a «{question}» es {answer} o posterior.',
    before: 'Tu respuesta a «{question}» es anterior a {answer}.',
    until: 'Tu respuesta a «{question}» es {answer} o anterior.',
  },
};
