import type { FrameWords } from './en.ts';

/** docs/translations/he.md has the terms and the form of address. */
export const he: FrameWords = {
  title: 'טופס',
  waiting: 'הטופס יופיע כאן עוד רגע.',
  alone: 'העמוד הזה מציג טופס בתוך עמוד אחר. אין כאן מה לראות.',
  cannotShow: 'אי אפשר להציג את הטופס הזה. כדאי לספר על כך למי שנתן לך אותו.',
  atOnce: 'העמוד שמסביב לטופס מקבל כל תשובה מיד, עוד לפני שליחת הטופס.',
};
