import type { Draft, Source } from './draft.ts';

/** Controls of display items that say more about the item around them. */
export const HELP = ['help', 'flyover', 'prompt', 'legal', 'security'];

/** The field that has the text of such an item. */
const FIELDS = { help: 'help', lower: 'minText', upper: 'maxText', unit: 'unit' } as const;

type Place = keyof typeof FIELDS;

/** Display items that can be a part of the item around them: the first one for each place. */
export type Beside = Map<Place, Source>;

export const textIn = (beside: Beside, place: Place): string | undefined => beside.get(place)?.part.text('text');

/** Finds the display items with a control. One with a condition stays an item. */
export function besideOf({ children }: Source): Beside {
  const beside: Beside = new Map();
  for (const child of children) {
    const { part, fhirType, controls, extensions } = child;
    const isConditional = part.list('enableWhen').length > 0 || extensions.has('enableWhenExpression');
    if (fhirType !== 'display' || isConditional || part.text('text') === undefined || extensions.has('hidden')) continue;
    const control = [...controls].find((code) => HELP.includes(code) || Object.hasOwn(FIELDS, code));
    const place = control && (HELP.includes(control) ? 'help' : (control as Place));
    if (place && !beside.has(place)) beside.set(place, child);
  }
  return beside;
}

/** Whether the definition of the item has the text of the display item. */
const isIn = (draft: Draft, place: Place, text: string | undefined): boolean => {
  const [unit] = (draft.units as { text: string }[] | undefined) ?? [];
  return draft[FIELDS[place]] === text || (place === 'unit' && unit?.text === text);
};

/**
 * Takes the display items that became a part of the item out of its children. The tags keep their ids, so that the Questionnaire can
 * be written again. Calls `taken` with the field of each.
 */
export function takeBeside(source: Source, draft: Draft, beside: Beside, taken: (child: Source, field: string) => void): void {
  for (const [place, child] of beside) {
    if (!isIn(draft, place, child.part.text('text'))) continue;
    source.children = source.children.filter((one) => one !== child);
    const control = [...child.controls][0]!;
    draft.tags = { ...draft.tags, [`${place}Id`]: child.id, ...(place !== control && { [`${place}Control`]: control }) };
    taken(child, FIELDS[place]);
  }
}
