import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Instrument } from '../../src/core/instrument/instrument.ts';
import { getInstrument } from '../../src/instruments/index.ts';
import { type Entries, readForm, type ReadForm, renderFallback } from '../../src/html/index.ts';
import { intake } from '../core/fixtures/intake.ts';
import { sessionOf } from '../core/fixtures/sessions.ts';
import { shipped } from '../fhir/forms.ts';
import { fieldsForm } from './fields-form.ts';
import { PlainForm } from './plain-form.ts';

const now = '2026-03-01T10:00:00+00:00';
const findOf = (instrument: Instrument) => () => ({ ok: true as const, instrument });
const formOf = (instrument: Instrument, options = {}): PlainForm => new PlainForm(renderFallback(instrument, { id: 'rec-1', action: '/send', ...options }));
const read = (instrument: Instrument, form: PlainForm, options = {}): ReadForm =>
  readForm(form.send(), { name: instrument.id, find: findOf(instrument), now, ...options });
const answersOf = (result: ReadForm): unknown[] => {
  assert.equal(result.state, 'completed', JSON.stringify(result));
  return result.state === 'completed' ? result.response.answers.map((answer) => [answer.item, ...('values' in answer ? answer.values : [answer.state])]) : [];
};
const problemsOf = (result: ReadForm): string[] => (result.state === 'refused' ? result.problems.map(({ item, path, code }) => `${item ?? path} ${code}`) : [result.state]);

