import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { InstrumentDefinition } from '../../src/core/definition.ts';
import { defineInstrument } from '../../src/core/define-instrument.ts';
import type { Value } from '../../src/core/instrument.ts';
import { perspectiveGap, type GapLine, type PerspectiveGap } from '../../src/core/perspective-gap.ts';
import type { Answer, Response } from '../../src/core/response.ts';
import { empathyChecklist } from '../../src/instruments/empathy-checklist.ts';
import { trust12 } from '../../src/instruments/trust-12.ts';
import { answered, settled } from './answers.ts';
import { ownLicence } from './fixtures/own-licence.ts';
import { left, record } from './records.ts';

type Given = Record<string, string | Answer>;
type Gap = Extract<PerspectiveGap, { ok: true }>;

const answersOf = (given: Given): { answers: Answer[] } => ({
  answers: Object.entries(given).map(([item, value]) => (typeof value === 'string' ? answered(item, value) : value)),
});
/** What one of them says of a session, with the empathy checklist. */
const seenBy = (perspective: string, given: Given, more: Partial<Response> = {}): Response =>
  record(settled(empathyChecklist, { perspective }), answersOf(given), { encounter: 'session-7', ...more });

const laid = (records: unknown, definition: InstrumentDefinition = empathyChecklist): Gap => {
  const gap = perspectiveGap(definition, records);
  assert.ok(gap.ok, JSON.stringify(gap));
  return gap;
};
const refused = (records: unknown, definition: InstrumentDefinition = empathyChecklist): string[] => {
  const gap = perspectiveGap(definition, records);
  assert.equal(gap.ok, false);
  return gap.ok ? [] : gap.problems.map(({ path, code }) => `${path} ${code}`);
};
const line = ({ lines }: Gap, id: string): GapLine => lines.find(({ item }) => item === id)!;
/** A line in short: its outcome, with steps or reason. */
const short = (gap: Gap, id: string): unknown => {
  const { outcome, ...rest } = line(gap, id);
  return 'steps' in rest ? [outcome, rest.steps] : 'reason' in rest ? [outcome, rest.reason] : outcome;
};

const allYes = Object.fromEntries(
  ['e11', 'e12', 'e13', 'e14', 'e21', 'e22', 'e23', 'e24', 'e31', 'e32', 'e33', 'e34'].map((id) => [id, 'yes']),
);

