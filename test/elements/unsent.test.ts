import { expect } from '@open-wc/testing';
import '../../src/define/trust-questionnaire.ts';
import '../../src/define/unsent.ts';
import type { AttuneUnsent } from '../../src/elements/unsent/unsent.ts';
import { clearOutboxes, openOutbox } from '../../src/outbox/index.ts';
import '../../src/locales/ar.ts';
import { elementContract } from '../contract/element-contract.ts';
import { printed } from '../contract/filling-contract.ts';
import { plain, until } from './fixtures/drafts.ts';
import { hear, listen, mount, place } from './fixtures/host.ts';
import { activate, buttons, choose, focused, inside, oneInside, press, read, send, settled } from './fixtures/person.ts';
import { WAITING, waitingRecords } from './fixtures/waiting-records.ts';

type Source = ReturnType<typeof waitingRecords>;

async function shown(outbox: Source, into?: Element): Promise<AttuneUnsent> {
  const widget = await mount<AttuneUnsent>('attune-unsent', { properties: { outbox }, children: '', ...(into && { into }) });
  await until(() => !outbox.records.length || inside(widget, 'article').length, 'it lists them');
  return widget;
}
const records = (widget: AttuneUnsent): string[] => inside(widget, 'article').map(plain);
/** Presses a button of one record. */
const pressIn = async (widget: AttuneUnsent, nth: number, label: string): Promise<void> => {
  const button = [...inside(widget, 'article')[nth]!.querySelectorAll('button')].find((one) => plain(one) === label);
  button!.click();
  await settled(widget);
};

elementContract({
  tag: 'attune-unsent',
  properties: { outbox: waitingRecords() },
  property: { name: 'headingLevel', value: 4, shows: 'Not sent yet' },
  children: '',
});

