import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { openApp, settingsOf, type App } from './open-app.ts';
import { answers, can, type Opened } from './question.ts';
import { children } from './scenarios/children.ts';
import { draft } from './scenarios/draft.ts';
import { events } from './scenarios/events.ts';
import { everywhere } from './scenarios/everywhere.ts';
import { intake } from './scenarios/intake.ts';
import { late } from './scenarios/late.ts';
import { properties } from './scenarios/properties.ts';
import { server } from './scenarios/server.ts';
import { survey } from './scenarios/survey.ts';

/** `tools/hosts.mjs` sets these: the host, its built application, and where its answers for the table go. */
const { HOST_NAME: name = '', HOST_FOLDER: folder = '', HOST_ANSWERS: file } = process.env;

const scenarios: Record<string, (app: Opened) => void> = { intake, survey, properties, children, draft, events, server, late };

const settings = settingsOf(folder);
const own = new URL(`../${name}/own.ts`, import.meta.url);
const { default: addOwn } = (existsSync(own) ? await import(own.href) : {}) as { default?: (app: Opened) => void };

describe(settings.title, () => {
  let app: App;
  before(async () => {
    app = await openApp(folder);
  });
  after(async () => {
    await app?.close();
    if (file) writeFileSync(file, JSON.stringify({ title: settings.title, answers, can, ways: settings.everywhere ?? {} }));
  });

  test('names only scenarios that there are', () => {
    assert.deepEqual(settings.scenarios.filter((scenario) => !scenarios[scenario]), []);
  });
  for (const scenario of settings.scenarios) scenarios[scenario]?.(() => app);
  everywhere(() => app, settings.everywhere ?? {});
  addOwn?.(() => app);
});
