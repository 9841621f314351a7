import fc from 'fast-check';
import type { Evaluator } from '../../../src/core/answering/evaluator.ts';
import type { Instance, Snapshot } from '../../../src/core/answering/snapshot.ts';
import type { Instrument, Item, ItemOf, Value } from '../../../src/core/instrument/instrument.ts';
import { optionsOf } from '../../../src/core/instrument/value.ts';
import { isQuestion } from '../../../src/core/item-types/index.ts';
import { readResponse } from '../../../src/core/record/read-response.ts';
import type { Response } from '../../../src/core/record/response.ts';
import { completed, sessionOf } from '../../core/fixtures/sessions.ts';
import { flat } from '../../core/fixtures/session-view.ts';
import { valuesOf } from '../filled.ts';

/** A number from 0 to 1, but not 1. */
type Roll = () => number;

const FILE = { name: 'letter.pdf', type: 'application/pdf', size: 1200, sha256: '0'.repeat(64) };

/** As many choices as the item wants, in any order. */
function choicesOf(instrument: Instrument, item: ItemOf<'choice'>, roll: Roll): Value[] {
  const { multiple, open, minChoices = 1 } = item;
  const options = optionsOf(instrument, item);
  if (open && (!options.length || roll() < 0.2)) return [{ words: 'Something else' }];
  if (!options.length) return [];
  const shuffled = options.map((option) => ({ option, place: roll() })).sort((a, b) => a.place - b.place).map(({ option }) => option);
  const [first] = shuffled;
  if (!multiple || (first as { exclusive?: true }).exclusive) return [first!.code];
  const most = Math.min(item.maxChoices ?? Infinity, options.length);
  const count = minChoices + Math.floor(roll() * (most - minChoices + 1));
  return shuffled.filter((option) => !(option as { exclusive?: true }).exclusive).slice(0, count).map(({ code }) => code);
}

/** A value that the limits of the item allow. */
function possible(instrument: Instrument, item: Item, roll: Roll): Value[] {
  if (item.type === 'choice') return choicesOf(instrument, item, roll);
  if (item.type === 'file') return [{ ...FILE, ...(item.mimeTypes && { type: item.mimeTypes[0]!.replace('*', 'x') }) }];
  const [value] = valuesOf(instrument, item, roll());
  switch (item.type) {
    case 'text': {
      const seed = Math.floor(roll() * 1e6);
      if (item.pattern) return fc.sample(fc.stringMatching(new RegExp(`^(?:${item.pattern.regex})$`)).filter((text) => !!text.trim()), { numRuns: 1, seed });
      return [String(value).padEnd(item.minLength ?? 0, 'x')];
    }
    case 'decimal':
      return [item.decimals === undefined ? value! : Number((value as number).toFixed(item.decimals))];
    case 'date':
    case 'dateTime':
    case 'time': {
      const { min, max } = item as { min?: string; max?: string };
      return [min !== undefined && value! < min ? min : max !== undefined && value! > max ? max : value!];
    }
    default:
      return value === undefined ? [] : [value];
  }
}

/** What keeps the form from being sent, as the keys of its items. '' is the form itself. */
const obstacles = ({ needed, rejected, broken = [] }: Snapshot): string[] => [...needed, ...rejected, ...broken];

const PASSES = 3;
const ATTEMPTS = 30;

/** The record of a person who answers what is asked, with expressions, until the form can be sent. `left`: why it still cannot. */
export interface Walked {
  record: Response;
  left: readonly string[];
}

/** Walks of people through a form. */
export const walks = (instrument: Instrument, evaluator: Evaluator): fc.Arbitrary<Walked> =>
  fc.infiniteStream(fc.noBias(fc.nat(999))).map((stream) => {
    const roll: Roll = () => (stream.next().value as number) / 1000;
    const session = sessionOf(instrument, { evaluator });
    const answer = ({ item, at }: Instance): void => {
      if (isQuestion(item) && !item.readOnly) session.answer(item.id, possible(instrument, item, roll), at);
    };
    for (let pass = 0; pass < PASSES; pass++) {
      for (const instance of flat(session.current.instances)) {
        const { item, at } = instance;
        if (item.repeats?.add && roll() < 0.3) session.add(item.id, at.slice(0, -1));
        if (roll() < 0.7) answer(instance);
      }
    }
    for (let i = 0; i < ATTEMPTS && obstacles(session.current).length; i++) {
      const keys = new Set(obstacles(session.current));
      const all = flat(session.current.instances);
      const inTheWay = keys.has('') ? all : all.filter(({ key }) => keys.has(key)).flatMap((one) => flat([one]));
      for (const instance of inTheWay) {
        if (i > ATTEMPTS / 2 && !instance.item.required && isQuestion(instance.item)) session.clear(instance.item.id, instance.at);
        else answer(instance);
      }
    }
    const left = obstacles(session.current);
    const read = readResponse(instrument, left.length ? session.current.response : completed(session), { evaluator });
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    return { record: read.response, left };
  });