describe('attune-unsent', () => {
  it('shows nothing while nothing waits, and without an outbox', async () => {
    for (const widget of [await shown(waitingRecords([])), await mount<AttuneUnsent>('attune-unsent', { children: '' })]) {
      expect(read(widget)).to.equal('');
      expect(widget.getBoundingClientRect().height).to.equal(0);
    }
  });

  it('says of each record what it is, when it was sent, and what happens to it, and shows no answer', async () => {
    const widget = await shown(waitingRecords());
    const [waiting, refused, unreadable] = records(widget);
    expect(waiting).to.contain('§ After the session §').and.contain('2026').and.contain('It waits on this device');
    expect(refused).to.contain('It was not taken.');
    expect(unreadable).to.contain('Your answers').and.contain('It can no longer be read here');
    expect(read(widget)).not.to.contain('Never better');
    expect(inside(widget, 'h3').map((one) => one.getAttribute('aria-level'))).to.eql(['3', '3', '3']);
  });

  it('shows a copy of one record when the person asks for it, to print or save', async () => {
    const widget = await shown(waitingRecords());
    await pressIn(widget, 1, 'Keep a copy');
    expect(records(widget)[1]).to.contain('§ How are you? §').and.contain('§ Never better §');
    expect(records(widget)[0]).not.to.contain('Never better');
    expect(buttons(widget)).to.include.members(['Print', 'Save as a file', 'Close']);
    expect(focused()!.localName, 'the focus is at the record').to.equal('h3');
    const print = inside<HTMLElement>(widget, 'button').find((one) => plain(one) === 'Print')!;
    expect((await printed(() => print.click())).join()).to.contain('§ Never better §');
    await pressIn(widget, 1, 'Close');
    expect(read(widget)).not.to.contain('Never better');
    expect(inside(widget, 'iframe')).to.eql([]);
  });

  it('shows a record without words as it is, so that nothing is lost', async () => {
    const widget = await shown(waitingRecords([{ id: 'x', state: 'refused', savedAt: 0, record: { id: 'x', answers: ['mine'] } }]));
    await pressIn(widget, 0, 'Keep a copy');
    expect(records(widget)[0]).to.contain('"mine"');
  });

  it('erases one record after a question', async () => {
    const outbox = waitingRecords();
    const widget = await shown(outbox);
    await pressIn(widget, 1, 'Erase');
    expect(records(widget)[1]).to.contain('Erase your answers? They cannot be brought back.');
    await pressIn(widget, 1, 'Keep them');
    expect(outbox.records.length).to.equal(3);
    await pressIn(widget, 1, 'Erase');
    await pressIn(widget, 1, 'Erase');
    await until(() => read(widget).includes('Erased on this device.'), 'it says so');
    expect(outbox.records.map(({ id }) => id)).to.eql(['a', 'c']);
    expect(plain(focused()!)).to.equal('Erased on this device.');
  });

  it('says that it is erased, and not that it was sent, after the last one; and if it could not be erased', async () => {
    const outbox = waitingRecords(WAITING.slice(0, 1));
    const widget = await shown(outbox);
    outbox.refusal = new Error('blocked');
    await pressIn(widget, 0, 'Erase');
    const status = oneInside(widget, '[part=status]');
    const said: string[] = [];
    new MutationObserver(() => said.push(plain(status))).observe(status, { childList: true, characterData: true, subtree: true });
    await pressIn(widget, 0, 'Erase');
    await until(() => plain(status) === 'It could not be erased.', 'it says so');
    outbox.refusal = undefined;
    await pressIn(widget, 0, 'Erase');
    await pressIn(widget, 0, 'Erase');
    await until(() => !outbox.records.length && plain(status) === 'Erased on this device.', 'it is erased');
    expect(said.filter((text) => text.includes('waits'))).to.eql([]);
  });

  it('tries again, and says what came of it', async () => {
    const outbox = waitingRecords(WAITING, ({ state }) => state === 'unreadable');
    outbox.records.pop();
    const still = await shown(waitingRecords(WAITING.slice(0, 2)));
    await activate(still, 'Try again');
    await until(() => read(still).includes('It still did not send. It stays on this device.'), 'it says so');
    const widget = await shown(outbox);
    await activate(widget, 'Try again');
    await until(() => read(widget).includes('Nothing waits here any more.'), 'it says so');
    expect(outbox.tries).to.equal(1);
    expect(buttons(widget)).to.eql([]);
  });

  it('follows the outbox while it is in the page, and no longer', async () => {
    const outbox = waitingRecords(WAITING.slice(0, 1));
    const widget = await shown(outbox);
    outbox.records.push(WAITING[1]!);
    outbox.tell();
    await until(() => inside(widget, 'article').length === 2, 'it lists the new one');
    widget.remove();
    expect(outbox.listeners).to.equal(0);
    (await place()).append(widget);
    await settled(widget);
    expect(outbox.listeners).to.equal(1);
  });

  it('reports a storage that is blocked, and something that is no outbox', async () => {
    const outbox = waitingRecords([]);
    outbox.refusal = new DOMException('blocked', 'SecurityError');
    const widget = await mount<AttuneUnsent>('attune-unsent', { children: '' });
    const errors = hear(widget, 'attune-error');
    widget.outbox = outbox;
    await until(() => errors.length, 'it is reported');
    widget.outbox = {} as Source;
    await settled(widget);
    expect(errors.map(({ detail }) => detail.code)).to.eql(['cannot-list', 'bad-attribute']);
    expect(read(widget)).to.equal('');
  });

  it('has no accessibility problem that axe finds, with a copy open and a question open', async function () {
    this.timeout(30_000);
    const widget = await shown(waitingRecords());
    await expect(widget).to.be.accessible();
    await pressIn(widget, 0, 'Keep a copy');
    await expect(widget).to.be.accessible();
    await pressIn(widget, 0, 'Close');
    await pressIn(widget, 1, 'Erase');
    await expect(widget).to.be.accessible();
  });

  it('can be used with the keyboard alone', async () => {
    const widget = await shown(waitingRecords(WAITING.slice(0, 1)));
    inside<HTMLElement>(widget, 'button')[0]!.focus();
    await press('Enter');
    await settled(widget);
    expect(read(widget)).to.contain('Never better');
    await press('Tab');
    expect(plain(focused()!)).to.equal('Print');
  });

  it('fits into 320 px, also in Arabic, from right to left', async () => {
    const home = await place();
    home.style.width = '320px';
    for (const lang of ['en', 'ar']) {
      home.lang = lang;
      home.dir = lang === 'ar' ? 'rtl' : 'ltr';
      const widget = await shown(waitingRecords(), home);
      await pressIn(widget, 0, inside(widget, 'article button').map(plain)[0]!);
      expect(home.scrollWidth).to.be.at.most(320);
      expect(getComputedStyle(oneInside(widget, 'section')).direction).to.equal(home.dir);
      home.replaceChildren();
    }
  });

  it('lists what a real outbox keeps of a questionnaire, in the words of the questionnaire', async () => {
    const browserFetch = globalThis.fetch;
    globalThis.fetch = (address, init) => (String(address).endsWith('/nowhere') ? Promise.reject(new TypeError('Failed to fetch')) : browserFetch(address, init));
    const outbox = openOutbox({ url: '/nowhere', owner: 'ann' });
    try {
      const form = await mount('attune-trust-questionnaire', { attributes: { length: 'pulse' } });
      listen(form, 'attune-submit', (event) => event.waitUntil(outbox.send(event.detail.response)));
      await choose(form, 0, 1);
      const widget = await mount<AttuneUnsent>('attune-unsent', { properties: { outbox }, children: '' });
      await send(form);
      await until(() => read(widget).includes('After today’s session') || read(widget).includes("After today's session"), 'it is listed');
      await pressIn(widget, 0, 'Keep a copy');
      expect(read(widget)).to.contain('Left blank');
      await pressIn(widget, 0, 'Close');
      await pressIn(widget, 0, 'Erase');
      await activate(widget, 'Erase');
      await until(async () => !(await outbox.list()).length, 'it is erased');
    } finally {
      globalThis.fetch = browserFetch;
      outbox.close();
      await clearOutboxes();
    }
  });
});
