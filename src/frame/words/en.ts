/** What the page says beside the form. */
export const en = {
  title: 'Form',
  waiting: 'The form will be here in a moment.',
  /** The page was opened by itself. */
  alone: 'This page shows a form inside another page. There is nothing to see here.',
  cannotShow: 'This form cannot be shown. Please tell the people who gave it to you.',
  atOnce: 'The page around this form gets each answer at once, before you send the form.',
};

export type FrameWords = { readonly [K in keyof typeof en]: string };
