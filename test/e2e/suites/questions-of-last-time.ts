import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepRecord } from '../../../demo/records.ts';
import { fillIn } from '../fill-in.ts';
import type { Host } from '../open-host.ts';

export function questionsOfLastTime(host: Host): void {
  const card = (question: string) =>
    fillIn(
      'boundary-clarity',
      { topics: 'purpose' },
      { b01: ['partly'], 'b01-ask': ['ask'], 'q-purpose': [question], 'q-purpose-first': ['first'] },
    );

  /** The questions that the session page gives the card. */
  const given = async (pass: { client: string; session: string }): Promise<unknown> => {
    const page = await (await fetch(`${host.address}/session/${host.token('session', pass)}`)).text();
    const [, json] = /<attune-boundary-card [^>]*last-questions="([^"]*)"/.exec(page) ?? [];
    const signs: Record<string, string> = { quot: '"', lt: '<', gt: '>', amp: '&' };
    return json && JSON.parse(json.replace(/&(\w+);/g, (entity, name: string) => signs[name] ?? entity));
  };

  test('a client who asked nothing before gets no questions of last time', async () => {
    assert.equal(await given(await host.newClient()), undefined);
  });

  test('the session page gives the card what the client last wanted to ask, the first question first', async () => {
    const pass = await host.newClient();
    await keepRecord(host.database, { client: pass.client }, {
      ...card('Older?'),
      startedAt: '2024-10-01T10:00:00Z',
      completedAt: '2024-10-01T10:00:00Z',
    });
    await keepRecord(host.database, { client: pass.client }, card('"Why" <b> & so?'));
    const expected = ['"Why" <b> & so?', 'What are we aiming for, and how will we know it helps?'];
    assert.deepEqual(await given(pass), expected);
    await keepRecord(host.database, pass, { ...card('Sent from this page'), completedAt: new Date().toISOString() });
    assert.deepEqual(await given(pass), expected);
  });

  test('a card that was replaced, or is another client’s, adds no questions', async () => {
    const { client } = await host.newClient();
    const pass = await host.newClient();
    await keepRecord(host.database, { client }, card('Another’s?'));
    const first = card('Replaced?');
    await keepRecord(host.database, { client: pass.client }, first);
    const second = { ...fillIn('boundary-clarity', { topics: 'purpose' }, { b01: ['clear'] }), replaces: first.id };
    await keepRecord(host.database, { client: pass.client }, second);
    assert.equal(await given(pass), undefined);
  });
}
