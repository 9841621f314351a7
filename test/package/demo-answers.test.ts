import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSession, type InstrumentDefinition } from 'attune-elements/core';
import { getInstrument, registerInstrument } from 'attune-elements/instruments';
import { writeAnswersCsv } from '../../demo/export.ts';
import type { KeptRecord } from '../../demo/records.ts';
import { visit } from '../elements/fixtures/definitions.ts';

const definition: InstrumentDefinition = visit;

test('the export of the demo contains the answers to sliders, times and texts with a format, and none for an untouched slider', () => {
  assert.ok(registerInstrument(definition).ok);
  const found = getInstrument('visit');
  assert.ok(found.ok);
  const session = createSession(found.instrument, {
    newId: () => 'r1', now: () => '2026-03-01T10:00:00Z', locale: 'en', software: { name: 'test', version: '1' },
  });
  session.answer('pain', [0]);
  session.answer('wake', ['07:30']);
  session.answer('mail', ['ada@example.org']);
  session.setDetails({ disclosure: undefined, subject: undefined, encounter: undefined, author: 'client' });
  const body = session.complete();
  const record = { id: 'r1', client: 'c1', session: 's1', author: 'client', body } as unknown as KeptRecord;
  const rows = writeAnswersCsv([record], []).trim().split(/\r?\n/).slice(1);
  const told = (item: string): string => rows.find((row) => row.includes(`,${item},,`))!.split(`,${item},,`)[1]!;
  // Two columns are empty, because the person saw the clinic's own wording.
  assert.match(told('pain'), /How bad is the pain\?"?,,answered,0,"0, no pain",,\[0\]/);
  assert.match(told('dose'), /unanswered,,,/);
  assert.match(told('wake'), /answered,07:30,07:30,/);
  assert.match(told('mail'), /answered,ada@example\.org,ada@example\.org,/);
});
