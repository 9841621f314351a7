import type { AbsentReason, Value } from '../core/instrument/instrument.ts';
import { keyOf } from '../core/instrument/item-index.ts';

// The names and values of a form without script. `render-fallback.ts` writes them, and `read-form.ts` reads them.

/** The entries beside the answers: `trust-12.id`. */
const FACTS = ['id', 'instrument', 'version', 'option', 'language', 'translation', 'locale', 'started', 'disclosure'] as const;

export const factName = (form: string, fact: (typeof FACTS)[number], key?: string): string =>
  key === undefined ? `${form}.${fact}` : `${form}.${fact}.${key}`;

/** The key of an item at a place in the name of an entry: that of `keyOf`, or one that is no name of a fact. */
export function entryKey(id: string, at: readonly number[]): string {
  const key = keyOf(id, at);
  return (FACTS as readonly string[]).includes(id) ? `~${id.charCodeAt(0).toString(16)}~${key.slice(1)}` : key;
}

/** The name of the entry of an answer: `trust-12.t01`, in a repetition `boundary-clarity.q-purpose.0`. */
export const entryName = (form: string, id: string, at: readonly number[]): string => `${form}.${entryKey(id, at)}`;

/** The other entries of an answer: own words beside a list, the unit of a quantity, the reason to leave out a typed item. */
export const PARTS = ['words', 'unit', 'out'] as const;

export const partName = (name: string, part: (typeof PARTS)[number]): string => `${name}.${part}`;

/** The value of the choice "in your own words". */
export const OWN_WORDS = '~own';

const REASONS: readonly string[] = ['declined', 'unknown', 'not-applicable'] satisfies AbsentReason[];

export const isReason = (text: string): text is AbsentReason => REASONS.includes(text);

/** A code as the value of an entry. One that could be a reason to leave the item out, or is empty, has a `~` before it. */
export const writtenCode = (code: Value): string => {
  const text = String(code);
  return isReason(text) || text === '' || text.startsWith('~') ? `~${text}` : text;
};
