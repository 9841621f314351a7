import type { FrameWords } from './en.ts';

/** docs/translations/fr.md has the terms and the form of address. */
export const fr: FrameWords = {
  title: 'Formulaire',
  waiting: 'Le formulaire va s’afficher ici dans un instant.',
  alone: 'Cette page affiche un formulaire dans une autre page. Il n’y a rien à voir ici.',
  cannotShow: 'Ce formulaire ne peut pas s’afficher. Merci de le dire aux personnes qui vous l’ont donné.',
  atOnce: 'La page autour de ce formulaire reçoit chaque réponse tout de suite, avant que vous envoyiez le formulaire.',
};
