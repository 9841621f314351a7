import type { Source } from './draft.ts';
import type { Extensions, Part } from './part.ts';

/** A label, and the extensions beside it. */
export interface Label {
  text: string;
  beside: Extensions;
}

const labelIn = (part: Part, name: string): Label | undefined => {
  const text = part.text(name);
  return text === undefined ? undefined : { text, beside: part.beside(name) };
};

/** A question always needs a label. Without a text it is that of its code, or of the item around it. */
export function labelOf({ part, parent }: Source): Label | undefined {
  const named = part.list('code').map((one) => labelIn(one, 'display')).find(Boolean);
  return named ?? (parent && (labelIn(parent.part, 'text') ?? labelOf(parent)));
}
