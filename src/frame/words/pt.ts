import type { FrameWords } from './en.ts';

/** docs/translations/pt.md has the terms and the form of address. */
export const pt: FrameWords = {
  title: 'Formulário',
  waiting: 'O formulário vai aparecer aqui em instantes.',
  alone: 'Esta página mostra um formulário dentro de outra página. Não há nada para ver aqui.',
  cannotShow: 'Não dá para mostrar este formulário. Avise as pessoas que o deram a você.',
  atOnce: 'A página em volta deste formulário recebe cada resposta na hora, antes de você enviar o formulário.',
};
