import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readDefinition } from '../../../src/core/instrument/read-definition.ts';
import { resolveInstrument } from '../../../src/core/instrument/resolve-instrument.ts';
import { fromQuestionnaire, fromQuestionnaireResponse } from '../../../src/fhir/index.ts';
import { corpus } from '../../../tools/fhir-corpus.mjs';
import { form, type Json, read } from './read.ts';

/** Milliseconds of the processor that a call takes, whatever else runs. */
const timeOf = (act: () => void): number => {
  const start = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};

const nested = (depth: number): Json => {
  let item: Json = { linkId: 'inner', text: 'Q', type: 'string' };
  for (let i = 0; i < depth; i++) item = { linkId: `g${i}`, text: 'G', type: 'group', item: [item] };
  return item;
};

describe('a hostile Questionnaire', () => {
  it('nested 10,000 deep is refused', () => {
    const { instrument, issues } = fromQuestionnaire(form([nested(10_000)]));
    assert.equal(instrument, undefined);
    assert.deepEqual(issues.map(({ severity }) => severity), ['invalid']);
  });

  it('nested deeper than the limit of items is refused with its place', () => {
    const { instrument, issues } = fromQuestionnaire(form([nested(60)]));
    assert.equal(instrument, undefined);
    assert.match(issues[0]!.message, /50 levels/);
  });

  it('of 50 MB is refused, quickly', () => {
    const text = 'x'.repeat(1000);
    const items = Array.from({ length: 50_000 }, (_, i) => ({ linkId: String(i), text, type: 'string' }));
    let result: ReturnType<typeof fromQuestionnaire> | undefined;
    assert.ok(timeOf(() => (result = fromQuestionnaire(form(items)))) < 2_000);
    assert.equal(result!.instrument, undefined);
    assert.deepEqual(result!.issues.map(({ code }) => code), ['not-plain-data']);
  });

  it('with a circle of 5,000 conditions shows every item', () => {
    const items = Array.from({ length: 5_000 }, (_, i) => ({
      linkId: String(i), text: 'Q', type: 'string', enableWhen: [{ question: String((i + 1) % 5_000), operator: 'exists', answerBoolean: true }],
    }));
    let result: ReturnType<typeof fromQuestionnaire> | undefined;
    assert.ok(timeOf(() => (result = fromQuestionnaire(form(items)))) < 2_000);
    assert.ok(result!.instrument!.items.every(({ when }) => !when));
    assert.equal(result!.issues.filter(({ code }) => code === 'circular-condition').length, 5_000);
  });

  it('that contains itself is refused', () => {
    const circular = form([]);
    (circular.item as unknown[]).push(circular);
    assert.deepEqual(fromQuestionnaire(circular).issues.map(({ code }) => code), ['not-plain-data']);
  });

  it('with missing and repeated linkIds gives each item an id of its own', () => {
    const item = { text: 'Q', type: 'string' };
    const { instrument, issues } = read(form([{ ...item, linkId: 'a' }, { ...item, linkId: 'a' }, { ...item, linkId: 'a-2' }, item, { ...item, linkId: ' b ' }]));
    assert.deepEqual(instrument.items.map(({ id }) => id), ['a', 'a-3', 'a-2', 'item', 'b']);
    assert.deepEqual(issues, ['a-3 link-id-used-twice', 'item link-id-missing', 'b link-id-changed']);
  });

  it('with script in every text shows it as text', () => {
    const script = '<img src=x onerror=alert(1)>';
    const { instrument } = read(form([{ linkId: script, text: script, prefix: script, type: 'choice', answerOption: [{ valueCoding: { code: script, display: script } }] }], { title: script }));
    const [item] = instrument.items;
    assert.deepEqual([item!.id, item!.text, instrument.title], [script, script, script]);
  });

  it('with the names of prototypes as linkIds and codes is read like any other', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const items = names.map((linkId) => ({ linkId, text: 'Q', type: 'choice', answerOption: names.map((code) => ({ valueCoding: { code, display: code } })) }));
    const { instrument, issues } = read(form(items));
    assert.deepEqual(instrument.items.map(({ id }) => id), names);
    assert.deepEqual(issues, []);
    assert.equal(({} as Json).polluted, undefined);
  });

  it('that is no Questionnaire is refused', () => {
    for (const data of [undefined, null, 5, 'text', [], {}, { resourceType: 'Patient' }, JSON.stringify(form([])), new Date(0), () => {}]) {
      assert.equal(fromQuestionnaire(data).instrument, undefined);
      assert.ok(fromQuestionnaire(data).issues.length);
    }
  });

  it('with getters that throw is refused', () => {
    const trap = Object.defineProperty(form([]), 'title', { enumerable: true, get: () => assert.fail() });
    assert.equal(fromQuestionnaire(trap).instrument, undefined);
  });
});

