import type { FrameWords } from './en.ts';

/** docs/translations/tr.md has the terms and the form of address. */
export const tr: FrameWords = {
  title: 'Form',
  waiting: 'Form birazdan burada görünecek.',
  alone: 'Bu sayfa, başka bir sayfanın içinde bir form gösterir. Burada görülecek bir şey yok.',
  cannotShow: 'Bu form gösterilemiyor. Lütfen bunu size formu verenlere söyleyin.',
  atOnce: 'Bu formu içeren sayfa her yanıtı hemen alır, siz formu göndermeden önce.',
};
