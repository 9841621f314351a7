import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Answer } from '../../src/core/record/response.ts';
import type { AbsentReason, ChoiceItem, Instrument, Item, QuantityItem, SliderItem, TimeItem, Value } from '../../src/core/instrument/instrument.ts';
import { indexItems, type ItemIndex } from '../../src/core/instrument/item-index.ts';
import { mayLeaveOut, optionsOf } from '../../src/core/instrument/value.ts';
import { readResponse } from '../../src/core/record/read-response.ts';
import type { Session } from '../../src/core/answering/session.ts';
import type { Instance } from '../../src/core/answering/snapshot.ts';
import { readForm, renderFallback } from '../../src/html/index.ts';
import { sessionOf } from '../core/fixtures/sessions.ts';
import { forms } from '../fhir/forms.ts';
import { fieldsForm } from './fields-form.ts';
import { PlainForm } from './plain-form.ts';

/** What the person does at one question: numbers choose among what is there. */
interface Doing {
  kind: 'blank' | 'answer' | 'leave out' | 'both' | 'wrong';
  pick: number;
  text: string;
}

const doing: fc.Arbitrary<Doing> = fc.record({
  kind: fc.oneof({ weight: 4, arbitrary: fc.constant('answer' as const) }, { weight: 2, arbitrary: fc.constant('blank' as const) }, { weight: 1, arbitrary: fc.constantFrom('leave out' as const, 'wrong' as const) }),
  pick: fc.nat(1000),
  text: fc.oneof(fc.constantFrom('Ann', 'a\nb', ' x ', '<b>&amp;', 'über', '"\''), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => !/[\0\r]/.test(text) && !!text.trim())),
});

/** What the person gave at one place, as an element reads it from its own controls. */
interface Given {
  item: Item;
  at: readonly number[];
  input: readonly Value[] | AbsentReason;
}

const REASONS: readonly AbsentReason[] = ['unknown', 'not-applicable', 'declined'];

/** Fills in one question, and returns what an element would give to its session. */
function fillIn(form: PlainForm, instrument: Instrument, { item, at }: Pick<Given, 'item' | 'at'>, { kind, pick, text }: Doing): Given['input'] {
  const controls = form.at(item.id, at);
  const options = optionsOf(instrument, item);
  const entries = controls.find(({ kind }) => kind === 'select' && item.type !== 'quantity')?.entries.slice(1);
  const choices = entries ? [] : controls.filter((one) => one.kind === 'radio' || one.kind === 'checkbox');
  const own = (item as ChoiceItem).open;
  const isSlider = item.type === 'slider' && choices[0]?.kind === 'radio';
  /** The values that the list offers, in its order. */
  const codes: Value[] = isSlider ? numbersOf(item as SliderItem) : options.map(({ code }) => code);
  const listed = codes.length + (own ? 1 : 0);
  const isList = entries ? true : choices.length > 0 && (options.length > 0 || isSlider);
  const texts = entries ? entries.map((one) => one.text) : choices.map((one) => one.label);
  const reasons = texts.slice(isList ? listed : 0, entries ? undefined : texts.at(-1) === 'Left blank' ? -1 : undefined);
  const allowed = REASONS.filter((reason) => reasons.length && mayLeaveOut(item, reason) && isOffered(instrument, item, reason, reasons.length));
  if (kind === 'leave out' && reasons.length) {
    const n = pick % reasons.length;
    form.choose(item.id, reasons[n]!, at);
    return allowed[n]!;
  }
  if (kind === 'blank' || kind === 'leave out') {
    for (const control of controls) if (control.kind === 'text' || control.kind === 'textarea') control.value = '';
    return [];
  }
  if (isList) {
    const n = pick % listed;
    form.choose(item.id, texts[n]!, at);
    if (n < codes.length) return [codes[n]!];
    form.write(item.id, text, at, '.words');
    return [{ words: text.replace(/[\r\n]/g, '') }];
  }
  const isWrong = kind === 'wrong';
  switch (item.type) {
    case 'integer':
    case 'decimal':
    case 'slider': {
      const number = item.type === 'decimal' || item.type === 'slider' ? pick / 4 : pick % 25;
      const written = isWrong ? 'many' : String(number).replace('.', pick % 2 ? ',' : '.');
      form.write(item.id, written, at);
      return [isWrong ? 'many' : number];
    }
    case 'date': {
      const day = isWrong ? 'soon' : `20${String(10 + (pick % 15))}-0${1 + (pick % 9)}-1${pick % 10}`;
      form.write(item.id, day, at);
      return [day];
    }
    case 'time': {
      const time = `1${pick % 10}:3${pick % 10}`;
      form.write(item.id, time, at);
      return [(item as TimeItem).seconds ? `${time}:00` : time];
    }
    case 'dateTime': {
      form.write(item.id, isWrong ? 'now' : '2024-07-01T10:30', at);
      return [isWrong ? 'now' : '2024-07-01T10:30:00+00:00'];
    }
    case 'quantity':
      return quantity(form, { item, at }, pick);
    case 'file':
      return [];
    default:
      form.write(item.id, text, at);
      return [(item as { line?: boolean }).line ? text.replace(/[\r\n]/g, '') : text];
  }
}

