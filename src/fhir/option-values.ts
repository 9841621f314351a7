import { isObject } from '../core/plain-data/shape.ts';
import type { Typed } from './in/part.ts';
import type { AnswerValue } from './resources.ts';

/** The values of the choices that are no Coding, by their codes. */
export type OptionValues = ReadonlyMap<string, Typed>;

interface Tagged {
  tags?: Readonly<Record<string, string>> | undefined;
}

const NONE: OptionValues = new Map();
/** The values in each tag, because it is read for each answer. */
const known = new WeakMap<object, OptionValues>();

export const asAnswerValue = ({ type, value }: Typed): AnswerValue => ({ [`value${type}`]: value });

/** The tag with these values. */
export const optionsTag = (values: OptionValues): string =>
  JSON.stringify(Object.fromEntries([...values].map(([code, typed]) => [code, asAnswerValue(typed)])));

function parsed(tag: string): OptionValues {
  let data: unknown;
  try {
    data = JSON.parse(tag);
  } catch {
    return NONE;
  }
  const entries = Object.entries(isObject(data) ? data : {}).flatMap(([code, said]): [string, Typed][] => {
    const [name = '', value] = Object.entries(Object(said) as object)[0] ?? [];
    return name.startsWith('value') ? [[code, { type: name.slice('value'.length), value }]] : [];
  });
  return new Map(entries);
}

/**
 * What the options of a Questionnaire are, if they are no Codings. The text of a choice depends on the language, and its code has no
 * spaces, so neither of them is the option.
 */
export function optionValues({ tags }: Tagged): OptionValues {
  if (tags?.options === undefined) return NONE;
  const before = known.get(tags);
  if (before) return before;
  const values = parsed(tags.options);
  known.set(tags, values);
  return values;
}
