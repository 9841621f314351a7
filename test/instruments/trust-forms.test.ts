import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { InstrumentDefinition } from '../../src/core/instrument/definition.ts';
import type { Instrument } from '../../src/core/instrument/instrument.ts';
import { indexItems } from '../../src/core/instrument/item-index.ts';
import { readDefinition } from '../../src/core/instrument/read-definition.ts';
import { readResponse } from '../../src/core/record/read-response.ts';
import { resolveInstrument } from '../../src/core/instrument/resolve-instrument.ts';
import type { Answer, Response } from '../../src/core/record/response.ts';
import { score } from '../../src/core/scoring/score.ts';
import { ownLicence } from '../core/fixtures/own-licence.ts';
import { trust12 } from '../../src/instruments/trust-12.ts';
import { trustForms } from '../../src/instruments/trust-forms.ts';
import { trustPulse } from '../../src/instruments/trust-pulse.ts';

function settled(definition: InstrumentDefinition, options: Record<string, string>): Instrument {
  const resolved = resolveInstrument(definition, options);
  assert.ok(resolved.ok);
  return resolved.instrument;
}

const variants: [full: InstrumentDefinition, options: Record<string, string>][] = [
  [trust12, {}],
  [trust12, { variant: 'intake' }],
  [trust12, { keying: 'positive' }],
  [trust12, { variant: 'intake', keying: 'mixed' }],
  [trustPulse, {}],
];

describe('trust-12 and the pulse without their wording', () => {
  it('have no wording, bands or result', () => {
    const words = JSON.stringify(trustForms, (key, value: unknown) => (key === 'code' ? undefined : value));
    assert.doesNotMatch(words, /therapist|agree |band|result/i);
    assert.deepEqual(trustForms.map(({ id }) => id), [trust12.id, trustPulse.id]);
  });

  it('are valid except for the empty texts', () => {
    for (const form of trustForms) {
      // With a text in every empty place, and a licence, it is a complete definition.
      const filled = JSON.parse(JSON.stringify({ ...form, licence: ownLicence }).replaceAll(':""', ':"x"')) as unknown;
      assert.deepEqual(readDefinition(filled), { ok: true, definition: filled });
    }
  });

  for (const [full, options] of variants) {
    const name = `${full.id} ${JSON.stringify(options)}`;
    const real = settled(full, options);
    const bare = settled(trustForms.find(({ id }) => id === full.id)!, options);

    it(`ask the same under the same options: ${name}`, () => {
      const asked = ({ items, id, version, options: settledTo, audience, normed }: Instrument) => ({
        id,
        version,
        options: settledTo,
        audience,
        normed,
        items: [...indexItems({ items } as Instrument).keys()],
      });
      assert.deepEqual(asked(bare), asked(real));
    });

    it(`read and score every record in the same way: ${name}`, () => {
      const answer = fc.record({
        item: fc.constantFrom(...real.items.map(({ id }) => id), 't04p', 'other'),
        code: fc.constantFrom('totally-disagree', 'disagree', 'in-between', 'agree', 'totally-agree', 'yes', 7, 'text'),
        state: fc.constantFrom('answered', 'answered', 'answered', 'answered', 'unknown', 'declined', 'not-applicable'),
      });
      fc.assert(
        fc.property(fc.uniqueArray(answer, { selector: ({ item }) => item, maxLength: 16 }), (given) => {
          const answers = given.map(({ item, code, state }) => (state === 'answered' ? { item, state, values: [code] } : { item, state })) as Answer[];
          const response: Response = {
            schema: 1,
            id: 'a',
            instrument: { id: real.id, version: real.version, options: real.options },
            status: 'completed',
            startedAt: '2026-03-01T10:00:00Z',
            completedAt: '2026-03-01T10:05:00Z',
            locale: 'en',
            answers,
            software: { name: 'x', version: '1' },
          };
          assert.deepEqual(readResponse(bare, response), readResponse(real, response));
          const figures = ({ status, total, scales, missing }: ReturnType<typeof score>) => ({ status, total, scales, missing });
          assert.deepEqual(figures(score(bare, response)), figures(score(real, response)));
        }),
      );
    });
  }
});