describe('a gap between perspectives', () => {
  describe('of client and therapist', () => {
    const gap = laid([
      seenBy('client', { ...allYes, e12: 'partly', e13: left('e13', 'not-applicable'), e21: 'no', e14: left('e14', 'unknown') }),
      seenBy('therapist', { ...allYes, e34: 'no' }),
    ]);

    it('says line by line whether they say the same, and how many steps they are apart', () => {
      assert.equal(short(gap, 'e11'), 'agree');
      assert.deepEqual(short(gap, 'e12'), ['differ', 1]);
      assert.deepEqual(short(gap, 'e21'), ['differ', 2]);
      assert.deepEqual(short(gap, 'e34'), ['differ', 2]);
    });

    it('says what cannot be compared, and why', () => {
      assert.deepEqual(short(gap, 'e13'), ['not-comparable', 'missing']);
      assert.deepEqual(line(gap, 'e13').sides.map(({ state }) => state), ['not-applicable', 'answered']);
      assert.deepEqual(line(gap, 'e14').sides.map(({ state }) => state), ['unknown', 'answered']);
    });

    it('has in the words of the form also why there is no answer, where the form has any', () => {
      const textOf = (id: string) => line(gap, id).sides.map((side) => 'text' in side && side.text);
      assert.deepEqual(textOf('e14'), ['Not sure', 'Yes']);
      assert.deepEqual(textOf('e13'), ['Did not come up', 'Yes']);
      const wordless = { ...empathyChecklist, absent: {} };
      const other = laid([seenBy('client', { e11: left('e11', 'declined') }), seenBy('therapist', {})], wordless);
      assert.deepEqual(line(other, 'e11').sides, [{ perspective: 'client', state: 'declined' }, { perspective: 'therapist', state: 'blank' }]);
    });

    it('counts, and adds nothing up over people', () => {
      assert.deepEqual(gap.counts, { agree: 7, differ: 3, 'not-comparable': 2 });
      assert.deepEqual(Object.keys(gap).sort(), ['counts', 'instrument', 'lines', 'ok']);
    });

    it('keeps the order and the headings of the instrument', () => {
      assert.deepEqual(gap.lines.map(({ item }) => item), Object.keys(allYes));
      assert.deepEqual([...new Set(gap.lines.map(({ group }) => group))], ['Active listening', 'Emotional validation', 'Supportive responses']);
    });

    it('is in the observer’s words, which take no side', () => {
      assert.equal(gap.instrument.title, 'What the therapist did');
      assert.equal(line(gap, 'e12').text, 'The therapist summed up what the client said.');
    });

    it('has each answer in words, and its place on the scale', () => {
      assert.deepEqual(line(gap, 'e12').sides, [
        { perspective: 'client', state: 'answered', values: ['partly'], text: 'Partly', place: 1 },
        { perspective: 'therapist', state: 'answered', values: ['yes'], text: 'Yes', place: 2 },
      ]);
      assert.deepEqual(line(gap, 'e12').options, ['No', 'Partly', 'Yes']);
    });

    it('is plain data', () => assert.deepEqual(JSON.parse(JSON.stringify(gap)), gap));
  });

  it('leaves out what is one person’s own: only the client is asked what they would like more of', () => {
    const gap = laid([seenBy('client', { e11: 'no', 'e11-more': 'more' }), seenBy('therapist', { e11: 'no' })]);
    assert.equal(gap.lines.some(({ item }) => item.endsWith('-more')), false);
  });

  it('tells blank and skipped lines apart', () => {
    const gap = laid([seenBy('client', {}), seenBy('therapist', { e11: left('e11', 'declined'), e12: 'yes' })]);
    assert.deepEqual(line(gap, 'e11').sides, [
      { perspective: 'client', state: 'blank' },
      { perspective: 'therapist', state: 'declined', text: 'Skip this one' },
    ]);
    assert.deepEqual(gap.counts, { agree: 0, differ: 0, 'not-comparable': 12 });
  });

  describe('of three', () => {
    const gap = laid([
      seenBy('client', { e11: 'yes', e12: 'no', e13: 'yes', e14: 'yes' }),
      seenBy('therapist', { e11: 'yes', e12: 'partly', e13: 'yes', e14: 'no' }),
      seenBy('observer', { e11: 'yes', e12: 'yes', e14: 'no' }),
    ]);

    it('is the distance between the two that are furthest apart', () => {
      assert.equal(short(gap, 'e11'), 'agree');
      assert.deepEqual(short(gap, 'e12'), ['differ', 2]);
      assert.deepEqual(short(gap, 'e14'), ['differ', 2]);
    });

    it('compares the two that have an answer where the third has none', () => {
      assert.equal(short(gap, 'e13'), 'agree');
      assert.deepEqual(line(gap, 'e13').sides.map(({ state }) => state), ['answered', 'answered', 'blank']);
    });
  });

  describe('of an instrument that a host wrote', () => {
    const often = [
      { code: 'never', text: 'Never' },
      { code: 'often', text: 'Often' },
      { code: 'always', text: 'Always' },
    ];
    const definition = defineInstrument({
      schema: 1, id: 'visit', version: '1.0.0', language: 'ar', direction: 'rtl', title: 'The visit', audience: 'client',
      licence: ownLicence, normed: false, absent: {},
      scales: { often: { choices: often } },
      options: {
        perspective: { values: ['child', 'parent'], default: 'child' },
        place: { values: ['room', 'video'], default: 'room' },
      },
      items: [
        { id: 'play', type: 'choice', scale: 'often', text: { by: 'perspective', is: { child: 'I played', parent: 'My child played' } } },
        { id: 'colour', type: 'choice', text: 'The room was', choices: [{ code: 'red', text: 'Red' }, { code: 'blue', text: 'Blue' }] },
        { id: 'mood', type: 'choice', text: 'The mood', choices: [{ code: 'low', text: 'Low', value: 1 }, { code: 'high', text: 'High', value: 9 }] },
        { id: 'toys', type: 'choice', multiple: true, text: 'The toys', choices: often },
        { id: 'fun', type: 'rating', min: 1, max: 10, minText: 'none', maxText: 'much', text: 'How much fun?' },
        { id: 'again', type: 'boolean', text: 'Again?', items: [
          { id: 'when', type: 'date', text: 'When?', when: { item: 'again', op: '=', value: true } },
        ] },
        { id: 'minutes', type: 'integer', text: 'How long?' },
        { id: 'own', type: 'text', text: 'In your words' },
        { id: 'more', type: 'text', text: 'More?', optional: true },
        { id: 'secret', type: 'text', text: 'Never shown', hidden: true },
        { id: 'only-child', type: 'boolean', text: 'Were you tired?', only: { perspective: ['child'] } },
        { id: 'friends', type: 'group', text: 'Friends', repeats: { add: 'Add' }, items: [{ id: 'friend', type: 'boolean', text: 'Is it a friend?' }] },
      ],
    });
    const seen = (perspective: string, given: Record<string, Value | Value[]>, more: Partial<Response> = {}, place = 'room'): Response =>
      record(settled(definition, { perspective, place }), {
        answers: Object.entries(given).map(([item, value]): Answer => ({ item, state: 'answered', values: [value].flat() })),
      }, more);
    const child = { play: 'never', colour: 'red', mood: 'low', toys: ['never', 'often'], fun: 10, again: true, when: '2026-03-01', minutes: 30, own: 'Nice', 'only-child': true };
    const parent = { play: 'always', colour: 'blue', mood: 'high', toys: ['often'], fun: 7, again: false, minutes: 45, own: 'Nice' };
    const gap = laid([seen('child', child), seen('parent', parent)], definition);

    it('counts steps where the options have an order, and only there', () => {
      assert.deepEqual(short(gap, 'play'), ['differ', 2]);
      assert.deepEqual(short(gap, 'mood'), ['differ', 1]);
      assert.deepEqual(short(gap, 'fun'), ['differ', 3]);
      assert.equal(line(gap, 'fun').options.length, 10);
      for (const id of ['colour', 'toys', 'again', 'minutes']) {
        assert.equal(short(gap, id), 'differ', id);
        assert.deepEqual(line(gap, id).options, [], id);
      }
    });

    it('places an answer among the options of its line, and nowhere where it has none', () => {
      const placesOf = (id: string) => line(gap, id).sides.map((side) => 'place' in side && side.place);
      assert.deepEqual(placesOf('play'), [0, 2]);
      assert.deepEqual(placesOf('fun'), [9, 6]);
      for (const id of ['colour', 'toys', 'again', 'minutes', 'own']) assert.deepEqual(placesOf(id), [-1, -1], id);
      assert.deepEqual(line(gap, 'colour').sides.map((side) => 'text' in side && side.text), ['Red', 'Blue']);
      assert.deepEqual(line(gap, 'again').sides.map((side) => 'text' in side && side.text), ['true', 'false']);
    });

    it('takes the same several choices, number, day or yes for the same', () => {
      const { 'only-child': _, ...asked } = child;
      const same = laid([seen('child', child), seen('parent', asked)], definition);
      for (const id of ['play', 'colour', 'toys', 'fun', 'again', 'when', 'minutes']) assert.equal(short(same, id), 'agree', id);
    });

    it('does not compare what people wrote, also where it is the same', () => {
      assert.deepEqual(short(gap, 'own'), ['not-comparable', 'own-words']);
      assert.equal(gap.lines.some(({ item }) => item === 'more'), false);
      const both = laid([seen('child', { more: 'Yes' }), seen('parent', { more: 'No' })], definition);
      assert.deepEqual(short(both, 'more'), ['not-comparable', 'own-words']);
    });

    it('says what one of them was not asked, by the form or by an answer', () => {
      assert.deepEqual(line(gap, 'only-child').sides.map(({ state }) => state), ['answered', 'not-asked']);
      assert.deepEqual(line(gap, 'when').sides.map(({ state }) => state), ['answered', 'not-asked']);
      const neither = laid([seen('child', { again: false }), seen('parent', { again: false })], definition);
      assert.equal(line(neither, 'when'), undefined);
    });

    it('does not compare repetitions, and shows nothing that is hidden', () => {
      assert.deepEqual(line(gap, 'friend').sides.map(({ state }) => state), ['repeated', 'repeated']);
      assert.deepEqual(short(gap, 'friend'), ['not-comparable', 'missing']);
      assert.equal(line(gap, 'secret'), undefined);
    });

    it('is in the words of the first record where nobody observes', () => {
      assert.equal(line(gap, 'play').text, 'I played');
      assert.equal(gap.instrument.direction, 'rtl');
      assert.equal(laid([seen('parent', {}), seen('child', {})], definition).lines[0]!.text, 'My child played');
    });

    it('refuses other options that differ', () => {
      assert.deepEqual(refused([seen('child', {}), seen('parent', {}, {}, 'video')], definition), ['[1].instrument.options one-of']);
    });
  });

  it('goes by the author where the instrument has no perspective', () => {
    const session = settled(trust12);
    const by = (author: NonNullable<Response['author']>, code: string) => record(session, { answers: [answered('t01', code)] }, { author });
    const gap = laid([by('client', 'agree'), by('observer', 'disagree')], trust12 as InstrumentDefinition);
    assert.deepEqual(short(gap, 't01'), ['differ', 2]);
    assert.deepEqual(gap.lines[0]!.sides.map(({ perspective }) => perspective), ['client', 'observer']);
    assert.equal('group' in gap.lines[0]!, false);
    const { author: _, ...nobody } = by('client', 'agree');
    assert.deepEqual(refused([nobody, by('client', 'agree')], trust12 as InstrumentDefinition), ['[0].author there-and-unique']);
  });

  describe('refuses', () => {
    const client = seenBy('client', allYes, { subject: 'p1' });
    const therapist = seenBy('therapist', allYes, { subject: 'p1' });

    it('two of the same perspective', () => {
      assert.deepEqual(refused([client, seenBy('client', allYes)]), ['[1].author there-and-unique']);
    });

    it('another session or person, where the records name one', () => {
      assert.deepEqual(refused([client, { ...therapist, encounter: 'session-8' }]), ['[1].encounter one-of']);
      assert.deepEqual(refused([client, { ...therapist, subject: 'p2' }]), ['[1].subject one-of']);
      const { subject: _, encounter: __, ...unnamed } = therapist;
      assert.equal(laid([client, unnamed]).lines.length, 12);
      assert.deepEqual(refused([client, unnamed, { ...seenBy('observer', allYes), subject: 'p2' }]), ['[2].subject one-of']);
    });

    it('another instrument or version', () => {
      const trust = record(settled(trust12), { answers: [] });
      assert.deepEqual(refused([client, trust]), ['[1].instrument.options.variant known-option', '[1].instrument.options.keying known-option']);
      assert.deepEqual(refused([client, { ...therapist, instrument: { ...therapist.instrument, id: 'another' } }]), ['[1].instrument.id one-of']);
      const older = { ...therapist, instrument: { ...therapist.instrument, version: '0.9.0' } };
      assert.deepEqual(refused([client, older]), ['[1].instrument.version one-of']);
    });

    it('what is not completed, and what is no record', () => {
      const { completedAt: _, ...begun } = therapist;
      assert.deepEqual(refused([client, { ...begun, status: 'in-progress' }]), ['[1].status one-of']);
      const wrong = { ...therapist, answers: [answered('e11', 'perhaps')] };
      assert.deepEqual(refused([client, wrong]), ['[1].answers[0].values one-of-its-choices']);
    });

    it('fewer than two', () => {
      assert.deepEqual(refused([client]), [' two-or-more']);
      assert.deepEqual(refused([]), [' two-or-more']);
    });

    it('anything else, without throwing', () => {
      const trap = Object.defineProperty({}, 'instrument', { enumerable: true, get: () => { throw new Error('no'); } });
      for (const data of [null, undefined, 5, 'x', {}, [null, 1], [client, null], [client, { instrument: null }], [client, trap]]) {
        assert.ok(refused(data).length > 0);
      }
      fc.assert(fc.property(fc.anything(), fc.anything(), (one, other) => assert.ok(refused([one, other]).length > 0)));
      assert.equal(refused(Array.from({ length: 40 }, () => ({}))).length, 20);
    });
  });

  describe('for any answers', () => {
    const given = fc.dictionary(fc.constantFrom(...Object.keys(allYes)), fc.constantFrom('no', 'partly', 'yes', 'declined'));
    const said = (perspective: string, answers: Record<string, string>) =>
      seenBy(perspective, Object.fromEntries(Object.keys(allYes).filter((id) => answers[id]).map((id) =>
        [id, answers[id] === 'declined' ? left(id, 'declined') : answers[id]!])));

    it('does not depend on the order of the records, but for the order of the sides', () => {
      fc.assert(
        fc.property(given, given, given, (a, b, c) => {
          const records = [said('client', a), said('therapist', b), said('observer', c)];
          const plain = (gap: Gap) => gap.lines.map(({ sides: _, ...rest }) => rest);
          const [one, other] = [laid(records), laid([...records].reverse())];
          assert.deepEqual(plain(one), plain(other));
          assert.deepEqual(one.counts, other.counts);
          assert.deepEqual(one.lines.map(({ sides }) => [...sides].reverse()), other.lines.map(({ sides }) => sides));
        }),
      );
    });

    it('is no gap with oneself, and each line has one outcome', () => {
      fc.assert(
        fc.property(given, given, (a, b) => {
          const itself = laid([said('client', a), said('therapist', a)]);
          assert.equal(itself.counts.differ, 0);
          const { lines, counts } = laid([said('client', a), said('therapist', b)]);
          assert.equal(lines.length, 12);
          assert.equal(counts.agree + counts.differ + counts['not-comparable'], 12);
          for (const { item, ...rest } of lines) {
            if (rest.outcome === 'differ') assert.ok(rest.steps === 1 || rest.steps === 2);
            if (rest.outcome === 'agree') assert.equal(a[item], b[item]);
          }
        }),
      );
    });
  });
});
