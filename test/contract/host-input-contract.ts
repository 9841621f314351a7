import { expect } from '@open-wc/testing';
import { limits } from '../../src/core/plain-data/limits.ts';
import { hear, mount } from '../elements/fixtures/host.ts';
import { isChromium } from '../elements/fixtures/layout.ts';
import { inside, radiosOf, read, settled } from '../elements/fixtures/person.ts';
import type { ElementSubject } from './element-contract.ts';

interface Member {
  kind: string;
  name: string;
  type?: { text: string };
  readonly?: boolean;
}
interface Manifest {
  modules: { declarations: { tagName?: string; members?: Member[] }[] }[];
}

/** Every property of an element that a page may set, but `form`, which accepts any value like the native attribute. */
async function propertiesOf(tag: string): Promise<Member[]> {
  // The test server turns it into a module.
  const path = '/custom-elements.json';
  const { default: manifest } = (await import(path)) as { default: Manifest };
  const all = manifest.modules.flatMap(({ declarations }) => declarations);
  const { members = [] } = all.find(({ tagName }) => tagName === tag)!;
  const found = members.filter(({ kind, name, readonly }) => kind === 'field' && !readonly && name !== 'form');
  if (!found.length) throw new Error(`${tag} has no properties in the manifest`);
  return found;
}

const throws = (): never => {
  throw new Error('the host throws');
};

/** Every element has one of these keys in its `strings`. */
const WORDS = ['send', 'crisis', 'levels.title', 'trend.title', 'board.choose', 'journal.put', 'badge.change', 'gap.note'];

/**
 * Questionnaires with the properties of every questionnaire and the options of their instrument. What they do with unusable input is decided by one code, without
 * the layout or the input of an engine, so they are tested in Chromium only. Decision 0038 says why.
 */
const ALIKE = ['benefits-check', 'empathy-checklist', 'environment-check', 'mistrust-observation', 'openness-check', 'rapport-check', 'trust-questionnaire'];

/** Values that a host may set by mistake. */
const wrong: Record<string, () => unknown> = {
  'a function': () => () => 'words',
  'a number': () => -7,
  'an object': () => ({ toString: 1, valueOf: null }),
  'a symbol': () => Symbol('given'),
  'a huge text': () => 'x'.repeat(limits.jsonText + 1),
  'an object that throws when it is read': () => {
    const names = ['id', 'length', ...WORDS];
    return Object.defineProperties({}, Object.fromEntries(names.map((name) => [name, { enumerable: true, get: throws }])));
  },
  'a proxy that always throws': () => new Proxy({}, { get: throws, has: throws, ownKeys: throws, getOwnPropertyDescriptor: throws, getPrototypeOf: throws }),
  'a revoked proxy': () => {
    const { proxy, revoke } = Proxy.revocable([], {});
    revoke();
    return proxy;
  },
};

/** Whether a property accepts such a value. Then there is nothing to report. */
function isRight({ name, type }: Member, kind: string): boolean {
  const takes = type?.text ?? '';
  if (takes === 'boolean') return kind === 'a number' || kind === 'a huge text';
  return kind === 'a number' && ['subject', 'encounter', 'draftKey', 'storageKey', 'badgeId', 'policyVersion'].includes(name);
}

/** Two properties fall back to the safer value, and `strings` to the built-in words. Then the view may change. */
const keepsView = ({ name }: Member, kind: string): boolean =>
  !['privacy', 'audience'].includes(name) && !(kind === 'an object' && ['strings', 'names'].includes(name));

/** The uncaught errors on the page during `act`. */
async function uncaught(act: () => Promise<void>): Promise<string[]> {
  const heard: string[] = [];
  const onError = (event: Event): void => {
    event.preventDefault();
    heard.push(`${event.type}: ${(event as ErrorEvent).message ?? (event as PromiseRejectionEvent).reason}`);
  };
  for (const type of ['error', 'unhandledrejection']) window.addEventListener(type, onError);
  await act();
  for (const type of ['error', 'unhandledrejection']) window.removeEventListener(type, onError);
  return heard;
}

