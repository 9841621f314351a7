import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { AbsentReason, Instrument, Value } from '../../src/core/instrument/instrument.ts';
import { indexItems } from '../../src/core/instrument/item-index.ts';
import type { Answer } from '../../src/core/record/response.ts';
import { toQuestionnaire, toQuestionnaireResponse, type QuestionnaireItem, type QuestionnaireResponseItem } from '../../src/fhir/index.ts';
import { answered } from '../core/answers.ts';
import { left, record } from '../core/records.ts';
import { filled } from './filled.ts';
import { everyItem, formOf, forms } from './forms.ts';

const DAR = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';
const reasons: Record<string, AbsentReason> = { 'asked-declined': 'declined', 'asked-unknown': 'unknown', 'not-applicable': 'not-applicable' };

/** The answers in response items, read back. `at`: the repetitions around. */
function answersIn(items: readonly QuestionnaireResponseItem[] | undefined, instrument: Instrument, at: number[] = []): Answer[] {
  const index = indexItems(instrument);
  const counts = new Map<string, number>();
  return (items ?? []).flatMap(({ linkId, extension, answer, item }): Answer[] => {
    const asked = index.get(linkId)!.item;
    const place = { item: linkId, ...(at.length && { at }) };
    if (asked.type === 'group') {
      const number = counts.get(linkId) ?? 0;
      counts.set(linkId, number + 1);
      return answersIn(item, instrument, asked.repeats ? [...at, number] : at);
    }
    const reason = extension?.find(({ url }) => url === DAR)?.valueCode;
    if (reason) {
      assert.ok(!answer, 'what was left out has no answer');
      return [{ ...place, state: reasons[reason]! }];
    }
    const values = answer!.map((one): Value => {
      const [value] = Object.values(one) as [Value];
      if (typeof value === 'object') return (value as { code: string }).code;
      return asked.type === 'time' && !asked.seconds ? (value as string).slice(0, 5) : value;
    });
    return [{ ...place, state: 'answered', values }];
  });
}

const r4 = { fhirVersion: 'R4' } as const;
const byPlace = (answers: readonly Answer[]): string[] => answers.map((answer) => JSON.stringify([answer.item, answer.at, answer])).sort();
const linkIds = (items: readonly QuestionnaireItem[] = []): string[] => items.flatMap(({ linkId, item }) => [linkId, ...linkIds(item)]);

describe('a QuestionnaireResponse of every form', () => {
  for (const form of forms) {
    it(`${form.id} ${Object.values(form.options).join(' ')}: every answer is there once, and nothing else`, () => {
      const ids = new Set(linkIds(toQuestionnaire(form, r4).resource.item));
      fc.assert(
        fc.property(filled(form), (response) => {
          const { resource, issues } = toQuestionnaireResponse(response, form, r4);
          assert.deepEqual(byPlace(answersIn(resource.item, form)), byPlace(response.answers));
          const text = JSON.stringify(resource.item ?? []);
          for (const [, linkId] of text.matchAll(/"linkId":"([^"]*)"/g)) assert.ok(ids.has(linkId!), linkId);
          assert.deepEqual(issues.filter(({ code }) => code !== 'required-left-out'), []);
        }),
        { numRuns: 20 },
      );
    });
  }
});

