import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createSession, defineInstrument, readRecord, resolveInstrument } from 'attune-elements/core';
import type { AbsentReason, FindInstrument } from 'attune-elements/core';

const guide = readFileSync(new URL('../../docs/acting-on-an-answer.md', import.meta.url), 'utf8');
const [, code = ''] = /```js\nimport \{ readRecord \} from 'attune-elements\/core';\n(.*?)```/s.exec(guide) ?? [];
const followUpOf = new Function('readRecord', `${code.replace('export ', '')}; return followUpOf;`)(readRecord) as (
  find: FindInstrument,
  record: unknown,
) => { act: string };

const definition = defineInstrument({
  schema: 1,
  id: 'home',
  version: '1.0.0',
  language: 'en',
  title: 'At home',
  audience: 'client',
  licence: { copyright: '2026 Harbour Clinic', licenceHolder: 'Harbour Clinic', licenceUrl: 'https://clinic.example/', licenceConfirmed: true },
  normed: false,
  scales: {},
  absent: { declined: 'Skip this one' },
  items: [
    { id: 'safe-at-home', type: 'choice', text: 'Are you safe at home?', choices: [{ code: 'yes', text: 'Yes' }, { code: 'no', text: 'No' }] },
  ],
});
const find: FindInstrument = (id, options) => (id === 'home' ? resolveInstrument(definition, options) : { ok: false, problems: [] });

const recordWith = (answer?: string[] | AbsentReason): unknown => {
  const home = resolveInstrument(definition);
  assert.ok(home.ok);
  const session = createSession(home.instrument, {
    newId: () => 'one',
    now: () => '2026-11-29T10:00:00+01:00',
    locale: 'en',
    software: { name: 'test', version: '1' },
  });
  if (Array.isArray(answer)) session.answer('safe-at-home', answer);
  else if (answer) session.leaveOut('safe-at-home', answer);
  return session.complete();
};

for (const [what, record, act] of [
  ['"no"', recordWith(['no']), 'call-today'],
  ['"yes"', recordWith(['yes']), 'nothing'],
  ['a line that was left out', recordWith('declined'), 'ask'],
  ['a blank line', recordWith(), 'ask'],
  ['a record that cannot be read', { answers: 'none' }, 'look-at-it'],
] as const) {
  test(`the rule of the guide says what to do about ${what}`, () => assert.equal(followUpOf(find, record).act, act));
}
