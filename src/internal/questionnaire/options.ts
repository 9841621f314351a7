import type { AbsentReason, Instrument, Item, Value } from '../../core/instrument.ts';
import type { Instance } from '../../core/session.ts';
import { choicesOf } from '../../core/value.ts';
import type { Words } from '../words.ts';

/** One native radio or checkbox of an item: an answer, or a reason to leave the item out. */
export interface Option {
  text: string;
  value?: Value;
  absent?: AbsentReason;
}

/** Whether an item offers "skip": never for nothing, where the host wants it (`may`), where there is no other way out (`must`). */
export type LeaveOut = 'may' | 'must' | '';

/** The options of an item in order, the reasons to leave it out last. Empty for items that are typed. */
export function optionsOf(item: Item, instrument: Instrument, words: Words, mode: LeaveOut): Option[] {
  const options = answersOf(item, instrument, words);
  if (!options.length || item.optional) return options;
  const { absent, scales } = instrument;
  const unknown = (item.type === 'choice' && item.scale && scales[item.scale]?.unknown) || absent.unknown;
  if (unknown) options.push({ text: unknown, absent: 'unknown' });
  if (item.na) options.push({ text: absent['not-applicable'] ?? words['not-applicable'], absent: 'not-applicable' });
  const isOnlyWay = mode === 'must' && !options.at(-1)!.absent;
  if (isOnlyWay || (mode === 'may' && absent.declined)) {
    options.push({ text: absent.declined ?? words.declined, absent: 'declined' });
  }
  return options;
}

function answersOf(item: Item, instrument: Instrument, words: Words): Option[] {
  switch (item.type) {
    case 'choice':
      return choicesOf(instrument, item).map(({ code, text }) => ({ text, value: code }));
    case 'boolean':
      return [
        { text: words.yes, value: true },
        { text: words.no, value: false },
      ];
    case 'rating':
      return Array.from({ length: item.max - item.min + 1 }, (_, i) => ({
        text: String(item.min + i),
        value: item.min + i,
      }));
    default:
      return [];
  }
}

/** Whether this option is what was answered. */
export function isChosen({ answer }: Instance, option: Option): boolean {
  if (!answer) return false;
  return answer.state === 'answered' ? answer.values.includes(option.value as Value) : answer.state === option.absent;
}
