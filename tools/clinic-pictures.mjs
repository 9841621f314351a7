// Photographs every page of the demo clinic:   node tools/clinic-pictures.mjs [--only=intake,course] [--lang=de] [--to=folder]
// It opens a seeded clinic of its own, at three widths, light and dark, and prints how high each page is in CSS pixels.
// The pictures are in pictures/clinic, which git ignores. It needs the files of `npm run build`.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { openClinic } from '../demo/app.ts';
import { openDatabase } from '../demo/database/open.ts';
import { seed } from '../demo/seed/seed.ts';
import { writeToken } from '../demo/tokens.ts';
import { findEngines } from './engines.mjs';

const root = join(import.meta.dirname, '..');
const { values: options } = parseArgs({ options: { only: { type: 'string' }, to: { type: 'string' }, lang: { type: 'string', default: 'en' } } });
const only = options.only?.split(',');
const to = options.to ?? join(root, 'pictures/clinic', options.lang === 'en' ? '' : options.lang);
const widths = [1200, 390, 320];
const schemes = ['light', 'dark'];

const folder = mkdtempSync(join(tmpdir(), 'attune-pictures-'));
const database = await openDatabase({ folder });
await seed(database);
const secret = 'pictures';
const server = await openClinic({ database, secret, password: secret, widgets: join(root, 'dist/cdn') });
const address = await server.listen({ port: 0, host: '127.0.0.1' });
const browser = await chromium.launch({ executablePath: findEngines().chromium, args: ['--no-sandbox', '--disable-gpu'] });

/** The client with the most records, with their last session. */
const [pass] = await database.query(
  `select client_id as client, (
     select id from sessions where sessions.client_id = records.client_id order by held_on desc limit 1
   ) as session from records group by client_id order by count(*) desc limit 1`,
);

/** Each page: its address. */
const pages = {
  front: '/',
  intake: '/intake',
  'intake-name': '/intake/name',
  'intake-trust': '/intake/trust',
  'intake-terms': '/intake/terms',
  'intake-erase': '/intake/trust/erase',
  'intake-forget': '/intake/forget',
  'intake-check': '/intake/check',
  thanks: '/intake/thanks',
  nothing: '/intake/nothing',
  'after-a-session': `/session/${writeToken('session', pass, secret)}`,
  me: `/me/${writeToken('me', pass, secret)}`,
  failure: '/nowhere',
  clients: '/clinician',
  'clients-found': '/clinician?talk=yes&unread=yes',
  'clients-none': '/clinician?name=zzz&talk=yes',
  course: `/clinician/clients/${pass.client}`,
  session: `/clinician/sessions/${pass.session}`,
  instruments: '/clinician/clinic',
};

mkdirSync(to, { recursive: true });
for (const width of widths) {
  for (const colorScheme of schemes) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    await page.goto(`${address}/clinician`);
    await page.fill('input[name=password]', secret);
    await page.click('main button');
    await page.goto(`${address}/intake/name?lang=${options.lang}`);
    await page.fill('input[name=called]', 'Wren');
    await page.click('main .button');
    for (const [name, path] of Object.entries(pages)) {
      if (only && !only.some((start) => name.startsWith(start))) continue;
      await page.goto(`${address}${path}`, { waitUntil: 'networkidle' });
      await page.screenshot({ path: join(to, `${name}-${width}-${colorScheme}.png`), fullPage: true });
      if (colorScheme === schemes[0]) {
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        console.log(`${name} at ${width}: ${height}`);
      }
    }
    await context.close();
  }
}
await browser.close();
await server.close();
await database.close();
rmSync(folder, { recursive: true, force: true });
