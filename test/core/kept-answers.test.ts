import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readResponse } from '../../src/core/record/read-response.ts';
import type { Instrument, Item } from '../../src/core/instrument/instrument.ts';
import { intake } from './fixtures/intake.ts';
import { completed, sessionOf } from './fixtures/sessions.ts';

const items: Item[] = [
  { id: 'mine', type: 'text', text: 'For me', tags: { kept: 'here' } },
  { id: 'why', type: 'text', text: 'Why?', when: { item: 'mine', is: 'answered' } },
  { id: 'open', type: 'text', text: 'For all', tags: { kept: '' } },
];
const instrument: Instrument = { ...intake, items };

describe('an answer that stays in the widget', () => {
  it('is shown and counted, and is in no record', () => {
    const session = sessionOf(instrument);
    session.answer('mine', ['a secret']);
    session.answer('open', ['hello']);
    assert.deepEqual(session.current.instances[0]!.answer, { item: 'mine', state: 'answered', values: ['a secret'] });
    assert.equal(session.current.answered, 2);
    assert.equal(session.current.pristine, false);
    const hello = [{ item: 'open', state: 'answered', values: ['hello'] }];
    assert.deepEqual(session.current.response.answers, hello);
    const record = completed(session, { disclosure: '', subject: '', encounter: '', author: undefined });
    assert.deepEqual(record.answers, hello);
    session.markSent(record);
    assert.deepEqual(session.current.response.answers, hello);
    assert.doesNotMatch(JSON.stringify(session.current.response), /secret|mine/);
  });

  it('is in no record as left out either', () => {
    const session = sessionOf(instrument);
    session.leaveOut('mine', 'declined');
    assert.equal(session.current.answered, 1);
    assert.deepEqual(session.current.response.answers, []);
  });

  it('makes a session unsent if all answers stay in the widget, also in groups', () => {
    const [mine, why, open] = items as [Item, Item, Item];
    assert.equal(sessionOf(instrument).unsent, false);
    const around = (...inside: Item[]): Item => ({ id: 'around', type: 'group', text: 'Group', items: inside });
    const words: Item = { id: 'words', type: 'display', text: 'Words' };
    assert.equal(sessionOf({ ...instrument, items: [words, mine, around(open)] }).unsent, false);
    const session = sessionOf({ ...instrument, items: [words, mine, around({ ...why, tags: { kept: 'here' } })] });
    assert.equal(session.unsent, true);
    session.answer('mine', ['a secret']);
    assert.deepEqual(session.current.response.answers, []);
  });

  it('can decide what else is asked', () => {
    const session = sessionOf(instrument);
    assert.deepEqual(session.current.instances.map(({ key }) => key), ['mine', 'open']);
    session.answer('mine', ['a secret']);
    assert.deepEqual(session.current.instances.map(({ key }) => key), ['mine', 'why', 'open']);
  });

  it('is refused in a record from a host', () => {
    const { response } = sessionOf(instrument).current;
    const answers = [
      { item: 'mine', state: 'answered', values: ['a secret'] },
      { item: 'open', state: 'answered', values: ['hello'] },
    ];
    const read = readResponse(instrument, { ...response, answers });
    assert.deepEqual(!read.ok && read.problems.map(({ path, code }) => [path, code]), [['answers[0]', 'asked']]);
    assert.ok(readResponse(instrument, { ...response, answers: answers.slice(1) }).ok);
  });
});