describe('what a form without script sends', () => {
  it('is own words where the choices follow from other answers', () => {
    const which = { id: 'which', type: 'choice' as const, text: 'Which?', dynamic: { choices: { expression: 'x', language: 'y' } } };
    const instrument: Instrument = { ...intake, items: [which] };
    const form = formOf(instrument);
    form.choose('which', 'Other');
    form.write('which', 'Aspirin', [], '.words');
    assert.deepEqual(answersOf(read(instrument, form)), [['which', { words: 'Aspirin' }]]);
  });

  it('is read with the instrument that it names, with its options', () => {
    const instrument = shipped('trust-12', { variant: 'intake', keying: 'mixed' });
    const form = formOf(instrument, { name: 'trust', startedAt: '2026-03-01T09:00:00+00:00' });
    form.choose('t01', 'Agree');
    form.choose('t02', "Can't say yet");
    form.choose('t-now', '7');
    form.write('t-help', 'A calm room.\nAnd time.');
    const result = readForm(form.send(), { name: 'trust', find: getInstrument, now, subject: 'client-1' });
    assert.deepEqual(answersOf(result), [['t01', 'agree'], ['t02', 'unknown'], ['t-now', 7], ['t-help', 'A calm room.\nAnd time.']]);
    assert.deepEqual(result.state === 'completed' && { ...result.response, answers: 0 }, {
      schema: 1,
      id: 'rec-1',
      instrument: { id: 'trust-12', version: '1.0.0', options: { variant: 'intake', keying: 'mixed' }, language: 'en' },
      status: 'completed',
      startedAt: '2026-03-01T09:00:00+00:00',
      completedAt: now,
      locale: 'en',
      answers: 0,
      subject: 'client-1',
      software: { name: 'attune-elements', version: '0.1.0' },
    });
  });

  it('is blank if nothing was filled in, also after an answer was taken back', () => {
    const instrument = shipped('trust-12');
    const form = formOf(instrument);
    assert.deepEqual(read(instrument, form), { state: 'blank' });
    form.choose('t01', 'Agree');
    form.choose('t01', 'Left blank');
    assert.deepEqual(read(instrument, form), { state: 'blank' });
    assert.deepEqual(readForm(new URLSearchParams('other=1'), { name: 'trust', find: getInstrument, now }), { state: 'blank' });
  });

  it('may be an object with a list for each name, as some servers give it', () => {
    const entries: Entries = { 'p.instrument': 'trust-pulse', 'p.version': ['1.0.0'], 'p.id': 'r-9', 't01': 'x', 'p.t-now': ['5'] };
    assert.deepEqual(answersOf(readForm(entries, { name: 'p', find: getInstrument, now })), [['t-now', 5]]);
  });

  it('is the record of the widget, if the widget took the place of the form', () => {
    const session = sessionOf(shipped('trust-pulse'));
    session.answer('t-now', [4]);
    const record = session.complete();
    const result = readForm(new URLSearchParams({ trust: JSON.stringify(record), 'trust.t-now': '4' }), { name: 'trust', find: getInstrument, now });
    assert.deepEqual(result.state === 'completed' && result.response, record);
    assert.equal(readForm({ trust: '{' }, { name: 'trust', find: getInstrument, now }).state, 'refused');
    assert.equal(readForm({ trust: '{}' }, { name: 'trust', find: getInstrument, now }).state, 'refused');
  });

  it('keeps answers to what is not asked apart from the record, and loses none', () => {
    const form = formOf(intake);
    form.choose('mood', 'High');
    form.write('mood-why', 'Because');
    form.choose('alone', 'Yes');
    form.write('people', 'a few');
    const result = read(intake, form);
    assert.deepEqual(answersOf(result), [['mood', 'high'], ['alone', true]]);
    assert.deepEqual(result.state === 'completed' && result.notAsked, [
      { item: 'mood-why', state: 'answered', values: ['Because'] },
      { item: 'people', state: 'answered', values: ['a few'] },
    ]);
  });

  it('takes repetitions where they were filled in', () => {
    const form = formOf(intake);
    form.choose('alone', 'No');
    form.write('name', 'Ann', [1]);
    form.write('name', 'Bo', [2]);
    const result = read(intake, form);
    assert.deepEqual(result.state === 'completed' && result.response.answers.slice(1), [
      { item: 'name', at: [1], state: 'answered', values: ['Ann'] },
      { item: 'name', at: [2], state: 'answered', values: ['Bo'] },
    ]);
  });

  it('tells codes from reasons to leave out, and names of items from its own', () => {
    const form = formOf(fieldsForm);
    form.choose('id', 'Unknown song');
    assert.deepEqual(answersOf(read(fieldsForm, form)).slice(0, 1), [['id', 'unknown']]);
    assert.equal(form.at('id')[0]!.name, 'fields.~69~d');
    form.choose('id', 'Did not come up');
    assert.deepEqual(answersOf(read(fieldsForm, form))[0], ['id', 'not-applicable']);
    form.choose('id', 'Tilde');
    assert.deepEqual(answersOf(read(fieldsForm, form))[0], ['id', '~']);
  });

  it('takes own words, units, and times in the zone of the clinic', () => {
    const form = formOf(fieldsForm, { timeZone: 'Europe/Berlin' });
    form.choose('1.2', 'Other');
    form.write('1.2', 'My own', [], '.words');
    form.write('dose', '2,5');
    form.choose('dose', 'drops');
    form.write('length', '180');
    form.write('moment', '2026-07-01T10:00');
    const result = read(fieldsForm, form, { timeZone: 'Europe/Berlin' });
    assert.deepEqual(answersOf(result).slice(0, 4), [
      ['1.2', { words: 'My own' }],
      ['moment', '2026-07-01T10:00:00+02:00'],
      ['dose', { unit: 'drops', value: 2.5 }],
      ['length', { unit: 'cm', value: 180 }],
    ]);
    assert.match(form.elements.map(({ attrs }) => JSON.stringify(attrs)).join(), /fields\.moment/);
  });

  it('has the description of a file if the server has read it, else a problem', () => {
    const file = { name: 'a.pdf', type: 'application/pdf', size: 12, sha256: 'a'.repeat(64) };
    const entries = (scan: unknown): Entries => [...formOf(fieldsForm).entries(), ['fields.scan', scan] as const];
    const options = { name: 'fields', find: findOf(fieldsForm), now };
    assert.deepEqual(answersOf(readForm(entries(file), options))[0], ['scan', file]);
    assert.deepEqual(problemsOf(readForm(entries({ name: 'a.pdf', type: 'application/pdf', size: 12 }), options)), ['scan of-its-type']);
    assert.deepEqual(readForm(entries({ name: '', type: '', size: 0 }), options), { state: 'blank' });
  });

  it('is refused with the item of each problem', () => {
    const form = formOf(intake);
    form.choose('alone', 'No');
    form.write('people', 'a few');
    form.write('weight', '500');
    form.write('since', 'May');
    assert.deepEqual(problemsOf(read(intake, form)), ['people of-its-type', 'weight max-or-less', 'since of-its-type']);
  });

  it('must have an answer to each item if the host asks for it', () => {
    const instrument = shipped('trust-pulse');
    const form = formOf(instrument, { required: true });
    form.choose('t-now', '3');
    const missing = ['t01', 't03', 't04', 't06'].filter((id) => instrument.items.some((item) => item.id === id));
    const problems = problemsOf(read(instrument, form, { required: true }));
    assert.ok(problems.length === 4 && problems.every((problem) => problem.endsWith('answered-or-left-out')), problems.join());
    assert.ok(missing.length > 0);
  });

  it('is refused if two things were given for one item, and shows both', () => {
    const instrument = shipped('progress-check-in');
    const form = formOf(instrument, { required: true });
    form.write('p1', 'To sleep');
    form.choose('p1', 'Skip this one');
    const result = read(instrument, form);
    assert.deepEqual(problemsOf(result), ['p1 single']);
  });

  it('is refused if somebody has changed it', () => {
    const instrument = shipped('boundary-clarity', { 'last-time': 'yes' });
    const sent = formOf(instrument).entries();
    const changed = (...more: [string, string][]): string[] =>
      problemsOf(readForm([...sent.filter(([name]) => !more.some((one) => one[0] === name)), ...more], { name: instrument.id, find: getInstrument, now }));
    assert.deepEqual(changed(['boundary-clarity.version', '9.9.9']), ['instrument.version one-of']);
    assert.deepEqual(changed(['boundary-clarity.option.policy', 'x'], ['boundary-clarity.option.more', 'x']), ['options.more known-option']);
    assert.deepEqual(changed(['boundary-clarity.last-question.0', 'Why?']), ['boundary-clarity.last-question.0 question']);
    assert.deepEqual(changed(['boundary-clarity.b01', 'certain']), ['b01 one-of-its-choices']);
    assert.deepEqual(changed(['boundary-clarity.b01', 'not-applicable']), ['b01 allowed-by-the-item']);
    assert.deepEqual(changed(['boundary-clarity.q-purpose.77', 'Why?']), ['q-purpose index-in-each-repeating-group']);
    assert.deepEqual(changed(['boundary-clarity.b01', 'clear'], ['boundary-clarity.translation', '{"language":"xx"}'])[0]?.split(' ')[0], 'instrument.translation.revision');
    assert.deepEqual(changed(['boundary-clarity.b01', 'clear'], ['boundary-clarity.id', '']), ['id name']);
    assert.equal(changed(['boundary-clarity.instrument', 'other'])[0], 'id unknown-instrument');
  });

  it('keeps answers that the host gives to hidden items', () => {
    const instrument = shipped('boundary-clarity', { 'last-time': 'yes' });
    const given = [{ item: 'last-question', at: [0], state: 'answered' as const, values: ['Who reads this?'] }];
    const html = renderFallback(instrument, { id: 'rec-1', action: '/send', given });
    assert.match(html, /Last time you asked: Who reads this\? Was it answered\?/);
    const form = new PlainForm(html);
    form.choose('last-answered', 'Yes', [0]);
    assert.deepEqual(answersOf(read(instrument, form, { given })), [['last-question', 'Who reads this?'], ['last-answered', 'yes']]);
  });

  it('leaves values at the start as they are, or takes their change', () => {
    const form = formOf(fieldsForm);
    assert.deepEqual(read(fieldsForm, form), { state: 'blank' });
    form.write('ready', '');
    form.write('again', '5', [1]);
    assert.deepEqual(answersOf(read(fieldsForm, form)), [['again', 3], ['again', 5], ['fixed', 'As it is'], ['sum', 8]]);
  });
});
