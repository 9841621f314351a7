import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepMadeUp } from '../../../demo/seed/seed.ts';
import type { MadeUpAnswers, MadeUpPerson } from '../../../demo/seed/made-up.ts';
import { signIn } from '../sign-in.ts';
import type { Host } from '../open-host.ts';

export function statisticsOfInstruments(host: Host): void {
  const read = async (path: string): Promise<string> => {
    const answer = await fetch(`${host.address}${path}`, { headers: { cookie: await signIn(host) } });
    assert.equal(answer.status, 200);
    return answer.text();
  };
  /** The text of one form’s part of the page. */
  const formOf = (html: string, name: string): string => {
    const part = html.match(/<details class="sheet folded instrument">.*?<\/details>/gs)?.find((each) => each.includes(name)) ?? '';
    return part.replace(/<[^>]+>/g, ' ').replace(/&#8239;/g, ' ').replace(/\s+/g, ' ');
  };
  const codes = ['', 'totally-disagree', 'disagree', 'in-between', 'agree', 'totally-agree'];
  const pulse = (...numbers: number[]): MadeUpAnswers => ({
    instrument: 'trust-pulse',
    given: Object.fromEntries(
      ['t01', 't02', 't03', 't07'].flatMap((id, place) => (numbers[place] ? [[id, codes[numbers[place]] ?? '']] : [])),
    ),
  });
  /** All give the same answer to the first line. */
  const trust = (numbers: number[]): MadeUpAnswers => ({
    instrument: 'trust-12',
    options: { variant: 'session', keying: 'positive' },
    given: {
      t01: 'agree',
      ...Object.fromEntries(
        ['t02', 't03', 't04p', 't05', 't06p', 't07', 't08', 't09p', 't10', 't11p', 't12'].map((id, place) => [
          id,
          codes[numbers[place % 4] ?? 0] ?? '',
        ]),
      ),
    },
  });
  const person = (...records: MadeUpAnswers[]): MadeUpPerson => ({
    called: 'Sol',
    sessions: records.map((record, place) => ({
      ago: 30 - 7 * place,
      therapist: place % 2 ? 'Ruth Abelson' : 'Ida Lindqvist',
      mode: 'video',
      records: [record],
    })),
  });
  const first = [
    [5, 4, 5, 4],
    [3, 3, 2, 3],
    [1, 2, 1, 1],
    [4, 4, 4, 5],
  ];

  /** k / (k - 1) x (1 - sum of variances / variance of sums). */
  const alphaOf = (rows: number[][]): number => {
    const variance = (values: number[]): number => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
    };
    const k = rows[0]?.length ?? 0;
    const items = Array.from({ length: k }, (_, item) => variance(rows.map((row) => row[item] ?? 0)));
    const sums = variance(rows.map((row) => row.reduce((sum, value) => sum + value, 0)));
    return (k / (k - 1)) * (1 - items.reduce((sum, value) => sum + value, 0) / sums);
  };

  test('without made-up clients the page says so', async () => {
    assert.match(await read('/clinician/clinic'), /There are no made-up clients here/);
  });

  test('each form has its responses, lines, alpha with its interval and what was left out', async () => {
    const checklist = (perspective: string): MadeUpAnswers => ({ instrument: 'empathy-checklist', options: { perspective }, given: { e11: 'yes' } });
    await keepMadeUp(
      host.database,
      [
        ...first.map((numbers) => person(pulse(...numbers))),
        // Alpha uses the first response of each person, and leaves out a response with a blank.
        person(pulse(2, 2, 3, 0), pulse(2, 2, 2, 2)),
        person(checklist('client'), checklist('therapist')),
        ...first.map((numbers) => person(trust(numbers))),
      ],
      new Date('2026-11-20T12:00:00Z'),
    );
    const html = await read('/clinician/clinic');
    const words = formOf(html, 'trust-pulse 1.0.0');
    assert.match(words, /trust-pulse 1\.0\.0: 6 responses of 5 people/);
    const alpha = alphaOf(first).toFixed(2);
    const [, , lower, upper, used, out] =
      /Total 4 ([\d.]+) \[([−\d.]+), ([−\d.]+)\] .*? (\d+) (\d+) left out/.exec(words)?.map(Number) ?? [];
    assert.equal(/Total 4 ([\d.]+)/.exec(words)?.[1], alpha);
    assert.ok(lower! < Number(alpha) && Number(alpha) < upper!, `${lower} to ${upper}`);
    assert.deepEqual([used, out], [4, 1]);
    // Six responses to the first line: 5 3 1 4 2 2; five to the last.
    assert.match(words, /My therapist did what they said they would do\. 6 none Totally disagree: 1 Disagree: 2 In between: 1 Agree: 1 Totally agree: 1 2\.83 \(1\.47\) 17 %, 17 %/);
    assert.match(words, /I could say what was on my mind without fear\. 5 1 blank/);
    assert.match(words, /Right now, how much do you trust your therapist\? 0 6 blank/);
  });

  test('a line names the scale of its figures, or says why there are none', async () => {
    const words = formOf(await read('/clinician/clinic'), 'trust-12 1.0.0, variant: session, keying: positive');
    const none = 'none: everybody gave the same answer to a line \\(4 used, 0 left out\\)';
    assert.match(words, new RegExp(`did what they said they would do\\. 4 none .* 0 %, 0 % ${none} Total My therapist knew`));
    assert.match(words, /without fear\. 4 none [^%]* 0 %, 0 % 0\.95, 1\.00 Safety /);
    assert.doesNotMatch(words, /not in a scale/);
  });

  test('behaviours are no scale, and words say that they have no alpha; each perspective is a form of its own', async () => {
    const html = await read('/clinician/clinic');
    for (const perspective of ['client', 'therapist']) {
      const words = formOf(html, `perspective: ${perspective}`);
      assert.match(words, /1 response of 1 person/);
      assert.match(words, /They need not go together, so alpha and omega would mean nothing/);
    }
  });

  test('the page says what the figures are not and that they are made up, and splits nothing by therapist', async () => {
    const html = await read('/clinician/clinic');
    const words = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    assert.match(words, /Every figure on this page comes from made-up clients/);
    assert.match(words, /These are the instruments’ own statistics/);
    assert.match(words, /un-normed/);
    assert.match(words, /no ranking of staff or of clients, and nothing on this page is told apart by therapist/);
    assert.match(words, /left out as a whole \(listwise\)/);
    assert.match(words, /over the responses that answer it \(available cases\)/);
    assert.doesNotMatch(words, /Lindqvist|Abelson|Sol\b/);
    assert.doesNotMatch(words, /NaN|undefined|null|Infinity/);
  });

  test('made-up clients and others are never counted together', async () => {
    const [counted] = await host.database.query<{ count: number }>(
      `select count(*)::int as count from record_standing join clients on clients.id = client_id
       where superseded_by is null and not made_up`,
    );
    const html = await read('/clinician/clinic?of=others');
    assert.doesNotMatch(html, /Every figure on this page comes from made-up clients/);
    assert.match(html, new RegExp(`${counted?.count} responses to \\d+ forms`));
    assert.match(await read('/clinician/clinic'), /12 responses to 4 forms/);
  });

  test('without a visit nobody sees the figures', async () => {
    const answer = await fetch(`${host.address}/clinician/clinic`, { redirect: 'manual' });
    assert.equal(answer.status, 303);
  });
}
