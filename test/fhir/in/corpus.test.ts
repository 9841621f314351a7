import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readDefinition } from '../../../src/core/instrument/read-definition.ts';
import { resolveInstrument } from '../../../src/core/instrument/resolve-instrument.ts';
import { readTranslation } from '../../../src/core/instrument/read-translation.ts';
import type { Instrument } from '../../../src/core/instrument/instrument.ts';
import { indexItems } from '../../../src/core/instrument/item-index.ts';
import { isQuestion } from '../../../src/core/item-types/index.ts';
import type { Answer } from '../../../src/core/record/response.ts';
import { fromQuestionnaire, fromQuestionnaireResponse, toQuestionnaireResponse } from '../../../src/fhir/index.ts';
import { conformancePage } from '../../../tools/fhir-conformance.mjs';
import { corpus, EVERYBODY } from '../../../tools/fhir-corpus.mjs';
import { filled } from '../filled.ts';
import type { Json } from './read.ts';
import { problemsIn } from './valid-response.ts';

const linkIds = (items: unknown): unknown[] =>
  Array.isArray(items) ? items.flatMap(({ linkId, item }: Json) => [linkId, ...linkIds(item)]) : [];

/** FHIR does not have the blank repetitions of a question, so only the order of its answers is compared. */
const byOrder = (instrument: Instrument, answers: readonly Answer[] = []): object[] => {
  const index = indexItems(instrument);
  return answers.map(({ at, ...answer }) => (index.get(answer.item)!.groups.some(isQuestion) ? answer : { ...answer, at }));
};

it('docs/fhir-conformance.md says what becomes of each Questionnaire', () => {
  const page = readFileSync(new URL('../../../docs/fhir-conformance.md', import.meta.url), 'utf8');
  assert.equal(page, conformancePage(), 'node tools/fhir-conformance.mjs writes it again');
});

describe('a Questionnaire of somebody else', () => {
  for (const { name, resource } of corpus('Questionnaire', EVERYBODY)) {
    const { instrument: definition, issues, translations } = fromQuestionnaire(resource);
    if (!definition) {
      it(`${name} has nothing to present`, () => assert.deepEqual(issues.map(({ code }) => code), ['no-items']));
      continue;
    }
    const resolved = resolveInstrument(definition);
    assert.ok(resolved.ok);
    const { instrument } = resolved;

    it(`${name} is a definition with every item, or an issue for it`, () => {
      assert.ok(readDefinition(definition).ok);
      for (const translation of translations) assert.ok(readTranslation(definition, translation).ok);
      const text = JSON.stringify(definition);
      for (const linkId of linkIds(resource.item)) {
        if (typeof linkId === 'string' && linkId.trim()) assert.ok(text.includes(JSON.stringify(linkId)), `${linkId} is there`);
        else assert.ok(issues.some(({ code }) => code === 'link-id-missing'));
      }
    });

    it(`${name} gives valid responses, which come back the same`, () => {
      const isWhole = linkIds(resource.item).every(Boolean);
      fc.assert(
        fc.property(filled(instrument), (record) => {
          const { resource: response } = toQuestionnaireResponse(record, instrument, { fhirVersion: 'R4' });
          // An item without a linkId has been given one, which the resource does not have.
          if (isWhole) assert.deepEqual(problemsIn((response.item ?? []) as unknown as Json[], resource.item as Json[]), []);
          const again = fromQuestionnaireResponse(response, instrument);
          assert.deepEqual(again.unmatched, []);
          assert.deepEqual(byOrder(instrument, again.response?.answers), byOrder(instrument, record.answers));
        }),
        { numRuns: 10 },
      );
    });
  }
});
