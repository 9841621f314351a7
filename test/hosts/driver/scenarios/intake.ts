import assert from 'node:assert/strict';
import { recordIn } from '../api.ts';
import { answerAll, shows, trust } from '../pulse.ts';
import { question, type Opened } from '../question.ts';

/** `/intake`: a form of the framework sends the record with its other fields. */
export function intake(app: Opened): void {
  question('In a form', 'an incomplete required widget holds the form back; a complete one is sent with the other fields, once', () =>
    app().visit('/intake', async ({ page }) => {
      const { received, stored } = app().api;
      await page.type('input[name=room]', 'Blue');
      await page.click('form button');
      await answerAll(page, trust);
      await page.click('form button');
      await shows(page, '#status', 'kept');
      assert.equal(received.length, 1);
      const [sent] = received;
      assert.equal(sent?.fields['room'], 'Blue');
      const record = recordIn(sent!);
      assert.equal(record.status, 'completed');
      assert.equal(record.instrument.options['variant'], 'intake');
      assert.ok(record.answers.length >= 12, JSON.stringify(record.answers));
      assert.deepEqual([...stored], [[record.id, 1]]);
    }),
  );

  question('In a form', 'after a failure every answer is still there, and the next try sends the same record', () =>
    app().visit('/intake', async ({ page }) => {
      const { api } = app();
      api.isDown = true;
      await answerAll(page, trust);
      await page.click('form button');
      await shows(page, '#status', 'failed');
      api.isDown = false;
      await page.click('form button');
      await shows(page, '#status', 'kept');
      const [first, second] = api.received.map(recordIn);
      assert.deepEqual(second?.answers, first?.answers);
      assert.deepEqual([...api.stored], [[first?.id, 1]]);
    }, /503|422/),
  );
}
