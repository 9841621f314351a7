import fc from 'fast-check';
import type { AbsentReason, Instrument, Item, Value } from '../../src/core/instrument/instrument.ts';
import { isQuestion } from '../../src/core/item-types/index.ts';
import { indexItems } from '../../src/core/instrument/item-index.ts';
import { mayLeaveOut, optionsOf } from '../../src/core/instrument/value.ts';
import { readResponse } from '../../src/core/record/read-response.ts';
import type { Instance } from '../../src/core/answering/snapshot.ts';
import type { Response } from '../../src/core/record/response.ts';
import { completed, sessionOf } from '../core/fixtures/sessions.ts';

const flat = (instances: readonly Instance[]): Instance[] => instances.flatMap((one) => [one, ...flat(one.children)]);

/** A possible value of an item, chosen by a number from 0 to 1. */
export function valuesOf(instrument: Instrument, item: Item, dice: number): Value[] {
  const pick = <T>(from: readonly T[]): T => from[Math.min(from.length - 1, Math.floor(dice * from.length))]!;
  const options = optionsOf(instrument, item).map(({ code }) => code);
  switch (item.type) {
    case 'choice':
      return item.multiple ? options.filter((_, i) => i === 0 || (dice * 7) % (i + 1) < 1) : [pick(options)];
    case 'boolean':
    case 'rating':
      return [pick(options)];
    case 'slider': {
      const steps = Math.round((item.max - item.min) / (item.step ?? 1));
      return [item.min + Math.round(dice * steps) * (item.step ?? 1)];
    }
    case 'integer':
      return [Math.round((item.min ?? -9) + dice * ((item.max ?? 99) - (item.min ?? -9)))];
    case 'decimal':
      return [(item.min ?? -9) + dice * ((item.max ?? 99) - (item.min ?? -9))];
    case 'date':
      return [pick(['2001-02-03', '2024-02-29', '2030-12-31'])];
    case 'time':
      return [pick(['08:00', '12:30', '20:00']) + (item.seconds ? ':07' : '')];
    case 'text':
      return [pick(['Ann', 'two\nlines', "it's 'quoted'", '\u{1f600} 0', '0']).slice(0, item.maxLength ?? 99)];
    case 'dateTime':
      return [pick(['2001-02-03T04:05:06Z', '2024-02-29T23:59:00+14:00', '2030-12-31T00:00:00-05:00'])];
    case 'url':
      return [pick(['https://example.org/a?b=c', 'urn:uuid:1', 'mailto:a@b.example'])];
    case 'quantity': {
      const { units, freeUnit, min = 0, max = 99 } = item;
      const { text: unit = 'cups', ...coded } = units ? pick(units) : {};
      return [{ value: Math.round(min + dice * (max - min)), ...((units ?? freeUnit) && { unit, ...coded }) }];
    }
    default:
      return [];
  }
}

const reasons: AbsentReason[] = ['declined', 'unknown', 'not-applicable'];

/** A person who goes through a form and answers, leaves out or skips what is asked. */
export const filled = (instrument: Instrument): fc.Arbitrary<Response> =>
  fc.infiniteStream(fc.noBias(fc.nat(999))).map((stream) => {
    const roll = (): number => (stream.next().value as number) / 1000;
    const hosted = [...indexItems(instrument).values()].filter(({ item, hidden }) => hidden && isQuestion(item) && roll() < 0.7);
    const given = hosted.map(({ item, groups }) => ({
      item: item.id,
      ...(groups.length && { at: groups.map(() => 0) }),
      state: 'answered' as const,
      values: valuesOf(instrument, item, roll()),
    }));
    const session = sessionOf(instrument, { given });
    for (let pass = 0; pass < 3; pass++) {
      for (const { item, at } of flat(session.current.instances)) {
        if (item.type === 'group' && item.repeats?.add && roll() < 0.5) session.add(item.id, at.slice(0, -1));
        if (!isQuestion(item) || roll() < 0.3) continue;
        const reason = reasons[Math.floor(roll() * 3)]!;
        if (roll() < 0.2 && mayLeaveOut(item, reason)) session.leaveOut(item.id, reason, at);
        else session.answer(item.id, valuesOf(instrument, item, roll()), at);
      }
    }
    const read = readResponse(instrument, completed(session));
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    return read.response;
  });
