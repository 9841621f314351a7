import type { FrameWords } from './en.ts';

/** docs/translations/ar.md has the terms and the form of address. */
export const ar: FrameWords = {
  title: 'نموذج',
  waiting: 'سيظهر النموذج هنا بعد لحظات.',
  alone: 'تعرض هذه الصفحة نموذجًا داخل صفحة أخرى. لا شيء يُعرض هنا.',
  cannotShow: 'لا يمكن عرض هذا النموذج. من فضلك أخبر من أعطاك إياه.',
  atOnce: 'الصفحة المحيطة بهذا النموذج تستلم كل إجابة فورًا، قبل إرسال النموذج.',
};