describe('a QuestionnaireResponse', () => {
  const form = formOf([
    { id: 'n', type: 'integer', text: 'N', na: true },
    { id: 'c', type: 'choice', text: 'C', scale: 'agree' },
    { id: 'g', type: 'group', text: 'G', repeats: { add: 'Add' }, items: [{ id: 't', type: 'text', text: 'T' }] },
  ]);

  it('says what was answered, when, and to which form', () => {
    const { resource } = toQuestionnaireResponse(record(form, { answers: [answered('n', 0), answered('c', 'low')] }, { id: 'r-1' }), form, r4);
    assert.deepEqual(resource, {
      resourceType: 'QuestionnaireResponse',
      language: 'en',
      extension: [
        {
          url: 'https://www.npmjs.com/package/attune-elements/fhir/StructureDefinition/record',
          extension: [
            { url: 'started', valueDateTime: '2026-05-04T10:00:00+02:00' },
            { url: 'locale', valueCode: 'en' },
            { url: 'software', valueString: 'test 1.0.0' },
          ],
        },
      ],
      identifier: { system: 'https://www.npmjs.com/package/attune-elements/fhir/record-id', value: 'r-1' },
      questionnaire: 'https://www.npmjs.com/package/attune-elements/fhir/Questionnaire/own-form|2.1.0',
      status: 'completed',
      authored: '2026-05-04T10:03:00+02:00',
      item: [
        { linkId: 'n', text: 'N', answer: [{ valueInteger: 0 }] },
        {
          linkId: 'c',
          text: 'C',
          answer: [{ valueCoding: { system: 'https://www.npmjs.com/package/attune-elements/fhir/CodeSystem/own-form.scale-agree', code: 'low', display: 'Low' } }],
        },
      ],
    });
  });

  it('zero is an answer; left out is an item without one, with the reason; blank is no item', () => {
    const itemsOf = (...answers: Answer[]) => toQuestionnaireResponse(record(form, { answers }), form, r4).resource.item;
    const leftOut = (reason: AbsentReason) => itemsOf(left('n', reason))![0]!;
    assert.deepEqual(itemsOf(answered('n', 0))![0]!.answer, [{ valueInteger: 0 }]);
    for (const [code, reason] of Object.entries(reasons)) {
      assert.deepEqual(leftOut(reason), { extension: [{ url: DAR, valueCode: code }], linkId: 'n', text: 'N' });
    }
    assert.equal(itemsOf(), undefined);
  });

  it('an empty repetition keeps its place before the next', () => {
    const { resource } = toQuestionnaireResponse(record(form, { answers: [answered('t', 'second', [1])] }), form, r4);
    assert.deepEqual(resource.item, [
      { linkId: 'g', text: 'G' },
      { linkId: 'g', text: 'G', item: [{ linkId: 't', text: 'T', answer: [{ valueString: 'second' }] }] },
    ]);
  });

  it('names nobody who is not given', () => {
    const response = record(form, { answers: [] }, { author: 'client' });
    const bare = toQuestionnaireResponse(response, form, r4).resource;
    assert.deepEqual([bare.subject, bare.author, bare.encounter], [undefined, undefined, undefined]);
    assert.deepEqual(bare.extension![0]!.extension!.find(({ url }) => url === 'authorRole')?.valueCode, 'client');
    const given = { subject: { reference: 'Patient/7' }, author: { reference: 'Patient/7' }, encounter: { reference: 'Encounter/1' } };
    const { subject, author, encounter } = toQuestionnaireResponse(response, form, { ...r4, ...given }).resource;
    assert.deepEqual({ subject, author, encounter }, given);
  });

  it('keeps the subject and encounter of the record as identifiers', () => {
    const { resource } = toQuestionnaireResponse(record(form, { answers: [] }, { subject: 'p1', encounter: 'e1' }), form, r4);
    assert.deepEqual([resource.subject, resource.encounter], [{ identifier: { value: 'p1' } }, { identifier: { value: 'e1' } }]);
  });

  it('keeps which record it replaces, who was told what, and which translation was on screen', () => {
    const translation = { language: 'de', revision: 2, standing: 'reviewed' as const };
    const response = record(form, { answers: [] }, { replaces: 'r-0', disclosure: 'Your therapist reads this.' });
    response.instrument = { ...response.instrument, language: 'de', translation };
    const german = { ...form, language: 'de', translation };
    const { resource, issues } = toQuestionnaireResponse(response, german, r4);
    const parts = resource.extension![0]!.extension!;
    assert.equal(parts.find(({ url }) => url === 'replaces')!.valueIdentifier!.value, 'r-0');
    assert.equal(parts.find(({ url }) => url === 'disclosure')!.valueString, 'Your therapist reads this.');
    assert.equal(resource.language, 'de');
    assert.match(resource.questionnaire, /own-form\.lang-de\|2\.1\.0-r2$/);
    assert.equal(resource.questionnaire, `${toQuestionnaire(german, r4).resource.url}|${toQuestionnaire(german, r4).resource.version}`);
    assert.deepEqual(issues, []);
  });

  it('an unfinished record is in progress and has no time', () => {
    const { completedAt: _, ...response } = record(form, { answers: [] }, { status: 'in-progress' });
    const { status, authored } = toQuestionnaireResponse(response, form, r4).resource;
    assert.deepEqual([status, authored], ['in-progress', undefined]);
  });

  it('in R5 it has a list of identifiers', () => {
    const { identifier } = toQuestionnaireResponse(record(form, { answers: [] }, { id: 'x' }), form, { fhirVersion: 'R5' }).resource;
    assert.deepEqual(identifier.map(({ value }) => value), ['x']);
  });

  it('times have seconds', () => {
    const { resource } = toQuestionnaireResponse(record(everyItem, { answers: [answered('hour', '08:30'), answered('second', '08:30:15')] }), everyItem, r4);
    assert.deepEqual(resource.item!.map(({ answer }) => answer), [[{ valueTime: '08:30:00' }], [{ valueTime: '08:30:15' }]]);
  });

  it('says what it did not emit', () => {
    const kept = formOf([{ id: 'k', type: 'text', text: 'K', tags: { kept: 'here' } }, ...form.items, { id: 'q', type: 'boolean', text: 'Q', required: true }]);
    const answers: Answer[] = [
      answered('k', 'mine'), answered('gone', 1), answered('t', 'x'), answered('t', 'x', [1e9]), answered('g', 'x'),
      answered('n', 1), answered('n', 2), answered('c', 'old'), answered('t', 4, [0]), left('q', 'declined'),
    ];
    const { resource, issues } = toQuestionnaireResponse(record(kept, { answers }), kept, r4);
    assert.deepEqual(issues.map(({ path, code }) => `${path} ${code}`), [
      'k kept-in-the-widget', 'gone no-such-place', 't no-such-place', 't.1000000000 no-such-place', 'g no-such-place',
      'n answered-twice', 'c unknown-code', 't.0 value-of-another-type', 'q required-left-out',
    ]);
    assert.ok(!JSON.stringify(resource).includes('mine'));
    assert.deepEqual(resource.item![0]!.answer, [{ valueInteger: 1 }]);
    assert.equal(resource.item![1]!.answer![0]!.valueCoding!.code, 'old');
  });

  it('a number beyond 32 bits is kept as a decimal', () => {
    const { resource, issues } = toQuestionnaireResponse(record(form, { answers: [answered('n', 5_000_000_000)] }), form, r4);
    assert.deepEqual(resource.item![0]!.answer, [{ valueDecimal: 5_000_000_000 }]);
    assert.deepEqual(issues.map(({ code }) => code), ['number-too-large']);
  });

  it('a record of another form keeps its own canonical and is reported', () => {
    const { resource, issues } = toQuestionnaireResponse(record({ ...form, version: '1.0.0' }, { answers: [] }), form, r4);
    assert.match(resource.questionnaire, /\|1\.0\.0$/);
    assert.deepEqual(issues.map(({ code }) => code), ['not-its-form']);
  });
});
