import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defineInstrument, InstrumentError } from '../../src/core/instrument/define-instrument.ts';
import { readDefinition } from '../../src/core/instrument/read-definition.ts';
import { broken, good, type Json } from './fixtures/every-rule.ts';
import { ownLicence } from './fixtures/own-licence.ts';

describe('readDefinition', () => {
  it('returns a valid definition unchanged', () => {
    const definition = good();
    assert.deepEqual(readDefinition(definition), { ok: true, definition });
    assert.equal(Object.isFrozen(definition), false);
  });

  it('returns a frozen copy', () => {
    const definition = good();
    const read = readDefinition(definition);
    assert.ok(read.ok);
    definition.items[0].id = 'other';
    assert.equal(read.definition.items[0]?.id, good().items[0].id);
    assert.ok(Object.isFrozen(read.definition.items[0]));
  });

  it('reports a longer cycle once for each item in it', () => {
    const problems = broken((d) => {
      d.items[0].when = { item: 'b', is: 'answered' };
      d.items[7].when = { item: 'c1', is: 'unanswered' };
    });
    assert.deepEqual(problems, ['items[0].when.item free-of-itself', 'items[7].when.item free-of-itself']);
  });

  it('accepts any text as the single value of an option, so that a settled instrument is a valid definition', () => {
    const change = (d: Json): unknown => (d.options.place = { values: ['', 'in person'], default: '' });
    assert.deepEqual(broken(change), []);
  });

  it('accepts a question mark in the value of an option', () => {
    const asks = (is: Json) => (d: Json): void => {
      d.options.sure = { values: ['sure?', 'no?no', 'yes'], default: 'sure?' };
      d.title = { by: 'sure', is };
    };
    const is = { 'sure?': 'Are you?', 'no?no': 'Or not?', yes: 'You are' };
    assert.deepEqual(broken(asks(is)), []);
    assert.deepEqual(broken(asks({ ...is, 'sure?': undefined })), ['title.is.sure? there']);
    assert.deepEqual(broken(asks({ ...is, sure: 'Sure' })), ['title.is.sure known-key']);
  });

  it('checks cuts against the range of a score only if every item exists under every option', () => {
    const rule = { method: 'sum', items: ['c1', 'c2'], least: 1 };
    const bands = { of: 'raw', cuts: [{ band: 'low', below: 40 }, { band: 'high' }], method: 'placeholder' };
    const change = (always: boolean) => (d: Json) => {
      if (always) delete d.items[1].only;
      d.scoring.total = { ...rule, bands };
    };
    assert.deepEqual(broken(change(false)), []);
    assert.deepEqual(broken(change(true)), ['scoring.total.bands.cuts[0].below rising-and-within-the-score']);
  });

  it('describes what is missing in a licence', () => {
    const read = readDefinition({ ...good(), licence: { ...ownLicence, licenceUrl: 'here', licenceConfirmed: false } });
    assert.deepEqual(!read.ok && read.problems.map(({ message }) => message), [
      'Must be full address as https://example.org',
      'Must be confirmed with true by whoever may use the text',
    ]);
  });

  it('reports all problems at once', () => {
    assert.deepEqual(
      broken((d) => {
        delete d.version;
        d.items[0].text = 5;
        d.items[1].na = 1;
      }),
      ['version there', 'items[0].text text', 'items[1].na one-of'],
    );
  });

  it('refuses a definition that throws when it is read, or that contains itself', () => {
    const round = good();
    round.items[2].items.push(round.items[2]);
    const trap = { ...good(), get title() { throw new Error('no'); } };
    for (const data of [round, trap]) {
      const read = readDefinition(data);
      assert.deepEqual(!read.ok && read.problems.map(({ path, code }) => `${path} ${code}`), [' plain-data']);
    }
  });

  it('never throws for any data', () => {
    for (const data of [
      null,
      undefined,
      1,
      'text',
      [],
      [[]],
      { items: [null, 1, []] },
      { options: [], scales: [] },
      { options: { a: null } },
    ]) {
      assert.equal(readDefinition(data).ok, false);
    }
  });
});

describe('defineInstrument', () => {
  it('returns the definition, frozen at every depth', () => {
    const definition = defineInstrument(good());
    assert.ok(
      Object.isFrozen(definition) &&
        Object.isFrozen(definition.items[0]) &&
        Object.isFrozen(definition.scales.yesno?.choices),
    );
  });

  it('throws an error that names each path and rule', () => {
    assert.throws(
      () => defineInstrument({ ...good(), version: '1', language: '' }),
      (error: unknown) => {
        assert.ok(error instanceof InstrumentError);
        assert.equal(error.name, 'InstrumentError');
        assert.match(error.message, /^version: Must be version .+\nlanguage: Must be language tag$/);
        assert.equal(error.problems.length, 2);
        return true;
      },
    );
  });
});
