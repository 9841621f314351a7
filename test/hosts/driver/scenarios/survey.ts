import assert from 'node:assert/strict';
import { press, sees } from '../../../e2e/visit.ts';
import { recordIn } from '../api.ts';
import { answerTwo, hasChosen, sendAsItIs, trust } from '../pulse.ts';
import { question, type Opened } from '../question.ts';

/** `/survey`: the page stores the record in its listener of `attune-submit`. */
export function survey(app: Opened): void {
  question('Sending', 'the person reads "Saved" when the slow server has the record, and not before', () =>
    app().visit('/survey', async ({ page }) => {
      const { api } = app();
      api.delay = 700;
      await answerTwo(page);
      await sendAsItIs(page);
      await page.waitForFunction((widget) => document.querySelector(widget)?.matches(':state(sending)'), {}, trust);
      assert.equal(api.stored.size, 0);
      await sees(page, trust, 'Saved.');
      const [record] = api.received.map(recordIn);
      assert.equal(record?.answers.length, 2);
      assert.deepEqual([...api.stored], [[record?.id, 1]]);
    }),
  );

  question('Sending again', 'when the server fails every answer stays, and another try sends the identical record', () =>
    app().visit('/survey', async ({ page }) => {
      const { api } = app();
      api.isDown = true;
      await answerTwo(page);
      await sendAsItIs(page);
      await sees(page, trust, 'This did not send. Your answers are still here. Try again.');
      await hasChosen(page, 'Agree', 'Disagree');
      api.isDown = false;
      await press(page, trust, 'Try again');
      await sees(page, trust, 'Saved.');
      assert.equal(api.received.length, 2);
      assert.deepEqual(api.received[1], api.received[0]);
      assert.deepEqual([...api.stored], [[recordIn(api.received[0]!).id, 1]]);
    }, /503|save-failed/),
  );
}
