import type { FrameWords } from './en.ts';

/** docs/translations/es.md has the terms and the form of address. */
export const es: FrameWords = {
  title: 'Formulario',
  waiting: 'El formulario aparecerá aquí en un momento.',
  alone: 'Esta página muestra un formulario dentro de otra página. Aquí no hay nada que ver.',
  cannotShow: 'Este formulario no se puede mostrar. Díselo a las personas que te lo dieron.',
  atOnce: 'La página que rodea este formulario recibe cada respuesta al momento, antes de que envíes el formulario.',
};
