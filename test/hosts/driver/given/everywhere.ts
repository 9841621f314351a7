/** What the page of `everywhere` gives to each widget. */
export interface Given {
  name: string;
  headingLevel: 3 | 4;
  quickHide: boolean;
  lastQuestions: string[];
  strings: { send: string };
  /** In the words in the slot. */
  price: 60 | 70;
}

export const atFirst: Given = {
  name: 'first',
  headingLevel: 3,
  quickHide: true,
  lastQuestions: ['And if I am ill?'],
  strings: { send: 'Hand it in' },
  price: 60,
};

export const later: Given = {
  name: 'second',
  headingLevel: 4,
  quickHide: false,
  lastQuestions: ['May I bring a friend?'],
  strings: { send: 'Give it in' },
  price: 70,
};

/** The listener that each widget has for `input` and for `attune-answer`. The driver reads what it writes. */
export const hear = ({ type, target }: { type: string; target: unknown }): void => {
  const page = globalThis as { attuneHeard?: string[] };
  (page.attuneHeard ??= []).push(`${type} of ${(target as { id: string }).id}`);
};