const dashed = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** What a widget does with an unusable value of any property. */
export function hostInputContract(subject: ElementSubject): void {
  const { tag, property } = subject;
  if (!isChromium && ALIKE.includes(tag.replace('attune-', ''))) return;
  const filled = { ...subject, properties: { ...subject.properties, [property.name]: property.value } };

  describe(`<${tag}> with unusable input`, function () {
    this.timeout(60_000);

    const placed = async (): Promise<HTMLElement & { value?: unknown }> => {
      const widget = await mount<HTMLElement>(tag, filled);
      const [group] = inside(widget, '[role=radiogroup]');
      if (group) radiosOf(group)[1]!.click();
      await settled(widget);
      return widget;
    };

    for (const [kind, make] of Object.entries(wrong)) {
      it(`keeps its view and its answers, and reports the wrong property: ${kind}`, async () => {
        let widget = await placed();
        for (const member of await propertiesOf(tag)) {
          const { name } = member;
          const [before, answers] = [read(widget), JSON.stringify(widget.value)];
          const errors = hear(widget, 'attune-error');
          const heard = await uncaught(async () => {
            for (let turn = 0; turn < 2; turn++) {
              Object.assign(widget, { [name]: make() });
              await settled(widget);
            }
          });
          expect(heard, name).to.eql([]);
          const reports = errors.map(({ detail }) => `${detail.code}: ${detail.message}`);
          const pattern = new RegExp(`(^bad-${dashed(name)}|\\b(${name}|${dashed(name)})\\b)`);
          const isKept = !isRight(member, kind) && keepsView(member, kind);
          expect(reports.filter((one) => one.startsWith('internal')), name).to.eql([]);
          if (!isRight(member, kind)) {
            expect(reports.filter((one) => pattern.test(one)), name).to.have.length(1);
            expect(JSON.stringify(widget.value), name).to.equal(answers);
          }
          if (isKept) {
            expect(reports, name).to.have.length(1);
            expect(read(widget), name).to.equal(before);
          }
          // A readable object may stay in the property, although its content is unusable.
          if (!isKept || kind === 'an object') {
            widget.remove();
            widget = await placed();
          }
        }
      });
    }

    it('accepts null, undefined and an empty text for every property without an error', async () => {
      for (const { name } of await propertiesOf(tag)) {
        const widget = await placed();
        const given: unknown = Reflect.get(widget, name);
        const errors = hear(widget, 'attune-error');
        const heard = await uncaught(async () => {
          for (const value of [null, given, undefined, given, '']) {
            Object.assign(widget, { [name]: value });
            await settled(widget);
          }
        });
        expect(heard, name).to.eql([]);
        expect(errors.filter(({ detail }) => detail.code === 'internal'), name).to.eql([]);
        widget.remove();
      }
    });

    it('uses the next good value after a bad one', async () => {
      const widget = await placed();
      const own = widget as HTMLElement & { headingLevel: unknown };
      own.headingLevel = { level: 3 };
      await settled(widget);
      own.headingLevel = 3;
      await settled(widget);
      expect(own.headingLevel).to.equal(3);
    });

    it('refuses words that no record can hold: half of a character, as cutting a text leaves it', async () => {
      const members = await propertiesOf(tag);
      if (!members.some(({ name }) => name === 'who')) return;
      const widget = await mount<HTMLElement>(tag, filled);
      const errors = hear(widget, 'attune-error');
      const before = read(widget);
      Object.assign(widget, { who: 'Dr. \uD83D' });
      await settled(widget);
      expect(errors.map(({ detail }) => `${detail.code} ${detail.message}`)).to.eql(['bad-attribute who: Must be text']);
      expect(read(widget)).to.equal(before);
    });

    it('uses the host\'s words that are texts, and the built-in words for the others', async () => {
      const members = await propertiesOf(tag);
      if (!members.some(({ name }) => name === 'strings')) return;
      const widget = await mount<HTMLElement>(tag, subject);
      const errors = hear(widget, 'attune-error');
      const before = read(widget);
      const strings = Object.fromEntries(WORDS.map((key) => [key, () => 'x']));
      const heard = await uncaught(async () => {
        Object.assign(widget, { strings });
        await settled(widget);
      });
      expect(heard).to.eql([]);
      expect(read(widget)).to.equal(before);
      for (const { detail } of errors) {
        expect(detail.code).to.equal('bad-strings');
        expect(detail.message).to.match(/^strings\.[\w.]+: Must be text/);
      }
    });
  });

  describe(`<${tag}> with an internal error`, () => {
    const breakIt = (widget: HTMLElement, act: string, error: () => unknown): void => {
      Object.defineProperty(widget, act, { configurable: true, value: () => { throw error(); } });
      (widget as HTMLElement & { requestUpdate: () => void }).requestUpdate();
    };
    const { error } = console;
    beforeEach(() => {
      console.error = () => {};
    });
    afterEach(() => {
      console.error = error;
    });

    for (const act of ['render', 'willUpdate', 'updated']) {
      it(`keeps the last good view, reports it once, and recovers: ${act}`, async () => {
        const widget = await mount<HTMLElement>(tag, filled);
        const errors = hear(widget, 'attune-error');
        const before = read(widget);
        const heard = await uncaught(async () => {
          for (let turn = 0; turn < 2; turn++) {
            breakIt(widget, act, () => new Error('our own mistake'));
            await settled(widget);
          }
        });
        expect(heard).to.eql([]);
        expect(read(widget)).to.equal(before);
        expect(errors.map(({ detail }) => detail.code)).to.eql(['internal']);
        expect(errors[0]!.detail.message).to.contain('our own mistake');
        Reflect.deleteProperty(widget, act);
        Object.assign(widget, { headingLevel: 5 });
        await settled(widget);
        expect(read(widget)).to.equal(before);
        breakIt(widget, act, () => new Error('our own mistake'));
        await settled(widget);
        expect(errors.length, 'one that comes back later is reported again').to.equal(2);
      });
    }

    it('shows its children if it had no view yet, whatever was thrown', async () => {
      const heard = await uncaught(async () => {
        const widget = document.createElement(tag);
        const errors = hear(widget, 'attune-error');
        const [child] = [document.createElement('p')];
        child.textContent = 'Call us instead.';
        breakIt(widget, 'render', () => ({ toString: throws }));
        const home = (await mount('div', { children: '' })) as HTMLElement;
        widget.append(child);
        home.append(widget);
        await settled(widget);
        expect(child.getClientRects().length, 'the child is seen').to.equal(1);
        expect(errors.map(({ detail }) => detail.code)).to.include('internal');
        Reflect.deleteProperty(widget, 'render');
        Object.assign(widget, { headingLevel: 5 });
        await settled(widget);
        expect(child.getClientRects().length <= 1).to.equal(true);
      });
      expect(heard).to.eql([]);
    });
  });
}
