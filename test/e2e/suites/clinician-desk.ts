import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillIn, fillInCard, pulse } from '../fill-in.ts';
import { signIn } from '../sign-in.ts';
import type { Host } from '../open-host.ts';
import { sender } from '../send-records.ts';

export function clinicianDesk(host: Host): void {
  const get = async (path: string, cookie = ''): Promise<Response> =>
    fetch(`${host.address}${path}`, { headers: { cookie }, redirect: 'manual' });

  const send = sender(host);

  test('without the password the desk shows a sign-in page and nothing else', async () => {
    const { client } = await host.newClient('Hidden');
    const front = await get('/clinician');
    assert.equal(front.status, 200);
    assert.doesNotMatch(await front.text(), /Hidden/);
    for (const path of [`/clinician/clients/${client}`, '/clinician/answers.csv', '/clinician/records.ndjson']) {
      for (const cookie of ['', 'visit=guess', `visit=${host.token('me', { client })}`]) {
        const answer = await get(path, cookie);
        assert.equal(answer.status, 303, path);
        assert.equal(answer.headers.get('location'), '/clinician');
      }
    }
  });

  test('something that is not a password counts as a wrong one', async () => {
    for (const body of ['{"password": {"toString": 1, "valueOf": 1}}', '{"password": {}}', '{}', '[]', 'null', '7']) {
      const answer = await fetch(`${host.address}/clinician/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      assert.equal(answer.status, 401, body);
    }
    await signIn(host);
  });

  test('the right password opens the desk with cookies that scripts and other sites cannot use', async () => {
    const answer = await fetch(`${host.address}/clinician/sign-in`, {
      method: 'POST',
      body: new URLSearchParams({ password: host.password }),
      redirect: 'manual',
    });
    assert.equal(answer.status, 303);
    const [visit = '', visitByFhir = '', device = '', ...others] = answer.headers.getSetCookie();
    assert.match(visit, /^visit=[\w-]{32}; Path=\/clinician; HttpOnly; SameSite=Strict$/);
    assert.equal(visitByFhir, visit.replace('/clinician', '/fhir'));
    assert.match(
      device,
      /^device=[\w.-]+; Path=\/clinician\/sign-in; Expires=[^;]+ GMT; HttpOnly; SameSite=Strict$/,
    );
    assert.deepEqual(others, []);
  });

  test('signing out ends the visit', async () => {
    const cookie = await signIn(host);
    await fetch(`${host.address}/clinician/sign-out`, { method: 'POST', headers: { cookie }, redirect: 'manual' });
    assert.match(await (await get('/clinician', cookie)).text(), /type="password"/);
  });

  test('a form of another site sends no cookie, and signs nobody out', async () => {
    const answer = await fetch(`${host.address}/clinician/sign-out`, { method: 'POST', redirect: 'manual' });
    assert.deepEqual(answer.headers.getSetCookie(), []);
  });

  test('a client’s page shows scores, what is missing or prorated, bands, words, the agenda and how to take low answers', async () => {
    const pass = await host.newClient('Bo & <Co>');
    await send(
      pass,
      fillIn(
        'trust-12',
        { variant: 'session' },
        {
          ...agree({ t01: 4, t03: 3, t04: 2, t05: 5, t06: 2, t07: 4, t09: 1, t10: 4, t11: 2, t12: 5 }),
          t02: 'unknown',
          't-help': ['Say <script>alert(1)</script> less'],
        },
      ),
      fillIn(
        'boundary-clarity',
        { topics: 'purpose cost' },
        {
          b01: ['partly'],
          'b01-ask': ['ask'],
          'q-cost': ['What if I am ill?'],
          'q-cost-first': ['first'],
        },
      ),
    );
    const page = await (await get(`/clinician/clients/${pass.client}`, await signIn(host))).text();
    const words = page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    assert.match(page, /<h1>Bo &amp; &lt;Co&gt;/);
    assert.match(words, /Total .*?80\.0 of 100 mean 4\.20, from 1 to 5; prorated, 10 of 12 answered/);
    assert.match(words, /Competence .*?75\.0 of 100/);
    assert.match(words, /Integrity .*?62\.5 of 100/);
    assert.match(
      words,
      /Without an answer: “My therapist knew how to help with what I am facing\.” “My therapist would admit a mistake\.”/,
    );
    assert.match(
      words,
      /Band: high \(symmetric response-anchor bands, not norms; for clinicians, not shown to the client\)/,
    );
    assert.match(words, /Say &lt;script&gt;alert\(1\)&lt;\/script&gt; less/);
    assert.match(
      words,
      /To talk about What if I am ill\? \(ask this first\) What are we aiming for, and how will we know it helps\?/,
    );
    assert.match(words, /Thank them for telling you\. Ask what would help\. Do not defend\./);
    assert.match(words, /My therapist knew how to help with what I am facing\. can’t say/);
    assert.match(words, /My therapist would admit a mistake\. blank/);
  });

  test('too few answers give no score, and the same answer to everything gives no band', async () => {
    const pass = await host.newClient();
    await send(
      pass,
      fillIn('trust-12', { variant: 'session' }, agree({ t01: 4 })),
      fillIn('trust-12', { variant: 'session' }, agree(Object.fromEntries(trust12.map((id) => [id, 5])))),
    );
    const page = await (await get(`/clinician/clients/${pass.client}`, await signIn(host))).text();
    const words = page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    assert.match(words, /Total no score: 1 of 12 answered, 10 needed/);
    assert.match(words, /No band: there is no total/);
    assert.match(words, /66\.7 of 100/);
    assert.match(words, /No band: every line has the same answer/);
    assert.doesNotMatch(words, /NaN|undefined|null/);
  });

  test('a record that was replaced does not count, and can still be read', async () => {
    const pass = await host.newClient();
    const first = pulse({ t01: ['totally-disagree'] });
    await send(pass, first, { ...pulse(), replaces: first.id });
    const page = await (await get(`/clinician/clients/${pass.client}`, await signIn(host))).text();
    assert.match(page, /then changed by the person/);
    assert.equal(page.match(/class="scales"/g)?.length, 1);
    assert.match(page, /81\.3 of 100/);
  });

  test('each question of last time is shown with whether it was answered, and without braces', async () => {
    const pass = await host.newClient();
    const options = { topics: 'purpose', 'last-time': 'yes' };
    const answers = { 'last-answered.0': ['partly'], 'last-answered.2': 'unknown', b01: ['clear'] } as const;
    await send(pass, fillInCard(options, answers, ['Why <b>Tuesdays</b>?', 'What now?', 'And $& then?']));
    const page = await (await get(`/clinician/clients/${pass.client}`, await signIn(host))).text();
    const words = page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    assert.match(
      words,
      /Asked last time: was it answered\? Why &lt;b&gt;Tuesdays&lt;\/b&gt;\? Partly What now\? blank And \$&amp; then\? can’t say/,
    );
    assert.match(words, /Last time you asked: And \$&amp; then\? Was it answered\? can’t say/);
    assert.doesNotMatch(words, /[{}]/);
  });

  test('shared milestones are shown, and the others are not', async () => {
    const pass = await host.newClient();
    const change = async (id: string, action: string, note: string): Promise<void> => {
      const answer = await fetch(`${host.address}/api/milestones`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${host.token('me', pass)}` },
        body: JSON.stringify({ id, milestone: 'custom', date: '2026-11-20', text: note, action }),
      });
      assert.equal(answer.status, 200);
    };
    const page = async (): Promise<string> =>
      (await get(`/clinician/clients/${pass.client}`, await signIn(host))).text();
    await change('a', 'mark', 'Slept through');
    await change('b', 'mark', 'Swam far out');
    await change('b', 'share', 'Swam far out');
    assert.match(await page(), /Swam far out/);
    assert.doesNotMatch(await page(), /Slept through/);
    await change('b', 'unshare', 'Swam far out');
    assert.doesNotMatch(await page(), /Swam far out/);
  });

  test('an unknown client has no page', async () => {
    const cookie = await signIn(host);
    for (const id of ['nobody', '%00', '..%2f']) {
      assert.equal((await get(`/clinician/clients/${id}`, cookie)).status, 404);
    }
    assert.equal((await get('/clinician/answers.csv?client=nobody', cookie)).status, 404);
    assert.equal((await get('/clinician/answers.csv?client=a&client=b', cookie)).status, 404);
  });
}

const trust12 = ['t01', 't02', 't03', 't04', 't05', 't06', 't07', 't08', 't09', 't10', 't11', 't12'];
const codes = ['', 'totally-disagree', 'disagree', 'in-between', 'agree', 'totally-agree'];

function agree(answers: Record<string, number>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(answers).map(([id, number]) => [id, [codes[number] ?? '']]));
}
