import { expect } from '@open-wc/testing';
import { ALL, directionOf, loadLanguages, plain, translated } from './fixtures/languages.ts';
import { STATES, type State } from './fixtures/every-state.ts';
import { mount, place } from './fixtures/host.ts';
import { isChromium, isWebKit, textsOutside } from './fixtures/layout.ts';
import { PSEUDO } from './fixtures/pseudo-language.ts';
import { inside, settled } from './fixtures/person.ts';
import { spokenIn, wrongIn } from './fixtures/spoken.ts';

/** The page in a language. */
function turn(home: HTMLElement, lang: string): void {
  home.lang = lang;
  home.dir = directionOf(lang);
}

async function open({ tag, placed, act }: State, home: HTMLElement, more: Record<string, string> = {}): Promise<HTMLElement> {
  const widget = await mount(tag, { ...placed, attributes: { ...placed?.attributes, ...more, translations: 'draft' }, into: home });
  await act?.(widget);
  await settled(widget);
  return widget;
}

/** A widget and those inside it have rendered. */
async function rendered(widget: Element): Promise<void> {
  await settled(widget);
  for (const inner of [...widget.querySelectorAll('*'), ...inside(widget, '*')]) if (inner.localName.startsWith('attune-')) await settled(inner);
}

describe('every element in every language', function () {
  this.timeout(30_000);
  before(() => loadLanguages());

  // The texts, their languages and directions are the same in every engine, so one of them is enough.
  for (const [nth, state] of isChromium ? STATES.entries() : []) {
    it(`says the language and the direction of each text: ${state.tag}, ${state.name}`, async () => {
      const home = await place();
      // Each state begins in another language, and then the page changes it.
      const order = [...ALL.slice(nth % ALL.length), ...ALL.slice(0, nth % ALL.length)];
      turn(home, order[0]!);
      const widget = await open(state, home);
      // One of each kind.
      const wrong = new Map<string, string>();
      for (const lang of order) {
        turn(home, lang);
        await rendered(widget);
        for (const { where, says } of wrongIn(widget)) wrong.set(where, `page in ${lang}: ${says} (${where})`);
        if (lang !== PSEUDO) continue;
        // English that has a translation: it is not from the catalogue, or not from the instrument.
        for (const { text, where } of spokenIn(widget)) if (translated.has(plain(text))) wrong.set(where, `left in English: ${text} (${where})`);
      }
      expect([...wrong.values()]).to.eql([]);
    });
  }

  /** The states with most on the page, at least one of each element. */
  const full = STATES.filter(({ name }) => /^(errors|blanks|review|words|agenda|course|form|first step|every type|visit|findings|three views|shown|one in each state|board|own words|editor|prompt and entries|choosing words)$/.test(name));

  it('shows every element in these states', () => {
    expect([...new Set(full.map(({ tag }) => tag))].sort()).to.eql([...new Set(STATES.map(({ tag }) => tag))].sort());
  });

  // Not in WebKit, whose smallest window is wider, and which needs most of the gate's time.
  for (const state of isWebKit ? [] : full) {
    it(`has no text outside its box at 320 px and twice the size: ${state.tag}, ${state.name}`, async () => {
      const home = await place();
      home.style.cssText = 'inline-size: 320px; font-size: 32px';
      turn(home, 'en');
      const widget = await open(state, home, state.tag === 'attune-session' ? {} : { layout: 'list' });
      const wrong: string[] = [];
      for (const lang of ALL) {
        turn(home, lang);
        await rendered(widget);
        wrong.push(...textsOutside(home, widget).map((one) => `${lang}: ${one}`));
      }
      expect(wrong).to.eql([]);
    });

    const isFirst = full.find(({ tag }) => tag === state.tag) === state;
    if (!isChromium || !isFirst) continue;
    it(`has no accessibility problem that axe finds in German, Arabic and Hebrew: ${state.tag}, ${state.name}`, async () => {
      const home = await place();
      turn(home, 'de');
      const widget = await open(state, home);
      for (const lang of ['de', 'ar', 'he']) {
        turn(home, lang);
        await rendered(widget);
        // Colours are the same in every language.
        await expect(widget).to.be.accessible({ ignoredRules: ['color-contrast'] });
      }
    });
  }
});
