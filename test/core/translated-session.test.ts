import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { flat } from '../../src/core/answering/flat-structure.ts';
import { full } from '../../src/core/answering/full-structure.ts';
import { nested } from '../../src/core/answering/structure.ts';
import type { Item } from '../../src/core/instrument/instrument.ts';
import { intake } from './fixtures/intake.ts';
import { answers, instance } from './fixtures/session-view.ts';
import { sessionIn } from './fixtures/sessions.ts';

const items: Item[] = [
  { id: 'name', type: 'text', text: 'Your name' },
  { id: 'age', type: 'integer', text: 'Your age' },
  { id: 'city', type: 'text', text: 'Your city' },
];
const english = { ...intake, items };
const german = { ...intake, language: 'de', items: items.map((item) => ({ ...item, text: `de: ${String(item.text)}` }) as Item) };

for (const [kind, structure] of Object.entries({ flat, nested, full })) {
  describe(`a form in another language, with the ${kind} structure`, () => {
    it('keeps what was answered, left out or rejected', () => {
      const session = sessionIn(structure, english);
      session.answer('name', ['Ann']);
      session.leaveOut('city', 'declined');
      session.answer('age', ['forty', 'two']);
      session.translate(german);
      assert.deepEqual(answers(session), { name: ['Ann'], city: 'declined' });
      assert.deepEqual(instance(session, 'age')?.rejected?.given, ['forty', 'two']);
      assert.equal(instance(session, 'age')?.item.text, 'de: Your age');
    });

    it('is restored from its record', () => {
      const session = sessionIn(structure, english);
      session.answer('name', ['Ann']);
      const { response } = session.current;
      const again = sessionIn(structure, english, { restore: response });
      again.translate(german);
      assert.deepEqual([answers(again), again.current.response.id], [{ name: ['Ann'] }, response.id]);
    });

    it('that lacks an item goes on without it', () => {
      const session = sessionIn(structure, english);
      session.answer('name', ['Ann']);
      session.answer('city', ['Bern']);
      session.translate({ ...german, items: german.items.slice(1) });
      assert.deepEqual(answers(session), { city: ['Bern'] });
    });
  });
}
