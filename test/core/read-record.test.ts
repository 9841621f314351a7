import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readRecord } from '../../src/core/record/read-record.ts';
import { readResponse } from '../../src/core/record/read-response.ts';
import { resolveInstrument } from '../../src/core/instrument/resolve-instrument.ts';
import type { Response } from '../../src/core/record/response.ts';
import { getInstrument, listInstruments } from '../../src/instruments/index.ts';
import { trust12 } from '../../src/instruments/trust-12.ts';
import { answered, everyForm, settled } from './answers.ts';
import { record } from './records.ts';

const intake = settled(trust12, { variant: 'intake' });
const known = record(intake, { answers: [answered('t01', 'agree')] });

const refused = (data: unknown, find = getInstrument): string[] => {
  const read = readRecord(find, data);
  return read.ok ? [] : read.problems.map(({ path, code }) => `${path} ${code}`);
};
const asked = (more: Partial<Response['instrument']>): Response => ({ ...known, instrument: { ...known.instrument, ...more } });

describe('readRecord', () => {
  it('finds the instrument of the record, and checks the record against it', () => {
    const read = readRecord(getInstrument, known);
    assert.ok(read.ok);
    assert.equal(read.instrument.title, 'Before you start');
    assert.deepEqual(read.response, known);
    assert.ok(Object.isFrozen(read.response) && Object.isFrozen(read.instrument));
  });

  it('finds the instrument by id and options in the registry of the host', () => {
    const given: unknown[] = [];
    const read = readRecord((...wanted) => {
      given.push(...wanted);
      return resolveInstrument(trust12, wanted[1]);
    }, known);
    assert.ok(read.ok);
    assert.deepEqual(given, ['trust-12', { variant: 'intake', keying: 'positive' }]);
  });

  it('asks for no instrument by what is no text', () => {
    const given: unknown[] = [];
    const find = (id: string): ReturnType<typeof getInstrument> => {
      given.push(id);
      return getInstrument(id);
    };
    for (const id of [5, null, ['trust-12']]) assert.deepEqual(refused(asked({ id: id as never }), find), ['instrument.id unknown-instrument']);
    assert.deepEqual(given, ['', '', '']);
  });

  it('reports an unknown instrument and unknown options with their path', () => {
    assert.deepEqual(refused(asked({ id: 'phq-9' })), ['instrument.id unknown-instrument']);
    assert.deepEqual(refused(asked({ options: { mode: 'video' } })), ['instrument.options.mode known-option']);
    assert.deepEqual(refused(asked({ options: { variant: 'later' } })), ['instrument.options.variant one-of']);
  });

  it('refuses a record of another version, and a record without all options', () => {
    assert.deepEqual(refused(asked({ version: '0.9.0' })), ['instrument.version one-of']);
    assert.deepEqual(refused(asked({ options: { variant: 'intake' } })), ['instrument.options.keying there']);
  });

  it('refuses what readResponse refuses, with the same paths', () => {
    const wrong = { ...known, colour: 'red', answers: [answered('t01', 'perhaps')] };
    const { problems } = readResponse(intake, wrong) as { problems: unknown };
    assert.deepEqual(readRecord(getInstrument, wrong), { ok: false, problems });
  });

  it('reads a record of every form of every instrument', () => {
    for (const definition of listInstruments()) {
      for (const instrument of everyForm(definition)) {
        const blank = record(instrument, { answers: [] });
        assert.deepEqual(readRecord(getInstrument, blank), { instrument, ...readResponse(instrument, blank) });
      }
    }
  });

  it('does not report an error of `find` as a mistake in the record', () => {
    const find = (): never => {
      throw new Error('the database is down');
    };
    assert.throws(() => readRecord(find, known), /the database is down/);
  });

  it('never throws for any data', () => {
    const throws = (): never => {
      throw new Error('no');
    };
    const trap = Object.defineProperty({}, 'instrument', { enumerable: true, get: throws });
    const named = asked({ options: { variant: { toString: throws } as never } });
    for (const data of [null, undefined, 7, 'text', [], {}, { instrument: null }, { instrument: 'trust-12' }, trap, named]) {
      assert.ok(refused(data).length > 0);
    }
    assert.deepEqual(refused(trap), [' plain-data']);
    fc.assert(fc.property(fc.anything(), (data) => assert.ok(refused(data).length > 0)));
    fc.assert(fc.property(fc.anything(), (instrument) => assert.ok(refused({ ...known, instrument }).length > 0)));
  });
});
