import { aTimeout, expect } from '@open-wc/testing';
import '../../src/define/questionnaire.ts';
import '../../src/define/session.ts';
import '../../src/define/trust-questionnaire.ts';
import { eraseDrafts, type DraftStore } from '../../src/drafts/index.ts';
import type { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import type { Response } from '../../src/core/record/response.ts';
import '../../src/locales/de.ts';
import '../../src/locales/de/drafts.ts';
import { everyType } from './fixtures/definitions.ts';
import { ASKED, kept, leave, notice, ownStore, plain, says, sleeps, until, type OwnStore } from './fixtures/drafts.ts';
import { hear, keeps, keepsLater, mount, place, warnings, type Placed } from './fixtures/host.ts';
import { activate, buttons, choose, field, focused, inside, oneInside, press, put, read, send, settled, type as typeInto } from './fixtures/person.ts';

type Widget = AttuneQuestionnaire;

/** Another one in each test. */
let draftKey = 'ann-0';
let count = 0;

const open = (more: Placed = {}): Promise<Widget> => mount<Widget>('attune-questionnaire', { ...more, properties: { instrument: everyType, draftKey, ...more.properties } });
const withStore = (draftStore: OwnStore | DraftStore, more: Record<string, unknown> = {}): Promise<Widget> => open({ properties: { draftStore, ...more } });
const inTab = (attributes: Record<string, string> = {}): Promise<Widget> => open({ attributes: { autosave: 'session', ...attributes } });
const onDevice = (attributes: Record<string, string> = {}): Promise<Widget> => open({ attributes: { autosave: 'device', ...attributes } });

/** The same store in another tab. Two widgets of one page cannot have one draft. */
const inOtherTab = (store: OwnStore): Promise<Widget> => withStore({ ...store });

const textIn = ({ texts }: OwnStore): string => [...texts.values()].join();

describe('drafts', () => {
  beforeEach(() => {
    draftKey = `ann-${++count}`;
    return eraseDrafts();
  });
  after(() => eraseDrafts());

  describe('for everyone', () => {
    const aside = (text: string): string => text.replace('"aside":[]', '"aside":[["old","How is the room?","Too bright"]]');

    it('axe finds no problem in what the widget says: asked, kept, found, put aside, elsewhere, failed', async function () {
      this.timeout(60_000);
      const store = ownStore();
      const asked = await withStore(store);
      await says(asked, 'May this page keep');
      await expect(asked).to.be.accessible();
      const keeps = await kept(asked);
      await expect(keeps).to.be.accessible();
      await until(() => store.texts.size, 'it is written');
      const elsewhere = await inOtherTab(store);
      await says(elsewhere, 'Your answers are open in another tab');
      await expect(elsewhere).to.be.accessible();
      store.refusal = new Error('full');
      await choose(keeps, 'Do you sleep well?', 'No');
      await says(keeps, 'Your answers cannot be kept');
      await expect(keeps).to.be.accessible();
      store.refusal = undefined;
      await leave(elsewhere);
      await leave(keeps);
      for (const [name, text] of store.texts) store.texts.set(name, aside(text));
      const found = await withStore(store);
      await says(found, 'We kept your answers');
      await expect(found).to.be.accessible();
      await activate(found, 'Go on');
      await says(found, '1 answer does not fit any more:');
      await expect(found).to.be.accessible();
    });

    it('can be answered with the keyboard alone, and says what was done where the focus is', async () => {
      const widget = await withStore(ownStore());
      await says(widget, 'May this page keep');
      inside<HTMLElement>(widget, '[part=draft] button')[0]!.focus();
      await press('Tab');
      expect(plain(focused()!)).to.equal('Do not keep them');
      await press('Enter');
      await says(widget, 'Your answers are not kept.');
      expect(plain(focused()!)).to.equal('Your answers are not kept.');
      await press('Tab');
      expect(plain(focused()!)).to.equal('Keep them');
    });
  });

  describe('before the person has agreed', () => {
    it('nothing is stored, and the widget asks', async () => {
      const store = ownStore();
      for (const widget of [await inTab(), await onDevice(), await withStore(store)]) {
        await until(() => buttons(widget).includes('Keep them'), 'it asks');
        await choose(widget, 'Do you sleep well?', 'Yes');
        await leave(widget);
      }
      expect(store.texts.size).to.equal(0);
      expect(sessionStorage.length).to.equal(0);
      for (const again of [await inTab(), await onDevice()]) {
        await until(() => buttons(again).includes('Keep them'), 'it asks again');
        expect(sleeps(again)).to.deep.equal([]);
      }
    });

    it('it says where the answers would be, and for how long', async () => {
      const tab = await inTab();
      await says(tab, `${ASKED} in this tab until you send them`);
      const device = await onDevice();
      await says(device, `${ASKED} on this device until you send them, for 7 days at most`);
      await leave(device);
      const day = await onDevice({ 'draft-days': '1' });
      await says(day, 'for 1 day at most');
    });

    it('the person can say no, and change their mind', async () => {
      const store = ownStore();
      const widget = await withStore(store);
      await says(widget, 'May this page keep your answers');
      await activate(widget, 'Do not keep them');
      expect(notice(widget)).to.contain('Your answers are not kept.');
      expect(plain(focused()!)).to.equal('Your answers are not kept.');
      await choose(widget, 'Do you sleep well?', 'Yes');
      await leave(widget);
      expect(store.texts.size).to.equal(0);
      const again = await withStore(store);
      await says(again, 'May this page keep');
      await activate(again, 'Do not keep them');
      await choose(again, 'Do you sleep well?', 'No');
      await activate(again, 'Keep them');
      await until(() => textIn(store).includes('no'), 'what was answered before is kept');
    });

    it('pressing twice agrees once', async () => {
      const store = ownStore();
      const widget = await withStore(store);
      await says(widget, 'May this page keep');
      const agree = inside<HTMLButtonElement>(widget, '[part=draft] button')[0]!;
      agree.click();
      agree.click();
      await says(widget, 'This page keeps your answers');
      await aTimeout(1000);
      expect(notice(widget)).to.contain('This page keeps your answers');
    });

    it('a widget without autosave does nothing, and looks as before', async () => {
      const widget = await open();
      await choose(widget, 'Do you sleep well?', 'Yes');
      await aTimeout(50);
      expect(notice(widget)).to.equal('');
      expect(oneInside(widget, '[part=draft]').getBoundingClientRect().height).to.equal(0);
    });
  });

  for (const [name, again] of [['this tab', inTab], ['this device', onDevice]] as const) {
    describe(`kept on ${name}`, () => {
      it('the answers come back if the person goes on', async () => {
        const widget = await kept(await again());
        await typeInto(field(widget, 'A name for it'), 'Bear');
        put(field(widget, 'Hours of sleep'), 'many');
        await settled(widget);
        const before = widget.value!;
        await leave(widget);
        const next = await again();
        await says(next, 'We kept your answers from');
        expect(sleeps(next)).to.deep.equal([]);
        expect(next.value).to.equal(null);
        await activate(next, 'Go on');
        expect(sleeps(next)).to.deep.equal(['Yes']);
        expect(field(next, 'A name for it').value).to.equal('Bear');
        expect(field(next, 'Hours of sleep').value).to.equal('many');
        expect(next.value).to.deep.equal(before);
        await says(next, `kept ${name === 'this tab' ? 'in' : 'on'} ${name}`);
      });

      it('and are gone if the person starts again', async () => {
        await leave(await kept(await again()));
        const next = await again();
        await says(next, 'We kept your answers from');
        await activate(next, 'Start again');
        await says(next, ASKED);
        await leave(next);
        await says(await again(), ASKED);
      });

      it('they are gone after they were saved, erased, or reset', async () => {
        const endings: ((widget: Widget) => Promise<unknown> | void)[] = [
          async (widget) => {
            keeps(widget);
            await send(widget);
            await until(() => read(widget).includes('Saved.'), 'it is saved');
          },
          async (widget) => {
            await activate(widget, 'Stop and erase');
            await activate(widget, 'Erase');
          },
          (widget) => widget.reset(),
          (widget) => activate(widget, 'Stop keeping them'),
        ];
        for (const end of endings) {
          const widget = await kept(await again());
          await aTimeout(300);
          await end(widget);
          await leave(widget);
          const next = await again();
          await says(next, ASKED);
          await leave(next);
        }
      });
    });
  }

  describe('on the device', () => {
    it('no script can read an answer in the database, and nothing is in sessionStorage', async () => {
      const widget = await kept(await onDevice());
      await typeInto(field(widget, 'A name for it'), 'Secretly');
      await leave(widget);
      const database = await new Promise<IDBDatabase>((done) => {
        const request = indexedDB.open('attune');
        request.onsuccess = () => done(request.result);
      });
      const stored = await new Promise<{ data: ArrayBuffer }[]>((done) => {
        const request = database.transaction('texts').objectStore('texts').getAll();
        request.onsuccess = () => done(request.result as { data: ArrayBuffer }[]);
      });
      database.close();
      expect(stored.length).to.equal(1);
      expect(new TextDecoder().decode(stored[0]!.data)).not.to.contain('Secretly');
      expect(sessionStorage.length).to.equal(0);
    });

    it('a draft that is still being written is erased too', async () => {
      const widget = await kept(await onDevice());
      await aTimeout(400);
      await typeInto(field(widget, 'A name for it'), 'Bear');
      void leave(widget);
      await eraseDrafts();
      await aTimeout(200);
      await says(await onDevice(), ASKED);
    });

    it('an answer that was not yet written when the drafts were erased is not written', async () => {
      for (const open of [onDevice, inTab]) {
        const widget = await kept(await open());
        await eraseDrafts();
        await leave(widget);
        await says(await open(), ASKED);
      }
    });

    it('erasing the drafts of one person loses no answer of another', async () => {
      const widget = await kept(await onDevice());
      await eraseDrafts('ben-1');
      await leave(widget);
      await says(await onDevice(), 'We kept your answers');
    });

    it('nothing is kept without a draft-key, and the host is told', async () => {
      const widget = await open({ attributes: { autosave: 'device' }, properties: { draftKey: '' } });
      await aTimeout(50);
      expect(notice(widget)).to.equal('');
      expect(warnings.join()).to.contain('no-draft-key');
    });

    it('another draft-key, instrument or option is another draft', async () => {
      await leave(await kept(await onDevice()));
      const other = await open({ attributes: { autosave: 'device' }, properties: { draftKey: 'ben-1' } });
      await says(other, ASKED);
      const another = await open({ attributes: { autosave: 'device' }, properties: { instrument: { ...everyType, id: 'another' } } });
      await says(another, ASKED);
      await says(await onDevice(), 'We kept your answers');
    });
  });

  describe('an instrument that was updated', () => {
    const updated = { ...everyType, version: '2.0.0', items: everyType.items.filter(({ id }) => id !== 'sleep') };

    it('takes the answers that fit, and shows and reports the others', async () => {
      const store = ownStore();
      const widget = await kept(await withStore(store));
      put(field(widget, 'A name for it'), 'Bear');
      await leave(widget);
      const next = await withStore(store, { instrument: updated });
      const errors = hear(next, 'attune-error');
      await says(next, 'We kept your answers');
      expect(read(next)).not.to.contain('Do you sleep well?');
      await activate(next, 'Go on');
      await says(next, '1 answer does not fit any more:Do you sleep well? Yes');
      expect(field(next, 'A name for it').value).to.equal('Bear');
      expect(errors.map(({ detail: { code, message } }) => `${code} ${message.includes('sleep')}`)).to.deep.equal(['draft-aside true']);
      await leave(next);
      const third = await withStore(store, { instrument: updated });
      await says(third, 'We kept your answers');
      await activate(third, 'Go on');
      await says(third, 'Do you sleep well? Yes');
      await activate(third, 'Close');
      expect(notice(third)).not.to.contain('Do you sleep well?');
      await until(() => !textIn(store).includes('Do you sleep'), 'it is not kept any more');
    });
  });

  describe('a store that takes its time', () => {
    const slow = (store: OwnStore, milliseconds: number): DraftStore => ({
      ...store,
      set: (key, text) => aTimeout(milliseconds).then(() => store.set(key, text)),
      delete: (key) => aTimeout(milliseconds).then(() => store.delete(key)),
    });

    it('a widget that comes while the last one still writes has those answers', async () => {
      const draftStore = slow(ownStore(), 400);
      await leave(await kept(await withStore(draftStore)));
      const next = await withStore(draftStore);
      await says(next, 'We kept your answers from');
      await activate(next, 'Go on');
      expect(sleeps(next)).to.deep.equal(['Yes']);
    });

    it('a widget that comes while the last one still erases has none', async () => {
      const draftStore = slow(ownStore(), 400);
      const widget = await kept(await withStore(draftStore));
      await aTimeout(800);
      await activate(widget, 'Stop keeping them');
      await leave(widget);
      await says(await withStore(draftStore), 'May this page keep');
    });
  });

  describe('a browser that restores what was here before a newer draft', () => {
    /** Loads the page again with the state that the browser kept of an earlier visit. */
    const again = async (draftStore: OwnStore, state: string): Promise<Widget> => {
      const widget = await open();
      (widget as unknown as { formStateRestoreCallback(state: string): void }).formStateRestoreCallback(state);
      widget.draftStore = draftStore;
      await settled(widget);
      return widget;
    };
    const typed = (widget: Widget): string => field(widget, 'A name for it').value;

    it('the person is asked, and has the newer answers if they go on', async () => {
      const store = ownStore();
      const first = await kept(await withStore(store));
      put(field(first, 'A name for it'), 'Bear');
      const state = JSON.stringify(first.value);
      await leave(first);
      const second = await withStore(store);
      await says(second, 'We kept your answers');
      await activate(second, 'Go on');
      put(field(second, 'A name for it'), 'Otter');
      await leave(second);
      const third = await again(store, state);
      await says(third, 'We kept your answers');
      await activate(third, 'Go on');
      expect(typed(third)).to.equal('Otter');
      expect(third.value!.id).to.equal(first.value!.id);
      expect(textIn(store)).to.contain('Otter');
    });

    it('what the person has written since is newer still', async () => {
      const store = ownStore();
      const first = await kept(await withStore(store));
      const state = JSON.stringify(first.value);
      put(field(first, 'A name for it'), 'Bear');
      await leave(first);
      const next = await again(store, state);
      await says(next, 'We kept your answers');
      put(field(next, 'A name for it'), 'Owl');
      await activate(next, 'Go on');
      expect(typed(next)).to.equal('Owl');
    });

    it('nothing is asked if it is what is in the draft', async () => {
      const store = ownStore();
      const first = await kept(await withStore(store));
      const state = JSON.stringify(first.value);
      await leave(first);
      await says(await again(store, state), 'This page keeps your answers');
    });
  });

  describe('what the browser is given to restore', () => {
    const { setFormValue } = ElementInternals.prototype;
    const states: unknown[] = [];
    beforeEach(() => {
      states.length = 0;
      ElementInternals.prototype.setFormValue = function (this: ElementInternals, ...given: Parameters<typeof setFormValue>) {
        states.push(given[1]);
        setFormValue.apply(this, given);
      };
    });
    afterEach(() => {
      ElementInternals.prototype.setFormValue = setFormValue;
    });

    it('is nothing while a draft has the answers, and all of them as soon as it has not', async () => {
      const widget = await withStore(ownStore());
      await choose(widget, 'Do you sleep well?', 'Yes');
      expect(states.at(-1)).to.contain('"yes"');
      await says(widget, 'May this page keep');
      await activate(widget, 'Keep them');
      await says(widget, 'This page keeps your answers');
      expect(states.at(-1)).to.equal(null);
      put(field(widget, 'A name for it'), 'Bear');
      expect(states.at(-1)).to.equal(null);
      await activate(widget, 'Stop keeping them');
      await says(widget, 'Your answers are not kept');
      expect(states.at(-1)).to.contain('"yes"').and.contain('Bear');
    });

    it('is all answers while the store refuses them', async () => {
      const store = ownStore();
      const widget = await kept(await withStore(store));
      store.refusal = new Error('full');
      put(field(widget, 'A name for it'), 'Bear');
      await says(widget, 'Your answers cannot be kept');
      expect(states.at(-1)).to.contain('"yes"').and.contain('Bear');
    });

    it('is nothing of what is written where the draft was taken away', async () => {
      const store = ownStore();
      const widget = await kept(await withStore(store));
      await until(() => store.texts.size, 'it is written');
      const other = await inOtherTab(store);
      await says(other, 'Your answers are open in another tab');
      await activate(other, 'Go on here');
      await says(widget, 'You went on in another tab');
      put(field(widget, 'A name for it'), 'Bear');
      expect(states.at(-1)).to.equal(null);
    });
  });

  describe('what a store returns', () => {
    it('is survived and reported if it is no draft, or that of another person', async () => {
      const store = ownStore();
      await leave(await kept(await withStore(store, { subject: 'ann' })));
      const [name, text] = [...store.texts][0]!;
      const foreign = await withStore(store, { subject: 'ben' });
      await until(() => warnings.join().includes('bad-draft'), 'it is reported');
      expect(notice(foreign)).to.equal('');
      expect(store.texts.get(name)).to.equal(text);
      await leave(foreign);
      for (const wrong of ['', 'x', '{}', 'null', text.slice(0, -9), text.replace('"attune-draft":1', '"attune-draft":9')]) {
        warnings.length = 0;
        store.texts.set(name, wrong);
        const widget = await withStore(store);
        await says(widget, 'May this page keep');
        expect(warnings.join()).to.contain('bad-draft');
        await leave(widget);
      }
    });

    it('is over after its days', async () => {
      const store = ownStore();
      await leave(await kept(await withStore(store)));
      const [name, text] = [...store.texts][0]!;
      const { savedAt } = JSON.parse(text) as { savedAt: number };
      store.texts.set(name, text.replace(`${savedAt}`, `${savedAt - 8 * 86_400_000}`));
      await says(await withStore(store), 'May this page keep');
      expect(store.texts.size).to.equal(0);
    });

    it('can be a refusal: the person and the host are told, and the answers stay', async () => {
      const store = ownStore();
      const widget = await kept(await withStore(store));
      await until(() => textIn(store).includes('yes'), 'it is written');
      store.refusal = new DOMException('full', 'QuotaExceededError');
      await choose(widget, 'Do you sleep well?', 'No');
      await says(widget, 'Your answers cannot be kept');
      expect(warnings.join()).to.contain('draft-not-kept').and.contain('QuotaExceededError');
      expect(sleeps(widget)).to.deep.equal(['No']);
      store.refusal = undefined;
      put(field(widget, 'A name for it'), 'Bear');
      await says(widget, 'This page keeps your answers');
      await until(() => textIn(store).includes('Bear'), 'it is written again');
      store.refusal = new Error('offline');
      await activate(widget, 'Stop keeping them');
      await says(widget, 'could not be erased');
    });

    it('can be a refusal from the beginning: the host is told, and the person is not asked', async () => {
      const store = ownStore();
      store.refusal = new DOMException('blocked', 'SecurityError');
      const widget = await withStore(store);
      await until(() => warnings.join().includes('draft-not-kept'), 'it is reported');
      expect(notice(widget)).to.equal('');
      await choose(widget, 'Do you sleep well?', 'Yes');
      expect(sleeps(widget)).to.deep.equal(['Yes']);
    });

    it('a store without the three methods is reported', async () => {
      await withStore({ get: () => '' } as unknown as DraftStore);
      expect(warnings.join()).to.contain('draftStore');
    });

    it('a Map is a store', async () => {
      const texts = new Map<string, string>();
      await leave(await kept(await withStore(texts)));
      const [[key, text]] = [...texts] as [[string, string]];
      expect(key).to.equal(`attune-draft:${draftKey}:every-type`);
      expect((JSON.parse(text) as { parts: { state: string }[] }).parts[0]!.state).to.contain('"sleep"');
    });
  });

  describe('what stands in the widget', () => {
    it('is written at once when the page is left, for a store that is not asynchronous', async () => {
      const texts = new Map<string, string>();
      const widget = await kept(await withStore(texts));
      await aTimeout(300);
      put(field(widget, 'A name for it'), 'Last');
      dispatchEvent(new PageTransitionEvent('pagehide'));
      expect([...texts.values()].join()).to.contain('Last');
    });

    it('is one with the draft if the person answered before they went on', async () => {
      const store = ownStore();
      const widget = await kept(await withStore(store));
      const { id } = widget.value!;
      put(field(widget, 'A name for it'), 'Bear');
      await leave(widget);
      const next = await withStore(store);
      await choose(next, 'Do you sleep well?', 'No');
      await says(next, 'We kept your answers');
      await activate(next, 'Go on');
      expect(sleeps(next)).to.deep.equal(['No']);
      expect(field(next, 'A name for it').value).to.equal('Bear');
      expect(next.value!.id).to.equal(id);
    });

    it('gives way to the draft if it came from the host', async () => {
      const store = ownStore();
      const widget = await kept(await withStore(store));
      const older = widget.value as Response;
      await choose(widget, 'Do you sleep well?', 'No');
      await leave(widget);
      const next = await withStore(store, { value: older });
      await says(next, 'We kept your answers');
      expect(sleeps(next)).to.deep.equal(['Yes']);
      await activate(next, 'Go on');
      expect(sleeps(next)).to.deep.equal(['No']);
    });

    it('goes on without a question if the widget was only moved in the page', async () => {
      const store = ownStore();
      const widget = await kept(await withStore(store));
      const parent = await place();
      widget.remove();
      await aTimeout(50);
      parent.append(widget);
      await says(widget, 'This page keeps your answers');
      expect(sleeps(widget)).to.deep.equal(['Yes']);
    });

    it('is sent again under the same id after a reload while it was not confirmed', async () => {
      const store = ownStore();
      const widget = await kept(await withStore(store));
      const first = keepsLater(widget);
      await send(widget);
      await until(() => textIn(store).includes('completed'), 'the sent record is kept');
      await leave(widget);
      const next = await withStore(store);
      const second = keepsLater(next);
      await says(next, 'We kept your answers');
      await activate(next, 'Go on');
      await send(next);
      expect(second[0]!.response).to.deep.equal(first[0]!.response);
      await second[0]!.keep();
      await until(() => !store.texts.size, 'it is gone');
    });
  });

  describe('a second tab with the same draft', () => {
    it('says so, and the person can leave it there', async () => {
      const store = ownStore();
      const first = await kept(await withStore(store));
      await until(() => store.texts.size, 'it is written');
      const second = await inOtherTab(store);
      await says(second, 'Your answers are open in another tab');
      expect(sleeps(second)).to.deep.equal([]);
      await activate(second, 'Leave them there');
      await choose(second, 'Do you sleep well?', 'No');
      await aTimeout(350);
      expect(textIn(store)).to.contain('yes').and.not.contain('\\"no\\"');
      expect(notice(first)).to.contain('This page keeps your answers');
    });

    it('takes it over if the person goes on there, and the first one writes no more', async () => {
      const store = ownStore();
      const first = await kept(await withStore(store));
      await until(() => store.texts.size, 'it is written');
      const second = await inOtherTab(store);
      await says(second, 'Your answers are open in another tab');
      await activate(second, 'Go on here');
      await says(second, 'This page keeps your answers');
      expect(sleeps(second)).to.deep.equal(['Yes']);
      await says(first, 'You went on in another tab');
      put(field(first, 'A name for it'), 'Here');
      put(field(second, 'A name for it'), 'There');
      await until(() => textIn(store).includes('There'), 'the second one writes');
      await aTimeout(350);
      expect(textIn(store)).not.to.contain('Here');
      await activate(first, 'Go on here');
      await says(second, 'You went on in another tab');
      await says(first, 'This page keeps your answers');
      expect(field(first, 'A name for it').value).to.equal('There');
    });

    it('can still send its own answers, under a new id; the newer answers of the other tab arrive too', async () => {
      const store = ownStore();
      const first = await kept(await withStore(store));
      await until(() => store.texts.size, 'it is written');
      const { id } = first.value!;
      const second = await inOtherTab(store);
      await says(second, 'Your answers are open in another tab');
      await activate(second, 'Go on here');
      await says(first, 'You went on in another tab');
      put(field(second, 'A name for it'), 'Bear');
      await until(() => textIn(store).includes('Bear'), 'the newer answers are written');
      const [older, newer] = [keeps(first), keeps(second)];
      await send(first);
      expect(JSON.stringify(older[0]!.response.answers)).to.contain('yes').and.not.contain('Bear');
      expect(textIn(store)).to.contain('Bear');
      await send(second);
      expect(JSON.stringify(newer[0]!.response.answers)).to.contain('yes').and.contain('Bear');
      expect([newer[0]!.response.id === id, older[0]!.response.id === id]).to.deep.equal([true, false]);
      await until(() => !store.texts.size, 'the draft was sent');
    });

    it('sends a record again unchanged that was sent before, and not confirmed', async () => {
      const store = ownStore();
      const first = await kept(await withStore(store));
      const attempts = keepsLater(first);
      await send(first);
      await until(() => textIn(store).includes('completed'), 'the sent record is kept');
      const second = await inOtherTab(store);
      await says(second, 'Your answers are open in another tab');
      await activate(second, 'Go on here');
      await says(second, 'This page keeps your answers');
      await settled(first);
      const again = keepsLater(second);
      await send(second);
      expect(again[0]!.response).to.deep.equal(attempts[0]!.response);
      expect(first.value).to.deep.equal(attempts[0]!.response);
    });

    it('finds nothing to go on with if the first one has sent its answers, and says so', async () => {
      const store = ownStore();
      const first = await kept(await withStore(store));
      await until(() => store.texts.size, 'it is written');
      const second = await inOtherTab(store);
      await says(second, 'Your answers are open in another tab');
      await activate(second, 'Go on here');
      await says(first, 'You went on in another tab');
      await says(second, 'This page keeps your answers');
      keeps(second);
      await send(second);
      await until(() => !store.texts.size, 'it is saved');
      await leave(second);
      await activate(first, 'Go on here');
      await says(first, 'sent or erased on another page');
      expect(first.value).to.equal(null);
    });

    it('that it left there is asked for before anything is written over it', async () => {
      const store = ownStore();
      const first = await kept(await withStore(store));
      await until(() => store.texts.size, 'it is written');
      const second = await inOtherTab(store);
      await says(second, 'Your answers are open in another tab');
      await activate(second, 'Leave them there');
      put(field(second, 'A name for it'), 'Here');
      await leave(first);
      await activate(second, 'Keep them');
      await says(second, 'We kept your answers');
      expect(textIn(store)).to.contain('yes').and.not.contain('Here');
      await activate(second, 'Go on');
      await until(() => textIn(store).includes('Here') && textIn(store).includes('yes'), 'both are kept');
    });
  });

  describe('two widgets of one page', () => {
    it('cannot have one draft: the first one has it, the second keeps nothing, and the host is told', async () => {
      const first = await kept(await inTab());
      const second = await inTab();
      await until(() => warnings.join().includes('draft-not-kept'), 'it is reported');
      expect(warnings.join()).to.contain('another widget of this page');
      await choose(second, 'Do you sleep well?', 'No');
      await settled(first);
      expect(notice(second)).to.equal('');
      expect(notice(first)).to.contain('kept in this tab');
      await leave(first);
      expect(sessionStorage.getItem(sessionStorage.key(0)!)).to.contain('yes').and.not.contain('\\"no\\"');
      await says(second, 'We kept your answers');
    });

    it('have a draft each if they have a key each', async () => {
      await kept(await inTab());
      const other = await open({ attributes: { autosave: 'session' }, properties: { draftKey: 'another' } });
      await kept(other);
      expect(notice(other)).to.contain('kept in this tab');
      await until(() => sessionStorage.length === 2, 'both are written');
    });
  });

  describe('a page that comes back from the back-forward cache', () => {
    const hide = (): void => void dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    const back = (): void => void dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    /** The person has left a page with this widget, and goes on with the draft on another one. */
    const goneOn = async (store: OwnStore): Promise<Widget> => {
      const next = await inOtherTab(store);
      await says(next, 'We kept your answers');
      await activate(next, 'Go on');
      await says(next, 'This page keeps your answers');
      return next;
    };
    const begun = async (store: OwnStore): Promise<Widget> => {
      const widget = await kept(await withStore(store));
      await until(() => store.texts.size, 'it is written');
      hide();
      return widget;
    };

    it('goes on as before if nothing has happened in the meantime', async () => {
      const store = ownStore();
      const widget = await begun(store);
      back();
      await says(widget, 'This page keeps your answers');
      await choose(widget, 'Do you sleep well?', 'No');
      await until(() => textIn(store).includes('\\"no\\"'), 'it is written');
    });

    it('writes nothing over what the person has answered since, and goes on with that if they want to', async () => {
      const store = ownStore();
      const widget = await begun(store);
      const next = await goneOn(store);
      await choose(next, 'Do you sleep well?', 'No');
      put(field(next, 'A name for it'), 'Bear');
      await leave(next);
      const newer = textIn(store);
      back();
      await says(widget, 'You went on in another tab or on another page');
      expect(sleeps(widget)).to.deep.equal(['Yes']);
      put(field(widget, 'A name for it'), 'Older');
      hide();
      expect(textIn(store)).to.equal(newer);
      await activate(widget, 'Go on here');
      await says(widget, 'This page keeps your answers');
      expect(sleeps(widget)).to.deep.equal(['No']);
      expect(field(widget, 'A name for it').value).to.equal('Bear');
    });

    it('is blank if the answers were sent, under another id, and says why', async () => {
      const store = ownStore();
      const widget = await begun(store);
      const { id } = widget.value!;
      const next = await goneOn(store);
      keeps(next);
      await send(next);
      await until(() => !store.texts.size, 'it is saved');
      await leave(next);
      back();
      await says(widget, 'These answers were sent or erased on another page.');
      expect(widget.value).to.equal(null);
      expect(sleeps(widget)).to.deep.equal([]);
      await choose(widget, 'Do you sleep well?', 'No');
      await says(widget, 'May this page keep');
      expect(widget.value!.id).not.to.equal(id);
      expect(store.texts.size).to.equal(0);
    });

    it('is blank if the drafts were erased, as when the person signed out', async () => {
      const widget = await kept(await inTab());
      hide();
      await eraseDrafts();
      back();
      await says(widget, 'sent or erased on another page');
      expect(sleeps(widget)).to.deep.equal([]);
    });

    it('sends a record that was sent before it was confirmed again unchanged', async () => {
      const store = ownStore();
      const widget = await begun(store);
      const next = await goneOn(store);
      await choose(next, 'Do you sleep well?', 'No');
      const first = keepsLater(next);
      await send(next);
      await until(() => textIn(store).includes('completed'), 'the sent record is kept');
      await leave(next);
      back();
      await says(widget, 'You went on in another tab or on another page');
      await activate(widget, 'Go on here');
      await says(widget, 'This page keeps your answers');
      const second = keepsLater(widget);
      await send(widget);
      expect(second[0]!.response).to.deep.equal(first[0]!.response);
    });

    it('asks about a draft that was begun in the meantime, before anything is written over it', async () => {
      const store = ownStore();
      const widget = await withStore(store);
      await says(widget, 'May this page keep');
      hide();
      await leave(await kept(await inOtherTab(store)));
      back();
      await says(widget, 'We kept your answers');
    });

    it('keeps nothing while its store cannot be read', async () => {
      const store = ownStore();
      const widget = await begun(store);
      store.refusal = new Error('offline');
      back();
      await says(widget, 'Your answers are not kept.');
      expect(sleeps(widget)).to.deep.equal(['Yes']);
      store.refusal = undefined;
      await activate(widget, 'Keep them');
      await says(widget, 'This page keeps your answers');
    });
  });

  describe('in a form that is reset', () => {
    const inForm = async (properties: Record<string, unknown>): Promise<{ widget: Widget; form: HTMLFormElement }> => {
      const form = (await place()).appendChild(document.createElement('form'));
      return { form, widget: await open({ into: form, properties }) };
    };

    it('the draft is erased, and the person is asked again', async () => {
      const store = ownStore();
      const { widget, form } = await inForm({ draftStore: store });
      await kept(widget);
      await until(() => store.texts.size, 'it is written');
      form.reset();
      await says(widget, 'May this page keep');
      await until(() => !store.texts.size, 'it is erased');
    });

    it('it is erased too if the widget shows the value of the host again', async () => {
      const store = ownStore();
      const filled = await open();
      await choose(filled, 'Do you sleep well?', 'No');
      const { widget, form } = await inForm({ draftStore: store, value: filled.value });
      await kept(widget);
      await until(() => textIn(store).includes('yes'), 'it is written');
      form.reset();
      await says(widget, 'May this page keep');
      expect(sleeps(widget)).to.deep.equal(['No']);
      await leave(widget);
      expect(store.texts.size).to.equal(0);
    });
  });

  describe('in another language', () => {
    it('the answers come back, because they are codes', async () => {
      const store = ownStore();
      const pulse = (lang: string): Promise<Widget> =>
        mount<Widget>('attune-trust-questionnaire', { attributes: { length: 'pulse', lang, translations: 'draft' }, properties: { draftStore: store, draftKey } });
      const widget = await pulse('en');
      await says(widget, 'May this page keep');
      await activate(widget, 'Keep them');
      await says(widget, 'This page keeps your answers');
      await choose(widget, 0, 4);
      const { answers } = widget.value!;
      await leave(widget);
      const next = await pulse('de');
      await says(next, 'Ihre Antworten sind noch da');
      await activate(next, 'Weitermachen');
      expect(next.value!.answers).to.deep.equal(answers);
      expect(next.value!.locale).to.equal('de');
    });
  });

  describe('on a shared device', () => {
    it('nothing is ever kept or shown, and the host is told', async () => {
      const store = ownStore();
      await leave(await kept(await withStore(store)));
      const widget = await withStore(store, { privacy: 'shared' });
      await choose(widget, 'Do you sleep well?', 'No');
      await aTimeout(350);
      expect(notice(widget)).to.equal('');
      expect(textIn(store)).not.to.contain('\\"no\\"');
      expect(warnings.join()).to.contain('draft-not-kept');
    });

    it('what is kept is erased when it becomes one', async () => {
      const store = ownStore();
      const widget = await kept(await withStore(store));
      await until(() => store.texts.size, 'it is written');
      widget.privacy = 'shared';
      await until(() => !store.texts.size, 'it is erased');
      expect(notice(widget)).to.equal('');
      expect(sleeps(widget)).to.deep.equal(['Yes']);
    });
  });

  describe('a sitting', () => {
    const children = '<p slot="crisis">Call 0800 111.</p><attune-questionnaire></attune-questionnaire><attune-trust-questionnaire length="pulse"></attune-trust-questionnaire>';
    const [form, pulse] = ['attune-questionnaire', 'attune-trust-questionnaire'];
    const sitting = async (properties: Record<string, unknown>, inner = children) => {
      const session = await mount('attune-session', { children: inner, attributes: { layout: 'list' }, properties: { draftKey, ...properties } });
      session.querySelector<Widget>(form)!.instrument = everyType;
      await settled(session);
      return session;
    };
    const keep = async (session: Element): Promise<void> => {
      await until(() => buttons(session).includes('Keep them'), 'it asks');
      await activate(session, 'Keep them');
      await until(() => buttons(session).includes('Stop keeping them'), 'it keeps');
    };
    const member = (session: Element, tag: string): Widget => session.querySelector<Widget>(tag)!;

    /** The person answered both questionnaires, and left. */
    const left = async (): Promise<OwnStore> => {
      const store = ownStore();
      const session = await sitting({ draftStore: store });
      await keep(session);
      await choose(member(session, form), 'Do you sleep well?', 'Yes');
      await choose(member(session, pulse), 0, 2);
      await leave(session);
      return store;
    };

    it('gives the browser none of the answers to restore', async () => {
      const { setFormValue } = ElementInternals.prototype;
      const states = new Map<ElementInternals, unknown>();
      ElementInternals.prototype.setFormValue = function (this: ElementInternals, ...given: Parameters<typeof setFormValue>) {
        states.set(this, given[1]);
        setFormValue.apply(this, given);
      };
      try {
        const session = await sitting({ draftStore: ownStore() });
        await choose(member(session, form), 'Do you sleep well?', 'Yes');
        await choose(member(session, pulse), 0, 2);
        expect([...states.values()].filter((state) => state !== null)).to.have.length(2);
        await keep(session);
        expect([...states.values()].filter((state) => state !== null)).to.deep.equal([]);
      } finally {
        ElementInternals.prototype.setFormValue = setFormValue;
      }
    });

    it('is one draft, which the session announces', async () => {
      const store = await left();
      expect([...store.texts.keys()]).to.deep.equal([`attune-draft:${draftKey}:session`]);
      const next = await sitting({ draftStore: store });
      await says(next, 'We kept your answers');
      expect(notice(member(next, form))).to.equal('');
      await activate(next, 'Go on');
      expect(sleeps(member(next, form))).to.deep.equal(['Yes']);
      expect(member(next, pulse).value!.answers.length).to.equal(1);
      next.addEventListener('attune-session-submit', (event) => event.waitUntil(Promise.resolve(event.detail)));
      // Each questionnaire first shows what is blank.
      const submit = (): Promise<string> => (next as unknown as { submit(): Promise<string> }).submit();
      await until(async () => (await submit()) === 'saved', 'it is saved');
      await until(() => !store.texts.size, 'it is gone when the records are saved');
    });

    it('keeps what belongs to a questionnaire that comes later', async () => {
      const store = await left();
      const next = await sitting({ draftStore: store }, '<attune-questionnaire></attune-questionnaire>');
      await says(next, 'We kept your answers');
      await activate(next, 'Go on');
      await choose(member(next, form), 'Do you sleep well?', 'No');
      await until(() => textIn(store).includes('\\"no\\"'), 'it is written');
      const late = document.createElement(pulse) as Widget;
      late.setAttribute('length', 'pulse');
      next.append(late);
      await until(() => late.value?.answers.length === 1, 'the later one gets its answers');
    });

    it('on a shared device keeps nothing, and the host is told', async () => {
      const session = await sitting({ draftStore: ownStore(), privacy: 'shared' });
      await choose(member(session, form), 'Do you sleep well?', 'Yes');
      await until(() => warnings.join().includes('draft-not-kept'), 'it is reported');
      expect(notice(session)).to.equal('');
    });

    it('that is kept is erased when the device becomes a shared one', async () => {
      const store = ownStore();
      const session = await sitting({ draftStore: store });
      await keep(session);
      await choose(member(session, form), 'Do you sleep well?', 'Yes');
      await until(() => store.texts.size, 'it is written');
      Object.assign(session, { privacy: 'shared' });
      await until(() => !store.texts.size, 'it is erased');
      await choose(member(session, form), 'Do you sleep well?', 'No');
      await leave(session);
      expect(store.texts.size).to.equal(0);
      expect(notice(session)).to.equal('');
    });

    it('tells the host of a questionnaire inside that asks for a draft of its own', async () => {
      const session = await sitting({});
      member(session, form).draftStore = ownStore();
      await settled(session);
      await until(() => warnings.join().includes('draft-not-kept'), 'it is reported');
    });
  });

  it('a widget without the code for drafts tells the host, and does not ask', async () => {
    const key = Symbol.for('attune.drafts');
    const page = globalThis as unknown as Record<symbol, unknown>;
    const before = page[key];
    delete page[key];
    const widget = await inTab();
    await until(() => warnings.join().includes('no-drafts'), 'it is reported');
    expect(notice(widget)).to.equal('');
    page[key] = before;
    dispatchEvent(new Event('attune-language'));
    await says(widget, ASKED);
  });

  it('the notice speaks the language of the widget, and of the host', async () => {
    const store = ownStore();
    const widget = await withStore(store, { strings: { 'drafts.keep': 'Yes, please' } });
    await until(() => buttons(widget).includes('Yes, please'), 'it asks in the words of the host');
  });
});