const numbersOf = ({ min, max, step = 1 }: SliderItem): number[] => {
  const numbers: number[] = [];
  for (let i = 0; +(min + i * step).toFixed(6) <= max; i++) numbers.push(+(min + i * step).toFixed(6));
  return numbers;
};

function isOffered({ absent, scales }: Instrument, item: Item, reason: AbsentReason, count: number): boolean {
  const hasUnknown = !!(scales[(item as ChoiceItem).scale ?? '']?.unknown || absent.unknown) && (optionsOf({ scales } as Instrument, item).length > 0 || item.type === 'slider');
  if (reason === 'unknown') return hasUnknown;
  return reason === 'declined' ? !hasUnknown && !item.na && count > 0 : true;
}

function quantity(form: PlainForm, { item, at }: Pick<Given, 'item' | 'at'>, pick: number): Value[] {
  const { units = [], freeUnit } = item as QuantityItem;
  form.write(item.id, String(pick % 50), at);
  const value = pick % 50;
  if (freeUnit) {
    form.write(item.id, 'spoons', at, '.unit');
    return [{ value, unit: 'spoons' }];
  }
  const unit = units[pick % Math.max(1, units.length)];
  if (units.length > 1) form.choose(item.id, unit!.text, at);
  if (!unit) return [{ value }];
  const { text, ...coded } = unit;
  return [{ value, unit: text, ...coded }];
}

const flat = (instances: readonly Instance[]): Instance[] => instances.flatMap((one) => [one, ...flat(one.children)]);

/** Gives everything to the session that it asks for, until nothing changes. What it never asks is returned. */
function giveTo(session: Session, index: ItemIndex, given: readonly Given[]): Given[] {
  let waiting = [...given];
  for (let before = -1; waiting.length !== before; ) {
    before = waiting.length;
    waiting = waiting.filter(({ item, at, input }) => {
      const { groups } = index.get(item.id)!;
      if (input.length) {
        groups.forEach((group, depth) => {
          const around = at.slice(0, depth);
          const count = (): number => flat(session.current.instances).filter((one) => one.item.id === group.id && one.at.slice(0, depth).join() === around.join()).length;
          while (count() <= at[depth]! && session.add(group.id, around).ok);
        });
      }
      const outcome = typeof input === 'string' ? session.leaveOut(item.id, input, at) : input.length ? session.answer(item.id, input, at) : session.clear(item.id, at);
      return !outcome.ok && ['asked', 'allowed-to-repeat'].includes(outcome.problem.code);
    });
  }
  return waiting;
}

describe('a form that is filled in without script', () => {
  for (const instrument of [...forms, fieldsForm]) {
    const title = `${instrument.id} ${JSON.stringify(instrument.options)}`;
    it(`gives the record that the element would give: ${title}`, () => {
      const index = indexItems(instrument);
      fc.assert(
        fc.property(fc.infiniteStream(doing), (stream) => {
          const form = new PlainForm(renderFallback(instrument, { id: 'r1', action: '/send', name: 'a form', startedAt: '2026-03-01T09:00:00.000+00:00', who: 'Your <therapist>' }));
          const session = sessionOf(instrument, { locale: 'en' });
          const places = form.elements.filter(({ attrs }) => attrs.some(({ name }) => name === 'data-item'));
          const given = places.map((place): Given => {
            const read = (name: string): string => place.attrs.find((one) => one.name === name)!.value;
            const item = index.get(read('data-item'))!.item;
            const at = read('data-at') ? read('data-at').split('.').map(Number) : [];
            return { item, at, input: fillIn(form, instrument, { item, at }, stream.next().value) };
          });
          const left = giveTo(session, index, given);
          session.setDetails({ disclosure: 'Who sees this: Your <therapist>.' });
          const { current } = session;
          const read = readForm(form.send(), { name: 'a form', find: () => ({ ok: true, instrument }), now: session.complete().completedAt! });
          if (current.rejected.length || current.needed.length) {
            assert.equal(read.state, 'refused');
            const wrong = flat(current.instances).filter(({ key }) => [...current.rejected, ...current.needed].includes(key));
            const found = read.state === 'refused' ? read.problems.map(({ item, at = [] }) => [item, ...at].join()) : [];
            assert.deepEqual(found.sort(), wrong.map(({ item, at }) => [item.id, ...at].join()).sort());
            return;
          }
          // The session counts an answer that it does not ask any more. A form cannot know that it was asked before.
          if (current.pristine && read.state === 'blank') return;
          assert.equal(read.state, 'completed', JSON.stringify(read));
          if (read.state !== 'completed') return;
          assert.deepEqual(JSON.parse(JSON.stringify(read.response)), JSON.parse(JSON.stringify(session.complete())));
          assert.ok(readResponse(instrument, JSON.parse(JSON.stringify(read.response))).ok);
          const key = ({ item, at = [] }: Pick<Answer, 'item' | 'at'>): string => [item, ...at].join();
          const recorded = new Set(read.response.answers.map(key));
          const kept = new Set(read.notAsked.map(key));
          for (const { item, at, input } of given) {
            if (input.length) assert.ok(recorded.has(key({ item: item.id, at })) || kept.has(key({ item: item.id, at })), `${item.id} is lost`);
          }
          for (const { item, at, input } of left) if (input.length) assert.ok(kept.has(key({ item: item.id, at })));
        }),
        { numRuns: 12 },
      );
    });
  }
});
