import { expect } from '@open-wc/testing';
import '../../src/define/reflection.ts';
import '../../src/define/session.ts';
import '../../src/define/trust-questionnaire.ts';
import type { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import { clearOutboxes, openOutbox, type Outbox } from '../../src/outbox/index.ts';
import '../../src/locales/de.ts';
import { watchListeners } from '../contract/listener-watch.ts';
import { plain, until } from './fixtures/drafts.ts';
import { keeps, listen, mount, place } from './fixtures/host.ts';
import { choose, chooseAll, oneInside, put, read, send, settled, textBoxes } from './fixtures/person.ts';

const SAYS = 'If it cannot be sent at once, it is kept on this device until it can.';
const pulse = (attributes: Record<string, string> = {}, into?: Element): Promise<AttuneQuestionnaire> =>
  mount('attune-trust-questionnaire', { attributes: { length: 'pulse', who: 'Dr May', ...attributes }, ...(into && { into }) });

describe('a page with an outbox', () => {
  const browserFetch = globalThis.fetch;
  let outbox: Outbox | undefined;
  /** How many requests came to the endpoint. */
  let tries = 0;

  before(() => {
    globalThis.fetch = (address, init) => {
      if (!String(address).endsWith('/attune-records')) return browserFetch(address, init);
      tries++;
      return Promise.reject(new TypeError('Failed to fetch'));
    };
  });
  after(() => {
    globalThis.fetch = browserFetch;
  });
  afterEach(async () => {
    outbox?.close();
    await clearOutboxes();
  });
  const open = (): Outbox => (outbox = openOutbox({ url: '/attune-records', owner: 'ann' }));

  // The first test: afterwards there is one.
  it('says what is kept, also in a widget that came before the outbox; a page without one does not', async () => {
    const widget = await pulse();
    expect(read(widget)).not.to.contain(SAYS);
    open();
    await settled(widget);
    expect(plain(oneInside(widget, '[part=who-sees]'))).to.equal(`Who sees this: Dr May. ${SAYS}`);
    const home = await place();
    home.lang = 'de';
    expect(read(await pulse({}, home))).to.contain('bis dahin auf diesem Gerät aufbewahrt');
  });

  it('says it in the record too, if the record has a disclosure', async () => {
    open();
    const told = await pulse();
    const kept = keeps(told);
    await choose(told, 0, 1);
    await send(told);
    expect(kept[0]!.response.disclosure).to.equal(`Who sees this: Dr May. ${SAYS}`);
    const untold = await pulse({ who: '' });
    const keptToo = keeps(untold);
    await choose(untold, 0, 1);
    await send(untold);
    expect(keptToo[0]!.response.disclosure).to.equal(undefined);
  });

  it('does not say it where nothing is kept: on a shared device, in a form, in a reflection that stays', async () => {
    open();
    const form = document.createElement('form');
    (await place()).append(form);
    const session = await mount('attune-session', { attributes: { privacy: 'shared' }, children: '<attune-trust-questionnaire length="pulse"></attune-trust-questionnaire>' });
    const widgets = [
      await pulse({ privacy: 'shared' }),
      await pulse({}, form),
      session.querySelector<AttuneQuestionnaire>('attune-trust-questionnaire')!,
      await mount('attune-reflection', { attributes: { unsent: '' } }),
    ];
    for (const widget of widgets) expect(read(widget), widget.outerHTML).not.to.contain(SAYS);
  });

  it('that was closed listens to nothing of the page, and tries nothing when the device is online again', async () => {
    const page = watchListeners(window, document);
    const closed = openOutbox({ url: '/attune-records', owner: 'ben' });
    expect(page.listening()).to.have.members(['online', 'visibilitychange']);
    expect((await closed.send({ id: 'waits' })).state).to.equal('kept');
    closed.close();
    page.undo();
    expect(page.listening()).to.eql([]);
    tries = 0;
    dispatchEvent(new Event('online'));
    document.dispatchEvent(new Event('visibilitychange'));
    expect((await closed.list()).map(({ id }) => id)).to.eql(['waits']);
    expect(tries).to.equal(0);
  });

  it('lists what waits in the words that the person saw', async () => {
    open();
    const widget = await pulse();
    listen(widget, 'attune-submit', (event) => event.waitUntil(outbox!.send(event.detail.response)));
    await choose(widget, 0, 1);
    await send(widget);
    await until(async () => (await outbox!.list()).length, 'it waits');
    const [listed] = await outbox!.list();
    const [copy, ...others] = listed!.copies!;
    expect(others).to.eql([]);
    expect(copy!.title).to.equal('After today\'s session');
    expect(copy!.lines.every(({ label, text }) => label && text)).to.equal(true);
    expect(copy!.lines.filter(({ text }) => text === 'Left blank').length).to.equal(copy!.lines.length - 1);
  });

  it('keeps no text that stays in the widget, also if the record is sent', async () => {
    open();
    const widget = await mount<AttuneQuestionnaire>('attune-reflection');
    listen(widget, 'attune-submit', (event) => event.waitUntil(outbox!.send(event.detail.response)));
    await chooseAll(widget);
    for (const box of textBoxes(widget)) put(box, 'Only for me');
    await settled(widget);
    await send(widget);
    await until(async () => (await outbox!.list()).length, 'it waits');
    expect(JSON.stringify(await outbox!.list())).not.to.contain('Only for me');
  });
});
