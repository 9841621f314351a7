import type { DraftCatalogue } from '../../catalogue.ts';

/** The messages about drafts in Portuguese. docs/translations/pt.md has the terms and the form of address. */
export const pt: DraftCatalogue = {
  drafts: {
    askTab: 'Guardar suas respostas nesta aba até você enviar, caso algo interrompa?',
    askDevice: {
      one: 'Guardar suas respostas neste aparelho até você enviar, por no máximo {count} dia? Escolha isto só se ninguém mais usa o aparelho.',
      other: 'Guardar suas respostas neste aparelho até você enviar, por no máximo {count} dias? Escolha isto só se ninguém mais usa o aparelho.',
    },
    askPage: 'Esta página pode guardar suas respostas antes do envio, para você continuar depois?',
    keep: 'Guardar',
    decline: 'Não guardar',
    keptTab: 'Suas respostas ficam guardadas nesta aba até você enviar ou apagar.',
    keptDevice: 'Suas respostas ficam guardadas neste aparelho até você enviar ou apagar.',
    keptPage: 'Esta página guarda suas respostas até você enviar ou apagar.',
    stop: 'Parar de guardar',
    notKept: 'Suas respostas não ficam guardadas.',
    found: 'Guardamos suas respostas ({time}). Continue, ou comece de novo.',
    goOn: 'Continuar',
    elsewhere: 'Suas respostas estão abertas em outra aba e ficam guardadas lá. Continue aqui, ou deixe lá.',
    moved: 'Você continuou em outra aba ou em outra página. O que você muda aqui não fica guardado.',
    gone: 'Essas respostas foram enviadas ou apagadas em outra página. Este formulário agora está vazio.',
    here: 'Continuar aqui',
    leave: 'Deixar lá',
    failed: 'Não dá para guardar suas respostas. Elas estão só nesta página: por favor, não feche.',
    notErased: 'Não foi possível apagar as respostas guardadas.',
    aside: {
      one: 'As perguntas mudaram. {count} resposta não serve mais:',
      other: 'As perguntas mudaram. {count} respostas não servem mais:',
    },
  },
};
