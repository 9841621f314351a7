import { aTimeout, expect } from '@open-wc/testing';
import '../../src/define/questionnaire.ts';
import { eraseDrafts } from '../../src/drafts/index.ts';
import type { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import { clearOutboxes, openOutbox, type Outbox } from '../../src/outbox/index.ts';
import { onDevice } from '../../src/storage/on-device.ts';
import { everyType } from './fixtures/definitions.ts';
import { ASKED, kept, leave, notice, ownStore, says, sleeps, until } from './fixtures/drafts.ts';
import { listen, mount } from './fixtures/host.ts';
import { activate, choose, read, send } from './fixtures/person.ts';

type Widget = AttuneQuestionnaire;

const browserFetch = globalThis.fetch;
/** What the endpoint answers: a status, or `0` while it is away. */
let endpoint = 0;
/** The ids of the records that arrived. */
const arrived: string[] = [];

/** Another one in each test. */
let draftKey = 'ann-0';
let count = 0;
let outbox: Outbox;

const open = async (place: 'session' | 'device', properties: Record<string, unknown> = {}): Promise<Widget> => {
  const widget = await mount<Widget>('attune-questionnaire', { attributes: { autosave: place }, properties: { instrument: everyType, draftKey, ...properties } });
  listen(widget, 'attune-submit', (event) => event.waitUntil(outbox.send(event.detail.response)));
  return widget;
};
const drafts = async (): Promise<number> => {
  const names = [...Object.keys(sessionStorage), ...(await onDevice.entries()).map(({ name }) => name)];
  return names.filter((name) => name.startsWith('attune-draft:')).length;
};

describe('a draft whose record goes into an outbox', () => {
  before(() => {
    globalThis.fetch = async (address, init) => {
      if (!String(address).endsWith('/attune-records')) return browserFetch(address, init);
      if (!endpoint) throw new TypeError('Failed to fetch');
      arrived.push((JSON.parse(new TextDecoder().decode(init!.body as Uint8Array)) as { id: string }).id);
      return new Response(null, { status: endpoint });
    };
  });
  after(async () => {
    globalThis.fetch = browserFetch;
    await eraseDrafts();
  });
  beforeEach(async () => {
    endpoint = 0;
    arrived.length = 0;
    draftKey = `ann-${++count}`;
    await eraseDrafts();
    outbox = openOutbox({ url: '/attune-records', owner: 'ann' });
  });
  afterEach(async () => {
    outbox.close();
    await clearOutboxes();
  });

  for (const place of ['session', 'device'] as const) {
    it(`is gone when the record waits on the device, and does not come back when it was sent: ${place}`, async () => {
      const widget = await kept(await open(place));
      await until(async () => (await drafts()) === 1, 'there is a draft');
      await send(widget);
      await until(() => read(widget).includes('Kept on this device until it can be sent'), 'it is kept');
      await until(async () => !(await drafts()), 'the draft is gone');
      expect(notice(widget), 'one message about it is enough').to.equal('');
      const { id } = widget.value!;
      expect((await outbox.list()).map((one) => one.id)).to.deep.equal([id]);
      await leave(widget);
      const next = await open(place);
      await says(next, ASKED);
      endpoint = 201;
      await outbox.flush({ refused: true });
      expect(arrived).to.deep.equal([id]);
      await leave(next);
      await says(await open(place), ASKED);
    });
  }

  it('is not offered if the browser was killed before it was gone, neither while the record waits nor after it was sent', async () => {
    const store = ownStore();
    const widget = await kept(await open('device', { draftStore: store }));
    await until(() => store.texts.size, 'there is a draft');
    const draft = [...store.texts];
    await send(widget);
    await until(() => !store.texts.size, 'it is gone');
    await leave(widget);
    for (const status of [0, 201]) {
      endpoint = status;
      await outbox.flush({ refused: true });
      for (const [name, text] of draft) store.texts.set(name, text);
      const next = await open('device', { draftStore: store });
      await says(next, 'May this page keep');
      expect(sleeps(next)).to.deep.equal([]);
      expect(store.texts.size, 'it is erased').to.equal(0);
      await leave(next);
    }
    expect(arrived.length).to.equal(1);
  });

  it('begins again with the next change, which makes another record', async () => {
    const widget = await kept(await open('device'));
    await send(widget);
    await until(() => read(widget).includes('Kept on this device'), 'it is kept');
    const { id } = widget.value!;
    await activate(widget, 'Change my answers');
    await choose(widget, 'Do you sleep well?', 'No');
    await until(async () => (await drafts()) === 1, 'there is a draft');
    await says(widget, 'Your answers are kept on this device');
    await leave(widget);
    const next = await open('device');
    await says(next, 'We kept your answers');
    await activate(next, 'Go on');
    expect(sleeps(next)).to.deep.equal(['No']);
    expect(next.value!.replaces).to.equal(id);
  });

  it('stays while the record can neither be kept nor sent', async () => {
    const store = ownStore();
    const widget = await kept(await open('device', { draftStore: store }));
    const { setAll } = onDevice;
    onDevice.setAll = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    try {
      await send(widget);
      await until(() => read(widget).includes('Try again'), 'it could not be sent');
      await aTimeout(350);
    } finally {
      onDevice.setAll = setAll;
    }
    expect([...store.texts.values()].join()).to.contain('completed');
    await leave(widget);
    const next = await open('device', { draftStore: store });
    await says(next, 'We kept your answers');
    endpoint = 201;
    await activate(next, 'Go on');
    await send(next);
    await until(() => read(next).includes('Saved.'), 'it is sent');
    await until(() => !store.texts.size, 'the draft is gone');
  });

  it('notes nothing about a record without a draft', async () => {
    const widget = await open('device');
    await says(widget, ASKED);
    await choose(widget, 'Do you sleep well?', 'Yes');
    await send(widget);
    await until(async () => (await outbox.list()).length, 'the outbox has it');
    expect((await onDevice.entries()).map(({ name }) => name.replace(/[^:]*$/, ''))).to.deep.equal([`attune-outbox:ann:${location.origin}/attune-records:`]);
  });
});
