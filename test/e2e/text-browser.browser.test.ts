import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Response } from 'attune-elements/core';
import { type Host, openHost } from './open-host.ts';
import { TextBrowser } from './text-browser.ts';

describe('the intake form, in w3m', () => {
  let host: Host;
  let browser: TextBrowser;

  before(async () => {
    host = await openHost('embedded PostgreSQL');
    browser = new TextBrowser(`${host.address}/intake`);
  });
  after(async () => {
    await browser?.close();
    await host?.close();
  });

  test('is filled in, checked and sent with a few keys, and each answer is stored once', async () => {
    await browser.sees('The parts');
    await browser.follow('Your name', 'Save this part');
    await browser.find('What should we call you');
    await browser.write('Text');
    await browser.follow('Save this part', 'Saved: Your name.');
    await browser.follow('What you expect of a therapist', 'Save this part');
    await browser.find('be honest with me');
    await browser.choose('Agree');
    await browser.follow('Save this part', '1 of 13 answered');
    await browser.follow('Check my answers, then send', 'honest with me');
    await browser.follow('Send to the clinic', 'Thank you. We have it.');

    const kept = await host.database.query<{ body: Response }>("select body from records join clients on clients.id = client_id where called = 'Text'");
    assert.deepEqual(
      kept.map(({ body }) => body.answers),
      [[{ item: 't03', state: 'answered', values: ['agree'] }]],
    );
  });
});