/** Every path to a value in a resource. */
function* pathsIn(data: unknown, path: (string | number)[] = []): Generator<(string | number)[]> {
  if (path.length) yield path;
  if (typeof data !== 'object' || !data) return;
  for (const [name, value] of Object.entries(data)) yield* pathsIn(value, [...path, name]);
}

function changed(resource: Json, path: readonly (string | number)[], value: unknown): Json {
  const copy = structuredClone(resource);
  let at = copy as Record<string | number, unknown>;
  for (const name of path.slice(0, -1)) at = at[name] as Record<string | number, unknown>;
  if (value === undefined) delete at[path.at(-1)!];
  else at[path.at(-1)!] = value;
  return copy;
}

describe('a damaged Questionnaire', () => {
  const samples = corpus()
    .filter(({ resource }) => JSON.stringify(resource).length < 60_000)
    .map(({ resource }) => ({ resource, paths: [...pathsIn(resource)] }));

  it('gives a definition that is accepted, unless nothing is left of it; never an error', () => {
    const damage = fc.oneof(fc.constant(undefined), fc.jsonValue(), fc.constantFrom<unknown>(null, [], {}, [null], [[]], '', ' ', -1, 1e300, '\0', '\uD800'));
    fc.assert(
      fc.property(fc.nat(), fc.array(fc.tuple(fc.nat(), damage), { minLength: 1, maxLength: 4 }), (seed, damages) => {
        const { resource, paths } = samples[seed % samples.length]!;
        let damaged = resource;
        for (const [at, value] of damages) {
          const path = paths[at % paths.length]!;
          try {
            damaged = changed(damaged, path, value);
          } catch {
            // An earlier change has removed this path.
          }
        }
        const before = JSON.stringify(damaged);
        const { instrument, issues } = fromQuestionnaire(damaged);
        assert.equal(JSON.stringify(damaged), before, 'the resource is not changed');
        if (instrument) assert.ok(readDefinition(instrument).ok);
        else assert.ok(issues.some(({ code }) => ['not-such-a-resource', 'no-items'].includes(code)), JSON.stringify(issues.slice(-3)));
        for (const { path, message } of issues) assert.ok(path.length <= 200 && message.length <= 400);
      }),
    );
  });

  it('a damaged response keeps every answer: in the record, or unmatched', () => {
    const { definition } = read(form([
      { linkId: 'a', text: 'A', type: 'integer' },
      { linkId: 'g', text: 'G', type: 'group', item: [{ linkId: 'b', text: 'B', type: 'string' }] },
    ]));
    const resolved = resolveInstrument(definition);
    assert.ok(resolved.ok);
    const answers = fc.array(fc.record({ linkId: fc.constantFrom('a', 'b', 'g', 'x'), answer: fc.array(fc.record({ valueString: fc.jsonValue() }), { minLength: 1 }) }));
    fc.assert(
      fc.property(answers, fc.boolean(), (item, inGroup) => {
        const items = inGroup ? [{ linkId: 'g', item }] : item;
        const response = { resourceType: 'QuestionnaireResponse', id: 'r', status: 'completed', authored: '2026-01-01T10:00:00Z', item: items };
        const result = fromQuestionnaireResponse(response, resolved.instrument);
        const kept = (result.response?.answers ?? []).reduce((sum, answer) => sum + ('values' in answer ? answer.values.length : 0), 0);
        // Those with `values` are in the record too, in another form.
        const unmatched = result.unmatched.reduce((sum, { answer, values }) => sum + (values ? 0 : answer.length), 0);
        const given = item.reduce((sum, { answer }) => sum + answer.length, 0);
        assert.equal(kept + unmatched, given);
      }),
    );
  });
});
