import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { seed } from '../../../demo/seed/seed.ts';
import type { Host } from '../open-host.ts';
import { signIn } from '../sign-in.ts';

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; " +
  "frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types attune";

export function pagesAndHeaders(host: Host): void {
  const get = (path: string, cookie = ''): Promise<Response> =>
    fetch(`${host.address}${path}`, { redirect: 'manual', headers: { cookie } });

  test('every page, also of a failure, has the strict policy, nothing inline, and loads everything from the host', async () => {
    const pass = await host.newClient();
    const ended = host.token('me', pass, new Date(0));
    const cookie = await signIn(host);
    for (const path of [
      '/',
      '/intake',
      '/intake/name',
      '/intake/trust',
      '/intake/together',
      '/intake/terms',
      '/intake/trust/erase',
      '/intake/forget',
      '/intake/forgotten',
      '/intake/thanks',
      '/intake/thanks-for-name',
      '/intake/nothing',
      '/clinician',
      '/nowhere',
      `/session/${host.token('session', pass)}`,
      `/me/${host.token('me', pass)}`,
      `/me/${ended}`,
      `/clinician/clients/${pass.client}`,
      `/clinician/sessions/${pass.session}`,
      '/clinician/clinic?of=others',
      '/clinician/sending',
      '/clinician/try-a-form',
      '/clinician/clients/nobody',
    ]) {
      const answer = await get(path, cookie);
      const page = await answer.text();
      assert.equal(answer.headers.get('content-security-policy'), policy, path);
      assert.equal(answer.headers.get('cache-control'), 'no-store', path);
      assert.equal(answer.headers.get('referrer-policy'), 'no-referrer', path);
      assert.equal(answer.headers.get('x-content-type-options'), 'nosniff', path);
      assert.doesNotMatch(page, /\sstyle=|<style|\son[a-z]+="|javascript:|undefined|NaN|\[object/, path);
      // A link of a licence may lead elsewhere: it loads nothing.
      assert.doesNotMatch(page, /(src|action)="(https?:)?\/\/|<link[^>]*href="(https?:)?\/\//, path);
      assert.match(page, /<html lang="en-GB" dir="ltr">/);
      assert.match(page, /<title>[^<]+ · Harbour Clinic<\/title>/);
      // Data for a widget is in a script element that browsers do not run.
      for (const [, type, content] of page.matchAll(/<script([^>]*)>([^<]*)<\/script>/g)) {
        assert.ok(type === ' type="application/json"' || content === '', path);
      }
    }
  });

  test('every widget file that a page loads is served, and matches its hash', async () => {
    const pass = await host.newClient();
    const found = new Map<string, string>();
    const paths = ['/intake/trust', '/intake/together', `/session/${host.token('session', pass)}`, `/me/${host.token('me', pass)}`, '/clinician/clinic'];
    for (const path of paths) {
      const page = await (await get(path, await signIn(host))).text();
      for (const [, src = '', hash = ''] of page.matchAll(/src="(\/attune\/[^"]+)" integrity="([^"]+)"/g))
        found.set(src, hash);
    }
    assert.equal(found.size, 9);
    for (const [src, hash] of found) {
      const answer = await get(src);
      assert.equal(answer.status, 200);
      assert.match(answer.headers.get('content-type') ?? '', /javascript/);
      const bytes = Buffer.from(await answer.arrayBuffer());
      assert.equal(`sha384-${createHash('sha384').update(bytes).digest('base64')}`, hash, src);
    }
  });

  test('the article’s trust levels are only on the instruments’ page, folded, away from every person’s score', async () => {
    const pass = await host.newClient();
    const cookie = await signIn(host);
    for (const path of ['/clinician/clinic', '/clinician/clinic?of=others']) {
      const page = await (await get(path, cookie)).text();
      assert.match(page, /<details class="[^"]*\beducation"><summary>.*?They have no source.*?<\/summary>\s*<attune-trust-levels show /s);
      assert.doesNotMatch(page, /attune-trust-trend|attune-perspective-gap|result=/);
    }
    for (const path of [
      '/',
      '/intake/trust',
      `/session/${host.token('session', pass)}`,
      `/me/${host.token('me', pass)}`,
      '/clinician',
      `/clinician/clients/${pass.client}`,
      `/clinician/sessions/${pass.session}`,
    ]) {
      assert.doesNotMatch(await (await get(path, cookie)).text(), /trust-levels/, path);
    }
  });

  test('files outside the two public folders are not served', async () => {
    for (const path of [
      '/assets/../server.ts',
      '/assets/%2e%2e/server.ts',
      '/attune/..%2f..%2fpackage.json',
      '/.data/secret',
    ]) {
      assert.equal((await get(path)).status, 404, path);
    }
  });

  test('links that are not ours, not for this page, or expired show a message and nothing else', async () => {
    const pass = await host.newClient('Hidden');
    for (const [path, status] of [
      ['/session/nonsense', 401],
      [`/session/${host.token('me', pass)}`, 401],
      [`/me/${host.token('session', pass)}`, 401],
      [`/me/${host.token('me', pass).replace(/.$/, (end) => (end === 'A' ? 'Q' : 'A'))}`, 401],
      [`/me/${host.token('me', pass, new Date(Date.now() - 1))}`, 410],
      [`/session/${host.token('session', pass, new Date(Date.now() - 1))}`, 410],
      [`/me/${'x'.repeat(700)}`, 414],
      ['/me/%zz', 400],
    ] as const) {
      const answer = await get(path);
      const page = await answer.text();
      assert.equal(answer.status, status, path);
      assert.match(page, /That did not work/);
      assert.equal(answer.headers.get('content-security-policy'), policy, path);
      assert.doesNotMatch(page, /Hidden/);
    }
  });

  test('a client’s name is shown as text, whatever it contains', async () => {
    const { client } = await host.newClient('<img src=x onerror=alert(1)>"\'&');
    const page = await (await get(`/me/${host.token('me', { client })}`)).text();
    assert.match(page, /&lt;img src=x onerror=alert\(1\)&gt;&quot;&#39;&amp;/);
  });

  test('a clinic that has clients gets no made-up ones, and the front page links only to made-up ones', async () => {
    await host.newClient('Real');
    assert.equal(await seed(host.database), false);
    const page = await (await get('/')).text();
    assert.match(page, /href="\/intake"/);
    assert.match(page, /href="\/clinician"/);
    assert.doesNotMatch(page, /href="\/(me|session)\//);
  });
}
