import assert from 'node:assert/strict';
import { test } from 'node:test';
import { score } from 'attune-elements/core';
import { instrumentOf } from '../../../demo/read-record.ts';
import { fillIn, fillInCard, plain, pulse } from '../fill-in.ts';
import type { Host } from '../open-host.ts';
import { readCsv } from '../read-csv.ts';
import { signIn } from '../sign-in.ts';

export function exportsOfAll(host: Host): void {
  const download = async (path: string): Promise<string> => {
    const answer = await fetch(`${host.address}${path}`, { headers: { cookie: await signIn(host) } });
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; filename="harbour-[a-z.]+"$/);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    return answer.text();
  };
  const send = async (called: string, ...records: object[]): Promise<string> => {
    const pass = await host.newClient(called);
    for (const record of records) {
      const answer = await fetch(`${host.address}/api/responses`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${host.token('session', pass)}` },
        body: JSON.stringify(record),
      });
      assert.equal(answer.status, 201);
    }
    return pass.client;
  };

  test('CSV has a row for each question, and distinguishes zero, blank, unknown, not applicable and skipped', async () => {
    const client = await send(
      'Kim',
      pulse({ 't-now': [0], t01: 'unknown', t02: 'declined', t03: [] }),
      fillIn('empathy-checklist', {}, { e11: ['no'], 'e11-more': ['more'], e13: 'not-applicable' }),
    );
    const rows = readCsv(await download(`/clinician/answers.csv?client=${client}`));
    const told = (item: string): unknown[] => {
      const row = rows.find((each) => each.item === item);
      return [row?.state, row?.value, row?.words, row?.values_json];
    };
    assert.deepEqual(told('t-now'), ['answered', '0', '0', '[0]']);
    assert.deepEqual(told('t01'), ['unknown', '', '', '']);
    assert.deepEqual(told('t02'), ['declined', '', '', '']);
    assert.deepEqual(told('t03'), ['unanswered', '', '', '']);
    assert.deepEqual(told('t07'), ['answered', 'agree', 'Agree', '["agree"]']);
    assert.deepEqual(told('t-help'), ['unanswered', '', '', '']);
    assert.deepEqual(told('e11'), ['answered', 'no', 'No', '["no"]']);
    assert.deepEqual(told('e11-more'), ['answered', 'more', 'I would like more of this', '["more"]']);
    assert.deepEqual(told('e13'), ['not-applicable', '', '', '']);
    assert.equal(rows.length, 6 + 24);
    assert.ok(rows.every(({ called, made_up }) => called === 'Kim' && made_up === 'no'));
  });

  test('CSV cannot run as a formula in a spreadsheet, names the cells that it guards, and loses nothing', async () => {
    const wild = [
      '=HYPERLINK("http://x","y")',
      '+1+1',
      '-2+3',
      '@SUM(A1)',
      '\t=1',
      '＝1+1',
      'a, "b"\r\nc;=1',
      '-3.5',
      "'quoted",
      'plain',
    ];
    for (const words of wild) {
      const client = await send(words.slice(0, 5), pulse({ 't-help': [words] }));
      const row = readCsv(await download(`/clinician/answers.csv?client=${client}`)).find(
        ({ item }) => item === 't-help',
      );
      assert.ok(row);
      assert.deepEqual(JSON.parse(row.values_json ?? ''), [words]);
      const guarded = row.guarded?.split(' ').includes('value');
      assert.equal(guarded ? row.value?.slice(1) : row.value, words);
      assert.equal(guarded, !['a, "b"\r\nc;=1', '-3.5', "'quoted", 'plain'].includes(words), words);
      for (const cell of Object.values(row)) assert.doesNotMatch(cell, /^([=+@\t\r＝]|-(?![\d.]+$))/);
    }
  });

  test('CSV starts with a byte order mark and names its columns', async () => {
    await send('Anyone', pulse());
    const answer = await fetch(`${host.address}/clinician/answers.csv`, { headers: { cookie: await signIn(host) } });
    const bytes = Buffer.from(await answer.arrayBuffer());
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    assert.match(
      bytes.toString(),
      /^\uFEFFrecord,superseded_by,client,called,made_up,session,author,instrument,version,options,locale,language,standing,revision,completed_at,item,at,wording,wording_seen,state,value,words,words_seen,values_json,guarded\r\n/,
    );
    assert.match(answer.headers.get('content-type') ?? '', /^text\/csv; charset=utf-8/);
  });

  test('each of the person’s own questions in a repeating group has its place', async () => {
    const client = await send(
      'Kim',
      fillIn('boundary-clarity', { topics: 'cost' }, { 'q-cost': ['How much?'], b07: ['clear'] }),
    );
    const rows = readCsv(await download(`/clinician/answers.csv?client=${client}`));
    assert.deepEqual(
      rows.map(({ item, at }) => [item, at]).filter(([item]) => item === 'q-cost'),
      [['q-cost', '0']],
    );
    assert.ok(rows.some(({ options }) => options?.includes('"topics":"cost"')));
  });

  test('a wording that contains the person’s own words is exported as it was asked', async () => {
    const options = { topics: 'cost', 'last-time': 'yes' };
    const card = fillInCard(options, { 'last-answered.1': ['yes'] }, ['How much?', 'Why?']);
    const client = await send('Kim', card);
    const rows = readCsv(await download(`/clinician/answers.csv?client=${client}`));
    assert.deepEqual(
      rows.filter(({ item }) => item === 'last-answered').map(({ at, wording, state }) => [at, wording, state]),
      [
        ['0', 'Last time you asked: How much? Was it answered?', 'unanswered'],
        ['1', 'Last time you asked: Why? Was it answered?', 'answered'],
      ],
    );
  });

  test('NDJSON has each complete record, with its score, its client and whether it was superseded', async () => {
    const first = pulse();
    const second = { ...pulse(), replaces: first.id };
    const client = await send('Kim', first, second);
    const text = await download(`/clinician/records.ndjson?client=${client}`);
    assert.ok(text.endsWith('}\n'));
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const expected = [
      { supersededBy: second.id, response: plain(first) },
      { supersededBy: null, response: plain(second) },
    ];
    for (const { supersededBy, response } of expected) {
      const line = lines.find((each) => each.response.id === response.id);
      assert.deepEqual(line.response, response);
      assert.deepEqual(line.score, plain(score(instrumentOf(response), response)));
      assert.equal(line.supersededBy, supersededBy);
      assert.equal(line.client, client);
    }
    assert.equal(lines.length, 2);
  });
}
