import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { writeToken } from '../../../demo/tokens.ts';
import type { Listed, Outbox } from '../../../src/outbox/outbox.ts';
import { chromium } from '../installed.ts';
import { killChromium } from '../kill-chromium.ts';
import { ClinicDatabase } from './clinic-database.ts';
import { FaultyNetwork } from './faulty-network.ts';
import { KillableServer } from './killable-server.ts';
import { type Outage, Outages } from './outages.ts';
import { beAPerson, pageOfPerson } from './page-of-a-person.ts';
import { Person } from './person.ts';
import { seeded } from './plan.ts';
import { compare, type Verdict } from './truth.ts';
import { forgetRecords, watchStorage } from './watch-storage.ts';

export interface BrowserRun {
  submissions: number;
  seed: number;
  hasServer: boolean;
  /** After so many minutes people begin nothing more. */
  minutes?: number;
  /** In milliseconds: between two kills of the browser, at least and at most. */
  visits?: readonly [least: number, most: number];
  /** How many records are stored between two kills of the server, on average. */
  between?: number;
  /** The device forgets what the outbox stores. The run must find that. */
  isForgetful?: boolean;
  onProgress?: (sent: number) => void;
}

export interface BrowserResult extends Verdict {
  seed: number;
  seconds: number;
  /** How many texts people sent, and how many of them they saw as saved or kept. */
  submissions: number;
  seen: number;
  stored: number;
  browserKills: number;
  /** How many records waited on the device after the last kill. */
  afterLastKill: number;
  /** How often a draft came back after a kill, and how often of a record that was on its way. */
  draftsBack: number;
  sentAgain: number;
  /** How many records were sent within a kill before they or their drafts were on the device. */
  tooEarly: number;
  /** In milliseconds: how long a letter took until it was on the device, median and most. */
  delay: string;
  /** How often letters of more than a second before a kill were not yet on the device. */
  late: number;
  met: Readonly<Record<string, number>>;
  outages: Outage[];
  /** Also the drafts that were on the device and came back otherwise, or not at all. */
  wrong: string[];
}

const PEOPLE = 6;
const SECRET = 'the secret of a clinic for a run of faults';
const FILES = ['drafts.js', 'outbox.js', 'check-in.js'];
/** In milliseconds: between two kills of the browser, at least and at most. */
const VISITS = [6000, 16_000] as const;
const BETWEEN = 20;
/** In milliseconds: the browser is killed so soon after somebody began to send, and the kill waits for that at most so long; and how soon all must have
 * arrived at the end. */
const SOON = 300;
const LONGEST_WAIT = 5000;
const LONGEST_END = 180_000;

