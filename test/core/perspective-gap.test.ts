import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { InstrumentDefinition } from '../../src/core/instrument/definition.ts';
import { defineInstrument } from '../../src/core/instrument/define-instrument.ts';
import type { Value } from '../../src/core/instrument/instrument.ts';
import type { Answer, Response } from '../../src/core/record/response.ts';
import { empathyChecklist } from '../../src/instruments/empathy-checklist.ts';
import { trust12 } from '../../src/instruments/trust-12.ts';
import { answered, settled } from './answers.ts';
import { ownLicence } from './fixtures/own-licence.ts';
import { left, record } from './records.ts';
import { perspectiveGap } from '../../src/core/change/perspective-gap.ts';
import { allYes, gapOf, line, refused, seenBy, short } from './fixtures/gaps.ts';

describe('a gap between perspectives', () => {
  describe('of client and therapist', () => {
    const gap = gapOf([
      seenBy('client', { ...allYes, e12: 'partly', e13: left('e13', 'not-applicable'), e21: 'no', e14: left('e14', 'unknown') }),
      seenBy('therapist', { ...allYes, e34: 'no' }),
    ]);

    it('compares the answers line by line, and gives the distance in steps', () => {
      assert.equal(short(gap, 'e11'), 'agree');
      assert.deepEqual(short(gap, 'e12'), ['differ', 1]);
      assert.deepEqual(short(gap, 'e21'), ['differ', 2]);
      assert.deepEqual(short(gap, 'e34'), ['differ', 2]);
    });

    it('gives the reason if answers cannot be compared', () => {
      assert.deepEqual(short(gap, 'e13'), ['not-comparable', 'missing']);
      assert.deepEqual(line(gap, 'e13').sides.map(({ state }) => state), ['not-applicable', 'answered']);
      assert.deepEqual(line(gap, 'e14').sides.map(({ state }) => state), ['unknown', 'answered']);
    });

    it('gives the wording of the form for a missing answer, if the form has one', () => {
      const textOf = (id: string) => line(gap, id).sides.map((side) => 'text' in side && side.text);
      assert.deepEqual(textOf('e14'), ['Not sure', 'Yes']);
      assert.deepEqual(textOf('e13'), ['Did not come up', 'Yes']);
      const wordless = { ...empathyChecklist, absent: {} };
      const other = gapOf([seenBy('client', { e11: left('e11', 'declined') }), seenBy('therapist', {})], wordless);
      assert.deepEqual(line(other, 'e11').sides, [{ perspective: 'client', state: 'declined' }, { perspective: 'therapist', state: 'blank' }]);
    });

    it('counts outcomes, and sums nothing over people', () => {
      assert.deepEqual(gap.counts, { agree: 7, differ: 3, 'not-comparable': 2 });
      assert.deepEqual(Object.keys(gap).sort(), ['counts', 'instrument', 'lines', 'ok']);
    });

    it('has the order and the headings of the instrument', () => {
      assert.deepEqual(gap.lines.map(({ item }) => item), Object.keys(allYes));
      assert.deepEqual([...new Set(gap.lines.map(({ group }) => group))], ['Active listening', 'Emotional validation', 'Supportive responses']);
    });

    it('uses the neutral wording of the observer', () => {
      assert.equal(gap.instrument.title, 'What the therapist did');
      assert.equal(line(gap, 'e12').text, 'The therapist summed up what the client said.');
    });

    it('has each answer as text, with its place on the scale', () => {
      assert.deepEqual(line(gap, 'e12').sides, [
        { perspective: 'client', state: 'answered', values: ['partly'], text: 'Partly', place: 1 },
        { perspective: 'therapist', state: 'answered', values: ['yes'], text: 'Yes', place: 2 },
      ]);
      assert.deepEqual(line(gap, 'e12').options, ['No', 'Partly', 'Yes']);
    });

    it('is plain data', () => assert.deepEqual(JSON.parse(JSON.stringify(gap)), gap));
  });

  it('omits optional lines for one side: only the client is asked what they would like more of', () => {
    const gap = gapOf([seenBy('client', { e11: 'no', 'e11-more': 'more' }), seenBy('therapist', { e11: 'no' })]);
    assert.equal(gap.lines.some(({ item }) => item.endsWith('-more')), false);
  });

  it('distinguishes blank lines from lines that were left out', () => {
    const gap = gapOf([seenBy('client', {}), seenBy('therapist', { e11: left('e11', 'declined'), e12: 'yes' })]);
    assert.deepEqual(line(gap, 'e11').sides, [
      { perspective: 'client', state: 'blank' },
      { perspective: 'therapist', state: 'declined', text: 'Skip this one' },
    ]);
    assert.deepEqual(gap.counts, { agree: 0, differ: 0, 'not-comparable': 12 });
  });

  describe('of three perspectives', () => {
    const gap = gapOf([
      seenBy('client', { e11: 'yes', e12: 'no', e13: 'yes', e14: 'yes' }),
      seenBy('therapist', { e11: 'yes', e12: 'partly', e13: 'yes', e14: 'no' }),
      seenBy('observer', { e11: 'yes', e12: 'yes', e14: 'no' }),
    ]);

    it('is the distance between the two answers furthest apart', () => {
      assert.equal(short(gap, 'e11'), 'agree');
      assert.deepEqual(short(gap, 'e12'), ['differ', 2]);
      assert.deepEqual(short(gap, 'e14'), ['differ', 2]);
    });

    it('compares the two answers if the third is missing', () => {
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
        { id: 'one', type: 'choice', text: 'One', choices: [{ code: 'only', text: 'Only', value: 1 }], open: true },
        { id: 'some', type: 'choice', text: 'Some', choices: [{ code: 'low', text: 'Low', value: 1 }, { code: 'other', text: 'Other' }] },
        { id: 'words', type: 'choice', text: 'Words', choices: often, multiple: true, open: true },
        { id: 'fun', type: 'rating', min: 1, max: 10, minText: 'none', maxText: 'much', text: 'How much fun?' },
        { id: 'again', type: 'boolean', text: 'Again?', items: [
          { id: 'when', type: 'date', text: 'When?', when: { item: 'again', op: '=', value: true } },
        ] },
        { id: 'room', type: 'group', text: 'The room', items: [
          { id: 'warm', type: 'boolean', text: 'Warm?', items: [{ id: 'degrees', type: 'integer', text: 'How warm?' }] },
        ] },
        { id: 'minutes', type: 'integer', text: 'How long?' },
        { id: 'own', type: 'text', text: 'In your words' },
        { id: 'more', type: 'text', text: 'More?', optional: true },
        { id: 'secret', type: 'text', text: 'Never shown', hidden: true },
        { id: 'only-child', type: 'boolean', text: 'Were you tired?', only: { perspective: ['child'] } },
        { id: 'friends', type: 'group', text: 'Friends', repeats: { add: 'Add' }, items: [{ id: 'friend', type: 'boolean', text: 'Is it a friend?' }] },
      ],
    });
    const seen = (perspective: string, given: Record<string, Value | Value[]>, place = 'room'): Response =>
      record(settled(definition, { perspective, place }), {
        answers: Object.entries(given).map(([item, value]): Answer => ({ item, state: 'answered', values: [value].flat() })),
      });
    const child = { play: 'never', colour: 'red', mood: 'low', toys: ['never', 'often'], fun: 10, again: true, when: '2026-03-01', minutes: 30, own: 'Nice', 'only-child': true };
    const parent = { play: 'always', colour: 'blue', mood: 'high', toys: ['often'], fun: 7, again: false, minutes: 45, own: 'Nice' };
    const gap = gapOf([seen('child', child), seen('parent', parent)], definition);

    it('counts steps only if the options have an order', () => {
      assert.deepEqual(short(gap, 'play'), ['differ', 2]);
      assert.deepEqual(short(gap, 'mood'), ['differ', 1]);
      assert.deepEqual(short(gap, 'fun'), ['differ', 3]);
      assert.equal(line(gap, 'fun').options.length, 10);
      for (const id of ['colour', 'toys', 'again', 'minutes']) {
        assert.equal(short(gap, id), 'differ', id);
        assert.deepEqual(line(gap, id).options, [], id);
      }
    });

    it('gives the place of an answer among the options of its line, if the line has options', () => {
      const placesOf = (id: string) => line(gap, id).sides.map((side) => 'place' in side && side.place);
      assert.deepEqual(placesOf('play'), [0, 2]);
      assert.deepEqual(placesOf('fun'), [9, 6]);
      for (const id of ['colour', 'toys', 'again', 'minutes', 'own']) assert.deepEqual(placesOf(id), [-1, -1], id);
      assert.deepEqual(line(gap, 'colour').sides.map((side) => 'text' in side && side.text), ['Red', 'Blue']);
      assert.deepEqual(line(gap, 'again').sides.map((side) => 'text' in side && side.text), ['true', 'false']);
    });

    it('has no options where one answer is possible, or where one of them has no weight', () => {
      const both = gapOf([seen('child', { one: 'only', some: 'low' }), seen('parent', { one: 'only', some: 'low' })], definition);
      for (const id of ['one', 'some']) assert.deepEqual([short(both, id), line(both, id).options], ['agree', []], id);
    });

    it('does not compare choices with own words in any of them', () => {
      const given = (words: Value[]) => [seen('child', { one: [{ words: 'Neither' }], words: ['never', { words: 'Rarely' }] }), seen('parent', { one: 'only', words })];
      const mixed = gapOf(given(['often']), definition);
      for (const id of ['one', 'words']) assert.deepEqual(short(mixed, id), ['not-comparable', 'own-words'], id);
    });

    it('has several answers as one text, and the heading of the group around a follow-up', () => {
      assert.deepEqual(line(gap, 'toys').sides.map((side) => 'text' in side && side.text), ['Never, Often', 'Often']);
      assert.deepEqual(['warm', 'degrees', 'when'].map((id) => line(gap, id).group), ['The room', 'The room', undefined]);
    });

    it('gives no wording for a reason that the form has no wording for', () => {
      const unknown = { ...seen('child', {}), answers: [left('colour', 'unknown'), left('play', 'unknown')] };
      const sides = line(gapOf([unknown, seen('parent', {})], definition), 'colour').sides;
      assert.deepEqual(sides, [{ perspective: 'child', state: 'unknown' }, { perspective: 'parent', state: 'blank' }]);
    });

    it('recognises equal answers of every item type', () => {
      const { 'only-child': _, ...asked } = child;
      const same = gapOf([seen('child', child), seen('parent', asked)], definition);
      for (const id of ['play', 'colour', 'toys', 'fun', 'again', 'when', 'minutes']) assert.equal(short(same, id), 'agree', id);
    });

    it('does not compare texts, even if they are equal', () => {
      assert.deepEqual(short(gap, 'own'), ['not-comparable', 'own-words']);
      assert.equal(gap.lines.some(({ item }) => item === 'more'), false);
      const both = gapOf([seen('child', { more: 'Yes' }), seen('parent', { more: 'No' })], definition);
      assert.deepEqual(short(both, 'more'), ['not-comparable', 'own-words']);
    });

    it('shows what one side was not asked, because of its form or an earlier answer', () => {
      assert.deepEqual(line(gap, 'only-child').sides.map(({ state }) => state), ['answered', 'not-asked']);
      assert.deepEqual(line(gap, 'when').sides.map(({ state }) => state), ['answered', 'not-asked']);
      const neither = gapOf([seen('child', { again: false }), seen('parent', { again: false })], definition);
      assert.equal(line(neither, 'when'), undefined);
    });

    it('does not compare repetitions, and shows no hidden items', () => {
      assert.deepEqual(line(gap, 'friend').sides.map(({ state }) => state), ['repeated', 'repeated']);
      assert.deepEqual(short(gap, 'friend'), ['not-comparable', 'missing']);
      assert.equal(line(gap, 'secret'), undefined);
    });

    it('uses the wording of the first record if there is no observer', () => {
      assert.equal(line(gap, 'play').text, 'I played');
      assert.equal(gap.instrument.direction, 'rtl');
      assert.equal(gapOf([seen('parent', {}), seen('child', {})], definition).lines[0]!.text, 'My child played');
    });

    it('refuses records that differ in another option', () => {
      assert.deepEqual(refused([seen('child', {}), seen('parent', {}, 'video')], definition), ['[1].instrument.options one-of']);
    });
  });

  it('uses the author if the instrument has no perspective', () => {
    const session = settled(trust12);
    const by = (author: NonNullable<Response['author']>, code: string) => record(session, { answers: [answered('t01', code)] }, { author });
    const gap = gapOf([by('client', 'agree'), by('observer', 'disagree')], trust12 as InstrumentDefinition);
    assert.deepEqual(short(gap, 't01'), ['differ', 2]);
    assert.deepEqual(gap.lines[0]!.sides.map(({ perspective }) => perspective), ['client', 'observer']);
    assert.equal('group' in gap.lines[0]!, false);
    const { author: _, ...nobody } = by('client', 'agree');
    assert.deepEqual(refused([nobody, by('client', 'agree')], trust12 as InstrumentDefinition), ['[0].author there-and-unique']);
  });

  describe('refuses', () => {
    const client = seenBy('client', allYes, { subject: 'p1' });
    const therapist = seenBy('therapist', allYes, { subject: 'p1' });

    it('two records of the same perspective', () => {
      assert.deepEqual(refused([client, seenBy('client', allYes)]), ['[1].author there-and-unique']);
    });

    it('different encounters or subjects, if the records name them', () => {
      assert.deepEqual(refused([client, { ...therapist, encounter: 'session-8' }]), ['[1].encounter one-of']);
      assert.deepEqual(refused([client, { ...therapist, subject: 'p2' }]), ['[1].subject one-of']);
      const { subject: _, encounter: __, ...unnamed } = therapist;
      assert.equal(gapOf([client, unnamed]).lines.length, 12);
      assert.deepEqual(refused([client, unnamed, { ...seenBy('observer', allYes), subject: 'p2' }]), ['[2].subject one-of']);
    });

    it('different instruments or versions', () => {
      const trust = record(settled(trust12), { answers: [] });
      assert.deepEqual(refused([client, trust]), ['[1].instrument.options.variant known-option', '[1].instrument.options.keying known-option']);
      assert.deepEqual(refused([client, { ...therapist, instrument: { ...therapist.instrument, id: 'another' } }]), ['[1].instrument.id one-of']);
      const older = { ...therapist, instrument: { ...therapist.instrument, version: '0.9.0' } };
      assert.deepEqual(refused([client, older]), ['[1].instrument.version one-of']);
    });

    it('an uncompleted record, and data that is not a record', () => {
      const { completedAt: _, ...begun } = therapist;
      assert.deepEqual(refused([client, { ...begun, status: 'in-progress' }]), ['[1].status one-of']);
      const wrong = { ...therapist, answers: [answered('e11', 'perhaps')] };
      assert.deepEqual(refused([client, wrong]), ['[1].answers[0].values one-of-its-choices']);
    });

    it('uncompleted records only', () => {
      const { completedAt: _, ...begun } = client;
      const drafts = [begun, { ...begun, instrument: therapist.instrument }].map((one) => ({ ...one, status: 'in-progress' }));
      assert.deepEqual(refused(drafts), ['[0].status one-of', '[1].status one-of']);
    });

    it('fewer than two records', () => {
      assert.deepEqual(refused([client]), [' two-or-more']);
      assert.deepEqual(refused([]), [' two-or-more']);
      const gap = perspectiveGap(empathyChecklist, []);
      assert.deepEqual(gap.ok || gap.problems.map(({ message }) => message), ['Must be two or more records']);
    });

    it('any other data, without throwing', () => {
      const trap = Object.defineProperty({}, 'instrument', { enumerable: true, get: () => { throw new Error('no'); } });
      for (const data of [null, undefined, 5, 'x', {}, [null, 1], [client, null], [client, { instrument: null }], [client, trap]]) {
        assert.ok(refused(data).length > 0);
      }
      fc.assert(fc.property(fc.anything(), fc.anything(), (one, other) => assert.ok(refused([one, other]).length > 0)));
      assert.equal(refused(Array.from({ length: 40 }, () => ({}))).length, 20);
    });
  });
});
