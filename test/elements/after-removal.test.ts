import { expect } from '@open-wc/testing';
import { flat } from '../../src/core/answering/flat-structure.ts';
import type { Instrument, Item } from '../../src/core/instrument/instrument.ts';
import { watchListeners } from '../contract/listener-watch.ts';
import '../../src/define/trust-questionnaire.ts';
import { choice } from '../../src/ui/questionnaire/items/choice.ts';
import type { ItemContext } from '../../src/ui/questionnaire/items/item-type-view.ts';
import { optionsFor } from '../../src/ui/questionnaire/items/options.ts';
import { common } from '../../src/ui/text/locales/en/common.ts';
import { createMessages } from '../../src/ui/text/messages.ts';
import { collectsGarbage, stillHeld } from './fixtures/garbage.ts';
import { mount, place } from './fixtures/host.ts';
import { choose, inside, settled } from './fixtures/person.ts';

const tag = 'attune-trust-questionnaire';

describe('a page after widgets were removed', () => {
  it('calls no more listeners after a second widget than after the first', async () => {
    const { calls, undo } = watchListeners(window, document);
    const costs: number[] = [];
    for (let n = 0; n < 12; n++) {
      const before = calls();
      const widget = await mount(tag);
      costs.push(calls() - before);
      await choose(widget, 0, 1);
      widget.remove();
      await settled(widget);
    }
    undo();
    expect(new Set(costs).size, costs.join()).to.equal(1);
  });

  if (collectsGarbage) {
    it('does not keep the words of every instrument in memory that a widget has shown', async () => {
      const shown = Array.from({ length: 500 }, (_, n) => {
        const item: Item = { id: 'q', type: 'choice', text: 'Which?', choices: [{ code: 'a', text: `Word ${n}` }] };
        const instrument = { absent: {}, scales: {}, items: [item] } as unknown as Instrument;
        const itemSupport = { views: { choice }, structure: flat };
        const t = createMessages({ english: common, asked: 'en' });
        const context = { instrument, t, itemSupport, optionSets: new Map() } as unknown as ItemContext;
        return new WeakRef(optionsFor(item, context));
      });
      expect((await stillHeld(shown)).length).to.be.at.most(200);
    });
  }

  /** A separate page, to which only the library adds something. */
  const openPage = async (): Promise<Window & typeof globalThis> => {
    const frame = document.createElement('iframe');
    frame.src = '/test/elements/fixtures/empty.html';
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    (await place()).append(frame);
    await loaded;
    return frame.contentWindow as Window & typeof globalThis;
  };

  const load = (page: Window & typeof globalThis, address: string): Promise<unknown> => {
    const script = page.document.createElement('script');
    script.type = 'module';
    script.src = address;
    const loaded = new Promise((resolve, reject) => {
      script.addEventListener('load', resolve);
      script.addEventListener('error', reject);
    });
    page.document.head.append(script);
    return loaded;
  };

  /** Every element that can be reached from a value by properties, symbols, entries and weak references. */
  const elementsIn = (page: Window & typeof globalThis, value: unknown, seen = new Set<unknown>()): string[] => {
    if ((typeof value !== 'object' && typeof value !== 'function') || !value || seen.has(value)) return [];
    seen.add(value);
    if (value instanceof page.Element) return [value.localName];
    const entries = value instanceof page.Map || value instanceof page.Set ? [...value] : [];
    const held = value instanceof page.WeakRef ? [value.deref()] : [];
    const own = Reflect.ownKeys(value).flatMap((key) => Object.getOwnPropertyDescriptor(value, key)?.value as unknown);
    return [...entries, ...held, ...own].flatMap((one) => elementsIn(page, one, seen));
  };

  it('has no global from which a widget can be reached, also after its removal', async function () {
    this.timeout(30_000);
    const page = await openPage();
    const owners = [page, page.document, page.customElements, page.document.body];
    const before = owners.map((owner) => new Set(Reflect.ownKeys(owner)));
    await load(page, '/src/define/all.ts');
    const names = [
      'benefits-check', 'boundary-card', 'check-in', 'empathy-checklist', 'environment-check', 'journal', 'milestone-badge',
      'milestones', 'mistrust-observation', 'openness-check', 'perspective-gap', 'questionnaire', 'rapport-check', 'reflection',
      'session', 'trust-levels', 'trust-questionnaire', 'trust-trend', 'unsent', 'why-trust',
    ];
    for (const name of names) {
      expect(page.customElements.get(`attune-${name}`), name).to.be.a('function');
      for (const isRemoved of [false, true]) {
        const widget = page.document.createElement(`attune-${name}`);
        widget.setAttribute('privacy', 'shared');
        page.document.body.append(widget);
        await settled(widget);
        for (const radio of inside<HTMLInputElement>(widget, 'input[type=radio]').slice(0, 1)) radio.click();
        if (isRemoved) widget.remove();
        await settled(widget);
      }
    }
    const added = owners.flatMap((owner, nth) =>
      Reflect.ownKeys(owner).filter((key) => !before[nth]!.has(key)).map((key) => (owner as never)[key] as unknown));
    expect(added.flatMap((value) => elementsIn(page, value))).to.eql([]);
  });
});
