import type { FrameWords } from './en.ts';

/** docs/translations/de.md has the terms and the form of address. */
export const de: FrameWords = {
  title: 'Formular',
  waiting: 'Das Formular erscheint gleich hier.',
  alone: 'Diese Seite zeigt ein Formular in einer anderen Seite. Hier gibt es nichts zu sehen.',
  cannotShow: 'Dieses Formular kann nicht gezeigt werden. Bitte sagen Sie es den Menschen, die es Ihnen gegeben haben.',
  atOnce: 'Die Seite um dieses Formular bekommt jede Antwort sofort, noch bevor Sie das Formular senden.',
};
