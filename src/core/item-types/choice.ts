import type { Choice, ItemCommon } from './item-common.ts';
import type { ItemShape, ItemType, Scales } from './item-type.ts';

/** One choice from a list or, with `multiple`, any number of choices. */
export interface ChoiceItem extends ItemCommon {
  type: 'choice';
  /** The key of a scale in the instrument's `scales`. Give either this or `choices`. */
  scale?: string;
  /** A list of the item's own. */
  choices?: Choice[];
  multiple?: boolean;
  /** With `multiple`: how many answers there must be at least. A blank item has none, and is not wrong. */
  minChoices?: number;
  /** With `multiple`: how many answers there can be. */
  maxChoices?: number;
  /** The person can also answer in own words. A text is the label of their field. Own words have no weight. */
  open?: true | string;
  /** How the list is shown. Without it: as radios or checkboxes. */
  control?: 'drop-down' | 'autocomplete';
  /** The direction of radios and checkboxes. */
  orientation?: 'horizontal' | 'vertical';
  /** A high weight means less of what the scale measures. */
  reverse?: boolean;
}

const choicesOf = ({ choices, scale }: ChoiceItem, scales: Scales): readonly Choice[] =>
  choices ?? scales[scale!]?.choices ?? [];

export const choice: ItemType<ChoiceItem> = {
  options: choicesOf,
  isValue: () => true,
  faultOf: (item, value, scales) =>
    choicesOf(item, scales).some(({ code }) => code === value) ? undefined : 'one-of-its-choices',
  weigh: (item, scales) => {
    if (item.multiple) return undefined;
    const choices = choicesOf(item, scales);
    const weights = choices.map(({ value = NaN }) => value);
    return {
      low: Math.min(...weights),
      high: Math.max(...weights),
      weightOf: (value) => choices.find(({ code }) => code === value)?.value,
    };
  },
};

export const choiceShape: ItemShape<ChoiceItem> = {
  fields: { 'scale?': 'text', 'choices?': 'choices', 'multiple?': 'flag', 'reverse?': 'flag' },
  optionCount: ({ scale, choices }, scales) =>
    (choices ?? (Object.hasOwn(scales, scale ?? '') ? scales[scale!]!.choices : [])).length,
  check: ({ scale, choices }, { must, mustBeDistinct, path, scales }) => {
    must(!scale !== !choices, path, 'scale-or-choices');
    if (scale) must(Object.hasOwn(scales, scale), `${path}.scale`, 'scale');
    if (choices) mustBeDistinct(choices, path);
  },
};
