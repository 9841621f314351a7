import type { FallbackCatalogue } from '../../catalogue.ts';

/** The form without script in Arabic. docs/translations/ar.md has the terms and the form of address. */
export const ar: FallbackCatalogue = {
  fallback: {
    answerIf: 'يرجى الإجابة عن هذا فقط إذا:',
    answerIfAll: 'يرجى الإجابة عن هذا فقط إذا صحّ كل ما يلي:',
    answerIfAny: 'يرجى الإجابة عن هذا فقط إذا صحّ واحد مما يلي:',
    answerIfFits: 'يرجى الإجابة عن هذا فقط إذا كان ينطبق عليك.',
    leftOut: 'لم تُؤخذ هذه الإجابة. يرجى النظر متى يُجاب عن هذا السؤال.',
    all: 'كل ما يلي صحيح:',
    any: 'واحد مما يلي صحيح:',
    onceAtLeast: 'مرة واحدة على الأقل:',
    eachTime: 'في كل مرة:',
    chosen: 'إجابتك عن «{question}» هي {answer}.',
    notChosen: 'إجابتك عن «{question}» ليست {answer}.',
    answered: 'أجبت عن «{question}».',
    notAnswered: 'بقي «{question}» دون إجابة منك.',
    more: 'إجابتك عن «{question}» أكثر من {answer}.',
    atLeast: 'إجابتك عن «{question}» هي {answer} أو أكثر.',
    less: 'إجابتك عن «{question}» أقل من {answer}.',
    atMost: 'إجابتك عن «{question}» هي {answer} أو أقل.',
    after: 'إجابتك عن «{question}» بعد {answer}.',
    from: 'إجابتك عن «{question}» هي {answer} أو بعده.',
    before: 'إجابتك عن «{question}» قبل {answer}.',
    until: 'إجابتك عن «{question}» هي {answer} أو قبله.',
  },
};