/** People fill in the real widget, with the real outbox and drafts, in a real browser that is killed again and again. */
export async function runBrowsers({ submissions, seed, hasServer, minutes = Infinity, visits: [least, most] = VISITS, between = BETWEEN, isForgetful = false, onProgress }: BrowserRun): Promise<BrowserResult> {
  const began = Date.now();
  const random = seeded(seed);
  const database = await ClinicDatabase.open(hasServer, submissions);
  const server = new KillableServer({ ...database.environment, SECRET });
  const tokens = (await database.newClients(PEOPLE)).map((pass) => writeToken('session', pass, SECRET));
  const network = new FaultyNetwork([server], random, ({ pathname, searchParams }) => {
    const file = FILES.find((name) => pathname === `/${name}`);
    if (file) return { type: 'text/javascript', content: readFileSync(new URL(`../../../dist/cdn/${file}`, import.meta.url)) };
    const person = searchParams.get('person');
    return person === null ? undefined : { type: 'text/html', content: pageOfPerson(`person-${person}`, tokens[Number(person)]!) };
  });
  let begun = 0;
  const next = (name: string): string => {
    if (begun >= submissions || Date.now() - began > minutes * 60_000) return '';
    if (++begun % 100 === 0) onProgress?.(begun);
    return `${name} wants this, number ${begun}: ${Math.floor(random() * 1e9).toString(36)}.`;
  };
  const people = tokens.map((_, i) => new Person(() => next(`Person ${i}`)));
  const profile = mkdtempSync(join(tmpdir(), 'attune-profile-'));
  const restart = async (): Promise<void> => {
    await server.kill();
    await server.start();
  };
  const outages = new Outages({ causes: { server: { servers: [server], happen: restart } }, servers: [server], network, random, between, sent: () => begun });
  let browser: Browser | undefined;
  let pages: Page[] = [];
  let browserKills = 0;
  let failure: unknown;
  const visit = async (address: string): Promise<void> => {
    browser = await startChromium(profile);
    pages = await Promise.all(people.map(async (person, i) => {
      const page = await browser!.newPage();
      await page.exposeFunction('say', person.hear);
      await page.exposeFunction('next', person.next);
      await page.evaluateOnNewDocument(watchStorage);
      if (isForgetful) await page.evaluateOnNewDocument(forgetRecords);
      await page.goto(`${address}/?person=${i}`);
      // It ends with the browser.
      page.evaluate(beAPerson).catch(() => {});
      return page;
    }));
  };
  const countSent = (): number => people.reduce((sum, { sent }) => sum + sent.size, 0);
  const somebodySends = async (): Promise<void> => {
    const before = countSent();
    for (const end = Date.now() + LONGEST_WAIT; countSent() === before && Date.now() < end; ) await pause(5);
  };
  try {
    await server.start();
    const address = await network.start();
    outages.start((cause) => (failure = cause));
    for (let wereDone = false; ; ) {
      await visit(address);
      const end = Date.now() + least + random() * (most - least);
      while (Date.now() < end && people.some(({ isDone }) => !isDone)) await pause(20);
      if (failure) throw failure;
      const areDone = people.every(({ isDone }) => isDone);
      // What waits now must survive a kill, too.
      if (areDone && wereDone) break;
      wereDone = areDone;
      if (!areDone) await somebodySends();
      await pause(random() * SOON);
      const killedAt = Date.now();
      await killChromium(browser!);
      browserKills++;
      people.forEach((person) => person.killed(killedAt));
    }
    await outages.stop();
    const lookOnDevices = async (): Promise<Listed[]> => (await Promise.all(pages.map((page) => page.evaluate(look)))).flat();
    const { length: afterLastKill } = await lookOnDevices();
    /** Those that were refused, by their texts. They are noted before they are sent again. */
    const refused = new Map<string, string>();
    // The outbox itself would try within five minutes.
    for (const end = Date.now() + LONGEST_END; ; await pause(500)) {
      const waiting = await lookOnDevices();
      for (const [text, answers] of withState(waiting, 'refused')) refused.set(text, answers);
      if (!waiting.length || Date.now() > end) break;
      await Promise.all(pages.map((page) => page.evaluate(tryNow)));
    }
    await server.kill();
    const stored = (await database.rows()).map(({ client, body }) => ({ id: textOf(body), client, body: { answers: textOf(body) } }));
    const onDevice = await lookOnDevices();
    const sent = people.flatMap((person) => [...person.sent]);
    const verdict = compare({
      sent: new Map(sent.map((text) => [text, { answers: JSON.stringify(text), isImpossible: false }])),
      saved: new Set(people.flatMap((person) => [...person.saved])),
      seen: new Set(people.flatMap((person) => [...person.owed])),
      setAside: refused,
      waiting: withState(onDevice, 'waiting'),
      others: new Map(),
      rows: stored,
    });
    const delays = people.flatMap((person) => person.delays).sort((a, b) => a - b);
    const unreadable = onDevice.flatMap(({ state, id }) => (state === 'unreadable' ? [`${id} cannot be read on its device`] : []));
    return {
      seed,
      seconds: Math.round((Date.now() - began) / 1000),
      submissions: sent.length,
      seen: people.reduce((sum, { seen }) => sum + seen.size, 0),
      stored: stored.length,
      browserKills,
      afterLastKill,
      draftsBack: people.reduce((sum, { draftsBack }) => sum + draftsBack, 0),
      sentAgain: people.reduce((sum, { sentAgain }) => sum + sentAgain, 0),
      tooEarly: people.reduce((sum, { tooEarly }) => sum + tooEarly.size, 0),
      delay: `${delays[delays.length >> 1]}, ${delays.at(-1)}`,
      late: people.reduce((sum, { late }) => sum + late, 0),
      met: network.counts,
      outages: outages.all,
      ...verdict,
      wrong: [...verdict.wrong, ...unreadable, ...people.flatMap(({ problems }) => problems)],
    };
  } finally {
    if (browser?.connected) await killChromium(browser).catch(() => {});
    network.stop();
    await outages.stop().catch(() => {});
    await server.kill();
    database.remove();
    rmSync(profile, { recursive: true, force: true, maxRetries: 9 });
  }
}

/** In the page: tries to send all that waits, as a person does who presses "Try again". */
const tryNow = (): Promise<void> => (window as unknown as { outbox: Outbox }).outbox.flush({ refused: true });

/** In the page: what the device has. */
const look = (): Promise<Listed[]> => (window as unknown as { outbox: Outbox }).outbox.list();

/** In these runs each record has a text of its own, under which it is compared: a person who sends it again may do so under another id. */
const textOf = (record: unknown): string => {
  const { answers } = record as { answers: { item: string; values?: unknown[] }[] };
  return String(answers.find(({ item }) => item === 'p1')?.values?.[0]);
};

/** Of what is on the devices, the answers of the records in this state, by their texts. */
const withState = (listed: readonly Listed[], state: Listed['state']): Map<string, string> =>
  new Map(listed.flatMap((one) => (one.state === state && one.record ? [[textOf(one.record), JSON.stringify(textOf(one.record))] as const] : [])));

function startChromium(userDataDir: string): Promise<Browser> {
  const background = ['--disable-background-timer-throttling', '--disable-renderer-backgrounding', '--disable-backgrounding-occluded-windows'];
  const args = [...background, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  return puppeteer.launch({ executablePath: chromium!, userDataDir, args, protocolTimeout: 600_000 });
}
