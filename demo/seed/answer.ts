import type { Instrument, Item } from 'attune-elements/core';
import type { Character } from './character.ts';
import type { MadeUpAnswers } from './made-up.ts';
import type { Random } from './random.ts';

/** Some lines are easier to agree with than others. */
const ease: Record<string, number> = {
  t01: 0.3, t02: -0.1, t03: 0.25, t04: 0.2, t05: 0.1, t06: -0.15, t07: -0.35, t08: -0.3, t09: -0.2, t10: -0.25, t11: 0.2, t12: 0.45,
  r7: 0.3, r8: 0.5, o3: -0.5, o4: -0.3, g4: -0.3, g7: 0.4, g8: 0.4,
};

export const clamp = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, Math.round(value)));

/** Every question of an instrument that is not in a repeating group. */
function closedItems(items: readonly Item[]): Item[] {
  return items.flatMap((item) => [
    item,
    ...(item.items && !(item.type === 'group' && item.repeats) ? closedItems(item.items) : []),
  ]);
}

/**
 * Answers every line that has a scale, like a person at `level` (0 the lowest, 1 the highest). Reversed lines are answered
 * the other way round, some lines stay blank, some are "can't say". After `to` lines the rest stays blank.
 */
export function answerLines(
  instrument: Instrument,
  level: (item: Item) => number,
  { person, random, to = Infinity }: { person: Character; random: Random; to?: number },
): Required<Pick<MadeUpAnswers, 'given' | 'left'>> {
  const given: MadeUpAnswers['given'] = {};
  const left: Required<MadeUpAnswers>['left'] = {};
  let place = 0;
  const flat = random.chance(0.4) ? person.flat : undefined;
  for (const item of closedItems(instrument.items)) {
    if (item.type !== 'choice' || !item.scale) continue;
    const choices = instrument.scales[item.scale]?.choices ?? [];
    const most = choices.length - 1;
    if (place++ >= to || random.chance(person.blank)) continue;
    if (item.na && random.chance(0.12)) left[item.id] = 'not-applicable';
    else if (random.chance(person.unsure)) left[item.id] = 'unknown';
    else {
      const at = flat
        ? Math.round(((flat - 1) / 4) * most)
        : clamp((level(item) + ((ease[item.id.slice(0, 3)] ?? 0) + random.normal() * person.spread) / 4) * most, 0, most);
      const code = choices[item.reverse && !flat ? most - at : at]?.code;
      if (code) given[item.id] = code;
    }
  }
  return { given, left };
}
