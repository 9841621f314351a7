import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { score } from '../../src/core/scoring/score.ts';
import { terminologyOf, toBundle, toObservations } from '../../src/fhir/index.ts';
import { answered } from '../core/answers.ts';
import { record } from '../core/records.ts';
import { filled } from './filled.ts';
import { formOf, forms, shipped } from './forms.ts';

const r4 = { fhirVersion: 'R4' } as const;
const form = formOf(
  [
    { id: 'a', type: 'choice', text: 'A', scale: 'agree' },
    { id: 'b', type: 'choice', text: 'B', scale: 'agree' },
    { id: 'c', type: 'choice', text: 'C', scale: 'agree' },
  ],
  {
    scoring: {
      scales: { first: { title: 'First things', method: 'percent', items: ['a', 'b'], least: 2 } },
      total: { method: 'sum', items: ['a', 'b', 'c'], least: 1 },
    },
  },
);
const base = 'https://www.npmjs.com/package/attune-elements/fhir';

describe('an Observation of a score', () => {
  it('has the total, a component for each scale, how it came about, and no interpretation', () => {
    const response = record(form, { answers: [answered('a', 'high'), answered('b', 'middle')] }, { id: 'r-1', subject: 'p1' });
    const derivedFrom = { reference: 'QuestionnaireResponse/5' };
    const facts = (min: number, max: number, percentOfMaximum: number, of: number, prorated: boolean) => ({
      url: `${base}/StructureDefinition/score`,
      extension: [
        { url: 'min', valueDecimal: min },
        { url: 'max', valueDecimal: max },
        { url: 'percentOfMaximum', valueDecimal: percentOfMaximum },
        { url: 'answered', valueInteger: 2 },
        { url: 'of', valueInteger: of },
        { url: 'prorated', valueBoolean: prorated },
      ],
    });
    assert.deepEqual(toObservations(score(form, response), { ...r4, response, instrument: form, derivedFrom }), [
      {
        resourceType: 'Observation',
        extension: [facts(0, 6, 75, 3, true)],
        identifier: [{ system: `${base}/record-id`, value: 'r-1' }],
        status: 'final',
        category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'survey' }] }],
        code: { coding: [{ system: `${base}/CodeSystem/own-form.scores`, code: 'score.total' }], text: 'Own form' },
        subject: { identifier: { value: 'p1' } },
        effectiveDateTime: '2026-05-04T10:03:00+02:00',
        valueQuantity: { value: 4.5, unit: 'score', system: 'http://unitsofmeasure.org', code: '{score}' },
        method: { text: 'percent of 2 items, at least 2 answered; sum of 3 items, at least 1 answered' },
        note: [{ text: 'The scores have no norms: there is no published sample to compare them with.' }],
        derivedFrom: [derivedFrom],
        component: [
          {
            extension: [facts(0, 100, 75, 2, false)],
            valueQuantity: { value: 75, unit: '%', system: 'http://unitsofmeasure.org', code: '%' },
            code: { coding: [{ system: `${base}/CodeSystem/own-form.scores`, code: 'score.scale.first' }], text: 'First things' },
          },
        ],
      },
    ]);
  });

  it('without enough answers it says why, and has no number', () => {
    const [observation] = toObservations(score(form, { answers: [] }), r4);
    const absent = { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code: 'unknown' }] };
    assert.deepEqual(observation!.dataAbsentReason, { ...absent, text: '0 of 3 answered, 1 needed' });
    assert.deepEqual(observation!.component![0]!.dataAbsentReason, { ...absent, text: '0 of 2 answered, 2 needed' });
    assert.ok(!JSON.stringify(observation).includes('valueQuantity'));
  });

  it('a draft translation has no score, and the standing is said', () => {
    const translation = { language: 'de', revision: 1, standing: 'draft' as const };
    const german = { ...form, language: 'de', translation };
    const [observation] = toObservations(score(german, { answers: [answered('a', 'high')] }), r4);
    assert.equal(observation!.dataAbsentReason!.coding![0]!.code, 'not-performed');
    assert.deepEqual(observation!.note!.map(({ text }) => text).at(-1), 'The wording was a translation (de, revision 1, draft).');
    assert.equal(observation!.component, undefined);
  });

  it('of every form: a value or a reason, never both, and codes that its terminology has', () => {
    for (const each of forms.filter(({ scoring }) => scoring)) {
      const codes = new Set(terminologyOf(each).codeSystems.flatMap(({ url, concept }) => concept.map(({ code }) => `${url}|${code}`)));
      fc.assert(
        fc.property(filled(each), (response) => {
          const [observation] = toObservations(score(each, response), { ...r4, response, instrument: each });
          const { total } = score(each, response);
          assert.equal(observation!.valueQuantity?.value, total?.status === 'scored' ? total.raw : undefined);
          for (const part of [...(observation!.component ?? []), ...(total ? [observation!] : [])]) {
            assert.equal([part.valueQuantity, part.dataAbsentReason].filter(Boolean).length, 1);
            const { system, code } = part.code.coding![0]!;
            assert.ok(codes.has(`${system}|${code}`), code);
          }
          assert.ok(!('interpretation' in observation!));
        }),
        { numRuns: 10 },
      );
    }
  });
});

describe('a Bundle', () => {
  const response = record(form, { answers: [answered('a', 'high')] }, { id: 'a|b, c' });

  it('stores each resource only if there is none of this record', () => {
    const { resource } = toBundle(response, form, { ...r4, subject: { reference: 'Patient/7' } });
    const { entry } = resource;
    assert.equal(resource.type, 'transaction');
    assert.deepEqual(entry.map(({ request }) => [request.method, request.url]), [['POST', 'QuestionnaireResponse'], ['POST', 'Observation']]);
    const query = new URLSearchParams(entry[0]!.request.ifNoneExist).get('identifier');
    assert.equal(query, `${base}/record-id|a\\|b\\, c`);
    assert.ok(entry.every(({ request }) => request.ifNoneExist === entry[0]!.request.ifNoneExist));
    const observation = entry[1]!.resource;
    assert.ok(observation.resourceType === 'Observation');
    assert.deepEqual(observation.derivedFrom, [{ reference: entry[0]!.fullUrl }]);
    assert.deepEqual(entry.map(({ resource }) => resource.subject), [{ reference: 'Patient/7' }, { reference: 'Patient/7' }]);
  });

  it('is the same each time, with a UUID of its own for each resource', () => {
    const [one, two] = [response, { ...response, id: 'other' }].map((each) => toBundle(each, form, r4).resource);
    assert.deepEqual(toBundle(response, form, r4).resource, one);
    const urls = [...one!.entry, ...two!.entry].map(({ fullUrl }) => fullUrl);
    assert.equal(new Set(urls).size, 4);
    for (const url of urls) assert.match(url, /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('has no score of an unfinished record, nor of an instrument without rules', () => {
    const types = (...args: Parameters<typeof toBundle>) => toBundle(...args).resource.entry.map(({ resource }) => resource.resourceType);
    assert.deepEqual(types({ ...response, status: 'in-progress' }, form, r4), ['QuestionnaireResponse']);
    const checkIn = shipped('progress-check-in');
    assert.deepEqual(types(record(checkIn, { answers: [] }), checkIn, r4), ['QuestionnaireResponse']);
  });
});
