import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fromQuestionnaireResponse, toQuestionnaireResponse } from '../../../src/fhir/index.ts';
import { sha256 } from '../../../src/fhir/in/sha-256.ts';
import { sessionOf } from '../../core/fixtures/sessions.ts';
import { form, type Json, read } from './read.ts';

const letter = (more: Json = {}): Json => form([{ linkId: 'letter', type: 'attachment', text: 'The letter', ...more }]);
const hashOf = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex');
const responseWith = (valueAttachment: Json): Json => ({
  resourceType: 'QuestionnaireResponse', id: 'r', status: 'in-progress', authored: '2026-03-01T10:00:00+00:00', item: [{ linkId: 'letter', answer: [{ valueAttachment }] }],
});
const restored = (valueAttachment: Json, questionnaire = letter()) => {
  const { response, unmatched } = fromQuestionnaireResponse(responseWith(valueAttachment), read(questionnaire).instrument, { startedAt: '2026-03-01T09:00:00+00:00' });
  return [response?.answers.map((answer) => ('values' in answer ? answer.values[0] : answer.state)), unmatched.length];
};

describe('the hash of a file', () => {
  it('is the one of every platform', () => {
    for (const length of [0, 1, 55, 56, 63, 64, 65, 1000]) assert.equal(sha256(new Uint8Array(length).fill(length)), hashOf(new Uint8Array(length).fill(length)));
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => assert.equal(sha256(bytes), hashOf(bytes))));
  });
});

describe('a file in a response', () => {
  it('with its content is restored as its description', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (content) => {
        const data = Buffer.from(content).toString('base64');
        const file = { name: 'a.pdf', type: 'application/pdf', size: content.length, sha256: hashOf(content) };
        assert.deepEqual(restored({ contentType: 'application/pdf', title: 'a.pdf', data }), [[file], 0]);
      }),
    );
  });

  it('that we have written is restored without its content', () => {
    const { instrument } = read(letter());
    const session = sessionOf(instrument);
    const file = { name: 'a.txt', type: 'text/plain', size: 3, sha256: hashOf('abc') };
    session.answer('letter', [file]);
    for (const fhirVersion of ['R4', 'R5'] as const) {
      const { resource } = toQuestionnaireResponse(session.complete(), instrument, { fhirVersion, base: 'https://clinic.example/fhir' });
      const again = fromQuestionnaireResponse(resource, instrument, { id: 'x' });
      assert.deepEqual([again.response?.answers, again.unmatched], [session.complete().answers, []]);
    }
  });

  it('has a name from its address, else a plain one', () => {
    const names = [{ url: 'https://x.example/files/b.pdf' }, {}].map((more) => (restored({ ...more, data: 'YWJj' })[0] as { name: string }[])[0]!.name);
    assert.deepEqual(names, ['b.pdf', 'file']);
  });

  it('stays unmatched if it has neither, is no Base64, or the form does not take it', () => {
    assert.deepEqual(restored({ title: 'a', url: 'https://x.example/a' }), [[], 1]);
    assert.deepEqual(restored({ title: 'a', data: 'a?' }), [[], 1]);
    const pictures = letter({ extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/mimeType', valueCode: 'image/png' }] });
    assert.deepEqual(restored({ title: 'a', contentType: 'text/plain', data: 'YWJj' }, pictures), [[], 1]);
  });
});
