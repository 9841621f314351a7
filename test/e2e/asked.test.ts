import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSession, defineInstrument, resolveInstrument } from 'attune-elements/core';
import { listAsked } from '../../demo/asked.ts';
import { ownLicence } from '../core/fixtures/own-licence.ts';

const definition = defineInstrument({
  schema: 1,
  id: 'named-options',
  version: '1.0.0',
  language: 'en',
  title: 'What changed',
  audience: 'client',
  licence: ownLicence,
  normed: false,
  absent: {},
  scales: { often: { choices: [{ code: 'n', text: 'Never' }, { code: 'y', text: 'Always' }] } },
  items: [
    { id: 'what', type: 'choice', text: 'What changed?', choices: [{ code: 'x1', text: 'the move' }, { code: 'x2', text: 'the job' }] },
    { id: 'often', type: 'choice', scale: 'often', text: 'How often?' },
    { id: 'who', type: 'text', text: 'Who is it?' },
    { id: 'more', type: 'text', text: 'About {what}, {often}, with {who}' },
  ],
});

test('the questions show the words of the chosen options, not their codes', () => {
  const resolved = resolveInstrument(definition);
  assert.ok(resolved.ok);
  const session = createSession(resolved.instrument, {
    newId: () => 'one',
    now: () => '2026-05-04T10:00:00+02:00',
    locale: 'en',
    software: { name: 'test', version: '1.0.0' },
  });
  session.answer('what', ['x1']);
  session.answer('often', ['y']);
  session.answer('who', ['Ada']);
  const asked = listAsked(resolved.instrument, session.current.response);
  assert.equal(asked.at(-1)?.wording, 'About the move, Always, with Ada');
});
