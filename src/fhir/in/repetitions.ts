import { limits } from '../../core/plain-data/limits.ts';
import { type Draft, filled, type Source } from './draft.ts';

/** The words of the button that adds a repetition. They are no words of ours, because the language of the form is not ours. */
export const addWords = (text: string): string => `+ ${text}`.trim();

const isCount = (number: number | undefined): number is number => Number.isSafeInteger(number) && number! >= 0;

/** How often an item is there, or how many choices an answer has. */
export function repeatsOf({ part, extensions, id }: Source, draft: Draft): object {
  const least = extensions.number('minOccurs');
  const most = extensions.number('maxOccurs');
  if (!part.flag('repeats')) {
    // There can be one answer at most.
    if (least! > (draft.required ? 1 : 0) || most! < 1) part.tell(id, 'limit-not-applied', [least, most]);
    return {};
  }
  if (draft.multiple) {
    const isUsable = (least ?? 0) <= (most ?? Infinity) && [least, most].every((one) => one === undefined || isCount(one)) && most !== 0;
    if (!isUsable) part.tell(id, 'limit-not-applied', [least, most]);
    return isUsable ? filled({ minChoices: least || undefined, maxChoices: most }) : {};
  }
  if ([least ?? 0, (most ?? 1) - 1].some((one) => !isCount(one))) part.tell(id, 'limit-not-applied', [least, most]);
  const max = isCount(most) && most > 0 ? Math.min(most, limits.repetitions) : limits.repetitions;
  const min = isCount(least) ? Math.min(least, max) : undefined;
  const add = addWords((draft.short as string | undefined) ?? draft.text);
  return { repeats: { ...(min !== undefined && { min }), max, ...(!draft.readOnly && { add }) } };
}
